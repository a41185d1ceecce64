// Money owed, used as people use it: in a real window, by keys, on a company in a file.
#include "tests/app/receivables_office.h"

using namespace dure;
using namespace dure::app;
using Col = col::Payment;

class ReceivablesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

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
        QTRY_VERIFY(office.current<LedgerPage>());
        auto* from = office.window->findChildren<DateField*>().constFirst();
        from->setFocus();
        office.type(QStringLiteral("20261105"), true); // and no Enter
        QVERIFY2(printedMark().contains(QStringLiteral("2026-11-05 ~ ")), qPrintable(printedMark()));
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
