// The main job on real input: a real order book imported on one PC is on the other after both have synced, over the
// real cloud and a real socket.
#include "core/sqlite/database.h"
#include "core/sqlite/folder_lock.h"
#include "tests/cli/cli_pc.h"
#include "tests/support/server_process.h"

#include <csignal>

using namespace dure;
using namespace dure::testing;

namespace {

const QByteArray password = "northwind-password";

class Cloud
{
public:
    Cloud()
        : m_data(m_folder.filePath("cloud"))
    {
        const std::string data = m_data.toStdString();
        outputOf(
            {DURE_SERVER, "company", "add", "--data", data, "--name", "한결플라스틱", "--business-no", "000-86-27453"});
        addUser("a@hangyeol.example");
        addUser("b@hangyeol.example");
        m_server = std::make_unique<ServerProcess>(DURE_SERVER, data);
    }
    void stop() { m_server.reset(); }

    CliRun signIn(const CliPc& pc, const QString& email, const QByteArray& word = password) const
    {
        return pc.json(
            {"sign-in", "--server", QString::fromStdString(m_server->url()), "--email", email, "--password-stdin"},
            word + "\n");
    }

private:
    void addUser(const std::string& email) const
    {
        outputOf({DURE_SERVER, "user", "add", "--data", m_data.toStdString(), "--company", "한결플라스틱", "--email",
                     email, "--name", "김미선", "--role", "staff", "--password-stdin"},
            password.toStdString() + "\n");
    }

    QTemporaryDir m_folder;
    QString m_data;
    std::unique_ptr<ServerProcess> m_server;
};

/// Two PCs of one company, signed in and synced once.
struct TwoPcs
{
    TwoPcs()
    {
        for (auto [pc, email] : {std::pair(&a, "a@hangyeol.example"), std::pair(&b, "b@hangyeol.example")}) {
            const CliRun run = cloud.signIn(*pc, email);
            if (run.exit != 0)
                qFatal("sign-in: %s", qPrintable(run.err));
            pc->space = run.json["companies"][0]["space"].toString();
            if (const CliRun synced = pc->json({"sync"}); synced.exit != 0)
                qFatal("sync: %s", qPrintable(synced.err));
        }
    }
    Cloud cloud;
    CliPc a, b;
};

bool holds(const QProcess& process, const CliPc& pc)
{
    const QString lock = QString::fromStdString(client::companyLock(pc.companyFolder().toStdString()));
    return CliPc::read(lock).startsWith(QByteArray::number(process.processId()) + '\n');
}

} // namespace

class TwoPcsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void northwind_travels_from_one_pc_to_the_other()
    {
        TwoPcs pcs;
        const QStringList import = QStringList("import") + northwindFiles();
        QCOMPARE(pcs.a.json(import).exit, 0);
        const CliRun sent = pcs.a.json({"sync"});
        QCOMPARE(sent.exit, 0);
        QVERIFY(sent.json["sent"].toInt() > 0);
        QCOMPARE(sent.json["waiting"].toInt(), 0);
        QVERIFY(!sent.json.contains("refused"));
        QVERIFY(sent.json["up_to_date"].toBool());

        const CliRun received = pcs.b.json({"sync"});
        QCOMPARE(received.exit, 0);
        // what the data itself contradicts is counted alike on both
        const int attention = pcs.a.json({"status"}).json["companies"][0]["attention"].toInt();
        QCOMPARE(sent.json["attention"].toInt(), attention);
        QCOMPARE(received.json["attention"].toInt(), attention);
        const QJsonObject totals = orderTotals(pcs.b);
        QCOMPARE(totals["count"].toInt(), 830);
        QCOMPARE(totals["lines"].toInt(), 2155);
        QVERIFY(totals["total"].toInteger() > 1'000'000);
        QCOMPARE(totals, orderTotals(pcs.a));
        for (const char* list : {"customers", "products", "orders", "deliveries"}) {
            const QStringList all{"list", list, "--limit", "0"};
            QCOMPARE(pcs.b.json(all).json, pcs.a.json(all).json);
        }
        for (const CliPc* pc : {&pcs.a, &pcs.b}) {
            const CliRun verified = pc->json({"verify"});
            QVERIFY2(verified.exit == 0, qPrintable(verified.out));
            QCOMPARE(verified.json["cloud"].toString(), QString("the same"));
        }

        QCOMPARE(pcs.a.json(import).exit, 0);
        const CliRun again = pcs.a.json({"sync"});
        QCOMPARE(again.json["sent"].toInt(), 0);
        QCOMPARE(again.json["received"].toInt(), 0);

        const CliRun history = pcs.b.json({"history", "sales_order", "10248"});
        QCOMPARE(history.json["history"][0]["user"].toString(), QString("김미선"));
        QCOMPARE(history.json["history"][0]["op"].toString(), QString("create"));
    }

    void what_waits_is_told_and_kept_through_a_broken_line_and_a_sign_out()
    {
        TwoPcs pcs;
        QCOMPARE(pcs.a.json({"import", northwindFiles().first()}).exit, 0);
        pcs.cloud.stop();
        QCOMPARE(pcs.a.json({"sync"}).exit, 5);
        const CliRun out = pcs.a.json({"sign-out"});
        QCOMPARE(out.exit, 0);
        QCOMPARE(out.json["told_cloud"].toBool(), false);
        QCOMPARE(pcs.a.json({"sync"}).exit, 4);
        const CliRun status = pcs.a.json({"status"});
        QCOMPARE(status.json["signed_in"].toBool(), false);
        QVERIFY(status.json["companies"][0]["waiting"].toInt() > 0);
        QVERIFY(!status.json["companies"][0]["waiting_since"].toString().isEmpty());
        QVERIFY(!status.json["companies"][0]["last_contact"].toString().isEmpty());
        QCOMPARE(pcs.a.json({"list", "customers", "--totals"}).json["count"].toInt(), 91);
    }

    void a_wrong_password_exits_with_4_and_signs_nobody_in()
    {
        Cloud cloud;
        const CliPc pc;
        const CliRun run = cloud.signIn(pc, "a@hangyeol.example", "guess");
        QCOMPARE(run.exit, 4);
        QCOMPARE(run.code(), QString("wrong_password"));
        QCOMPARE(pc.json({"status"}).json["signed_in"].toBool(), false);
    }

    void a_watch_shows_what_others_do_holds_the_folder_and_ends_politely()
    {
        TwoPcs pcs;
        const auto watch = pcs.b.start({"sync", "--watch", "--json"});
        const auto customers = [&] { return pcs.b.json({"list", "customers", "--totals"}).json["count"].toInt(); };
        QTRY_VERIFY_WITH_TIMEOUT(holds(*watch, pcs.b), 20'000);
        QCOMPARE(pcs.b.json({"sync"}).code(), QString("in_use"));
        QCOMPARE(pcs.a.json({"import", northwindFiles().first()}).exit, 0);
        QCOMPARE(pcs.a.json({"sync"}).exit, 0);
        QTRY_COMPARE_WITH_TIMEOUT(customers(), 91, 20'000);
        watch->terminate();
        const CliRun ended = CliPc::finish(*watch);
        QCOMPARE(ended.exit, 0);
        QVERIFY(ended.json["received"].toInt() >= 91);
        QCOMPARE(pcs.b.json({"sync"}).exit, 0);
    }

    void a_killed_holder_keeps_nobody_out()
    {
        TwoPcs pcs;
        const auto watch = pcs.b.start({"sync", "--watch"});
        QTRY_VERIFY_WITH_TIMEOUT(holds(*watch, pcs.b), 20'000);
        QCOMPARE(pcs.b.json({"sync"}).code(), QString("in_use"));
        watch->kill();
        watch->waitForFinished();
        const auto desktop = sqlite::FolderLock::take(client::companyLock(pcs.b.companyFolder().toStdString()), "dure");
        QVERIFY(desktop.has_value());
    }

    void a_holder_killed_before_it_wrote_its_name_keeps_nobody_out()
    {
        // so a power cut leaves it, too
        TwoPcs pcs;
        QFile lock(QString::fromStdString(client::companyLock(pcs.b.companyFolder().toStdString())));
        QVERIFY(lock.open(QIODevice::WriteOnly | QIODevice::Truncate));
        lock.close();
        QCOMPARE(pcs.b.json({"sync"}).exit, 0);
    }

    void a_row_that_was_damaged_here_is_found_and_fetched_again()
    {
        TwoPcs pcs;
        QCOMPARE(pcs.a.json({"import", northwindFiles().first()}).exit, 0);
        QCOMPARE(pcs.a.json({"sync"}).exit, 0);
        QCOMPARE(pcs.b.json({"sync"}).exit, 0);
        {
            sqlite::Database db(pcs.b.database().toStdString(), {});
            db.execute("UPDATE customer SET name = 'Somebody else' WHERE code = 'ALFKI'");
        }
        const CliRun found = pcs.b.json({"verify"});
        QCOMPARE(found.exit, 1);
        QCOMPARE(found.row("digest_differences", "table", "customer")["same_count"].toBool(), true);
        QCOMPARE(found.row("cloud_differences", "table", "customer")["rows"].toInt(), 91);
        pcs.b.json({"verify", "--repair"});
        const CliRun synced = pcs.b.json({"sync"});
        QCOMPARE(synced.exit, 0);
        QCOMPARE(synced.json["fetched_again"].toInt(), 1);
        QCOMPARE(pcs.b.json({"verify"}).exit, 0);
        QCOMPARE(pcs.b.json({"list", "customers", "--filter", "Alfreds"}).json["customers"].toArray().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TwoPcsTest)
#include "two_pcs_test.moc"
