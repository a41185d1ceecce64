// The order editor in its window, over a real company on disk, by keys alone.
#include "app/widgets/choice_field.h"
#include "tests/app/order_office.h"

#include <QAbstractItemView>

using namespace dure;
using namespace dure::app;

class OrderEditorTest : public OfficeTest<Office>
{
    Q_OBJECT
public:
    OrderEditorTest()
        : OfficeTest("order editor test")
    { }

private:
    ProductCompletion& completion() { return *office().editor()->findChild<ProductCompletion*>(); }

private Q_SLOTS:
    void init() { openOffice(); }
    void cleanup() { closeOffice(); }

    void an_order_of_five_lines_is_typed_without_the_mouse()
    {
        OrderEditorPage& editor = office().newOrder();
        QVERIFY(office().window.windowTitle().startsWith(QStringLiteral("New order")));
        QTRY_VERIFY(!editor.subtitle().isEmpty());
        const QString number = editor.subtitle();
        type(QStringLiteral("(주)다온코스메틱"));
        press(Qt::Key_Return);
        press(Qt::Key_F6);
        for (int i = 0; i < 5; ++i) {
            type(QStringLiteral("PB-0%100").arg(i + 1));
            press(Qt::Key_Return);
            type(QString::number((i + 2) * 100));
            press(Qt::Key_Return);
            press(Qt::Key_Return);
        }
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        const auto order = office().lastOrder();
        QVERIFY(order);
        QCOMPARE(order->order.customerId, office().daon);
        QCOMPARE(toQString(order->order.number), number);
        QCOMPARE(toQString(order->siteName), QStringLiteral("안성 충전공장"));
        QCOMPARE(order->lines.size(), std::size_t(5));
        for (std::size_t i = 0; i < 5; ++i) {
            QCOMPARE(order->lines[i].line.productId, office().products[i]);
            QCOMPARE(order->lines[i].line.quantity, Quantity::fromInteger(std::int64_t(i + 2) * 100));
        }
        QCOMPARE(order->lines[0].line.unitPrice, UnitPrice::fromInteger(9));
        QCOMPARE(order->lines[0].line.priceSource, PriceSource::Agreed);
        QCOMPARE(order->lines[1].line.priceSource, PriceSource::List);
        QTRY_COMPARE(office().list()->currentId(), order->order.id);
        QVERIFY(office().list()->strip().text().contains(number));
        QCOMPARE(office().company.run([](commands::Commands& c) { return c.draftNames(); }).size(), std::size_t(0));
    }

    void products_are_found_by_initial_consonants_while_they_are_composed()
    {
        OrderEditorPage& editor = office().newOrder();
        press(Qt::Key_F6);
        compose(QStringLiteral("ㅂ"));
        compose(QStringLiteral("ㄹ"), QStringLiteral("ㅂ"));
        auto* completion = editor.findChild<ProductCompletion*>();
        QTRY_COMPARE(completion->popup().rows(), 1);
        QCOMPARE(completion->popup().cellText(0, 1), QStringLiteral("PET 350ml 브라운"));
        press(Qt::Key_Return);
        QCOMPARE(office().cell(0, LineColumn::Code), QStringLiteral("PB-0100"));
        QCOMPARE(editor.grid().cell(), editor.model().index(0, int(LineColumn::Quantity)));
    }

    void the_list_is_chosen_from_by_arrows_and_closed_by_escape()
    {
        OrderEditorPage& editor = office().newOrder();
        press(Qt::Key_F6);
        press(Qt::Key_F4);
        auto* completion = editor.findChild<ProductCompletion*>();
        QTRY_COMPARE(completion->popup().rows(), 5);
        press(Qt::Key_Escape);
        QVERIFY(!completion->isOpen());
        QVERIFY(office().editor());
        type(QStringLiteral("PB"));
        QTRY_VERIFY(completion->isChoosing());
        press(Qt::Key_Down);
        const QString second = completion->popup().cellText(1, 0);
        press(Qt::Key_Return);
        QCOMPARE(office().cell(0, LineColumn::Code), second);
    }

