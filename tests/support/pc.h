#pragma once
#include "core/commands/commands.h"
#include "core/storage/space_database.h"
#include "sync/client/engine.h"
#include "sync/client/transport.h"
#include "tests/support/order_book.h"

#include <functional>
#include <memory>
#include <string>

namespace dure::testing {

class WallClock final : public Clock
{
public:
    std::int64_t nowMs() const override;
};

/// One PC without a window: a company's database on disk, its commands, the engine, and HTTP to a real cloud.
class Pc
{
public:
    /// Signs in; `failure` says why not. `seed` makes its ids.
    Pc(const std::string& folder, const std::string& url, const std::string& email, const std::string& password,
        std::uint64_t seed);

    commands::Commands& commands() { return *m_commands; }
    sqlite::Database& db() { return m_space->db(); }
    storage::SpaceDatabase& space() { return *m_space; }
    /// Runs the engine until it is quiet; the final standing. `seen` hears the standing after each answer.
    client::Status sync(const std::function<void(const client::Status&)>& seen = {});
    /// Asks the cloud to answer as soon as something is new to this PC; false if nothing came in `timeoutMs`.
    bool awaitChange(std::int64_t timeoutMs);
    void cutLine(); ///< from now on nothing gets through
    void restoreLine();
    std::int64_t count(const std::string& sql);
    const std::string& failure() const { return m_failure; }

private:
    WallClock m_clock;
    SeededRandom m_random;
    std::string m_url;
    std::string m_token;
    std::string m_failure;
    Uuid m_spaceId;
    std::unique_ptr<storage::SpaceDatabase> m_space;
    std::unique_ptr<commands::Commands> m_commands;
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::Engine> m_engine;
};

/// A company with an owner in a fresh cloud; returns its space, or empty on failure.
std::string addCompany(const std::string& server, const std::string& data, const std::string& name,
    const std::string& email, const std::string& password);

} // namespace dure::testing
