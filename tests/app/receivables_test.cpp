// Money owed, used as people use it: in a real window, by keys, on a company in a file.
#include "app/documents/document_page.h"
#include "app/forms/row_form.h"
#include "app/lookup/customer_field.h"
#include "app/receivables/allocation_grid.h"
#include "app/receivables/allocation_model.h"
#include "app/receivables/ledger_page.h"
#include "app/receivables/note_event_page.h"
#include "app/receivables/note_list_page.h"
#include "app/receivables/payment_editor_page.h"
#include "app/receivables/payment_list_page.h"
#include "app/receivables/receivable_list_page.h"
#include "app/session/receivable_places.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/form_cell.h"
#include "masters_office.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QSignalSpy>

using namespace dure;
using namespace dure::app;

namespace {

using Col = col::Payment;

/// Three customers; the first owes for two deliveries of 110,000 won each.
struct Office : MastersOffice
{
    Uuid daon, saebyeok, hanbit;
    int keys = 0; // pressed

    Office()
    {
        daon = company.customer("(주)다온코스메틱", "C001");
        saebyeok = company.customer("새벽유업(주)", "C002");
        hanbit = company.customer("한빛생활건강", "C003");
        deliver(daon, {20261001});
        deliver(daon, {20261110});
    }
    Uuid deliver(const Uuid& customer, Date on)
    {
        commands::DeliveryInput input;
        input.customerId = customer;
        input.deliveredOn = on;
        commands::DeliveryLineInput line;
        line.productName = "PET 500ml";
        line.quantity = Quantity::fromInteger(1'000);
        line.unitPrice = UnitPrice::fromInteger(100);
        input.lines.push_back(line);
        return company.run([input](commands::Commands& c) { return c.recordDelivery(input); }).value().id;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        press(key, modifiers);
    }
    /// Initial consonants, as a keyboard with an input method sends them: a key each.
    void consonants(const QString& text)
    {
        for (const QChar each : text) {
            ++keys;
            QInputMethodEvent event;
            event.setCommitString(QString(each));
            QApplication::sendEvent(QApplication::focusWidget(), &event);
        }
    }
    ReceivableListPage* list() const { return window->findChild<ReceivableListPage*>(); }
    PaymentEditorPage* editor() const { return qobject_cast<PaymentEditorPage*>(window->currentPage()); }
    template <class Page> Page* current() const { return qobject_cast<Page*>(window->currentPage()); }
    void open()
    {
        window->goTo(QStringLiteral("receivables"));
        QTRY_VERIFY(list() && list()->currentId() == daon);
    }
    void edit(const Uuid& customer)
    {
        places->money().recordPayment(customer);
        QTRY_VERIFY(editor() && editor()->isReady());
        QTRY_VERIFY(editor()->isAncestorOf(QApplication::focusWidget()));
        if (!customer.isNil())
            QTRY_VERIFY(!editor()->findChild<CustomerField*>()->text().isEmpty());
    }
    QWidget* field(int column) const { return editor()->form().field(column); }
    QString problem(int column) const { return editor()->form().cell(column)->problem(); }
    Won balance(const Uuid& customer)
    {
        return company.read([customer](Reader& r) { return r.receivables().balance(customer); });
    }
    std::vector<storage::PaymentListRow> payments()
    {
        storage::PaymentFilter filter;
        filter.chip = storage::PaymentChip::All;
        filter.today = {20261123};
        return company.read([filter](Reader& r) { return r.payments().list(filter, {}); });
    }
    Uuid note(const Uuid& customer, Date due)
    {
        Payment payment;
        payment.customerId = customer;
        payment.receivedOn = {20261115};
        payment.amount = {110'000};
        payment.kind = PaymentKind::Note;
        payment.noteNumber = "00420077";
        payment.noteIssuer = "다온";
        payment.noteBank = "기업은행";
        payment.noteDueOn = due;
        return company.run([payment](commands::Commands& c) { return c.recordPayment(payment); }).value().id;
    }
};

} // namespace

class ReceivablesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

