#include "app/receivables/note_event_page.h"

#include "app/forms/form_sheet.h"
#include "app/forms/row_form.h"
#include "app/receivables/payment_words.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_text.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/number_text.h"

#include <QGridLayout>
#include <algorithm>

namespace dure::app {
namespace {

using Col = col::NoteEvent;

constexpr auto add = FormSheet::add;
constexpr std::int64_t dishonour = 0; // beside the values of NoteEventKind, and never stored

} // namespace

NoteEventPage::NoteEventPage(CompanyData& data, const Uuid& payment, bool dishonoured, QWidget* parent)
    : FormPage(data, (dishonoured ? "note/dishonour/" : "note/") + payment.toString(), {}, parent)
    , m_payment(payment)
    , m_dishonoured(dishonoured)
    , m_form(new RowForm(TableId::NoteEvent, this))
    , m_about(new Label(LabelRole::Body))
    , m_result(new Label(LabelRole::Hint))
{
    m_about->setWrappedText({});
    m_result->setWrappedText({});
    for (Label* text : {m_about, m_result}) // what is left over of the sheet stays below
        text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    add(sheet().addSection(tr("Promissory note")), m_about, 0, 0, FormSheet::columns);
    QGridLayout* grid = sheet().addSection(tr("What became of it"));
    add(grid,
        m_form->addChoice(Col::kind, tr("What"),
            {{tr("Collected: paid"), std::int64_t(NoteEventKind::Collected)},
                {tr("Discounted: sold to a bank"), std::int64_t(NoteEventKind::Discounted)},
                {tr("Endorsed: given on in payment"), std::int64_t(NoteEventKind::Endorsed)},
                {tr("Dishonoured: not paid"), dishonour}}),
        0, 0, 5);
    add(grid, m_form->addDate(Col::on, tr("Date"), data.today()), 0, 5, 3);
    add(grid, m_form->addText(Col::counterparty, tr("Bank or receiver")), 0, 8, 4);
    add(grid, m_form->addText(Col::memo, tr("Memo")), 1, 0, FormSheet::columns);
    add(grid, m_result, 2, 0, FormSheet::columns);
    connect(m_form, &RowForm::changed, this, [this] {
        touched();
        showNote();
    });
    open();
}

QString NoteEventPage::subtitle() const { return m_note ? toQString(m_note->customerName) : QString(); }

bool NoteEventPage::isDishonour() const
{
    return qobject_cast<ChoiceField*>(m_form->field(Col::kind))->currentData().toLongLong() == dishonour;
}

void NoteEventPage::read()
{
    data().read(
        this, QStringLiteral("open"),
        [id = m_payment, today = data().today()](Reader& reader) { return reader.notes().row(id, today); },
        [this](std::optional<storage::NoteRow>&& note) {
            if (!note)
                return gone();
            m_note = std::move(note);
            showStored();
            opened();
        });
}

void NoteEventPage::showStored()
{
    NoteEvent blank;
    blank.on = data().today();
    Row row = toRow(blank);
    if (m_dishonoured)
        row.values[Col::kind] = Value{dishonour};
    m_form->show(row);
    showNote();
}

void NoteEventPage::showNote()
{
    if (!m_note)
        return;
    const Date today = data().today();
    QStringList parts;
    for (const std::string& part : {m_note->number, m_note->issuer, m_note->bank})
        if (!part.empty())
            parts += toQString(part);
    parts += wonText(m_note->amount);
    if (!m_note->dueOn.isNull())
        parts += tr("matures %1").arg(dateText(m_note->dueOn, today));
    parts += noteStateText(m_note->state);
    m_about->setWrappedText(parts.join(QStringLiteral(" · ")));
    m_result->setWrappedText(isDishonour()
            ? tr("From that day the customer owes %1 again. The ledger says so.").arg(wonText(m_note->amount))
            : tr("What the customer owes stays as it is."));
    m_form->field(Col::counterparty)->setEnabled(!isDishonour());
}

bool NoteEventPage::isChanged() const { return m_form->isChanged(); }
QJsonObject NoteEventPage::typed() const { return m_form->typed(); }

void NoteEventPage::resume(const QJsonObject& typed)
{
    m_form->resume(typed);
    showNote();
}

bool NoteEventPage::takeTyped() { return m_form->takeTyped(); }

void NoteEventPage::store()
{
    auto event = fromRow<NoteEvent>(m_form->row());
    event.paymentId = m_payment;
    const QString name = m_note ? toQString(m_note->number.empty() ? m_note->receipt : m_note->number) : QString();
    if (isDishonour())
        storeBy(
            [event](commands::Commands& c) { return c.dishonourNote(event.paymentId, event.on, event.memo); }, name);
    else
        storeBy([event](commands::Commands& c) { return c.recordNoteEvent(event); }, name);
}

void NoteEventPage::showProblems(const commands::CommandError& error)
{
    std::vector<commands::FieldProblem> problems = error.problems;
    for (commands::FieldProblem& problem : problems) // a dishonour is a payment taken back
        if (problem.table == TableId::Payment)
            problem
                = {TableId::NoteEvent, problem.column == col::Payment::memo ? Col::memo : Col::on, -1, problem.problem};
    m_form->setProblems(problems);
}

bool NoteEventPage::focusFirstProblem() { return m_form->focusFirstProblem(); }
QWidget* NoteEventPage::firstField() const { return m_form->field(m_dishonoured ? Col::on : Col::kind); }
bool NoteEventPage::isConcerned(const ChangeSet& changes) const { return changes.touches(TableId::Payment); }

} // namespace dure::app

#include "moc_note_event_page.cpp"
