// dure-server as its operator meets it: the command line, stopping, crashing, a full disk, backup and restore.
#include "core/domain/content_hash.h"
#include "core/sqlite/database.h"
#include "sync/protocol/account_codec.h"
#include "sync/server/secrets.h"
#include "sync/server/system_clock.h"
#include "tests/sync/server_process.h"

#include <QTemporaryDir>

#include <csignal>
#include <thread>

using namespace dure;
using namespace dure::test;
using namespace dure::protocol;

namespace {

QJsonObject parsed(const QByteArray& json) { return QJsonDocument::fromJson(json).object(); }

} // namespace

class ServerProcessTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder;
    QString data;
    QByteArray space;
    Uuid user;
    server::OpenSslRandom random;
    Uuid device;
    Uuid incarnation;

    Uuid newId() { return makeUuidV7(server::SystemClock().nowMs(), random); }

    QByteArray signIn(quint16 port)
    {
        const std::string body = encode(SignInRequest{"kim@example.com", "correct horse", device, "PC", schemaVersion});
        return ask(port, "POST", "/v1/session", {}, QByteArray::fromStdString(body))
            .json()["token"]
            .toString()
            .toUtf8();
    }
    static Headers headers(const QByteArray& token)
    {
        return {{"Authorization", "Bearer " + token}, {"Dure-Schema", QByteArray::number(schemaVersion)}};
    }
    RawReply push(quint16 port, const QByteArray& token, std::int64_t n, const std::string& note = {})
    {
        Mutation mutation{user, 1, "save_customer", {}, {{TableId::Customer, newId(), 0, Op::Create, {}}}};
        mutation.changes[0].fields.known.emplace_back(col::Customer::name, "거래처 " + std::to_string(n));
        mutation.changes[0].fields.known.emplace_back(col::Customer::note, note);
        const std::string body = encodeMutation(mutation);
        const PushRequest request{incarnation, "", 1, {{n, hashBytes(body), body}}};
        return ask(
            port, "POST", "/v1/spaces/" + space + "/push", headers(token), QByteArray::fromStdString(encode(request)));
    }
    std::optional<PullReply> pull(quint16 port, const QByteArray& token, const std::string& epoch = {})
    {
        const std::string body = encode(PullRequest{epoch, 0, {}, 10'000});
        const RawReply reply
            = ask(port, "POST", "/v1/spaces/" + space + "/pull", headers(token), QByteArray::fromStdString(body));
        auto message = decode<PullReply>(reply.body.toStdString());
        return reply.status == 200 && message ? std::optional(std::move(*message)) : std::nullopt;
    }

private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        data = folder->filePath("data");
        device = newId();
        incarnation = newId();
        const Outcome company = runServerVerb({"company", "add", "--data", data, "--name", "한빛플라스틱", "--json"});
        QCOMPARE(company.code, 0);
        space = parsed(company.out)["space"].toString().toUtf8();
        const Outcome added
            = runServerVerb({"user", "add", "--data", data, "--company", "한빛플라스틱", "--email", "Kim@example.com",
                                "--name", "김대표", "--role", "owner", "--password-stdin", "--json"},
                "correct horse\n");
        QCOMPARE(added.code, 0);
        user = *Uuid::fromString(parsed(added.out)["user"].toString().toStdString());
    }

    void the_command_line_explains_itself()
    {
        const Outcome all = runServerVerb({"--help"});
        QCOMPARE(all.code, 0);
        for (const char* verb : {"serve", "company add", "user add", "user password", "backup", "restore", "verify"}) {
            QVERIFY2(all.out.contains(verb), verb);
            const Outcome one = runServerVerb(QString(verb).split(' ') + QStringList{"--help"});
            QCOMPARE(one.code, 0);
            QVERIFY(one.out.contains("usage: dure-server " + QByteArray(verb)));
        }
    }

    void a_company_is_added_once()
    {
        const QStringList add{"company", "add", "--data", data, "--name"};
        const Outcome again = runServerVerb(add + QStringList{"한빛플라스틱"});
        QCOMPARE(again.code, 1);
        QVERIFY(again.err.contains("there already"));
        QCOMPARE(runServerVerb(add + QStringList{"한빛플라스틱", "--business-no", "000-86-27453"}).code, 0);
        QCOMPARE(runServerVerb(add + QStringList{"이름만 다른 회사", "--business-no", "0008627453"}).code, 1);
        QCOMPARE(runServerVerb({"company", "list", "--data", data}).out.count('\n'), 2);
    }

    void wrong_calls_end_with_two_and_failures_with_one()
    {
        QCOMPARE(runServerVerb({}).code, 2);
        QCOMPARE(runServerVerb({"fly"}).code, 2);
        QCOMPARE(runServerVerb({"serve"}).code, 2);
        QCOMPARE(runServerVerb({"serve", "--data", data, "--workers", "none"}).code, 2);
        QCOMPARE(runServerVerb({"company", "list", "--data", data, "--colour", "red"}).code, 2);
        const QStringList user = {"user", "add", "--data", data, "--name", "이직원", "--role", "staff", "--company"};
        const Outcome missing = runServerVerb(user + QStringList{"없는회사", "--email", "lee@example.com"});
        QCOMPARE(missing.code, 1);
        QVERIFY(missing.err.contains("no such company"));
        QCOMPARE(runServerVerb(user + QStringList{"한빛플라스틱", "--email", "not an address"}).code, 1);
        QCOMPARE(runServerVerb(user + QStringList{"한빛플라스틱", "--email", "kim@example.com"}).code, 1);
        QCOMPARE(runServerVerb(
                     user + QStringList{"한빛플라스틱", "--email", "lee@example.com", "--password-stdin"}, "short\n")
                     .code,
            1);
        QCOMPARE(runServerVerb({"serve", "--data", data, "--listen", "nowhere"}).code, 1);
    }

    void the_data_folder_is_the_owners_alone()
    {
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        for (const char* name : {"", "/spaces", "/accounts.sqlite"})
            QCOMPARE(QFile::permissions(data + name) & others, QFile::Permissions());
    }

    void users_can_be_added_and_ended_while_the_server_runs()
    {
        ServerProcess server(data);
        QVERIFY(server.isListening());
        QVERIFY2(server.line().startsWith("listening on http://127.0.0.1:"), server.line().constData());
        const QByteArray token = signIn(server.port);
        QCOMPARE(push(server.port, token, 1).status, 200);
        const Outcome added = runServerVerb({"user", "add", "--data", data, "--company", "한빛플라스틱", "--email",
            "lee@example.com", "--name", "이직원", "--role", "staff"});
        QCOMPARE(added.code, 0);
        QVERIFY(added.out.contains("password "));
        QVERIFY(runServerVerb({"user", "list", "--data", data}).out.contains("lee@example.com"));
        const QString deviceId = QString::fromStdString(device.toString());
        QVERIFY(runServerVerb({"device", "list", "--data", data}).out.contains(deviceId.toUtf8()));
        QCOMPARE(runServerVerb({"device", "revoke", "--data", data, "--device", deviceId}).code, 0);
        QCOMPARE(push(server.port, token, 2).status, 401);
        QCOMPARE(server.terminate(), 0);
    }

    void the_operator_makes_codes_and_spaces_and_takes_second_factors_off()
    {
        ServerProcess server(data);
        QVERIFY(server.isListening());
        const QStringList at = {"--data", data};
        const auto verb = [&](const QStringList& words) { return runServerVerb(words + at); };
        const Outcome invited = verb({"invite", "add", "--company", "한빛플라스틱", "--role", "staff", "--json"});
        QCOMPARE(invited.code, 0);
        const JoinRequest join{parsed(invited.out)["code"].toString().toStdString(), "lee@example.com", "이직원",
            "correct horse", newId(), "PC"};
        QCOMPARE(ask(server.port, "POST", "/v1/join", {}, QByteArray::fromStdString(encode(join))).status, 200);
        QVERIFY(verb({"invite", "list", "--company", "한빛플라스틱"}).out.contains("used"));
        QCOMPARE(verb({"invite", "add", "--company", "한빛플라스틱", "--role", "operator"}).code, 1);
        QCOMPARE(
            verb({"invite", "end", "--company", "한빛플라스틱", "--invite", parsed(invited.out)["invite"].toString()})
                .code,
            1); // used already

        const Outcome made = verb({"user", "reset-code", "--email", "lee@example.com"});
        QCOMPARE(made.code, 0);
        const std::string body = encode(
            PasswordResetRequest{"lee@example.com", made.out.split(' ').value(1).toStdString(), "battery staple"});
        QCOMPARE(ask(server.port, "POST", "/v1/password-reset", {}, QByteArray::fromStdString(body)).status, 200);
        QCOMPARE(verb({"user", "reset-code", "--email", "nobody@example.com"}).code, 1);
        QCOMPARE(verb({"user", "second-factor-off", "--email", "lee@example.com"}).code, 0);

        const Outcome platform = verb({"space", "add", "--kind", "platform", "--name", "두레", "--json"});
        QCOMPARE(platform.code, 0);
        QCOMPARE(verb({"space", "add", "--kind", "platform", "--name", "둘째"}).code, 1);
        QCOMPARE(verb({"space", "add", "--kind", "service", "--name", "서비스"}).code, 2);
        const QString id = parsed(platform.out)["space"].toString();
        QCOMPARE(verb({"user", "add", "--space", id, "--email", "lee@example.com", "--role", "operator"}).code, 0);
        QVERIFY(verb({"user", "list", "--space", id}).out.contains("operator"));
        QVERIFY(verb({"space", "list"}).out.contains("platform"));
        QCOMPARE(verb({"user", "role", "--company", "한빛플라스틱", "--email", "lee@example.com", "--role",
                          "coordinator", "--until", "2099-12-31"})
                     .code,
            0);
        QCOMPARE(verb({"user", "role", "--company", "한빛플라스틱", "--space", id, "--email", "lee@example.com",
                          "--role", "none"})
                     .code,
            1);
        QCOMPARE(server.terminate(), 0);
    }

    void a_second_server_on_the_same_data_is_refused()
    {
        ServerProcess server(data);
        QVERIFY(server.isListening());
        const Outcome second = runServerVerb({"serve", "--data", data, "--listen", "127.0.0.1:0"});
        QCOMPARE(second.code, 1);
        QVERIFY(second.err.contains("in use"));
        QCOMPARE(ask(server.port, "GET", "/health").status, 200);
    }

    void a_file_of_a_newer_version_is_left_untouched()
    {
        {
            sqlite::Database db((data + "/accounts.sqlite").toStdString(), {});
            db.execute("PRAGMA user_version=99");
        }
        const Outcome refused = runServerVerb({"serve", "--data", data, "--listen", "127.0.0.1:0"});
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.err.contains("newer version"));
    }

    void sigterm_answers_the_watch_and_ends_with_zero()
    {
        ServerProcess server(data);
        const QByteArray token = signIn(server.port);
        RawConnection watcher(server.port);
        const std::string body = encode(WatchRequest{{{*Uuid::fromString(space.toStdString()), 0}}, 25'000});
        watcher.send(requestBytes("POST", "/v1/watch", headers(token), QByteArray::fromStdString(body)));
        QTest::qWait(200);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(server.terminate(), 0);
        QVERIFY(clock.elapsed() < 4000);
        QCOMPARE(watcher.receive(1000).status, 200);
    }

    void kill_nine_at_any_moment_keeps_what_was_acknowledged()
    {
        std::int64_t n = 0;
        for (int round = 0; round < 4; ++round) {
            ServerProcess server(data);
            QVERIFY(server.isListening());
            const QByteArray token = signIn(server.port);
            QVERIFY(!token.isEmpty());
            std::thread killer([&server, round] {
                std::this_thread::sleep_for(std::chrono::milliseconds(60 + 70 * round));
                ::kill(static_cast<pid_t>(server.pid()), SIGKILL);
            });
            incarnation = newId(); // the last push of the round may be kept without our knowing
            for (std::int64_t own = 1; push(server.port, token, own).status == 200; ++own)
                ++n;
            killer.join();
        }
        QVERIFY2(n > 0, "nothing was pushed before the kills");
        ServerProcess server(data);
        const auto page = pull(server.port, signIn(server.port));
        QVERIFY(page.has_value());
        const auto kept = static_cast<std::int64_t>(page->rows.size());
        QVERIFY2(kept >= n && kept <= n + 4, qPrintable(QString("%1 of %2").arg(kept).arg(n)));
        QCOMPARE(server.terminate(), 0);
        const Outcome verified = runServerVerb({"verify", "--data", data});
        QVERIFY2(verified.code == 0, verified.out.constData());
    }

    void a_full_disk_is_said_and_leaves_nothing_half_written()
    {
        {
            ServerProcess server(data); // the files are made while there is room
            QCOMPARE(push(server.port, signIn(server.port), 1).status, 200);
            QCOMPARE(server.terminate(), 0);
        }
        std::int64_t n = 1;
        {
            // no file may grow beyond 200 KiB (sh counts blocks of 512 bytes); the signal would end the process
            ServerProcess server(data, {}, "trap '' XFSZ; ulimit -f 400;");
            QVERIFY(server.isListening());
            const QByteArray token = signIn(server.port);
            QVERIFY(!token.isEmpty());
            RawReply reply;
            while ((reply = push(server.port, token, n + 1, std::string(3900, 'x'))).status == 200 && n < 500)
                ++n;
            QCOMPARE(reply.status, 503);
            QCOMPARE(reply.error(), QByteArray("unavailable"));
            QVERIFY(reply.headers.contains("retry-after"));
            QCOMPARE(push(server.port, token, n + 1, std::string(3900, 'x')).status, 503);
            const auto page = pull(server.port, token); // reading goes on
            QVERIFY(page.has_value());
            QCOMPARE(static_cast<std::int64_t>(page->rows.size()), n);
            server.terminate();
        }
        ServerProcess server(data);
        const QByteArray token = signIn(server.port);
        QCOMPARE(push(server.port, token, n + 1).status, 200);
        QCOMPARE(static_cast<std::int64_t>(pull(server.port, token)->rows.size()), n + 1);
        QCOMPARE(server.terminate(), 0);
        QCOMPARE(runServerVerb({"verify", "--data", data}).code, 0);
    }

    void a_backup_made_at_work_is_restored_in_a_new_epoch()
    {
        const QString backup = folder->filePath("backup");
        const QString restored = folder->filePath("restored");
        std::string epoch;
        {
            ServerProcess server(data);
            const QByteArray token = signIn(server.port);
            for (std::int64_t n = 1; n <= 5; ++n)
                QCOMPARE(push(server.port, token, n).status, 200);
            const Outcome made = runServerVerb({"backup", "--data", data, "--to", backup});
            QVERIFY2(made.code == 0, made.err.constData());
            QVERIFY(made.out.contains("1 spaces"));
            QCOMPARE(push(server.port, token, 6).status, 200);
            QTRY_COMPARE_WITH_TIMEOUT(pull(server.port, token)->safe, std::int64_t{5}, 8000);
            epoch = pull(server.port, token)->epoch;
        }
        QCOMPARE(runServerVerb({"backup", "--data", data, "--to", backup}).code, 1); // never over another
        QCOMPARE(runServerVerb({"verify", "--data", backup}).code, 0);
        const Outcome again = runServerVerb({"restore", "--from", backup, "--to", restored});
        QVERIFY2(again.code == 0, again.err.constData());
        ServerProcess server(restored);
        const QByteArray token = signIn(server.port);
        const auto page = pull(server.port, token);
        QCOMPARE(page->rows.size(), 5U);
        QVERIFY(page->epoch != epoch);
        QCOMPARE(page->safe, std::int64_t{5});
        QVERIFY(!pull(server.port, token, epoch).has_value());
    }

    void a_damaged_backup_is_refused()
    {
        const QString backup = folder->filePath("backup");
        {
            ServerProcess server(data);
            const QByteArray token = signIn(server.port);
            for (std::int64_t n = 1; n <= 20; ++n)
                QCOMPARE(push(server.port, token, n, std::string(3000, 'x')).status, 200);
        }
        QCOMPARE(runServerVerb({"backup", "--data", data, "--to", backup}).code, 0);
        QFile file(backup + "/spaces/" + space + ".sqlite");
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 page = 2; page * 4096 < file.size(); ++page) {
            file.seek(page * 4096);
            file.write(QByteArray(64, '\xaa'));
        }
        file.close();
        const Outcome refused = runServerVerb({"restore", "--from", backup, "--to", folder->filePath("restored")});
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.err.contains("damaged") || refused.err.contains("malformed"));
        QVERIFY(!QFile::exists(folder->filePath("restored")));
        QCOMPARE(runServerVerb({"verify", "--data", backup}).code, 1);
    }
};

QTEST_GUILESS_MAIN(ServerProcessTest)
#include "server_process_test.moc"
