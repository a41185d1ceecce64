#include "sync/server/api.h"

#include "core/sqlite/database.h"
#include "sync/protocol/codec.h"
#include "sync/server/log_line.h"
#include "sync/server/store_failure.h"

#include <chrono>

namespace dure::server {

using namespace protocol;

namespace {

constexpr std::size_t compressAbove = 1024;
constexpr std::int64_t slowMicros = 1'000'000;

std::unexpected<ErrorReply> refuse(ErrorCode code, std::string message)
{
    return std::unexpected(ErrorReply{code, std::move(message), 0, {}});
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// "gzip, zstd;q=0.5" accepts; "zstd;q=0" does not.
bool acceptsZstd(std::string_view header)
{
    while (!header.empty()) {
        const std::string_view part = header.substr(0, header.find(','));
        header.remove_prefix(std::min(header.size(), part.size() + 1));
        const std::size_t semicolon = part.find(';');
        if (trimmed(part.substr(0, semicolon)) != "zstd")
            continue;
        const std::string_view quality = semicolon == std::string_view::npos ? "" : trimmed(part.substr(semicolon + 1));
        return quality.find_first_not_of("q=0. \t") != std::string_view::npos || quality.empty();
    }
    return false;
}

void compressFor(HttpResponse& response, std::string_view acceptEncoding)
{
    if (response.isFile || response.body.size() <= compressAbove || !acceptsZstd(acceptEncoding))
        return;
    std::string packed = compress(response.body);
    if (packed.empty() || packed.size() >= response.body.size())
        return;
    response.body = std::move(packed);
    response.zstd = true;
}

ErrorReply storeFault(const sqlite::Failure& failure)
{
    using sqlite::FailureKind;
    const bool passing = failure.kind == FailureKind::DiskFull || failure.kind == FailureKind::Busy
        || failure.kind == FailureKind::Io || failure.kind == FailureKind::CannotOpen;
    return {passing ? ErrorCode::Unavailable : ErrorCode::Internal, failure.what(), 0, {}};
}

void logAnswer(std::string_view route, const HttpResponse& response, std::int64_t micros)
{
    if (response.status < 500 && micros < slowMicros)
        return;
    LogLine line(response.status >= 500 ? "request_failed" : "request_slow");
    line.add("route", route).add("status", response.status).add("ms", micros / 1000);
    if (response.status >= 500)
        line.add("reply", std::string_view(response.body).substr(0, 300));
}

} // namespace

HttpResponse errorResponse(const ErrorReply& error)
{
    HttpResponse response;
    response.status = httpStatus(error.code);
    response.body = encode(error);
    if (error.code == ErrorCode::TooMany)
        response.retryAfterS = 60;
    if (error.code == ErrorCode::Unavailable)
        response.retryAfterS = 5;
    return response;
}

HttpResponse statusResponse(int status, std::string message)
{
    HttpResponse response = errorResponse({ErrorCode::BadRequest, std::move(message), 0, {}});
    response.status = status;
    return response;
}

std::expected<std::string_view, HttpResponse> clearBody(
    const HttpRequest& request, std::size_t maxBytes, std::string& storage)
{
    if (request.body.size() > maxBytes)
        return std::unexpected(errorResponse({ErrorCode::TooLarge, "body too large", 0, {}}));
    const std::string_view encoding = trimmed(request.contentEncoding);
    if (encoding.empty() || encoding == "identity")
        return request.body;
    if (encoding != "zstd")
        return std::unexpected(statusResponse(415, "Content-Encoding: zstd, or none"));
    auto clear = decompress(request.body, maxBytes);
    if (!clear) {
        const bool tooLarge = clear.error().where == "zstd: too large";
        return std::unexpected(
            errorResponse({tooLarge ? ErrorCode::TooLarge : ErrorCode::BadRequest, clear.error().where, 0, {}}));
    }
    storage = std::move(*clear);
    return storage;
}

Api::Api(const Parts& parts)
    : m(parts)
    , m_members(parts.accounts.database(), parts.clock)
    , m_invites(parts.accounts.database(), parts.clock, parts.random, parts.sessions)
    , m_devices(parts.accounts.database(), parts.clock)
    , m_passwords(parts.accounts.database(), parts.clock, parts.sessions)
{ }

Actor Api::Door::actor() const
{
    return {session.user, session.userName, grant.role, session.device, session.deviceName, grant.version, grant.until};
}

std::string_view Api::bearerToken(const HttpRequest& request)
{
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view header = request.authorization;
    return header.starts_with(scheme) ? trimmed(header.substr(scheme.size())) : std::string_view();
}

Reply<Session> Api::authenticate(const HttpRequest& request, Purpose purpose)
{
    const std::string_view token = bearerToken(request);
    if (token.empty())
        return refuse(ErrorCode::Unauthorized, "a bearer token is needed");
    auto session = m.sessions.find(token);
    if (!session)
        return refuse(ErrorCode::Unauthorized, "this token is not known");
    if (purpose == Purpose::HandOver)
        return *session;
    if (session->state == SessionState::Revoked)
        return refuse(ErrorCode::Revoked, "this device was revoked");
    if (session->state != SessionState::Active)
        return refuse(ErrorCode::Unauthorized, "this session has ended");
    return *session;
}

Reply<Api::Door> Api::enter(const HttpRequest& request, std::string_view space, Purpose purpose)
{
    auto session = authenticate(request, purpose);
    if (!session)
        return std::unexpected(std::move(session.error()));
    const auto id = Uuid::fromString(space);
    if (!id)
        return refuse(ErrorCode::BadRequest, "a space is named by a UUID");
    return enter(*session, *id, purpose);
}

Reply<Api::Door> Api::enter(const Session& session, const Uuid& space, Purpose purpose)
{
    auto grant = m.accounts.grant(session.user, space, session.device);
    // one answer for "not yours" and "not there": ids must not be probed
    if (!grant)
        return refuse(ErrorCode::Forbidden, "no access to this space");
    if (purpose == Purpose::HandOver)
        return Door{session, *grant};
    if (grant->isDeviceRevoked)
        return refuse(ErrorCode::Revoked, "this device was revoked for this space");
    if (grant->role == 0)
        return refuse(ErrorCode::AccessEnded, "no longer a member of this space");
    return Door{session, *grant};
}

Answer Api::handle(const HttpRequest& request)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point began = Clock::now();
    Answer answer;
    const RouteMatch match = matchRoute(request.method, splitTarget(request.target).first);
    try {
        auto body = dispatch(match, request, answer);
        if (body)
            answer.response.body = std::move(*body);
        else
            answer.response = std::move(body.error());
    } catch (const sqlite::Failure& failure) {
        answer.response = errorResponse(storeFault(failure));
    } catch (const StoreUnavailable& failure) {
        answer.response = errorResponse({ErrorCode::Unavailable, failure.what(), 0, {}});
    } catch (const std::exception& failure) {
        answer.response = errorResponse({ErrorCode::Internal, failure.what(), 0, {}});
    }
    const std::int64_t micros = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began).count();
    const std::string_view name = match.route ? match.route->name : "none";
    m.metrics.countRequest(name, answer.response.status, micros);
    logAnswer(name, answer.response, micros);
    compressFor(answer.response, request.acceptEncoding);
    return answer;
}

