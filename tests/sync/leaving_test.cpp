// What a PC does whose role changed, whose device was revoked or whose membership ended: nothing unsent is lost, and
// nothing that may no longer be read stays.
#include "core/storage/blob_store.h"
#include "sync/client/wire.h"
#include "sync/client/wire_reading.h"
#include "tests/sync/cloud_pc.h"
#include "tests/sync/space_fixture.h"

using namespace dure;
using namespace dure::test;
using namespace dure::protocol;
using client::HandIn;
using client::Standing;

class LeavingTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<People> cloud;
    std::unique_ptr<CloudPc> owner;
    std::unique_ptr<CloudPc> lee;

    std::string pathOf(const char* name) const { return folder->filePath(name).toStdString(); }
    std::string folderOf(const CloudPc& pc) const { return client::companyFolder(pc.data, pc.id); }
    static std::string pdf(std::size_t size) { return "%PDF-1.7\n" + std::string(size, 'x'); }
    void setRole(std::uint8_t role) { QVERIFY(owner->ask(client::setRole(owner->id, lee->profile.user, role))); }
    std::vector<HandoverEntry> handovers()
    {
        const auto reply = owner->ask(client::listHandovers(owner->id));
        if (!reply)
            qFatal("no list of handovers");
        return reply->handovers;
    }
    void acceptAll()
    {
        for (const HandoverEntry& each : handovers())
            if (each.waiting > 0)
                QVERIFY(owner->ask(client::decideHandover(owner->id, each.receipt, true)));
    }

