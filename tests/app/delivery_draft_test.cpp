// What was typed on the delivery page and not saved: kept, brought back, and never delivered twice.
#include "app/deliveries/delivery_editor_page.h"
#include "app/deliveries/delivery_head.h"
#include "app/deliveries/delivery_line_grid.h"
#include "app/deliveries/delivery_statement.h"
#include "app/deliveries/statement_pane.h"
#include "app/lookup/customer_field.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"
#include "delivery_office.h"
#include "tests/app/own_settings.h"

#include <QLabel>
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
        addSite(office);
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

    void a_kept_delivery_without_an_order_comes_back_with_its_site()
    {
        Office office;
        const Uuid site = addSite(office);
        beginWithoutOrder(office);
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        openWithoutOrder(office);
        QTRY_COMPARE(office.page()->head().site(), site);
        QCOMPARE(office.page()->head().customer(), office.customer);
        QTRY_VERIFY(noteShown(office).contains(siteName));
        office.page()->grid().goToNewLine();
        office.page()->grid().setFocus();
        office.type("CP-28");
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.page()->model().entries()[0].name, QStringLiteral("PP 원터치캡"));
        office.type("7");
        office.press(Qt::Key_F8);
        QTRY_COMPARE(office.deliveries(), 2);
        const auto saved = office.company.read([](Reader& r) {
            storage::DeliveryFilter filter;
            filter.chip = storage::DeliveryChip::All;
            filter.today = {20261123};
            return r.deliveries().detail(r.deliveries().list(filter, {}).front().id);
        });
        QCOMPARE(saved->delivery.siteId, site);
    }

    void closed_again_before_its_customer_is_read_it_keeps_its_site()
    {
        Office office;
        const Uuid site = addSite(office);
        beginWithoutOrder(office);
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        office.places->deliverOrder({});
        QTRY_VERIFY(office.page());
        DeliveryEditorPage* page = office.page();
        connect(page, &EditorPage::ready, page, [&] { office.window->closePage(page); });
        QTRY_VERIFY(!office.page());
        openWithoutOrder(office);
        QTRY_COMPARE(office.page()->head().site(), site);
    }

    void what_is_begun_anew_has_nothing_of_what_was_typed_before()
    {
        Office office;
        addSite(office);
        beginWithoutOrder(office);
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        openWithoutOrder(office);
        QTRY_COMPARE(office.page()->head().siteName(), siteName);
        QTRY_VERIFY(!office.page()->statement().statement().buyer.name.empty());
        press(office, "Begin anew");
        const DeliveryHead& head = office.page()->head();
        QVERIFY(head.customer().isNil() && head.customerField()->text().isEmpty());
        QVERIFY(head.vehicle().isEmpty() && head.receiver().isEmpty() && head.memo().isEmpty());
        QVERIFY(head.siteName().isEmpty());
        QTest::qWait(200); // what was still being read does not come back either
        QCOMPARE(office.page()->statement().statement().buyer.name, std::string());
        QVERIFY(!noteShown(office).contains(QStringLiteral("memo")));
        QVERIFY(office.page()->statement().statement().receiver.empty());
        press(office, "Bring it back");
        QTRY_COMPARE(head.siteName(), siteName);
        QCOMPARE(head.customer(), office.customer);
        QCOMPARE(head.vehicle(), QStringLiteral("Bus"));
        QCOMPARE(head.receiver(), QStringLiteral("Kim"));
        QCOMPARE(head.memo(), QStringLiteral("memo"));
    }

    void a_delivery_of_an_order_that_is_begun_anew_has_the_orders_head_alone()
    {
        Office office;
        office.openDelivery();
        typeHead(office);
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        office.list<OrderListPage>()->table().setFocus();
        office.openDelivery();
        const DeliveryHead& head = office.page()->head();
        QTRY_COMPARE(head.vehicle(), QStringLiteral("Bus"));
        press(office, "Begin anew");
        QVERIFY(head.vehicle().isEmpty() && head.receiver().isEmpty() && head.memo().isEmpty());
        office.press(Qt::Key_F8);
        QTRY_COMPARE(office.deliveries(), 2);
        const auto memo = office.company.read([](Reader& r) {
            storage::DeliveryFilter filter;
            filter.chip = storage::DeliveryChip::All;
            filter.today = {20261123};
            return r.deliveries().detail(r.deliveries().list(filter, {}).front().id)->delivery.memo;
        });
        QCOMPARE(memo, std::string());
    }

    void a_day_that_is_none_is_told_until_it_is_right_also_if_that_is_the_day_before()
    {
        Office office;
        office.openDelivery();
        const DeliveryHead& head = office.page()->head();
        const auto told = [&] {
            const auto labels = head.findChildren<QLabel*>();
            return std::ranges::any_of(
                labels, [](QLabel* label) { return label->isVisible() && label->text().contains("13/45"); });
        };
        auto* day = head.findChild<DateField*>();
        const int top = office.page()->grid().mapTo(office.page(), QPoint()).y();
        day->setFocus();
        day->selectAll();
        office.type("13/45");
        office.press(Qt::Key_Return);
        QTest::qWait(50); // layouts
        QVERIFY(told());
        QCOMPARE(office.page()->grid().mapTo(office.page(), QPoint()).y(), top);
        office.press(Qt::Key_F8);
        QVERIFY(office.page() && told() && day->hasFocus());
        day->selectAll();
        office.type("1123"); // as it was
        office.press(Qt::Key_Return);
        QVERIFY(!told());
        office.press(Qt::Key_F8);
        QTRY_COMPARE(office.deliveries(), 2);
    }

    void what_nobody_typed_is_filled_in_anew_with_what_remains_now()
    {
        Office office;
        office.openDelivery();
        office.type("777");
        office.press(Qt::Key_Return);
        QCOMPARE(office.page()->model().entries()[1].now, pieces(18'000)); // by itself
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        office.deliverElsewhere();
        office.list<OrderListPage>()->table().setFocus();
        office.openDelivery();
        QTRY_COMPARE(office.page()->model().entries()[0].now, pieces(777));
        QCOMPARE(office.page()->model().entries()[1].now, pieces(15'000));
    }

    void the_day_that_comes_back_is_the_day_of_its_number()
    {
        Office office;
        office.openDelivery();
        auto* day = office.page()->findChild<DateField*>();
        day->setFocus();
        day->selectAll();
        office.type("1112");
        office.press(Qt::Key_Return);
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        office.list<OrderListPage>()->table().setFocus();
        office.openDelivery();
        const auto number = [&] { return QString::fromStdString(office.page()->statement().statement().number); };
        QTRY_VERIFY(number().startsWith(QStringLiteral("D261112")));
        press(office, "Begin anew");
        QTRY_VERIFY(number().startsWith(QStringLiteral("D261123")));
        press(office, "Bring it back");
        QTRY_VERIFY(number().startsWith(QStringLiteral("D261112")));
    }

    void a_place_that_another_pc_deletes_is_told()
    {
        Office office;
        const Uuid site = addSite(office);
        office.openDelivery();
        office.page()->head().findChild<ChoiceField*>()->setCurrentIndex(1);
        QCOMPARE(office.page()->head().site(), site);
        commands::CustomerInput before;
        before.customer
            = office.company.read([&](Reader& r) { return r.customers().detail(office.customer)->customer; });
        before.sites = office.company.read([&](Reader& r) { return r.customers().sites(office.customer); });
        commands::CustomerInput without = before;
        without.sites.clear();
        QVERIFY(office.company.run([=](commands::Commands& c) { return c.saveCustomer(without, &before); }));
        QTRY_VERIFY(office.page()->strip().text().contains(QStringLiteral("was deleted")));
        QVERIFY(office.page()->head().site().isNil());
    }

private:
    const QString siteName = QStringLiteral("안성 충전공장");

    Uuid addSite(Office& office)
    {
        commands::CustomerInput input;
        input.customer
            = office.company.read([&](Reader& r) { return r.customers().detail(office.customer)->customer; });
        DeliverySite site;
        site.name = siteName.toStdString();
        input.sites.push_back(site);
        if (!office.company.run([input](commands::Commands& c) { return c.saveCustomer(input); }))
            qFatal("no site");
        return office.company.read([&](Reader& r) { return r.customers().sites(office.customer).front().id; });
    }
    void openWithoutOrder(Office& office)
    {
        office.places->deliverOrder({});
        QTRY_VERIFY(office.page() && office.page()->isReady());
    }
    /// With a customer, its site, and a word in each other field.
    void beginWithoutOrder(Office& office)
    {
        openWithoutOrder(office);
        const DeliveryHead& head = office.page()->head();
        head.customerField()->choose(office.customer, QStringLiteral("(주)다온코스메틱"));
        auto* sites = head.findChild<ChoiceField*>();
        QTRY_COMPARE(sites->count(), 2);
        sites->setCurrentIndex(1);
        typeHead(office);
    }
    void typeHead(Office& office)
    {
        for (const auto& [label, text] :
            {std::pair("Vehicle, driver", "Bus"), {"Received by", "Kim"}, {"Memo", "memo"}}) {
            const auto fields = office.page()->findChildren<ImeLineEdit*>();
            const auto field
                = std::ranges::find(fields, QLatin1String(label), [](ImeLineEdit* f) { return f->accessibleName(); });
            QVERIFY2(field != fields.end(), label);
            (*field)->setFocus();
            office.type(QLatin1String(text));
        }
    }
    void press(Office& office, const char* link)
    {
        const auto links = office.page()->strip().findChildren<KeyButton*>();
        const auto at = std::ranges::find(links, QLatin1String(link), [](KeyButton* b) { return b->text(); });
        QVERIFY2(at != links.end(), link);
        (*at)->click();
    }
    QString noteShown(Office& office) { return QString::fromStdString(office.page()->statement().statement().note); }

    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(DeliveryDraftTest)
#include "delivery_draft_test.moc"
