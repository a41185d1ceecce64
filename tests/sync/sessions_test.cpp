// Who may come in, and what a token opens.
#include "tests/sync/cloud_fixture.h"

using namespace dure;
using namespace dure::test;

namespace {

constexpr std::int64_t dayMs = 86'400'000;
const QByteArray emptyPull = quoted("{'epoch':'','cursors':{}}");

} // namespace

class SessionsTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Cloud> cloud;

    RawReply pull(const QByteArray& token)
    {
        return ask(cloud->port, "POST", cloud->spacePath("pull"), Cloud::headers(token), emptyPull);
    }
    RawReply handover(const QByteArray& token, const Uuid& user, const Uuid& incarnation)
    {
        return cloud->post(
            token, cloud->spacePath("handover"), encode(cloud->customerPush(user, incarnation, 1, cloud->newId())));
    }
    Uuid deviceOf(const QByteArray& token) { return cloud->sessions.find(token.toStdString())->device; }

private Q_SLOTS:
    void init() { cloud = std::make_unique<Cloud>(); }

    void signing_in_names_the_user_and_the_spaces()
    {
        const RawReply reply = cloud->signInReply(" Owner@Example.COM ", "correct horse", cloud->newId());
        QCOMPARE(reply.status, 200);
        const auto session = protocol::decode<protocol::SessionReply>(reply.body.toStdString());
        QVERIFY(session.has_value());
        QVERIFY(session->user == cloud->owner);
        QCOMPARE(session->spaces.size(), 1U);
        QVERIFY(session->spaces[0].space == cloud->company.space);
        QCOMPARE(session->spaces[0].role, std::uint8_t{Owner});
        QCOMPARE(session->spaces[0].epoch.size(), 16U);
        const RawReply again
            = ask(cloud->port, "GET", "/v1/session", Cloud::headers(QByteArray::fromStdString(session->token)));
        QCOMPARE(again.status, 200);
        QVERIFY(!again.json().contains("token"));
    }

    void a_wrong_password_and_an_unknown_email_get_the_same_answer()
    {
        const RawReply wrong = cloud->signInReply("owner@example.com", "correct horsf", cloud->newId());
        const RawReply unknown = cloud->signInReply("nobody@example.com", "correct horse", cloud->newId());
        QCOMPARE(wrong.status, 401);
        QCOMPARE(wrong.error(), QByteArray("wrong_password"));
        QCOMPARE(unknown.status, wrong.status);
        QCOMPARE(unknown.body, wrong.body);
    }

    void an_unknown_email_costs_as_much_time_as_a_wrong_password()
    {
        const auto cost = [this](const char* email) {
            QElapsedTimer clock;
            clock.start();
            for (int i = 0; i < 4; ++i)
                cloud->signInReply(email, "wrong", cloud->newId());
            return clock.nsecsElapsed();
        };
        const qint64 unknown = cost("nobody@example.com");
        const qint64 known = cost("owner@example.com");
        QVERIFY2(unknown > known / 4, qPrintable(QString("%1 %2").arg(unknown).arg(known)));
    }

    void guessing_is_slowed_down_and_good_attempts_do_not_count()
    {
        const Uuid device = cloud->newId();
        for (int i = 0; i < 30; ++i)
            QVERIFY(!cloud->signIn("owner@example.com", device).isEmpty());
        for (int i = 0; i < 10; ++i)
            QCOMPARE(cloud->signInReply("owner@example.com", "guess", device).status, 401);
        const RawReply limited = cloud->signInReply("owner@example.com", "correct horse", device);
        QCOMPARE(limited.status, 429);
        QVERIFY(limited.headers.contains("retry-after"));
        cloud->clock.now += 61'000;
        QCOMPARE(cloud->signInReply("owner@example.com", "correct horse", device).status, 200);
    }

    void one_address_cannot_try_many_emails()
    {
        int limited = 0;
        for (int i = 0; i < 70; ++i) {
            const std::string email = "user" + std::to_string(i) + "@example.com";
            limited += cloud->signInReply(email, "guess", cloud->newId()).status == 429 ? 1 : 0;
        }
        QVERIFY2(limited >= 10, qPrintable(QString::number(limited)));
    }

    void without_a_good_token_nothing_opens()
    {
        QCOMPARE(ask(cloud->port, "POST", cloud->spacePath("pull"), {}, emptyPull).status, 401);
        QCOMPARE(pull("").status, 401);
        QCOMPARE(pull(QByteArray(64, 'a')).status, 401);
        const QByteArray token = cloud->signIn();
        QCOMPARE(
            ask(cloud->port, "POST", cloud->spacePath("pull"), {{"Authorization", "Basic " + token}}, emptyPull).status,
            401);
        QCOMPARE(pull(token).status, 200);
    }

    void a_foreign_space_and_a_missing_one_look_the_same()
    {
        const server::Company other = *cloud->accounts.addCompany("다른회사", "");
        cloud->accounts.addUser(other, "other@example.com", "남", Owner, "correct horse");
        const QByteArray token = cloud->signIn("other@example.com", cloud->newId());
        const RawReply foreign = pull(token);
        const QByteArray missing = "/v1/spaces/" + QByteArray::fromStdString(cloud->newId().toString()) + "/pull";
        const RawReply absent = ask(cloud->port, "POST", missing, Cloud::headers(token), emptyPull);
        QCOMPARE(foreign.status, 403);
        QCOMPARE(absent.status, 403);
        QCOMPARE(foreign.body, absent.body);
        const std::string watch = encode(protocol::WatchRequest{{{cloud->company.space, 0}}, 100});
        QCOMPARE(cloud->post(token, "/v1/watch", watch).status, 403);
        QCOMPARE(handover(token, cloud->owner, cloud->newId()).status, 403);
    }

    void a_mutation_signed_with_another_users_name_is_rejected()
    {
        const Uuid staff = cloud->addUser("staff@example.com", Staff);
        Q_UNUSED(staff);
        const QByteArray token = cloud->signIn("staff@example.com", cloud->newId());
        const RawReply reply = cloud->pushCustomer(token); // made in the owner's name
        QCOMPARE(reply.status, 200);
        const auto result = protocol::decode<protocol::PushReply>(reply.body.toStdString())->results.at(0);
        QVERIFY(result.reason == protocol::RejectReason::WrongUser);
    }

    void executives_read_and_do_not_write()
    {
        const Uuid executive = cloud->addUser("boss@example.com", Executive);
        const QByteArray token = cloud->signIn("boss@example.com", cloud->newId());
        QCOMPARE(pull(token).status, 200);
        const RawReply reply = cloud->post(
            token, cloud->spacePath("push"), encode(cloud->customerPush(executive, cloud->newId(), 1, cloud->newId())));
        const auto result = protocol::decode<protocol::PushReply>(reply.body.toStdString())->results.at(0);
        QVERIFY(result.reason == protocol::RejectReason::NotAllowed);
    }

    void a_client_too_old_may_read_and_not_write()
    {
        const QByteArray token = cloud->signIn();
        const Headers old = {{"Authorization", "Bearer " + token}, {"Dure-Schema", "0"}};
        QCOMPARE(ask(cloud->port, "POST", cloud->spacePath("pull"), old, emptyPull).status, 200);
        const QByteArray push = QByteArray::fromStdString(
            encode(cloud->customerPush(cloud->owner, cloud->incarnation, 1, cloud->newId())));
        const RawReply reply = ask(cloud->port, "POST", cloud->spacePath("push"), old, push);
        QCOMPARE(reply.status, 426);
        QCOMPARE(reply.error(), QByteArray("upgrade_needed"));
    }

    void signing_out_ends_the_token_and_leaves_the_handover()
    {
        const QByteArray token = cloud->signIn();
        const QByteArray other = cloud->signIn();
        for (int i = 0; i < 2; ++i) // the first reply may have been lost
            QCOMPARE(ask(cloud->port, "DELETE", "/v1/session", Cloud::headers(token)).status, 200);
        QCOMPARE(pull(token).status, 401);
        QCOMPARE(cloud->pushCustomer(token).status, 401);
        QCOMPARE(handover(token, cloud->owner, cloud->newId()).status, 200);
        QCOMPARE(pull(other).status, 200);
    }

    void a_revoked_device_may_hand_over_and_nothing_else()
    {
        const QByteArray token = cloud->signIn();
        const Uuid device = deviceOf(token);
        QCOMPARE(cloud->accounts.revokeDevice(device).value(), 1);
        QCOMPARE(pull(token).status, 401);
        QCOMPARE(ask(cloud->port, "GET", "/v1/session", Cloud::headers(token)).status, 401);
        QCOMPARE(cloud->pushCustomer(token).status, 401);
        const RawReply kept = handover(token, cloud->owner, cloud->newId());
        QCOMPARE(kept.status, 200);
        QCOMPARE(kept.json()["kept"].toInt(), 1);
        QCOMPARE(cloud->signInReply("owner@example.com", "correct horse", device).status, 403);
    }

    void handing_over_without_end_is_limited()
    {
        const QByteArray token = cloud->signIn();
        const Uuid incarnation = cloud->newId();
        int limited = 0;
        for (int i = 0; i < 30; ++i)
            limited += handover(token, cloud->owner, incarnation).status == 429 ? 1 : 0;
        QCOMPARE(limited, 10);
    }

    void a_member_whose_role_ended_keeps_the_handover_alone()
    {
        const Uuid staff = cloud->addUser("staff@example.com", Staff);
        const QByteArray token = cloud->signIn("staff@example.com", cloud->newId());
        QCOMPARE(pull(token).status, 200);
        QVERIFY(cloud->accounts.setRole(cloud->company, "staff@example.com", 0).has_value());
        QCOMPARE(pull(token).status, 403);
        QCOMPARE(handover(token, staff, cloud->newId()).status, 200);
        const RawReply session = ask(cloud->port, "GET", "/v1/session", Cloud::headers(token));
        QVERIFY(session.json()["spaces"].toArray().isEmpty());
    }

    void a_changed_role_raises_the_grants_version()
    {
        cloud->addUser("staff@example.com", Staff);
        const QByteArray token = cloud->signIn("staff@example.com", cloud->newId());
        const int before = pull(token).json()["grants"].toInt();
        QVERIFY(cloud->accounts.setRole(cloud->company, "staff@example.com", Executive).has_value());
        QCOMPARE(pull(token).json()["grants"].toInt(), before + 1);
    }

    void a_token_unused_for_ninety_days_expires_and_use_keeps_it_alive()
    {
        const QByteArray token = cloud->signIn();
        for (int i = 0; i < 3; ++i) {
            cloud->clock.now += 60 * dayMs;
            QCOMPARE(pull(token).status, 200);
        }
        cloud->clock.now += 91 * dayMs;
        QCOMPARE(pull(token).status, 401);
        QCOMPARE(handover(token, cloud->owner, cloud->newId()).status, 200);
    }

    void a_new_password_ends_all_sessions()
    {
        const QByteArray token = cloud->signIn();
        QVERIFY(cloud->accounts.setPassword("owner@example.com", "battery staple").has_value());
        QCOMPARE(pull(token).status, 401);
        QCOMPARE(cloud->signInReply("owner@example.com", "correct horse", cloud->newId()).status, 401);
        QCOMPARE(cloud->signInReply("owner@example.com", "battery staple", cloud->newId()).status, 200);
    }

    void neither_passwords_nor_tokens_lie_in_the_files()
    {
        const QByteArray token = cloud->signIn();
        for (const char* name : {"/accounts.sqlite", "/accounts.sqlite-wal"}) {
            QFile file(QString::fromStdString(cloud->data) + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains(token));
            QVERIFY(!bytes.contains(QByteArray::fromHex(token)));
            QVERIFY(!bytes.contains("correct horse"));
        }
    }

    void metrics_are_kept_from_other_machines()
    {
        QCOMPARE(ask(cloud->port, "GET", "/metrics").status, 200);
        QCOMPARE(ask(cloud->port, "GET", "/metrics", {{"X-Forwarded-For", "127.0.0.1, 203.0.113.7"}}).status, 403);
    }
};

QTEST_GUILESS_MAIN(SessionsTest)
#include "sessions_test.moc"
