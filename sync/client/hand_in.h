#pragma once
#include "core/storage/space_database.h"
#include "sync/client/account_calls.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>

namespace dure::client {

/// Some actions, or a piece of a file.
using HandInPiece = std::variant<protocol::PushRequest, BlobPutRequest>;
using HandInReply = std::variant<protocol::HandoverReply, protocol::BlobState>;

/// Hands work that the cloud will not take from here any more to the space's owner (DESIGN §3.18): the actions, then
/// the files that the cloud does not have. Like the engine it owns no socket and reads no clock: ask next(), carry the
/// request (handOver()), give the answer to consume(). Handing in again what a lost reply had taken is harmless: the
/// cloud keeps it once. In the thread that owns the writing connection.
class HandIn
{
public:
    enum class Scope : std::uint8_t {
        Everything, ///< before a space is wiped: all that is not known to have arrived, also of other users of this PC
        NotAllowed, ///< after a role was taken back: what the cloud rejected for it; it counts as attended to then
    };
    /// `space` is borrowed.
    HandIn(storage::SpaceDatabase& space, Scope scope)
        : m_space(space)
        , m_scope(scope)
    { }

    /// The next piece, or nothing: all is done, it is not yet time to try again (nextAt()), or it failed for good.
    std::optional<HandInPiece> next(std::int64_t nowMs);
    void consume(const HandInPiece& piece, const std::expected<HandInReply, Failure>& reply, std::int64_t nowMs);

    /// All of it has its receipt, and the cloud has all files that are part of it. Only then may the space be wiped.
    bool isDone();
    std::int64_t nextAt() const { return m_retryAt; }
    std::int64_t handedIn() const { return m_handedIn; } ///< actions
    /// Why it will not go on by itself (403: never a member; 401: the token was never good); empty: it does.
    const std::string& problem() const { return m_problem; }

private:
    std::optional<HandInPiece> nextWork(std::int64_t nowMs);
    std::optional<HandInPiece> nextOfFile();
    void onTaken(const protocol::PushRequest& work, const protocol::HandoverReply& reply);
    void onState(const BlobPutRequest& put, const protocol::BlobState& state, std::int64_t nowMs);
    void onRefusedFile(const BlobPutRequest& put, const protocol::ErrorReply& error, std::int64_t nowMs);
    void waitAWhile(std::int64_t nowMs);

    storage::SpaceDatabase& m_space;
    Scope m_scope;
    std::set<BlobHash> m_doneFiles; ///< there, or no part of the work, or not taken after all
    std::map<BlobHash, int> m_refusals;
    BlobHash m_file; ///< under way
    std::int64_t m_received = 0; ///< of it, by the cloud
    std::int64_t m_after = 0; ///< entries up to this one are handed in
    std::int64_t m_last = 0; ///< the last one of the piece under way
    std::size_t m_limit = protocol::maxMutationsPerPush;
    int m_failures = 0;
    std::int64_t m_retryAt = 0;
    std::int64_t m_handedIn = 0;
    std::string m_problem;
};

Call<HandInReply> handOver(const Uuid& space, const HandInPiece& piece);
/// Until it is done, fails for good, or `deadlineMs` has passed. For programs without an event loop.
bool handInAll(HandIn& work, Transport& transport, const Uuid& space, const Clock& clock, std::int64_t deadlineMs);

} // namespace dure::client
