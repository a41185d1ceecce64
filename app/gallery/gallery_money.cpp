#include "app/gallery/gallery_money.h"

#include "app/data/company_data.h"
#include "app/forms/row_form.h"
#include "app/receivables/ledger_page.h"
#include "app/receivables/note_event_page.h"
#include "app/receivables/note_list_page.h"
#include "app/receivables/payment_editor_page.h"
#include "app/receivables/payment_list_page.h"
#include "app/receivables/receivable_list_page.h"
#include "app/session/receivable_places.h"
#include "app/session/work_places.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/ime_line_edit.h"

#include <QApplication>
#include <QCheckBox>
#include <QKeyEvent>

namespace dure::app {
namespace {

void dropDrafts(MainWindow& window, CompanyData& data)
{
    data.run(
        &window,
        [](commands::Commands& commands) {
            for (const std::string& name : commands.draftNames())
                (void)commands.dropDraft(name);
            return true;
        },
        [](bool) {});
}

void shootPayment(MainWindow& window, WorkPlaces& places, const Uuid& customer, const Output& out)
{
    places.money().recordPayment(customer);
    auto* page = &pageOf<PaymentEditorPage>(window);
    out.waitAndKeep(window, "money-payment-empty");
    QKeyEvent all(QEvent::KeyPress, Qt::Key_F4, Qt::NoModifier);
    QApplication::sendEvent(page->form().field(col::Payment::amount), &all);
    out.waitAndKeep(window, "money-payment");
    auto* kind = qobject_cast<ChoiceField*>(page->form().field(col::Payment::kind));
    kind->setCurrentIndex(kind->findData(QVariant::fromValue<qint64>(qint64(PaymentKind::Note))));
    typeInto(page->form(), col::Payment::noteNumber, "00420077");
    typeInto(page->form(), col::Payment::noteIssuer, "(주)다온코스메틱");
    typeInto(page->form(), col::Payment::noteBank, "기업은행");
    page->automatic().setChecked(false);
    page->save();
    out.waitAndKeep(window, "money-payment-note");
    window.closePage(page);
    Output::settle();
}

} // namespace

void shootMoney(MainWindow& window, WorkPlaces& places, CompanyData& data, const Output& out)
{
    window.goTo(QStringLiteral("receivables"));
    out.waitAndKeep(window, "money-receivables");
    auto* list = window.findChild<ReceivableListPage*>();
    const Uuid customer = list->currentId();
    auto* chips = list->findChild<ChipRow*>();
    chips->choose(QStringLiteral("overdue"));
    out.waitAndKeep(window, "money-receivables-overdue");
    chips->choose(QStringLiteral("all"));
    Output::settle();
    shootPayment(window, places, customer, out);
    dropDrafts(window, data);
    places.money().showLedger(customer);
    auto& ledger = pageOf<LedgerPage>(window);
    out.waitAndKeep(window, "money-ledger");
    window.closePage(&ledger);
    places.money().showPayments();
    auto& payments = pageOf<PaymentListPage>(window);
    out.waitAndKeep(window, "money-payments");
    window.closePage(&payments);
    places.money().showNotes();
    auto* notes = &pageOf<NoteListPage>(window);
    out.waitAndKeep(window, "money-notes");
    places.money().settleNote(notes->currentId(), true);
    auto* dishonour = &pageOf<NoteEventPage>(window);
    out.waitAndKeep(window, "money-dishonour");
    window.closePage(dishonour);
    window.closePage(&pageOf<NoteListPage>(window));
    dropDrafts(window, data);
}

} // namespace dure::app
