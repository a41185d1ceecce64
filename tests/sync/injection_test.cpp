// SQL and headers in everything that is text, and answers whose time would tell who has an account.
#include "tests/sync/sample_bodies.h"

using namespace dure;
using namespace dure::test;
using namespace dure::protocol;

namespace {

const QStringList poisons = {"'; DROP TABLE \"user\"; --", "\" OR \"1\"=\"1", "') OR 1=1 --", "a\r\nSet-Cookie: x=1",
    "%00", QString(QChar(0)) + "x", "$1", "%s%n", "\\", "가'나\"다"};

/// The body once for each text in it, with that one replaced.
QList<QByteArray> poisoned(const QJsonObject& body, const QString& poison)
{
    QList<QByteArray> bodies;
    for (auto field = body.begin(); field != body.end(); ++field) {
        if (!field->isString())
            continue;
        QJsonObject changed = body;
        changed[field.key()] = poison;
        bodies << QJsonDocument(changed).toJson(QJsonDocument::Compact);
        changed[field.key()] = field->toString() + poison; // a good beginning gets further in
        bodies << QJsonDocument(changed).toJson(QJsonDocument::Compact);
    }
    return bodies;
}

} // namespace

class InjectionTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<People> cloud;
    QByteArray owner;

    static void checkAnswer(const RawReply& reply, const QString& what)
    {
        QVERIFY2(reply.status >= 200 && reply.status < 500, qPrintable(what));
        QVERIFY2(!reply.headers.contains("set-cookie"), qPrintable(what));
        QVERIFY2(!reply.body.contains("SQL") && !reply.body.contains("syntax"), qPrintable(what));
    }
    qint64 cost(const std::function<void()>& request)
    {
        qint64 least = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 4; ++i) {
            QElapsedTimer clock;
            clock.start();
            request();
            least = std::min(least, clock.nsecsElapsed());
        }
        return least;
    }

private Q_SLOTS:
    void init()
    {
        cloud = std::make_unique<People>();
        owner = cloud->signIn();
    }

    void sql_and_headers_in_every_text_field_are_only_text()
    {
        const server::Space platform = *cloud->accounts.addSpace(SpaceKind::Platform, std::nullopt, "두레");
        cloud->accounts.addUser(platform.id, "owner@example.com", {}, Operator, {});
        const auto members = cloud->accounts.members(std::nullopt).size();
        int sent = 0;
        for (const Operation& operation : documentedOperations()) {
            if (operation.request.isEmpty())
                continue;
            const QJsonObject body = QJsonDocument::fromJson(sampleBody(*cloud, operation.request)).object();
            for (const QString& poison : poisons)
                for (const QByteArray& bytes : poisoned(body, poison)) {
                    cloud->clock.now += 600'000; // past the limits of attempts
                    const QByteArray path
                        = pathOf(operation, People::text(cloud->company.space), People::text(cloud->newId()));
                    checkAnswer(ask(cloud->port, operation.method.toUtf8(), path, Cloud::headers(owner), bytes),
                        operation.name() + " " + QString::fromUtf8(bytes));
                    if (QTest::currentTestFailed())
                        return;
                    ++sent;
                }
        }
        QVERIFY2(sent > 500, qPrintable(QString::number(sent)));
        QCOMPARE(cloud->accounts.members(std::nullopt).size(), members);
        QVERIFY(!cloud->signIn().isEmpty());
        QCOMPARE(cloud->pull(owner).status, 200);
    }

    void poison_that_is_kept_comes_back_as_it_was()
    {
        const std::string name = "'; DROP TABLE \"user\"; -- 가";
        const auto invite = cloud->invite(owner, {Staff});
        const JoinRequest request{invite.code, "o'brien+x@example.com", name, "correct horse", cloud->newId(), name};
        const RawReply joined = ask(cloud->port, "POST", "/v1/join", {}, QByteArray::fromStdString(encode(request)));
        QCOMPARE(joined.status, 200);
        QCOMPARE(cloud->pull(joined.json()["token"].toString().toUtf8()).status, 200);
        const auto members = People::read<MembersReply>(cloud->get(owner, cloud->spacePath("members"))).members;
        QVERIFY(std::ranges::any_of(members, [&](const MemberEntry& each) { return each.name == name; }));
        const auto devices = People::read<DevicesReply>(cloud->get(owner, cloud->spacePath("devices"))).devices;
        QCOMPARE(devices.at(0).name, name);
    }

    void lines_in_paths_and_headers_break_no_answer()
    {
        for (const QByteArray& path : {QByteArray("/v1/spaces/x%0d%0aSet-Cookie:%20a/digest"),
                 cloud->spacePath("history") + "?table=x%0d%0aSet-Cookie:%20a&row=" + People::text(cloud->newId()),
                 QByteArray("/v1/nothing%0d%0aSet-Cookie:%20a")})
            checkAnswer(cloud->get(owner, path), QString::fromUtf8(path));
        RawConnection connection(cloud->port);
        connection.send("GET /v1/session HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer a\rSet-Cookie: b\r\n\r\n");
        const RawReply reply = connection.receive();
        QVERIFY(reply.status == 400 || reply.status == 401);
        QVERIFY(!reply.headers.contains("set-cookie"));
    }

    void joining_and_resetting_take_as_long_for_nobody_as_for_somebody()
    {
        const auto join = [this](const std::string& code, const std::string& email) {
            return cost([&, this] {
                cloud->clock.now += 600'000;
                cloud->joinReply(code, email, "guess guess");
            });
        };
        const std::string code = cloud->invite(owner, {Staff, "owner@example.com", 0, 30}).code;
        const qint64 known = join(code, "owner@example.com");
        for (const auto& [each, email] : {std::pair("aaaa-bbbb-cccc", "owner@example.com"),
                 std::pair("aaaa-bbbb-cccc", "nobody@example.com"), std::pair(code.c_str(), "nobody@example.com")})
            QVERIFY2(join(each, email) > known / 4, email);
        const auto reset = [this](const std::string& email) {
            return cost([&, this] {
                cloud->clock.now += 600'000;
                const std::string body = encode(PasswordResetRequest{email, "aaaa-bbbb-cccc", "battery staple"});
                ask(cloud->port, "POST", "/v1/password-reset", {}, QByteArray::fromStdString(body));
            });
        };
        const qint64 unknown = reset("nobody@example.com");
        const qint64 somebody = reset("owner@example.com");
        QVERIFY(unknown > somebody / 4 && somebody > unknown / 4);
    }
};

QTEST_GUILESS_MAIN(InjectionTest)
#include "injection_test.moc"
