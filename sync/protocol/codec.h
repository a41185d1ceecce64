#pragma once
#include "sync/protocol/messages.h"

#include <expected>
#include <string>
#include <string_view>

/// Messages to bytes and back. JSON by RapidJSON; bodies above a kilobyte travel as zstd. Everything decoded is
/// checked: types, lengths, known enum words; a decoder never throws and never reads more than the limits of
/// messages.h. Pure functions, safe from any thread.
namespace dure::protocol {

struct DecodeError
{
    std::string where; ///< "mutations[3].changes[0].row"
};
template <class T> using Decoded = std::expected<T, DecodeError>;

// A row's fields as the text of a JSON object. Null is written, since a change may set a field to nothing.
std::string encodeFields(const Table& table, const Fields& fields);
/// Unknown names go to extra; a known name with a value of a wrong type is an error.
Decoded<Fields> decodeFields(const Table& table, std::string_view json);
/// A whole row's fields without its nulls.
std::string encodeRow(const Table& table, const Row& row);
Decoded<Row> decodeRow(const Table& table, const Uuid& id, std::string_view json);
/// extra objects: the union of both, `over` wins per key; null removes. Both may be empty.
std::string mergeExtra(const std::string& under, const std::string& over);

/// What digests are made of: hash(id, seq, content), independent of the order of fields, of null fields, and of which
/// fields this version knows (an unknown field hashes as it would once known).
std::uint64_t rowHash(const Table& table, const Row& row, std::int64_t seq);

std::string encodeMutation(const Mutation& mutation);
/// Structure and types only; what the schema says of values is the server's check, with RejectReason.
struct MutationProblem
{
    RejectReason reason = RejectReason::Malformed;
    std::string detail;
};
std::expected<Mutation, MutationProblem> decodeMutation(std::string_view body);

std::string encode(const PushRequest& message);
std::string encode(const PushReply& message);
std::string encode(const PullRequest& message);
std::string encode(const PullReply& message);
std::string encode(const DigestReply& message);
std::string encode(const WatchRequest& message);
std::string encode(const WatchReply& message);
std::string encode(const SignInRequest& message);
std::string encode(const SessionReply& message);
std::string encode(const EnrolRequest& message);
std::string encode(const EnrolReply& message);
std::string encode(const HandoverReply& message);
std::string encode(const std::vector<HistoryEntry>& message);
std::string encode(const BlobState& message);
std::string encode(const ErrorReply& message);

template <class T> Decoded<T> decode(std::string_view json) = delete;
template <> Decoded<PushRequest> decode(std::string_view json);
template <> Decoded<PushReply> decode(std::string_view json);
template <> Decoded<PullRequest> decode(std::string_view json);
template <> Decoded<PullReply> decode(std::string_view json);
template <> Decoded<DigestReply> decode(std::string_view json);
template <> Decoded<WatchRequest> decode(std::string_view json);
template <> Decoded<WatchReply> decode(std::string_view json);
template <> Decoded<SignInRequest> decode(std::string_view json);
template <> Decoded<SessionReply> decode(std::string_view json);
template <> Decoded<EnrolRequest> decode(std::string_view json);
template <> Decoded<EnrolReply> decode(std::string_view json);
template <> Decoded<HandoverReply> decode(std::string_view json);
template <> Decoded<std::vector<HistoryEntry>> decode(std::string_view json);
template <> Decoded<BlobState> decode(std::string_view json);
template <> Decoded<ErrorReply> decode(std::string_view json);

/// zstd, level 3. Content-Encoding says "zstd".
std::string compress(std::string_view bytes);
/// Refuses output above `maxBytes`, whatever the frame's header claims.
Decoded<std::string> decompress(std::string_view bytes, std::size_t maxBytes);

} // namespace dure::protocol
