// Merging where it happens: with history, conflict rows and whole aggregates.
#include "tests/sync/space_fixture.h"

#include <QTest>

using namespace dure;
using namespace dure::protocol;
using namespace dure::test;

namespace {

const Uuid acme = numbered(1);
const Uuid theOrder = numbered(40);
using C = col::Conflict;

std::string text(const Row& row, int column) { return textOf(row.values[static_cast<std::size_t>(column)]); }
std::int64_t integer(const Row& row, int column) { return integerOf(row.values[static_cast<std::size_t>(column)]); }

struct Office : CloudSpace
{
    Hand minsu = hand(1);
    Hand jiyoung = hand(2);

    std::string phoneNow() { return textOf(field(TableId::Customer, acme, col::Customer::phone)); }
    Change note(int position, std::int64_t base, const std::string& value)
    {
        return change(TableId::OrderLine, line(theOrder, position), base, {{col::OrderLine::note, value}});
    }
    std::int64_t seq(int position) { return seqOf(TableId::OrderLine, line(theOrder, position)); }
    std::int64_t orderSeq() { return seqOf(TableId::SalesOrder, theOrder); }
    std::vector<Change> dropAll()
    {
        return {drop(TableId::SalesOrder, theOrder, orderSeq()), drop(TableId::OrderLine, line(theOrder, 1), seq(1)),
            drop(TableId::OrderLine, line(theOrder, 2), seq(2))};
    }
    int living()
    {
        int count = isDeleted(TableId::SalesOrder, theOrder) ? 0 : 1;
        for (const int position : {1, 2})
            count += isDeleted(TableId::OrderLine, line(theOrder, position)) ? 0 : 1;
        return count;
    }
};

} // namespace

class MergeOnServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_conflict_row_tells_base_winner_loser_who_and_when()
    {
        Office office;
        office.push(office.minsu,
            {
                CloudSpace::customer(acme),
            });
        office.push(office.minsu, {CloudSpace::phone(acme, 1, "base")});
        const auto base = office.seqOf(TableId::Customer, acme);
        office.push(office.jiyoung, {CloudSpace::phone(acme, base, "jiyoung")});
        const std::int64_t jiyoungAt = office.now;
        office.push(office.minsu, {CloudSpace::customer(numbered(2))}); // something between
        Hand third = office.hand(3);
        office.push(third, {CloudSpace::phone(acme, base, "third")});
        QCOMPARE(office.phoneNow(), "third");
        const auto conflicts = office.conflicts();
        QCOMPARE(conflicts.size(), std::size_t{1});
        const Row& row = conflicts[0];
        QCOMPARE(text(row, C::tableName), "customer");
        QCOMPARE(idOf(row.values[C::rowId]), acme);
        QCOMPARE(text(row, C::field), "phone");
        QCOMPARE(text(row, C::baseValue), "{\"phone\":\"base\"}");
        QCOMPARE(text(row, C::winnerValue), "{\"phone\":\"third\"}");
        QCOMPARE(text(row, C::loserValue), "{\"phone\":\"jiyoung\"}");
        QCOMPARE(text(row, C::winnerUser), "user 3");
        QCOMPARE(text(row, C::loserUser), "user 2");
        QCOMPARE(text(row, C::loserDevice), "pc 2");
        QCOMPARE(integer(row, C::loserAt), jiyoungAt);
        QCOMPARE(integer(row, C::winnerAt), office.now);
    }

    void a_wrong_clock_does_not_decide_who_was_later()
    {
        constexpr std::int64_t tenYears = 315'576'000'000;
        for (const std::int64_t off : {tenYears, -tenYears}) {
            Office office;
            office.push(office.minsu, {CloudSpace::customer(acme)});
            office.jiyoung.clock = off;
            office.push(office.jiyoung, {CloudSpace::phone(acme, 1, "first")});
            Hand third = office.hand(3);
            office.push(third, {CloudSpace::phone(acme, 1, "second")});
            QCOMPARE(office.phoneNow(), "second");
        }
    }

    void an_edit_made_offline_before_another_loses_though_it_comes_later()
    {
        Office office;
        office.push(office.minsu, {CloudSpace::customer(acme)});
        office.now += 500'000;
        const std::int64_t early = office.now;
        office.push(office.minsu, {CloudSpace::phone(acme, 1, "online")});
        office.now += 500'000;
        office.pushAt(office.jiyoung, {CloudSpace::phone(acme, 1, "offline")}, early);
        QCOMPARE(office.phoneNow(), "online");
        QCOMPARE(text(office.conflicts().at(0), C::loserValue), "{\"phone\":\"offline\"}");
        QCOMPARE(text(office.conflicts().at(0), C::loserUser), "user 2");
    }

    void one_mutation_losing_twice_in_one_field_keeps_both_values()
    {
        Office office;
        office.push(office.minsu, {CloudSpace::customer(acme)});
        const std::int64_t early = office.now;
        office.now += 500'000;
        office.push(office.minsu, {CloudSpace::phone(acme, 1, "online")});
        office.pushAt(office.jiyoung, {CloudSpace::phone(acme, 1, "one"), CloudSpace::phone(acme, 1, "two")}, early);
        QCOMPARE(office.conflicts().size(), std::size_t{2});
    }

    void a_delete_takes_the_whole_aggregate()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        office.push(office.jiyoung, office.dropAll());
        QCOMPARE(office.living(), 0);
        QVERIFY(office.conflicts().empty());
        // a tombstone keeps its values
        QVERIFY(!isNull(office.field(TableId::OrderLine, CloudSpace::line(theOrder, 1), col::OrderLine::quantity)));
    }

    void a_concurrent_change_to_a_line_keeps_the_whole_aggregate()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        const auto deletes = office.dropAll();
        office.push(office.minsu, {office.note(2, office.seq(2), "rush")});
        const std::int64_t changedAt = office.now;
        office.push(office.jiyoung, deletes);
        QCOMPARE(office.living(), 3);
        const auto conflicts = office.conflicts();
        QCOMPARE(conflicts.size(), std::size_t{1});
        QCOMPARE(text(conflicts[0], C::tableName), "sales_order");
        QCOMPARE(integer(conflicts[0], C::kind), std::int64_t{1});
        QCOMPARE(text(conflicts[0], C::winnerUser), "user 1");
        QCOMPARE(text(conflicts[0], C::loserUser), "user 2");
        QCOMPARE(integer(conflicts[0], C::winnerAt), changedAt);
    }

    void a_line_the_deleter_never_saw_keeps_the_whole_aggregate()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        const auto deletes = office.dropAll();
        office.push(office.minsu, {CloudSpace::orderLine(theOrder, 3)});
        office.push(office.jiyoung, deletes);
        QCOMPARE(office.living(), 3);
        QVERIFY(!office.isDeleted(TableId::OrderLine, CloudSpace::line(theOrder, 3)));
    }

    void a_change_to_a_deleted_order_brings_all_of_it_back()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        const auto edit = office.note(1, office.seq(1), "rush");
        const auto twoEdits = std::vector<Change>{edit, office.note(2, office.seq(2), "too")};
        office.push(office.jiyoung, office.dropAll());
        const std::int64_t deletedAt = office.now;
        office.push(office.minsu, twoEdits);
        QCOMPARE(office.living(), 3);
        QCOMPARE(textOf(office.field(TableId::OrderLine, CloudSpace::line(theOrder, 1), col::OrderLine::note)), "rush");
        const auto conflicts = office.conflicts();
        QCOMPARE(conflicts.size(), std::size_t{1});
        QCOMPARE(integer(conflicts[0], C::kind), std::int64_t{2});
        QCOMPARE(text(conflicts[0], C::tableName), "sales_order");
        QCOMPARE(text(conflicts[0], C::winnerUser), "user 1");
        QCOMPARE(text(conflicts[0], C::loserUser), "user 2");
        QCOMPARE(integer(conflicts[0], C::loserAt), deletedAt);
    }

    void a_new_line_brings_a_deleted_order_back()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        office.push(office.jiyoung, office.dropAll());
        office.push(office.minsu, {CloudSpace::orderLine(theOrder, 3)});
        QCOMPARE(office.living(), 3);
        QCOMPARE(office.conflicts().size(), std::size_t{1});
    }

    void a_line_deleted_alone_before_stays_gone_when_the_order_comes_back()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        const auto edit = office.note(2, office.seq(2), "rush");
        office.push(office.jiyoung, {drop(TableId::OrderLine, CloudSpace::line(theOrder, 1), office.seq(1))});
        office.push(office.jiyoung, office.dropAll());
        office.push(office.minsu, {edit});
        QVERIFY(!office.isDeleted(TableId::SalesOrder, theOrder));
        QVERIFY(office.isDeleted(TableId::OrderLine, CloudSpace::line(theOrder, 1)));
        QVERIFY(!office.isDeleted(TableId::OrderLine, CloudSpace::line(theOrder, 2)));
    }

    void changing_one_of_two_lines_removed_together_brings_back_that_one()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        const auto edit = office.note(1, office.seq(1), "rush");
        office.push(office.jiyoung,
            {drop(TableId::OrderLine, CloudSpace::line(theOrder, 1), office.seq(1)),
                drop(TableId::OrderLine, CloudSpace::line(theOrder, 2), office.seq(2))});
        office.push(office.minsu, {edit});
        QVERIFY(!office.isDeleted(TableId::OrderLine, CloudSpace::line(theOrder, 1)));
        QVERIFY(office.isDeleted(TableId::OrderLine, CloudSpace::line(theOrder, 2)));
        QCOMPARE(office.conflicts().size(), std::size_t{1});
        QCOMPARE(text(office.conflicts()[0], C::tableName), "order_line");
    }

    void a_line_that_lies_deleted_alone_and_with_its_order_comes_back_by_a_change()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        const auto edit = office.note(1, office.seq(1), "rush");
        office.push(office.jiyoung, {drop(TableId::OrderLine, CloudSpace::line(theOrder, 1), office.seq(1))});
        office.push(office.jiyoung, office.dropAll());
        office.push(office.minsu, {edit});
        QCOMPARE(office.living(), 3);
    }

    void an_undone_delete_brings_back_what_was_deleted()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        office.push(office.minsu, office.dropAll());
        auto again = CloudSpace::order(theOrder);
        for (Change& each : again)
            each.base = office.state().head;
        office.push(office.minsu, again);
        QCOMPARE(office.living(), 3);
        QVERIFY(office.conflicts().empty());
        QCOMPARE(office.service.history("sales_order", theOrder, office.minsu.actor)->back().op, "create");
    }

    void an_edit_of_what_a_revival_left_standing_is_no_conflict()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        const std::int64_t base = office.state().head;
        office.push(office.minsu, office.dropAll());
        auto again = CloudSpace::order(theOrder); // jiyoung took back a delete of her own
        for (Change& each : again)
            each.base = base;
        office.push(office.jiyoung, again);
        const std::size_t revivals = office.conflicts().size();
        QCOMPARE(office.living(), 3);
        Hand third = office.hand(3);
        office.push(third, {change(TableId::SalesOrder, theOrder, base, {{col::SalesOrder::state, std::int64_t{2}}})});
        QCOMPARE(office.field(TableId::SalesOrder, theOrder, col::SalesOrder::state), Value(std::int64_t{2}));
        QCOMPARE(office.conflicts().size(), revivals);
    }

    void what_builds_on_a_refused_revival_is_refused_with_it()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        office.push(office.minsu, office.dropAll());
        auto again = CloudSpace::order(theOrder);
        again.front().base = office.orderSeq();
        again.push_back(change(TableId::Customer, numbered(9), 0, {{col::Customer::phone, std::string("1")}}));
        QCOMPARE(office.push(office.minsu, again).status, ResultStatus::Rejected);
        // minsu and a colleague at the same PC see the order alive still, upon the image of one that is gone
        Hand colleague = office.hand(3);
        for (Hand* hand : {&office.minsu, &colleague}) {
            const Change edit = change(
                TableId::SalesOrder, theOrder, office.orderSeq(), {{col::SalesOrder::memo, std::string("급함")}});
            QCOMPARE(office.push(*hand, {edit}).reason, RejectReason::RowMissing);
        }
        QCOMPARE(office.push(office.minsu, {CloudSpace::orderLine(theOrder, 3)}).reason, RejectReason::RowMissing);
        QCOMPARE(office.living(), 0);
    }

    void history_tells_from_what_to_what()
    {
        Office office;
        office.push(office.minsu, {CloudSpace::customer(acme)});
        office.push(office.jiyoung, {CloudSpace::phone(acme, 1, "1")});
        office.push(office.minsu, {CloudSpace::phone(acme, 2, "2")});
        const auto history = office.service.history("customer", acme, office.minsu.actor).value();
        QCOMPARE(history.size(), std::size_t{3});
        QCOMPARE(history[0].op, "create");
        QCOMPARE(history[1].user, "user 2");
        QCOMPARE(history[1].after, "{\"phone\":\"1\"}");
        QCOMPARE(history[2].before, "{\"phone\":\"1\"}");
        QCOMPARE(history[2].after, "{\"phone\":\"2\"}");
    }
};

QTEST_APPLESS_MAIN(MergeOnServerTest)
#include "merge_on_server_test.moc"
