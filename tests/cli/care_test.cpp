#include "core/sqlite/database.h"
#include "tests/cli/cli_pc.h"

using namespace dure;
using namespace dure::testing;

class CareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verify_names_derived_data_that_differs_and_repairs_it()
    {
        CliPc pc;
        pc.startLocal();
        QCOMPARE(pc.run(QStringList("import") + northwindFiles()).exit, 0);
        QCOMPARE(pc.json({"verify"}).exit, 0);
        {
            sqlite::Database db(pc.database().toStdString(), {});
            db.execute("UPDATE order_summary SET supply = supply + 1");
        }
        const CliRun run = pc.json({"verify"});
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.json["derived"].toString().contains("order_summary"), qPrintable(run.out));
        QCOMPARE(pc.json({"verify", "--repair"}).exit, 0);
        QCOMPARE(pc.json({"verify"}).exit, 0);
    }

    void verify_names_rows_that_lost_their_parent()
    {
        CliPc pc;
        pc.startLocal();
        QCOMPARE(pc.run(QStringList("import") + northwindFiles()).exit, 0);
        {
            sqlite::Database db(pc.database().toStdString(), {});
            db.execute("DELETE FROM product WHERE code = '11'");
        }
        QCOMPARE(pc.json({"verify", "--repair"}).exit, 1);
        const CliRun run = pc.json({"verify"});
        QVERIFY(run.json["orphans"].toInt() > 0);
        QCOMPARE(run.row("orphan_rows", "table", "order_line")["column"].toString(), QString("product_id"));
    }

    void verify_finds_a_damaged_file()
    {
        CliPc pc;
        pc.startLocal();
        QCOMPARE(pc.run(QStringList("import") + northwindFiles()).exit, 0);
        {
            sqlite::Database db(pc.database().toStdString(), {});
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        QFile file(pc.database());
        QVERIFY(file.open(QIODevice::ReadWrite));
        // half of all pages: a few in a row may be free ones, which nobody misses
        for (qint64 at = file.size() / 4 / 4096 * 4096; at < file.size() / 4 * 3; at += 4096) {
            file.seek(at);
            file.write(QByteArray(2048, '\xa5'));
        }
        file.close();
        const CliRun run = pc.json({"verify"});
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.code() == "damaged" || run.code() == "storage_failed", qPrintable(run.out));
    }

    void a_backup_is_whole_and_replaces_nothing()
    {
        CliPc pc;
        pc.startLocal();
        QCOMPARE(pc.run(QStringList("import") + northwindFiles()).exit, 0);
        const QString copy = pc.path("copy.db");
        QCOMPARE(pc.json({"backup", copy}).exit, 0);
        {
            sqlite::Database db(copy.toStdString(), {.mode = sqlite::OpenMode::ReadOnly});
            QCOMPARE(db.integrityCheck(), std::string("ok"));
            auto rows = db.prepareOnce("SELECT count(*) FROM order_line WHERE deleted = 0");
            QVERIFY(rows.step());
            QCOMPARE(rows.integer(0), 2155);
        }
        QCOMPARE(pc.json({"backup", copy}).code(), QString("exists"));
    }

    void the_demo_company_is_the_same_for_the_same_seed()
    {
        const QStringList demo{"demo", "--seed", "7", "--customers", "20", "--products", "15", "--orders", "60"};
        CliPc one;
        one.startLocal();
        const CliRun first = one.json(demo);
        QCOMPARE(first.exit, 0);
        QCOMPARE(first.json["customers"].toInt(), 20);
        QCOMPARE(first.json["orders"].toInt(), 60);
        QCOMPARE(one.json({"verify"}).exit, 0);
        CliPc other;
        other.startLocal();
        QCOMPARE(other.json(demo).exit, 0);
        QCOMPARE(orderTotals(other), orderTotals(one));
        const auto before = orderTotals(one);
        QCOMPARE(one.json(demo).code(), QString("not_empty"));
        QCOMPARE(orderTotals(one), before);
    }

    void every_verb_has_help()
    {
        const CliPc pc;
        const QString all = pc.run({"--help"}).out;
        for (const char* verb : {"sign-in", "sign-out", "status", "local", "sync", "history", "import", "list", "show",
                 "export", "verify", "backup", "demo"}) {
            QVERIFY2(all.contains(QString("  %1").arg(verb)), verb);
            const CliRun help = pc.run({verb, "--help"});
            QCOMPARE(help.exit, 0);
            QVERIFY(help.out.contains(QString("Usage: dure-cli %1").arg(verb)));
            QVERIFY(help.out.contains("Exit codes"));
        }
    }
};

QTEST_GUILESS_MAIN(CareTest)
#include "care_test.moc"
