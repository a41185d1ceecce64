// The page of the day by its keys: trucks, delivering from there, planning a vehicle, what is late, money and things to
// do; and the loading list.
#include "app/deliveries/delivery_editor_page.h"
#include "app/orders/order_list_page.h"
#include "app/relations/relation_list_page.h"
#include "app/today/day_list.h"
#include "app/today/dispatch_sheet.h"
#include "app/today/loading_list_page.h"
#include "app/today/today_page.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/segmented_control.h"
#include "core/storage/entity_reader.h"
#include "tests/app/masters_office.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QProcess>

using namespace dure;
using namespace dure::app;

namespace {

const Date today = Date::fromYmd(2026, 11, 23);

/// Two orders for today (one with a truck), one for tomorrow, one that is late.
struct DayOffice : MastersOffice
{
    Uuid daon, saebyeok, bottle, forDaon, forSaebyeok, forTomorrow, late;

    DayOffice()
    {
        daon = company.customer("(주)다온코스메틱", "C001");
        saebyeok = company.customer("새벽유업", "C002");
        Product product;
        product.name = "PET 500ml 투명";
        product.code = "PB-0500";
        product.unitsPerBox = Quantity::fromInteger(200);
        product.boxesPerPallet = 16;
        product.listPrice = UnitPrice::fromInteger(98);
        bottle = company.run([product](commands::Commands& c) { return c.saveProduct(product); }).value().id;
        forDaon = company.order(daon, bottle, "PET 500ml 투명", 36'000, today);
        forSaebyeok = company.order(saebyeok, bottle, "PET 500ml 투명", 40'000, today);
        forTomorrow = company.order(daon, bottle, "PET 500ml 투명", 1'000, today.addDays(1));
        late = company.order(saebyeok, bottle, "PET 500ml 투명", 800, today.addDays(-4));
        plan(forDaon, "2.5톤 82가 3417", "이정호", 14 * 60);
        window->goTo(QStringLiteral("today"));
        [&] { QTRY_VERIFY(find(page()->deliveries(), forDaon) >= 0); }();
    }
    void plan(const Uuid& order, const std::string& vehicle, const std::string& driver, std::int64_t time)
    {
        company.run([=](commands::Commands& c) { return c.planDelivery(order, vehicle, driver, time); }).value();
    }
    Uuid promise(Date by)
    {
        Activity activity;
        activity.customerId = daon;
        activity.on = today.addDays(-9);
        activity.kind = ActivityKind::Promise;
        activity.amount = {2'574'000};
        activity.nextOn = by;
        return company.run([activity](commands::Commands& c) { return c.saveActivity(activity); }).value().id;
    }
    TodayPage* page() const { return window->findChild<TodayPage*>(); }
    static int find(const DayList& list, const Uuid& id)
    {
        for (int row = 0; const DayRow* each = list.rows().rowAt(row); ++row)
            if (each->id == id)
                return row;
        return -1;
    }
    static QString textAt(const DayList& list, int row) { return list.rows().index(row, 0).data().toString(); }
    static QString texts(const DayList& list)
    {
        QStringList all;
        for (int row = 0; row < list.rows().rowCount(); ++row)
            all += textAt(list, row);
        return all.join(u'\n');
    }
    QString hints() const
    {
        QStringList all;
        for (const KeyHint& hint : page()->findChild<KeyHintBar*>()->hints())
            all += hint.keys;
        return all.join(u' ');
    }
    void choose(DayList& list, const Uuid& id)
    {
        list.setFocus();
        list.choose(find(list, id));
    }
    SalesOrder stored(const Uuid& order)
    {
        return *company.read([order](Reader& r) { return storage::findEntity<SalesOrder>(r.db(), order); });
    }
};

} // namespace

class TodayTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

    void today_shows_the_trucks_of_the_day_and_of_tomorrow()
    {
        DayOffice office;
        DayList& list = office.page()->deliveries();
        QAbstractItemModelTester tester(list.model());
        const int daon = office.find(list, office.forDaon);
        const QString truck = office.textAt(list, daon - 1);
        QVERIFY2(truck.contains(QStringLiteral("2.5톤 82가 3417")), qPrintable(truck));
        QVERIFY(truck.contains(QStringLiteral("이정호")));
        QVERIFY2(truck.contains(QStringLiteral("12")), "36,000 of 200 a box and 16 boxes a pallet are 12 pallets");
        QVERIFY(office.textAt(list, daon).contains(QStringLiteral("14:00")));
        QVERIFY(office.textAt(list, daon).contains(QStringLiteral("36,000")));
        const int undecided = office.find(list, office.forSaebyeok);
        QVERIFY(undecided > daon);
        QVERIFY(office.textAt(list, undecided - 1).contains(QStringLiteral("not decided")));
        QVERIFY(office.find(list, office.forTomorrow) > undecided);
        QCOMPARE(list.current()->id, office.forDaon); // the first thing to be done
        QVERIFY(list.hasFocus());
        QVERIFY2(namelessFields(*office.page()).isEmpty(), qPrintable(namelessFields(*office.page()).join(u' ')));
    }

    void an_order_is_delivered_from_today_and_the_page_comes_back_with_it_done()
    {
        DayOffice office;
        office.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<DeliveryEditorPage*>(office.window->currentPage()));
        auto* editor = qobject_cast<DeliveryEditorPage*>(office.window->currentPage());
        QTRY_VERIFY(editor->isReady());
        office.press(Qt::Key_F8);
        QTRY_COMPARE(office.window->currentPage(), office.page());
        QCOMPARE(office.window->currentPlace(), QStringLiteral("today"));
        DayList& list = office.page()->deliveries();
        QTRY_VERIFY(office.texts(list).contains(QStringLiteral("Delivered, 14:00, (주)다온코스메틱")));
        QVERIFY(office.page()->strip().text().contains(QStringLiteral("recorded")));
        QTRY_COMPARE(list.current()->order, office.forSaebyeok); // what is next
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(office.find(list, office.forDaon) >= 0);
    }

