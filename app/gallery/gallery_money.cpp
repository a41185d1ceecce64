#include "app/gallery/gallery_money.h"

#include "app/data/company_data.h"
#include "app/forms/row_form.h"
#include "app/receivables/note_list_page.h"
#include "app/receivables/payment_editor_page.h"
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

void typeInto(RowForm& form, int column, const char* text)
{
    if (auto* edit = qobject_cast<ImeLineEdit*>(form.field(column)))
        edit->setText(QString::fromUtf8(text));
}

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
    out.waitAndKeep(window, "money-payment-empty");
    auto* page = qobject_cast<PaymentEditorPage*>(window.currentPage());
    if (!page)
        return;
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
    out.waitAndKeep(window, "money-ledger");
    window.closePage(window.currentPage());
    places.money().showPayments();
    out.waitAndKeep(window, "money-payments");
    window.closePage(window.currentPage());
    places.money().showNotes();
    out.waitAndKeep(window, "money-notes");
    if (auto* notes = qobject_cast<NoteListPage*>(window.currentPage()); notes && !notes->currentId().isNil()) {
        places.money().settleNote(notes->currentId(), true);
        out.waitAndKeep(window, "money-dishonour");
        window.closePage(window.currentPage());
        Output::settle();
        window.closePage(window.currentPage());
    }
    dropDrafts(window, data);
}

} // namespace dure::app
