#pragma once
#include "core/domain/access.h"
#include "core/domain/blob.h"
#include "core/domain/uuid.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The paths of v1, once. openapi.yaml is compared with this by a test.
namespace dure::server {

enum class RouteId : std::uint8_t {
    SignIn,
    Session,
    SignOut,
    Push,
    Pull,
    Enrol,
    Handover,
    HandOverBlob,
    Digest,
    History,
    Members,
    SetRole,
    Invites,
    Invite,
    EndInvite,
    SpaceDevices,
    RevokeDevice,
    MakeResetCode,
    Handovers,
    HandedIn,
    DecideHandover,
    PutBlob,
    GetBlob,
    BlobState,
    Watch,
    OwnDevices,
    RevokeOwnDevice,
    ChangePassword,
    BeginSecondFactor,
    ConfirmSecondFactor,
    RemoveSecondFactor,
    Join,
    ResetPassword,
    Health,
    Metrics,
};

struct Route
{
    RouteId id;
    std::string_view method;
    std::string_view pattern; ///< "{space}" and "{id}" stand for one UUID each, "{hash}" for a BlobHash
    std::string_view name; ///< in metrics and logs
    std::size_t maxBody; ///< bytes on the wire and after decompression; 0: takes none
    bool usesSql; ///< false: may be answered on an I/O thread
    std::optional<Right> right = {}; ///< what the user's role in {space} must hold
};

std::span<const Route> allRoutes();

struct RouteMatch
{
    const Route* route = nullptr; ///< null: no such path, or not with this method
    bool pathExists = false;
    std::string_view allow; ///< with pathExists and no route: a method that is routed
    std::string_view space; ///< the text in {space}'s place
    Uuid id; ///< in {id}'s place
    BlobHash hash; ///< in {hash}'s place
};

/// `path` without its query.
RouteMatch matchRoute(std::string_view method, std::string_view path);

/// "/a/b?x=1" → "/a/b" and "x=1".
std::pair<std::string_view, std::string_view> splitTarget(std::string_view target);
/// The value of one parameter, percent-decoded; nullopt if absent or badly encoded.
std::optional<std::string> queryValue(std::string_view query, std::string_view name);

} // namespace dure::server
