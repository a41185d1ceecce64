// What was typed on the delivery page and not saved: kept, brought back, and never delivered twice.
#include "app/deliveries/delivery_editor_page.h"
#include "app/deliveries/delivery_head.h"
#include "app/deliveries/delivery_line_grid.h"
#include "app/deliveries/delivery_statement.h"
#include "app/deliveries/statement_pane.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"
#include "delivery_office.h"
#include "tests/app/own_settings.h"

#include <QSettings>

using namespace dure;
using namespace dure::app;

class DeliveryDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("delivery draft test");
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->setLook(Appearance::Light, 100);
    }
    void init()
    {
        QSettings().clear();
        m_theme->setLook(Appearance::Light, 100);
    }

    void what_was_typed_is_kept_when_the_page_is_closed()
    {
        Office office;
        office.openDelivery();
        office.type("777");
        office.press(Qt::Key_Return);
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.deliveries(), 1);
        office.list<OrderListPage>()->table().setFocus();
        office.openDelivery();
        QTRY_COMPARE(office.page()->model().entries()[0].now, pieces(777));
        QVERIFY(office.page()->strip().text().length() > 0);
    }

    void closing_while_it_is_being_saved_delivers_once_and_keeps_no_draft()
    {
        Office office;
        office.openDelivery();
        office.type("1000");
        office.press(Qt::Key_Return);
        auto* page = office.page();
        page->save(false);
        office.window->closePage(page); // the answer has not come yet
        QCOMPARE(office.page(), page);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.deliveries(), 2);
        QVERIFY(office.draftNames().empty());
    }

    void what_was_typed_is_kept_when_the_window_goes_without_asking()
    {
        Office office;
        office.openDelivery();
        office.type("1000");
        office.press(Qt::Key_Return);
        office.window.reset();
        QCOMPARE(office.draftNames().size(), std::size_t(1));
    }

    void another_place_to_deliver_to_is_kept_like_anything_typed()
    {
        Office office;
        commands::CustomerInput input;
        input.customer
            = office.company.read([&](Reader& r) { return r.customers().detail(office.customer)->customer; });
        DeliverySite site;
        site.name = "안성 충전공장";
        input.sites.push_back(site);
        QVERIFY(office.company.run([input](commands::Commands& c) { return c.saveCustomer(input); }).has_value());
        office.openDelivery();
        office.page()->head().findChild<ChoiceField*>()->setCurrentIndex(1);
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.draftNames().size(), std::size_t{1});
    }

    void a_delivery_dated_back_shows_the_number_and_the_part_it_is_saved_with()
    {
        Office office;
        office.openDelivery();
        QTRY_VERIFY(QString::fromStdString(office.page()->statement().statement().number)
                        .startsWith(QStringLiteral("D261123")));
        QVERIFY(office.page()->subtitle().contains(u'2'));
        auto* day = office.page()->findChild<DateField*>();
        day->setFocus();
        day->selectAll();
        office.type("1112"); // before the first, of the 18th
        office.press(Qt::Key_Return);
        QTRY_VERIFY(QString::fromStdString(office.page()->statement().statement().number)
                        .startsWith(QStringLiteral("D261112")));
        const TransactionStatement shown = office.page()->statement().statement();
        QVERIFY2(shown.note.find("1차 납품") != std::string::npos, shown.note.c_str());
        QVERIFY(office.page()->subtitle().contains(u'1'));
        office.press(Qt::Key_F8);
        QTRY_COMPARE(office.deliveries(), 2);
        QTRY_VERIFY(office.list<OrderListPage>()->strip().text().contains(QStringLiteral("no. 1 ")));
        const auto saved = office.company.read([&shown](Reader& r) {
            const auto id = r.deliveries().findByNumber(shown.number);
            return id ? readStatement(r, *id) : std::nullopt;
        });
        QVERIFY(saved);
        QCOMPARE(saved->note, shown.note);
    }

private:
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(DeliveryDraftTest)
#include "delivery_draft_test.moc"
