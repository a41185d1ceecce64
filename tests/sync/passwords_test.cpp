// Changing a password, getting in again without it, and the second factor.
#include "sync/server/totp.h"
#include "tests/sync/people_fixture.h"

#include <QRegularExpression>

using namespace dure;
using namespace dure::test;
using namespace dure::protocol;

namespace {

std::string fromBase32(const std::string& text)
{
    std::string bytes;
    std::uint32_t bits = 0;
    int held = 0;
    for (char c : text) {
        bits = bits << 5 | static_cast<std::uint32_t>(c >= 'A' ? c - 'A' : c - '2' + 26);
        held += 5;
        if (held >= 8) {
            held -= 8;
            bytes += static_cast<char>(bits >> held & 255U);
        }
    }
    return bytes;
}

} // namespace

class PasswordsTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<People> cloud;
    QByteArray owner;
    const Uuid device = Uuid::fromString("01a20bd3-358c-783c-ad57-f48c691d1851").value();

    RawReply signIn(const std::string& password, const std::string& code = {})
    {
        const SignInRequest request{"owner@example.com", password, device, "PC", schemaVersion, code};
        return ask(cloud->port, "POST", "/v1/session", {}, QByteArray::fromStdString(encode(request)));
    }
    RawReply reset(const std::string& email, const std::string& code, const std::string& password = "battery staple")
    {
        const std::string body = encode(PasswordResetRequest{email, code, password});
        return ask(cloud->port, "POST", "/v1/password-reset", {}, QByteArray::fromStdString(body));
    }
    RawReply makeCode(const QByteArray& token, const std::string& email)
    {
        return cloud->send(token, cloud->spacePath("reset-codes"), ResetCodeRequest{email});
    }
    std::string now(const std::string& secret, int steps = 0) const
    {
        return server::totpCode(secret, cloud->clock.now / server::totpStepMs + steps);
    }
    /// Sets a second factor up for the owner; the secret and the recovery codes.
    std::pair<std::string, std::vector<std::string>> setUp()
    {
        const auto begun = People::read<SecondFactorReply>(
            cloud->send(owner, "/v1/second-factor", SecondFactorRequest{"correct horse"}));
        const std::string secret = fromBase32(begun.secret);
        const auto codes = People::read<RecoveryCodesReply>(
            cloud->send(owner, "/v1/second-factor/confirm", SecondFactorCode{now(secret)}));
        cloud->clock.now += 10 * server::totpStepMs;
        return {secret, codes.codes};
    }

