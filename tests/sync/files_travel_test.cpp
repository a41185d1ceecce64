// A file goes from one PC over the cloud to another, over lines that are cut, through clouds that lose their past, and
// past whoever sends something else under its name.
#include "core/storage/blob_store.h"
#include "sync/client/wire.h"
#include "sync/server/backup.h"
#include "tests/support/sample_files.h"
#include "tests/sync/cloud_pc.h"

using namespace dure;
using namespace dure::test;
using namespace dure::protocol;
using storage::AttachmentStore;
using storage::BlobStore;

namespace {

/// The real transport, and what a test does to what goes over it.
class WatchedTransport final : public client::Transport
{
public:
    explicit WatchedTransport(std::unique_ptr<client::Transport> real)
        : m_real(std::move(real))
    { }
    void send(const client::WireRequest& request, std::function<void(client::WireReply)> done) override
    {
        const bool isFile = request.path.find("/blobs/") != std::string::npos;
        if (!isFile && isGone)
            return done({0, {}, "cut"});
        if (isFile)
            paths.push_back(request.method + " " + request.path.substr(request.path.find("/blobs/")));
        if (isFile && onRequest && !onRequest(request))
            return done({0, {}, "cut"});
        m_real->send(request, [this, isFile, request, done = std::move(done)](client::WireReply reply) {
            if (isFile && onReply)
                onReply(request, reply);
            done(std::move(reply));
        });
    }
    void setToken(const std::string& token) override { m_real->setToken(token); }
    void cancelAll() override { m_real->cancelAll(); }

    std::function<bool(const client::WireRequest&)> onRequest; ///< false: it never arrives
    std::function<void(const client::WireRequest&, client::WireReply&)> onReply;
    bool isGone = false; ///< nothing else than files arrives either
    std::vector<std::string> paths;
    std::ptrdiff_t count(const char* method) const
    {
        return std::ranges::count_if(paths, [&](const std::string& each) { return each.starts_with(method); });
    }

private:
    std::unique_ptr<client::Transport> m_real;
};

} // namespace

class FilesTravelTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<People> cloud;
    std::unique_ptr<CloudPc> owner;
    std::unique_ptr<CloudPc> lee;
    WatchedTransport* ownersLine = nullptr; ///< the PC's
    WatchedTransport* leesLine = nullptr;

    std::unique_ptr<CloudPc> newPc(const char* name)
    {
        return std::make_unique<CloudPc>(*cloud, folder->filePath(name).toStdString());
    }
    static WatchedTransport* watch(CloudPc& pc)
    {
        auto watched = std::make_unique<WatchedTransport>(std::move(pc.transport));
        WatchedTransport* line = watched.get();
        pc.transport = std::move(watched);
        return line;
    }
    static bool chooseSeal(CloudPc& pc, const std::string& file)
    {
        CompanyProfile profile;
        profile.name = "한결플라스틱";
        const commands::SealChange seal{file, "도장.png"};
        return pc.commands->saveCompanyProfile(profile, nullptr, &seal).has_value();
    }
    static std::optional<std::string> sealOf(CloudPc& pc) { return AttachmentStore(pc.space->db()).seal(); }
    static std::optional<storage::LocalBlob> blobOf(CloudPc& pc, const std::string& file)
    {
        return BlobStore(pc.space->db()).find(hashOfBlob(file));
    }
    /// Time goes by, so that what was delayed is due.
    void wait(std::int64_t ms) { cloud->clock.now += ms; }
    BlobState inCloud(const std::string& file)
    {
        auto lease = cloud->spaces.open(cloud->company.space, SpaceKind::Company);
        return *server::BlobService(lease.store()).state(hashOfBlob(file));
    }