    void a_vehicle_and_a_time_are_given_by_a_few_keys_and_taken_back_by_one()
    {
        DayOffice office;
        office.press(Qt::Key_Down);
        QCOMPARE(office.page()->deliveries().current()->id, office.forSaebyeok);
        office.press(Qt::Key_F4);
        QTRY_VERIFY(office.page()->sheet().isVisible());
        office.type(QStringLiteral("5톤 91바 2086, 김상철"), true);
        office.press(Qt::Key_Return);
        office.type(QStringLiteral("930"), true);
        office.press(Qt::Key_Return);
        QTRY_VERIFY(!office.page()->sheet().isVisible());
        const SalesOrder order = office.stored(office.forSaebyeok);
        QCOMPARE(order.vehicle, "5톤 91바 2086");
        QCOMPARE(order.driver, "김상철");
        QCOMPARE(*order.dueTime, std::int64_t(9 * 60 + 30));
        DayList& list = office.page()->deliveries();
        QVERIFY(list.hasFocus());
        QTRY_VERIFY(office.texts(list).contains(QStringLiteral("09:30")));
        QCOMPARE(list.current()->id, office.forSaebyeok); // the choice follows the order to its truck
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(office.stored(office.forSaebyeok).vehicle.empty());
    }

    void a_time_that_cannot_be_read_is_told_at_its_field_and_nothing_is_lost()
    {
        DayOffice office;
        office.press(Qt::Key_F4);
        QTRY_VERIFY(office.page()->sheet().isVisible());
        office.press(Qt::Key_Return);
        office.type(QStringLiteral("25:70"), true);
        office.press(Qt::Key_Return);
        QVERIFY(office.page()->sheet().isVisible());
        QCOMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text(), QStringLiteral("25:70"));
        QCOMPARE(*office.stored(office.forDaon).dueTime, std::int64_t(14 * 60));
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page()->sheet().isVisible());
        QVERIFY(office.page()->deliveries().hasFocus());
    }

    void times_are_read_as_people_type_them()
    {
        const auto minutes = [](const char* typed) { return readTypedTime(QString::fromUtf8(typed)); };
        QCOMPARE(**minutes("14:00"), 840);
        QCOMPARE(**minutes("9"), 540);
        QCOMPARE(**minutes("930"), 570);
        QCOMPARE(**minutes("1400"), 840);
        QCOMPARE(**minutes("9시 30분"), 570);
        QCOMPARE(**minutes("9시"), 540);
        QVERIFY(minutes("") && !*minutes(""));
        for (const char* wrong : {"24:00", "9:60", "아침", "-3", "99999"})
            QVERIFY2(!minutes(wrong), wrong);
    }

    void what_is_late_stands_at_the_right_and_goes_out_once_it_has_a_truck()
    {
        DayOffice office;
        DayList& desk = office.page()->desk();
        QVERIFY(office.find(desk, office.late) >= 0);
        QVERIFY(office.textAt(desk, office.find(desk, office.late)).contains(QStringLiteral("4 day")));
        office.press(Qt::Key_F6);
        QVERIFY(desk.hasFocus());
        office.choose(desk, office.late);
        office.press(Qt::Key_F4);
        QTRY_VERIFY(office.page()->sheet().isVisible());
        office.type(QStringLiteral("1톤 75다 9120, 최민수"), true);
        office.press(Qt::Key_Return);
        office.press(Qt::Key_Return);
        QTRY_VERIFY(office.find(office.page()->deliveries(), office.late) >= 0);
        office.choose(desk, Uuid{});
        office.press(Qt::Key_Return); // "Show all"
        QTRY_COMPARE(office.window->currentPlace(), QStringLiteral("orders"));
        QTRY_COMPARE(office.window->findChild<OrderListPage*>()->currentId(), office.late);
    }

    void a_promise_appears_when_it_is_due_and_goes_when_it_is_done()
    {
        DayOffice office;
        DayList& desk = office.page()->desk();
        const Uuid later = office.promise(today.addDays(1));
        const Uuid now = office.promise(today);
        QTRY_VERIFY(office.find(desk, now) >= 0);
        QVERIFY(office.find(desk, later) < 0);
        QVERIFY(office.textAt(desk, office.find(desk, now)).contains(QStringLiteral("2,574,000")));
        office.press(Qt::Key_F6);
        office.choose(desk, now);
        QVERIFY(office.hints().contains(QStringLiteral("Space")));
        office.press(Qt::Key_Space);
        QTRY_VERIFY(office.find(desk, now) < 0);
        QVERIFY(office.page()->strip().text().contains(QStringLiteral("다온")));
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(office.find(desk, now) >= 0);
        office.choose(desk, now);
        office.press(Qt::Key_Return);
        QTRY_VERIFY(qobject_cast<RelationListPage*>(office.window->currentPage()));
        QTRY_COMPARE(qobject_cast<RelationListPage*>(office.window->currentPage())->currentId(), now);
    }

    void who_only_reads_is_offered_nothing_that_writes()
    {
        DayOffice office;
        office.company.data->setRole(Executive);
        for (KeyButton* button : office.page()->findChildren<KeyButton*>())
            QVERIFY(button->text() != QStringLiteral("Deliver") || button->isHidden());
        QVERIFY(!office.hints().contains(QStringLiteral("F4")));
        office.press(Qt::Key_F4);
        QVERIFY(!office.page()->sheet().isVisible());
        QVERIFY(!office.page()->strip().text().isEmpty());
    }

    void an_empty_company_is_told_how_to_begin()
    {
        MastersOffice office;
        office.window->goTo(QStringLiteral("today"));
        auto* page = office.window->findChild<TodayPage*>();
        QTRY_VERIFY(!page->deliveries().isVisible());
        QTest::keyClick(office.window.get(), Qt::Key_F2);
        QTRY_COMPARE(office.window->currentPlace(), QStringLiteral("orders"));
    }

    void the_loading_list_says_where_each_truck_takes_what()
    {
        QTemporaryDir papers;
        qputenv("DURE_PRINT_TO_PDF", papers.path().toLocal8Bit());
        DayOffice office;
        office.press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<LoadingListPage*>(office.window->currentPage()));
        auto* page = qobject_cast<LoadingListPage*>(office.window->currentPage());
        QTRY_VERIFY(!page->list().pages.empty());
        QTest::keyClick(office.window.get(), Qt::Key_F7);
        QTRY_VERIFY(page->strip().text().contains(papers.path()));
        QProcess text;
        text.start(QStringLiteral("pdftotext"),
            {QStringLiteral("-layout"), papers.filePath(QStringLiteral("배차표 2026-11-23.pdf")), QStringLiteral("-")});
        text.waitForFinished();
        const QString paper = QString::fromUtf8(text.readAllStandardOutput()).simplified();
        for (const char* word : {"배차표", "2.5톤 82가 3417, 이정호", "적재 12 팔레트", "(주)다온코스메틱", "14:00",
                 "36,000", "180", "차량 미정", "새벽유업", "40,000"})
            QVERIFY2(paper.contains(QString::fromUtf8(word)), qPrintable(paper + QString::fromUtf8(word)));
        QVERIFY2(!paper.contains(QStringLiteral("1,000")), "tomorrow's is not today's");
        page->span().setChosen(QStringLiteral("week"));
        Q_EMIT page->span().chosen(QStringLiteral("week"));
        QTRY_VERIFY(page->subtitle().contains(QStringLiteral("2026-11-29")));
        qunsetenv("DURE_PRINT_TO_PDF");
    }
};

QTEST_MAIN(TodayTest)
#include "today_test.moc"
