// What was typed and not saved, and what comes in from elsewhere while an order is open.
#include "tests/app/order_office.h"

using namespace dure;
using namespace dure::app;

class OrderDraftTest : public OfficeTest<Office>
{
    Q_OBJECT
public:
    OrderDraftTest()
        : OfficeTest("order draft test")
    { }

private:
    std::vector<std::string> draftNames()
    {
        return office().company.run([](commands::Commands& c) { return c.draftNames(); });
    }
    void typeQuantity(OrderEditorPage& editor, const QString& quantity)
    {
        editor.grid().goTo(editor.model().index(0, int(LineColumn::Quantity)));
        editor.grid().setFocus();
        type(quantity);
        press(Qt::Key_Return);
    }
    void typeALine()
    {
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        QTRY_COMPARE(office().editor()->model().lineCount(), 1);
    }
    /// A new order of 새벽유업 with one line of 77.
    void typeAnOrder()
    {
        office().newOrder();
        type(QStringLiteral("새벽유업(주)"));
        press(Qt::Key_Return);
        QTRY_COMPARE(office().editor()->head().customer().customer(), office().saebyeok);
        typeALine();
        type(QStringLiteral("77"));
        press(Qt::Key_Return);
    }

private Q_SLOTS:
    void init() { openOffice(); }
    void cleanup() { closeOffice(); }

