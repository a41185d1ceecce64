#pragma once
#include "sync/server/blob_service.h"
#include "sync/server/devices.h"
#include "sync/server/invites.h"
#include "sync/server/metrics.h"
#include "sync/server/passwords.h"
#include "sync/server/routes.h"
#include "sync/server/sessions.h"
#include "sync/server/space_directory.h"
#include "sync/server/watch_hub.h"

#include <functional>

namespace dure::server {

/// What of a request the API looks at; the transport fills it.
struct HttpRequest
{
    std::string method;
    std::string target; ///< path and query as sent
    std::string authorization;
    std::string contentEncoding;
    std::string acceptEncoding;
    std::string schema; ///< the header Dure-Schema
    std::string userAgent;
    std::string range; ///< the header Range: which part of a file is asked for
    std::string contentRange; ///< the header Content-Range: which part of a file is sent
    std::string address; ///< of the client, for rate limits
    std::string body;
};

struct HttpResponse
{
    int status = 200;
    std::string_view contentType = "application/json; charset=utf-8";
    std::string body;
    bool zstd = false; ///< the body is compressed
    std::string_view allow; ///< with 405
    int retryAfterS = 0; ///< with 429 and 503
    bool isFile = false; ///< bytes of a file: never compressed, and never to be shown or run by whoever receives them
    std::string contentRange = {}; ///< with isFile
};

/// Either the response, or a watch to wait for: then watchResponse() makes it.
struct Answer
{
    HttpResponse response;
    std::unique_ptr<WatchHub::Watch> watch;
    std::int64_t watchMs = 0;
};

/// A body in clear, decompressed into `storage` if need be; never more than `maxBytes`. Call it once the caller is
/// known.
std::expected<std::string_view, HttpResponse> clearBody(
    const HttpRequest& request, std::size_t maxBytes, std::string& storage);

HttpResponse errorResponse(const protocol::ErrorReply& error);
/// For what HTTP has a status for and the protocol no word: 405, 408, 415, 431.
HttpResponse statusResponse(int status, std::string message);

/// The routes of v1 over spaces and accounts, without a socket. Everything it refuses is an ErrorReply. Safe from any
/// thread; blocks on SQL, except for routes that say they use none.
class Api
{
public:
    struct Parts
    {
        Accounts& accounts;
        Sessions& sessions;
        SpaceDirectory& spaces;
        WatchHub& watches;
        Metrics& metrics;
        const Clock& clock;
        RandomSource& random;
        int maxWritersPerSpace = 4;
        BlobLimits blobs = {};
    };
    explicit Api(const Parts& parts);

    Answer handle(const HttpRequest& request);
    HttpResponse watchResponse(const Heads& moved, const std::string& acceptEncoding);

    /// What /metrics adds to the counters; set once before the first request.
    void setGauges(std::function<std::vector<Metrics::Gauge>()> gauges) { m_gauges = std::move(gauges); }

private:
    /// Who stands behind a request in one space: made by enter() alone.
    struct Door
    {
        Session session;
        Grant grant;
        Actor actor() const;
    };
    enum class Purpose : std::uint8_t { Use, HandOver };

    Reply<Session> authenticate(const HttpRequest& request, Purpose purpose = Purpose::Use);
    Reply<Door> enter(const HttpRequest& request, std::string_view space, Purpose purpose = Purpose::Use);
    Reply<Door> enter(const Session& session, const Uuid& space, Purpose purpose);

    /// The body of a 200, or the whole of another answer.
    using Outcome = std::expected<std::string, HttpResponse>;
    Outcome dispatch(const RouteMatch& match, const HttpRequest& request, Answer& answer);
    Outcome inSpace(const RouteMatch& match, const HttpRequest& request);
    Outcome signIn(const HttpRequest& request, std::size_t maxBody);
    Outcome session(const HttpRequest& request);
    Outcome signOut(const HttpRequest& request);
    Outcome push(const Door& door, std::string_view body);
    Outcome pull(const Door& door, std::string_view body);
    Outcome enrol(const Door& door, std::string_view body);
    Outcome handover(const Door& door, std::string_view body);
    Outcome digest(const Door& door);
    Outcome history(const Door& door, std::string_view query);
    Outcome watch(const HttpRequest& request, std::size_t maxBody, Answer& answer);
    Outcome metricsText(const HttpRequest& request);
    protocol::SessionReply describe(const Session& session);
    Reply<std::int64_t> headOf(const Grant& grant);
    static std::string_view bearerToken(const HttpRequest& request); ///< empty: none
    static Outcome failed(const protocol::ErrorReply& error) { return std::unexpected(errorResponse(error)); }
    static Outcome failed(protocol::ErrorCode code, std::string message)
    {
        return failed({code, std::move(message), 0, {}});
    }
    template <class T> static Outcome encoded(const Reply<T>& reply);

    // files: api_blob_handlers.cpp
    Outcome aboutBlob(const RouteMatch& match, const Door& door, const HttpRequest& request, std::string_view body);
    Outcome putBlob(const Door& door, const BlobHash& hash, const std::string& range, std::string_view body);
    Outcome handOverBlob(const Door& door, const BlobHash& hash, const std::string& range, std::string_view body);

    // people and devices: api_member_handlers.cpp, api_account_handlers.cpp
    Outcome aboutSpace(const RouteMatch& match, const Door& door, std::string_view body);
    Outcome setRole(const Door& door, const Uuid& user, std::string_view body);
    Outcome revokeDevice(const Door& door, const Uuid& device);
    Outcome handovers(const Door& door);
    Outcome decideHandover(const Door& door, const Uuid& receipt, std::string_view body);
    Outcome aboutAccount(const RouteMatch& match, const HttpRequest& request);
    Outcome forAnyone(const RouteMatch& match, const HttpRequest& request);
    Outcome ownDevices(const Session& session);
    Outcome secondFactor(RouteId route, const Session& session, std::string_view body);
    Outcome welcome(const SignedIn& signedIn);

    Parts m;
    Members m_members;
    Invites m_invites;
    Devices m_devices;
    Passwords m_passwords;
    RateLimiter m_handovers{20, 60'000}; ///< of devices that may do nothing else
    RateLimiter m_handedPieces{800, 600'000}; ///< likewise, of files
    std::function<std::vector<Metrics::Gauge>()> m_gauges;
};

} // namespace dure::server
