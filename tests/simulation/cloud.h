#pragma once
#include "sync/client/transport.h"
#include "sync/server/space_service.h"
#include "tests/simulation/disk.h"
#include "tests/simulation/ledger.h"
#include "tests/simulation/tally.h"
#include "tests/support/order_book.h"

#include <optional>

namespace dure::simulation {

/// Who a request comes from, as the cloud's accounts know it.
struct Membership
{
    server::Actor actor;
    bool isSignedIn = true; ///< the token is good
    bool isTooOld = false; ///< this version may read and no longer write
};

/// The real SpaceService and SQLite store on a simulated disk, behind a door that decodes requests and encodes answers
/// as the HTTP server does. Tells the ledger what each mutation did.
class Cloud
{
public:
    Cloud(std::uint64_t seed, Ledger& ledger, Tally& tally);
    ~Cloud();

    /// Empty status: the power went before an answer was on its way.
    client::WireReply handle(const client::WireRequest& request, const Membership& from, std::int64_t nowMs);

    /// Pages of a pull are no longer than this, so that even a small company comes in several.
    void setPageRows(std::int64_t rows) { m_pageRows = rows; }

    Disk& disk() { return m_disk; }
    bool isDown() const { return m_disk.isDead(); }
    void start();
    void stop(); ///< at once, as kill -9 does

    /// A verified backup; its head is told to the clients as safe.
    void backup();
    bool hasBackup() const { return m_backup.has_value(); }
    /// What `dure-server restore` does: the files of the backup, and a new epoch.
    void restoreBackup();

    /// A newer version has a table more, which it sends to all, and values and fields that nobody knows.
    void setNewer(bool newer) { m_isNewer = newer; }

    bool isNewer() const { return m_isNewer; }
    std::int64_t head();
    server::SpaceStore& store() { return *m_store; }

private:
    struct Backup
    {
        Disk::Image files;
        Ledger::Past past;
    };
    void open();
    void writeConflictOfTomorrow(std::int64_t nowMs);
    client::WireReply pull(const protocol::PullRequest& request, const Membership& from, std::int64_t nowMs);
    client::WireReply aboutFile(const client::WireRequest& request, const Membership& from, std::int64_t nowMs);
    client::WireReply answer(
        const std::string& action, const client::WireRequest& request, const Membership& from, std::int64_t nowMs);

    testing::SeededRandom m_random;
    Ledger& m_ledger;
    Tally& m_tally;
    Disk m_disk{"cloud"};
    std::unique_ptr<server::SpaceStore> m_store; ///< the real one
    std::unique_ptr<server::SpaceStore> m_observed; ///< the same, telling the ledger
    std::unique_ptr<server::SpaceService> m_service;
    std::optional<Backup> m_backup;
    const protocol::PushRequest* m_push = nullptr; ///< under way
    std::uint8_t m_pushRole = 0;
    bool m_isNewer = false;
    std::int64_t m_pageRows = 10'000;
};

} // namespace dure::simulation
