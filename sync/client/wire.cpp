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

} // namespace

WireRequest toWire(const Uuid& space, const Request& request)
{
    if (const auto* enrol = std::get_if<EnrolRequest>(&request))
        return {"POST", spacePath(space, "enrol"), encode(*enrol)};
    if (const auto* push = std::get_if<PushRequest>(&request))
        return {"POST", spacePath(space, "push"), encode(*push)};
    if (const auto* pull = std::get_if<PullRequest>(&request))
        return {"POST", spacePath(space, "pull"), encode(*pull)};
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
    return readBody<DigestReply>(reply);
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
