#include "sync/protocol/messages.h"

#include <array>

namespace dure::protocol {

namespace {

struct ErrorWord
{
    ErrorCode code;
    std::string_view name;
    int status;
};
constexpr std::array errorWords = {
    ErrorWord{ErrorCode::BadRequest, "bad_request", 400},
    ErrorWord{ErrorCode::WeakPassword, "weak_password", 400},
    ErrorWord{ErrorCode::Unauthorized, "unauthorized", 401},
    ErrorWord{ErrorCode::WrongPassword, "wrong_password", 401},
    ErrorWord{ErrorCode::SecondFactor, "second_factor", 401},
    ErrorWord{ErrorCode::WrongCode, "wrong_code", 401},
    ErrorWord{ErrorCode::Revoked, "revoked", 401},
    ErrorWord{ErrorCode::Forbidden, "forbidden", 403},
    ErrorWord{ErrorCode::AccessEnded, "access_ended", 403},
    ErrorWord{ErrorCode::NotFound, "not_found", 404},
    ErrorWord{ErrorCode::NotNamed, "not_named", 404},
    ErrorWord{ErrorCode::Cloned, "cloned", 409},
    ErrorWord{ErrorCode::Gap, "gap", 409},
    ErrorWord{ErrorCode::EpochChanged, "epoch_changed", 409},
    ErrorWord{ErrorCode::Already, "already", 409},
    ErrorWord{ErrorCode::LastOwner, "last_owner", 409},
    ErrorWord{ErrorCode::TooLarge, "too_large", 413},
    ErrorWord{ErrorCode::WrongContent, "wrong_content", 422},
    ErrorWord{ErrorCode::UpgradeNeeded, "upgrade_needed", 426},
    ErrorWord{ErrorCode::TooMany, "too_many", 429},
    ErrorWord{ErrorCode::Internal, "internal", 500},
    ErrorWord{ErrorCode::Unavailable, "unavailable", 503},
    ErrorWord{ErrorCode::QuotaReached, "quota_reached", 507},
};

/// Words in the order of the enum.
constexpr std::array<std::string_view, 12> reasonWords = {"none", "malformed", "unknown_table", "unknown_column",
    "bad_value", "missing_value", "not_allowed", "append_only", "row_exists", "row_missing", "too_large", "wrong_user"};

struct RoleWord
{
    std::uint8_t role;
    std::string_view name;
};
constexpr std::array roleWords = {RoleWord{Owner, "owner"}, RoleWord{Executive, "executive"}, RoleWord{Staff, "staff"},
    RoleWord{Coordinator, "coordinator"}, RoleWord{Association, "association"}, RoleWord{Operator, "operator"}};

constexpr std::array<std::string_view, 4> spaceKindWords = {"company", "service", "room", "platform"};

} // namespace

int httpStatus(ErrorCode code) { return errorWords[static_cast<std::size_t>(code)].status; }
std::string_view errorName(ErrorCode code) { return errorWords[static_cast<std::size_t>(code)].name; }

std::optional<ErrorCode> errorFromName(std::string_view name)
{
    for (const ErrorWord& word : errorWords)
        if (word.name == name)
            return word.code;
    return std::nullopt;
}

std::string_view reasonName(RejectReason reason) { return reasonWords[static_cast<std::size_t>(reason)]; }

std::optional<RejectReason> reasonFromName(std::string_view name)
{
    for (std::size_t i = 0; i < reasonWords.size(); ++i)
        if (reasonWords[i] == name)
            return static_cast<RejectReason>(i);
    return std::nullopt;
}

std::uint8_t roleFromName(std::string_view name)
{
    for (const RoleWord& word : roleWords)
        if (word.name == name)
            return word.role;
    return 0;
}

std::string_view roleName(std::uint8_t role)
{
    for (const RoleWord& word : roleWords)
        if (word.role == role)
            return word.name;
    return "none";
}

std::string_view spaceKindName(SpaceKind kind) { return spaceKindWords[static_cast<std::size_t>(kind)]; }

std::optional<SpaceKind> spaceKindFromName(std::string_view name)
{
    for (std::size_t i = 0; i < spaceKindWords.size(); ++i)
        if (spaceKindWords[i] == name)
            return static_cast<SpaceKind>(i);
    return std::nullopt;
}

} // namespace dure::protocol