    void a_transfer_is_recorded_from_a_cold_keyboard_by_no_more_than_15_keys()
    {
        Office office;
        ++office.keys;
        for (int key = Qt::Key_1; office.window->currentPlace() != QLatin1String("receivables"); ++key) {
            QVERIFY(key <= Qt::Key_9); // whichever of the places it is
            office.press(Qt::Key(key), Qt::ControlModifier);
        }
        QTRY_VERIFY(office.list() && office.list()->currentId() == office.daon);
        office.key(Qt::Key_F2);
        QTRY_VERIFY(office.editor() && office.editor()->isReady());
        QTRY_COMPARE(QApplication::focusWidget(), &office.editor()->customerField());
        office.consonants(QStringLiteral("ㄷㅇㅋ"));
        office.key(Qt::Key_Return);
        QTRY_COMPARE(office.editor()->customer(), office.daon);
        QTRY_COMPARE(QApplication::focusWidget(), office.field(Col::amount));
        QTRY_COMPARE(office.editor()->allocation().rowCount(), 2);
        office.key(Qt::Key_F4); // 전액
        QCOMPARE(office.editor()->form().typedText(Col::amount), QStringLiteral("220,000"));
        office.key(Qt::Key_F8);
        QTRY_VERIFY(!office.editor());
        qInfo("payment recorded: %d key presses", office.keys);
        QVERIFY(office.keys <= 15);
        QCOMPARE(office.balance(office.daon), Won{});
        const auto payments = office.payments();
        QCOMPARE(payments.size(), std::size_t{1});
        QCOMPARE(payments[0].kind, PaymentKind::Transfer);
        QCOMPARE(payments[0].receivedOn, Date{20261123});
        QTRY_VERIFY(office.list()->strip().text().contains(QStringLiteral("220,000")));
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.balance(office.daon), Won{220'000});
    }

    void keys_typed_faster_than_the_list_of_customers_take_the_same_one()
    {
        Office office;
        office.edit({});
        office.consonants(QStringLiteral("ㄷㅇ"));
        office.press(Qt::Key_Return);
        office.type(QStringLiteral("50000"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.editor());
        QCOMPARE(office.balance(office.daon), Won{170'000});
    }

    void all_that_is_owed_is_taken_though_it_is_not_read_yet()
    {
        Office office;
        office.edit({});
        office.consonants(QStringLiteral("ㄷㅇ"));
        office.press(Qt::Key_Return);
        office.press(Qt::Key_F4);
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.editor());
        QCOMPARE(office.balance(office.daon), Won{});
    }

    void all_that_is_owed_is_never_another_customers()
    {
        Office office;
        office.edit(office.daon);
        QTRY_COMPARE(office.editor()->allocation().rowCount(), 2);
        office.editor()->customerField().setFocus();
        office.type(QStringLiteral("새벽유업"), true);
        office.press(Qt::Key_Return);
        office.press(Qt::Key_F4);
        QTRY_COMPARE(office.editor()->customer(), office.saebyeok);
        QTRY_COMPARE(office.editor()->allocation().rowCount(), 0);
        QCOMPARE(office.editor()->form().typedText(Col::amount), QString());
    }

    void what_is_wrong_is_told_at_its_field_and_nothing_is_lost()
    {
        Office office;
        office.edit({});
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.problem(Col::amount).isEmpty());
        auto* customer = office.editor()->customerField().parentWidget();
        QVERIFY(!qobject_cast<FormCell*>(customer)->problem().isEmpty());
        QCOMPARE(QApplication::focusWidget(), &office.editor()->customerField());
        office.editor()->customerField().choose(office.daon, QStringLiteral("(주)다온코스메틱"));
        for (const char* amount : {"0", "-5000", "1234567890123456789012345678901", "천만원", "12.5"}) {
            office.field(Col::amount)->setFocus();
            office.type(QString::fromUtf8(amount), true);
            office.press(Qt::Key_F8);
            QTRY_VERIFY2(!office.problem(Col::amount).isEmpty(), amount);
            QVERIFY(office.editor());
            QTRY_COMPARE(QApplication::focusWidget(), office.field(Col::amount));
        }
        office.type(QStringLiteral("5000"), true);
        office.field(Col::receivedOn)->setFocus();
        office.type(QStringLiteral("2026-02-30"), true);
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.problem(Col::receivedOn).isEmpty());
        QVERIFY(office.payments().empty());
        office.type(QStringLiteral("1120"), true);
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.editor());
        QCOMPARE(office.payments().front().receivedOn, Date{20261120});
    }