    void the_foot_says_what_the_customer_will_owe_and_what_else_is_agreed()
    {
        office().places->editOrder({}, office().daon);
        OrderEditorPage& editor = *office().editor();
        QTRY_VERIFY(editor.foot().message().contains(QStringLiteral("within the limit")));
        editor.grid().setFocus();
        type(QStringLiteral("PB-0500"));
        press(Qt::Key_Return);
        type(QStringLiteral("100000"));
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QTRY_VERIFY(editor.foot().message().contains(QStringLiteral("4,500,000 won over the limit")));
        type(QStringLiteral("PB-0100"));
        press(Qt::Key_Return);
        type(QStringLiteral("10"));
        press(Qt::Key_Return);
        type(QStringLiteral("7"));
        press(Qt::Key_Return);
        press(Qt::Key_Up);
        QTRY_VERIFY(editor.foot().message().contains(QStringLiteral("For this quantity 9 is agreed")));
    }

    void a_product_is_made_while_its_line_is_typed()
    {
        office().newOrder();
        office().editor()->grid().setFocus();
        type(QStringLiteral("물병 600"));
        QTRY_VERIFY(completion().isOpen());
        QCOMPARE(completion().popup().current(), -1); // Enter alone keeps the text: a mould's fee, freight
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_VERIFY(!office().editor()->model().lineAt(0).line.productId.isNil());
        type(QStringLiteral("30"));
        press(Qt::Key_Return);
        QCOMPARE(office().cell(0, LineColumn::Product), QStringLiteral("물병 600"));
        QCOMPARE(office().cell(0, LineColumn::Quantity), QStringLiteral("30"));
        QVERIFY(!office().cell(0, LineColumn::Unit).isEmpty());
        QVERIFY(office().company.read([](Reader& r) {
            const auto found = r.search().find("물병 600", TableId::Product, 5).hits;
            return found.size() == 1;
        }));
    }

    void a_line_of_text_becomes_a_product_by_its_list()
    {
        office().newOrder();
        office().editor()->grid().setFocus();
        type(QStringLiteral("물병 600"));
        press(Qt::Key_Return);
        type(QStringLiteral("30"));
        press(Qt::Key_Return);
        type(QStringLiteral("950"));
        press(Qt::Key_Return);
        QTRY_VERIFY(office().editor()->model().lineAt(0).unmatched);
        OrderLineGrid& grid = office().editor()->grid();
        grid.goTo(office().editor()->model().index(0, int(LineColumn::Product)));
        press(Qt::Key_F4);
        QTRY_VERIFY(completion().isOpen());
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_VERIFY(!office().editor()->model().lineAt(0).line.productId.isNil());
        QVERIFY(!office().editor()->model().lineAt(0).unmatched);
        QCOMPARE(office().cell(0, LineColumn::Price), QStringLiteral("950")); // as typed before
    }