HttpResponse Api::watchResponse(const Heads& moved, const std::string& acceptEncoding)
{
    HttpResponse response;
    response.body = encode(WatchReply{moved});
    compressFor(response, acceptEncoding);
    return response;
}

Api::Outcome Api::dispatch(const RouteMatch& match, const HttpRequest& request, Answer& answer)
{
    if (!match.pathExists)
        return failed(ErrorCode::NotFound, "no such path");
    if (!match.route) {
        HttpResponse other = statusResponse(405, "this path takes another method");
        other.allow = match.allow;
        return std::unexpected(std::move(other));
    }
    switch (match.route->id) {
    case RouteId::Health:
        return R"({"status":"ok"})";
    case RouteId::Metrics:
        answer.response.contentType = "text/plain; version=0.0.4; charset=utf-8";
        return metricsText(request);
    case RouteId::SignIn:
        return signIn(request, match.route->maxBody);
    case RouteId::Session:
        return session(request);
    case RouteId::SignOut:
        return signOut(request);
    case RouteId::Watch:
        return watch(request, match.route->maxBody, answer);
    case RouteId::Join:
    case RouteId::ResetPassword:
        return forAnyone(match, request);
    case RouteId::OwnDevices:
    case RouteId::RevokeOwnDevice:
    case RouteId::ChangePassword:
    case RouteId::BeginSecondFactor:
    case RouteId::ConfirmSecondFactor:
    case RouteId::RemoveSecondFactor:
        return aboutAccount(match, request);
    default:
        return inSpace(match, request);
    }
}

} // namespace dure::server