private Q_SLOTS:
    void initTestCase() { client::initializeHttpThreads(2); }

    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        server::HttpOptions options = quickOptions();
        options.idleMs = 75'000; // longer than the client keeps a connection, as in the field
        cloud = std::make_unique<People>(options);
        owner = std::make_unique<CloudPc>(*cloud, pathOf("owner"));
        owner->signIn("owner@example.com");
        owner->open(cloud->company.space);
        lee = std::make_unique<CloudPc>(*cloud, pathOf("lee"));
        lee->join(owner->ask(client::invite(owner->id, {Staff}))->code, "lee@example.com");
        lee->open(cloud->company.space);
        for (int i = 0; i < 20; ++i)
            owner->saveCustomer("거래처 " + std::to_string(i));
        QVERIFY(owner->sync().status.upToDate);
        QVERIFY(lee->sync().status.upToDate);
        QCOMPARE(lee->customers(), std::int64_t{20});
    }
    void cleanup()
    {
        lee.reset();
        owner.reset();
        cloud.reset();
    }

    void a_role_that_reads_the_same_fetches_nothing_again()
    {
        QCOMPARE(lee->sync().status.role, std::uint8_t{Staff});
        setRole(Executive);
        const client::LoopResult result = lee->sync();
        QCOMPARE(result.rowsReceived, std::int64_t{0});
        QCOMPARE(result.status.role, std::uint8_t{Executive});
        QVERIFY(result.status.upToDate);
        QCOMPARE(lee->customers(), std::int64_t{20});
    }

    void what_a_new_role_may_not_read_leaves_and_comes_back_with_the_old_one()
    {
        lee->saveCustomer("아직 안 보낸 거래처");
        QVERIFY(cloud->accounts.setRole(cloud->company, "lee@example.com", Association));
        QCOMPARE(lee->sync().rowsReceived, std::int64_t{0});
        QCOMPARE(lee->customers(), std::int64_t{0});
        QCOMPARE(lee->count("SELECT count(*) FROM outbox WHERE body LIKE '%아직 안 보낸 거래처%'"), std::int64_t{1});
        setRole(Staff);
        owner->saveCustomer("그 사이의 거래처");
        owner->sync();
        const client::LoopResult back = lee->sync();
        QVERIFY(back.status.upToDate && back.status.complete);
        QCOMPARE(lee->customers(), std::int64_t{21});
        QCOMPARE(back.status.digestMismatches, std::int64_t{0});
    }

    void work_of_a_role_taken_back_is_handed_in_and_can_be_accepted()
    {
        lee->saveCustomer("가온상사");
        lee->saveCustomer("나래산업");
        setRole(Executive);
        const client::Status demoted = lee->sync().status;
        QCOMPARE(demoted.notAllowed, std::int64_t{2});
        QCOMPARE(lee->customers(), std::int64_t{20}); // what was refused is not shown as if it were there
        QVERIFY(lee->handIn(HandIn::Scope::NotAllowed));
        QCOMPARE(lee->engine->status().attention, std::int64_t{0});
        QCOMPARE(lee->count("SELECT count(*) FROM outbox WHERE reason = 'handed_in'"), std::int64_t{2});
        QVERIFY(lee->handIn(HandIn::Scope::NotAllowed)); // nothing is left
        QCOMPARE(handovers().size(), 1U);
        acceptAll();
        owner->sync();
        lee->sync();
        QCOMPARE(owner->customers(), std::int64_t{22});
        QCOMPARE(lee->customers(), std::int64_t{22});
    }

    void a_revoked_pc_hands_in_and_wipes_that_space_alone()
    {
        lee->saveCustomer("가온상사");
        lee->saveCustomer("나래산업");
        const std::string other = client::companyFolder(lee->data, numbered(99));
        std::filesystem::create_directories(other);
        QVERIFY(owner->ask(client::revokeDevice(owner->id, lee->profile.device)));
        const client::Status status = lee->sync().status;
        QVERIFY(status.mustLeave && status.standing == Standing::SignedOut);
        QCOMPARE(lee->customers(), std::int64_t{22}); // nothing is deleted before it is handed in
        QVERIFY(lee->handIn(HandIn::Scope::Everything));
        QVERIFY(!client::wipeSpace(lee->data, lee->id)); // still open
        lee->close();
        QVERIFY(client::wipeSpace(lee->data, lee->id));
        QVERIFY(!std::filesystem::exists(folderOf(*lee)));
        QVERIFY(std::filesystem::exists(other));
        QVERIFY(client::wipeSpace(lee->data, lee->id)); // done before
        lee->profile.leave(lee->id);
        QVERIFY(lee->profile.companies.empty() && lee->profile.lastSpace.isNil());
        QCOMPARE(handovers().at(0).actions, std::int64_t{2});
        acceptAll();
        owner->sync();
        QCOMPARE(owner->customers(), std::int64_t{22});
    }

    void a_revoked_pc_hands_in_the_files_of_its_work()
    {
        const std::string drawing = pdf(700'000);
        const Uuid customer = lee->saveCustomer("가온상사");
        QVERIFY(lee->commands->attachFile({TableId::Customer, customer, AttachmentKind::Drawing, "도면.pdf", drawing}));
        QVERIFY(owner->ask(client::revokeDevice(owner->id, lee->profile.device)));
        QVERIFY(lee->sync().status.mustLeave);
        QVERIFY(lee->handIn(HandIn::Scope::Everything));
        lee->close();
        QVERIFY(client::wipeSpace(lee->data, lee->id));
        acceptAll();
        owner->sync();
        owner->engine->want(hashOfBlob(drawing), std::ssize(drawing));
        owner->sync();
        QCOMPARE(storage::BlobStore(owner->space->db()).read(hashOfBlob(drawing)), std::optional(drawing));
    }

    void a_file_goes_with_the_work_of_a_role_taken_back()
    {
        const std::string photo = pdf(300);
        QVERIFY(lee->commands->attachFile(
            {TableId::Customer, lee->saveCustomer("가온상사"), AttachmentKind::Photo, "사진.pdf", photo}));
        setRole(Executive);
        QCOMPARE(lee->sync().status.notAllowed, std::int64_t{2});
        QVERIFY(lee->handIn(HandIn::Scope::NotAllowed));
        storage::BlobStore files(lee->space->db());
        QVERIFY(files.find(hashOfBlob(photo))->place == storage::BlobPlace::Confirmed);
        QCOMPARE(files.waitingCount(), std::int64_t{0});
    }

    void a_file_that_no_work_names_is_not_taken_from_who_may_do_nothing_else()
    {
        const Uuid customer = lee->saveCustomer("가온상사");
        const std::string photo = pdf(300);
        QVERIFY(lee->commands->attachFile({TableId::Customer, customer, AttachmentKind::Photo, "사진.pdf", photo}));
        QVERIFY(owner->ask(client::revokeDevice(owner->id, lee->profile.device)));
        const client::BlobPutRequest piece{hashOfBlob(photo), 0, std::ssize(photo), photo};
        const auto refused = lee->ask(client::handOver(lee->id, piece)); // before the work that names it
        QVERIFY(!refused && std::get<ErrorReply>(refused.error()).code == ErrorCode::NotNamed);
        lee->space->db().execute("DELETE FROM outbox WHERE body LIKE '%attachment%'");
        QVERIFY(lee->handIn(HandIn::Scope::Everything)); // it is nobody's work, and keeps nobody from leaving
        const auto state = lee->ask(client::handOver(lee->id, piece));
        QVERIFY(!state && std::get<ErrorReply>(state.error()).code == ErrorCode::NotNamed);
    }

    void a_bad_beginning_of_a_file_does_not_cost_the_file()
    {
        const std::string drawing = pdf(700'000);
        const BlobHash hash = hashOfBlob(drawing);
        const Uuid customer = lee->saveCustomer("가온상사");
        QVERIFY(lee->commands->attachFile({TableId::Customer, customer, AttachmentKind::Drawing, "도면.pdf", drawing}));
        // somebody's broken disk sent this of the same file
        std::string beginning = drawing.substr(0, 1000);
        beginning.back() = 'y';
        const auto planted = owner->ask(client::Call<BlobState>{
            client::toWire(owner->id, client::BlobPutRequest{hash, 0, std::ssize(drawing), beginning}),
            [](const client::WireReply& reply) { return client::readMessage<BlobState>(reply); }});
        QVERIFY(planted && planted->received == 1000);
        QVERIFY(owner->ask(client::revokeDevice(owner->id, lee->profile.device)));
        HandIn work(*lee->space, HandIn::Scope::Everything);
        for (int asked = 0; asked < 30 && !work.isDone(); ++asked) {
            if (const auto piece = work.next(cloud->clock.now))
                work.consume(*piece, lee->ask(client::handOver(lee->id, *piece)), cloud->clock.now);
            else
                cloud->clock.now = work.nextAt();
        }
        QVERIFY(work.isDone() && work.problem().empty());
        QVERIFY(storage::BlobStore(lee->space->db()).find(hash)->place == storage::BlobPlace::Confirmed);
    }

    void a_wiped_pc_may_sign_in_anew_as_another_device()
    {
        QVERIFY(owner->ask(client::revokeDevice(owner->id, lee->profile.device)));
        QVERIFY(lee->sync().status.mustLeave);
        const auto again = lee->ask(client::signIn({"lee@example.com", "correct horse", lee->profile.device, "PC"}));
        QVERIFY(!again && std::get<ErrorReply>(again.error()).code == ErrorCode::Forbidden);
        lee->close();
        QVERIFY(client::wipeSpace(lee->data, lee->id));
        lee->profile.renewDevice(cloud->random, cloud->clock);
        lee->signIn("lee@example.com");
        lee->open(cloud->company.space);
        QVERIFY(lee->sync().status.upToDate);
        QCOMPARE(lee->customers(), std::int64_t{20});
    }

    void a_member_who_was_removed_hands_in_too()
    {
        lee->saveCustomer("가온상사");
        QVERIFY(owner->ask(client::endMembership(owner->id, lee->profile.user)));
        const client::Status status = lee->sync().status;
        QVERIFY(status.mustLeave && status.standing == Standing::Forbidden);
        QVERIFY(lee->handIn(HandIn::Scope::Everything));
        QCOMPARE(handovers().size(), 1U);
    }

    void an_expired_session_and_a_stranger_lose_nothing()
    {
        cloud->clock.now += 91 * People::dayMs;
        const client::Status expired = lee->sync().status;
        QVERIFY(expired.standing == Standing::SignedOut && !expired.mustLeave);
        const server::Company other = *cloud->accounts.addCompany("다른회사", "");
        CloudPc stranger(*cloud, pathOf("stranger"));
        stranger.signIn("owner@example.com");
        stranger.open(other.space);
        const client::Status status = stranger.sync().status;
        QVERIFY(status.standing == Standing::Forbidden && !status.mustLeave);
        HandIn work(*stranger.space, HandIn::Scope::Everything);
        QVERIFY(work.isDone());
    }

    void a_lost_receipt_hands_nothing_in_twice()
    {
        lee->saveCustomer("가온상사");
        HandIn work(*lee->space, HandIn::Scope::Everything);
        const auto piece = work.next(cloud->clock.now);
        QVERIFY(piece.has_value());
        QVERIFY(lee->ask(client::handOver(lee->id, *piece)));
        work.consume(*piece, std::unexpected(client::Failure(client::NoAnswer{"cut"})), cloud->clock.now);
        QVERIFY(!work.isDone() && !work.next(cloud->clock.now));
        cloud->clock.now = work.nextAt();
        const auto again = work.next(cloud->clock.now);
        QVERIFY(again.has_value());
        work.consume(*again, lee->ask(client::handOver(lee->id, *again)), cloud->clock.now);
        QVERIFY(work.isDone());
        QCOMPARE(handovers().size(), 1U);
        QCOMPARE(handovers()[0].actions, std::int64_t{1});
    }

    void much_work_of_two_users_goes_in_pieces()
    {
        for (int i = 0; i < 2100; ++i)
            lee->saveCustomer("새 거래처 " + std::to_string(i));
        const std::string code = owner->ask(client::invite(owner->id, {Staff}))->code;
        lee->join(code, "kim@example.com"); // at the same PC
        lee->saveCustomer("김이 만든 거래처");
        QVERIFY(owner->ask(client::revokeDevice(owner->id, lee->profile.device)));
        HandIn work(*lee->space, HandIn::Scope::Everything);
        QVERIFY(client::handInAll(work, *lee->transport, lee->id, cloud->clock, cloud->clock.now + 30'000));
        QCOMPARE(work.handedIn(), std::int64_t{2101});
        std::int64_t actions = 0;
        for (const HandoverEntry& each : handovers())
            actions += each.actions;
        QCOMPARE(actions, std::int64_t{2101});
        acceptAll();
        owner->sync();
        QCOMPARE(owner->customers(), std::int64_t{2121});
    }

    void somebody_who_was_never_a_member_is_told_and_keeps_the_work()
    {
        const server::Company other = *cloud->accounts.addCompany("다른회사", "");
        CloudPc pc(*cloud, pathOf("pc"));
        pc.signIn("owner@example.com");
        pc.open(other.space);
        pc.saveCustomer("가온상사");
        HandIn work(*pc.space, HandIn::Scope::Everything);
        QVERIFY(!client::handInAll(work, *pc.transport, pc.id, cloud->clock, cloud->clock.now + 30'000));
        QVERIFY(work.problem().starts_with("forbidden"));
        QVERIFY(!work.isDone());
    }

    void an_interrupted_wipe_is_finished_at_the_next_start()
    {
        lee->close();
        const std::string going
            = std::filesystem::path(folderOf(*lee)).parent_path().string() + "/wiped-" + lee->id.toString();
        std::filesystem::rename(folderOf(*lee), going);
        client::finishWipes(lee->data);
        QVERIFY(!std::filesystem::exists(going));
    }

    void a_coordinators_end_is_told_by_the_clouds_clock()
    {
        const std::int64_t until = cloud->clock.now + People::dayMs;
        const auto grant = owner->ask(client::grantCoordinator(owner->id, "park@example.com", until));
        QVERIFY(grant.has_value());
        CloudPc park(*cloud, pathOf("park"));
        park.join(grant->code, "park@example.com");
        QCOMPARE(park.profile.companies.at(0).untilMs, until);
        park.open(cloud->company.space);
        const client::Status status = park.sync().status;
        QCOMPARE(status.untilMs, until);
        QVERIFY(!client::isOver(status, People::dayMs - 60'000) && client::isOver(status, People::dayMs));
        QVERIFY(client::saveProfile(park.data, park.profile));
        QCOMPARE(client::loadProfile(park.data, cloud->random, cloud->clock)->companies.at(0).untilMs, until);
        cloud->clock.now = until;
        QVERIFY(park.sync().status.mustLeave);
    }

    void a_company_that_an_earlier_version_kept_is_its_users()
    {
        QVERIFY(client::saveProfile(lee->data, lee->profile));
        const std::string path = lee->data + "/profile.json";
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        const QByteArray ofCompany = "\"user\":\"" + QByteArray::fromStdString(lee->profile.user.toString()) + "\"}";
        QVERIFY(text.contains("," + ofCompany));
        text.replace("," + ofCompany, "}"); // as it stood before companies named their user
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        auto profile = *client::loadProfile(lee->data, cloud->random, cloud->clock);
        QVERIFY(profile.mayWorkIn(profile.companies.at(0)));
        profile.user = owner->profile.user;
        QVERIFY(!profile.mayWorkIn(profile.companies.at(0)));
    }

    void every_call_of_the_screens_is_answered()
    {
        const Uuid space = owner->id;
        const auto members = owner->ask(client::listMembers(space));
        QVERIFY(members && members->members.size() == 2);
        const auto invited = owner->ask(client::invite(space, {Executive, "boss@example.com"}));
        QVERIFY(invited && owner->ask(client::listInvites(space))->invites.size() == 2);
        QVERIFY(owner->ask(client::endInvite(space, invited->invite)));
        const auto devices = owner->ask(client::listDevices(space));
        QVERIFY(devices && devices->devices.size() == 2);
        QCOMPARE(devices->devices[0].version.empty(), false); // as the real client names itself
        QCOMPARE(lee->ask(client::listOwnDevices())->devices.size(), 1U);
        QVERIFY(owner->ask(client::session()));
        const auto code = owner->ask(client::makeResetCode(space, "lee@example.com"));
        QVERIFY(code && lee->ask(client::resetPassword({"lee@example.com", code->code, "battery staple"})));
        QVERIFY(owner->ask(client::changePassword("correct horse", "battery staple")));
        QVERIFY(owner->ask(client::beginSecondFactor("battery staple")));
        const auto wrong = owner->ask(client::confirmSecondFactor("000000"));
        QVERIFY(!wrong && std::get<ErrorReply>(wrong.error()).code == ErrorCode::WrongCode);
        QVERIFY(owner->ask(client::removeSecondFactor("battery staple", "")));
        const Uuid row = owner->saveCustomer("가온상사");
        owner->sync();
        const auto history = owner->ask(client::rowHistory(space, "customer", row));
        QVERIFY(history && history->size() == 1 && history->at(0).device == "사무실 PC");
        const auto refused = lee->ask(client::revokeOwnDevice(numbered(1)));
        QVERIFY(!refused);
        std::atomic<bool> answered = false;
        client::ask<MembersReply>(*owner->transport, client::listMembers(space),
            [&](const std::expected<MembersReply, client::Failure>& reply) { answered = reply.has_value(); });
        QTRY_VERIFY(answered);
    }
};

QTEST_GUILESS_MAIN(LeavingTest)
#include "leaving_test.moc"
