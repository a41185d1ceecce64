// 납기 나누기: a line of an order gets parts with dates of their own, by keys alone.
#include "app/orders/call_off_grid.h"
#include "app/orders/call_off_lines.h"
#include "app/orders/call_off_model.h"
#include "app/orders/call_off_sheet.h"
#include "tests/app/order_office.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMenu>

using namespace dure;
using namespace dure::app;

namespace {

struct Desk : Office
{
    /// A new order of one line: 10,000 of the second product, the cursor in its price.
    OrderEditorPage& newLine()
    {
        OrderEditorPage& page = newOrder();
        type(QStringLiteral("(주)다온코스메틱"));
        press(Qt::Key_Return);
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0200"));
        press(Qt::Key_Return);
        type(QStringLiteral("10000"));
        press(Qt::Key_Return);
        [&] { QTRY_COMPARE(page.model().lineAt(0).line.unitPrice, UnitPrice::fromInteger(20)); }();
        return page;
    }
    CallOffSheet& sheet() { return editor()->callOff(); }
    void split()
    {
        press(Qt::Key_Slash, Qt::ControlModifier);
        [&] { QTRY_VERIFY(sheet().isVisible() && sheet().isAncestorOf(QApplication::focusWidget())); }();
    }
    QStringList column(LineColumn which)
    {
        QStringList texts;
        for (int row = 0; row < editor()->model().lineCount(); ++row)
            texts += cell(row, which);
        return texts;
    }
    QStringList words()
    {
        QStringList all;
        for (const QLabel* label : window.currentPage()->findChildren<QLabel*>())
            if (label->isVisible())
                all += label->text().remove(QChar(0x2060)); // word joiners
        return all;
    }
    bool says(const char* word) { return words().join(u'|').contains(QString::fromUtf8(word)); }
};

} // namespace

class CallOffTest : public OfficeTest<Desk>
{
    Q_OBJECT
public:
    CallOffTest()
        : OfficeTest("call-off test")
    { }

private:
    Desk& desk() { return office(); }

private Q_SLOTS:
    void init() { openOffice(); }
    void cleanup() { closeOffice(); }

