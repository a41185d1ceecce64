// What a write session of every store promises though PostgreSQL is not waited for at each write.
#include "sync/server/references.h"
#include "sync/server/sqlite_space_store.h"
#include "tests/sync/postgres_cloud.h"
#include "tests/sync/store_rows.h"
#include "tests/sync/test_space.h"

using namespace dure;
using namespace dure::server;
using namespace dure::test;

class StoreWritesTest : public QObject
{
    Q_OBJECT
    QTemporaryDir folder;
    std::unique_ptr<PostgresCloud> postgres;
    CountingRandom random;
    int spaces = 0;

    std::unique_ptr<SpaceStore> openNew()
    {
        QFETCH_GLOBAL(bool, isPostgres);
        ++spaces;
        if (isPostgres)
            return openPostgresSpaceStore(postgres->pool, id(spaces), random);
        return openSqliteSpaceStore(folder.filePath(QString::number(spaces)).toStdString(), random);
    }
    static void put(SpaceStore& store, const StoredRow& stored)
    {
        const auto session = store.beginWrite();
        session->put(stored, nullptr, {});
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
    void initTestCase() { postgres = std::make_unique<PostgresCloud>(); }
    void cleanupTestCase() { postgres.reset(); }

    void a_write_that_cannot_be_is_told_by_the_commit_at_the_latest_and_leaves_nothing()
    {
        const auto store = openNew();
        put(*store, row(1, 1));
        StoredResult result;
        result.result.n = 1;
        const auto writeTwice = [&](bool asks) {
            const auto session = store->beginWrite();
            session->put(row(2, 2), nullptr, {});
            session->putResult(id(7), result);
            session->putResult(id(7), result);
            session->put(row(3, 3), nullptr, {});
            if (asks)
                session->find(TableId::Customer, id(1));
            session->commit();
        };
        for (const bool asks : {true, false})
            QVERIFY_EXCEPTION_THROWN(writeTwice(asks), std::runtime_error);
        QVERIFY(!store->beginRead()->find(TableId::Customer, id(2)));
        put(*store, row(4, 2));
        const auto session = store->beginRead();
        QVERIFY(session->find(TableId::Customer, id(4)));
        QVERIFY(!session->result(id(7), 1));
    }

    void more_writes_than_go_out_at_once_are_all_there()
    {
        const auto store = openNew();
        {
            const auto session = store->beginWrite();
            for (int n = 1; n <= 1000; ++n)
                session->put(row(n, n), nullptr, {});
            session->setHead(1000);
            session->commit();
        }
        const auto session = store->beginRead();
        QCOMPARE(session->page({{TableId::Customer, 0}}, 2000).rows.size(), std::size_t{1000});
        QCOMPARE(session->digests().at(TableId::Customer).count, std::int64_t{1000});
    }

    void what_is_expected_is_found_as_it_stands()
    {
        const auto store = openNew();
        put(*store, row(1, 1));
        const auto session = store->beginWrite();
        session->put(row(2, 2), nullptr, {});
        session->expect({{TableId::Customer, id(1)}, {TableId::Customer, id(2)}, {TableId::Customer, id(3)},
            {TableId::SalesOrder, id(1)}});
        QCOMPARE(session->find(TableId::Customer, id(1))->seq, std::int64_t{1});
        QCOMPARE(session->find(TableId::Customer, id(2))->seq, std::int64_t{2});
        QVERIFY(!session->find(TableId::Customer, id(3)));
        QVERIFY(!session->find(TableId::SalesOrder, id(1)));
        const StoredRow first = *session->find(TableId::Customer, id(1));
        session->put(row(1, 3), &first, {});
        session->put(row(3, 4), nullptr, {});
        QCOMPARE(session->find(TableId::Customer, id(1))->seq, std::int64_t{3});
        QCOMPARE(session->find(TableId::Customer, id(3))->seq, std::int64_t{4});
    }

    void what_is_expected_is_looked_up_and_not_searched_for_data()
    {
        QTest::addColumn<bool>("knowsSize");
        QTest::newRow("without statistics") << false;
        QTest::newRow("known to be small, then grown") << true;
    }
    void what_is_expected_is_looked_up_and_not_searched_for()
    {
        QFETCH(bool, knowsSize);
        QFETCH_GLOBAL(bool, isPostgres);
        if (!isPostgres)
            return; // there each row is asked for when it is wanted
        PostgresCloud cloud; // where nothing else is counted
        const auto touched = [&] {
            return cloud.server
                .execute(
                    "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_user_tables WHERE relname = 'space_row'", "dure")
                .toLongLong();
        };
        // the database knows for a while only how large a space was when it planned
        cloud.server.execute("ALTER TABLE dure.space_row SET (autovacuum_enabled = false)", "dure");
        constexpr int size = 3000, rounds = 20, keys = 8;
        const auto before = touched();
        {
            PostgresPool pool(cloud.server.url("dure_app"), 1); // its connection says what it did when it ends
            const auto store = openPostgresSpaceStore(pool, id(++spaces), random);
            const auto expectSome = [&](int last) {
                const auto session = store->beginWrite();
                std::vector<RowKey> expected;
                for (int key = 0; key < keys; ++key)
                    expected.emplace_back(TableId::Customer, id(last - key));
                session->expect(expected);
                QVERIFY(session->find(TableId::Customer, id(last)));
            };
            int filled = 0;
            for (const int upTo : {keys, size}) {
                {
                    const auto session = store->beginWrite();
                    for (; filled < upTo; ++filled)
                        session->put(row(filled + 1, filled + 1), nullptr, {});
                    session->setHead(filled);
                    session->commit();
                }
                if (knowsSize && upTo == keys)
                    cloud.server.execute("ANALYZE dure.space_row", "dure");
                for (int round = 0; round < rounds; ++round)
                    expectSome(filled);
            }
        }
        constexpr int looked = 2 * rounds * keys;
        QTRY_VERIFY(touched() - before >= looked);
        QVERIFY2(touched() - before < 2 * looked, qPrintable(QString::number(touched() - before)));
    }
};

QTEST_GUILESS_MAIN(StoreWritesTest)
#include "store_writes_test.moc"
