#include "core/sqlite/database.h"
#include "core/sqlite/folder_lock.h"
#include "tests/cli/cli_pc.h"
#include "tests/core/workbook_fixture.h"

using namespace dure;
using namespace dure::testing;

class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_that_are_no_tables_are_refused_with_a_reason_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        workbook_fixture::Workbook bomb;
        bomb.sheetData = R"(<row r="1"><c r="A1"><v>1</v></c></row>)" + std::string(200U << 20U, ' ');
        QTest::newRow("zip bomb") << "bomb.xlsx" << QByteArray::fromStdString(bomb.bytes()) << "zip_bomb";
        QTest::newRow("not a zip") << "text.xlsx" << QByteArray("품번,품명\nP1,캡\n") << "not_a_workbook";
        QTest::newRow("a zip that lost its end")
            << "half.xlsx" << QByteArray::fromStdString(workbook_fixture::Workbook().bytes()).left(400) << "truncated";
        QTest::newRow("UTF-16") << "wide.csv" << QByteArray("\xff\xfe\x48\xc5", 4) << "unsupported_encoding";
        QTest::newRow("a program") << "binary.csv" << QByteArray("\x7f\x45LF\0\0\0", 7) << "not_text";
        QTest::newRow("empty") << "empty.csv" << QByteArray() << "no_header";
    }

    void files_that_are_no_tables_are_refused_with_a_reason()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        CliPc pc;
        pc.startLocal();
        const CliRun run = pc.json({"import", "--kind", "products", pc.write(name, bytes)});
        QCOMPARE(run.exit, 1);
        QCOMPARE(run.code(), code);
        QVERIFY2(run.err.contains(name), qPrintable(run.err));
        QCOMPARE(pc.json({"list", "products", "--totals"}).json["count"].toInt(), 0);
    }

    void a_file_that_is_not_there_is_said()
    {
        CliPc pc;
        pc.startLocal();
        QCOMPARE(pc.json({"import", pc.path("nowhere.csv")}).code(), QString("cannot_open"));
    }

    void data_of_a_newer_version_is_refused_and_left_untouched()
    {
        CliPc pc;
        pc.startLocal();
        {
            sqlite::Database db(pc.database().toStdString(), {});
            db.execute("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)");
        }
        const QByteArray before = CliPc::read(pc.database());
        for (const QStringList& words :
            {QStringList{"list", "orders"}, QStringList{"verify"}, QStringList{"import", northwindFiles().first()}}) {
            const CliRun run = pc.json(words);
            QCOMPARE(run.exit, 1);
            QCOMPARE(run.code(), QString("newer_version"));
        }
        QVERIFY(CliPc::read(pc.database()) == before);
    }

    void a_file_of_another_program_is_refused_and_left_untouched()
    {
        CliPc pc;
        pc.startLocal();
        QFile::remove(pc.database());
        {
            QFile file(pc.database());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(8192, 'x'));
        }
        const QByteArray before = CliPc::read(pc.database());
        QCOMPARE(pc.json({"import", northwindFiles().first()}).code(), QString("not_dure"));
        QVERIFY(CliPc::read(pc.database()) == before);
    }

    void a_broken_profile_is_refused_and_left_untouched()
    {
        CliPc pc;
        pc.startLocal();
        const QString profile = pc.dataFolder() + "/profile.json";
        QFile file(profile);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{\"device\": 7");
        file.close();
        QCOMPARE(pc.json({"status"}).code(), QString("profile_unreadable"));
        QCOMPARE(pc.json({"local", "다른 회사"}).exit, 1);
        QCOMPARE(CliPc::read(profile), QByteArray("{\"device\": 7"));
    }

    void a_folder_that_is_open_elsewhere_is_read_but_not_written()
    {
        CliPc pc;
        pc.startLocal();
        auto desktop = sqlite::FolderLock::take(client::companyLock(pc.companyFolder().toStdString()), "dure");
        QVERIFY(desktop.has_value());
        const CliRun refused = pc.json({"import", northwindFiles().first()});
        QCOMPARE(refused.exit, 1);
        QCOMPARE(refused.code(), QString("in_use"));
        QVERIFY2(refused.err.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(refused.err));
        QCOMPARE(pc.json({"list", "customers"}).exit, 0);
        QCOMPARE(pc.json({"status"}).exit, 0);
        desktop->reset();
        QCOMPARE(pc.json({"import", northwindFiles().first()}).exit, 0);
    }

    void a_full_disk_writes_nothing_and_the_same_import_works_later()
    {
        CliPc pc;
        pc.startLocal();
        const QStringList import = QStringList("import") + northwindFiles();
        const qint64 limit = QFileInfo(pc.database()).size() + 256 * 1024;
        const CliRun full = pc.run(import + QStringList("--json"), {}, limit);
        QCOMPARE(full.exit, 1);
        QVERIFY2(full.code().startsWith("storage_"), qPrintable(full.out + full.err));
        QVERIFY2(full.err.contains("Nothing was written"), qPrintable(full.err));
        QCOMPARE(pc.json({"list", "customers", "--totals"}).json["count"].toInt(), 0);
        QCOMPARE(pc.run({"verify"}).exit, 0);
        QCOMPARE(pc.run(import).exit, 0);
        QCOMPARE(orderTotals(pc)["lines"].toInt(), 2155);
    }

    void a_full_disk_leaves_no_half_export()
    {
        CliPc pc;
        pc.startLocal();
        QCOMPARE(pc.run(QStringList("import") + northwindFiles()).exit, 0);
        const QString before = pc.write("orders.csv", "old");
        QCOMPARE(pc.run({"export", "--kind", "orders", before}, {}, 4096).exit, 1);
        QCOMPARE(CliPc::read(before), QByteArray("old"));
    }

    void wrong_usage_is_said_and_exits_with_2_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no verb") << QStringList{};
        QTest::newRow("unknown verb") << QStringList{"fly"};
        QTest::newRow("unknown option") << QStringList{"status", "--nosuch"};
        QTest::newRow("option without value") << QStringList{"list", "orders", "--limit"};
        QTest::newRow("option twice") << QStringList{"list", "orders", "--limit", "1", "--limit", "2"};
        QTest::newRow("not a number") << QStringList{"list", "orders", "--limit", "many"};
        QTest::newRow("a switch with a value") << QStringList{"sync", "--watch=yes"};
        QTest::newRow("too many words") << QStringList{"status", "now"};
        QTest::newRow("unknown list") << QStringList{"list", "invoices"};
        QTest::newRow("unknown kind") << QStringList{"import", "--kind", "invoices", "x.csv"};
        QTest::newRow("a password in the clear")
            << QStringList{"sign-in", "--server", "http://cloud.example", "--email", "a@b.example", "--password-stdin"};
        QTest::newRow("an address that is none")
            << QStringList{"sign-in", "--server", "https://", "--email", "a@b.example", "--password-stdin"};
    }

    void wrong_usage_is_said_and_exits_with_2()
    {
        QFETCH(QStringList, words);
        const CliPc pc;
        const CliRun run = pc.run(words, "password\n");
        QCOMPARE(run.exit, 2);
        QVERIFY(!run.err.isEmpty() || run.out.contains("Usage"));
        QVERIFY(!QDir(pc.dataFolder()).exists());
    }

    void a_cloud_that_is_not_there_exits_with_5()
    {
        const CliPc pc;
        const CliRun run = pc.json(
            {"sign-in", "--server", "http://127.0.0.1:1", "--email", "a@b.example", "--password-stdin"}, "x\n");
        QCOMPARE(run.exit, 5);
        QCOMPARE(run.code(), QString("no_connection"));
        QCOMPARE(pc.json({"sync"}).exit, 4);
    }

    void what_others_typed_cannot_steer_the_terminal()
    {
        CliPc pc;
        pc.startLocal();
        QCOMPARE(pc.run({"import", pc.write("c.csv", "거래처코드,상호\nC1,가\x1b[2J나\n")}).exit, 0);
        QVERIFY(!pc.run({"list", "customers"}).out.contains('\x1b'));
    }
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "bad_input_test.moc"
