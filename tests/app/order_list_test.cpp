// The list of orders: what its menu is called, and that looking for something never hides what is found elsewhere.
#include "app/deliveries/delivery_editor_page.h"
#include "app/orders/order_detail_pane.h"
#include "app/orders/order_draft.h"
#include "app/shell/key_help_page.h"
#include "app/shell/language.h"
#include "app/widgets/key_map.h"
#include "tests/app/order_office.h"
#include "tests/app/own_settings.h"

#include <QLabel>
#include <QMenu>

using namespace dure;
using namespace dure::app;

namespace {

/// One order that waits and two that were delivered in full, of the same customer.
struct Past : Office
{
    Past()
    {
        const Date due = Date::fromYmd(2026, 11, 30);
        company.order(daon, products[0], "PET 350ml 브라운", 100, due);
        for (int i = 0; i < 2; ++i)
            company.deliver(company.order(daon, products[4], "PET 500ml 투명", 50, due), 50);
        company.order(saebyeok, products[1], "PP 원터치캡 백색", 10, due);
        [&] { QTRY_COMPARE(list()->table().model()->rowCount(), 2); }();
    }
    MessageStrip* saying(const QString& words)
    {
        for (auto* strip : list()->findChildren<MessageStrip*>()) {
            if (strip->isVisible() && strip->text().contains(words))
                return strip;
        }
        return nullptr;
    }
};

} // namespace

class OrderListTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("order list test");
        installLanguage(QStringLiteral("ko"));
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { m_theme.reset(); }

    void the_menu_opens_an_order_and_the_chip_names_what_is_not_shipped()
    {
        Office office;
        QStringList words;
        for (const QMenu* menu : office.list()->findChildren<QMenu*>()) {
            for (const QAction* action : menu->actions())
                words += action->text();
        }
        QVERIFY(words.contains(QStringLiteral("열기")));
        QVERIFY(!words.contains(QStringLiteral("미납")));
    }

    void f1_shows_the_keys_of_the_page_and_escape_goes_back_to_where_one_was()
    {
        Past past;
        press(Qt::Key_Home);
        QTest::qWait(300); // the detail and its buttons
        QWidget* before = QApplication::focusWidget();
        press(Qt::Key_F1);
        QTRY_VERIFY(!past.list());
        QStringList words;
        for (const QLabel* label : past.window.currentPage()->findChildren<QLabel*>())
            words += label->text();
        for (const char* word : {"새 주문", "납품하기", "열기", "되돌리기", "거래처", "줄 고르기"})
            QVERIFY2(words.contains(QString::fromUtf8(word)), qPrintable(words.join(u'|')));
        QVERIFY(!words.contains(keyActionText(KeyAction::Sync))); // there is no cloud
        QVERIFY(words.contains(past.window.currentPage()->title())); // the key that led here has the page's name
        press(Qt::Key_Escape);
        QTRY_VERIFY(past.list());
        QCOMPARE(QApplication::focusWidget(), before);
    }

    void the_undo_key_pressed_twice_takes_two_actions_back()
    {
        Past past;
        const auto names = [&] {
            return past.company.read([&](Reader& r) {
                return std::pair(r.customers().find(past.daon)->note, r.customers().find(past.saebyeok)->note);
            });
        };
        const auto note = [&](const Uuid& id, const char* text) {
            auto customer = past.company.read([id](Reader& r) { return r.customers().find(id); });
            const commands::CustomerInput before{*customer, {}, {}};
            commands::CustomerInput now = before;
            now.customer.note = text;
            QVERIFY(past.company.run([=](commands::Commands& c) { return c.saveCustomer(now, &before); }));
        };
        note(past.daon, "하나");
        note(past.saebyeok, "둘");
        press(Qt::Key_Z, Qt::ControlModifier);
        press(Qt::Key_Z, Qt::ControlModifier); // before the first is done
        QTRY_COMPARE(names(), std::pair(std::string(), std::string()));
        QTRY_VERIFY(past.list()->strip().text().contains(QStringLiteral("다온")));
    }

    void a_key_is_for_no_row_while_the_chosen_one_is_not_read()
    {
        Office office;
        constexpr int count = 450; // the last page is far from the first
        for (int i = 0; i < count; ++i)
            office.company.order(office.daon, office.products[0], "PET 350ml 브라운", 100, today);
        QTRY_COMPARE(office.list()->table().model()->rowCount(), count);
        QTRY_VERIFY(!office.list()->currentId().isNil());
        QTest::qWait(200); // the detail
        office.list()->table().setFocus();
        const Uuid first = office.list()->currentId();
        press(Qt::Key_End);
        press(Qt::Key_Delete); // faster than anything is read
        QVERIFY(office.list()->currentId() != first);
        QTRY_VERIFY(!office.list()->currentId().isNil());
        QTest::qWait(300); // a reading of the last page, and whatever it leads to
        QVERIFY(office.list()->currentId() != first);
        QCOMPARE(office.detail(first).order.id, first);
        const int left = office.list()->table().model()->rowCount();
        QVERIFY(left >= count - 1); // the last one itself, if it was read in time
        press(Qt::Key_Delete);
        QTRY_COMPARE(office.list()->table().model()->rowCount(), left - 1);
        QCOMPARE(office.detail(first).order.id, first);
    }

    void what_was_deleted_and_comes_back_is_the_row_that_is_chosen()
    {
        Past past;
        QTRY_COMPARE(past.list()->table().model()->rowCount(), 2);
        press(Qt::Key_End);
        QTest::qWait(200);
        const Uuid gone = past.list()->currentId();
        press(Qt::Key_Delete);
        QTRY_COMPARE(past.list()->table().model()->rowCount(), 1);
        QTRY_VERIFY(past.list()->currentId() != gone);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(past.list()->table().model()->rowCount(), 2);
        QTRY_COMPARE(past.list()->currentId(), gone);
        QTRY_COMPARE(past.list()->table().currentRow(), 1);
        const QString said = past.list()->strip().text();
        QVERIFY2(said.contains(QStringLiteral("주문 삭제")), qPrintable(said));
        press(Qt::Key_Return);
        QTRY_VERIFY(past.editor() && past.editor()->isReady());
        QCOMPARE(past.editor()->head().order().id, gone);
    }

    void undoing_on_another_page_says_what_it_was_and_leads_to_it()
    {
        Office office;
        const Uuid order = office.company.order(office.daon, office.products[0], "PET 350ml 브라운", 100, today);
        const Uuid delivery = office.company.deliver(order, 100);
        office.window.goTo(QStringLiteral("products"));
        auto* products = qobject_cast<ListPage*>(office.window.currentPage());
        QTRY_VERIFY(!products->currentId().isNil());
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY2(
            products->strip().text().contains(QStringLiteral("납품 기록")), qPrintable(products->strip().text()));
        auto* show = products->strip().findChild<KeyButton*>();
        QVERIFY(show);
        QCOMPARE(show->text(), QStringLiteral("납품 보기"));
        show->click();
        QTRY_COMPARE(office.window.currentPlace(), QStringLiteral("deliveries"));
        QCOMPARE(qobject_cast<ListPage*>(office.window.currentPage())->currentId(), delivery);
        press(Qt::Key_Z, Qt::ControlModifier); // the order: its delivery no longer counts
        QTRY_COMPARE(office.detail(order).order.state, OrderState::Cancelled);
        const QString said = qobject_cast<ListPage*>(office.window.currentPage())->strip().text();
        QVERIFY2(
            said.contains(QStringLiteral("새 주문")) && said.contains(QStringLiteral("취소된 주문")), qPrintable(said));
    }

    void what_is_to_be_shown_comes_from_under_an_editor_whose_text_is_kept()
    {
        Office office;
        const Uuid order = office.company.order(office.daon, office.products[0], "PET 350ml 브라운", 100, today);
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 1);
        office.newOrder();
        press(Qt::Key_F6);
        type(QStringLiteral("PB-0300"));
        press(Qt::Key_Return);
        QTRY_COMPARE(office.editor()->model().lineCount(), 1);
        press(Qt::Key_F1); // and the page of keys over it
        office.places->showOrder(order);
        QTRY_VERIFY(office.list());
        QTRY_COMPARE(office.list()->currentId(), order);
        QVERIFY(office.window.findChildren<OrderEditorPage*>().isEmpty()
            || !office.window.findChild<OrderEditorPage*>()->isVisible());
        QTRY_VERIFY(!office.list()->strip().isHidden());
        office.list()->strip().findChild<KeyButton*>()->click(); // go on with it
        QTRY_VERIFY(office.editor() && office.editor()->isReady());
        QTRY_COMPARE(office.editor()->model().lineCount(), 1);
    }

    void what_a_chip_hides_from_a_search_is_counted_and_one_click_away()
    {
        Past past;
        press(Qt::Key_F, Qt::ControlModifier);
        type(QStringLiteral("500ml"));
        QTRY_COMPARE(past.list()->table().model()->rowCount(), 0);
        QTRY_VERIFY(past.saying(QStringLiteral("전체에서 2건")));
        auto* all = past.saying(QStringLiteral("전체에서 2건"))->findChild<KeyButton*>();
        QVERIFY(all);
        QCOMPARE(all->text(), QStringLiteral("전체 보기"));
        QTest::mouseClick(all, Qt::LeftButton);
        QTRY_COMPARE(past.list()->table().model()->rowCount(), 2);
        QTRY_VERIFY(!past.saying(QStringLiteral("전체에서")));
    }

    void a_search_that_hides_some_says_so_and_one_that_hides_nothing_is_silent()
    {
        Past past;
        press(Qt::Key_F, Qt::ControlModifier);
        type(QStringLiteral("다온"));
        QTRY_COMPARE(past.list()->table().model()->rowCount(), 1);
        QTRY_VERIFY(past.saying(QStringLiteral("전체에서 3건")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        type(QStringLiteral("새벽"));
        QTRY_VERIFY(!past.saying(QStringLiteral("전체에서")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        type(QStringLiteral("다온"));
        QTRY_VERIFY(past.saying(QStringLiteral("전체에서 3건")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!past.saying(QStringLiteral("전체에서")));
    }

    void control_d_copies_the_order_and_deletes_nothing_in_a_list()
    {
        Past past;
        QTRY_VERIFY(!past.list()->currentId().isNil());
        const Uuid copied = past.list()->currentId();
        press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(past.editor());
        const auto lines = past.detail(copied).lines;
        QTRY_COMPARE(past.editor()->model().lineCount(), int(lines.size()));
        QVERIFY(past.editor()->model().lineAt(0).line.id.isNil()); // lines of its own
        QCOMPARE(past.editor()->model().lineAt(0).line.quantity, lines[0].line.quantity);
        QCOMPARE(past.editor()->head().order().orderedOn, past.company.data->today());
        press(Qt::Key_F9);
        QTRY_VERIFY(past.list());
        QCOMPARE(past.list()->table().model()->rowCount(), 2);
        press(Qt::Key_F1);
        QTRY_VERIFY(!past.list());
        QStringList words;
        for (const QLabel* label : past.window.currentPage()->findChildren<QLabel*>())
            words += label->text();
        QVERIFY(words.contains(keyActionText(KeyAction::AsAbove)));
        QVERIFY(words.contains(QStringLiteral("지우기")));
        press(Qt::Key_Escape);
        QTRY_VERIFY(past.list());
        press(Qt::Key_Delete);
        QTRY_COMPARE(past.list()->table().model()->rowCount(), 1);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(past.list()->table().model()->rowCount(), 2);
    }

    void delete_right_after_an_arrow_deletes_the_row_that_is_highlighted()
    {
        Office office;
        const Uuid first = office.company.order(office.daon, office.products[0], "PET 350ml 브라운", 100, today);
        const Uuid second = office.company.order(
            office.daon, office.products[1], "PP 원터치캡 백색", 100, Date::fromYmd(2026, 11, 25));
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 2);
        office.list()->table().setFocus();
        office.list()->table().selectRow(0);
        QTRY_COMPARE(office.list()->currentId(), first);
        QTest::qWait(300); // the detail
        press(Qt::Key_Down);
        press(Qt::Key_Delete);
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 1);
        const auto isThere = [&](const Uuid& id) {
            return office.company.read([id](Reader& r) { return r.orders().detail(id, today); }).has_value();
        };
        QVERIFY(isThere(first));
        QVERIFY(!isThere(second));
    }

    void a_key_for_a_row_that_was_left_before_it_was_read_does_nothing()
    {
        Past past;
        past.list()->table().setFocus();
        past.list()->table().selectRow(0);
        QTest::qWait(300); // the detail
        press(Qt::Key_Down);
        press(Qt::Key_Delete);
        press(Qt::Key_Up);
        QTest::qWait(400);
        QCOMPARE(past.list()->table().model()->rowCount(), 2);
    }

    void enter_opens_what_the_detail_shows_when_the_list_holds_it_no_more()
    {
        Office office;
        const Uuid order = office.company.order(office.daon, office.products[0], "PET 350ml 브라운", 100, today);
        QTRY_COMPARE(office.list()->currentId(), order);
        QTest::qWait(300); // the detail
        office.list()->table().setFocus();
        office.company.deliver(order, 100); // and it is open no more
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 0);
        office.list()->showRow(order);
        press(Qt::Key_Return);
        QTRY_VERIFY(office.editor());
    }

    void enter_opens_what_the_detail_shows_and_not_the_row_that_was_current_before()
    {
        Past past; // two open orders
        past.list()->table().setFocus();
        past.list()->table().selectRow(0);
        QTRY_VERIFY(!past.list()->currentId().isNil());
        const Uuid shown = past.list()->currentId();
        past.company.deliver(shown, past.detail(shown).lines.front().remaining().tenThousandths / 10'000);
        QTRY_COMPARE(past.list()->table().model()->rowCount(), 1);
        past.list()->showRow(shown); // as the delivery's page does it
        QTest::qWait(200);
        QCOMPARE(past.list()->currentId(), shown);
        QVERIFY(!past.list()->table().selectionModel()->hasSelection());
        const QRect row = past.list()->table().visualRect(past.list()->table().model()->index(0, 1));
        QTest::mouseClick(past.list()->table().viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(past.list()->currentId() != shown); // the row that is highlighted
        past.list()->showRow(shown);
        QTest::qWait(200);
        press(Qt::Key_Return);
        QTRY_VERIFY(past.editor() && past.editor()->isReady());
        QCOMPARE(past.editor()->head().order().id, shown);
    }

    void what_the_strip_offers_is_for_the_order_it_speaks_of()
    {
        Office office;
        const Uuid first = office.company.order(office.daon, office.products[0], "PET 350ml 브라운", 100, today);
        const Uuid second = office.company.order(
            office.daon, office.products[1], "PP 원터치캡 백색", 100, Date::fromYmd(2026, 11, 25));
        const Uuid delivery = office.company.deliver(first, 100);
        office.company.run([delivery](commands::Commands& c) { return c.reverseDelivery(delivery, today); });
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 2);
        office.list()->table().setFocus();
        office.list()->table().selectRow(0);
        QTRY_COMPARE(office.list()->currentId(), first);
        QTest::qWait(600); // the detail, with the delivery taken back
        press(Qt::Key_Delete);
        QTRY_VERIFY(office.list()->strip().findChild<KeyButton*>());
        const QPointer<KeyButton> cancel = office.list()->strip().findChild<KeyButton*>();
        QVERIFY(cancel);
        office.list()->table().selectRow(1);
        QTRY_COMPARE(office.list()->currentId(), second);
        QTest::qWait(300); // the detail
        if (cancel) // else it went with the words about the other row
            cancel->click();
        QTest::qWait(300);
        QCOMPARE(office.detail(second).order.state, OrderState::Open);
    }

    void undo_is_heard_when_the_list_became_empty_and_the_focus_is_in_the_top_bar()
    {
        Office office;
        office.company.order(office.daon, office.products[0], "PET 350ml 브라운", 100, today);
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 1);
        QTRY_VERIFY(office.list()->table().isVisible());
        QTRY_VERIFY(!office.list()->currentId().isNil());
        QTest::qWait(200);
        office.list()->table().setFocus();
        press(Qt::Key_Delete);
        QTRY_VERIFY(!office.list()->table().isVisible()); // nothing yet
        QVERIFY(!office.window.centralWidget()->findChild<KeyButton*>() || QApplication::focusWidget());
        for (KeyButton* button : office.list()->actionBar()->findChildren<KeyButton*>())
            button->setFocus();
        QVERIFY(!office.list()->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 1);
    }

    void a_delivery_taken_back_brings_the_list_and_the_detail_back_together()
    {
        Office office;
        const Uuid order = office.company.order(office.daon, office.products[0], "PET 350ml 브라운", 100, today);
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 1);
        QTRY_COMPARE(office.list()->currentId(), order);
        auto* pane = office.list()->findChild<OrderDetailPane*>();
        const auto paneSays = [&](const QString& word) {
            for (const QLabel* label : pane->findChildren<QLabel*>()) {
                if (label->isVisible() && label->text() == word)
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(paneSays(QStringLiteral("접수")));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<DeliveryEditorPage*>(office.window.currentPage()));
        QTRY_VERIFY(office.window.currentPage()->actionBar()->isVisible());
        QTest::qWait(300);
        press(Qt::Key_F8);
        QTRY_VERIFY(office.list());
        QTRY_VERIFY(paneSays(QStringLiteral("납품 완료")));
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 0);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 1);
        QTRY_VERIFY(paneSays(QStringLiteral("접수")));
        QVERIFY(!paneSays(QStringLiteral("납품 완료")));
        QTRY_VERIFY(office.list()->table().hasFocus());
        press(Qt::Key_Return);
        QTRY_VERIFY(office.editor());
    }

    void an_order_whose_deliveries_are_taken_back_says_that_it_can_be_cancelled()
    {
        Office office;
        const Uuid order = office.company.order(office.daon, office.products[0], "PET 350ml 브라운", 100, today);
        const Uuid delivery = office.company.deliver(order, 100);
        QVERIFY(office.company.run([delivery](commands::Commands& c) { return c.reverseDelivery(delivery, today); }));
        QTRY_COMPARE(office.list()->currentId(), order);
        auto* pane = office.list()->findChild<OrderDetailPane*>();
        QTRY_VERIFY(pane->isShown());
        QTest::qWait(300);
        for (const QLabel* label : pane->findChildren<QLabel*>())
            QVERIFY2(!label->text().contains(QStringLiteral("납품 1회")), qPrintable(label->text()));
        office.list()->table().setFocus();
        press(Qt::Key_Delete);
        MessageStrip& strip = office.list()->strip();
        QTRY_VERIFY(strip.text().contains(QStringLiteral("납품 기록이 있어 지울 수 없습니다")));
        auto* cancel = strip.findChild<KeyButton*>();
        QVERIFY(cancel);
        cancel->click();
        QTRY_COMPARE(office.detail(order).order.state, OrderState::Cancelled);
    }

    void why_a_row_could_not_be_deleted_goes_with_the_page_and_with_the_row()
    {
        Office office;
        const Uuid order = office.company.order(office.daon, office.products[0], "PET 350ml 브라운", 100, today);
        const Uuid other = office.company.order(office.daon, office.products[1], "PP 원터치캡 백색", 100, today);
        for (const Uuid& each : {order, other})
            office.company.deliver(each, 10);
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 2);
        QTRY_VERIFY(!office.list()->currentId().isNil());
        QTest::qWait(200); // the detail
        OrderListPage& page = *office.list();
        const auto refuse = [&] {
            page.table().setFocus();
            press(Qt::Key_Delete);
            QTRY_VERIFY(page.strip().isVisible());
        };
        refuse();
        office.window.goTo(QStringLiteral("customers"));
        office.window.goTo(QStringLiteral("orders"));
        QVERIFY(!page.strip().isVisible());
        refuse();
        press(page.table().currentRow() == 0 ? Qt::Key_Down : Qt::Key_Up);
        QTRY_VERIFY(!page.strip().isVisible());
    }

    void a_draft_that_waits_is_told_on_the_list()
    {
        Office office;
        office.company.run([](commands::Commands& c) { return c.saveDraft(draftName({}, {}), "{}"); });
        OrderListPage page(*office.company.data);
        page.show();
        page.entered();
        QTRY_VERIFY(page.strip().isVisible());
        QSignalSpy opened(&page, &OrderListPage::openEditor);
        page.strip().findChild<KeyButton*>()->click();
        QCOMPARE(opened.count(), 1);
    }
};

QTEST_MAIN(OrderListTest)
#include "order_list_test.moc"
