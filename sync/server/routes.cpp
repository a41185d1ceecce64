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
    Route{RouteId::Push, "POST", "/v1/spaces/{space}/push", "push", protocol::maxPushBytes, true},
    Route{RouteId::Pull, "POST", "/v1/spaces/{space}/pull", "pull", smallBody, true},
    Route{RouteId::Enrol, "POST", "/v1/spaces/{space}/enrol", "enrol", smallBody, true},
    Route{RouteId::Handover, "POST", "/v1/spaces/{space}/handover", "handover", protocol::maxPushBytes, true},
    Route{RouteId::Digest, "GET", "/v1/spaces/{space}/digest", "digest", 0, true},
    Route{RouteId::History, "GET", "/v1/spaces/{space}/history", "history", 0, true},
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

bool matches(std::string_view pattern, std::string_view path, std::string_view& space)
{
    while (!pattern.empty() && !path.empty()) {
        const std::string_view wanted = takeSegment(pattern);
        const std::string_view found = takeSegment(path);
        if (wanted == "/{space}" && found.size() > 1)
            space = found.substr(1);
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
    RouteMatch match;
    for (const Route& route : routes) {
        std::string_view space;
        if (!matches(route.pattern, path, space))
            continue;
        match.pathExists = true;
        match.allow = route.method;
        match.space = space;
        if (route.method == method) {
            match.route = &route;
            return match;
        }
    }
    return match;
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
