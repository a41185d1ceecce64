#pragma once
#include "sync/protocol/messages.h"

/// Messages about people and devices: members, invitations, devices, passwords, second factors, work handed in. Their
/// codec stands in account_codec.h.
namespace dure::protocol {

struct MemberEntry
{
    Uuid user;
    std::string email;
    std::string name;
    std::uint8_t role = 0;
    std::int64_t until = 0; ///< when the role ends by itself; 0: it does not
    std::int64_t changed = 0;
    bool secondFactor = false;
};

struct MembersReply
{
    std::vector<MemberEntry> members;
};

/// Gives a member another role; 0 ends the membership.
struct RoleRequest
{
    std::uint8_t role = 0;
    std::int64_t until = 0; ///< needed for a coordinator, refused for others
};

struct InviteRequest
{
    std::uint8_t role = 0;
    std::string email; ///< only whoever signs in with it may join; empty: anyone who has the code
    std::int64_t until = 0; ///< of the role, as in RoleRequest
    std::int64_t validDays = 7; ///< of the code, 1 to 30
};

struct InviteReply
{
    Uuid invite;
    std::string code; ///< shown this once: "abcd-efgh-jkmn"
    std::int64_t expires = 0;
};

enum class InviteState : std::uint8_t { Waiting, Used, Ended, Expired };

struct InviteEntry
{
    Uuid invite;
    std::uint8_t role = 0;
    std::string email;
    std::int64_t until = 0;
    std::int64_t created = 0;
    std::string createdBy; ///< name
    std::int64_t expires = 0;
    InviteState state = InviteState::Waiting;
};

struct InvitesReply
{
    std::vector<InviteEntry> invites;
};

/// Makes the account, or adds the membership to the one there is. Answered like signing in.
struct JoinRequest
{
    std::string code;
    std::string email;
    std::string name; ///< of a new account; one that is there keeps its own
    std::string password; ///< of the new account, or of the one there is
    Uuid device;
    std::string deviceName;
    std::string secondFactor; ///< if that account has one
};

struct DeviceEntry
{
    Uuid device;
    std::string name;
    Uuid user;
    std::string email;
    std::string userName;
    std::string version; ///< of the program, as it named itself last: "0.1.0"
    std::int64_t firstSeen = 0;
    std::int64_t lastSeen = 0;
    std::int64_t lastSync = 0; ///< last pull of this space (of one's own devices: of any space); 0: never
    std::int64_t revoked = 0; ///< when; 0: it was not
    bool current = false; ///< the device that asks
};

struct DevicesReply
{
    std::vector<DeviceEntry> devices;
};

struct PasswordChangeRequest
{
    std::string oldPassword;
    std::string newPassword;
};

struct ResetCodeRequest
{
    std::string email;
};

/// A one-time code, to be told to the user by telephone.
struct ResetCodeReply
{
    std::string code;
    std::int64_t expires = 0;
};

struct PasswordResetRequest
{
    std::string email;
    std::string code;
    std::string newPassword;
};

struct SecondFactorRequest
{
    std::string password;
};

/// RFC 6238 with SHA-1, six digits, thirty seconds. Shown this once.
struct SecondFactorReply
{
    std::string secret; ///< Base32, to be typed
    std::string uri; ///< otpauth://…, to be drawn as a QR code
};

struct SecondFactorCode
{
    std::string code;
};

/// Each opens the door once when the telephone is lost. Shown this once.
struct RecoveryCodesReply
{
    std::vector<std::string> codes;
};

struct SecondFactorRemoval
{
    std::string password;
    std::string code; ///< of the second factor, or a recovery code
};

enum class HandoverState : std::uint8_t { Waiting, Accepted, Rejected, Discarded };

/// Work that one device handed in at one time.
struct HandoverEntry
{
    Uuid receipt;
    Uuid user; ///< whose session handed it in
    std::string userName;
    std::string device;
    std::int64_t at = 0; ///< when it was handed in
    std::int64_t actions = 0;
    std::int64_t waiting = 0; ///< of them, not yet decided
};

struct HandoversReply
{
    std::vector<HandoverEntry> handovers;
};

struct HandedAction
{
    std::int64_t n = 0;
    std::int64_t at = 0; ///< when it was done, by that device's clock
    std::string intent;
    std::string body; ///< the mutation as JSON text
    HandoverState state = HandoverState::Waiting;
    std::string detail; ///< with Rejected: reason and place
};

struct HandoverDetailReply
{
    std::vector<HandedAction> actions;
};

struct HandoverDecision
{
    bool accept = false; ///< false: discard
};

} // namespace dure::protocol