private Q_SLOTS:
    void initTestCase() { client::initializeHttpThreads(2); }
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        server::HttpOptions options = quickOptions();
        options.idleMs = 75'000;
        cloud = std::make_unique<People>(options);
        owner = newPc("owner");
        owner->signIn("owner@example.com");
        owner->open(cloud->company.space);
        ownersLine = watch(*owner);
        lee = newPc("lee");
        lee->join(owner->ask(client::invite(owner->id, {Staff}))->code, "lee@example.com");
        lee->open(cloud->company.space);
        leesLine = watch(*lee);
    }
    void cleanup()
    {
        lee.reset();
        owner.reset();
        cloud.reset();
    }

    void a_seal_chosen_on_one_pc_is_on_the_other()
    {
        const std::string file = fileOfBytes(700'000);
        QVERIFY(chooseSeal(*owner, file));
        QCOMPARE(owner->sync().status.filesWaiting, std::int64_t{0});
        QVERIFY(inCloud(file).complete);
        QCOMPARE(ownersLine->count("PUT"), std::ptrdiff_t{3});
        QCOMPARE(blobOf(*owner, file)->place, storage::BlobPlace::Confirmed);
        QVERIFY(lee->sync().status.upToDate);
        QVERIFY(sealOf(*lee) == file);
        QVERIFY(lee->engine->next(cloud->clock.now) == std::nullopt);
        // what the cloud has already is not sent again
        QVERIFY(chooseSeal(*lee, fileOfBytes(1000, 5)) && chooseSeal(*lee, file));
        lee->sync();
        QCOMPARE(leesLine->count("PUT"), std::ptrdiff_t{1});
    }

    void the_screen_is_told_when_a_file_has_arrived()
    {
        QVERIFY(chooseSeal(*owner, fileOfBytes(1000)));
        owner->sync();
        ChangeSet changes;
        for (int i = 0; i < 30; ++i) {
            const auto request = lee->engine->next(cloud->clock.now);
            if (!request)
                break;
            const client::WireReply answer = lee->transport->sendAndWait(client::toWire(lee->id, *request));
            changes = lee->engine->consume(*request, client::fromWire(*request, answer), cloud->clock.now);
        }
        QVERIFY(!changes.everything && changes.touches(TableId::Attachment));
    }

    void a_row_may_come_long_before_its_file()
    {
        const std::string file = fileOfBytes(1000);
        QVERIFY(chooseSeal(*owner, file));
        ownersLine->onRequest = [](const client::WireRequest&) { return false; };
        owner->sync();
        QVERIFY(!inCloud(file).complete);
        QVERIFY(lee->sync().status.upToDate);
        QVERIFY(!sealOf(*lee));
        QVERIFY(lee->engine->filesAt() > cloud->clock.now); // and it is asked for again by itself
        wait(10'000);
        lee->saveCustomer("가온");
        QVERIFY(lee->sync().status.upToDate);
        ownersLine->onRequest = {};
        wait(10'000);
        QCOMPARE(owner->sync().status.filesWaiting, std::int64_t{0});
        wait(60'000);
        lee->sync();
        QVERIFY(sealOf(*lee) == file);
    }

    void an_upload_that_is_cut_again_and_again_arrives()
    {
        const std::string file = fileOfBytes(2'000'000);
        QVERIFY(chooseSeal(*owner, file));
        int sent = 0;
        ownersLine->onRequest = [&](const client::WireRequest& request) {
            return request.method != "PUT" || ++sent % 3 != 1; // a third never arrives,
        };
        ownersLine->onReply = [&](const client::WireRequest& request, client::WireReply& reply) {
            if (request.method == "PUT" && sent % 3 == 2)
                reply = {0, {}, "cut"}; // of another third the answer is lost
        };
        for (int i = 0; i < 40 && !inCloud(file).complete; ++i) {
            QVERIFY(owner->sync().status.standing == client::Standing::Working);
            wait(3'700'000);
        }
        owner->sync();
        QVERIFY(inCloud(file).complete);
        QCOMPARE(blobOf(*owner, file)->place, storage::BlobPlace::Confirmed);
        QVERIFY2(sent < 24, qPrintable(QString::number(sent))); // 8 pieces: it never began anew
    }

    void a_line_that_ends_in_the_middle_of_a_file_is_seen_at_once()
    {
        QVERIFY(chooseSeal(*owner, fileOfBytes(2'000'000)));
        ownersLine->onRequest = [&](const client::WireRequest& request) {
            ownersLine->isGone = request.method == "PUT";
            return !ownersLine->isGone;
        };
        QVERIFY(owner->sync().status.standing == client::Standing::Offline);
    }

    void a_program_that_ends_in_the_middle_goes_on_after_the_next_start()
    {
        const std::string file = fileOfBytes(2'000'000);
        QVERIFY(chooseSeal(*owner, file));
        int sent = 0;
        ownersLine->onRequest
            = [&](const client::WireRequest& request) { return request.method != "PUT" || ++sent <= 3; };
        owner->sync();
        QCOMPARE(inCloud(file).received, std::int64_t{3 * 262'144});
        owner->close();
        owner->open(cloud->company.space);
        ownersLine->paths.clear();
        ownersLine->onRequest = {};
        QCOMPARE(owner->sync().status.filesWaiting, std::int64_t{0});
        QCOMPARE(ownersLine->count("PUT"), std::ptrdiff_t{5});

        int asked = 0;
        leesLine->onRequest
            = [&](const client::WireRequest& request) { return request.method != "GET" || ++asked <= 3; };
        lee->sync();
        QCOMPARE(blobOf(*lee, file)->held, std::int64_t{3 * 262'144});
        QVERIFY(!sealOf(*lee));
        lee->close();
        lee->open(cloud->company.space);
        leesLine->paths.clear();
        leesLine->onRequest = {};
        lee->sync();
        QCOMPARE(leesLine->count("GET"), std::ptrdiff_t{5});
        QVERIFY(sealOf(*lee) == file);
    }

    void something_else_under_its_hash_is_refused_and_rows_go_on()
    {
        const std::string file = fileOfBytes(600'000);
        QVERIFY(chooseSeal(*owner, file));
        owner->sync();
        leesLine->onReply = [](const client::WireRequest& request, client::WireReply& reply) {
            if (request.method == "GET" && reply.status == 206)
                reply.body[reply.body.size() / 2] ^= 1;
        };
        for (int i = 0; i < 3; ++i) {
            lee->saveCustomer("가온 " + std::to_string(i));
            QVERIFY(lee->sync().status.upToDate);
            QVERIFY(!sealOf(*lee));
            QCOMPARE(blobOf(*lee, file)->held, std::int64_t{0});
            wait(3'700'000);
        }
        leesLine->onReply = {};
        lee->sync();
        QVERIFY(sealOf(*lee) == file);
    }

    void whatever_a_cloud_answers_about_files_rows_go_on()
    {
        QVERIFY(chooseSeal(*owner, fileOfBytes(600'000)));
        int round = 0;
        const std::array<client::WireReply, 7> answers = {client::WireReply{403, R"({"error":"forbidden"})", {}},
            client::WireReply{404, R"({"error":"not_found"})", {}}, client::WireReply{500, "<html>", {}},
            client::WireReply{507, R"({"error":"quota_reached"})", {}}, client::WireReply{200, "{}", {}},
            client::WireReply{200, R"({"size":600000,"received":0,"complete":false})", {}},
            client::WireReply{422, R"({"error":"wrong_content"})", {}}};
        ownersLine->onReply = [&](const client::WireRequest&, client::WireReply& reply) {
            reply = answers[static_cast<std::size_t>(round)];
        };
        for (; round < static_cast<int>(answers.size()); ++round) {
            const std::size_t before = ownersLine->paths.size();
            const auto name = "가온 " + std::to_string(round);
            owner->saveCustomer(name);
            const client::Status status = owner->sync().status;
            QVERIFY2(status.upToDate, qPrintable(QString::number(round)));
            QCOMPARE(status.filesWaiting, std::int64_t{1});
            QVERIFY(ownersLine->paths.size() - before < 4);
            wait(3'700'000);
        }
        ownersLine->onReply = {};
        QCOMPARE(owner->sync().status.filesWaiting, std::int64_t{0});
    }

    void a_photo_comes_when_somebody_looks_at_it()
    {
        const std::string photo = fileOfBytes(600'000);
        dure::commands::CustomerInput input;
        input.customer.name = "가온";
        const auto customer = owner->commands->saveCustomer(input);
        QVERIFY(owner->commands->attachFile({TableId::Customer, customer->id, AttachmentKind::Photo, "공장", photo}));
        owner->sync();
        lee->sync();
        QVERIFY(!blobOf(*lee, photo));
        const auto row = AttachmentStore(lee->space->db()).of(TableId::Customer, customer->id, AttachmentKind::Photo);
        QCOMPARE(row.size(), std::size_t{1});
        lee->engine->want(*BlobHash::fromString(row[0].hash), row[0].size);
        lee->sync();
        QVERIFY(BlobStore(lee->space->db()).read(hashOfBlob(photo)) == photo);
    }

    void a_cloud_that_was_restored_gets_the_files_it_lost()
    {
        owner->saveCustomer("가온");
        owner->sync();
        const std::string backup = folder->filePath("backup").toStdString();
        QVERIFY(server::backUp(cloud->data, backup, cloud->clock, cloud->random));
        const std::string file = fileOfBytes(300'000);
        QVERIFY(chooseSeal(*owner, file));
        QCOMPARE(owner->sync().status.filesWaiting, std::int64_t{0});
        lee->sync();
        // the space as it was, in a new epoch
        {
            auto lease = cloud->spaces.open(cloud->company.space, SpaceKind::Company);
            const auto session = lease.store().beginWrite();
            session->eraseBlob(hashOfBlob(file));
            session->setEpoch("0123456789abcdef");
            session->commit();
        }
        QVERIFY(!inCloud(file).complete);
        QCOMPARE(lee->sync().status.filesWaiting, std::int64_t{0}); // whoever has it gives it back
        QVERIFY(inCloud(file).complete);
        QCOMPARE(owner->sync().status.filesWaiting, std::int64_t{0});
        const std::string again = folder->filePath("again").toStdString();
        QVERIFY(server::backUp(cloud->data, again, cloud->clock, cloud->random));
        QVERIFY(server::verifyData(again, cloud->clock, cloud->random)->empty());
    }

    void who_may_not_send_files_keeps_them_and_asks_nothing()
    {
        QVERIFY(lee->sync().status.upToDate);
        QVERIFY(chooseSeal(*lee, fileOfBytes(1000)));
        QVERIFY(owner->ask(client::setRole(owner->id, lee->profile.user, Executive)));
        const client::Status status = lee->sync().status;
        QCOMPARE(status.notAllowed, std::int64_t{1});
        QCOMPARE(leesLine->count("PUT"), std::ptrdiff_t{0});
        QVERIFY(blobOf(*lee, fileOfBytes(1000))->isHere()); // it belongs to what was refused
        QVERIFY(owner->ask(client::setRole(owner->id, lee->profile.user, Staff)));
        QCOMPARE(lee->sync().status.filesWaiting, std::int64_t{0});
    }
};

QTEST_GUILESS_MAIN(FilesTravelTest)
#include "files_travel_test.moc"
