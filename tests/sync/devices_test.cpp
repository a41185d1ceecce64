// The list of devices, revoking one, and the work it hands in.
#include "tests/sync/people_fixture.h"

using namespace dure;
using namespace dure::test;
using namespace dure::protocol;

class DevicesTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<People> cloud;
    QByteArray owner;
    QByteArray lee;

    std::vector<DeviceEntry> devices()
    {
        return People::read<DevicesReply>(cloud->get(owner, cloud->spacePath("devices"))).devices;
    }
    RawReply revoke(const QByteArray& device) { return cloud->drop(owner, cloud->spacePath("devices/") + device); }
    QByteArray leesDevice() { return People::text(cloud->deviceOf(lee)); }
    RawReply decide(const QByteArray& receipt, bool accept)
    {
        return cloud->send(owner, cloud->spacePath("handovers/") + receipt, HandoverDecision{accept});
    }
    QByteArray handedIn(const Uuid& row, std::int64_t n = 1)
    {
        return cloud->handIn(lee, row, n).json()["receipt"].toString().toUtf8();
    }

private Q_SLOTS:
    void init()
    {
        cloud = std::make_unique<People>();
        owner = cloud->signIn();
        lee = cloud->join(cloud->invite(owner, {Staff}).code, "lee@example.com");
        QCOMPARE(lee.size(), 64);
    }

    void the_list_says_who_synced_when_with_which_version()
    {
        QVERIFY(devices().empty()); // nobody has pulled yet
        QCOMPARE(cloud->pull(owner).status, 200);
        cloud->clock.now += 60'000;
        QCOMPARE(cloud->pull(lee).status, 200);
        cloud->clock.now += 60'000;
        QCOMPARE(cloud->pull(lee).status, 200);
        const auto list = devices();
        QCOMPARE(list.size(), 2U);
        const bool leeFirst = list[0].email == "lee@example.com";
        const DeviceEntry& mine = list[leeFirst ? 1 : 0];
        const DeviceEntry& theirs = list[leeFirst ? 0 : 1];
        QVERIFY(mine.current && !theirs.current);
        QCOMPARE(theirs.lastSync, cloud->clock.now.load()); // also within the minutes in which nothing is written
        QCOMPARE(theirs.version, std::string("0.1.0"));
        QCOMPARE(theirs.name, std::string("새 PC"));
        QCOMPARE(theirs.userName, std::string("새사람"));
        QCOMPARE(theirs.revoked, std::int64_t{0});
        const auto own = People::read<DevicesReply>(cloud->get(lee, "/v1/devices")).devices;
        QCOMPARE(own.size(), 1U);
        QVERIFY(own[0].current);
    }

    void a_program_that_names_itself_strangely_has_no_version()
    {
        Headers headers = Cloud::headers(lee);
        headers.emplaceBack("User-Agent", "dure/<script>'; DROP TABLE device");
        QCOMPARE(ask(cloud->port, "POST", cloud->spacePath("pull"), headers, People::emptyPull).status, 200);
        QCOMPARE(devices()[0].version, std::string());
    }

    void a_revoked_device_is_told_so_and_hands_in()
    {
        QCOMPARE(cloud->pull(lee).status, 200);
        QCOMPARE(revoke(leesDevice()).status, 200);
        QCOMPARE(revoke(leesDevice()).status, 404);
        for (const RawReply& reply : {cloud->pull(lee), cloud->get(lee, "/v1/session"), cloud->get(lee, "/v1/devices"),
                 cloud->get(lee, cloud->spacePath("digest"))}) {
            QCOMPARE(reply.status, 401);
            QCOMPARE(reply.error(), QByteArray("revoked"));
        }
        QCOMPARE(cloud->handIn(lee, cloud->newId()).status, 200);
        QVERIFY(devices()[0].revoked > 0);
        QCOMPARE(cloud->signInReply("lee@example.com", "correct horse", cloud->deviceOf(lee)).status, 403);
        QCOMPARE(cloud->signInReply("lee@example.com", "correct horse", cloud->newId()).status, 200); // another PC
    }

    void a_device_of_another_company_and_none_look_the_same()
    {
        const server::Company other = *cloud->accounts.addCompany("다른회사", "");
        cloud->accounts.addUser(other, "o@example.com", "남", Owner, "correct horse");
        const QByteArray theirs = cloud->signIn("o@example.com");
        QCOMPARE(cloud->pull(theirs, other.space).status, 200);
        const RawReply foreign = revoke(People::text(cloud->deviceOf(theirs)));
        QCOMPARE(foreign.status, 404);
        QCOMPARE(foreign.body, revoke(People::text(cloud->newId())).body);
        QCOMPARE(cloud->pull(theirs, other.space).status, 200);
    }

    void one_company_does_not_end_a_coordinators_work_in_another()
    {
        const server::Company other = *cloud->accounts.addCompany("다른회사", "");
        cloud->accounts.addUser(
            other, "park@example.com", "박코디", {Coordinator, cloud->clock.now + People::dayMs}, "correct horse");
        const InviteRequest request{Coordinator, "park@example.com", cloud->clock.now + People::dayMs};
        const QByteArray park = cloud->join(cloud->invite(owner, request).code, "park@example.com");
        QCOMPARE(cloud->pull(park).status, 200);
        QCOMPARE(cloud->pull(park, other.space).status, 200);
        QCOMPARE(devices().size(), 1U);
        QCOMPARE(revoke(People::text(cloud->deviceOf(park))).status, 200);
        QCOMPARE(cloud->pull(park).error(), QByteArray("revoked"));
        QCOMPARE(cloud->pull(park, other.space).status, 200);
        const auto session = People::read<SessionReply>(cloud->get(park, "/v1/session"));
        QCOMPARE(session.spaces.size(), 1U);
        QVERIFY(session.spaces[0].space == other.space);
    }

    void ones_own_device_can_be_ended()
    {
        const QByteArray lost = cloud->signIn("lee@example.com");
        const QByteArray path = "/v1/devices/" + People::text(cloud->deviceOf(lost));
        QCOMPARE(cloud->drop(owner, path).status, 404); // not one's own
        QCOMPARE(cloud->drop(lee, path).status, 200);
        QCOMPARE(cloud->pull(lost).error(), QByteArray("revoked"));
        QCOMPARE(cloud->pull(lee).status, 200);
    }

    void handed_in_work_is_accepted_in_the_name_of_who_did_it()
    {
        const Uuid row = cloud->newId();
        const QByteArray receipt = handedIn(row);
        const auto list = People::read<HandoversReply>(cloud->get(owner, cloud->spacePath("handovers"))).handovers;
        QCOMPARE(list.size(), 1U);
        QCOMPARE(list[0].userName, std::string("새사람"));
        QCOMPARE(list[0].device, std::string("새 PC"));
        QVERIFY(list[0].actions == 1 && list[0].waiting == 1);
        const auto detail
            = People::read<HandoverDetailReply>(cloud->get(owner, cloud->spacePath("handovers/") + receipt));
        QCOMPARE(detail.actions.size(), 1U);
        QCOMPARE(detail.actions[0].intent, std::string("save_customer"));
        QVERIFY(!cloud->hasRow(owner, row));
        const auto done = People::read<HandoverDetailReply>(decide(receipt, true));
        QVERIFY(done.actions.at(0).state == HandoverState::Accepted);
        QVERIFY(cloud->hasRow(owner, row));
        const RawReply history
            = cloud->get(owner, cloud->spacePath("history") + "?table=customer&row=" + People::text(row));
        const QJsonObject entry = history.json()["entries"].toArray()[0].toObject();
        QCOMPARE(entry["user"].toString(), QString("새사람"));
        QCOMPARE(entry["device"].toString(), QString("새 PC"));
        QCOMPARE(decide(receipt, true).error(), QByteArray("already"));
        QCOMPARE(decide(People::text(cloud->newId()), true).status, 404);
    }

    void discarded_work_stays_on_record_and_never_comes_in()
    {
        const Uuid row = cloud->newId();
        const QByteArray receipt = handedIn(row);
        const auto done = People::read<HandoverDetailReply>(decide(receipt, false));
        QVERIFY(done.actions.at(0).state == HandoverState::Discarded);
        QVERIFY(QByteArray::fromStdString(done.actions[0].body).contains("가온상사"));
        QVERIFY(!cloud->hasRow(owner, row));
        QCOMPARE(decide(receipt, true).error(), QByteArray("already"));
        QCOMPARE(cloud->handIn(lee, row).status, 200); // the same again: decided it stays
        QCOMPARE(decide(receipt, true).error(), QByteArray("already"));
    }

    void what_had_arrived_after_all_is_not_applied_twice()
    {
        const Uuid row = cloud->newId();
        const auto push = cloud->customerPush(cloud->userOf(lee), cloud->incarnation, 1, row);
        QCOMPARE(cloud->send(lee, cloud->spacePath("push"), push).status, 200); // and the reply was lost
        const qint64 head = cloud->pull(owner).json()["head"].toInteger();
        const QByteArray receipt
            = cloud->send(lee, cloud->spacePath("handover"), push).json()["receipt"].toString().toUtf8();
        const auto done = People::read<HandoverDetailReply>(decide(receipt, true));
        QVERIFY(done.actions.at(0).state == HandoverState::Accepted);
        QCOMPARE(cloud->pull(owner).json()["head"].toInteger(), head);
    }

    void what_cannot_be_merged_says_why_and_the_rest_flows()
    {
        const Uuid row = cloud->newId();
        PushRequest push = cloud->customerPush(cloud->userOf(lee), cloud->incarnation, 1, cloud->newId(), "");
        const PushRequest good = cloud->customerPush(cloud->userOf(lee), cloud->incarnation, 2, row);
        push.mutations.push_back(good.mutations[0]);
        const QByteArray receipt
            = cloud->send(lee, cloud->spacePath("handover"), push).json()["receipt"].toString().toUtf8();
        const auto done = People::read<HandoverDetailReply>(decide(receipt, true));
        QVERIFY(done.actions.at(0).state == HandoverState::Rejected);
        QCOMPARE(done.actions[0].detail, std::string("missing_value customer.name"));
        QVERIFY(done.actions.at(1).state == HandoverState::Accepted);
        QVERIFY(cloud->hasRow(owner, row));
    }
};

QTEST_GUILESS_MAIN(DevicesTest)
#include "devices_test.moc"