    void a_note_shows_its_fields_and_must_not_mature_before_it_was_issued()
    {
        Office office;
        office.edit(office.daon);
        QVERIFY(!office.field(Col::noteNumber)->isVisible());
        office.type(QStringLiteral("110000"));
        auto* kind = qobject_cast<ChoiceField*>(office.field(Col::kind));
        kind->setFocus();
        while (kind->currentData().toLongLong() != qint64(PaymentKind::Note))
            office.press(Qt::Key_Down);
        QTRY_VERIFY(office.field(Col::noteNumber)->isVisible());
        office.field(Col::noteNumber)->setFocus();
        office.type(QStringLiteral("00420077"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.problem(Col::noteDueOn).isEmpty()); // when does it mature?
        office.field(Col::noteIssuedOn)->setFocus();
        office.type(QStringLiteral("2026-11-20"), true);
        office.field(Col::noteDueOn)->setFocus();
        office.type(QStringLiteral("2026-11-19"), true);
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.problem(Col::noteDueOn).isEmpty());
        QCOMPARE(QApplication::focusWidget(), office.field(Col::noteDueOn));
        QCOMPARE(office.editor()->form().typedText(Col::noteNumber), QStringLiteral("00420077"));
        office.type(QStringLiteral("2027-01-20"), true);
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.editor());
        QCOMPARE(office.payments().front().noteDueOn, Date{20270120});
    }