    void escape_in_an_open_list_closes_only_the_list()
    {
        office().newOrder();
        const auto boxes = office().editor()->findChildren<ChoiceField*>();
        const auto shown
            = std::ranges::find_if(boxes, [](ChoiceField* each) { return each->isVisible() && each->count() > 1; });
        QVERIFY(shown != boxes.end());
        ChoiceField* box = *shown;
        box->setFocus();
        box->showPopup();
        QTRY_VERIFY(box->view()->isVisible());
        for (QWidget* receiver : {static_cast<QWidget*>(box), static_cast<QWidget*>(box->view())}) {
            QKeyEvent asks(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
            asks.ignore();
            QApplication::sendEvent(receiver, &asks);
            QVERIFY(asks.isAccepted()); // or the page's shortcut would have it
        }
        QTest::keyClick(box->view(), Qt::Key_Escape); // which has the keyboard, on every platform
        QTRY_VERIFY(!box->view()->isVisible());
        QTest::qWait(100);
        QVERIFY(office().editor());
        QKeyEvent asks(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
        asks.ignore();
        QApplication::sendEvent(box, &asks);
        QVERIFY(!asks.isAccepted()); // closed, it is the page's again
    }

    void what_went_out_beyond_one_line_takes_nothing_from_what_another_will_be_owed()
    {
        commands::OrderInput input;
        input.order.customerId = office().saebyeok;
        input.order.orderedOn = today;
        for (int i = 0; i < 2; ++i) {
            OrderLine line;
            line.productName = "PET";
            line.quantity = Quantity::fromInteger(100);
            line.unitPrice = UnitPrice::fromInteger(100);
            input.lines.push_back(line);
        }
        const Uuid order
            = office().company.run([input](commands::Commands& c) { return c.saveOrder(input); }).value().id;
        office().company.deliver(order, 150); // of the first line: owes 16,500
        OrderEditorPage& editor = office().openOrder(order);
        QTRY_VERIFY(editor.foot().message().contains(QStringLiteral("owes 27,500 won")));
        office().company.deliver(order, -10); // still 40 too many
        QTRY_VERIFY(editor.foot().message().contains(QStringLiteral("owes 26,400 won")));
    }

    void dates_the_wrong_way_round_and_a_quantity_below_0_are_told_in_the_foot()
    {
        office().places->editOrder({}, office().daon);
        OrderEditorPage& editor = *office().editor();
        QTRY_VERIFY(editor.foot().message().contains(QStringLiteral("within the limit")));
        DateField* due = editor.head().findChildren<DateField*>().value(1);
        QVERIFY(due);
        due->setFocus();
        due->selectAll();
        type(QStringLiteral("1120")); // ordered on the 23rd
        press(Qt::Key_Return);
        QTRY_VERIFY(editor.foot().message().contains(QStringLiteral("due before it was ordered")));
        editor.grid().setFocus();
        type(QStringLiteral("PB-0500"));
        press(Qt::Key_Return);
        type(QStringLiteral("-5"));
        press(Qt::Key_Return);
        QTRY_VERIFY(editor.foot().message().contains(QStringLiteral("below 0")));
    }

    void an_order_without_a_customer_is_refused_at_the_field()
    {
        OrderEditorPage& editor = office().newOrder();
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        type(QStringLiteral("5"));
        press(Qt::Key_F8);
        QTRY_VERIFY(!editor.strip().text().isEmpty());
        QTRY_COMPARE(QApplication::focusWidget(), &editor.head().customer());
        QVERIFY(!editor.head().customer().accessibleDescription().isEmpty());
        QVERIFY(!office().lastOrder());
        type(QStringLiteral("C002"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        QCOMPARE(office().lastOrder()->order.customerId, office().saebyeok);
    }

    void a_line_without_a_quantity_is_refused_at_its_cell_and_the_number_is_not_used_up()
    {
        office().places->editOrder({}, office().daon);
        OrderEditorPage& editor = *office().editor();
        editor.grid().setFocus();
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QTRY_VERIFY(!editor.subtitle().isEmpty());
        const QString number = editor.subtitle();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(editor.grid().cell(), editor.model().index(0, int(LineColumn::Quantity)));
        QVERIFY(!editor.grid().cell().data(ProblemRole).toString().isEmpty());
        QVERIFY(editor.grid().isAncestorOf(QApplication::focusWidget()));
        type(QStringLiteral("5"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(office().list());
        QCOMPARE(toQString(office().lastOrder()->order.number), number);
    }

    void a_typed_tax_is_saved_as_typed()
    {
        office().places->editOrder({}, office().daon);
        OrderEditorPage& editor = *office().editor();
        editor.grid().setFocus();
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        type(QStringLiteral("33"));
        press(Qt::Key_Return);
        QTRY_COMPARE(office().cell(0, LineColumn::Tax), QStringLiteral("99"));
        editor.grid().goTo(editor.model().index(0, int(LineColumn::Tax)));
        type(QStringLiteral("100"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        const auto saved = office().lastOrder();
        QVERIFY(saved->lines.front().line.taxTyped);
        QCOMPARE(saved->tax, Won{100});
    }

    void a_composition_that_is_still_open_is_saved()
    {
        office().places->editOrder({}, office().daon);
        OrderEditorPage& editor = *office().editor();
        editor.grid().setFocus();
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        type(QStringLiteral("5"));
        press(Qt::Key_Return);
        editor.grid().goTo(editor.model().index(0, int(LineColumn::Note)));
        type(QStringLiteral("급"));
        compose(QStringLiteral("함"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        QCOMPARE(office().lastOrder()->lines.front().line.note, std::string("급함"));
    }

    void rows_from_excel_are_pasted_and_what_fits_no_product_is_said()
    {
        office().places->editOrder({}, office().daon);
        OrderEditorPage& editor = *office().editor();
        editor.grid().setFocus();
        QApplication::clipboard()->setText(QStringLiteral("PB-0100\t1,500\r\nXX-1\t20\r\npb0200\t7\r\n"));
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("3 line")));
        QCOMPARE(editor.model().lineCount(), 3);
        QCOMPARE(office().cell(0, LineColumn::Price), QStringLiteral("8"));
        QCOMPARE(office().cell(2, LineColumn::Product), QStringLiteral("PP 원터치캡 백색"));
        press(Qt::Key_F8); // pointed out once
        QTRY_COMPARE(editor.grid().cell(), editor.model().index(1, int(LineColumn::Code)));
        QVERIFY(!office().lastOrder());
        press(Qt::Key_F8); // meant so
        QTRY_VERIFY(office().list());
        const auto saved = office().lastOrder();
        QCOMPARE(saved->lines[1].line.productName, std::string("XX-1"));
        QVERIFY(saved->lines[1].line.productId.isNil());
    }

    void one_copied_cell_goes_into_what_is_typed()
    {
        OrderEditorPage& editor = office().newOrder();
        press(Qt::Key_F6);
        editor.grid().goTo(editor.model().index(0, int(LineColumn::Note)));
        QApplication::clipboard()->setText(QStringLiteral("오전 하차\r\n"));
        press(Qt::Key_V, Qt::ControlModifier);
        press(Qt::Key_Tab);
        QCOMPARE(office().cell(0, LineColumn::Note), QStringLiteral("오전 하차"));
    }

    void lines_are_copied_inserted_deleted_and_undone_by_keys()
    {
        office().places->editOrder({}, office().daon);
        OrderEditorPage& editor = *office().editor();
        editor.grid().setFocus();
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        type(QStringLiteral("5"));
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QTRY_COMPARE(office().cell(0, LineColumn::Product), QStringLiteral("캡 라이너 PE 폼"));
        press(Qt::Key_D, Qt::ControlModifier);
        press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(office().cell(1, LineColumn::Code), QStringLiteral("PB-0300"));
        QCOMPARE(office().cell(1, LineColumn::Quantity), QStringLiteral("5"));
        press(Qt::Key_Insert);
        QCOMPARE(editor.model().rowCount(), 4);
        editor.grid().goTo(editor.model().index(1, int(LineColumn::Quantity)));
        press(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(editor.model().rowCount(), 3);
        QCOMPARE(editor.grid().cell(), editor.model().index(1, int(LineColumn::Quantity)));
        press(Qt::Key_Z, Qt::ControlModifier);
        press(Qt::Key_Z, Qt::ControlModifier);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(office().cell(1, LineColumn::Quantity), QString());
        press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(office().cell(1, LineColumn::Quantity), QStringLiteral("5"));
        press(Qt::Key_Up, Qt::AltModifier);
        QVERIFY(editor.head().isAncestorOf(QApplication::focusWidget()));
    }

    void prices_are_chosen_from_a_list_in_the_price_cell()
    {
        office().places->editOrder({}, office().daon);
        OrderEditorPage& editor = *office().editor();
        editor.grid().setFocus();
        type(QStringLiteral("PB-0100"));
        press(Qt::Key_Return);
        type(QStringLiteral("10"));
        press(Qt::Key_Return);
        QTRY_COMPARE(office().cell(0, LineColumn::Price), QStringLiteral("9"));
        press(Qt::Key_F4);
        QCOMPARE(editor.grid().prices().rows(), 3);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(office().cell(0, LineColumn::Price), QStringLiteral("8"));
        QCOMPARE(office().cell(0, LineColumn::Source), QStringLiteral("Agreed"));
    }

    void the_list_goes_when_the_cell_is_left()
    {
        OrderEditorPage& editor = office().newOrder();
        press(Qt::Key_F6);
        type(QStringLiteral("PB"));
        auto* completion = editor.findChild<ProductCompletion*>();
        QTRY_VERIFY(completion->isOpen());
        editor.head().customer().setFocus(Qt::MouseFocusReason);
        QVERIFY(!completion->isOpen());
        QTRY_VERIFY(!editor.model().index(0, int(LineColumn::Code)).data(ProblemRole).toString().isEmpty());
    }

    void a_customer_nobody_knows_is_made_while_the_order_is_typed()
    {
        OrderEditorPage& editor = office().newOrder();
        type(QStringLiteral("한빛제약"));
        QTRY_COMPARE(editor.head().customer().popup().rows(), 1);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_VERIFY(!editor.head().customer().customer().isNil());
        QVERIFY(editor.strip().text().contains(QStringLiteral("한빛제약")));
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        type(QStringLiteral("5"));
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        QCOMPARE(office().lastOrder()->customerName, std::string("한빛제약"));
    }

    void a_delivered_order_stays_its_customers_and_keeps_its_delivered_lines()
    {
        const Uuid id = office().company.order(
            office().daon, office().products[0], "PET 350ml 브라운", 500, Date::fromYmd(2026, 12, 2));
        office().company.deliver(id, 100);
        OrderEditorPage& editor = office().openOrder(id);
        QVERIFY(editor.head().customer().isReadOnly());
        press(Qt::Key_Down);
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        type(QStringLiteral("5"));
        press(Qt::Key_Return);
        editor.grid().goTo(editor.model().index(0, 0));
        press(Qt::Key_Delete, Qt::ControlModifier);
        press(Qt::Key_F8);
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("cannot be taken out")));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(editor.model().lineCount(), 2);
        QVERIFY(editor.strip().isHidden()); // corrected
        press(Qt::Key_F8);
        QTRY_VERIFY(office().list());
        QCOMPARE(office().detail(id).lines.size(), std::size_t(2));
    }

    void five_hundred_lines_are_pasted_without_a_pause()
    {
        office().places->editOrder({}, office().daon);
        OrderEditorPage& editor = *office().editor();
        editor.grid().setFocus();
        QString clipboard;
        for (int i = 0; i < 500; ++i)
            clipboard += QStringLiteral("PB-0%100\t%2\n").arg(i % 5 + 1).arg(i + 1);
        QApplication::clipboard()->setText(clipboard);
        const auto elapsedMs = [](std::clock_t since) { return (std::clock() - since) * 1000 / CLOCKS_PER_SEC; };
        const std::clock_t begun = std::clock(); // this process's time, whatever else the machine does
        press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY2(elapsedMs(begun) < 500, qPrintable(QString::number(elapsedMs(begun))));
        QTRY_VERIFY(editor.strip().text().contains(QStringLiteral("500 line")));
        QVERIFY2(elapsedMs(begun) < 3000, qPrintable(QString::number(elapsedMs(begun))));
        // One more cell costs what it costs in a short order.
        editor.grid().goTo(editor.model().index(250, int(LineColumn::Quantity)));
        const std::clock_t pasted = std::clock();
        type(QStringLiteral("9999"));
        press(Qt::Key_Return);
        QVERIFY2(elapsedMs(pasted) < 300, qPrintable(QString::number(elapsedMs(pasted))));
        QCOMPARE(office().cell(250, LineColumn::Quantity), QStringLiteral("9,999"));
    }

    void every_field_has_a_name_for_those_who_do_not_see_it()
    {
        OrderEditorPage& editor = office().newOrder();
        for (QWidget* widget : editor.findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<QAbstractButton*>(widget),
                    widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(OrderEditorTest)
#include "order_editor_test.moc"
