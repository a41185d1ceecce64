#pragma once
#include "core/domain/blob.h"
#include "core/domain/mutation.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Every message of the wire, version 1. openapi.yaml says the same for other readers; codec.h turns these into bytes.
/// Times are milliseconds since 1970 UTC, ids are UUID text on the wire, dates yyyymmdd integers.
namespace dure::protocol {

inline constexpr int protocolVersion = 1;

/// Limits of one push; those of one mutation stand in core/domain/mutation.h.
inline constexpr std::size_t maxMutationsPerPush = 2000;
inline constexpr std::size_t maxPushBytes = 8 * 1024 * 1024; ///< after decompression
inline constexpr std::size_t maxReplyBytes
    = 64 * 1024 * 1024; ///< after decompression; a client trusts no one with more

/// A mutation as it stands in an outbox and on the wire: its JSON text, hashed as text, numbered outside of it so that
/// a cloned device can renumber without touching what was hashed.
struct NumberedMutation
{
    std::int64_t n = 0; ///< from 1, without gaps per (incarnation, space)
    std::uint64_t hash = 0; ///< hashBytes(body)
    std::string body; ///< encodeMutation()
};

struct PushRequest
{
    Uuid incarnation;
    std::string epoch; ///< empty before the first pull
    std::int64_t now = 0; ///< the device's clock when sending: gives the skew
    std::vector<NumberedMutation> mutations; ///< consecutive n
    std::int64_t head = 0; ///< the highest seq of the cloud the device has heard of; more than there is: a new epoch
};

enum class ResultStatus : std::uint8_t { Applied, Rejected };

/// Why a mutation was rejected for ever. `detail` names the place ("order_line.quantity"), never a sentence.
enum class RejectReason : std::uint8_t {
    None,
    Malformed, ///< not a mutation at all
    UnknownTable,
    UnknownColumn,
    BadValue, ///< wrong type, too long, out of range, not UTF-8
    MissingValue, ///< a required column would be empty
    NotAllowed, ///< the user's role may not write this table
    AppendOnly, ///< changing or deleting a fact
    RowExists, ///< a create for an id that lives, with other content
    RowMissing, ///< a put for an id the space never had, or that lies deleted as its author knows
    TooLarge, ///< over the limits of one mutation
    WrongUser, ///< made by another user than the one signed in
};

struct MutationResult
{
    std::int64_t n = 0;
    ResultStatus status = ResultStatus::Applied;
    std::int64_t seq = 0; ///< the last seq it used; for a rejection the head at that time
    RejectReason reason = RejectReason::None;
    std::string detail;

    bool operator==(const MutationResult&) const = default;
};

/// May have fewer results than were sent: what comes after the last one was not looked at and is sent again.
struct PushReply
{
    std::int64_t now = 0;
    std::string epoch;
    std::int64_t head = 0;
    std::vector<MutationResult> results;
};

struct PullRequest
{
    std::string epoch; ///< empty on first contact
    std::int64_t grants = 0; ///< the grants version last seen
    std::map<std::string, std::int64_t> cursors; ///< by table name; a table not named starts at 0
    std::int64_t limit = 5000; ///< rows
};

struct PulledRow
{
    std::string table; ///< a name, since it may be one this version does not know
    Uuid id;
    std::int64_t seq = 0;
    bool deleted = false;
    std::string fields; ///< the JSON object as text: what the server sends; after decoding only for unknown tables
    Row row; ///< after decoding, for a table this version knows
};

struct PullReply
{
    std::int64_t now = 0;
    std::string epoch;
    std::int64_t head = 0; ///< the space's seq when the page was read
    std::int64_t safe = 0; ///< all up to this seq stand in a verified backup (DESIGN §3.15)
    std::int64_t grants = 0;
    bool more = false;
    std::vector<std::string> tables; ///< what this user may read; others are dropped by the client
    std::map<std::string, std::int64_t> cursors;
    std::vector<PulledRow> rows;
    std::uint8_t role = 0; ///< the user's in this space; 0 from a cloud that does not say it
    std::int64_t until = 0; ///< as in SpaceGrant
};

struct TableDigest
{
    std::int64_t count = 0;
    std::uint64_t sum = 0; ///< wrapping sum of rowHash() over live rows

