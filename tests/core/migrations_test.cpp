#include "core/storage/migrations.h"

#include "core/storage/customer_store.h"
#include "core/storage/delivery_store.h"
#include "core/storage/receivable_store.h"
#include "tests/core/commands_fixture.h"

#include <QFile>
#include <QtTest>
#include <array>

using namespace dure;
using namespace dure::storage;
using dure::test::CommandsFixture;

namespace {

QString fixtureOf(int version)
{
    return QStringLiteral(DURE_SOURCE_DIR "/tests/data/fixtures/client-v%1.sqlite").arg(version);
}
const QString fixturePath = fixtureOf(1);

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Writes the fixture of the present version. Once a version has shipped its fixture is never written again; before
/// that:  DURE_MAKE_FIXTURE=1 build/dev/tests/test_core_migrations
void makeFixture()
{
    CommandsFixture f;
    const Customer customer = f.makeCustomer("(주)다온코스메틱");
    const auto order = f.commands.saveOrder(f.orderInput(customer, {f.line(f.makeProduct(), 30'000, 98)}));
    f.commands.recordDelivery(f.deliveryOf(order->id, {12'000}));
    Payment payment;
    payment.customerId = customer.id;
    payment.receivedOn = f.today;
    payment.amount = {1'000'000};
    f.commands.recordPayment(payment);
    // small pages keep the file small; nothing in it depends on their size
    f.db().execute("PRAGMA journal_mode=DELETE; PRAGMA page_size=1024; VACUUM");
    f.space.reset();
    QFile::remove(fixtureOf(clientFileVersion));
    QVERIFY(QFile::copy(QString::fromStdString(f.path), fixtureOf(clientFileVersion)));
}

std::string schemaOf(sqlite::Database& db)
{
    auto rows = db.prepareOnce("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name");
    std::string schema;
    while (rows.step())
        schema.append(rows.text(0)).append(": ").append(rows.text(1)).append("\n");
    return schema;
}

std::string copyOf(const QTemporaryDir& dir, const QString& source)
{
    const QString copy = dir.filePath("copy.sqlite");
    QFile::copy(source, copy);
    QFile(copy).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return copy.toStdString();
}

constexpr MigrationStep addTable = [](sqlite::Database& db) { db.execute("CREATE TABLE added(x)"); };
constexpr MigrationStep doNothing = [](sqlite::Database&) {};
constexpr MigrationStep breakHalfway = [](sqlite::Database& db) {
    db.execute("CREATE TABLE half(x)");
    db.execute("CREATE TABLE half(x)");
};

} // namespace

class MigrationsTest : public QObject
{
    Q_OBJECT

    static void everyVersion()
    {
        QTest::addColumn<QString>("file");
        for (int version = 1; version <= clientFileVersion; ++version)
            QTest::addRow("%d", version) << fixtureOf(version);
        // some of version 4 had the figures of version 5 already
        QTest::addRow("4 with figures") << DURE_SOURCE_DIR "/tests/data/fixtures/client-v4-figures.sqlite";
    }

private slots:
    void initTestCase()
    {
        if (qEnvironmentVariableIsSet("DURE_MAKE_FIXTURE"))
            makeFixture();
    }

    void a_file_of_any_version_opens_and_holds_what_it_held_data() { everyVersion(); }
    void a_file_of_any_version_opens_and_holds_what_it_held()
    {
        QFETCH(QString, file);
        QTemporaryDir dir;
        auto space = SpaceDatabase::open(copyOf(dir, file));
        QVERIFY(space);
        sqlite::Database& db = (*space)->db();
        QCOMPARE(db.userVersion(), clientFileVersion);
        OrderFilter filter;
        filter.today = CommandsFixture::today;
        const auto orders = OrderStore(db).list(filter, {});
        QCOMPARE(orders.size(), 1U);
        QCOMPARE(orders[0].customerName, std::string("(주)다온코스메틱"));
        QCOMPARE(orders[0].remaining, Quantity::fromInteger(18'000));
        QCOMPARE(ReceivableStore(db).total(), (Won{12'000 * 98 * 11 / 10 - 1'000'000}));
        QCOMPARE(Outbox(db).waiting().count, 5);
        QCOMPARE(DerivedData(db).differences(), std::string());
        QCOMPARE(db.integrityCheck(), std::string("ok"));
    }

    void a_file_of_any_version_ends_with_the_tables_of_a_new_one_data() { everyVersion(); }
    void a_file_of_any_version_ends_with_the_tables_of_a_new_one()
    {
        QFETCH(QString, file);
        QTemporaryDir dir;
        auto old = SpaceDatabase::open(copyOf(dir, file));
        QVERIFY(old);
        auto fresh = SpaceDatabase::inMemory();
        QVERIFY2(schemaOf((*old)->db()) == schemaOf(fresh->db()),
            "the schema changed: a shipped version needs a migration step, an unshipped one its fixture anew "
            "(DURE_MAKE_FIXTURE=1)");
    }

    void a_file_from_a_newer_version_is_refused_and_left_as_it_was()
    {
        QTemporaryDir dir;
        const std::string path = copyOf(dir, fixturePath);
        {
            sqlite::Database db(path, {});
            db.execute("PRAGMA user_version=99; PRAGMA wal_checkpoint(TRUNCATE)");
        }
        const QByteArray before = bytesOf(QString::fromStdString(path));
        const auto space = SpaceDatabase::open(path);
        QVERIFY(!space);
        QCOMPARE(space.error().kind, OpenErrorKind::NewerVersion);
        QVERIFY(bytesOf(QString::fromStdString(path)) == before);
        QVERIFY(!QFile::exists(QString::fromStdString(path) + ".before-99"));
    }

    void a_foreign_or_broken_file_is_refused_and_left_as_it_was()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath("other.sqlite");
        {
            sqlite::Database db(path.toStdString(), {});
            db.execute("CREATE TABLE t(x); PRAGMA wal_checkpoint(TRUNCATE)");
        }
        QByteArray before = bytesOf(path);
        QCOMPARE(SpaceDatabase::open(path.toStdString()).error().kind, OpenErrorKind::NotDure);
        QVERIFY(bytesOf(path) == before);
        QFile text(dir.filePath("text.sqlite"));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray(5000, 'x'));
        text.close();
        before = bytesOf(text.fileName());
        QCOMPARE(SpaceDatabase::open(text.fileName().toStdString()).error().kind, OpenErrorKind::NotDure);
        QVERIFY(bytesOf(text.fileName()) == before);
    }

    void steps_run_in_order_and_the_old_file_is_kept()
    {
        QTemporaryDir dir;
        const std::string path = copyOf(dir, fixturePath);
        sqlite::Database db(path, {});
        migrateBySteps(db, std::array{addTable});
        QCOMPARE(db.userVersion(), 2);
        QVERIFY(schemaOf(db).find("added") != std::string::npos);
        sqlite::Database kept(path + ".before-1", {.mode = sqlite::OpenMode::ReadOnly});
        QCOMPARE(kept.userVersion(), 1);
        QVERIFY(schemaOf(kept).find("added") == std::string::npos);
        QCOMPARE(kept.integrityCheck(), std::string("ok"));
    }

    void a_step_that_fails_leaves_the_file_at_the_version_before_it()
    {
        QTemporaryDir dir;
        const std::string path = copyOf(dir, fixturePath);
        sqlite::Database db(path, {});
        QVERIFY_EXCEPTION_THROWN(migrateBySteps(db, std::array{addTable, breakHalfway}), sqlite::Failure);
        QCOMPARE(db.userVersion(), 2);
        QVERIFY(schemaOf(db).find("half") == std::string::npos);
        migrateBySteps(db, std::array{addTable, doNothing});
        QCOMPARE(db.userVersion(), 3);
    }
};

QTEST_APPLESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
