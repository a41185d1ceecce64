// Pages, cursors, epochs and digests as the cloud gives them out.
#include "tests/sync/space_fixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace dure;
using namespace dure::protocol;
using namespace dure::test;

namespace {

const Uuid acme = numbered(1);

void fill(CloudSpace& cloud, Hand& hand, int customers)
{
    for (int i = 1; i <= customers; ++i)
        cloud.push(hand, {CloudSpace::customer(numbered(i), "customer " + std::to_string(i))});
    for (int i = 0; i < 5; ++i)
        cloud.push(hand, CloudSpace::order(numbered(400 + i)));
}

PullRequest pullOf(CloudSpace& cloud, std::map<std::string, std::int64_t> cursors, std::int64_t limit = 1000)
{
    return {cloud.epoch(), 0, std::move(cursors), limit};
}

} // namespace

class PullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_resume_at_any_row_and_bring_each_row_once()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        fill(cloud, minsu, 30);
        const std::size_t all = cloud.pullAll(minsu).rows.size();
        QCOMPARE(all, std::size_t{45});
        for (std::int64_t limit = 1; limit < 50; ++limit) {
            std::set<std::pair<std::string, Uuid>> seen;
            std::int64_t seq = 0;
            for (const PulledRow& row : cloud.pullAll(minsu, limit).rows) {
                QVERIFY(seen.emplace(row.table, row.id).second);
                QVERIFY(row.seq > seq);
                seq = row.seq;
            }
            QCOMPARE(seen.size(), all);
        }
    }

    void a_full_last_page_says_that_it_is_the_last()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        fill(cloud, minsu, 3);
        const auto page = cloud.service.pull(pullOf(cloud, {}, 18), minsu.actor, 0).value();
        QCOMPARE(page.rows.size(), std::size_t{18});
        QVERIFY(!page.more);
        QCOMPARE(page.cursors.at("payment"), page.head);
    }

    void cursors_count_for_each_table_alone()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        fill(cloud, minsu, 5);
        const std::int64_t head = cloud.state().head;
        auto cursors = cloud.pullAll(minsu).cursors;
        cursors.erase("customer"); // as if customers had just become readable
        const auto page = cloud.service.pull(pullOf(cloud, cursors), minsu.actor, 0).value();
        QCOMPARE(page.rows.size(), std::size_t{5});
        for (const PulledRow& row : page.rows)
            QCOMPARE(row.table, "customer");
        QCOMPARE(page.cursors.at("customer"), head);
        // a page that ends early never moves a cursor back
        cursors["customer"] = 0;
        const auto part = cloud.service.pull(pullOf(cloud, cursors, 2), minsu.actor, 0).value();
        QVERIFY(part.more);
        QCOMPARE(part.cursors.at("sales_order"), head);
        QCOMPARE(part.cursors.at("customer"), std::int64_t{2});
    }

    void a_row_changed_between_two_pages_comes_again_with_its_new_seq()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        fill(cloud, minsu, 5);
        const auto first = cloud.service.pull(pullOf(cloud, {}, 3), minsu.actor, 0).value();
        cloud.push(minsu, {CloudSpace::phone(numbered(1), 1, "new")});
        const auto rest = cloud.service.pull(pullOf(cloud, first.cursors), minsu.actor, 0).value();
        QCOMPARE(rest.rows.back().id, numbered(1));
        QCOMPARE(rest.rows.back().seq, cloud.state().head);
    }

    void a_deleted_row_travels_as_a_tombstone()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        cloud.push(minsu, {CloudSpace::customer(acme)});
        cloud.push(minsu, {drop(TableId::Customer, acme, 1)});
        const auto rows = cloud.pullAll(minsu).rows;
        QCOMPARE(rows.size(), std::size_t{1});
        QVERIFY(rows[0].deleted);
    }

    void a_page_never_outgrows_what_a_client_reads()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        for (int i = 1; i <= 60; ++i) {
            Change create = CloudSpace::customer(numbered(i));
            create.fields.extra = "{\"pack\":\"" + std::string(900'000, 'x') + "\"}";
            QCOMPARE(cloud.push(minsu, {create}).status, ResultStatus::Applied);
        }
        const auto page = cloud.service.pull(pullOf(cloud, {}), minsu.actor, 0).value();
        QVERIFY(page.more);
        QVERIFY(encode(page).size() < maxReplyBytes / 2);
        QCOMPARE(cloud.pullAll(minsu).rows.size(), std::size_t{60});
    }

    void an_unknown_epoch_is_answered_with_the_present_one()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        fill(cloud, minsu, 3);
        const auto reply = cloud.service.pull({"never heard of", 0, {}, 10}, minsu.actor, 0);
        QCOMPARE(reply.error().code, ErrorCode::EpochChanged);
        QCOMPARE(reply.error().epoch, cloud.epoch());
        QCOMPARE(reply.error().epochStart, std::int64_t{0});
        PushRequest push = cloud.request(minsu, {});
        push.epoch = "never heard of";
        QCOMPARE(cloud.service.push(push, minsu.actor, 0).error().code, ErrorCode::EpochChanged);
    }

    void a_device_learns_how_much_of_its_past_is_shared()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        const std::string first = cloud.epoch();
        fill(cloud, minsu, 3);
        const auto begin = [&](const std::string& epoch) {
            const auto session = cloud.store->beginWrite();
            session->setEpoch(epoch);
            session->commit();
        };
        const std::int64_t secondStart = cloud.state().head;
        begin("second");
        cloud.push(minsu, {CloudSpace::customer(numbered(90))});
        begin("third");
        const auto shared = [&](const std::string& epoch) {
            return cloud.service.pull({epoch, 0, {}, 10}, minsu.actor, 0).error().epochStart;
        };
        QCOMPARE(shared(first), secondStart);
        QCOMPARE(shared("second"), secondStart + 1);
        QCOMPARE(shared("lost with the disk"), std::int64_t{0});
    }

    void a_client_ahead_of_the_cloud_starts_a_new_epoch_once()
    {
        for (const bool byPush : {true, false}) {
            CloudSpace cloud;
            Hand minsu = cloud.hand(1);
            fill(cloud, minsu, 3);
            const std::string old = cloud.epoch();
            const std::int64_t head = cloud.state().head;
            const auto ask = [&]() -> std::optional<ErrorReply> {
                if (byPush) {
                    PushRequest push{minsu.incarnation, old, 0, {}, head + 1};
                    const auto reply = cloud.service.push(push, minsu.actor, 5);
                    return reply ? std::nullopt : std::optional(reply.error());
                }
                const auto reply = cloud.service.pull({old, 0, {{"customer", head + 1}}, 10}, minsu.actor, 5);
                return reply ? std::nullopt : std::optional(reply.error());
            };
            const auto first = ask();
            QVERIFY(first && first->code == ErrorCode::EpochChanged);
            QVERIFY(first->epoch != old);
            QCOMPARE(first->epoch, cloud.epoch());
            QCOMPARE(first->epochStart, head);
            QCOMPARE(ask()->epoch, first->epoch);
        }
    }

    void a_reader_who_is_ahead_starts_afresh_alone()
    {
        CloudSpace platform(SpaceKind::Platform);
        Hand staff = platform.hand(1);
        const std::string epoch = platform.epoch();
        const auto reply = platform.service.pull({epoch, 0, {{"holiday", 1'000'000}}, 10}, staff.actor, 0);
        QCOMPARE(reply.error().code, ErrorCode::EpochChanged);
        QCOMPARE(reply.error().epoch, epoch);
        QCOMPARE(platform.epoch(), epoch);
    }

    void the_digest_is_what_counting_the_rows_anew_gives()
    {
        CloudSpace cloud;
        Hand minsu = cloud.hand(1);
        Hand jiyoung = cloud.hand(2);
        fill(cloud, minsu, 20);
        for (int round = 0; round < 40; ++round) {
            const Uuid row = numbered(1 + round % 20);
            const std::int64_t base = round % 3 == 0 ? 1 : cloud.seqOf(TableId::Customer, row);
            Hand& who = round % 2 == 0 ? minsu : jiyoung;
            if (round % 7 == 6)
                cloud.push(who, {drop(TableId::Customer, row, base)});
            else
                cloud.push(who, {CloudSpace::phone(row, base, std::to_string(round))});
            QVERIFY(cloud.service.digest(minsu.actor)->tables == cloud.recomputedDigests(minsu));
            QCOMPARE(cloud.service.digest(minsu.actor)->seq, cloud.state().head);
        }
        QVERIFY(!cloud.conflicts().empty());
    }
};

QTEST_APPLESS_MAIN(PullTest)
#include "pull_test.moc"