    bool operator==(const TableDigest&) const = default;
};

struct DigestReply
{
    std::string epoch;
    std::int64_t seq = 0;
    std::map<std::string, TableDigest> tables;
};

struct WatchRequest
{
    std::map<Uuid, std::int64_t> heads; ///< by space: the head the device has
    std::int64_t timeoutMs = 25'000;
};

struct WatchReply
{
    std::map<Uuid, std::int64_t> moved; ///< empty when the time ran out
};

struct SignInRequest
{
    std::string email;
    std::string password;
    Uuid device; ///< the installation's own id, made once
    std::string deviceName;
    int schema = schemaVersion;
    std::string code = {}; ///< of the second factor (six digits) or a recovery code; empty: none
};

struct SpaceGrant
{
    Uuid space;
    SpaceKind kind = SpaceKind::Company;
    std::string name;
    std::uint8_t role = 0;
    std::string epoch;
    std::int64_t until = 0; ///< server time at which the role ends by itself; 0: it does not
};

/// The answer to signing in, and (without a token) to GET /v1/session.
struct SessionReply
{
    std::string token; ///< opaque, 256 bits, hex
    Uuid user;
    std::string userName;
    std::string email;
    std::int64_t now = 0;
    std::vector<SpaceGrant> spaces;
};

/// A device's incarnation in a space gets the letters its document numbers carry (DESIGN §3.13). Idempotent by id.
struct EnrolRequest
{
    Uuid incarnation;
    std::string deviceName;
};

struct EnrolReply
{
    std::string letters;
};

/// Unsynced work of a device that may no longer push, kept aside until the owner decides (DESIGN §3.18).
struct HandoverReply
{
    Uuid receipt;
    std::int64_t kept = 0;
};

struct HistoryEntry
{
    std::int64_t seq = 0;
    std::int64_t at = 0;
    std::string user;
    std::string device;
    std::string op;
    std::string before; ///< JSON object of the changed fields, empty for a create
    std::string after;
};

/// The largest piece of a file that one request carries, either way: what a cut costs at most, and what a server holds
/// in memory for a slow line.
inline constexpr std::int64_t maxBlobPieceBytes = 1024 * 1024;

/// How much of a file the cloud has. It can be read once it is complete: then its bytes are what its hash says.
struct BlobState
{
    std::int64_t size = 0; ///< 0: never heard of
    std::int64_t received = 0; ///< contiguous from the beginning: where to go on
    bool complete = false;

    bool operator==(const BlobState&) const = default;
};

/// Machine-readable error codes of replies that are not 200.
enum class ErrorCode : std::uint8_t {
    BadRequest, ///< 400: not JSON, wrong types, wrong path
    WeakPassword, ///< 400: a new password under 8 characters, or over 1,000 bytes
    Unauthorized, ///< 401: no token, or one that is no longer good
    WrongPassword, ///< 401 to a sign-in
    SecondFactor, ///< 401: the password is right; the code of the second factor is missing, or wrong
    WrongCode, ///< 401: a code that is wrong, used or over, or does not belong to this e-mail and password
    Revoked, ///< 401: this device was revoked: it hands in what it has not sent, and wipes the space
    Forbidden, ///< 403: not a member of that space, or the role may not
    AccessEnded, ///< 403: a member once; as for a revoked device
    NotFound, ///< 404
    NotNamed, ///< 404: no work that was handed in and no row names this file
    Cloned, ///< 409: this n was used with another content: take a new incarnation
    Gap, ///< 409: n out of order; `expected` says which comes next
    EpochChanged, ///< 409: the server's history was restored; `epoch` is the new one
    Already, ///< 409: it is so already, or was decided before
    LastOwner, ///< 409: a space keeps an owner (the platform: an operator)
    TooLarge, ///< 413
    WrongContent, ///< 422: a file that is not what its hash says, or of a kind that is not taken; start it anew
    UpgradeNeeded, ///< 426: this client's schema is too old to write
    TooMany, ///< 429
    Internal, ///< 500
    Unavailable, ///< 503: draining or the disk is full; try again
    QuotaReached, ///< 507: the space's files are as many bytes as it may have
};

struct ErrorReply
{
    ErrorCode code = ErrorCode::Internal;
    std::string message; ///< English, for logs
    std::int64_t expected = 0; ///< with Gap
    std::string epoch; ///< with EpochChanged
    std::int64_t epochStart = 0; ///< with EpochChanged: up to this seq the device's past is the cloud's
};

int httpStatus(ErrorCode code);
std::string_view errorName(ErrorCode code); ///< "epoch_changed"
std::optional<ErrorCode> errorFromName(std::string_view name);
std::string_view reasonName(RejectReason reason); ///< "bad_value"
std::optional<RejectReason> reasonFromName(std::string_view name);
std::uint8_t roleFromName(std::string_view name); ///< 0 if unknown
std::string_view roleName(std::uint8_t role);
std::string_view spaceKindName(SpaceKind kind);
std::optional<SpaceKind> spaceKindFromName(std::string_view name);

} // namespace dure::protocol
