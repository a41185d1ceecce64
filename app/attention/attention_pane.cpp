#include "app/attention/attention_pane.h"

#include "app/attention/attention_model.h"
#include "app/attention/field_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/line_sheet.h"
#include "app/widgets/number_text.h"

#include <QBoxLayout>

namespace dure::app {

AttentionPane::AttentionPane(QWidget* parent)
    : DetailPane(parent)
    , m_kind(new Label(LabelRole::Hint))
    , m_title(new Label(LabelRole::Section))
    , m_subject(new Label(LabelRole::Muted))
    , m_explanation(nullptr)
    , m_nowBy(nullptr)
    , m_otherBy(nullptr)
    , m_values(new LineSheet({{tr("Field"), Qt::AlignLeft, true}, {tr("At first"), Qt::AlignLeft},
          {tr("Now"), Qt::AlignLeft}, {tr("The other"), Qt::AlignLeft}}))
    , m_entered(new LineSheet({{tr("Field"), Qt::AlignLeft, true}, {tr("As you entered it"), Qt::AlignRight}}))
    , m_open(new KeyButton(ButtonKind::Primary, tr("Open")))
{
    head()->addWidget(m_kind);
    head()->addWidget(m_title);
    head()->addWidget(m_subject);
    m_explanation = addRemark(Icon::Info);
    m_nowBy = addFact(tr("Now"));
    m_otherBy = addFact(tr("The other"));
    body()->addWidget(m_values);
    body()->addWidget(m_entered);
    addGap();
    m_open->setKeyHint(QStringLiteral("Enter"));
    setPrimary(m_open);
    connect(m_open, &QAbstractButton::clicked, this, &AttentionPane::openSubject);
}

void AttentionPane::show(const AttentionFacts& facts)
{
    m_subject->setText(subjectText(facts.row.subject));
    const bool rejected = facts.row.kind == storage::AttentionKind::Rejected;
    m_values->setVisible(!rejected && !facts.values.isEmpty());
    m_entered->setVisible(rejected && !facts.values.isEmpty());
    if (rejected)
        showRejection(facts);
    else
        showConflict(facts);
    const bool canOpen = !facts.row.subject.name.empty();
    m_open->setEnabled(canOpen);
    m_open->setText(tr("Open: %1").arg(tableText(facts.row.subject.table)));
    setNext(facts.row.done ? tr("Decided")
            : rejected     ? tr("Next: do it again as it should be")
                           : tr("Next: check that the right value stands"),
        {});
}

void AttentionPane::showConflict(const AttentionFacts& facts)
{
    using storage::ConflictMatter;
    m_kind->setText(facts.place);
    switch (facts.row.matter) {
    case ConflictMatter::Field:
        m_title->setText(tr("Two PCs changed the same value"));
        m_explanation->setWrappedText(
            tr("The later one stands. The other is kept here; to use it, open the document and type it."));
        break;
    case ConflictMatter::DeleteKept:
        m_title->setText(tr("It was not deleted"));
        m_explanation->setWrappedText(tr("Somebody changed it while another deleted it, so all of it was kept."));
        break;
    case ConflictMatter::Revived:
        m_title->setText(tr("It is back"));
        m_explanation->setWrappedText(tr("Somebody changed it after another had deleted it, so it lives again."));
        break;
    }
    const auto by = [](const AttentionFacts::Side& side) {
        return side.person.isEmpty() ? side.moment : side.person + QStringLiteral(" · ") + side.moment;
    };
    setFact(m_nowBy, by(facts.winner));
    setFact(m_otherBy, by(facts.loser));
    QList<QList<SheetCell>> rows;
    for (const AttentionFacts::Value& value : facts.values) {
        const bool differs = value.now != value.other;
        rows += {{value.field, CellInk::Muted}, {value.base, CellInk::Muted}, {value.now, CellInk::Normal, differs},
            {value.other, CellInk::Normal, differs}};
    }
    m_values->setRows(rows);
}

void AttentionPane::showRejection(const AttentionFacts& facts)
{
    m_kind->setText(facts.winner.moment);
    m_title->setText(facts.intent);
    m_explanation->setWrappedText(facts.reason);
    setFact(m_nowBy, {});
    setFact(m_otherBy, {});
    QList<QList<SheetCell>> rows;
    for (const AttentionFacts::Value& value : facts.values)
        rows += {{value.field, CellInk::Muted}, {value.now}};
    m_entered->setRows(rows);
}

} // namespace dure::app

#include "moc_attention_pane.cpp"
