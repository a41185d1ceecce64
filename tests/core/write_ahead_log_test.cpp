// The write-ahead log of a client's file: carried over when nobody waits, by a commit only when it has grown very long.
#include "core/storage/space_database.h"

#include <QtTest>

#include <filesystem>

using namespace dure;

namespace {

constexpr int pageBytes = 4096;

/// So many pages of the log, in one commit.
void write(sqlite::Database& db, int pages)
{
    sqlite::Transaction transaction(db);
    auto put = db.prepare("INSERT INTO state(name, value) VALUES(hex(randomblob(16)), zeroblob(?))");
    put->bind(1, std::int64_t{pages} * pageBytes).run();
    transaction.commit();
}

std::int64_t count(sqlite::Database& db)
{
    auto found = db.prepareOnce("SELECT count(*) FROM state WHERE length(value) > 4096");
    return found.step() ? found.integer(0) : -1;
}

} // namespace

class WriteAheadLogTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<storage::SpaceDatabase> space;

    std::string path() const { return folder->filePath("space.sqlite").toStdString(); }
    static std::int64_t bytesOf(const std::string& file) { return std::int64_t(std::filesystem::file_size(file)); }
    std::int64_t fileBytes() const { return bytesOf(path()); }

private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        space = storage::SpaceDatabase::open(path()).value();
        space->db().execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    void cleanup() { space.reset(); }

    void a_commit_leaves_a_long_log_to_a_quiet_moment()
    {
        sqlite::Database& db = space->db();
        const std::int64_t before = fileBytes();
        write(db, 2000);
        QCOMPARE(fileBytes(), before);
        db.carryOverLog();
        QVERIFY(fileBytes() >= before + std::int64_t{2000} * pageBytes);
        const std::int64_t logged = bytesOf(path() + "-wal");
        write(db, 10); // from the log's beginning
        QCOMPARE(bytesOf(path() + "-wal"), logged);
        QCOMPARE(count(db), std::int64_t{2});
    }

    void a_short_log_is_left_alone_and_an_open_transaction_too()
    {
        sqlite::Database& db = space->db();
        const std::int64_t before = fileBytes();
        write(db, 100);
        db.carryOverLog();
        QCOMPARE(fileBytes(), before);
        write(db, 2000);
        {
            const sqlite::Transaction transaction(db);
            db.carryOverLog();
        }
        QCOMPARE(fileBytes(), before);
        db.carryOverLog();
        QVERIFY(fileBytes() > before);
    }

    void while_a_file_fills_a_moment_without_work_is_no_reason()
    {
        sqlite::Database& db = space->db();
        db.setCheckpointPages(20'000);
        const std::int64_t before = fileBytes();
        write(db, 4000);
        db.carryOverLog();
        QCOMPARE(fileBytes(), before);
        write(db, 2000);
        db.carryOverLog();
        QVERIFY(fileBytes() > before);
    }

    void a_commit_carries_a_very_long_log_over_itself()
    {
        const std::int64_t before = fileBytes();
        write(space->db(), storage::clientCheckpointPages + 10);
        QVERIFY(fileBytes() > before + std::int64_t{storage::clientCheckpointPages} * pageBytes);
    }

    void who_reads_meanwhile_sees_what_was_there_and_nothing_is_lost()
    {
        sqlite::Database& db = space->db();
        write(db, 1500);
        const auto reader = storage::SpaceDatabase::openReader(path()).value();
        reader->db().execute("BEGIN");
        QCOMPARE(count(reader->db()), std::int64_t{1});
        write(db, 1500);
        db.carryOverLog();
        QCOMPARE(count(reader->db()), std::int64_t{1});
        reader->db().execute("COMMIT");
        QCOMPARE(count(reader->db()), std::int64_t{2});
        QCOMPARE(reader->db().integrityCheck(), std::string("ok"));
    }
};

QTEST_GUILESS_MAIN(WriteAheadLogTest)
#include "write_ahead_log_test.moc"
