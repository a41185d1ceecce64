// What is typed into an order is saved once and never lost, whatever is pressed meanwhile and whatever fails.
#include "app/shell/key_help_page.h"
#include "tests/app/order_office.h"

using namespace dure;
using namespace dure::app;

class OrderSafetyTest : public OfficeTest<Office>
{
    Q_OBJECT
public:
    OrderSafetyTest()
        : OfficeTest("order safety test")
    { }

private:
    std::vector<std::string> draftNames()
    {
        return office().company.run([](commands::Commands& c) { return c.draftNames(); });
    }
    sqlite::Database otherHand() { return {office().company.data->databasePath().toStdString(), {}}; }
    int orders()
    {
        return office().company.read([](Reader& r) {
            storage::OrderFilter filter;
            filter.chip = storage::OrderChip::All;
            filter.today = today;
            return int(r.orders().list(filter, {}).size());
        });
    }
    void typeALine(const QString& quantity)
    {
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        QTRY_COMPARE(office().editor()->model().lineCount(), 1);
        type(quantity);
        press(Qt::Key_Return);
    }
    /// A new order of 새벽유업 with one line, ready to be saved.
    OrderEditorPage& typeAnOrder()
    {
        OrderEditorPage& editor = office().newOrder();
        type(QStringLiteral("새벽유업(주)"));
        press(Qt::Key_Return);
        [&] { QTRY_COMPARE(editor.head().customer().customer(), office().saebyeok); }();
        typeALine(QStringLiteral("77"));
        [&] { QTRY_VERIFY(editor.grid().isSettled()); }();
        return editor;
    }
    OrderEditorPage* onlyEditor()
    {
        const auto editors = office().window.findChildren<OrderEditorPage*>();
        return editors.size() == 1 && editors[0] == office().window.currentPage() ? editors[0] : nullptr;
    }
    /// An order whose first quantity was changed to 700 and not saved, and that was deleted elsewhere since.
    Uuid changeThenLose()
    {
        const Uuid id = office().company.order(
            office().daon, office().products[0], "PET 350ml 브라운", 500, Date::fromYmd(2026, 12, 2));
        OrderEditorPage& editor = office().openOrder(id);
        editor.grid().goTo(editor.model().index(0, int(LineColumn::Quantity)));
        editor.grid().setFocus();
        type(QStringLiteral("700"));
        press(Qt::Key_Return);
        press(Qt::Key_F9);
        [&] { QTRY_VERIFY(office().list()); }();
        [&] { QVERIFY(office().company.run([id](commands::Commands& c) { return c.deleteOrder(id); })); }();
        return id;
    }

private Q_SLOTS:
    void init() { openOffice(); }
    void cleanup() { closeOffice(); }

    void an_order_under_the_page_of_keys_is_not_opened_twice_nor_saved_twice()
    {
        typeAnOrder();
        press(Qt::Key_F1);
        QTRY_VERIFY(qobject_cast<KeyHelpPage*>(office().window.currentPage()));
        office().places->editOrder({}); // as Ctrl+K does
        QTRY_VERIFY(onlyEditor());
        QTRY_COMPARE(onlyEditor()->model().lineCount(), 1);
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        QVERIFY(office().window.findChildren<OrderEditorPage*>().isEmpty());
        QCOMPARE(orders(), 1);
        QVERIFY(draftNames().empty());
    }

