// The rules of merging, one by one. Pure: no store, no clock.
#include "sync/merge/merge.h"

#include <QTest>

#include <limits>

using namespace dure;
using namespace dure::merge;

namespace {

const Table& lines() { return tableOf(TableId::OrderLine); }
const Table& customers() { return tableOf(TableId::Customer); }

Uuid id(int n)
{
    Uuid made;
    made.bytes[15] = static_cast<std::uint8_t>(n);
    return made;
}

const Uuid rowId = id(100);
const Uuid minsu = id(1); // incarnations
const Uuid jiyoung = id(2);

UnitVersion by(const Uuid& incarnation, std::int64_t at, std::int64_t n = 1) { return {0, at, incarnation, n}; }

Change put(const Table& table, std::int64_t base, std::vector<std::pair<int, Value>> fields)
{
    return {table.id, rowId, base, Op::Put, {std::move(fields), {}}};
}

/// A customer made by Minsu at seq 10, time 1000.
MergeRow customer()
{
    MergeRow row;
    Change create{TableId::Customer, rowId, 0, Op::Create, {}};
    create.fields.known = {{col::Customer::name, std::string("삼성공업")}, {col::Customer::phone, std::string("1")},
        {col::Customer::postalCode, std::string("04524")}, {col::Customer::address, std::string("서울")}};
    mergeCreate(customers(), row, create, by(minsu, 1000));
    row.versions.stamp(10);
    row.changed = false;
    return row;
}

struct Merged
{
    MergeRow row = customer();
    std::vector<FieldConflict> conflicts;
    std::int64_t seq = 10;

    /// Merges and gives what changed the next seq.
    void apply(const Change& change, const UnitVersion& author)
    {
        mergePut(customers(), row, change, author, conflicts);
        if (row.changed)
            row.versions.stamp(++seq);
        row.changed = false;
    }
    void phone(std::int64_t base, const std::string& value, const UnitVersion& author)
    {
        apply(put(customers(), base, {{col::Customer::phone, value}}), author);
    }
    std::string text(int column) const { return textOf(row.row.values[static_cast<std::size_t>(column)]); }
};

std::string loserPhone(const FieldConflict& conflict) { return textOf(conflict.loser.known.at(0).second); }

} // namespace

class MergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_field_nobody_else_changed_takes_the_new_value()
    {
        Merged merged;
        merged.phone(10, "2", by(jiyoung, 5)); // its clock is early: it does not matter
        QCOMPARE(merged.text(col::Customer::phone), "2");
        QVERIFY(merged.conflicts.empty());
    }

    void different_fields_of_one_row_merge()
    {
        Merged merged;
        merged.phone(10, "2", by(jiyoung, 2000));
        merged.apply(put(customers(), 10, {{col::Customer::name, std::string("대한화학")}}), by(minsu, 1500));
        QCOMPARE(merged.text(col::Customer::phone), "2");
        QCOMPARE(merged.text(col::Customer::name), "대한화학");
        QVERIFY(merged.conflicts.empty());
    }

    void the_later_edit_wins_and_the_earlier_stands_in_a_conflict()
    {
        Merged merged;
        merged.phone(10, "first", by(jiyoung, 2000));
        merged.phone(10, "second", by(id(3), 3000));
        QCOMPARE(merged.text(col::Customer::phone), "second");
        QCOMPARE(merged.conflicts.size(), std::size_t{1});
        QVERIFY(merged.conflicts[0].incomingWon);
        QCOMPARE(loserPhone(merged.conflicts[0]), "first");
        QCOMPARE(merged.conflicts[0].other.incarnation, jiyoung);
        QCOMPARE(merged.conflicts[0].base, std::int64_t{10});
    }

    void an_earlier_edit_that_arrives_later_loses_and_stands_in_a_conflict()
    {
        Merged merged;
        merged.phone(10, "late", by(jiyoung, 3000));
        merged.phone(10, "early", by(id(3), 2000));
        QCOMPARE(merged.text(col::Customer::phone), "late");
        QCOMPARE(merged.conflicts.size(), std::size_t{1});
        QVERIFY(!merged.conflicts[0].incomingWon);
        QCOMPARE(loserPhone(merged.conflicts[0]), "early");
        QVERIFY(!merged.row.changed); // a loser gives the row no new seq
    }

    void at_the_same_moment_the_larger_incarnation_wins_whoever_comes_first()
    {
        for (const bool smallFirst : {true, false}) {
            Merged merged;
            merged.phone(10, smallFirst ? "2" : "3", by(smallFirst ? id(2) : id(3), 2000));
            merged.phone(10, smallFirst ? "3" : "2", by(smallFirst ? id(3) : id(2), 2000));
            QCOMPARE(merged.text(col::Customer::phone), "3");
            QCOMPARE(loserPhone(merged.conflicts.at(0)), "2");
        }
    }

    void equal_values_never_conflict()
    {
        Merged merged;
        merged.phone(10, "same", by(jiyoung, 2000));
        merged.phone(10, "same", by(id(3), 3000));
        QVERIFY(merged.conflicts.empty());
        QCOMPARE(merged.row.versions.of("phone").incarnation, jiyoung); // and nothing was written
    }

    void a_devices_own_earlier_mutations_belong_to_its_base()
    {
        Merged merged;
        merged.phone(10, "1st", by(jiyoung, 2000, 1));
        merged.phone(10, "2nd", by(jiyoung, 1000, 2)); // made offline after the first, with the same base
        QCOMPARE(merged.text(col::Customer::phone), "2nd");
        QVERIFY(merged.conflicts.empty());
    }

    void what_came_between_two_own_mutations_still_conflicts()
    {
        Merged merged;
        merged.phone(10, "mine", by(jiyoung, 2000, 1));
        merged.phone(11, "other", by(id(3), 2500)); // saw mine
        merged.phone(10, "mine again", by(jiyoung, 3000, 2)); // did not see other
        QCOMPARE(merged.text(col::Customer::phone), "mine again");
        QCOMPARE(merged.conflicts.size(), std::size_t{1});
        QCOMPARE(loserPhone(merged.conflicts[0]), "other");
    }

    void a_group_wins_or_loses_together()
    {
        Merged merged;
        merged.apply(
            put(customers(), 10,
                {{col::Customer::postalCode, std::string("48058")}, {col::Customer::address, std::string("부산")}}),
            by(jiyoung, 3000));
        merged.apply(put(customers(), 10,
                         {{col::Customer::postalCode, std::string("04524")},
                             {col::Customer::address, std::string("서울 중구")}}),
            by(id(3), 2000));
        QCOMPARE(merged.text(col::Customer::postalCode), "48058");
        QCOMPARE(merged.text(col::Customer::address), "부산");
        QCOMPARE(merged.conflicts.size(), std::size_t{1});
        QCOMPARE(merged.conflicts[0].unit, "address");
        QCOMPARE(merged.conflicts[0].loser.known.size(), std::size_t{2});
    }

    void every_column_of_a_line_that_makes_its_amount_is_one_group()
    {
        using L = col::OrderLine;
        for (const int column : {L::quantity, L::unitPrice, L::priceSource, L::supply, L::tax, L::taxTyped})
            QCOMPARE(unitOf(lines().columns[static_cast<std::size_t>(column)]), "amount");
        QCOMPARE(unitOf(lines().columns[L::note]), "note");
    }

    void a_value_can_be_cleared()
    {
        Merged merged;
        merged.apply(put(customers(), 10, {{col::Customer::phone, Value{}}}), by(jiyoung, 2000));
        QVERIFY(isNull(merged.row.row.values[col::Customer::phone]));
    }

    void a_delete_that_has_seen_everything_is_not_concurrent()
    {
        Merged merged;
        QVERIFY(!unseenByDelete(merged.row, 10, jiyoung));
        QVERIFY(!unseenByDelete(merged.row, 0, minsu)); // own work needs no seeing
    }

    void a_delete_that_has_not_seen_the_latest_change_is_concurrent()
    {
        Merged merged;
        merged.phone(10, "2", by(minsu, 2000));
        merged.apply(put(customers(), 10, {{col::Customer::name, std::string("x")}}), by(id(3), 1500));
        const auto unseen = unseenByDelete(merged.row, 10, jiyoung);
        QVERIFY(unseen);
        QCOMPARE(unseen->seq, std::int64_t{12});
        QCOMPARE(unseen->incarnation, id(3));
        QVERIFY(!unseenByDelete(merged.row, 12, jiyoung));
    }

    void a_change_revives_what_others_deleted_unseen()
    {
        Merged merged;
        markDeleted(merged.row, by(jiyoung, 2000));
        merged.row.versions.stamp(11);
        QVERIFY(merged.row.deleted);
        QVERIFY(revives(merged.row, 10, minsu));
        QVERIFY(!revives(merged.row, 11, minsu)); // has seen it go
        QVERIFY(!revives(merged.row, 10, jiyoung)); // deleted it
        QVERIFY(!unseenByDelete(merged.row, 0, minsu)); // nothing is left to bury
        markRevived(merged.row, by(minsu, 2500));
        merged.row.versions.stamp(12);
        QVERIFY(!merged.row.deleted);
        QVERIFY(!revives(merged.row, 10, id(3)));
        QVERIFY(unseenByDelete(merged.row, 11, id(3))); // who has not seen the revival may not delete again
    }

    void created_anew_a_row_keeps_nothing_of_its_former_life()
    {
        Merged merged;
        merged.phone(10, "2", by(jiyoung, 2000));
        markDeleted(merged.row, by(jiyoung, 2100, 2));
        merged.row.versions.stamp(12);
        Change create{TableId::Customer, rowId, 12, Op::Create, {}};
        create.fields.known = {{col::Customer::name, std::string("새 이름")}};
        mergeCreate(customers(), merged.row, create, by(minsu, 3000));
        merged.row.versions.stamp(13);
        QVERIFY(!merged.row.deleted);
        QVERIFY(isNull(merged.row.row.values[col::Customer::phone]));
        QCOMPARE(merged.row.versions.of("phone").seq, std::int64_t{13});
        QVERIFY(!merged.row.versions.deletion());
    }

    void corrected_time_takes_the_skew_away()
    {
        QCOMPARE(correctedTime(5000, 3000, 0, 9000, 0), std::int64_t{2000});
        QCOMPARE(correctedTime(5000, -3000, 0, 9000, 0), std::int64_t{8000});
    }

    void a_push_that_was_long_on_its_way_gains_nothing()
    {
        // both clocks are right; the first push took longer to arrive than the second
        QVERIFY(correctedTime(5000, -900, 0, 9000, 0) < correctedTime(5003, -1, 0, 9000, 0));
    }

    void corrected_time_stays_between_the_base_and_now()
    {
        QCOMPARE(correctedTime(99'000, 0, 2000, 9000, 0), std::int64_t{9000});
        QCOMPARE(correctedTime(-99'000, 0, 2000, 9000, 0), std::int64_t{2000});
        // ten years wrong, made and pushed under the same wrong clock
        constexpr std::int64_t tenYears = 315'576'000'000;
        QCOMPARE(correctedTime(5000 + tenYears, tenYears, 2000, 9000, 0), std::int64_t{5000});
    }

    void corrected_time_never_runs_backwards_within_an_incarnation()
    {
        QCOMPARE(correctedTime(3000, 0, 0, 9000, 4000), std::int64_t{4000});
        QCOMPARE(correctedTime(3000, 0, 0, 2000, 4000), std::int64_t{4000}); // not even if the cloud's clock does
    }

    void extreme_clocks_do_not_overflow()
    {
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        constexpr auto least = std::numeric_limits<std::int64_t>::min();
        QCOMPARE(correctedTime(most, least, 5, 9000, 0), std::int64_t{9000});
        QCOMPARE(correctedTime(least, most, 5, 9000, 0), std::int64_t{5});
    }

    void versions_come_back_as_they_were_written()
    {
        Merged merged;
        merged.phone(10, "2", by(jiyoung, -5, 77));
        markDeleted(merged.row, by(id(3), std::numeric_limits<std::int64_t>::max(), 3));
        merged.row.versions.stamp(12);
        const auto back = Versions::decode(merged.row.versions.encode());
        QVERIFY(back && *back == merged.row.versions);
    }

    void damaged_versions_are_not_guessed_at()
    {
        const std::string good = customer().versions.encode();
        QVERIFY(Versions::decode(good));
        QVERIFY(!Versions::decode(good.substr(0, good.size() - 1)));
        QVERIFY(!Versions::decode("phone=1,2;"));
        QVERIFY(!Versions::decode(";="));
        QVERIFY(!Versions::decode("*=x,1,1," + minsu.toString() + ";"));
    }
};

QTEST_APPLESS_MAIN(MergeTest)
#include "merge_test.moc"
