// Who joins, what a changed role changes, what becomes of a revoked device.
#include "tests/sync/people_fixture.h"

using namespace dure;
using namespace dure::test;
using namespace dure::protocol;

class PeopleTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<People> cloud;
    QByteArray owner;

    QByteArray staff(const std::string& email = "staff@example.com")
    {
        return cloud->join(cloud->invite(owner, {Staff}).code, email);
    }
    RawReply coordinatorReply(std::int64_t until, const std::string& email = "park@example.com")
    {
        return cloud->send(owner, cloud->spacePath("invites"), InviteRequest{Coordinator, email, until});
    }

private Q_SLOTS:
    void init()
    {
        cloud = std::make_unique<People>();
        owner = cloud->signIn();
        QCOMPARE(owner.size(), 64);
    }

    void who_joins_by_code_is_a_member_with_that_role()
    {
        const InviteReply invite = cloud->invite(owner, {Executive});
        QCOMPARE(invite.code.size(), 14U);
        const RawReply reply = cloud->joinReply(
            QString::fromStdString(invite.code).toUpper().replace("-", " ").toStdString(), "Boss@Example.com");
        QCOMPARE(reply.status, 200);
        const auto session = People::read<SessionReply>(reply);
        QCOMPARE(session.spaces.size(), 1U);
        QCOMPARE(session.spaces[0].role, std::uint8_t{Executive});
        QCOMPARE(session.userName, std::string("새사람"));
        QCOMPARE(cloud->pull(QByteArray::fromStdString(session.token)).status, 200);
        const auto members = People::read<MembersReply>(cloud->get(owner, cloud->spacePath("members"))).members;
        QCOMPARE(members.size(), 2U);
        QCOMPARE(members[1].email, std::string("boss@example.com"));
        const auto invites = People::read<InvitesReply>(cloud->get(owner, cloud->spacePath("invites"))).invites;
        QCOMPARE(invites.size(), 1U);
        QVERIFY(invites[0].state == InviteState::Used);
        QVERIFY(!cloud->signInReply("boss@example.com", "correct horse", cloud->newId()).json()["token"].isNull());
    }

    void a_code_opens_once_even_for_two_at_once()
    {
        for (int round = 0; round < 5; ++round) {
            const std::string code = cloud->invite(owner, {Staff}).code;
            std::atomic<int> joined = 0;
            std::vector<std::thread> crowd;
            for (int i = 0; i < 3; ++i)
                crowd.emplace_back([&, i] {
                    const std::string email = "u" + std::to_string(round * 10 + i) + "@example.com";
                    joined += cloud->joinReply(code, email).status == 200 ? 1 : 0;
                });
            for (std::thread& each : crowd)
                each.join();
            QCOMPARE(joined.load(), 1);
            QCOMPARE(cloud->joinReply(code, "late@example.com").error(), QByteArray("wrong_code"));
        }
    }

    void codes_that_are_over_or_somebody_elses_open_nothing()
    {
        const InviteReply bound = cloud->invite(owner, {Staff, "kim@example.com"});
        const RawReply foreign = cloud->joinReply(bound.code, "lee@example.com");
        const RawReply wrong = cloud->joinReply("aaaa-bbbb-cccc", "lee@example.com");
        QCOMPARE(foreign.status, 401);
        QCOMPARE(foreign.body, wrong.body);
        QCOMPARE(cloud->joinReply(bound.code, "kim@example.com").status, 200);
        const InviteReply ended = cloud->invite(owner, {Staff});
        QCOMPARE(cloud->drop(owner, cloud->spacePath("invites/") + People::text(ended.invite)).status, 200);
        QCOMPARE(cloud->drop(owner, cloud->spacePath("invites/") + People::text(ended.invite)).status, 404);
        QCOMPARE(cloud->joinReply(ended.code, "lee@example.com").body, wrong.body);
        const InviteReply old = cloud->invite(owner, {Staff, {}, 0, 2});
        cloud->clock.now += 2 * People::dayMs + 1;
        QCOMPARE(cloud->joinReply(old.code, "lee@example.com").body, wrong.body);
    }

    void an_account_there_is_joins_with_its_own_password_and_keeps_its_name()
    {
        const server::Company other = *cloud->accounts.addCompany("다른회사", "");
        cloud->accounts.addUser(other, "park@example.com", "박코디", Owner, "battery staple");
        const std::string code = cloud->invite(owner, {Staff}).code;
        const RawReply wrong = cloud->joinReply(code, "park@example.com", "not the password");
        QCOMPARE(wrong.error(), QByteArray("wrong_code"));
        QCOMPARE(wrong.body, cloud->joinReply("aaaa-bbbb-cccc", "nobody@example.com").body);
        const auto session = People::read<SessionReply>(cloud->joinReply(code, "park@example.com", "battery staple"));
        QCOMPARE(session.userName, std::string("박코디"));
        QCOMPARE(session.spaces.size(), 2U);
        const std::string second = cloud->invite(owner, {Executive}).code;
        QCOMPARE(cloud->joinReply(second, "park@example.com", "battery staple").error(), QByteArray("already"));
        QCOMPARE(cloud->joinReply(second, "new@example.com").status, 200); // it stayed good
    }

    void guessing_passwords_with_a_good_code_makes_it_void()
    {
        const std::string code = cloud->invite(owner, {Staff}).code;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(cloud->joinReply(code, "owner@example.com", "guess guess").status, 401);
        QCOMPARE(cloud->joinReply(code, "new@example.com").error(), QByteArray("wrong_code"));
        const auto invites = People::read<InvitesReply>(cloud->get(owner, cloud->spacePath("invites"))).invites;
        QVERIFY(invites[0].state == InviteState::Ended);
    }

    void guessing_codes_is_slowed_down()
    {
        int limited = 0;
        for (int i = 0; i < 30; ++i)
            limited += cloud->joinReply("aaaa-bbbb-cccc", "u@example.com").status == 429 ? 1 : 0;
        QCOMPARE(limited, 10);
    }

    void roles_that_do_not_fit_are_refused()
    {
        const auto refused = [this](const InviteRequest& request) {
            return cloud->send(owner, cloud->spacePath("invites"), request).error();
        };
        QCOMPARE(refused({Operator}), QByteArray("bad_request"));
        QCOMPARE(refused({Association}), QByteArray("bad_request"));
        QCOMPARE(refused({0}), QByteArray("bad_request"));
        QCOMPARE(refused({Coordinator, "park@example.com"}), QByteArray("bad_request")); // without an end
        QCOMPARE(refused({Coordinator, "park@example.com", cloud->clock.now + 400 * People::dayMs}),
            QByteArray("bad_request"));
        QCOMPARE(refused({Coordinator, "", cloud->clock.now + People::dayMs}), QByteArray("bad_request"));
        QCOMPARE(refused({Staff, "", cloud->clock.now + People::dayMs}), QByteArray("bad_request"));
        QCOMPARE(refused({Staff, "no address"}), QByteArray("bad_request"));
        QCOMPARE(refused({Staff, "", 0, 31}), QByteArray("bad_request"));
    }

    void inviting_tells_nothing_of_accounts()
    {
        const RawReply known
            = cloud->send(owner, cloud->spacePath("invites"), InviteRequest{Staff, "owner@example.com"});
        const RawReply unknown
            = cloud->send(owner, cloud->spacePath("invites"), InviteRequest{Staff, "nobody@example.com"});
        QCOMPARE(known.status, 200);
        QCOMPARE(known.json().keys(), unknown.json().keys());
        QCOMPARE(known.body.size(), unknown.body.size());
    }

    void a_space_keeps_an_owner()
    {
        const Uuid first = cloud->userOf(owner);
        QCOMPARE(cloud->setRole(owner, first, Staff).error(), QByteArray("last_owner"));
        QCOMPARE(cloud->setRole(owner, first, 0).error(), QByteArray("last_owner"));
        const Uuid second = cloud->userOf(staff());
        QCOMPARE(cloud->setRole(owner, second, Owner).status, 200);
        QCOMPARE(cloud->setRole(owner, first, Staff).status, 200);
        QCOMPARE(cloud->setRole(owner, second, Staff).status, 403); // no longer an owner's right
    }

    void members_elsewhere_and_nobody_look_the_same()
    {
        const server::Company other = *cloud->accounts.addCompany("다른회사", "");
        const Uuid theirs = cloud->accounts.addUser(other, "o@example.com", "남", Owner, "correct horse")->id;
        const RawReply foreign = cloud->setRole(owner, theirs, Staff);
        QCOMPARE(foreign.status, 403);
        QCOMPARE(foreign.body, cloud->setRole(owner, cloud->newId(), Staff).body);
    }

    void a_coordinator_reads_until_the_day_and_nothing_after_it()
    {
        const std::int64_t until = cloud->clock.now + 10 * People::dayMs;
        const std::string code = People::read<InviteReply>(coordinatorReply(until)).code;
        const QByteArray park = cloud->join(code, "park@example.com");
        QCOMPARE(cloud->pushCustomer(owner).status, 200);
        const RawReply page = cloud->pull(park);
        QCOMPARE(page.json()["rows"].toArray().size(), 1);
        QCOMPARE(page.json()["role"].toString(), QString("coordinator"));
        QCOMPARE(page.json()["until"].toInteger(), qint64(until));
        const auto session = People::read<SessionReply>(cloud->get(park, "/v1/session"));
        QCOMPARE(session.spaces[0].until, until);
        cloud->clock.now = until;
        QCOMPARE(cloud->pull(park).error(), QByteArray("access_ended"));
        QCOMPARE(cloud->get(park, cloud->spacePath("digest")).status, 403);
        const QByteArray row = People::text(cloud->newId());
        QCOMPARE(cloud->get(park, cloud->spacePath("history") + "?table=customer&row=" + row).status, 403);
        QCOMPARE(cloud->send(park, "/v1/watch", WatchRequest{{{cloud->company.space, 0}}, 100}).status, 403);
        QVERIFY(cloud->get(park, "/v1/session").json()["spaces"].toArray().isEmpty());
        QCOMPARE(cloud->handIn(park, cloud->newId()).status, 200);
        QCOMPARE(People::read<MembersReply>(cloud->get(owner, cloud->spacePath("members"))).members.size(), 1U);
    }

    void a_watch_does_not_wait_past_the_end()
    {
        const std::string code = People::read<InviteReply>(coordinatorReply(cloud->clock.now + 500)).code;
        const QByteArray park = cloud->join(code, "park@example.com");
        const qint64 head = cloud->pull(park).json()["head"].toInteger();
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(cloud->send(park, "/v1/watch", WatchRequest{{{cloud->company.space, head}}, 20'000}).status, 200);
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }

    void an_owner_ends_a_coordinators_grant_at_any_time_and_may_give_another()
    {
        const std::int64_t until = cloud->clock.now + 10 * People::dayMs;
        const Uuid device = cloud->newId();
        const auto invited = People::read<InviteReply>(coordinatorReply(until));
        const QByteArray park = cloud->joinReply(invited.code, "park@example.com", "correct horse", device)
                                    .json()["token"]
                                    .toString()
                                    .toUtf8();
        QCOMPARE(cloud->pull(park).status, 200);
        QCOMPARE(cloud->setRole(owner, cloud->userOf(park), Coordinator, until + People::dayMs).status, 200);
        QCOMPARE(cloud->pull(park).json()["until"].toInteger(), qint64(until + People::dayMs));
        QCOMPARE(cloud->setRole(owner, cloud->userOf(park), 0).status, 200);
        QCOMPARE(cloud->pull(park).error(), QByteArray("access_ended"));
        const auto again = People::read<InviteReply>(coordinatorReply(until));
        QCOMPARE(cloud->joinReply(again.code, "park@example.com", "correct horse", device).status, 200);
        QCOMPARE(cloud->pull(park).status, 200);
    }

    void a_waiting_watch_hears_of_a_changed_role()
    {
        const QByteArray lee = staff();
        const qint64 head = cloud->pull(lee).json()["head"].toInteger();
        RawConnection waiting(cloud->port);
        waiting.send(requestBytes("POST", "/v1/watch", Cloud::headers(lee),
            QByteArray::fromStdString(encode(WatchRequest{{{cloud->company.space, head}}, 20'000}))));
        QTRY_COMPARE(cloud->watches.size(), std::size_t{1});
        QCOMPARE(cloud->setRole(owner, cloud->userOf(lee), Executive).status, 200);
        const RawReply answer = waiting.receive(5000);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.json()["moved"].toObject().contains(QString::fromUtf8(People::text(cloud->company.space))));
        QCOMPARE(cloud->pull(lee).json()["role"].toString(), QString("executive"));
    }
};

QTEST_GUILESS_MAIN(PeopleTest)
#include "people_test.moc"