    void an_editor_that_cannot_let_go_is_not_joined_by_another_on_the_same_draft()
    {
        OrderEditorPage& editor = typeAnOrder();
        QTRY_COMPARE(draftNames().size(), std::size_t(1));
        sqlite::Database other = otherHand();
        other.execute("ALTER TABLE draft RENAME TO draft_gone");
        office().places->editOrder({});
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("stays open")));
        QCOMPARE(onlyEditor(), &editor);
        other.execute("ALTER TABLE draft_gone RENAME TO draft");
        press(Qt::Key_Escape);
        QTRY_VERIFY(office().list()); // and what was asked for then is not opened so much later
    }

    void a_change_of_an_order_that_is_gone_comes_back_and_is_saved_as_a_new_one()
    {
        const Uuid id = changeThenLose();
        office().places->editOrder(id); // "Go on with it"
        QTRY_COMPARE(office().editor()->model().lineCount(), 1);
        QCOMPARE(office().cell(0, LineColumn::Quantity), QStringLiteral("700"));
        QVERIFY(office().editor()->strip().text().contains(QStringLiteral("deleted elsewhere")));
        press(Qt::Key_F8); // the order itself cannot be saved any more
        auto* asNew = office().editor()->strip().findChild<KeyButton*>();
        QTRY_VERIFY((asNew = office().editor()->strip().findChild<KeyButton*>())
            && office().editor()->strip().text().contains(QStringLiteral("no longer")));
        asNew->click();
        QTRY_VERIFY(office().list());
        QVERIFY(office().lastOrder()->order.id != id);
        QCOMPARE(office().lastOrder()->lines.front().line.quantity, Quantity::fromInteger(700));
        QVERIFY(draftNames().empty());
    }

    void a_change_of_an_order_that_is_gone_is_offered_where_a_new_one_begins()
    {
        const Uuid id = changeThenLose();
        OrderEditorPage& editor = office().newOrder();
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("deleted now")));
        editor.strip().findChild<KeyButton*>()->click();
        QTRY_COMPARE(editor.model().lineCount(), 1);
        QCOMPARE(office().cell(0, LineColumn::Quantity), QStringLiteral("700"));
        QTRY_COMPARE(editor.strip().findChildren<KeyButton*>().size(), 2);
        editor.strip().findChildren<KeyButton*>()[1]->click(); // throw it away
        QTRY_COMPARE(editor.model().lineCount(), 0);
        QVERIFY(draftNames().empty());
        QTRY_COMPARE(editor.strip().findChildren<KeyButton*>().size(), 1);
        editor.strip().findChild<KeyButton*>()->click(); // and bring it back
        QTRY_COMPARE(editor.model().lineCount(), 1);
        QTRY_COMPARE(draftNames(), std::vector<std::string>{"order/" + id.toString()});
    }

    void what_was_to_become_a_new_order_and_could_not_be_saved_comes_back()
    {
        const Uuid id = changeThenLose();
        office().places->editOrder(id);
        QTRY_COMPARE(office().editor()->model().lineCount(), 1);
        sqlite::Database other = otherHand();
        other.execute("ALTER TABLE outbox_row RENAME TO outbox_row_gone");
        QSignalSpy stays(office().editor(), &Page::stays);
        office().editor()->strip().findChild<KeyButton*>()->click();
        QTRY_COMPARE(stays.count(), 1);
        other.execute("ALTER TABLE outbox_row_gone RENAME TO outbox_row");
        press(Qt::Key_F9);
        QTRY_VERIFY(office().list());
        QTRY_VERIFY(office().list()->strip().findChild<KeyButton*>());
        office().list()->strip().findChild<KeyButton*>()->click(); // "Go on with it"
        QTRY_COMPARE(office().editor()->model().lineCount(), 1);
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        QCOMPARE(office().lastOrder()->lines.front().line.quantity, Quantity::fromInteger(700));
        QVERIFY(draftNames().empty());
    }

    void prices_that_could_not_be_read_are_read_again_to_save()
    {
        OrderEditorPage& editor = office().newOrder();
        auto* completion = editor.findChild<ProductCompletion*>();
        sqlite::Database other = otherHand();
        other.execute("ALTER TABLE customer_price RENAME TO price_gone");
        type(QStringLiteral("새벽유업(주)"));
        press(Qt::Key_Return);
        QTRY_COMPARE(editor.head().customer().customer(), office().saebyeok);
        QTest::qWait(200);
        QVERIFY(!completion->pricing());
        other.execute("ALTER TABLE price_gone RENAME TO customer_price");
        typeALine(QStringLiteral("77"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        QCOMPARE(office().lastOrder()->lines.size(), std::size_t(1));
    }

    void what_was_put_aside_can_be_brought_back_though_another_order_waits_too()
    {
        office().places->editOrder({}, office().daon); // an order begun for a customer
        typeALine(QStringLiteral("5"));
        press(Qt::Key_F9);
        QTRY_VERIFY(office().list());
        office().company.run([](commands::Commands& c) { return c.dropDraft("order/new"); });
        OrderEditorPage& editor = office().newOrder();
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("다온")));
        typeALine(QStringLiteral("77"));
        press(Qt::Key_F9);
        QTRY_VERIFY(office().list());
        OrderEditorPage& again = office().newOrder();
        QTRY_COMPARE(again.model().lineCount(), 1);
        again.strip().findChild<KeyButton*>()->click(); // begin a new one
        QTRY_COMPARE(again.model().lineCount(), 0);
        QTest::qWait(300);
        QVERIFY2(again.strip().text().contains(QStringLiteral("put aside")), qPrintable(again.strip().text()));
        again.strip().findChild<KeyButton*>()->click();
        QTRY_COMPARE(office().cell(0, LineColumn::Quantity), QStringLiteral("77"));
    }

    void saving_while_the_page_closes_says_saved_and_not_kept()
    {
        OrderEditorPage& editor = typeAnOrder();
        QSignalSpy kept(&editor, &EditorPage::draftKept);
        QVERIFY(!editor.mayClose()); // Esc: the draft is being written
        editor.save();
        QTRY_VERIFY(office().list());
        QCOMPARE(kept.count(), 0);
        QVERIFY(office().list()->strip().text().contains(QStringLiteral("was saved")));
        QCOMPARE(orders(), 1);
        QVERIFY(draftNames().empty());
    }

    void what_is_being_composed_is_kept_when_the_company_is_left()
    {
        OrderEditorPage& editor = typeAnOrder();
        editor.grid().goTo(editor.model().index(0, int(LineColumn::Note)));
        editor.grid().setFocus();
        type(QStringLiteral("급"));
        compose(QStringLiteral("함"));
        editor.leaving();
        const auto text = office().company.run([](commands::Commands& c) { return c.loadDraft("order/new"); });
        QVERIFY(text);
        QVERIFY2(QString::fromStdString(*text).contains(QStringLiteral("급함")), text->c_str());
    }
};

QTEST_MAIN(OrderSafetyTest)
#include "order_safety_test.moc"