    void three_parts_every_week_take_seven_keys_and_one_undo_takes_them_back()
    {
        OrderEditorPage& editor = desk().newLine();
        desk().split();
        press(Qt::Key_3);
        for (int i = 0; i < 3; ++i) // the days and the first date stand there
            press(Qt::Key_Return);
        QCOMPARE(desk().sheet().model().parts().size(), std::size_t{3});
        QVERIFY(desk().says("All of it is spread"));
        press(Qt::Key_F8);
        QVERIFY(desk().sheet().isHidden());
        QCOMPARE(desk().editor(), &editor); // F8 finished the sheet, not the order
        const QStringList parts{QStringLiteral("3,333"), QStringLiteral("3,333"), QStringLiteral("3,334")};
        QCOMPARE(desk().column(LineColumn::Quantity), parts);
        QCOMPARE(desk().column(LineColumn::Price), QStringList(3, QStringLiteral("20")));
        QVERIFY(desk().cell(0, LineColumn::Due).startsWith(QStringLiteral("11-23")));
        QVERIFY(desk().cell(1, LineColumn::Due).startsWith(QStringLiteral("11-30")));
        QVERIFY(desk().cell(2, LineColumn::Due).startsWith(QStringLiteral("12-07")));
        QCOMPARE(editor.model().totals().supply, Won{200'000});

        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk().column(LineColumn::Quantity), QStringList{QStringLiteral("10,000")});
        QVERIFY(editor.model().lineAt(0).line.dueOn.isNull());
        press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(desk().column(LineColumn::Quantity), parts);

        press(Qt::Key_F8);
        QTRY_VERIFY(desk().list());
        const auto saved = desk().lastOrder();
        QCOMPARE(saved->lines.size(), std::size_t{3});
        QCOMPARE(saved->lines[2].line.dueOn, Date{20261207});
        QCOMPARE(saved->lines[2].line.quantity, Quantity::fromInteger(3'334));
        QCOMPARE(saved->supply, Won{200'000});
    }

    void dates_and_quantities_are_typed_and_what_is_left_keeps_its_date()
    {
        desk().newLine();
        desk().split();
        press(Qt::Key_Return); // no number of parts: they are typed
        QCOMPARE(QApplication::focusWidget(), &desk().sheet().grid().field());
        type(QStringLiteral("11월 28일")); // by the input method
        press(Qt::Key_Return);
        QCOMPARE(desk().sheet().model().index(0, CallOffModel::Amount).data().toString(), QStringLiteral("10,000"));
        QCOMPARE(desk().sheet().model().index(0, CallOffModel::Remark).data().toString(), QStringLiteral("weekend"));
        type(QStringLiteral("4000"));
        press(Qt::Key_Return);
        QVERIFY2(desk().says("6,000개 still to be spread"), qPrintable(desk().words().join(u'|')));
        compose(QStringLiteral("1204")); // still in composition when Enter comes
        press(Qt::Key_Return);
        type(QStringLiteral("1000"));
        press(Qt::Key_Return);
        press(Qt::Key_Return); // in the blank row: done
        QVERIFY(desk().sheet().isHidden());
        const QStringList parts{QStringLiteral("5,000"), QStringLiteral("4,000"), QStringLiteral("1,000")};
        QCOMPARE(desk().column(LineColumn::Quantity), parts);
        QVERIFY(desk().editor()->model().lineAt(0).line.dueOn.isNull());
        QCOMPARE(desk().editor()->model().lineAt(1).line.dueOn, (Date{20261128}));
        QCOMPARE(desk().editor()->model().lineAt(2).line.dueOn, (Date{20261204}));
    }

    void more_than_there_is_is_refused_at_its_cell_and_nothing_is_lost()
    {
        desk().newLine();
        desk().split();
        press(Qt::Key_Return);
        for (const char* each : {"1130", "7000", "1207", "4000"}) {
            type(QLatin1String(each));
            press(Qt::Key_Return);
        }
        press(Qt::Key_F8);
        QVERIFY(desk().sheet().isVisible());
        QCOMPARE(desk().sheet().grid().cell(), desk().sheet().model().index(1, CallOffModel::Amount));
        QVERIFY(desk().says("At most 3,000"));
        QCOMPARE(desk().column(LineColumn::Quantity), QStringList{QStringLiteral("10,000")});
        for (const auto& [typed, why] : {std::pair("-5", "more than 0"), std::pair("abc", "Not a quantity")}) {
            type(QLatin1String(typed));
            press(Qt::Key_F8);
            QVERIFY2(desk().says(why), qPrintable(desk().words().join(u'|')));
            QCOMPARE(desk().sheet().grid().cell().data().toString(), QLatin1String(typed));
        }
        type(QStringLiteral("3000"));
        press(Qt::Key_F8);
        QVERIFY(desk().sheet().isHidden());
        const QStringList parts{QStringLiteral("7,000"), QStringLiteral("3,000")};
        QCOMPARE(desk().column(LineColumn::Quantity), parts);
    }

    void fields_say_what_they_take()
    {
        desk().newLine();
        desk().split();
        type(QStringLiteral("0"));
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_Return);
        QVERIFY(desk().says("From 1 to 60"));
        QVERIFY(desk().sheet().model().parts().empty());
        type(QStringLiteral("2"));
        press(Qt::Key_Return);
        type(QStringLiteral("400"));
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QVERIFY(desk().says("From 1 to 366"));
        type(QStringLiteral("30"));
        press(Qt::Key_Return);
        type(QStringLiteral("9999"));
        press(Qt::Key_Return);
        QVERIFY(desk().says("Not a date"));
        type(QStringLiteral("1201"));
        press(Qt::Key_Return);
        QCOMPARE(desk().sheet().model().parts().size(), std::size_t{2});
        press(Qt::Key_Escape);
        QVERIFY(desk().sheet().isHidden());
        QCOMPARE(QApplication::focusWidget(), &desk().editor()->grid().field());
        QCOMPARE(desk().column(LineColumn::Quantity), QStringList{QStringLiteral("10,000")});
    }

    void of_a_line_delivered_in_part_only_the_rest_is_split()
    {
        const Uuid order = desk().company.order(desk().daon, desk().products[0], "PET 350ml 브라운", 1'000, {20261130});
        desk().company.deliver(order, 400);
        OrderEditorPage& editor = desk().openOrder(order);
        const Uuid line = editor.model().lineAt(0).line.id;
        editor.grid().goTo(editor.model().index(0, int(LineColumn::Quantity)));
        editor.grid().setFocus();
        desk().split();
        QVERIFY(desk().says("600 of 1,000 not delivered yet") || desk().says("600개 of 1,000개 not delivered yet"));
        type(QStringLiteral("2"));
        for (int i = 0; i < 3; ++i)
            press(Qt::Key_Return);
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        QTRY_VERIFY(desk().list());
        auto saved = desk().detail(order);
        QCOMPARE(saved.lines.size(), std::size_t{2});
        QCOMPARE(saved.lines[0].line.id, line);
        QCOMPARE(saved.lines[0].line.quantity, Quantity::fromInteger(700)); // 400 went out, 300 are the first part
        QCOMPARE(saved.lines[0].remaining(), Quantity::fromInteger(300));
        QCOMPARE(saved.lines[1].remaining(), Quantity::fromInteger(300));
        QCOMPARE(saved.lines[1].line.dueOn, Date{20261207});
        QCOMPARE(saved.supply, Won{100'000});

        const Uuid all = desk().company.order(desk().daon, desk().products[0], "PET 350ml 브라운", 10, {20261130});
        desk().company.deliver(all, 10);
        desk().openOrder(all).grid().setFocus();
        press(Qt::Key_Slash, Qt::ControlModifier);
        QVERIFY(desk().sheet().isHidden());
        QVERIFY(desk().editor()->strip().text().contains(QStringLiteral("All of this line was delivered")));
    }

    void parts_that_are_begun_survive_the_page_as_they_were_typed()
    {
        desk().newLine();
        desk().split();
        press(Qt::Key_Return);
        for (const char* each : {"1130", "7000", "13-45", "abc"}) {
            type(QLatin1String(each));
            press(Qt::Key_Return);
        }
        const auto part = [this](int row, int column) {
            return desk().sheet().model().index(row, column).data(Qt::EditRole).toString();
        };
        QTRY_COMPARE(part(1, CallOffModel::Amount), QStringLiteral("abc"));
        type(QStringLiteral("1214"));
        press(Qt::Key_Return);
        type(QStringLiteral("100"));
        press(Qt::Key_Return);
        auto& typed = desk().sheet().model();
        typed.setData(typed.index(1, CallOffModel::On), QString()); // a part between others that is empty again
        typed.setData(typed.index(1, CallOffModel::Amount), QString());
        desk().sheet().grid().goTo(desk().sheet().model().index(0, CallOffModel::Amount));
        type(QStringLiteral("6500")); // and nothing that ends the cell
        press(Qt::Key_F9);
        QTRY_VERIFY(desk().list());
        OrderEditorPage& again = desk().newOrder();
        QTRY_COMPARE(again.model().lineCount(), 1);
        QVERIFY(desk().sheet().isHidden());
        QTRY_VERIFY(again.strip().text().contains(QStringLiteral("Line 1 was being split")));
        press(Qt::Key_F6);
        again.grid().goTo(again.model().index(0, int(LineColumn::Quantity)));
        desk().split();
        QVERIFY(part(0, CallOffModel::On).startsWith(QStringLiteral("11-30")));
        QCOMPARE(part(0, CallOffModel::Amount), QStringLiteral("6,500"));
        QVERIFY(part(1, CallOffModel::On).startsWith(QStringLiteral("12-14")));
        QCOMPARE(part(1, CallOffModel::Amount), QStringLiteral("100"));
        QCOMPARE(desk().column(LineColumn::Quantity), QStringList{QStringLiteral("10,000")});
    }

    void parts_begun_of_two_lines_of_a_stored_order_are_kept_though_nothing_else_changed()
    {
        const Uuid order = desk().company.order(desk().daon, desk().products[0], "PET 350ml 브라운", 1'000, {20261130});
        auto stored = desk().detail(order);
        commands::OrderInput two{stored.order, {stored.lines[0].line, stored.lines[0].line}};
        two.lines[1].id = {};
        QVERIFY(desk().company.run([two](commands::Commands& c) { return c.saveOrder(two); }));
        const auto splitRow = [this](int row) {
            desk().editor()->grid().goTo(desk().editor()->model().index(row, int(LineColumn::Quantity)));
            desk().editor()->grid().setFocus();
            desk().split();
        };
        desk().openOrder(order);
        for (const int row : {0, 1}) {
            splitRow(row);
            desk().sheet().grid().setFocus();
            for (const char* each : {"1207", "13-4x"}) { // a day, and no quantity
                type(QLatin1String(each));
                press(Qt::Key_Return);
            }
            press(Qt::Key_Escape);
        }
        press(Qt::Key_F9);
        QTRY_VERIFY(desk().list());
        desk().openOrder(order);
        QTRY_VERIFY(desk().editor()->strip().text().contains(QStringLiteral("Line 1, 2 was being split")));
        for (const int row : {0, 1}) {
            splitRow(row);
            QVERIFY(desk().sheet().model().index(0, CallOffModel::On).data().toString().startsWith(u"12-07"));
            QCOMPARE(desk().sheet().model().index(0, CallOffModel::Amount).data().toString(), QStringLiteral("13-4x"));
            press(Qt::Key_Escape);
        }
    }

    void looking_at_the_parts_of_an_order_changes_nothing()
    {
        const Uuid order = desk().company.order(desk().daon, desk().products[0], "PET 350ml 브라운", 1'000, {20261130});
        OrderEditorPage& editor = desk().openOrder(order);
        editor.grid().goTo(editor.model().index(0, int(LineColumn::Quantity)));
        editor.grid().setFocus();
        desk().split();
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        QTRY_VERIFY(desk().list());
        QVERIFY(desk().company.run([](commands::Commands& c) { return c.draftNames(); }).empty());
    }

    void a_line_without_a_quantity_says_what_is_missing()
    {
        desk().newOrder();
        press(Qt::Key_F6);
        press(Qt::Key_Slash, Qt::ControlModifier);
        QVERIFY(desk().sheet().isHidden());
        QVERIFY(desk().editor()->strip().text().contains(QStringLiteral("cannot be split yet")));
    }

    void the_menu_of_the_lines_offers_it_and_f1_names_its_key()
    {
        desk().newLine();
        QContextMenuEvent asked(QContextMenuEvent::Mouse, {}, desk().editor()->grid().mapToGlobal(QPoint(20, 40)));
        QApplication::sendEvent(desk().editor()->grid().viewport(), &asked);
        auto* menu = desk().editor()->grid().findChild<QMenu*>();
        QVERIFY(menu);
        QVERIFY(menu->actions().front()->text().startsWith(QStringLiteral("Split by due date")));
        menu->actions().front()->trigger();
        menu->close();
        QTRY_VERIFY(desk().sheet().isVisible());
        press(Qt::Key_Escape);
        press(Qt::Key_F1);
        QTRY_VERIFY(!desk().editor());
        QVERIFY(desk().says("split by due date"));
        press(Qt::Key_Escape);
        QTRY_VERIFY(desk().editor());
    }

    void a_typed_tax_and_an_exempt_product_keep_adding_up()
    {
        EntryLine line;
        line.line.quantity = Quantity::fromInteger(10);
        line.line.unitPrice = UnitPrice::fromInteger(100);
        line.line.note = "오전 하차";
        line.line.taxTyped = true;
        line.line.tax = {101};
        const std::vector<CallOffPart> parts{{{20261201}, Quantity::fromInteger(3)},
            {{20261208}, Quantity::fromInteger(3)}, {{20261215}, Quantity::fromInteger(4)}};
        const QList<EntryLine> lines = callOffLines(line, {}, parts);
        QCOMPARE(lines.size(), 3);
        Won tax;
        for (const EntryLine& each : lines) {
            tax += each.line.tax;
            QVERIFY(each.line.taxTyped);
            QCOMPARE(each.line.note, line.line.note);
        }
        QCOMPARE(tax, Won{101});
        line.line.tax = {};
        for (const EntryLine& each : callOffLines(line, {}, parts))
            QCOMPARE(each.line.tax, Won{});
    }

    void the_parts_are_a_sound_model()
    {
        CallOffModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.begin(Quantity::fromInteger(100), {}, today, today);
        model.setData(model.index(0, CallOffModel::On), QStringLiteral("1130"));
        model.setData(model.index(1, CallOffModel::Amount), QStringLiteral("5"));
        model.remove(0);
        QCOMPARE(model.rowCount(), 2);
        for (int row = 1; row < mostCallOffs + 5; ++row)
            model.setData(model.index(row, CallOffModel::Amount), QStringLiteral("1"));
        QCOMPARE(model.rowCount(), mostCallOffs);
        model.remove(3);
        QVERIFY(model.isBlank(mostCallOffs - 1));
        model.setParts({{today, Quantity::fromInteger(1)}});
        QCOMPARE(model.left(), Quantity::fromInteger(99));
        model.begin(Quantity::fromInteger(100), {}, today, today);
        model.type(QList<CallOffText>(mostCallOffs + 5, {QStringLiteral("2026-12-01"), QStringLiteral("1")}));
        QCOMPARE(model.parts().size(), std::size_t(mostCallOffs));
    }
};

QTEST_MAIN(CallOffTest)
#include "call_off_test.moc"