    void an_order_that_is_edited_changes_only_what_was_typed_and_keeps_what_came_in_meanwhile()
    {
        const Uuid id = office().company.order(
            office().daon, office().products[0], "PET 350ml 브라운", 500, Date::fromYmd(2026, 12, 2));
        OrderEditorPage& editor = office().openOrder(id);
        QVERIFY(editor.grid().isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(office().cell(0, LineColumn::Quantity), QStringLiteral("500"));
        // Meanwhile another PC moves the date; its change arrives as one of this company's commands would.
        auto other = office().company.read([id](Reader& r) { return r.orders().detail(id, today); }).value();
        commands::OrderInput theirs{other.order, {other.lines.front().line}};
        const commands::OrderInput seen = theirs;
        theirs.order.dueOn = Date::fromYmd(2026, 12, 5);
        QVERIFY(office().company.run([theirs, seen](commands::Commands& c) { return c.saveOrder(theirs, &seen); }));
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("changed elsewhere")));
        QVERIFY(editor.strip().text().contains(QStringLiteral("12-05")));
        editor.grid().goTo(editor.model().index(0, int(LineColumn::Quantity)));
        editor.grid().setFocus();
        type(QStringLiteral("700"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        const auto saved = office().detail(id);
        QCOMPARE(saved.order.dueOn, Date::fromYmd(2026, 12, 5));
        QCOMPARE(saved.lines.front().line.quantity, Quantity::fromInteger(700));
    }

    void a_line_that_was_taken_out_elsewhere_does_not_keep_the_order_from_being_saved()
    {
        const Uuid id = office().company.order(
            office().daon, office().products[0], "PET 350ml 브라운", 500, Date::fromYmd(2026, 12, 2));
        auto first = office().detail(id);
        commands::OrderInput two{first.order, {first.lines[0].line, first.lines[0].line}};
        two.lines[1].id = {};
        two.lines[1].quantity = Quantity::fromInteger(20);
        QVERIFY(office().company.run([two](commands::Commands& c) { return c.saveOrder(two); }));
        OrderEditorPage& editor = office().openOrder(id);
        QCOMPARE(editor.model().lineCount(), 2);
        auto now = office().detail(id);
        commands::OrderInput one{now.order, {now.lines[0].line}};
        QVERIFY(office().company.run([one](commands::Commands& c) { return c.saveOrder(one); }));
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("taken out")));
        editor.grid().goTo(editor.model().index(0, int(LineColumn::Quantity)));
        editor.grid().setFocus();
        type(QStringLiteral("600"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        const auto saved = office().detail(id);
        QCOMPARE(saved.lines.size(), std::size_t(1));
        QCOMPARE(saved.lines.front().line.quantity, Quantity::fromInteger(600));
    }

    void what_was_typed_survives_closing_and_goes_on()
    {
        office().newOrder();
        type(QStringLiteral("새벽유업(주)"));
        press(Qt::Key_Return);
        QTRY_COMPARE(office().editor()->head().customer().customer(), office().saebyeok);
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        type(QStringLiteral("77"));
        press(Qt::Key_Return);
        type(QStringLiteral("12.5"));
        press(Qt::Key_Tab);
        press(Qt::Key_Escape);
        QTRY_VERIFY(office().list());
        QVERIFY(office().list()->strip().text().contains(QStringLiteral("kept on this PC")));
        OrderEditorPage& again = office().newOrder();
        QTRY_COMPARE(again.model().lineCount(), 1);
        QTRY_COMPARE(again.head().customer().text(), QStringLiteral("새벽유업(주)"));
        QCOMPARE(office().cell(0, LineColumn::Quantity), QStringLiteral("77"));
        QCOMPARE(office().cell(0, LineColumn::Price), QStringLiteral("12.5"));
        QVERIFY(again.strip().text().contains(QStringLiteral("begun before")));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        QCOMPARE(office().lastOrder()->lines.size(), std::size_t(1));
        OrderEditorPage& third = office().newOrder();
        QTest::qWait(100);
        QCOMPARE(third.model().lineCount(), 0);
    }

    void closing_while_it_is_saved_keeps_nothing_to_be_saved_again()
    {
        OrderEditorPage& editor = office().newOrder();
        type(QStringLiteral("새벽유업(주)"));
        press(Qt::Key_Return);
        QTRY_COMPARE(editor.head().customer().customer(), office().saebyeok);
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        type(QStringLiteral("77"));
        press(Qt::Key_Return);
        QTRY_VERIFY(editor.grid().isSettled());
        editor.save();
        QVERIFY(!editor.mayClose());
        press(Qt::Key_F9);
        QTRY_VERIFY(office().list());
        QCOMPARE(office().lastOrder()->lines.size(), std::size_t(1));
        QCOMPARE(office().company.run([](commands::Commands& c) { return c.draftNames(); }).size(), std::size_t(0));
    }

    void what_was_typed_is_kept_even_if_nobody_closes_anything()
    {
        OrderEditorPage& editor = office().newOrder();
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        QTRY_COMPARE(office().company.run([](commands::Commands& c) { return c.draftNames(); }),
            std::vector<std::string>{"order/new"});
        editor.model().removeLine(0);
        press(Qt::Key_Escape);
        QTRY_VERIFY(office().company.run([](commands::Commands& c) { return c.draftNames(); }).empty());
    }

    void what_came_in_while_a_change_was_put_aside_stays_when_it_is_saved()
    {
        const Uuid id = office().company.order(
            office().daon, office().products[0], "PET 350ml 브라운", 500, Date::fromYmd(2026, 12, 2));
        typeQuantity(office().openOrder(id), QStringLiteral("800"));
        press(Qt::Key_F9);
        QTRY_VERIFY(office().list());
        const auto seen = office().detail(id);
        commands::OrderInput theirs{seen.order, {seen.lines.front().line}};
        const commands::OrderInput before = theirs;
        theirs.order.dueOn = Date::fromYmd(2026, 12, 5);
        QVERIFY(office().company.run([=](commands::Commands& c) { return c.saveOrder(theirs, &before); }));
        office().openOrder(id);
        QTRY_COMPARE(office().cell(0, LineColumn::Quantity), QStringLiteral("800"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        QCOMPARE(office().detail(id).order.dueOn, Date::fromYmd(2026, 12, 5));
        QCOMPARE(office().detail(id).lines.front().line.quantity, Quantity::fromInteger(800));
    }

    void a_line_that_was_changed_here_and_taken_out_elsewhere_is_saved_as_a_new_one()
    {
        const Uuid id = office().company.order(
            office().daon, office().products[0], "PET 350ml 브라운", 500, Date::fromYmd(2026, 12, 2));
        const auto first = office().detail(id);
        commands::OrderInput other{first.order, {first.lines[0].line}};
        other.lines[0].id = {};
        other.lines[0].seq = 0;
        other.lines[0].quantity = Quantity::fromInteger(20);
        OrderEditorPage& editor = office().openOrder(id);
        typeQuantity(editor, QStringLiteral("600"));
        QVERIFY(office().company.run([other](commands::Commands& c) { return c.saveOrder(other); }));
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("taken out")));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        const auto saved = office().detail(id);
        QCOMPARE(saved.lines.size(), std::size_t(2));
        for (const auto& each : saved.lines)
            QVERIFY(each.line.id != first.lines[0].line.id);
    }

    void what_was_refused_is_kept_as_a_draft()
    {
        typeAnOrder();
        QTRY_VERIFY(office().editor()->grid().isSettled());
        sqlite::Database other(office().company.data->databasePath().toStdString(), {});
        other.execute("ALTER TABLE outbox_row RENAME TO outbox_row_gone");
        QSignalSpy stays(office().editor(), &Page::stays);
        press(Qt::Key_F8);
        QTRY_COMPARE(stays.count(), 1);
        QVERIFY(office().company.run([](commands::Commands& c) { return c.dropDraft("order/new"); }));
        QTRY_COMPARE(draftNames(), std::vector<std::string>{"order/new"});
        other.execute("ALTER TABLE outbox_row_gone RENAME TO outbox_row");
    }

    void a_page_whose_draft_cannot_be_kept_stays_and_says_so()
    {
        OrderEditorPage& editor = office().newOrder();
        QPointer<OrderEditorPage> alive = &editor;
        typeALine();
        QSignalSpy kept(&editor, &EditorPage::draftKept);
        sqlite::Database other(office().company.data->databasePath().toStdString(), {});
        other.execute("ALTER TABLE draft RENAME TO draft_gone");
        press(Qt::Key_Escape);
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("stays open")));
        QCOMPARE(office().editor(), &editor);
        QVERIFY(!office().window.close());
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("stays open")));
        QVERIFY(office().window.isVisible());
        office().window.goTo(QStringLiteral("customers"));
        QVERIFY(!office().window.close());
        QTRY_COMPARE(office().editor(), &editor); // brought to the front
        QCOMPARE(editor.model().lineCount(), 1);
        QCOMPARE(kept.count(), 0);
        other.execute("ALTER TABLE draft_gone RENAME TO draft");
        press(Qt::Key_Escape);
        QTRY_VERIFY(!alive);
        QVERIFY(office().list()->strip().text().contains(QStringLiteral("kept on this PC")));
        QCOMPARE(draftNames(), std::vector<std::string>{"order/new"});
    }

    void a_page_whose_draft_cannot_be_kept_can_be_closed_without()
    {
        OrderEditorPage& editor = office().newOrder();
        typeALine();
        sqlite::Database other(office().company.data->databasePath().toStdString(), {});
        other.execute("ALTER TABLE draft RENAME TO draft_gone");
        press(Qt::Key_Escape);
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("stays open")));
        editor.strip().findChild<KeyButton*>()->click();
        QVERIFY(office().list());
        other.execute("ALTER TABLE draft_gone RENAME TO draft");
        QVERIFY(draftNames().empty());
    }

    void the_window_closes_when_what_was_typed_is_kept()
    {
        office().newOrder();
        typeALine();
        QSignalSpy closing(&office().window, &MainWindow::closing);
        QVERIFY(!office().window.close());
        QTRY_COMPARE(closing.count(), 1);
        QVERIFY(!office().window.isVisible());
        QCOMPARE(draftNames(), std::vector<std::string>{"order/new"});
    }

    void the_way_back_goes_when_something_newer_is_done()
    {
        typeAnOrder();
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        QTRY_VERIFY(office().list()->strip().findChild<KeyButton*>());
        office().company.customer("한빛산업", "C009");
        QTRY_VERIFY(!office().list()->strip().findChild<KeyButton*>());
        QVERIFY(office().list()->strip().isHidden());
    }

    void beginning_anew_can_be_taken_back()
    {
        OrderEditorPage& first = office().newOrder();
        typeALine();
        press(Qt::Key_Escape);
        QTRY_VERIFY(office().list());
        Q_UNUSED(first)
        OrderEditorPage& editor = office().newOrder();
        QTRY_COMPARE(editor.model().lineCount(), 1);
        editor.strip().findChild<KeyButton*>()->click(); // begin a new one
        QTRY_COMPARE(editor.model().lineCount(), 0);
        QVERIFY(draftNames().empty());
        QVERIFY(editor.strip().text().contains(QStringLiteral("put aside")));
        QTRY_COMPARE(editor.strip().findChildren<KeyButton*>().size(), 1);
        editor.strip().findChild<KeyButton*>()->click();
        QTRY_COMPARE(editor.model().lineCount(), 1);
        QTRY_COMPARE(draftNames(), std::vector<std::string>{"order/new"});
    }

    void what_was_typed_is_kept_when_the_company_is_left()
    {
        OrderEditorPage& editor = office().newOrder();
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        editor.leaving();
        QCOMPARE(office().company.run([](commands::Commands& c) { return c.draftNames(); }),
            std::vector<std::string>{"order/new"});
    }

    void an_order_begun_from_a_customers_page_is_offered_when_a_new_one_is_opened()
    {
        office().places->editOrder({}, office().saebyeok);
        office().editor()->grid().setFocus();
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
        QTRY_VERIFY(office().list());
        OrderEditorPage& editor = office().newOrder();
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("새벽유업")));
        QCOMPARE(editor.model().lineCount(), 0);
        editor.strip().findChild<KeyButton*>()->click();
        QTRY_COMPARE(editor.model().lineCount(), 1);
        QTRY_COMPARE(editor.head().customer().text(), QStringLiteral("새벽유업(주)"));
    }

    void an_order_that_was_deleted_elsewhere_can_be_saved_as_a_new_one()
    {
        const Uuid id = office().company.order(
            office().daon, office().products[0], "PET 350ml 브라운", 500, Date::fromYmd(2026, 12, 2));
        OrderEditorPage& editor = office().openOrder(id);
        editor.grid().goTo(editor.model().index(0, int(LineColumn::Quantity)));
        editor.grid().setFocus();
        type(QStringLiteral("500"));
        press(Qt::Key_Return);
        type(QStringLiteral("12"));
        press(Qt::Key_Return);
        QTRY_COMPARE(draftNames(), std::vector<std::string>{"order/" + id.toString()});
        QVERIFY(office().company.run([id](commands::Commands& c) { return c.deleteOrder(id); }));
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("deleted elsewhere")));
        // The disk refuses the new one: what was typed is still kept under the order's name.
        sqlite::Database other(office().company.data->databasePath().toStdString(), {});
        other.execute("ALTER TABLE outbox_row RENAME TO outbox_row_gone");
        editor.strip().findChild<KeyButton*>()->click();
        QTRY_VERIFY(!editor.strip().text().contains(QStringLiteral("deleted elsewhere")));
        QCOMPARE(draftNames(), std::vector<std::string>{"order/" + id.toString()});
        other.execute("ALTER TABLE outbox_row_gone RENAME TO outbox_row");
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        const auto saved = office().lastOrder();
        QVERIFY(saved->order.id != id);
        QCOMPARE(saved->lines.front().line.quantity, Quantity::fromInteger(500));
        QVERIFY(draftNames().empty());
    }

    void changes_to_an_order_that_were_not_saved_come_back_with_it()
    {
        const Uuid id = office().company.order(
            office().daon, office().products[0], "PET 350ml 브라운", 500, Date::fromYmd(2026, 12, 2));
        OrderEditorPage& editor = office().openOrder(id);
        editor.grid().goTo(editor.model().index(0, int(LineColumn::Quantity)));
        editor.grid().setFocus();
        type(QStringLiteral("800"));
        press(Qt::Key_Return);
        press(Qt::Key_F9);
        QTRY_VERIFY(office().list());
        OrderEditorPage& again = office().openOrder(id);
        QTRY_COMPARE(office().cell(0, LineColumn::Quantity), QStringLiteral("800"));
        auto* away = again.strip().findChild<KeyButton*>();
        QVERIFY(away);
        away->click();
        QTRY_COMPARE(office().cell(0, LineColumn::Quantity), QStringLiteral("500"));
        QCOMPARE(office().detail(id).lines.front().line.quantity, Quantity::fromInteger(500));
    }
};

QTEST_MAIN(OrderDraftTest)
#include "order_draft_test.moc"