    void amounts_typed_for_deliveries_are_stored_and_may_not_be_more_than_the_payment()
    {
        Office office;
        office.edit(office.daon);
        office.type(QStringLiteral("60000"));
        QTRY_COMPARE(office.editor()->allocation().rowCount(), 2);
        auto& model = office.editor()->allocation();
        QCOMPARE(model.index(0, AllocationModel::Share).data().toString(), QStringLiteral("60,000"));
        QVERIFY(model.shares().empty()); // by itself: nothing is stored
        office.editor()->automatic().setFocus();
        office.press(Qt::Key_Space);
        QVERIFY(!model.isAutomatic());
        office.editor()->grid().setFocus();
        office.press(Qt::Key_Return); // nothing for the first one
        office.type(QStringLiteral("70000"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(model.firstProblem().isValid());
        QVERIFY(office.editor());
        QTRY_VERIFY(office.editor()->grid().isAncestorOf(QApplication::focusWidget()));
        office.type(QStringLiteral("50000"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.editor());
        const auto open = office.company.read([&](Reader& r) { return r.payments().openDebts(office.daon); });
        QCOMPARE(open.size(), std::size_t{2});
        QCOMPARE(open[0].open, Won{100'000}); // 10,000 went to the oldest
        QCOMPARE(open[1].open, Won{60'000});
    }

    void what_was_typed_is_back_after_closing()
    {
        Office office;
        office.edit(office.daon);
        office.type(QStringLiteral("12345"));
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.editor());
        office.edit(office.daon);
        QTRY_COMPARE(office.editor()->form().typedText(Col::amount), QStringLiteral("12345"));
    }

    void saving_by_the_print_key_asks_for_the_receipt()
    {
        Office office;
        QSignalSpy receipts(&office.places->money(), &ReceivablePlaces::showDocuments);
        office.edit(office.daon);
        office.type(QStringLiteral("5000"));
        office.press(Qt::Key_F7);
        QTRY_COMPARE(receipts.size(), 1);
        const auto wanted = receipts.first().first().value<DocumentRequest>();
        QCOMPARE(wanted.kind, FormKind::Receipt);
        QCOMPARE(wanted.ids, std::vector{office.payments().front().id});
    }

    void a_payment_is_taken_back_in_the_list_and_undone()
    {
        Office office;
        office.note(office.daon, {20270110});
        office.open();
        office.press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(office.current<PaymentListPage>());
        auto* page = office.current<PaymentListPage>();
        QTRY_VERIFY(!page->currentId().isNil());
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&page->table()));
        office.press(Qt::Key_Delete);
        QTRY_COMPARE(office.balance(office.daon), Won{220'000});
        QCOMPARE(office.payments().size(), std::size_t{2});
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.balance(office.daon), Won{110'000});
    }

    void the_ledger_runs_through_the_period_and_enter_opens_the_document()
    {
        Office office;
        office.note(office.daon, {20270110});
        office.open();
        office.press(Qt::Key_Return);
        QTRY_VERIFY(office.current<LedgerPage>());
        auto* page = office.current<LedgerPage>();
        QAbstractItemModelTester tester(page->table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(page->model().rowCount(), 4); // carried forward, two deliveries, the note
        QTRY_VERIFY(page->model().totals());
        QCOMPARE(page->model().totals()->debits, Won{220'000});
        QCOMPARE(page->model().totals()->closing, Won{110'000});
        QCOMPARE(page->subtitle(), QStringLiteral("(주)다온코스메틱"));
        QCOMPARE(namelessFields(*page), QStringList());
        office.press(Qt::Key_Down);
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.window->currentPlace(), QStringLiteral("deliveries"));
        office.window->goTo(QStringLiteral("receivables"));
        QTRY_VERIFY(office.current<LedgerPage>());
        office.press(Qt::Key_End, Qt::ControlModifier);
        QTRY_COMPARE(page->table().currentRow(), 3);
        office.press(Qt::Key_Return);
        QTRY_VERIFY(office.current<PaymentListPage>());
    }

    void the_ledger_on_paper_has_the_period_that_is_shown()
    {
        Office office;
        office.open();
        office.press(Qt::Key_Return);
        QTRY_VERIFY(office.current<LedgerPage>() && office.current<LedgerPage>()->model().totals());
        const auto printedMark = [&office] { // "2026-09-01 ~ 2026-11-30"
            office.press(Qt::Key_F7);
            [&] { QTRY_VERIFY(office.current<DocumentPage>() && !office.current<DocumentPage>()->forms().empty()); }();
            QString marks;
            for (const FormField& mark : office.current<DocumentPage>()->forms().front().marks)
                marks += QString::fromStdString(mark.value) + u'\n';
            office.press(Qt::Key_Escape);
            return marks;
        };
        QVERIFY2(printedMark().contains(QStringLiteral("2026-09-01 ~ 2026-11-30")), qPrintable(printedMark()));
        QTRY_VERIFY(office.current<LedgerPage>());
        office.current<LedgerPage>()->findChild<ChipRow*>()->choose(
            QStringLiteral("all")); // from the first line to today
        QVERIFY2(printedMark().contains(QStringLiteral("2026-10-01 ~ 2026-11-23")), qPrintable(printedMark()));
    }

    void a_dishonoured_note_is_owed_again_and_the_ledger_says_so()
    {
        Office office;
        const Uuid note = office.note(office.daon, {20261120});
        office.open();
        office.press(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(office.current<NoteListPage>());
        QTRY_COMPARE(office.current<NoteListPage>()->table().isVisible(), true);
        office.places->money().settleNote(note, true);
        QTRY_VERIFY(office.current<NoteEventPage>() && office.current<NoteEventPage>()->isReady());
        auto& form = office.current<NoteEventPage>()->form();
        QTRY_COMPARE(QApplication::focusWidget(), form.field(col::NoteEvent::on));
        office.type(QStringLiteral("2026-11-01"), true); // before it was taken
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!form.cell(col::NoteEvent::on)->problem().isEmpty());
        office.type(QStringLiteral("2026-11-21"), true);
        office.press(Qt::Key_F8);
        QTRY_VERIFY(office.current<NoteListPage>());
        QCOMPARE(office.balance(office.daon), Won{220'000});
        const auto ledger = office.company.read(
            [&](Reader& r) { return r.receivables().ledger(office.daon, {20261121}, {20261121}); });
        QCOMPARE(ledger.lines.size(), std::size_t{1});
        QCOMPARE(ledger.lines[0].fact->reversalKind, ReversalKind::Dishonour);
        QCOMPARE(namelessFields(*office.window->currentPage()), QStringList());
    }

    void who_only_reads_sees_it_all_and_records_nothing()
    {
        Office office;
        office.company.data->setRole(Role::Executive);
        office.open();
        office.press(Qt::Key_F2);
        QTRY_VERIFY(!office.list()->strip().text().isEmpty());
        QVERIFY(!office.editor());
        office.press(Qt::Key_Return);
        QTRY_VERIFY(office.current<LedgerPage>());
    }

    void the_list_shows_what_is_owed_and_every_field_has_a_name()
    {
        Office office;
        office.open();
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 1);
        auto* model = office.list()->table().model();
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model->index(0, 1).data().toString(), QStringLiteral("220,000"));
        QCOMPARE(namelessFields(*office.list()), QStringList());
        office.edit({});
        QCOMPARE(namelessFields(*office.editor()), QStringList());
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(ReceivablesTest)
#include "receivables_test.moc"
