#include "app/relations/relation_detail_pane.h"

#include "app/relations/relation_words.h"
#include "app/widgets/date_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"

#include <QBoxLayout>
#include <QMenu>

namespace dure::app {

RelationDetailPane::RelationDetailPane(CompanyData& data, QWidget* parent)
    : DetailPane(parent)
    , m_data(data)
    , m_when(new Label(LabelRole::Hint))
    , m_what(new Label(LabelRole::Section))
    , m_more(new KeyButton(ButtonKind::Quiet, tr("More")))
    , m_text(new Label(LabelRole::Body))
{
    m_more->setOpensList(true);
    auto* second = new QHBoxLayout;
    second->addWidget(m_what, 1);
    second->addWidget(m_more);
    head()->addWidget(m_when);
    head()->addLayout(second);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setWordWrap(true);
    body()->addWidget(m_text);
    m_contact = addFact(tr("With"));
    m_amount = addFact(tr("Amount"));
    m_quantity = addFact(tr("Quantity"));
    m_matures = addFact(tr("Matures"));
    m_next = addFact(tr("Next"));
    m_doneOn = addFact(tr("Done on"));
    m_staff = addFact(tr("In charge"));
    addGap();
    auto* done = new KeyButton(ButtonKind::Primary, tr("Mark as done"));
    done->setKey(keyFor(KeyAction::Primary));
    setPrimary(done);
    connect(done, &QAbstractButton::clicked, this, &RelationDetailPane::done);
}

void RelationDetailPane::setMoreMenu(QMenu* menu)
{
    connect(m_more, &QAbstractButton::clicked, menu,
        [=, this] { menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
}

void RelationDetailPane::show(const storage::RelationEntry& entry)
{
    const Date today = m_data.today();
    const bool isActivity = entry.kind == storage::RelationKind::Activity;
    m_when->setText(dateText(entry.on, today));
    m_what->setText(relationKindText(entry));
    m_text->setWrappedText(isActivity ? toQString(entry.text) : relationText(entry));
    m_text->setVisible(!m_text->text().isEmpty());
    setFact(m_contact, isActivity ? toQString(entry.activity.contact) : QString());
    setFact(m_amount, entry.amount == Won{} ? QString() : wonText(entry.amount));
    setFact(m_quantity, entry.quantity == Quantity{} ? QString() : numberText(entry.quantity));
    setFact(m_matures, entry.noteDueOn.isNull() ? QString() : dateText(entry.noteDueOn, today));
    setFact(m_next, isActivity ? nextText(entry.activity, today) : QString());
    const Date doneOn = entry.activity.doneOn;
    setFact(m_doneOn, doneOn.isNull() ? QString() : dateText(doneOn, today));
    setFact(m_staff, toQString(entry.staff));
    const bool toDo = entry.isToDo();
    primary()->setEnabled(toDo && m_data.mayWrite(TableId::Activity));
    setNext(toDo ? tr("Next: %1").arg(nextText(entry.activity, today)) : QString(), {});
    setFootVisible(toDo);
}

} // namespace dure::app

#include "moc_relation_detail_pane.cpp"
