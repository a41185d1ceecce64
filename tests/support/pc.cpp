#include "tests/support/pc.h"

#include "sync/client/sync_loop.h"
#include "sync/client/wire.h"
#include "sync/protocol/codec.h"
#include "tests/support/server_process.h"

#include <rapidjson/document.h>

#include <chrono>
#include <filesystem>

namespace dure::testing {

std::int64_t WallClock::nowMs() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

Pc::Pc(const std::string& folder, const std::string& url, const std::string& email, const std::string& password,
    std::uint64_t seed)
    : m_random(seed)
    , m_url(url)
{
    std::filesystem::create_directories(folder);
    m_transport = client::makeHttpTransport({url, {}, {}});
    const protocol::SignInRequest signIn{email, password, makeUuidV7(m_clock.nowMs(), m_random), "test-pc"};
    const auto session = client::readSession(m_transport->sendAndWait(client::signInRequest(signIn)));
    if (!session || session->spaces.empty()) {
        m_failure = "sign-in failed";
        return;
    }
    m_token = session->token;
    m_spaceId = session->spaces.front().space;
    m_transport->setToken(m_token);
    auto space = storage::SpaceDatabase::open(folder + "/space.sqlite");
    if (!space) {
        m_failure = space.error().detail;
        return;
    }
    m_space = std::move(*space);
    m_engine = std::make_unique<client::Engine>(*m_space, m_random, session->user, "test-pc");
    m_commands = std::make_unique<commands::Commands>(
        *m_space, m_clock, m_random, protocol::encodeMutation, commands::Author{session->user, session->userName});
}

client::Status Pc::sync(const std::function<void(const client::Status&)>& seen)
{
    m_engine->wake();
    m_engine->pullSoon();
    const auto result = client::syncUntilQuiet(
        *m_engine, *m_transport, m_spaceId, m_clock, m_clock.nowMs() + 30'000, [&](const client::Status& status) {
            if (seen)
                seen(status);
            return status.standing == client::Standing::Working; // offline: do not wait for the line
        });
    return result.status;
}

bool Pc::awaitChange(std::int64_t timeoutMs)
{
    const protocol::WatchRequest watch{{{m_spaceId, m_engine->head()}}, timeoutMs};
    const auto moved = client::readWatch(m_transport->sendAndWait(client::watchRequest(watch)));
    return moved && !moved->moved.empty();
}

void Pc::cutLine()
{
    // a port nobody listens on
    m_transport = client::makeHttpTransport({"http://127.0.0.1:1", {}, {}});
}

void Pc::restoreLine()
{
    m_transport = client::makeHttpTransport({m_url, {}, {}});
    m_transport->setToken(m_token);
}

std::int64_t Pc::count(const std::string& sql)
{
    auto rows = m_space->db().prepareOnce(sql);
    return rows.step() ? rows.integer(0) : -1;
}

std::string addCompany(const std::string& server, const std::string& data, const std::string& name,
    const std::string& email, const std::string& password)
{
    const std::string made = outputOf({server, "company", "add", "--data", data, "--name", name, "--json"});
    rapidjson::Document company;
    company.Parse(made.c_str());
    if (company.HasParseError() || !company.IsObject() || !company.HasMember("space"))
        return {};
    outputOf({server, "user", "add", "--data", data, "--company", name, "--email", email, "--name", "김미선", "--role",
                 "owner", "--password-stdin"},
        password + "\n");
    return company["space"].GetString();
}

} // namespace dure::testing
