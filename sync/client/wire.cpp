#include "sync/client/wire.h"

#include "sync/client/wire_reading.h"

namespace dure::client {

using namespace protocol;

std::string spacePath(const Uuid& space, const std::string& action)
{
    return "/v1/spaces/" + space.toString() + "/" + action;
}

Failure failureOf(const WireReply& reply)
{
    if (reply.status == 0)
        return NoAnswer{reply.detail};
    if (auto error = decode<ErrorReply>(reply.body))
        return *error;
    // a proxy's page: only its status can be trusted
    const std::string detail = "HTTP " + std::to_string(reply.status);
    if (reply.status == 413)
        return ErrorReply{ErrorCode::TooLarge, detail, 0, {}};
    return NoAnswer{detail};
}

namespace {

template <class T> Reply readBody(const WireReply& reply)
{
    auto message = readMessage<T>(reply);
    if (!message)
        return std::unexpected(message.error());
    return ReplyBody(std::move(*message));
}

constexpr std::int64_t blobTimeoutMs = 60'000;

std::string blobPath(const Uuid& space, const BlobHash& hash) { return spacePath(space, "blobs/" + hash.toString()); }

std::string rangeText(std::int64_t offset, std::int64_t length)
{
    return std::to_string(offset) + "-" + std::to_string(offset + length - 1);
}

WireRequest pieceRequest(const std::string& path, const BlobPutRequest& put)
{
    WireRequest wire{"PUT", path, put.bytes, blobTimeoutMs};
    wire.contentRange = "bytes " + rangeText(put.offset, static_cast<std::int64_t>(put.bytes.size())) + "/"
        + std::to_string(put.size);
    return wire;
}

/// What is more than was asked for is left out; whether it is the file's shows at its end.
Reply readBytes(const BlobGetRequest& request, const WireReply& reply)
{
    if (reply.status == 206)
        return ReplyBody(BlobBytes{request.offset, reply.body.substr(0, static_cast<std::size_t>(request.length))});
    if (reply.status != 200)
        return std::unexpected(failureOf(reply));
    // something in between does not know parts, and sent the whole
    const auto offset = static_cast<std::size_t>(request.offset);
    if (reply.body.size() <= offset)
        return std::unexpected(NoAnswer{"the answer ends before the part that was asked for"});
    return ReplyBody(BlobBytes{request.offset, reply.body.substr(offset, static_cast<std::size_t>(request.length))});
}

} // namespace

WireRequest toWire(const Uuid& space, const Request& request)
{
    if (const auto* enrol = std::get_if<EnrolRequest>(&request))
        return {"POST", spacePath(space, "enrol"), encode(*enrol)};
    if (const auto* push = std::get_if<PushRequest>(&request))
        return {"POST", spacePath(space, "push"), encode(*push)};
    if (const auto* pull = std::get_if<PullRequest>(&request))
        return {"POST", spacePath(space, "pull"), encode(*pull)};
    if (const auto* state = std::get_if<BlobStateRequest>(&request))
        return {"GET", blobPath(space, state->hash) + "/state", {}};
    if (const auto* put = std::get_if<BlobPutRequest>(&request))
        return pieceRequest(blobPath(space, put->hash), *put);
    if (const auto* get = std::get_if<BlobGetRequest>(&request)) {
        WireRequest wire{"GET", blobPath(space, get->hash), {}, blobTimeoutMs};
        wire.range = "bytes=" + rangeText(get->offset, get->length);
        return wire;
    }
    return {"GET", spacePath(space, "digest"), {}};
}

Reply fromWire(const Request& request, const WireReply& reply)
{
    if (std::holds_alternative<EnrolRequest>(request))
        return readBody<EnrolReply>(reply);
    if (std::holds_alternative<PushRequest>(request))
        return readBody<PushReply>(reply);
    if (std::holds_alternative<PullRequest>(request))
        return readBody<PullReply>(reply);
    if (std::holds_alternative<BlobStateRequest>(request) || std::holds_alternative<BlobPutRequest>(request))
        return readBody<BlobState>(reply);
    if (const auto* get = std::get_if<BlobGetRequest>(&request))
        return readBytes(*get, reply);
    return readBody<DigestReply>(reply);
}

WireRequest handOverRequest(const Uuid& space, const BlobPutRequest& put)
{
    return pieceRequest(spacePath(space, "handover/" + put.hash.toString()), put);
}

WireRequest watchRequest(const WatchRequest& watch)
{
    return {"POST", "/v1/watch", encode(watch), watch.timeoutMs + 15'000, true};
}

std::optional<WatchReply> readWatch(const WireReply& reply)
{
    auto message = readMessage<WatchReply>(reply);
    return message ? std::optional(std::move(*message)) : std::nullopt;
}

WireRequest signInRequest(const SignInRequest& signIn) { return {"POST", "/v1/session", encode(signIn)}; }
WireRequest sessionRequest() { return {"GET", "/v1/session", {}}; }
WireRequest signOutRequest() { return {"DELETE", "/v1/session", {}}; }

WireRequest historyRequest(const Uuid& space, const std::string& table, const Uuid& row)
{
    return {"GET", spacePath(space, "history") + "?table=" + table + "&row=" + row.toString(), {}};
}

std::expected<SessionReply, Failure> readSession(const WireReply& reply) { return readMessage<SessionReply>(reply); }

std::expected<std::vector<HistoryEntry>, Failure> readHistory(const WireReply& reply)
{
    return readMessage<std::vector<HistoryEntry>>(reply);
}

} // namespace dure::client
