// A payment recorded: by keys, faster than what is read, and with what is wrong told at its field.
#include "tests/app/receivables_office.h"

using namespace dure;
using namespace dure::app;
using Col = col::Payment;

class PaymentEditorTest : public QObject
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

    void a_payment_that_waits_to_be_saved_is_not_saved_with_half_of_what_is_typed_then()
    {
        Office office;
        office.edit({});
        office.consonants(QStringLiteral("ㄷㅇ"));
        office.press(Qt::Key_Return);
        office.press(Qt::Key_F4);
        office.press(Qt::Key_F8); // nothing is read yet
        office.field(Col::amount)->setFocus();
        office.type(QStringLiteral("5"));
        QTRY_COMPARE(office.editor()->customer(), office.daon);
        QTRY_COMPARE(office.editor()->allocation().rowCount(), 2);
        QTest::qWait(100);
        QVERIFY(office.editor());
        QCOMPARE(office.editor()->form().typedText(Col::amount), QStringLiteral("5"));
        QVERIFY(office.payments().empty());
    }

    void all_that_is_owed_comes_without_the_keyboard()
    {
        Office office;
        office.edit({});
        office.consonants(QStringLiteral("ㄷㅇ"));
        office.press(Qt::Key_Return);
        office.press(Qt::Key_F4);
        office.field(Col::memo)->setFocus(); // somebody goes on meanwhile
        office.type(QStringLiteral("11"));
        QTRY_COMPARE(office.editor()->form().typedText(Col::amount), QStringLiteral("220,000"));
        QCOMPARE(QApplication::focusWidget(), office.field(Col::memo));
        office.type(QStringLiteral("월분"));
        QCOMPARE(office.editor()->form().typedText(Col::memo), QStringLiteral("11월분"));
    }

    void a_share_being_typed_is_not_cut_in_two_by_what_others_do()
    {
        Office office;
        office.edit(office.daon);
        QTRY_COMPARE(office.editor()->allocation().rowCount(), 2);
        office.editor()->automatic().click();
        AllocationGrid& grid = office.editor()->grid();
        grid.goTo(office.editor()->allocation().index(1, AllocationModel::Share));
        grid.setFocus();
        office.type(QStringLiteral("12"));
        office.deliver(office.daon, {20261120}); // a third debt
        QTest::qWait(200);
        office.type(QStringLiteral("000"));
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.editor()->allocation().rowCount(), 3);
        QCOMPARE(
            office.editor()->allocation().index(1, AllocationModel::Share).data(Qt::EditRole).toString().remove(u','),
            QStringLiteral("12000"));
        QVERIFY(office.editor()->allocation().index(0, AllocationModel::Share).data(Qt::EditRole).toString().isEmpty());
    }

    void a_wrong_date_of_a_note_stops_no_other_payment()
    {
        Office office;
        office.edit(office.daon);
        office.type(QStringLiteral("110000"));
        auto* kind = qobject_cast<ChoiceField*>(office.field(Col::kind));
        const int before = kind->currentIndex();
        kind->setCurrentIndex(kind->findData(qint64(PaymentKind::Note)));
        office.field(Col::noteDueOn)->setFocus();
        office.type(QStringLiteral("13-45"), true);
        kind->setCurrentIndex(before);
        office.field(Col::amount)->setFocus();
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.editor());
        QCOMPARE(office.balance(office.daon), Won{110'000});
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

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(PaymentEditorTest)
#include "payment_editor_test.moc"
