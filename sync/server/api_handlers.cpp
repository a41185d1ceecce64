#include "sync/protocol/codec.h"
#include "sync/server/api_replies.h"

#include <charconv>

/// What each route does once the request has been matched.
namespace dure::server {

using namespace protocol;

namespace {

constexpr int minimumSchemaToWrite = 1; ///< raised when older clients would write what can no longer be merged
constexpr std::int64_t maxWatchMs = 50'000; ///< under the usual proxy's 60 s

int schemaOf(const std::string& header)
{
    int schema = 0;
    std::from_chars(header.data(), header.data() + header.size(), schema);
    return schema;
}

/// "dure/0.1.0" → "0.1.0"; what is not of this kind is nothing.
std::string programVersion(std::string_view userAgent)
{
    constexpr std::string_view program = "dure/";
    constexpr std::string_view letters = "0123456789abcdefghijklmnopqrstuvwxyz.+-";
    if (!userAgent.starts_with(program) || userAgent.size() > 40)
        return {};
    userAgent.remove_prefix(program.size());
    return userAgent.find_first_not_of(letters) == std::string_view::npos ? std::string(userAgent) : std::string();
}

/// Of a device that may do nothing else any more.
bool isHandingOver(RouteId id) { return id == RouteId::Handover || id == RouteId::HandOverBlob; }

bool isLoopback(std::string_view address) { return address.starts_with("127.") || address == "::1"; }

} // namespace

Api::Outcome Api::signIn(const HttpRequest& request, std::size_t maxBody)
{
    std::string storage;
    const auto body = clearBody(request, maxBody, storage);
    if (!body)
        return std::unexpected(body.error());
    const auto message = decode<SignInRequest>(*body);
    if (!message)
        return failed(malformed(message.error()));
    const auto signedIn = m.sessions.signIn(*message, request.address);
    if (!signedIn)
        return failed(signedIn.error());
    return welcome(*signedIn);
}

Api::Outcome Api::welcome(const SignedIn& signedIn)
{
    SessionReply reply = describe(signedIn.session);
    reply.token = signedIn.token;
    return encode(reply);
}

Api::Outcome Api::session(const HttpRequest& request)
{
    const auto session = authenticate(request);
    return session ? Outcome(encode(describe(*session))) : failed(session.error());
}

Api::Outcome Api::signOut(const HttpRequest& request)
{
    // ending what has ended is no fault: the reply of the first attempt may have been lost
    const auto session = authenticate(request, Purpose::HandOver);
    if (!session)
        return failed(session.error());
    m.sessions.signOut(bearerToken(request));
    return "{}";
}

SessionReply Api::describe(const Session& session)
{
    SessionReply reply;
    reply.user = session.user;
    reply.userName = session.userName;
    reply.email = session.email;
    reply.now = m.clock.nowMs();
    for (const Grant& grant : m.accounts.grants(session.user, session.device)) {
        auto lease = m.spaces.open(grant.space, grant.kind);
        reply.spaces.push_back(
            {grant.space, grant.kind, grant.name, grant.role, lease.store().beginRead()->state().epoch, grant.until});
    }
    return reply;
}

Api::Outcome Api::inSpace(const RouteMatch& match, const HttpRequest& request)
{
    const RouteId id = match.route->id;
    const auto door = enter(request, match.space, isHandingOver(id) ? Purpose::HandOver : Purpose::Use);
    if (!door)
        return failed(door.error());
    // one answer for every path a role may not take, before anything is looked at
    if (!isHandingOver(id) && !mayDo(door->grant.role, door->grant.kind, *match.route->right))
        return failed(ErrorCode::Forbidden, "your role does not allow this");
    if (id == RouteId::Push && schemaOf(request.schema) < minimumSchemaToWrite)
        return failed(ErrorCode::UpgradeNeeded, "this version is too old to write; Dure-Schema says which it is");
    std::string storage;
    const auto body = clearBody(request, match.route->maxBody, storage);
    if (!body)
        return std::unexpected(body.error());
    switch (id) {
    case RouteId::Push:
        return push(*door, *body);
    case RouteId::Pull:
        m_devices.noteSync(
            door->session.user, door->session.device, door->grant.space, programVersion(request.userAgent));
        return pull(*door, *body);
    case RouteId::Enrol:
        return enrol(*door, *body);
    case RouteId::Handover:
        return handover(*door, *body);
    case RouteId::HandOverBlob:
        return handOverBlob(*door, match.hash, request.contentRange, *body);
    case RouteId::Digest:
        return digest(*door);
    case RouteId::History:
        return history(*door, splitTarget(request.target).second);
    case RouteId::PutBlob:
    case RouteId::GetBlob:
    case RouteId::BlobState:
        return aboutBlob(match, *door, request, *body);
    default:
        return aboutSpace(match, *door, *body);
    }
}

Api::Outcome Api::push(const Door& door, std::string_view body)
{
    const auto message = decode<PushRequest>(body);
    if (!message)
        return failed(malformed(message.error()));
    auto lease = m.spaces.open(door.grant.space, door.grant.kind);
    if (!lease.queueToWrite(m.maxWritersPerSpace))
        return failed(ErrorCode::Unavailable, "this space is busy");
    const auto reply = lease.service().push(*message, door.actor(), m.clock.nowMs());
    if (reply)
        m.watches.moved(door.grant.space, reply->head);
    return encoded(reply);
}

Api::Outcome Api::pull(const Door& door, std::string_view body)
{
    const auto message = decode<PullRequest>(body);
    if (!message)
        return failed(malformed(message.error()));
    auto lease = m.spaces.open(door.grant.space, door.grant.kind);
    return encoded(lease.service().pull(*message, door.actor(), m.clock.nowMs()));
}

Api::Outcome Api::enrol(const Door& door, std::string_view body)
{
    const auto message = decode<EnrolRequest>(body);
    if (!message)
        return failed(malformed(message.error()));
    auto lease = m.spaces.open(door.grant.space, door.grant.kind);
    if (!lease.queueToWrite(m.maxWritersPerSpace))
        return failed(ErrorCode::Unavailable, "this space is busy");
    return encoded(lease.service().enrol(*message, door.actor(), m.clock.nowMs()));
}

Api::Outcome Api::handover(const Door& door, std::string_view body)
{
    const auto message = decode<PushRequest>(body);
    if (!message)
        return failed(malformed(message.error()));
    const std::int64_t now = m.clock.nowMs();
    if (!m_handovers.take(door.session.device.toString(), now))
        return failed(ErrorCode::TooMany, "handed over too often");
    auto lease = m.spaces.open(door.grant.space, door.grant.kind);
    if (!lease.queueToWrite(m.maxWritersPerSpace))
        return failed(ErrorCode::Unavailable, "this space is busy");
    return encoded(lease.service().handover(*message, door.actor(), now, makeUuidV7(now, m.random)));
}

Api::Outcome Api::digest(const Door& door)
{
    auto lease = m.spaces.open(door.grant.space, door.grant.kind);
    return encoded(lease.service().digest(door.actor()));
}

Api::Outcome Api::history(const Door& door, std::string_view query)
{
    const auto table = queryValue(query, "table");
    const auto row = Uuid::fromString(queryValue(query, "row").value_or(""));
    if (!table || !row)
        return failed(ErrorCode::BadRequest, "history?table=NAME&row=UUID");
    auto lease = m.spaces.open(door.grant.space, door.grant.kind);
    return encoded(lease.service().history(*table, *row, door.actor()));
}

Reply<std::int64_t> Api::headOf(const Grant& grant)
{
    if (const auto known = m.watches.knownHead(grant.space))
        return *known;
    auto lease = m.spaces.open(grant.space, grant.kind);
    auto head = lease.service().head();
    if (head)
        m.watches.heard(grant.space, *head);
    return head;
}

Api::Outcome Api::watch(const HttpRequest& request, std::size_t maxBody, Answer& answer)
{
    const auto session = authenticate(request);
    if (!session)
        return failed(session.error());
    std::string storage;
    const auto body = clearBody(request, maxBody, storage);
    if (!body)
        return std::unexpected(body.error());
    const auto message = decode<WatchRequest>(*body);
    if (!message)
        return failed(malformed(message.error()));
    std::vector<Grant> watched;
    Heads heads;
    for (const auto& [space, head] : message->heads) {
        const auto door = enter(*session, space, Purpose::Use);
        if (!door)
            return failed(door.error());
        if (door->grant.kind == SpaceKind::Platform)
            continue; // millions watch: what changes there is found by polling
        watched.push_back(door->grant);
        heads[space] = head;
    }
    auto watch = m.watches.watch(session->user, session->device, heads);
    Heads moved;
    for (const Grant& grant : watched) {
        const auto head = headOf(grant);
        if (!head)
            return failed(head.error());
        if (*head != heads[grant.space]) // also when the device is ahead: its pull finds out why
            moved[grant.space] = *head;
    }
    if (!moved.empty())
        return encode(WatchReply{moved});
    answer.watch = std::move(watch);
    answer.watchMs = std::clamp<std::int64_t>(message->timeoutMs, 0, maxWatchMs);
    for (const Grant& grant : watched) // nobody waits past the end of what may be seen
        if (grant.until != 0)
            answer.watchMs = std::clamp<std::int64_t>(grant.until - m.clock.nowMs(), 0, answer.watchMs);
    return std::string();
}

Api::Outcome Api::metricsText(const HttpRequest& request)
{
    if (!isLoopback(request.address)) // what runs here is nobody's business on the internet
        return failed(ErrorCode::Forbidden, "metrics are read on this machine");
    std::vector<Metrics::Gauge> gauges = {
        {"dure_watches", "Devices waiting for a space to move.", static_cast<std::int64_t>(m.watches.size())},
        {"dure_open_spaces", "Space files open.", static_cast<std::int64_t>(m.spaces.openCount())},
    };
    if (m_gauges)
        std::ranges::move(m_gauges(), std::back_inserter(gauges));
    return m.metrics.text(gauges);
}

} // namespace dure::server
