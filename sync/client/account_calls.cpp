#include "sync/client/account_calls.h"

#include "sync/client/wire.h"
#include "sync/client/wire_reading.h"

namespace dure::client {

using namespace protocol;

namespace {

std::expected<Done, Failure> readDone(const WireReply& reply)
{
    if (reply.status != 200)
        return std::unexpected(failureOf(reply));
    return Done{};
}

template <class T> Call<T> get(const std::string& path) { return {{"GET", path, {}}, readMessage<T>}; }
template <class T, class Message> Call<T> post(const std::string& path, const Message& message)
{
    return {{"POST", path, encode(message)}, readMessage<T>};
}
template <class Message> Call<Done> tell(const std::string& path, const Message& message)
{
    return {{"POST", path, encode(message)}, readDone};
}
Call<Done> drop(const std::string& path) { return {{"DELETE", path, {}}, readDone}; }

std::string spacePath(const Uuid& space, const std::string& list, const Uuid& id)
{
    return client::spacePath(space, list + "/" + id.toString());
}

} // namespace

Call<SessionReply> signIn(const SignInRequest& request) { return {signInRequest(request), readMessage<SessionReply>}; }
Call<SessionReply> session() { return {sessionRequest(), readMessage<SessionReply>}; }

Call<MembersReply> listMembers(const Uuid& space) { return get<MembersReply>(client::spacePath(space, "members")); }

Call<Done> setRole(const Uuid& space, const Uuid& user, std::uint8_t role, std::int64_t untilMs)
{
    return tell(spacePath(space, "members", user), RoleRequest{role, untilMs});
}

Call<Done> endMembership(const Uuid& space, const Uuid& user) { return setRole(space, user, 0); }

Call<InvitesReply> listInvites(const Uuid& space) { return get<InvitesReply>(client::spacePath(space, "invites")); }

Call<InviteReply> invite(const Uuid& space, const InviteRequest& request)
{
    return post<InviteReply>(client::spacePath(space, "invites"), request);
}

Call<InviteReply> grantCoordinator(const Uuid& space, const std::string& email, std::int64_t untilMs)
{
    return invite(space, {Coordinator, email, untilMs});
}

Call<Done> endInvite(const Uuid& space, const Uuid& invite) { return drop(spacePath(space, "invites", invite)); }

Call<SessionReply> join(const JoinRequest& request) { return post<SessionReply>("/v1/join", request); }

Call<DevicesReply> listDevices(const Uuid& space) { return get<DevicesReply>(client::spacePath(space, "devices")); }
Call<Done> revokeDevice(const Uuid& space, const Uuid& device) { return drop(spacePath(space, "devices", device)); }
Call<DevicesReply> listOwnDevices() { return get<DevicesReply>("/v1/devices"); }
Call<Done> revokeOwnDevice(const Uuid& device) { return drop("/v1/devices/" + device.toString()); }

Call<Done> changePassword(const std::string& oldPassword, const std::string& newPassword)
{
    return tell("/v1/password", PasswordChangeRequest{oldPassword, newPassword});
}

Call<ResetCodeReply> makeResetCode(const Uuid& space, const std::string& email)
{
    return post<ResetCodeReply>(client::spacePath(space, "reset-codes"), ResetCodeRequest{email});
}

Call<Done> resetPassword(const PasswordResetRequest& request) { return tell("/v1/password-reset", request); }

Call<SecondFactorReply> beginSecondFactor(const std::string& password)
{
    return post<SecondFactorReply>("/v1/second-factor", SecondFactorRequest{password});
}

Call<RecoveryCodesReply> confirmSecondFactor(const std::string& code)
{
    return post<RecoveryCodesReply>("/v1/second-factor/confirm", SecondFactorCode{code});
}

Call<Done> removeSecondFactor(const std::string& password, const std::string& code)
{
    return tell("/v1/second-factor/remove", SecondFactorRemoval{password, code});
}

Call<HandoversReply> listHandovers(const Uuid& space)
{
    return get<HandoversReply>(client::spacePath(space, "handovers"));
}

Call<HandoverDetailReply> showHandover(const Uuid& space, const Uuid& receipt)
{
    return get<HandoverDetailReply>(spacePath(space, "handovers", receipt));
}

Call<HandoverDetailReply> decideHandover(const Uuid& space, const Uuid& receipt, bool accept)
{
    return post<HandoverDetailReply>(spacePath(space, "handovers", receipt), HandoverDecision{accept});
}

Call<std::vector<HistoryEntry>> rowHistory(const Uuid& space, const std::string& table, const Uuid& row)
{
    return {historyRequest(space, table, row), readMessage<std::vector<HistoryEntry>>};
}

} // namespace dure::client
