#pragma once
#include "sync/protocol/account_messages.h"
#include "sync/protocol/codec.h"

/// The messages of account_messages.h to bytes and back, as codec.h says.
namespace dure::protocol {

std::string_view inviteStateName(InviteState state);
std::string_view handoverStateName(HandoverState state);

std::string encode(const MembersReply& message);
std::string encode(const RoleRequest& message);
std::string encode(const InviteRequest& message);
std::string encode(const InviteReply& message);
std::string encode(const InvitesReply& message);
std::string encode(const JoinRequest& message);
std::string encode(const DevicesReply& message);
std::string encode(const PasswordChangeRequest& message);
std::string encode(const ResetCodeRequest& message);
std::string encode(const ResetCodeReply& message);
std::string encode(const PasswordResetRequest& message);
std::string encode(const SecondFactorRequest& message);
std::string encode(const SecondFactorReply& message);
std::string encode(const SecondFactorCode& message);
std::string encode(const RecoveryCodesReply& message);
std::string encode(const SecondFactorRemoval& message);
std::string encode(const HandoversReply& message);
std::string encode(const HandoverDetailReply& message);
std::string encode(const HandoverDecision& message);

template <> Decoded<MembersReply> decode(std::string_view json);
template <> Decoded<RoleRequest> decode(std::string_view json);
template <> Decoded<InviteRequest> decode(std::string_view json);
template <> Decoded<InviteReply> decode(std::string_view json);
template <> Decoded<InvitesReply> decode(std::string_view json);
template <> Decoded<JoinRequest> decode(std::string_view json);
template <> Decoded<DevicesReply> decode(std::string_view json);
template <> Decoded<PasswordChangeRequest> decode(std::string_view json);
template <> Decoded<ResetCodeRequest> decode(std::string_view json);
template <> Decoded<ResetCodeReply> decode(std::string_view json);
template <> Decoded<PasswordResetRequest> decode(std::string_view json);
template <> Decoded<SecondFactorRequest> decode(std::string_view json);
template <> Decoded<SecondFactorReply> decode(std::string_view json);
template <> Decoded<SecondFactorCode> decode(std::string_view json);
template <> Decoded<RecoveryCodesReply> decode(std::string_view json);
template <> Decoded<SecondFactorRemoval> decode(std::string_view json);
template <> Decoded<HandoversReply> decode(std::string_view json);
template <> Decoded<HandoverDetailReply> decode(std::string_view json);
template <> Decoded<HandoverDecision> decode(std::string_view json);

} // namespace dure::protocol