private Q_SLOTS:
    void init()
    {
        cloud = std::make_unique<People>();
        owner = cloud->signIn();
    }

    void a_changed_password_keeps_this_session_and_ends_the_others()
    {
        const QByteArray other = cloud->signIn();
        const auto change = [this](const std::string& from, const std::string& to) {
            return cloud->send(owner, "/v1/password", PasswordChangeRequest{from, to});
        };
        QCOMPARE(change("wrong horse", "battery staple").error(), QByteArray("wrong_password"));
        QCOMPARE(change("correct horse", "short").error(), QByteArray("weak_password"));
        QCOMPARE(change("correct horse", "battery staple").status, 200);
        QCOMPARE(cloud->pull(owner).status, 200);
        QCOMPARE(cloud->pull(other).error(), QByteArray("unauthorized"));
        QCOMPARE(signIn("correct horse").status, 401);
        QCOMPARE(signIn("battery staple").status, 200);
    }

    void guessing_the_old_password_is_slowed_down()
    {
        int limited = 0;
        for (int i = 0; i < 15; ++i)
            limited
                += cloud->send(owner, "/v1/password", PasswordChangeRequest{"guess", "battery staple"}).status == 429;
        QCOMPARE(limited, 5);
    }

    void an_owner_makes_a_code_that_sets_a_new_password_once()
    {
        const QByteArray lee = cloud->join(cloud->invite(owner, {Staff}).code, "lee@example.com");
        const std::string code = People::read<ResetCodeReply>(makeCode(owner, "Lee@example.com")).code;
        QCOMPARE(cloud->pull(lee).status, 200); // until it is used nothing changes
        QCOMPARE(reset("lee@example.com", code, "short").error(), QByteArray("weak_password"));
        QCOMPARE(reset("lee@example.com", code).status, 200);
        QCOMPARE(cloud->pull(lee).status, 401);
        QCOMPARE(cloud->signInReply("lee@example.com", "battery staple", cloud->newId()).status, 200);
        QCOMPARE(reset("lee@example.com", code, "third password").error(), QByteArray("wrong_code"));
    }

    void a_newer_code_or_a_day_makes_a_code_void()
    {
        const std::string first = People::read<ResetCodeReply>(makeCode(owner, "owner@example.com")).code;
        const std::string second = People::read<ResetCodeReply>(makeCode(owner, "owner@example.com")).code;
        QCOMPARE(reset("owner@example.com", first).status, 401);
        cloud->clock.now += People::dayMs + 1;
        QCOMPARE(reset("owner@example.com", second).status, 401);
    }

    void resetting_tells_nothing_of_accounts()
    {
        const RawReply known = reset("owner@example.com", "aaaa-bbbb-cccc");
        const RawReply unknown = reset("nobody@example.com", "aaaa-bbbb-cccc");
        QCOMPARE(known.status, 401);
        QCOMPARE(known.body, unknown.body);
        const RawReply nobody = makeCode(owner, "nobody@example.com");
        QCOMPARE(nobody.status, 403);
        const server::Company other = *cloud->accounts.addCompany("다른회사", "");
        cloud->accounts.addUser(other, "o@example.com", "남", Owner, "correct horse");
        QCOMPARE(makeCode(owner, "o@example.com").body, nobody.body);
        cloud->accounts.addUser(cloud->company, "o@example.com", "", Staff, ""); // a member here, but not here alone
        QCOMPARE(makeCode(owner, "o@example.com").body, nobody.body);
        QCOMPARE(makeCode(owner, "not an address").body, nobody.body);
    }

    void guessing_reset_codes_is_slowed_down()
    {
        int limited = 0;
        for (int i = 0; i < 15; ++i)
            limited += reset("owner@example.com", "aaaa-bbbb-cccc").status == 429 ? 1 : 0;
        QCOMPARE(limited, 5);
    }

    void an_operator_may_for_everybody_but_operators()
    {
        const server::Space platform = *cloud->accounts.addSpace(SpaceKind::Platform, std::nullopt, "두레");
        cloud->accounts.addUser(platform.id, "op@example.com", "운영", Operator, "correct horse");
        cloud->accounts.addUser(platform.id, "op2@example.com", "운영", Operator, "correct horse");
        const QByteArray op = cloud->signIn("op@example.com");
        const auto make = [&](const std::string& email) {
            return cloud->send(op, cloud->pathIn(platform.id, "reset-codes"), ResetCodeRequest{email});
        };
        const std::string code = People::read<ResetCodeReply>(make("owner@example.com")).code;
        QCOMPARE(reset("owner@example.com", code).status, 200);
        QCOMPARE(make("op2@example.com").status, 403);
        QCOMPARE(make("op2@example.com").body, make("nobody@example.com").body);
        QCOMPARE(makeCode(op, "owner@example.com").status, 403); // a company is not the operator's
    }

    void codes_are_those_of_the_rfc()
    {
        const std::string secret = "12345678901234567890"; // RFC 6238, appendix B
        const std::pair<std::int64_t, std::string> vectors[] = {{59, "94287082"}, {1111111109, "07081804"},
            {1111111111, "14050471"}, {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
        for (const auto& [seconds, code] : vectors)
            QCOMPARE(server::totpCode(secret, seconds / 30, 8), code);
        QCOMPARE(server::base32("foobar"), std::string("MZXW6YTBOI")); // RFC 4648, 10
        QCOMPARE(fromBase32("MZXW6YTBOI"), std::string("foobar"));
    }

    void with_a_second_factor_a_password_alone_does_not_open()
    {
        const auto [secret, recovery] = setUp();
        QCOMPARE(recovery.size(), 10U);
        QCOMPARE(signIn("correct horse").error(), QByteArray("second_factor"));
        QCOMPARE(signIn("wrong horse", now(secret)).error(), QByteArray("wrong_password"));
        QCOMPARE(signIn("correct horse", "000000").error(), QByteArray("second_factor"));
        QCOMPARE(signIn("correct horse", now(secret)).status, 200);
        QCOMPARE(signIn("correct horse", now(secret)).error(), QByteArray("second_factor")); // a code opens once
        QCOMPARE(signIn("correct horse", now(secret, 1)).status, 200); // a telephone that is fast
        QCOMPARE(signIn("correct horse", now(secret, 2)).error(), QByteArray("second_factor"));
        const auto members = People::read<MembersReply>(cloud->get(owner, cloud->spacePath("members"))).members;
        QVERIFY(members[0].secondFactor);
    }

    void guessing_codes_is_slowed_down()
    {
        const auto [secret, recovery] = setUp();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(signIn("correct horse", "000000").error(), QByteArray("second_factor"));
        QCOMPARE(signIn("correct horse", now(secret)).status, 429);
    }

    void a_recovery_code_opens_once()
    {
        const auto [secret, recovery] = setUp();
        QCOMPARE(signIn("correct horse", recovery[3]).status, 200);
        QCOMPARE(signIn("correct horse", recovery[3]).error(), QByteArray("second_factor"));
        QCOMPARE(signIn("correct horse", recovery[4]).status, 200);
    }

    void it_is_not_on_before_a_first_code_and_can_be_taken_off()
    {
        const auto begin
            = [this] { return cloud->send(owner, "/v1/second-factor", SecondFactorRequest{"correct horse"}); };
        QCOMPARE(cloud->send(owner, "/v1/second-factor", SecondFactorRequest{"wrong"}).status, 401);
        const auto begun = People::read<SecondFactorReply>(begin());
        QVERIFY(begun.uri.starts_with("otpauth://totp/Dure:owner%40example.com?secret=" + begun.secret));
        QCOMPARE(signIn("correct horse").status, 200);
        QCOMPARE(cloud->send(owner, "/v1/second-factor/confirm", SecondFactorCode{"000000"}).error(),
            QByteArray("wrong_code"));
        const auto [secret, recovery] = setUp(); // begun anew: the first secret is void
        QVERIFY(secret != fromBase32(begun.secret));
        QCOMPARE(begin().error(), QByteArray("already"));
        const auto remove = [this](const std::string& code) {
            return cloud->send(owner, "/v1/second-factor/remove", SecondFactorRemoval{"correct horse", code});
        };
        QCOMPARE(remove("").error(), QByteArray("second_factor"));
        QCOMPARE(remove(now(secret)).status, 200);
        QCOMPARE(signIn("correct horse").status, 200);
    }

    void staff_are_not_offered_one()
    {
        const QByteArray lee = cloud->join(cloud->invite(owner, {Staff}).code, "lee@example.com");
        QCOMPARE(cloud->send(lee, "/v1/second-factor", SecondFactorRequest{"correct horse"}).status, 403);
    }

    void joining_asks_for_the_second_factor_too()
    {
        const auto [secret, recovery] = setUp();
        const server::Company other = *cloud->accounts.addCompany("다른회사", "");
        cloud->accounts.addUser(other, "o@example.com", "남", Owner, "correct horse");
        const QByteArray theirs = cloud->signIn("o@example.com");
        const auto invite = People::read<InviteReply>(
            cloud->send(theirs, cloud->pathIn(other.space, "invites"), InviteRequest{Staff, "owner@example.com"}));
        QCOMPARE(cloud->joinReply(invite.code, "owner@example.com").error(), QByteArray("second_factor"));
        const JoinRequest request{
            invite.code, "owner@example.com", "사람", "correct horse", cloud->newId(), "PC", now(secret)};
        QCOMPARE(ask(cloud->port, "POST", "/v1/join", {}, QByteArray::fromStdString(encode(request))).status, 200);
    }

    void secrets_and_codes_are_neither_kept_in_clear_nor_answered_again()
    {
        const auto [secret, recovery] = setUp();
        const std::string invite = cloud->invite(owner, {Staff}).code;
        const std::string code = People::read<ResetCodeReply>(makeCode(owner, "owner@example.com")).code;
#ifdef DURE_TEST_POSTGRES
        for (const char* name : {"invite", "reset_code", "recovery_code"}) {
            const QByteArray bytes = PostgresCloud::shared().server.execute(
                QString("SELECT encode(convert_to(t::text, 'UTF8'), 'escape') FROM dure.%1 t").arg(name),
                PostgresCloud::shared().latest());
            QVERIFY(!bytes.isEmpty());
            for (std::string each : {invite, code, recovery[0]}) {
                std::erase(each, '-');
                QVERIFY(!bytes.contains(QByteArray::fromStdString(each)));
            }
        }
#else
        for (const char* name : {"/accounts.sqlite", "/accounts.sqlite-wal"}) {
            QFile file(QString::fromStdString(cloud->data) + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (std::string each : {invite, code, recovery[0]}) {
                QVERIFY(!bytes.contains(QByteArray::fromStdString(each)));
                std::erase(each, '-');
                QVERIFY(!bytes.contains(QByteArray::fromStdString(each)));
            }
        }
#endif
        const QByteArray shown = QByteArray::fromStdString(server::base32(secret));
        for (const QByteArray& path : {QByteArray("/v1/session"), QByteArray("/v1/devices"),
                 cloud->spacePath("members"), cloud->spacePath("invites"), cloud->spacePath("devices")}) {
            const RawReply reply = cloud->get(owner, path);
            QCOMPARE(reply.status, 200);
            QVERIFY(!reply.body.contains(shown) && !reply.body.contains(QByteArray::fromStdString(invite)));
        }
    }
};

QTEST_GUILESS_MAIN(PasswordsTest)
#include "passwords_test.moc"
