// dure-server on a real PostgreSQL: its verbs, several processes on one database, a database that goes away.
#include "core/domain/content_hash.h"
#include "sync/protocol/account_codec.h"
#include "sync/protocol/codec.h"
#include "sync/server/secrets.h"
#include "sync/server/system_clock.h"
#include "tests/sync/postgres_server.h"
#include "tests/sync/server_process.h"

#include <QElapsedTimer>

#include <future>
#include <thread>

using namespace dure;
using namespace dure::test;
using namespace dure::protocol;

namespace {

QJsonObject parsed(const QByteArray& json) { return QJsonDocument::fromJson(json).object(); }

} // namespace

class PostgresProcessTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<PostgresServer> postgres;
    QStringList database; ///< --postgres URL
    QByteArray space;
    Uuid user;
    server::OpenSslRandom random;
    Uuid incarnation;
    std::int64_t n = 0;

    Uuid newId() { return makeUuidV7(server::SystemClock().nowMs(), random); }
    QByteArray signIn(quint16 port, const std::string& email = "kim@example.com")
    {
        const std::string body = encode(SignInRequest{email, "correct horse", newId(), "PC", schemaVersion});
        return ask(port, "POST", "/v1/session", {}, QByteArray::fromStdString(body))
            .json()["token"]
            .toString()
            .toUtf8();
    }
    static Headers headers(const QByteArray& token)
    {
        return {{"Authorization", "Bearer " + token}, {"Dure-Schema", QByteArray::number(schemaVersion)}};
    }
    RawReply push(quint16 port, const QByteArray& token)
    {
        Mutation mutation{user, 1, "save_customer", {}, {{TableId::Customer, newId(), 0, Op::Create, {}}}};
        mutation.changes[0].fields.known.emplace_back(col::Customer::name, std::string("가온상사"));
        const std::string body = encodeMutation(mutation);
        ++n;
        const PushRequest request{incarnation, "", 1, {{n, hashBytes(body), body}}};
        return ask(
            port, "POST", "/v1/spaces/" + space + "/push", headers(token), QByteArray::fromStdString(encode(request)));
    }
    std::int64_t head(quint16 port, const QByteArray& token)
    {
        return ask(port, "GET", "/v1/spaces/" + space + "/digest", headers(token), {}).json()["seq"].toInteger(-1);
    }
    RawReply watch(quint16 port, const QByteArray& token, std::int64_t from, std::int64_t timeoutMs = 20'000)
    {
        WatchRequest request;
        request.heads[*Uuid::fromString(space.toStdString())] = from;
        request.timeoutMs = timeoutMs;
        return ask(port, "POST", "/v1/watch", headers(token), QByteArray::fromStdString(encode(request)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        postgres = std::make_unique<PostgresServer>();
        const Outcome prepared = runServerVerb({"prepare-postgres", "--postgres",
            QString::fromStdString(postgres->url("dure_owner")), "--role", "dure_app"});
        QVERIFY2(prepared.code == 0, prepared.err);
        database = {"--postgres", QString::fromStdString(postgres->url("dure_app"))};
        const Outcome company
            = runServerVerb(QStringList{"company", "add", "--name", "한빛플라스틱", "--json"} + database);
        QVERIFY2(company.code == 0, company.err);
        space = parsed(company.out)["space"].toString().toUtf8();
        const Outcome added
            = runServerVerb(QStringList{"user", "add", "--company", "한빛플라스틱", "--email", "Kim@example.com",
                                "--name", "김대표", "--role", "owner", "--password-stdin", "--json"}
                    + database,
                "correct horse\n");
        QVERIFY2(added.code == 0, added.err);
        user = *Uuid::fromString(parsed(added.out)["user"].toString().toStdString());
        incarnation = newId();
    }
    void cleanupTestCase() { postgres.reset(); }

    void the_verbs_need_one_store_and_say_so()
    {
        QCOMPARE(runServerVerb({"company", "list"}).code, 2);
        QCOMPARE(runServerVerb(QStringList{"company", "list", "--data", "/tmp/x"} + database).code, 2);
        const Outcome listed = runServerVerb(QStringList{"user", "list"} + database);
        QCOMPARE(listed.code, 0);
        QVERIFY(listed.out.contains("kim@example.com"));
        QCOMPARE(runServerVerb(QStringList{"user", "role", "--company", "한빛플라스틱", "--email", "kim@example.com",
                                   "--role", "owner"}
                     + database)
                     .code,
            0);
        const Outcome nowhere = runServerVerb({"company", "list", "--postgres", "postgresql://x@/x?host=/nonexistent"});
        QCOMPARE(nowhere.code, 1);
        QVERIFY(nowhere.err.contains("cannot be reached"));
        const Outcome owner
            = runServerVerb({"company", "list", "--postgres", QString::fromStdString(postgres->url("dure_owner"))});
        QCOMPARE(owner.code, 1);
        QVERIFY(owner.err.contains("row-level security"));
    }

    void a_watch_on_one_server_hears_a_push_on_another()
    {
        ServerProcess first(database);
        ServerProcess second(database);
        QVERIFY(first.isListening() && second.isListening());
        const QByteArray writer = signIn(first.port);
        const QByteArray reader = signIn(first.port); // and it counts on the other
        QCOMPARE(push(first.port, writer).status, 200);
        std::int64_t known = head(second.port, reader);
        for (int round = 0; round < 5; ++round) {
            auto heard = std::async(std::launch::async, [&] { return watch(second.port, reader, known); });
            QTest::qWait(200); // it waits by now
            QVERIFY(heard.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
            QElapsedTimer time;
            time.start();
            QCOMPARE(push(first.port, writer).status, 200);
            const RawReply reply = heard.get();
            QVERIFY2(time.elapsed() < 3000, qPrintable(QString::number(time.elapsed())));
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.json()["moved"].toObject()[QString(space)].toInteger(), ++known);
        }
    }

    void a_watch_on_one_server_hears_of_a_role_that_changed_on_another()
    {
        const Outcome added
            = runServerVerb(QStringList{"user", "add", "--company", "한빛플라스틱", "--email", "lee@example.com",
                                "--name", "이사무", "--role", "staff", "--password-stdin", "--json"}
                    + database,
                "correct horse\n");
        QVERIFY2(added.code == 0, added.err);
        const QByteArray lee = parsed(added.out)["user"].toString().toUtf8();
        ServerProcess first(database);
        ServerProcess second(database);
        const QByteArray owner = signIn(first.port);
        const QByteArray reader = signIn(second.port, "lee@example.com");
        const std::int64_t known = head(second.port, reader);
        auto heard = std::async(std::launch::async, [&] { return watch(second.port, reader, known); });
        QTest::qWait(200); // it waits by now
        QElapsedTimer time;
        time.start();
        QCOMPARE(ask(first.port, "POST", "/v1/spaces/" + space + "/members/" + lee, headers(owner),
                     QByteArray::fromStdString(encode(RoleRequest{Executive, 0})))
                     .status,
            200);
        const RawReply reply = heard.get();
        QVERIFY2(time.elapsed() < 3000, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(reply.json()["moved"].toObject()[QString(space)].toInteger(-1), known);
    }

    void many_pushes_at_once_are_told_in_few_notifications()
    {
        ServerProcess first(database);
        ServerProcess second(database);
        const QByteArray token = signIn(first.port);
        const auto told = [this] { return postgres->log().count("pg_notify"); };
        const auto before = told();
        constexpr int pushes = 60;
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < pushes; ++i)
            QCOMPARE(push(first.port, token).status, 200);
        const qint64 took = time.elapsed();
        QTest::qWait(200);
        const auto sent = told() - before;
        QVERIFY(sent >= 1);
        // one for each 5 ms at most, and one more that had begun
        QVERIFY2(sent <= took / 5 + 2, qPrintable(QString("%1 in %2 ms").arg(sent).arg(took)));
        QCOMPARE(head(second.port, token), head(first.port, token));
    }

    void two_servers_push_into_one_space_and_nothing_is_lost()
    {
        ServerProcess first(database);
        ServerProcess second(database);
        const QByteArray token = signIn(first.port);
        const std::int64_t before = head(first.port, token);
        const auto pushMany = [this](quint16 port, const QByteArray& by, const Uuid& as) {
            int done = 0;
            for (std::int64_t number = 1; number <= 20; ++number) {
                Mutation mutation{user, 1, "save_customer", {}, {{TableId::Customer, newId(), 0, Op::Create, {}}}};
                mutation.changes[0].fields.known.emplace_back(col::Customer::name, std::string("가온상사"));
                const std::string body = encodeMutation(mutation);
                const PushRequest request{as, "", 1, {{number, hashBytes(body), body}}};
                done += ask(port, "POST", "/v1/spaces/" + space + "/push", headers(by),
                            QByteArray::fromStdString(encode(request)))
                            .status
                    == 200;
            }
            return done;
        };
        auto one = std::async(std::launch::async, pushMany, first.port, token, newId());
        auto two = std::async(std::launch::async, pushMany, second.port, token, newId());
        QCOMPARE(one.get() + two.get(), 40);
        QCOMPARE(head(first.port, token), before + 40);
        QCOMPARE(head(second.port, token), before + 40);
    }

    void a_company_is_moved_to_files_and_served_from_there()
    {
        QByteArray token;
        std::int64_t before = 0;
        {
            ServerProcess server(database);
            token = signIn(server.port);
            QCOMPARE(push(server.port, token).status, 200);
            before = head(server.port, token);
        }
        QTemporaryDir folder;
        const QString data = folder.filePath("data");
        const Outcome moved
            = runServerVerb({"migrate-store", "--from", database[1], "--to", data, "--company", "한빛플라스틱"});
        QVERIFY2(moved.code == 0, moved.err);
        QVERIFY2(moved.out.startsWith("1 companies"), moved.out);
        {
            ServerProcess server(data);
            QVERIFY(server.isListening());
            QCOMPARE(head(server.port, token), before); // the same token, the same head
            const Outcome busy = runServerVerb({"migrate-store", "--from", data, "--to", database[1]});
            QCOMPARE(busy.code, 1);
            QVERIFY(busy.err.contains("in use by another dure-server"));
        }
        for (const QStringList& verify : {QStringList{"--data", data}, database})
            QCOMPARE(runServerVerb(QStringList{"verify"} + verify).code, 0);
        QCOMPARE(runServerVerb({"migrate-store", "--from", folder.filePath("none"), "--to", database[1]}).code, 1);
        const Outcome backedUp = runServerVerb(QStringList{"backup", "--to", folder.filePath("backup")} + database);
        QVERIFY2(backedUp.code == 0, backedUp.err);
        QCOMPARE(runServerVerb({"verify", "--data", folder.filePath("backup")}).code, 0);
        QCOMPARE(runServerVerb({"restore", "--from", folder.filePath("backup")}).code, 2);
    }

    void a_killed_server_leaves_the_others_at_work()
    {
        ServerProcess first(database);
        ServerProcess second(database);
        const QByteArray token = signIn(first.port);
        QCOMPARE(push(first.port, token).status, 200);
        first.kill();
        QCOMPARE(push(second.port, token).status, 200);
        QCOMPARE(second.terminate(), 0);
    }

    void while_the_database_is_away_requests_are_unavailable_and_then_go_on()
    {
        ServerProcess server(database);
        const QByteArray token = signIn(server.port);
        QCOMPARE(push(server.port, token).status, 200);
        const std::int64_t before = head(server.port, token);
        postgres->stop();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(push(server.port, token).status, 503);
            --n; // and sent again under the same number
        }
        postgres->start();
        RawReply reply;
        for (int tries = 0; tries < 20 && reply.status != 200; ++tries) {
            reply = push(server.port, token);
            if (reply.status != 200)
                --n;
        }
        QCOMPARE(reply.status, 200);
        QCOMPARE(head(server.port, token), before + 1);
        // those who listened do so again: a watch hears of the next push
        auto heard = std::async(std::launch::async, [&] { return watch(server.port, token, before + 1); });
        QTest::qWait(100);
        QCOMPARE(push(server.port, token).status, 200);
        QCOMPARE(heard.get().status, 200);
        QCOMPARE(server.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(PostgresProcessTest)
#include "postgres_process_test.moc"
