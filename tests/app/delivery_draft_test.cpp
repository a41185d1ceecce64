// What was typed on the delivery page and not saved: kept, brought back, and never delivered twice.
#include "app/deliveries/delivery_editor_page.h"
#include "app/deliveries/delivery_head.h"
#include "app/deliveries/delivery_line_grid.h"
#include "app/widgets/choice_field.h"
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

private:
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(DeliveryDraftTest)
#include "delivery_draft_test.moc"
