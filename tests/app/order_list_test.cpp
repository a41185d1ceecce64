// The list of orders: what its menu is called, and that looking for something never hides what is found elsewhere.
#include "app/shell/language.h"
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
        for (const char* word : {"새 주문", "납품하기", "열기", "되돌리기", "거래처"})
            QVERIFY2(words.contains(QString::fromUtf8(word)), qPrintable(words.join(u'|')));
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
};

QTEST_MAIN(OrderListTest)
#include "order_list_test.moc"
