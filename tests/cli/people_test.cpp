// An owner and a member of staff, each at a PC: joining by code, a device that is revoked, its work taken over. The
// real dure-cli against the real dure-server.
#include "tests/cli/cli_pc.h"
#include "tests/support/server_process.h"

using namespace dure;
using namespace dure::testing;

namespace {

const QByteArray password = "northwind-password\n";

} // namespace

class PeopleTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<ServerProcess> server;
    std::unique_ptr<CliPc> owner;
    std::unique_ptr<CliPc> staff;

    CliRun signIn(const CliPc& pc, const QString& email, const QStringList& more = {}) const
    {
        return pc.json(QStringList{"sign-in", "--server", QString::fromStdString(server->url()), "--email", email,
                           "--password-stdin"}
                + more,
            password);
    }
    QString customers(const CliPc& pc) const
    {
        return QString::number(pc.json({"list", "customers", "--limit", "0"}).json["customers"].toArray().size());
    }

private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        const std::string data = folder->filePath("cloud").toStdString();
        outputOf({DURE_SERVER, "company", "add", "--data", data, "--name", "한결플라스틱"});
        outputOf({DURE_SERVER, "user", "add", "--data", data, "--company", "한결플라스틱", "--email",
                     "o@hangyeol.example", "--name", "박정호", "--role", "owner", "--password-stdin"},
            password.toStdString());
        server = std::make_unique<ServerProcess>(DURE_SERVER, data);
        owner = std::make_unique<CliPc>();
        staff = std::make_unique<CliPc>();
        const CliRun signedIn = signIn(*owner, "o@hangyeol.example");
        QCOMPARE(signedIn.exit, 0);
        owner->space = signedIn.json["companies"][0]["space"].toString();
        const QString code = owner->json({"invite", "staff"}).json["code"].toString();
        QCOMPARE(code.size(), 14);
        const CliRun joined = signIn(*staff, "k@hangyeol.example", {"--join", code, "--name", "김미선"});
        QVERIFY2(joined.exit == 0, qPrintable(joined.out));
        staff->space = joined.json["companies"][0]["space"].toString();
        QCOMPARE(signIn(*staff, "x@hangyeol.example", {"--join", code, "--name", "남"}).code(), QString("wrong_code"));
        QCOMPARE(owner->json({"sync"}).exit, 0);
        QCOMPARE(staff->json({"sync"}).exit, 0);
    }

    void what_one_account_opened_here_another_does_not_read()
    {
        QCOMPARE(staff->json({"import", northwindFiles().first()}).exit, 0);
        const std::string data = folder->filePath("cloud").toStdString();
        outputOf({DURE_SERVER, "company", "add", "--data", data, "--name", "나래정밀"});
        outputOf({DURE_SERVER, "user", "add", "--data", data, "--company", "나래정밀", "--email", "n@narae.example",
                     "--name", "한나래", "--role", "owner", "--password-stdin"},
            password.toStdString());
        QCOMPARE(signIn(*staff, "n@narae.example").exit, 0); // at the same PC
        QCOMPARE(staff->json({"sync"}).exit, 0); // her own company, which nobody has to name
        QCOMPARE(customers(*staff), QString("0"));
        const QStringList others{"--company", "한결플라스틱"};
        QCOMPARE(staff->json(QStringList{"list", "customers"} + others).code(), QString("other_account"));
        const QStringList toFile{"export", staff->path("x.csv"), "--kind", "customers"};
        QCOMPARE(staff->json(toFile + others).code(), QString("other_account"));
        QVERIFY(!QFile::exists(staff->path("x.csv")));
    }

    void a_revoked_pc_hands_in_its_work_and_has_nothing_left()
    {
        QCOMPARE(owner->json({"members"}).json["members"].toArray().size(), 2);
        QVERIFY(staff->json({"import", northwindFiles().first()}).exit == 0);
        QCOMPARE(customers(*staff), QString("91"));
        const CliRun devices = owner->json({"devices"});
        const QString device = devices.row("devices", "email", "k@hangyeol.example")["device"].toString();
        QVERIFY2(!device.isEmpty(), qPrintable(devices.out));
        QCOMPARE(staff->json({"revoke-device", device}).code(), QString("forbidden"));
        QCOMPARE(owner->json({"revoke-device", device}).exit, 0);
        const CliRun left = staff->json({"sync"});
        QCOMPARE(left.code(), QString("access_ended"));
        QVERIFY2(left.json["handed_in"].toInt() > 0, qPrintable(left.out));
        QVERIFY(!QFile::exists(staff->companyFolder()));
        QVERIFY(staff->json({"status"}).json["companies"].toArray().isEmpty());

        const CliRun handovers = owner->json({"handovers"});
        QCOMPARE(handovers.json["handovers"].toArray().size(), 1);
        const QString receipt = handovers.json["handovers"][0]["receipt"].toString();
        QCOMPARE(owner->json({"decide", receipt, "accept"}).exit, 0);
        QCOMPARE(owner->json({"decide", receipt, "discard"}).code(), QString("already"));
        QCOMPARE(owner->json({"sync"}).exit, 0);
        QCOMPARE(customers(*owner), QString("91"));
        QCOMPARE(signIn(*staff, "k@hangyeol.example").exit, 0); // as a new device
        QCOMPARE(staff->json({"sync"}).exit, 0);
        QCOMPARE(customers(*staff), QString("91"));
    }

    void work_of_a_role_taken_back_goes_to_the_owner()
    {
        QCOMPARE(staff->json({"import", northwindFiles().first()}).exit, 0);
        QCOMPARE(owner->json({"set-role", "k@hangyeol.example", "executive"}).exit, 0);
        const CliRun synced = staff->json({"sync"});
        QVERIFY2(synced.exit == 0 && synced.json["handed_in"].toInt() > 0, qPrintable(synced.out));
        QCOMPARE(synced.json["attention"].toInt(), 0);
        QCOMPARE(customers(*staff), QString("0"));
        QCOMPARE(owner->json({"set-role", "o@hangyeol.example", "staff"}).code(), QString("last_owner"));
        QCOMPARE(owner->json({"set-role", "k@hangyeol.example", "none"}).exit, 0);
        QCOMPARE(staff->json({"sync"}).code(), QString("access_ended"));
    }

    void a_coordinator_is_let_in_by_email_until_a_day()
    {
        QCOMPARE(owner->json({"invite", "coordinator", "--email", "c@coop.example"}).code(), QString("bad_request"));
        const CliRun invited
            = owner->json({"invite", "coordinator", "--email", "c@coop.example", "--until", "2099-12-31"});
        QCOMPARE(invited.code(), QString("bad_request")); // within a year
        QCOMPARE(owner->json({"invite", "boss"}).exit, 2);
    }
};

QTEST_GUILESS_MAIN(PeopleTest)
#include "people_test.moc"
