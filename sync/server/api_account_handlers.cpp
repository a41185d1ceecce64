#include "sync/server/api_replies.h"

#include <algorithm>

/// What users do about their own accounts, and how one comes in without a session.
namespace dure::server {

using namespace protocol;

Api::Outcome Api::forAnyone(const RouteMatch& match, const HttpRequest& request)
{
    std::string storage;
    const auto body = clearBody(request, match.route->maxBody, storage);
    if (!body)
        return std::unexpected(body.error());
    if (match.route->id == RouteId::Join) {
        const auto message = decode<JoinRequest>(*body);
        if (!message)
            return failed(malformed(message.error()));
        const auto signedIn = m_invites.join(*message, request.address);
        return signedIn ? welcome(*signedIn) : failed(signedIn.error());
    }
    const auto message = decode<PasswordResetRequest>(*body);
    if (!message)
        return failed(malformed(message.error()));
    const auto reset = m_passwords.reset(*message, request.address);
    return reset ? Outcome("{}") : failed(reset.error());
}

Api::Outcome Api::aboutAccount(const RouteMatch& match, const HttpRequest& request)
{
    const auto session = authenticate(request);
    if (!session)
        return failed(session.error());
    std::string storage;
    const auto body = clearBody(request, match.route->maxBody, storage);
    if (!body)
        return std::unexpected(body.error());
    switch (match.route->id) {
    case RouteId::OwnDevices:
        return ownDevices(*session);
    case RouteId::RevokeOwnDevice: {
        const auto revoked = m_devices.revokeOwn(session->user, match.id);
        return revoked ? Outcome("{}") : failed(revoked.error());
    }
    case RouteId::ChangePassword: {
        const auto message = decode<PasswordChangeRequest>(*body);
        if (!message)
            return failed(malformed(message.error()));
        const auto changed = m_passwords.change(*session, bearerToken(request), *message);
        return changed ? Outcome("{}") : failed(changed.error());
    }
    default:
        return secondFactor(match.route->id, *session, *body);
    }
}

Api::Outcome Api::ownDevices(const Session& session)
{
    DevicesReply reply = m_devices.ofUser(session.user);
    for (DeviceEntry& device : reply.devices)
        device.current = device.device == session.device;
    return encode(reply);
}

Api::Outcome Api::secondFactor(RouteId route, const Session& session, std::string_view body)
{
    const std::vector<Grant> grants = m.accounts.grants(session.user, session.device);
    // whoever has one may always do without it again
    if (route != RouteId::RemoveSecondFactor
        && std::ranges::none_of(grants, [](const Grant& grant) { return maySecondFactor(grant.role); }))
        return failed(ErrorCode::Forbidden, "a second factor is for owners and operators");
    SecondFactors& factors = m.sessions.secondFactors();
    if (route == RouteId::ConfirmSecondFactor) {
        const auto message = decode<SecondFactorCode>(body);
        return message ? encoded(factors.confirm(session.user, message->code)) : failed(malformed(message.error()));
    }
    if (route == RouteId::BeginSecondFactor) {
        const auto message = decode<SecondFactorRequest>(body);
        if (!message)
            return failed(malformed(message.error()));
        if (const auto refusal = m_passwords.confirm(session, message->password))
            return failed(*refusal);
        return encoded(factors.begin(session.user, session.email));
    }
    const auto message = decode<SecondFactorRemoval>(body);
    if (!message)
        return failed(malformed(message.error()));
    if (const auto refusal = m_passwords.confirm(session, message->password))
        return failed(*refusal);
    if (const auto refusal = factors.check(session.user, message->code))
        return failed(*refusal);
    factors.remove(session.user);
    return "{}";
}

} // namespace dure::server
