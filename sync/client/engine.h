#pragma once
#include "core/domain/mutation.h"
#include "core/storage/space_database.h"
#include "sync/client/blob_traffic.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace dure::client {

enum class Standing : std::uint8_t {
    Working, ///< sends and receives
    Offline, ///< the cloud does not answer; tries again by itself
    SignedOut, ///< 401: somebody must sign in; everything stays here
    Forbidden, ///< 403: no member of this space any more
    UpgradeNeeded, ///< 426: this version may not write any more
    StorageFailed, ///< the disk is full or cannot be written; tries again by itself
};

struct Status
{
    Standing standing = Standing::Working;
    bool complete = false; ///< the first sync has reached the head known at its start
    bool upToDate = false; ///< nothing waits and nothing is known to be missing
    std::int64_t waiting = 0; ///< actions of this PC the cloud does not have
    std::int64_t waitingSinceMs = 0;
    std::int64_t toReceive = 0; ///< rows, at most: head less cursor
    std::int64_t attention = 0; ///< rejected actions
    std::int64_t lastContactMs = 0;
    std::int64_t digestMismatches = 0; ///< tables fetched again since the start
    std::string detail; ///< the last failure, English, for logs
    /// This device was revoked, or the user is no longer a member: nothing will be answered any more. What is not sent
    /// is to be handed in (hand_in.h), and then the space is wiped (wiping.h).
    bool mustLeave = false;
    std::uint8_t role = 0; ///< as the last pull had it; 0: not known yet
    std::int64_t untilMs = 0; ///< when the role ends by itself, by the cloud's clock; 0: it does not
    std::int64_t cloudMs = 0; ///< the cloud's clock at the last pull
    std::int64_t filesWaiting = 0; ///< files of this PC the cloud does not have
    std::int64_t filesNotAllowed = 0; ///< likewise, which the role may not send: HandIn::Scope::NotAllowed
    std::int64_t notAllowed = 0; ///< actions rejected because the role does not allow them: HandIn::Scope::NotAllowed
};

/// Whether a role that ends by itself has ended, as far as can be told without the cloud: by its clock at the last pull
/// and the time that has passed since (of a clock that nobody sets), never by this PC's own.
constexpr bool isOver(const Status& status, std::int64_t elapsedMs)
{
    return status.untilMs != 0 && status.cloudMs + elapsedMs >= status.untilMs;
}

/// Keeps one space of this PC and the cloud the same. Owns no socket and reads no clock: ask next(), carry the request,
/// give the answer to consume(). One request at a time. All calls in the thread that owns the writing connection.
/// Nothing here ever deletes unsent work: 401, 403, 426 only change the standing. Files go when there is nothing to ask
/// about rows, and what fails with them is their own trouble (blob_traffic.h).
class Engine
{
public:
    /// `space` and `random` are borrowed. `user` is who is signed in: only that user's actions go out.
    Engine(storage::SpaceDatabase& space, RandomSource& random, Uuid user, std::string deviceName);

    /// The next thing to ask, or nothing for now. Phases in order: enrol, push, pull, digest, files.
    std::optional<Request> next(std::int64_t nowMs);
    /// Takes the answer to the last request; returns what changed on the screen.
    ChangeSet consume(const Request& request, const Reply& reply, std::int64_t nowMs);

    /// What next() will ask after this answer, where that is certain: the page behind a page. A driver may fetch it
    /// while consume() is at work, and drops it if next() then wants something else.
    static std::optional<Request> following(const Request& request, const Reply& reply);

    /// When next() is worth asking again, if nothing else happens. Milliseconds; a far time if never.
    std::int64_t nextAt() const { return m_retryAt; }
    /// The same for files alone: whoever only waits for rows need not wait for this.
    std::int64_t filesAt() const { return m_files.nextAt(); }
    /// Somebody looks at a row that names this file: it is fetched if it is not here.
    void want(const BlobHash& hash, std::int64_t size);
    /// The user's action or the watch says that there is something to do: ends a back-off at once.
    void wake();
    /// A watch answered, or a poll is due: pull.
    void pullSoon();
    /// Compares digests once this PC is at the head.
    void checkSoon() { m_digestWanted = true; }
    /// Signed in again.
    void resume(Uuid user);
    /// The head this PC has: what a watch sends.
    std::int64_t head();
    Status status();

private:
    std::optional<Request> nextPush(std::int64_t nowMs);
    void consumeReply(const Request& request, const ReplyBody& body, ChangeSet& changes, std::int64_t nowMs);
    void onEnrolled(const protocol::EnrolReply& reply);
    void onPushed(const protocol::PushRequest& request, const protocol::PushReply& reply, ChangeSet& changes);
    void onPulled(const protocol::PullReply& reply, ChangeSet& changes);
    void onDigest(const protocol::DigestReply& reply, ChangeSet& changes);
    void onError(const Request& request, const protocol::ErrorReply& error, ChangeSet& changes, std::int64_t nowMs);
    void onPushTooLarge(const protocol::PushRequest& request, const protocol::ErrorReply& error, ChangeSet& changes);
    void adoptUser();
    void takeUpKept();
    void renumber(bool resend, std::int64_t nowMs);
    void takeNewIncarnation(bool resend, std::int64_t nowMs);
    void onGap(const protocol::PushRequest& push, std::int64_t expected, std::int64_t nowMs);
    void onEpochChanged(const protocol::ErrorReply& error, ChangeSet& changes, std::int64_t nowMs);
    void backOff(std::int64_t nowMs, Standing standing, const std::string& detail);

    storage::SpaceDatabase& m_space;
    RandomSource& m_random;
    Uuid m_user;
    std::string m_deviceName;
    Standing m_standing = Standing::Working;
    bool m_pullWanted = true;
    bool m_digestWanted = true;
    std::size_t m_pushLimit; ///< mutations a push; halved when the cloud finds one too large
    int m_failures = 0;
    std::int64_t m_retryAt = 0;
    std::int64_t m_lastContactMs = 0;
    std::int64_t m_mismatches = 0;
    std::string m_detail;
    std::set<std::uint64_t> m_retried; ///< refused actions that went out again
    ChangeSet m_takenUp; ///< told with the first answer
    bool m_mustLeave = false;
    BlobTraffic m_files;
};

} // namespace dure::client
