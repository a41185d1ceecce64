#pragma once
#include "sync/client/engine.h"
#include "sync/client/transport.h"
#include "sync/protocol/account_messages.h"

#include <expected>
#include <functional>

/// What screens ask the cloud about people, devices and accounts. Each makes a call: the request, and how its answer is
/// read. All are online only (DESIGN §3.12) and need the session's token, but for join() and resetPassword(). Pure.
/// What a role may do (core/domain/access.h) the cloud decides; a client asks mayDo() to offer nothing else.
namespace dure::client {

/// A 200 without content.
struct Done
{ };

template <class T> struct Call
{
    WireRequest request;
    std::expected<T, Failure> (*read)(const WireReply& reply) = nullptr;
};

/// `done` is called once, from a thread of the transport's.
template <class T>
void ask(Transport& transport, const Call<T>& call, std::function<void(std::expected<T, Failure>)> done)
{
    transport.send(
        call.request, [read = call.read, done = std::move(done)](const WireReply& reply) { done(read(reply)); });
}
/// For programs without an event loop.
template <class T> std::expected<T, Failure> askAndWait(Transport& transport, const Call<T>& call)
{
    return call.read(transport.sendAndWait(call.request));
}

Call<protocol::SessionReply> signIn(const protocol::SignInRequest& request);
Call<protocol::SessionReply> session();

// Members: Right::SeeMembers, Right::ManageMembers
Call<protocol::MembersReply> listMembers(const Uuid& space);
/// `untilMs`: for a coordinator of a company, server time; 0 for others. LastOwner: somebody has to take over first.
Call<Done> setRole(const Uuid& space, const Uuid& user, std::uint8_t role, std::int64_t untilMs = 0);
Call<Done> endMembership(const Uuid& space, const Uuid& user);

// Invitations: Right::SeeMembers, Right::ManageMembers. A coordinator's grant is an invitation with an e-mail and an
// end; once taken up it is a membership: setRole() moves its end, endMembership() ends it at once.
Call<protocol::InvitesReply> listInvites(const Uuid& space);
Call<protocol::InviteReply> invite(const Uuid& space, const protocol::InviteRequest& request);
Call<protocol::InviteReply> grantCoordinator(const Uuid& space, const std::string& email, std::int64_t untilMs);
Call<Done> endInvite(const Uuid& space, const Uuid& invite);
/// Answers as signing in does: Profile::adopt() it. WrongCode for whatever is wrong; SecondFactor: ask for the code.
Call<protocol::SessionReply> join(const protocol::JoinRequest& request);

// Devices: Right::SeeDevices, Right::RevokeDevices; one's own: anybody
Call<protocol::DevicesReply> listDevices(const Uuid& space);
Call<Done> revokeDevice(const Uuid& space, const Uuid& device);
Call<protocol::DevicesReply> listOwnDevices();
Call<Done> revokeOwnDevice(const Uuid& device);

// Passwords: Right::ResetPasswords for making a code
Call<Done> changePassword(const std::string& oldPassword, const std::string& newPassword);
Call<protocol::ResetCodeReply> makeResetCode(const Uuid& space, const std::string& email);
Call<Done> resetPassword(const protocol::PasswordResetRequest& request);

// Second factor: maySecondFactor(role)
Call<protocol::SecondFactorReply> beginSecondFactor(const std::string& password);
Call<protocol::RecoveryCodesReply> confirmSecondFactor(const std::string& code);
Call<Done> removeSecondFactor(const std::string& password, const std::string& code);

// Work handed in: Right::DecideHandovers. Handing in: hand_in.h
Call<protocol::HandoversReply> listHandovers(const Uuid& space);
Call<protocol::HandoverDetailReply> showHandover(const Uuid& space, const Uuid& receipt);
Call<protocol::HandoverDetailReply> decideHandover(const Uuid& space, const Uuid& receipt, bool accept);

/// Who changed a row, when, on which device, from what to what; oldest first.
Call<std::vector<protocol::HistoryEntry>> rowHistory(const Uuid& space, const std::string& table, const Uuid& row);

} // namespace dure::client
