// What every store of spaces keeps, asked of SQLite and of a real PostgreSQL alike; and what PostgreSQL alone must
// hold.
#include "sync/server/postgres_accounts_database.h"
#include "sync/server/references.h"
#include "sync/server/sqlite_space_store.h"
#include "sync/server/store_failure.h"
#include "tests/sync/postgres_cloud.h"
#include "tests/sync/store_rows.h"
#include "tests/sync/test_space.h"

#include <QRegularExpression>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

using namespace dure;
using namespace dure::server;
using namespace dure::test;

namespace {

StoredRow order(int n, std::int64_t seq, int customer)
{
    return {
        TableId::SalesOrder, id(n), seq, false, id(n), "{\"customer_id\":\"" + id(customer).toString() + "\"}", "v", 1};
}

} // namespace

class StoreContractTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<PostgresCloud> postgres;
    CountingRandom random;
    int spaces = 0;
    Uuid space; ///< the newest

    std::unique_ptr<SpaceStore> openNew()
    {
        QFETCH_GLOBAL(bool, isPostgres);
        space = id(++spaces);
        if (isPostgres)
            return openPostgresSpaceStore(postgres->pool, space, random);
        return openSqliteSpaceStore(folder->filePath(QString::number(spaces)).toStdString(), random);
    }
    std::unique_ptr<SpaceStore> openAgain()
    {
        QFETCH_GLOBAL(bool, isPostgres);
        if (isPostgres)
            return openPostgresSpaceStore(postgres->pool, space, random);
        return openSqliteSpaceStore(folder->filePath(QString::number(spaces)).toStdString(), random);
    }
    static void put(SpaceStore& store, const StoredRow& stored)
    {
        const auto session = store.beginWrite();
        const auto before = session->find(stored.table, stored.id);
        const StoredRow* then = before ? &*before : nullptr;
        session->put(stored, then, moveReferences(stored, then));
        session->setHead(stored.seq);
        session->commit();
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("isPostgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void initTestCase()
    {
        folder = std::make_unique<QTemporaryDir>();
        postgres = std::make_unique<PostgresCloud>();
    }
    void cleanupTestCase()
    {
        if (!postgres)
            return;
        // in everything above
        QCOMPARE(statementsWithoutSpace(postgres->server.log()), QStringList());
        postgres.reset();
    }

    void what_is_not_committed_was_never_there()
    {
        const auto store = openNew();
        {
            const auto session = store->beginWrite();
            session->put(row(1, 1), nullptr, {});
            session->setHead(1);
            session->addHistory({TableId::Customer, id(1), 1, 5, "kim", "pc", Op::Create, "", "{}"});
        }
        const auto session = store->beginRead();
        QCOMPARE(session->state().head, std::int64_t{0});
        QVERIFY(!session->find(TableId::Customer, id(1)));
        QVERIFY(session->history(TableId::Customer, id(1)).empty());
        QVERIFY(session->digests().empty());
    }

    void what_is_committed_is_there_after_opening_again()
    {
        auto store = openNew();
        put(*store, row(1, 1));
        put(*store, row(2, 2, 1));
        const std::string epoch = store->beginRead()->state().epoch;
        QCOMPARE(epoch.size(), std::size_t{16});
        store.reset();
        store = openAgain();
        const auto session = store->beginRead();
        QCOMPARE(session->state().head, std::int64_t{2});
        QCOMPARE(session->state().epoch, epoch);
        const auto found = session->find(TableId::Customer, id(2));
        QVERIFY(found);
        QVERIFY(found->root == id(1));
        QCOMPARE(found->fields, std::string(R"({"name":"가온"})"));
        QCOMPARE(found->hash, 0xf000'0000'0000'0002U);
        QCOMPARE(session->aggregate(id(1)).size(), std::size_t{2});
        QVERIFY(!session->find(TableId::SalesOrder, id(2)));
    }

    void digests_add_up_past_the_range_of_an_integer()
    {
        const auto store = openNew();
        put(*store, row(1, 1));
        put(*store, row(2, 2));
        put(*store, row(3, 3));
        StoredRow gone = row(2, 4);
        gone.deleted = true;
        gone.hash = 0;
        put(*store, gone);
        const auto digest = store->beginRead()->digests()[TableId::Customer];
        QCOMPARE(digest.count, std::int64_t{2});
        QCOMPARE(digest.sum, 2 * 0xf000'0000'0000'0000U + 4);
    }

    void who_names_a_row_is_found_while_it_lives_and_names_it()
    {
        auto store = openNew();
        put(*store, row(1, 1));
        put(*store, order(10, 2, 1));
        put(*store, order(11, 3, 1));
        put(*store, order(12, 4, 2));
        const auto naming = [&](int customer, std::int64_t limit = 100) {
            std::vector<int> found;
            for (const StoredRow& each :
                store->beginRead()->naming({TableId::Customer, id(customer)}, SpaceSession::Life::Live, limit))
                found.push_back(each.id.bytes[15]);
            return found;
        };
        QCOMPARE(naming(1), (std::vector{11, 10}));
        QCOMPARE(naming(1, 1), std::vector{11});
        QCOMPARE(store->beginRead()->naming({TableId::Customer, id(1)}, SpaceSession::Life::Live, 1)[0].fields,
            order(11, 3, 1).fields);
        QVERIFY(store->beginRead()->naming({TableId::Product, id(1)}, SpaceSession::Life::Live, 100).empty());
        put(*store, order(11, 5, 2)); // goes to another customer
        StoredRow gone = order(10, 6, 1);
        gone.deleted = true;
        put(*store, gone);
        QCOMPARE(naming(1), std::vector<int>{});
        QCOMPARE(naming(2), (std::vector{12, 11}));
        put(*store, order(10, 7, 1)); // is back
        store.reset();
        store = openAgain();
        QCOMPARE(naming(1), std::vector{10});
        // a line belongs to its order: that is no use of it
        StoredRow line{TableId::OrderLine, id(20), 8, false, id(10),
            "{\"order_id\":\"" + id(10).toString() + "\",\"product_id\":\"" + id(30).toString() + "\"}", "v", 1};
        put(*store, line);
        QVERIFY(store->beginRead()->naming({TableId::SalesOrder, id(10)}, SpaceSession::Life::Live, 100).empty());
        QCOMPARE(store->beginRead()->naming({TableId::Product, id(30)}, SpaceSession::Life::Live, 100).size(),
            std::size_t{1});
    }

    /// Row-level security lets PostgreSQL use an index only for operators that are leakproof.
    void who_names_a_row_is_found_by_an_index_in_spite_of_the_policy()
    {
        QFETCH_GLOBAL(bool, isPostgres);
        if (!isPostgres)
            return;
        PostgresTransaction db(postgres->pool, PostgresTransaction::Kind::Write, id(1));
        db->execute("SET LOCAL enable_seqscan = off");
        auto plan = db->query(
            "EXPLAIN SELECT id FROM space_reference WHERE space_id = $1 AND target = $2 AND target_table = $3",
            {id(1), id(2), std::int64_t{2}});
        QString told;
        while (plan.next())
            told += QString::fromStdString(plan.copy(0)) + '\n';
        static const QRegularExpression byIndex("Index Cond: .*target = .*target_table = ");
        QVERIFY2(told.contains(byIndex), qPrintable(told));
    }

    void a_page_ends_at_its_limit_and_goes_on_from_there()
    {
        const auto store = openNew();
        {
            const auto session = store->beginWrite();
            for (int n = 1; n <= 2500; ++n)
                session->put(row(n, n), nullptr, {});
            session->setHead(2500);
            session->commit();
        }
        const auto session = store->beginRead();
        std::int64_t cursor = 0;
        std::vector<std::int64_t> seqs;
        for (bool more = true; more; cursor = seqs.back()) {
            const RowPage page = session->page({{TableId::Customer, cursor}}, 1200);
            for (const auto& pulled : page.rows)
                seqs.push_back(pulled.seq);
            more = page.more;
            QVERIFY(page.rows.size() <= 1200);
        }
        QCOMPARE(seqs.size(), std::size_t{2500});
        QVERIFY(std::ranges::is_sorted(seqs));
        QVERIFY(session->page({{TableId::SalesOrder, 0}}, 10).rows.empty());
    }

    void a_reader_sees_one_moment()
    {
        const auto store = openNew();
        put(*store, row(1, 1));
        const auto reader = store->beginRead();
        QCOMPARE(reader->state().head, std::int64_t{1});
        put(*store, row(2, 2));
        QVERIFY(!reader->find(TableId::Customer, id(2)));
        QCOMPARE(reader->page({{TableId::Customer, 0}}, 10).rows.size(), std::size_t{1});
        QVERIFY(store->beginRead()->find(TableId::Customer, id(2)));
    }

    void writers_take_turns_so_that_none_is_lost()
    {
        const auto store = openNew();
        std::vector<std::thread> writers;
        for (int writer = 0; writer < 4; ++writer)
            writers.emplace_back([&store] {
                for (int i = 0; i < 25; ++i) {
                    const auto session = store->beginWrite();
                    const std::int64_t seq = session->state().head + 1;
                    session->put(row(static_cast<int>(seq), seq), nullptr, {});
                    session->setHead(seq);
                    session->commit();
                }
            });
        for (std::thread& writer : writers)
            writer.join();
        QCOMPARE(store->beginRead()->state().head, std::int64_t{100});
        QCOMPARE(store->beginRead()->digests()[TableId::Customer].count, std::int64_t{100});
    }

    void letters_are_given_once_and_a_new_epoch_leaves_some_out()
    {
        const auto store = openNew();
        const std::string first = store->beginRead()->state().epoch;
        {
            const auto session = store->beginWrite();
            QCOMPARE(session->allotLetters(id(1)), std::string("A"));
            QCOMPARE(session->allotLetters(id(2)), std::string("B"));
            session->putIncarnation({id(2), "B", 7, 99});
            session->setHead(10);
            session->commit();
        }
        {
            const auto session = store->beginWrite();
            session->setEpoch("0123456789abcdef");
            session->setSafe(4);
            session->commit();
        }
        const auto session = store->beginWrite();
        QCOMPARE(session->state().epoch, std::string("0123456789abcdef"));
        QCOMPARE(session->state().epochStart, std::int64_t{10});
        QCOMPARE(session->state().safe, std::int64_t{4});
        QCOMPARE(session->sharedWith(first), std::int64_t{10});
        QCOMPARE(session->sharedWith("never heard"), std::int64_t{0});
        QVERIFY(session->allotLetters(id(3)) != "C");
        const auto known = session->incarnation(id(2));
        QVERIFY(known && known->lastN == 7 && known->lastAt == 99 && known->letters == "B");
        QVERIFY(!session->incarnation(id(50)));
    }

    void codes_allotted_after_one_backup_was_put_back_twice_are_not_the_same()
    {
        std::set<std::string> allotted;
        for (const char* epoch : {"put back once", "put back twice"}) { // each time it is what it was at the backup
            const auto store = openNew();
            const auto session = store->beginWrite();
            QCOMPARE(session->allotLetters(id(1)), std::string("A"));
            session->setEpoch(epoch);
            for (int device = 2; device < 12; ++device)
                QVERIFY(allotted.insert(session->allotLetters(id(device))).second);
        }
    }

    void epochs_alone_never_use_the_codes_up()
    {
        const auto store = openNew();
        const auto session = store->beginWrite();
        for (int epoch = 0; epoch < 500; ++epoch)
            session->setEpoch("epoch " + std::to_string(epoch));
        for (int device = 1; device < 20; ++device)
            QVERIFY(!session->allotLetters(id(device)).empty());
    }

    void results_times_and_history_are_found_again()
    {
        const auto store = openNew();
        const auto session = store->beginWrite();
        StoredResult rejected;
        rejected.hash = 0xffff'ffff'ffff'fff0U;
        rejected.result = {3, protocol::ResultStatus::Rejected, 8};
        rejected.result.reason = protocol::RejectReason::RowMissing;
        rejected.result.detail = "거래처";
        session->putResult(id(1), rejected);
        session->noteTime(5, 500);
        session->noteTime(9, 900);
        session->addHistory({TableId::Customer, id(1), 5, 50, "김", "사무실", Op::Create, "", "{}"});
        session->addHistory({TableId::Customer, id(1), 5, 50, "김", "사무실", Op::Put, "{}", "{\"a\":1}"});
        const auto found = session->result(id(1), 3);
        QVERIFY(found && found->hash == rejected.hash && found->result == rejected.result);
        QVERIFY(!session->result(id(1), 4));
        QCOMPARE(session->timeAt(4), std::int64_t{0});
        QCOMPARE(session->timeAt(8), std::int64_t{500});
        QCOMPARE(session->timeAt(9), std::int64_t{900});
        const auto entries = session->history(TableId::Customer, id(1));
        QCOMPARE(entries.size(), std::size_t{2});
        QCOMPARE(entries[0].op, std::string("create"));
        QCOMPARE(entries[1].after, std::string("{\"a\":1}"));
        const protocol::NumberedMutation lost{4, 77, "{}"};
        session->quarantine({id(9), id(1), id(2), 5, lost, "사무실", "e1"});
        session->quarantine({id(8), id(1), id(2), 6, lost}); // the reply was lost
        session->quarantine({id(9), id(1), id(2), 5, {5, 78, "{}"}, "사무실", "e1"});
        auto handed = session->handedIn(id(9));
        QCOMPARE(handed.size(), std::size_t{2});
        QVERIFY(handed[0].mutation.n == 4 && handed[0].mutation.hash == 77 && handed[0].mutation.body == "{}");
        QVERIFY(handed[0].user == id(2) && handed[0].device == "사무실" && handed[0].epoch == "e1");
        QVERIFY(session->handedIn(id(8)).empty());
        handed[1].state = protocol::HandoverState::Rejected;
        handed[1].detail = "not_allowed";
        session->decide(handed[1]);
        QCOMPARE(session->handedIn(id(9))[1].detail, std::string("not_allowed"));
        const auto receipts = session->handovers();
        QCOMPARE(receipts.size(), std::size_t{1});
        QVERIFY(receipts[0].receipt == id(9) && receipts[0].actions == 2 && receipts[0].waiting == 1);
        QVERIFY(receipts[0].at == 5 && receipts[0].device == "사무실" && receipts[0].user == id(2));
        session->commit();
    }

    void a_lost_connection_is_made_anew_and_leaves_nothing_half_written()
    {
        QFETCH_GLOBAL(bool, isPostgres);
        if (!isPostgres)
            return;
        const auto store = openNew();
        put(*store, row(1, 1));
        auto session = store->beginWrite();
        session->put(row(2, 2), nullptr, {});
        session->setHead(2);
        postgres->server.stop();
        QVERIFY_EXCEPTION_THROWN(session->commit(), StoreUnavailable);
        QVERIFY_EXCEPTION_THROWN(store->beginRead(), StoreUnavailable);
        session.reset();
        postgres->server.start();
        QCOMPARE(store->beginRead()->state().head, std::int64_t{1});
        put(*store, row(2, 2));
        QCOMPARE(store->beginRead()->state().head, std::int64_t{2});
    }

    void one_space_cannot_see_another_even_with_a_statement_that_forgets_it()
    {
        QFETCH_GLOBAL(bool, isPostgres);
        if (!isPostgres)
            return;
        put(*openNew(), row(1, 1));
        const Uuid mine = space;
        put(*openNew(), row(1, 1));
        PostgresTransaction db(postgres->pool, PostgresTransaction::Kind::Write, mine);
        auto seen = db->query("SELECT DISTINCT space_id FROM space_row -- forgotten on purpose");
        QVERIFY(seen.next() && seen.id(0) == mine);
        QVERIFY(!seen.next());
        QVERIFY_EXCEPTION_THROWN(
            db->query("UPDATE space_state SET space_id = $1 -- forgotten on purpose", {space}), std::runtime_error);
        // without a space there is nothing at all, for the tables' owner too
        for (const char* who : {"dure_app", "dure_owner"}) {
            PostgresConnection bare(postgres->server.url(who));
            auto none = bare.query("SELECT count(*) FROM space_row -- forgotten on purpose");
            QVERIFY(none.next() && none.integer(0) == 0);
        }
    }

    void a_server_signs_in_only_as_a_role_that_the_policy_binds()
    {
        QFETCH_GLOBAL(bool, isPostgres);
        if (!isPostgres)
            return;
        PostgresConnection app(postgres->server.url("dure_app"));
        requireServable(app);
        for (const char* who : {"dure_owner", "postgres"}) {
            PostgresConnection above(postgres->server.url(who));
            QVERIFY_EXCEPTION_THROWN(requireServable(above), std::runtime_error);
        }
    }

    /// packaging/postgres/citus.sql has never met Citus; this much of it PostgreSQL can tell.
    void the_script_for_citus_knows_each_table_and_each_key_holds_its_column()
    {
        QFETCH_GLOBAL(bool, isPostgres);
        if (!isPostgres)
            return;
        QFile file(QStringLiteral(DURE_SOURCE_DIR "/packaging/postgres/citus.sql"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString script = QString::fromUtf8(file.readAll());
        QStringList named;
        static const QRegularExpression reference("create_reference_table\\('(\\w+)'");
        for (auto found = reference.globalMatch(script); found.hasNext();)
            named << found.next().captured(1);
        static const QRegularExpression distributed("create_distributed_table\\('\"?(\\w+)\"?', '(\\w+)'");
        for (auto found = distributed.globalMatch(script); found.hasNext();) {
            const auto call = found.next();
            named << call.captured(1);
            // Citus refuses a unique key without the column; space_id comes first besides
            const QString keys = QStringLiteral(
                "SELECT count(*), count(*) FILTER (WHERE a.attnum = %3) FROM pg_index i JOIN pg_attribute a "
                "ON a.attrelid = i.indrelid AND a.attname = '%2' WHERE i.indrelid = 'dure.\"%1\"'::regclass "
                "AND i.indisunique")
                                     .arg(call.captured(1), call.captured(2),
                                         call.captured(2) == "space_id" ? "i.indkey[0]" : "ANY(i.indkey)");
            const QList<QByteArray> counts = postgres->server.execute(keys, "dure").trimmed().split('|');
            QVERIFY2(counts[0].toInt() > 0 && counts[0] == counts[1], qPrintable(call.captured(1)));
        }
        const QByteArray tables = postgres->server.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'dure'::regnamespace AND relkind = 'r' "
            "AND relname <> 'schema_version' ORDER BY 1",
            "dure");
        std::ranges::sort(named);
        QCOMPARE(named.join('\n'), QString::fromUtf8(tables.trimmed()));
        // and no space's table is without its policy, the owner not excepted
        QCOMPARE(
            postgres->server
                .execute("SELECT count(*) FROM pg_class c WHERE relnamespace = 'dure'::regnamespace AND relkind = 'r' "
                         "AND relname LIKE 'space\\_%' AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS "
                         "(SELECT FROM pg_policy p WHERE p.polrelid = c.oid))",
                    "dure")
                .trimmed(),
            QByteArray("0"));
    }

    void two_who_migrate_at_once_make_the_tables_once()
    {
        QFETCH_GLOBAL(bool, isPostgres);
        if (!isPostgres)
            return;
        postgres->server.execute("CREATE DATABASE twice OWNER dure_owner");
        std::vector<std::thread> both;
        std::atomic<int> done = 0;
        for (int i = 0; i < 2; ++i)
            both.emplace_back([&] {
                PostgresConnection owner(postgres->server.url("dure_owner", "twice"));
                preparePostgres(owner, "dure_app");
                ++done;
            });
        for (std::thread& one : both)
            one.join();
        QCOMPARE(done.load(), 2);
        QCOMPARE(
            postgres->server.execute("SELECT version FROM dure.schema_version", "twice").trimmed(), QByteArray("4"));
        postgres->server.execute("UPDATE dure.schema_version SET version = 99", "twice");
        PostgresConnection owner(postgres->server.url("dure_owner", "twice"));
        QVERIFY_EXCEPTION_THROWN(preparePostgres(owner, "dure_app"), std::runtime_error);
    }
};

QTEST_GUILESS_MAIN(StoreContractTest)
#include "store_contract_test.moc"
