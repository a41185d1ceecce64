#pragma once
#include "sync/protocol/account_messages.h"

#include <expected>
#include <memory>
#include <string>

namespace dure::server {

class SpaceStore;

/// Who asks: found by the token, never from the request's body.
struct Actor
{
    Uuid user;
    std::string userName;
    std::uint8_t role = 0; ///< in this space; one bit of Role
    Uuid device;
    std::string deviceName;
    std::int64_t grantsVersion = 1; ///< grows when the user's rights in the space change
    std::int64_t until = 0; ///< when the role ends by itself; 0: it does not
};

template <class T> using Reply = std::expected<T, protocol::ErrorReply>;

/// What the cloud does with one space: push, pull, digest, enrolment, history. No HTTP, no accounts, no clock of its
/// own; the simulation drives it directly. One call at a time per space (the caller serialises writes); errors of the
/// store come back as Unavailable or Internal with nothing half-written.
class SpaceService
{
public:
    /// `store` must outlive the service.
    SpaceService(SpaceStore& store, SpaceKind kind)
        : m_store(store)
        , m_kind(kind)
    { }

    Reply<protocol::PushReply> push(const protocol::PushRequest& request, const Actor& actor, std::int64_t nowMs);
    Reply<protocol::PullReply> pull(const protocol::PullRequest& request, const Actor& actor, std::int64_t nowMs);
    Reply<protocol::DigestReply> digest(const Actor& actor);
    Reply<protocol::EnrolReply> enrol(const protocol::EnrolRequest& request, const Actor& actor, std::int64_t nowMs);
    Reply<protocol::HandoverReply> handover(
        const protocol::PushRequest& request, const Actor& actor, std::int64_t nowMs, const Uuid& receipt);
    /// Work handed in, newest first; names of users are the caller's to add.
    Reply<protocol::HandoversReply> handovers();
    Reply<protocol::HandoverDetailReply> handedIn(const Uuid& receipt); ///< NotFound: no such receipt
    /// Merges what waits of a receipt as if `author` had pushed it (accept), or sets it aside for good. Either way it
    /// stays on record. Already: nothing of it waits. The head it reached.
    Reply<std::int64_t> decide(const Uuid& receipt, bool accept, const Actor& author, std::int64_t nowMs);
    Reply<std::vector<protocol::HistoryEntry>> history(const std::string& table, const Uuid& row, const Actor& actor);
    /// The space's current seq: what a watch compares with.
    Reply<std::int64_t> head();

private:
    SpaceStore& m_store;
    SpaceKind m_kind;
};

} // namespace dure::server
