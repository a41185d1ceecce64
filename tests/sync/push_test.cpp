// What the cloud does with a push: once, in order, whole or not at all.
#include "sync/merge/versions.h"
#include "tests/sync/space_fixture.h"

#include <QTest>

using namespace dure;
using namespace dure::protocol;
using namespace dure::test;

namespace {

const Uuid acme = numbered(1);

RejectReason reasonOf(const MutationResult& result)
{
    return result.status == ResultStatus::Rejected ? result.reason : RejectReason::None;
}

} // namespace

class PushTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_retried_push_changes_nothing_and_gets_the_same_results()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        auto request = cloud.request(minsu,
            {cloud.mutation(minsu, {CloudSpace::customer(acme)}, 5),
                cloud.mutation(minsu, {CloudSpace::phone(acme, 0, "1")}, 6),
                cloud.mutation(minsu, {CloudSpace::phone(numbered(9), 0, "1")}, 7)});
        const auto first = cloud.service.push(request, minsu.actor, cloud.now).value();
        QCOMPARE(first.results.size(), std::size_t{3});
        QCOMPARE(reasonOf(first.results[2]), RejectReason::RowMissing);
        cloud.now += 100'000;
        request.now += 100'000;
        const auto again = cloud.service.push(request, minsu.actor, cloud.now).value();
        QVERIFY(again.results == first.results);
        QCOMPARE(again.head, first.head);
        QCOMPARE(cloud.service.history("customer", acme, minsu.actor)->size(), std::size_t{2});
    }

    void a_push_may_begin_with_what_is_known_and_go_on_with_what_is_not()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        const auto first = cloud.mutation(minsu, {CloudSpace::customer(acme)}, 5);
        const auto second = cloud.mutation(minsu, {CloudSpace::phone(acme, 0, "1")}, 6);
        QVERIFY(cloud.service.push(cloud.request(minsu, {first}), minsu.actor, cloud.now));
        const auto both = cloud.service.push(cloud.request(minsu, {first, second}), minsu.actor, cloud.now).value();
        QCOMPARE(both.results.size(), std::size_t{2});
        QCOMPARE(both.head, std::int64_t{2});
    }

    void the_same_number_with_other_content_means_a_cloned_device()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        Hand copy = minsu;
        cloud.push(minsu, {CloudSpace::customer(acme)});
        const auto clash = cloud.request(copy, {cloud.mutation(copy, {CloudSpace::customer(numbered(2))}, 5)});
        const auto reply = cloud.service.push(clash, copy.actor, cloud.now);
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, ErrorCode::Cloned);
        QCOMPARE(cloud.seqOf(TableId::Customer, numbered(2)), std::int64_t{0});
    }

    void what_precedes_a_clash_or_a_gap_gets_its_results()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        const auto first = cloud.mutation(minsu, {CloudSpace::customer(acme)}, 5);
        Hand copy = minsu;
        cloud.push(minsu, {CloudSpace::phone(acme, 0, "1")});
        const auto clash = cloud.mutation(copy, {CloudSpace::phone(acme, 0, "2")}, 5);
        Hand other = cloud.hand(2);
        const auto one = cloud.mutation(other, {CloudSpace::customer(numbered(2))}, 5);
        ++other.n;
        const auto three = cloud.mutation(other, {CloudSpace::customer(numbered(3))}, 5);
        // minsu's own second push came first as n = 2 without the first: a gap
        QVERIFY(!cloud.service.push(cloud.request(copy, {clash}), copy.actor, cloud.now));
        const auto reply = cloud.service.push(cloud.request(other, {one, three}), other.actor, cloud.now).value();
        QCOMPARE(reply.results.size(), std::size_t{1});
        QVERIFY(cloud.seqOf(TableId::Customer, numbered(2)) > 0);
        QCOMPARE(
            cloud.service.push(cloud.request(minsu, {first}), minsu.actor, cloud.now)->results.size(), std::size_t{1});
    }

    void a_gap_names_the_number_that_comes_next()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        cloud.push(minsu, {CloudSpace::customer(acme)});
        minsu.n += 5;
        const auto reply
            = cloud.service.push(cloud.request(minsu, {cloud.mutation(minsu, {CloudSpace::phone(acme, 0, "1")}, 5)}),
                minsu.actor, cloud.now);
        QCOMPARE(reply.error().code, ErrorCode::Gap);
        QCOMPARE(reply.error().expected, std::int64_t{2});
    }

    void a_rejected_mutation_never_stops_the_queue_and_leaves_no_trace()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        const auto good = cloud.mutation(minsu, {CloudSpace::customer(acme)}, 5);
        // its first change is fine, its second is not
        const auto poison = cloud.mutation(
            minsu, {CloudSpace::phone(acme, 0, "1"), CloudSpace::phone(acme, 0, std::string(1000, 'x'))}, 5);
        const auto after = cloud.mutation(minsu, {CloudSpace::customer(numbered(2))}, 5);
        const auto reply
            = cloud.service.push(cloud.request(minsu, {good, poison, after}), minsu.actor, cloud.now).value();
        QCOMPARE(reasonOf(reply.results[0]), RejectReason::None);
        QCOMPARE(reasonOf(reply.results[1]), RejectReason::BadValue);
        QCOMPARE(reply.results[1].detail, "customer.phone");
        QCOMPARE(reasonOf(reply.results[2]), RejectReason::None);
        QVERIFY(isNull(cloud.field(TableId::Customer, acme, col::Customer::phone)));
        QCOMPARE(cloud.state().head, std::int64_t{2});
    }

    void every_kind_of_poison_is_named()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        cloud.push(minsu, {CloudSpace::customer(acme)});
        const Uuid payment = numbered(7);
        const Values paid = {{col::Payment::customerId, acme}, {col::Payment::receivedOn, std::int64_t{20260701}},
            {col::Payment::number, std::string("R260701-A01")}, {col::Payment::amount, std::int64_t{100}}};
        QCOMPARE(reasonOf(cloud.push(minsu, {make(TableId::Payment, payment, paid)})), RejectReason::None);
        const auto poison = [&](Change each) { return reasonOf(cloud.push(minsu, {std::move(each)})); };
        QCOMPARE(poison(change(TableId::Payment, payment, 2, {{col::Payment::amount, std::int64_t{5}}})),
            RejectReason::AppendOnly);
        QCOMPARE(poison(drop(TableId::Payment, payment, 2)), RejectReason::AppendOnly);
        QCOMPARE(poison(make(TableId::Payment, payment, {{col::Payment::amount, std::int64_t{5}}})),
            RejectReason::RowExists);
        QCOMPARE(poison(make(TableId::Customer, numbered(8), Values{})), RejectReason::MissingValue);
        QCOMPARE(
            poison(change(TableId::Customer, acme, 1, {{col::Customer::name, Value{}}})), RejectReason::MissingValue);
        QCOMPARE(poison(change(TableId::Customer, acme, 1, {{col::Customer::name, std::string()}})),
            RejectReason::MissingValue);
        QCOMPARE(poison(change(TableId::Customer, acme, 1, {{col::Customer::taxKind, std::int64_t{9}}})),
            RejectReason::BadValue);
        QCOMPARE(poison(CloudSpace::phone(numbered(8), 1, "1")), RejectReason::RowMissing);
        QCOMPARE(poison(make(TableId::Conflict, numbered(8), Values{})), RejectReason::NotAllowed);
        QCOMPARE(poison(make(TableId::Holiday, numbered(8), {})), RejectReason::UnknownTable);
        const Values posted = {{col::Delivery::number, std::string("D260701-A01")}, {col::Delivery::customerId, acme},
            {col::Delivery::deliveredOn, std::int64_t{20260701}}, {col::Delivery::postedOn, std::int64_t{20260701}}};
        QCOMPARE(poison(make(TableId::Delivery, numbered(8), posted)), RejectReason::BadValue);
        Hand thief = cloud.hand(2);
        thief.actor = minsu.actor;
        thief.actor.user = numbered(77);
        auto stolen = cloud.mutation(minsu, {CloudSpace::phone(acme, 1, "1")}, 5);
        stolen.n = 1;
        const auto reply = cloud.service.push(cloud.request(thief, {stolen}), thief.actor, cloud.now).value();
        QCOMPARE(reasonOf(reply.results[0]), RejectReason::WrongUser);
    }

    void a_detail_is_never_cut_within_a_character()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        for (int length = 60; length < 75; ++length) {
            std::string name(static_cast<std::size_t>(length) % 3, 'x');
            for (int i = 0; i < length; ++i)
                name += "가";
            const std::string body = "{\"user\":\"" + minsu.actor.user.toString()
                + "\",\"at\":1,\"intent\":\"x\",\"changes\":[{\"table\":\"" + name + "\",\"row\":\"" + acme.toString()
                + "\",\"base\":0,\"op\":\"delete\"}]}";
            const auto request = cloud.request(minsu, {{++minsu.n, hashBytes(body), body}});
            const auto reply = cloud.service.push(request, minsu.actor, cloud.now).value();
            QCOMPARE(reasonOf(reply.results[0]), RejectReason::UnknownTable);
            QVERIFY(isUtf8(reply.results[0].detail));
            QVERIFY(decode<PushReply>(encode(reply)));
        }
    }

    void an_executive_reads_and_may_not_write()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        Hand boss = cloud.hand(2, Executive);
        cloud.push(minsu, {CloudSpace::customer(acme)});
        QCOMPARE(reasonOf(cloud.push(boss, {CloudSpace::phone(acme, 1, "1")})), RejectReason::NotAllowed);
        QCOMPARE(cloud.pullAll(boss).rows.size(), std::size_t{1});
        QVERIFY(cloud.service.history("customer", acme, boss.actor));
    }

    void a_coordinator_reads_all_and_writes_what_an_import_brings()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        cloud.push(minsu, {CloudSpace::customer(acme)});
        Hand park = cloud.hand(3, Coordinator);
        QCOMPARE(cloud.pullAll(park).tables, cloud.pullAll(minsu).tables);
        QVERIFY(cloud.push(park, {CloudSpace::customer(numbered(601))}).status == protocol::ResultStatus::Applied);
        QVERIFY(cloud.push(park, CloudSpace::order(numbered(602))).status == protocol::ResultStatus::Applied);
        const auto fact = make(TableId::Payment, numbered(603),
            {{col::Payment::number, std::string("P1")}, {col::Payment::customerId, acme},
                {col::Payment::receivedOn, std::int64_t{20260701}}, {col::Payment::amount, std::int64_t{1000}}});
        QVERIFY(cloud.push(park, {fact}).reason == protocol::RejectReason::NotAllowed);
        QVERIFY(cloud.push(minsu, {fact}).status == protocol::ResultStatus::Applied);
    }

    void a_stranger_of_the_space_reads_nothing()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        cloud.push(minsu, {CloudSpace::customer(acme)});
        for (const Role role : {Association, Operator}) {
            Hand stranger = cloud.hand(3, role);
            const auto page = cloud.pullAll(stranger);
            QVERIFY(page.rows.empty() && page.tables.empty() && page.cursors.empty());
            QVERIFY(cloud.service.digest(stranger.actor)->tables.empty());
            QCOMPARE(cloud.service.history("customer", acme, stranger.actor).error().code, ErrorCode::Forbidden);
        }
    }

    void a_space_of_another_kind_knows_no_table_of_ours()
    {
        CloudSpace platform(SpaceKind::Platform);
        Hand staff = platform.hand(1);
        QCOMPARE(reasonOf(platform.push(staff, {CloudSpace::customer(acme)})), RejectReason::UnknownTable);
        const Values holiday
            = {{col::Holiday::on, std::int64_t{20260815}}, {col::Holiday::name, std::string("광복절")}};
        QCOMPARE(reasonOf(platform.push(staff, {make(TableId::Holiday, acme, holiday)})), RejectReason::NotAllowed);
        Hand keeper = platform.hand(2, Operator);
        QCOMPARE(reasonOf(platform.push(keeper, {make(TableId::Holiday, acme, holiday)})), RejectReason::None);
        QCOMPARE(platform.pullAll(staff).rows.size(), std::size_t{1});
        QVERIFY(!platform.pullAll(staff).cursors.contains("customer"));
        QCOMPARE(platform.service.history("customer", acme, staff.actor).error().code, ErrorCode::NotFound);
    }

    void a_line_of_an_order_that_does_not_exist_is_rejected_with_it()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        const Uuid order = numbered(40);
        QCOMPARE(reasonOf(cloud.push(minsu, {CloudSpace::orderLine(order, 1)})), RejectReason::RowMissing);
        auto whole = CloudSpace::order(order);
        std::swap(whole.front(), whole.back()); // in whatever order the rows stand
        QCOMPARE(reasonOf(cloud.push(minsu, whole)), RejectReason::None);
        QCOMPARE(reasonOf(cloud.push(minsu, {CloudSpace::orderLine(order, 3)})), RejectReason::None);
    }

    void creating_what_exists_with_the_same_content_changes_nothing()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        Hand jiyoung = cloud.hand(2);
        cloud.push(minsu, {CloudSpace::customer(acme)});
        QCOMPARE(reasonOf(cloud.push(jiyoung, {CloudSpace::customer(acme)})), RejectReason::None);
        QCOMPARE(cloud.state().head, std::int64_t{1});
    }

    void a_required_column_of_a_newer_version_does_not_lock_older_rows()
    {
        // the row was stored by a cloud that did not require a name
        CloudSpace cloud;
        {
            const auto session = cloud.store->beginWrite();
            merge::Versions versions;
            versions.setAll({1, 1, numbered(1), 1});
            session->put(
                {TableId::Customer, acme, 1, false, acme, "{\"code\":\"A\"}", versions.encode(), 5}, nullptr, {});
            session->setHead(1);
            session->commit();
        }
        Hand minsu = cloud.hand(1);
        QCOMPARE(reasonOf(cloud.push(minsu, {CloudSpace::phone(acme, 1, "1")})), RejectReason::None);
    }

    void unknown_fields_are_kept_and_merged_key_by_key()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        Change create = CloudSpace::customer(acme);
        create.fields.extra = "{\"a\":1,\"b\":null}";
        cloud.push(minsu, {create});
        QCOMPARE(cloud.store->beginRead()->find(TableId::Customer, acme)->fields, "{\"name\":\"삼성공업\",\"a\":1}");
        Change put = CloudSpace::phone(acme, 1, "1");
        put.fields.extra = "{\"c\":2,\"a\":null}";
        cloud.push(minsu, {put});
        QCOMPARE(cloud.store->beginRead()->find(TableId::Customer, acme)->fields,
            "{\"name\":\"삼성공업\",\"phone\":\"1\",\"c\":2}");
    }

    void letters_are_allotted_once_for_ever()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        Hand jiyoung = cloud.hand(2);
        const auto enrol = [&](const Hand& hand) {
            return cloud.service.enrol({hand.incarnation, "pc"}, hand.actor, cloud.now)->letters;
        };
        QCOMPARE(enrol(minsu), "A");
        QCOMPARE(enrol(jiyoung), "B");
        QCOMPARE(enrol(minsu), "A");
        {
            const auto session = cloud.store->beginWrite();
            session->setEpoch("restored");
            session->commit();
        }
        QCOMPARE(enrol(minsu), "A");
        Hand third = cloud.hand(3);
        // whoever joined between the backup and its restoring may hold C to ZZ somewhere
        QVERIFY(enrol(third).size() > 1);
    }

    void handed_over_work_is_kept_once()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        const auto request = cloud.request(minsu, {cloud.mutation(minsu, {CloudSpace::customer(acme)}, 5)});
        QCOMPARE(cloud.service.handover(request, minsu.actor, cloud.now, numbered(50))->kept, std::int64_t{1});
        QCOMPARE(cloud.service.handover(request, minsu.actor, cloud.now, numbered(51))->kept, std::int64_t{1});
        QCOMPARE(cloud.seqOf(TableId::Customer, acme), std::int64_t{0});
    }
};

QTEST_APPLESS_MAIN(PushTest)
#include "push_test.moc"
