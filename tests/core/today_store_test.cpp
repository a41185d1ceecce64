#include "core/storage/today_store.h"

#include "core/domain/payment_papers.h"
#include "core/storage/order_rows.h"
#include "tests/core/random_company.h"

#include <QtTest>

using namespace dure;
using namespace dure::storage;
using dure::test::RandomCompany;

namespace {

using StopKey = std::pair<Date, Uuid>;

Date dueOf(const SalesOrder& order, const OrderLine& line) { return line.dueOn.isNull() ? order.dueOn : line.dueOn; }

/// What TodayStore::planned() should say, the plain way: quantity by day and order.
std::map<StopKey, Quantity> plannedPlainly(const RandomCompany& company, Date from, Date to)
{
    std::map<StopKey, Quantity> stops;
    for (const auto& [id, order] : company.orders) {
        if (order.state == OrderState::Cancelled)
            continue;
        const Customer& customer = company.customerOf(order.customerId);
        const Tolerance tolerance{customer.overToleranceBp, customer.underToleranceBp};
        for (const OrderLine& line : company.lines.at(id)) {
            const Date due = dueOf(order, line);
            if (due.isNull() || due < from || due > to)
                continue;
            const Quantity left = outstandingQuantity({line.quantity, company.deliveredOf(line.id), due}, tolerance);
            if (left > Quantity{})
                stops[{due, id}] += left;
        }
    }
    return stops;
}

} // namespace

class TodayStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void what_is_planned_is_what_remains_of_the_lines_due_then()
    {
        std::size_t seen = 0;
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            RandomCompany company(seed);
            TodayStore store(company.space.db());
            for (const int span : {0, 1, 6}) {
                const Date from = company.today.addDays(-2);
                std::map<StopKey, Quantity> found;
                for (const Stop& stop : store.planned(from, from.addDays(span))) {
                    QVERIFY(!stop.lines.empty());
                    QCOMPARE(stop.customerId, company.orders.at(stop.order).customerId);
                    QCOMPARE(stop.state == StopState::Held, company.orders.at(stop.order).state == OrderState::OnHold);
                    found[{stop.on, stop.order}] = stop.quantity();
                }
                QVERIFY(found == plannedPlainly(company, from, from.addDays(span)));
                seen += found.size();
            }
        }
        QVERIFY2(seen > 100, "the random companies have something to deliver");
    }

    void what_is_late_goes_out_today_once_a_truck_takes_it()
    {
        RandomCompany company(7);
        TodayStore store(company.space.db());
        const auto late = store.late(company.today, 1);
        QVERIFY(!late.empty());
        const auto goes = [&] {
            return std::ranges::any_of(store.goingOut(company.today), [&](const Stop& stop) {
                return stop.order == late.front().order.id && stop.state == StopState::Late && stop.on == company.today
                    && stop.vehicle == "1톤";
            });
        };
        QVERIFY(!goes());
        SalesOrder order = company.orders.at(late.front().order.id);
        order.vehicle = "1톤";
        {
            sqlite::Transaction transaction(company.space.db());
            company.space.receive(order);
            company.space.derived.refresh();
            transaction.commit();
        }
        QVERIFY(goes());
        QCOMPARE(store.planned(company.today, company.today).size() + 1, store.goingOut(company.today).size());
    }

    void what_was_delivered_that_day_stands_by_its_truck_and_what_was_taken_back_does_not()
    {
        RandomCompany company(3);
        auto& space = company.space;
        Date day;
        Uuid reversed;
        {
            sqlite::Transaction transaction(space.db());
            const auto& [id, delivery] = *std::ranges::find_if(
                company.deliveries, [&](const auto& each) { return !company.deliveryLines[each.first].empty(); });
            day = delivery.deliveredOn;
            reversed = id;
            Delivery back = delivery;
            back.id = {};
            back.reversesId = id;
            space.receive(back);
            Delivery goodsBack = delivery;
            goodsBack.id = {};
            goodsBack.kind = DeliveryKind::Return;
            goodsBack.id = space.receive(goodsBack);
            DeliveryLine line = company.deliveryLines[id].front();
            line.id = {};
            line.deliveryId = goodsBack.id;
            space.receive(line);
            space.derived.refresh();
            transaction.commit();
        }
        std::map<Uuid, Quantity> expected;
        for (const auto& [id, delivery] : company.deliveries)
            if (delivery.deliveredOn == day && id != reversed && !company.deliveryLines[id].empty())
                for (const DeliveryLine& line : company.deliveryLines[id])
                    expected[id] += line.quantity;
        std::map<Uuid, Quantity> found;
        for (const Stop& stop : TodayStore(space.db()).delivered(day)) {
            QCOMPARE(stop.state, StopState::Delivered);
            found[stop.delivery] = stop.quantity();
        }
        QVERIFY(found == expected);
    }

    void trucks_gather_their_stops_by_time_and_the_undecided_come_last()
    {
        const auto stop = [](const char* vehicle, const char* driver, std::optional<std::int64_t> time, StopState state,
                              std::int64_t boxes) {
            Stop each;
            each.on = {20261123};
            each.vehicle = vehicle;
            each.driver = driver;
            each.time = time;
            each.state = state;
            each.lines.push_back({"PET", "", "개", Quantity::fromInteger(boxes),
                truckLoad(Quantity::fromInteger(boxes * 100), Quantity::fromInteger(100), 16)});
            return each;
        };
        const auto trucks = trucksOf({stop("", "", 500, StopState::Waiting, 1),
            stop("5톤", "김상철", std::nullopt, StopState::Waiting, 8), stop("1톤", "", 600, StopState::Waiting, 1),
            stop("5톤", "김상철", 810, StopState::Delivered, 9), stop("5톤", "", 900, StopState::Waiting, 1)});
        QCOMPARE(trucks.size(), std::size_t(3));
        QCOMPARE(trucks[0].vehicle, "1톤");
        QCOMPARE(trucks[1].vehicle, "5톤");
        QCOMPARE(trucks[1].drivers, std::vector<std::string>{"김상철"});
        QCOMPARE(trucks[1].stops.size(), std::size_t(3));
        QCOMPARE(*trucks[1].stops[0].time, std::int64_t(810));
        QVERIFY(!trucks[1].stops[2].time);
        QCOMPARE(trucks[1].delivered, std::size_t(1));
        QCOMPARE(trucks[1].load.boxes, std::int64_t(18));
        QCOMPARE(trucks[1].load.pallets(), std::int64_t(2)); // 9/16 + 8/16 + 1/16 is a pallet and a begun one
        QVERIFY(!trucks[2].isDecided());
    }

    void a_load_counts_begun_boxes_and_says_what_it_does_not_know()
    {
        const auto pieces = [](std::int64_t number) { return Quantity::fromInteger(number); };
        QCOMPARE(truckLoad(pieces(1000), pieces(300), 0).boxes, std::int64_t(4));
        QCOMPARE(truckLoad(pieces(900), pieces(300), 0).looseBoxes, std::int64_t(3));
        QCOMPARE(truckLoad(pieces(900), pieces(300), 3).pallets(), std::int64_t(1));
        QCOMPARE(truckLoad(pieces(901), pieces(300), 3).pallets(), std::int64_t(2));
        QVERIFY(truckLoad(pieces(900), {}, 3).isPartlyUnknown);
        QVERIFY(truckLoad({}, pieces(300), 3) == TruckLoad{});
        QVERIFY(truckLoad(pieces(-5), pieces(300), 3) == TruckLoad{});
    }

    void money_is_what_was_promised_until_today_and_the_notes_of_this_week()
    {
        test::SpaceFixture space;
        const Date today{20261123}; // a Monday
        Customer customer;
        customer.name = "보람케미칼";
        customer.id = space.receive(customer);
        const auto promise = [&](Date by, Date doneOn, bool deleted = false) {
            Activity activity;
            activity.customerId = customer.id;
            activity.on = today.addDays(-9);
            activity.kind = ActivityKind::Promise;
            activity.amount = {1'000'000};
            activity.nextOn = by;
            activity.doneOn = doneOn;
            return space.receive(activity, deleted);
        };
        const auto note = [&](Date matures, Uuid reverses = {}) {
            Payment payment;
            payment.customerId = customer.id;
            payment.receivedOn = today.addDays(-60);
            payment.kind = PaymentKind::Note;
            payment.amount = {reverses.isNil() ? 3'500'000 : -3'500'000};
            payment.noteDueOn = matures;
            payment.reversesId = reverses;
            return space.receive(payment);
        };
        const Uuid late = promise(today.addDays(-3), {});
        const Uuid now = promise(today, {});
        promise(today.addDays(1), {});
        promise(today.addDays(-1), today);
        promise(today.addDays(-1), {}, true);
        const Uuid thursday = note(today.addDays(3));
        const Uuid sunday = note(today.addDays(6));
        note(today.addDays(7));
        note(today.addDays(-1));
        const Uuid dishonoured = note(today.addDays(2));
        note(today.addDays(2), dishonoured);
        NoteEvent sold;
        sold.paymentId = note(today.addDays(4));
        sold.on = today;
        sold.kind = NoteEventKind::Discounted;
        space.receive(sold);
        std::vector<Uuid> found;
        for (const ExpectedMoney& money : TodayStore(space.db()).money(today))
            found.push_back(money.id);
        QVERIFY(found == (std::vector<Uuid>{late, now, thursday, sunday}));
        QCOMPARE(TodayStore(space.db()).money(today).front().customerName, "보람케미칼");
        QVERIFY(!TodayStore(space.db()).money(today).front().isNote);
    }

    void next_actions_wait_until_somebody_has_done_them()
    {
        test::SpaceFixture space;
        const Date today{20261123};
        const auto call = [&](Date next, Date done, ActivityKind kind = ActivityKind::Call) {
            Activity activity;
            activity.on = today.addDays(-5);
            activity.kind = kind;
            activity.nextAction = "견적 보내기";
            activity.nextOn = next;
            activity.doneOn = done;
            return space.receive(activity);
        };
        const Uuid first = call(today, {});
        const Uuid before = call(today.addDays(-2), {});
        call(today.addDays(1), {});
        call(today, today);
        call({}, {});
        call(today, {}, ActivityKind::Promise);
        const auto found = TodayStore(space.db()).actions(today);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].activity.id, before);
        QCOMPARE(found[1].activity.id, first);
    }

    void late_orders_are_those_of_the_late_chip()
    {
        RandomCompany company(5);
        TodayStore store(company.space.db());
        const auto late = store.late(company.today, 1'000);
        QCOMPARE(std::int64_t(late.size()), store.lateCount(company.today));
        QVERIFY(!late.empty());
        for (const LateOrder& each : late)
            QVERIFY(each.order.late && each.order.dueOn < company.today);
    }

    void no_question_of_the_day_walks_a_whole_table()
    {
        RandomCompany company(1, 20);
        auto& db = company.space.db();
        const auto plan = [&](const std::string& sql) {
            auto rows = db.prepareOnce("EXPLAIN QUERY PLAN " + sql);
            std::string text;
            while (rows.step())
                text += std::string(rows.text(3)) + "\n";
            return text;
        };
        const std::string notes = plan("SELECT id FROM payment WHERE note_due_on BETWEEN 20261123 AND "
                                       "20261129 AND kind = 3 AND deleted = 0");
        QVERIFY2(notes.find("payment_notes") != std::string::npos, notes.c_str());
        const std::string todo = plan("SELECT id FROM activity WHERE done_on IS NULL AND next_on <= 20261123");
        QVERIFY2(todo.find("activity_by_2") != std::string::npos, todo.c_str());
    }
};

QTEST_APPLESS_MAIN(TodayStoreTest)
#include "today_store_test.moc"
