#include "sync/server/routes.h"

#include "sync/protocol/messages.h"

#include <array>
#include <charconv>

namespace dure::server {

namespace {

constexpr std::size_t smallBody = 16 * 1024;
constexpr std::size_t watchBody = 128 * 1024; ///< a coordinator watches up to a thousand spaces

constexpr std::array routes = {
    Route{RouteId::SignIn, "POST", "/v1/session", "sign_in", smallBody, true},
    Route{RouteId::Session, "GET", "/v1/session", "session", 0, true},
    Route{RouteId::SignOut, "DELETE", "/v1/session", "sign_out", 0, true},
    Route{RouteId::Push, "POST", "/v1/spaces/{space}/push", "push", protocol::maxPushBytes, true, Right::Sync},
    Route{RouteId::Pull, "POST", "/v1/spaces/{space}/pull", "pull", smallBody, true, Right::Sync},
    Route{RouteId::Enrol, "POST", "/v1/spaces/{space}/enrol", "enrol", smallBody, true, Right::Sync},
    Route{RouteId::Handover, "POST", "/v1/spaces/{space}/handover", "handover", protocol::maxPushBytes, true,
        Right::Sync},
    Route{RouteId::HandOverBlob, "PUT", "/v1/spaces/{space}/handover/{hash}", "hand_over_blob",
        static_cast<std::size_t>(protocol::maxBlobPieceBytes), true, Right::Sync},
    Route{RouteId::Digest, "GET", "/v1/spaces/{space}/digest", "digest", 0, true, Right::Sync},
    Route{RouteId::History, "GET", "/v1/spaces/{space}/history", "history", 0, true, Right::Sync},
    Route{RouteId::Members, "GET", "/v1/spaces/{space}/members", "members", 0, true, Right::SeeMembers},
    Route{
        RouteId::SetRole, "POST", "/v1/spaces/{space}/members/{id}", "set_role", smallBody, true, Right::ManageMembers},
    Route{RouteId::Invites, "GET", "/v1/spaces/{space}/invites", "invites", 0, true, Right::SeeMembers},
    Route{RouteId::Invite, "POST", "/v1/spaces/{space}/invites", "invite", smallBody, true, Right::ManageMembers},
    Route{RouteId::EndInvite, "DELETE", "/v1/spaces/{space}/invites/{id}", "end_invite", 0, true, Right::ManageMembers},
    Route{RouteId::SpaceDevices, "GET", "/v1/spaces/{space}/devices", "space_devices", 0, true, Right::SeeDevices},
    Route{RouteId::RevokeDevice, "DELETE", "/v1/spaces/{space}/devices/{id}", "revoke_device", 0, true,
        Right::RevokeDevices},
    Route{RouteId::MakeResetCode, "POST", "/v1/spaces/{space}/reset-codes", "make_reset_code", smallBody, true,
        Right::ResetPasswords},
    Route{RouteId::Handovers, "GET", "/v1/spaces/{space}/handovers", "handovers", 0, true, Right::DecideHandovers},
    Route{RouteId::HandedIn, "GET", "/v1/spaces/{space}/handovers/{id}", "handed_in", 0, true, Right::DecideHandovers},
    Route{RouteId::DecideHandover, "POST", "/v1/spaces/{space}/handovers/{id}", "decide_handover", smallBody, true,
        Right::DecideHandovers},
    Route{RouteId::PutBlob, "PUT", "/v1/spaces/{space}/blobs/{hash}", "put_blob",
        static_cast<std::size_t>(protocol::maxBlobPieceBytes), true, Right::WriteFiles},
    Route{RouteId::GetBlob, "GET", "/v1/spaces/{space}/blobs/{hash}", "get_blob", 0, true, Right::ReadFiles},
    Route{RouteId::BlobState, "GET", "/v1/spaces/{space}/blobs/{hash}/state", "blob_state", 0, true, Right::ReadFiles},
    Route{RouteId::OwnDevices, "GET", "/v1/devices", "own_devices", 0, true},
    Route{RouteId::RevokeOwnDevice, "DELETE", "/v1/devices/{id}", "revoke_own_device", 0, true},
    Route{RouteId::ChangePassword, "POST", "/v1/password", "change_password", smallBody, true},
    Route{RouteId::BeginSecondFactor, "POST", "/v1/second-factor", "begin_second_factor", smallBody, true},
    Route{RouteId::ConfirmSecondFactor, "POST", "/v1/second-factor/confirm", "confirm_second_factor", smallBody, true},
    Route{RouteId::RemoveSecondFactor, "POST", "/v1/second-factor/remove", "remove_second_factor", smallBody, true},
    Route{RouteId::Join, "POST", "/v1/join", "join", smallBody, true},
    Route{RouteId::ResetPassword, "POST", "/v1/password-reset", "reset_password", smallBody, true},
    Route{RouteId::Watch, "POST", "/v1/watch", "watch", watchBody, true},
    Route{RouteId::Health, "GET", "/health", "health", 0, false},
    Route{RouteId::Metrics, "GET", "/metrics", "metrics", 0, false},
};

std::string_view takeSegment(std::string_view& path)
{
    const std::size_t slash = path.find('/', 1);
    const std::string_view segment = path.substr(0, slash);
    path.remove_prefix(segment.size());
    return segment;
}

bool matches(std::string_view pattern, std::string_view path, RouteMatch& match)
{
    while (!pattern.empty() && !path.empty()) {
        const std::string_view wanted = takeSegment(pattern);
        const std::string_view found = takeSegment(path);
        const std::optional<Uuid> id = wanted == "/{id}" ? Uuid::fromString(found.substr(1)) : std::nullopt;
        const auto hash = wanted == "/{hash}" ? BlobHash::fromString(found.substr(1)) : std::nullopt;
        if (hash)
            match.hash = *hash;
        else if (wanted == "/{space}" && found.size() > 1)
            match.space = found.substr(1);
        else if (id)
            match.id = *id;
        else if (wanted != found)
            return false;
    }
    return pattern.empty() && path.empty();
}

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        if (i + 2 >= text.size())
            return std::nullopt;
        unsigned value = 0;
        const auto [end, error] = std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16);
        if (error != std::errc() || end != text.data() + i + 3)
            return std::nullopt;
        decoded += static_cast<char>(value);
        i += 2;
    }
    return decoded;
}

} // namespace

std::span<const Route> allRoutes() { return routes; }

RouteMatch matchRoute(std::string_view method, std::string_view path)
{
    RouteMatch known;
    for (const Route& route : routes) {
        RouteMatch match;
        if (!matches(route.pattern, path, match))
            continue;
        match.pathExists = true;
        match.allow = route.method;
        if (route.method == method) {
            match.route = &route;
            return match;
        }
        known = match;
    }
    return known;
}

std::pair<std::string_view, std::string_view> splitTarget(std::string_view target)
{
    const std::size_t mark = target.find('?');
    return mark == std::string_view::npos ? std::pair(target, std::string_view())
                                          : std::pair(target.substr(0, mark), target.substr(mark + 1));
}

std::optional<std::string> queryValue(std::string_view query, std::string_view name)
{
    while (!query.empty()) {
        const std::string_view part = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), part.size() + 1));
        const std::size_t equals = part.find('=');
        if (equals != std::string_view::npos && part.substr(0, equals) == name)
            return percentDecoded(part.substr(equals + 1));
    }
    return std::nullopt;
}

} // namespace dure::server
