#pragma once
#include "core/commands/commands.h"
#include "core/sqlite/folder_lock.h"
#include "core/storage/space_database.h"
#include "sync/client/account_calls.h"
#include "sync/client/hand_in.h"
#include "sync/client/profile.h"
#include "sync/client/sync_loop.h"
#include "sync/client/wiping.h"
#include "tests/sync/people_fixture.h"

#include <filesystem>

namespace dure::test {

/// A PC without a window: profile and company on disk, the engine, and HTTP to the cloud of this process.
class CloudPc
{
public:
    CloudPc(People& cloud, std::string dataFolder)
        : data(std::move(dataFolder))
        , m_cloud(cloud)
        , transport(client::makeHttpTransport({"http://127.0.0.1:" + std::to_string(cloud.port), {}, {}}))
    {
        profile = *client::loadProfile(data, cloud.random, cloud.clock);
        profile.deviceName = "사무실 PC";
    }

    void adopt(const std::expected<protocol::SessionReply, client::Failure>& session)
    {
        if (!session)
            qFatal("not signed in");
        profile.adopt(*session);
        transport->setToken(profile.token);
        if (engine)
            engine->resume(profile.user);
        if (commands)
            commands->setAuthor({profile.user, profile.userName});
    }
    void join(const std::string& code, const std::string& email)
    {
        adopt(ask(client::join({code, email, "이직원", "correct horse", profile.device, profile.deviceName})));
    }
    void signIn(const std::string& email)
    {
        adopt(ask(client::signIn({email, "correct horse", profile.device, profile.deviceName})));
    }
    template <class T> std::expected<T, client::Failure> ask(const client::Call<T>& call)
    {
        return client::askAndWait(*transport, call);
    }

    void open(const Uuid& of)
    {
        id = of;
        const std::string folder = client::companyFolder(data, id);
        std::filesystem::create_directories(folder);
        lock = *sqlite::FolderLock::take(client::companyLock(folder), "test");
        space = *storage::SpaceDatabase::open(client::companyDatabase(folder));
        engine = std::make_unique<client::Engine>(*space, m_cloud.random, profile.user, profile.deviceName);
        commands = std::make_unique<dure::commands::Commands>(*space, m_cloud.clock, m_cloud.random,
            protocol::encodeMutation, dure::commands::Author{profile.user, profile.userName});
    }
    void close()
    {
        commands.reset();
        engine.reset();
        space.reset();
        lock.reset();
    }

    client::LoopResult sync()
    {
        engine->wake();
        engine->pullSoon();
        return client::syncUntilQuiet(*engine, *transport, id, m_cloud.clock, m_cloud.clock.nowMs() + 30'000,
            [](const client::Status& status) { return status.standing == client::Standing::Working; });
    }
    Uuid saveCustomer(const std::string& name)
    {
        m_cloud.clock.now += 1000;
        dure::commands::CustomerInput input;
        input.customer.name = name;
        const auto saved = commands->saveCustomer(input);
        return saved ? saved->id : Uuid{};
    }
    std::int64_t count(const std::string& sql)
    {
        auto rows = space->db().prepareOnce(sql);
        return rows.step() ? rows.integer(0) : -1;
    }
    std::int64_t customers() { return count("SELECT count(*) FROM customer WHERE deleted = 0"); }
    bool handIn(client::HandIn::Scope scope)
    {
        client::HandIn work(*space, scope);
        return client::handInAll(work, *transport, id, m_cloud.clock, m_cloud.clock.nowMs() + 30'000);
    }

    std::string data;
    client::Profile profile;
    Uuid id;

private:
    People& m_cloud;

public:
    std::unique_ptr<client::Transport> transport;
    std::unique_ptr<sqlite::FolderLock> lock;
    std::unique_ptr<storage::SpaceDatabase> space;
    std::unique_ptr<client::Engine> engine;
    std::unique_ptr<dure::commands::Commands> commands;
};

} // namespace dure::test
