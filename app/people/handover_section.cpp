#include "app/people/handover_section.h"

#include "app/attention/field_text.h"
#include "app/people/fact_table.h"
#include "app/people/people_sheets.h"
#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/number_text.h"
#include "sync/protocol/codec.h"

#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace dure::app {
namespace {

constexpr std::size_t longestList = 12;

/// What the rows of a mutation call themselves: a document's number, a name.
QString subjectOf(const Mutation& mutation)
{
    for (const char* column : {"number", "name", "product_name"}) {
        for (const Change& change : mutation.changes) {
            const Table& table = tableOf(change.table);
            for (const auto& [index, value] : change.fields.known)
                if (table.columns[std::size_t(index)].name == column && !textOf(value).empty())
                    return toQString(textOf(value));
        }
    }
    return mutation.changes.empty() ? QString() : tableText(mutation.changes.front().table);
}

} // namespace

QString handedActionText(const protocol::HandedAction& action)
{
    const auto mutation = protocol::decodeMutation(action.body);
    const QString what = intentText(action.intent);
    const QString subject = mutation ? subjectOf(*mutation) : QString();
    return subject.isEmpty() ? what : what + QStringLiteral(" · ") + subject;
}

HandoverSection::HandoverSection(PeopleDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_handovers(new FactTable(
          {{tr("From"), FactTable::firstColumn}, {tr("Device"), 0, true}, {tr("Actions"), FactTable::thirdColumn},
              {tr("Handed in"), FactTable::fourthColumn + FactTable::fifthColumn}}))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new SectionHead(
        tr("Work handed in"), tr("What stopped devices had not sent. It counts only once you accept it.")));
    layout->addWidget(m_handovers);
    connect(&desk, &PeopleDesk::sheetOpening, this, [this] {
        for (FactRow* row : m_handovers->rows())
            row->shut();
    });
    m_handovers->setEmptyText(tr("Nothing waits."));
}

void HandoverSection::showLists()
{
    m_handovers->clear();
    for (const protocol::HandoverEntry& handover : m_desk.handovers()) {
        if (handover.waiting == 0)
            continue;
        FactRow* row = m_handovers->addRow({{toQString(handover.userName), Weight::Bold}, {toQString(handover.device)},
            {tr("%n action(s)", nullptr, int(handover.waiting))}, {momentText(handover.at, m_desk.today())}});
        KeyButton* look = row->addAction(tr("Look at it"));
        connect(look, &QAbstractButton::clicked, this, [=, this] {
            if (row->isOpen())
                row->shut();
            else
                this->look(row, look, handover);
        });
    }
}

void HandoverSection::look(FactRow* row, QAbstractButton* button, const protocol::HandoverEntry& handover)
{
    m_desk.ask(this, button, client::showHandover(m_desk.seat().space, handover.receipt),
        [this, row = QPointer(row), handover](const protocol::HandoverDetailReply& detail) {
            if (!row)
                return;
            Q_EMIT m_desk.sheetOpening();
            InPlaceSheet* sheet = sheetOf(detail, handover);
            connect(sheet, &InPlaceSheet::closeRequested, row.data(), &FactRow::shut);
            row->open(sheet);
        });
}

InPlaceSheet* HandoverSection::sheetOf(
    const protocol::HandoverDetailReply& detail, const protocol::HandoverEntry& handover)
{
    auto* sheet = new InPlaceSheet;
    std::size_t shown = 0;
    for (const protocol::HandedAction& action : detail.actions) {
        if (action.state != protocol::HandoverState::Waiting)
            continue;
        if (++shown > longestList)
            continue;
        sheet->addWidget(new Label(
            LabelRole::Body, momentText(action.at, m_desk.today()) + QStringLiteral("   ") + handedActionText(action)));
    }
    if (shown > longestList)
        sheet->addWidget(new Label(LabelRole::Muted, tr("and %n more", nullptr, int(shown - longestList))));
    KeyButton* accept = sheet->addButton(tr("Accept"), true);
    KeyButton* discard = sheet->addButton(tr("Discard"), false);
    sheet->addCloseButton(tr("Decide later"));
    connect(accept, &QAbstractButton::clicked, this, [=, this] { decide(accept, handover.receipt, true); });
    connect(discard, &QAbstractButton::clicked, this, [=, this] { decide(discard, handover.receipt, false); });
    return sheet;
}

void HandoverSection::decide(QAbstractButton* button, const Uuid& receipt, bool accept)
{
    m_desk.ask(this, button, client::decideHandover(m_desk.seat().space, receipt, accept),
        [this, accept](const protocol::HandoverDetailReply& reply) {
            const auto count = [&](protocol::HandoverState state) {
                return int(std::ranges::count(reply.actions, state, &protocol::HandedAction::state));
            };
            if (!accept)
                return m_desk.tell(
                    tr("%n action(s) were discarded.", nullptr, count(protocol::HandoverState::Discarded)));
            QString done = tr("%n action(s) were accepted.", nullptr, count(protocol::HandoverState::Accepted));
            if (const int refused = count(protocol::HandoverState::Rejected); refused > 0)
                done += u' ' + tr("%n could not be taken over; they contradict what is there now.", nullptr, refused);
            m_desk.tell(done);
        });
}

} // namespace dure::app

#include "moc_handover_section.cpp"
