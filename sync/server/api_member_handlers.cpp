#include "sync/server/api_replies.h"

/// What is done about a space's people, devices and handed-in work, once the right has been checked.
namespace dure::server {

using namespace protocol;

Api::Outcome Api::aboutSpace(const RouteMatch& match, const Door& door, std::string_view body)
{
    const Uuid& space = door.grant.space;
    switch (match.route->id) {
    case RouteId::Members:
        return encode(m_members.list(space));
    case RouteId::SetRole:
        return setRole(door, match.id, body);
    case RouteId::Invites:
        return encode(m_invites.list(space));
    case RouteId::Invite: {
        const auto message = decode<InviteRequest>(body);
        return message ? encoded(m_invites.invite(space, door.session.user, *message))
                       : failed(malformed(message.error()));
    }
    case RouteId::EndInvite: {
        const auto ended = m_invites.end(space, match.id);
        return ended ? Outcome("{}") : failed(ended.error());
    }
    case RouteId::SpaceDevices: {
        DevicesReply reply = m_devices.ofSpace(space);
        for (DeviceEntry& device : reply.devices)
            device.current = device.device == door.session.device && device.user == door.session.user;
        return encode(reply);
    }
    case RouteId::RevokeDevice:
        return revokeDevice(door, match.id);
    case RouteId::MakeResetCode: {
        const auto message = decode<ResetCodeRequest>(body);
        return message ? encoded(m_passwords.makeCode(space, door.session.user, message->email))
                       : failed(malformed(message.error()));
    }
    case RouteId::Handovers:
        return handovers(door);
    case RouteId::HandedIn: {
        auto lease = m.spaces.open(space, door.grant.kind);
        return encoded(lease.service().handedIn(match.id));
    }
    case RouteId::DecideHandover:
        return decideHandover(door, match.id, body);
    default:
        return failed(ErrorCode::NotFound, "no such path");
    }
}

Api::Outcome Api::setRole(const Door& door, const Uuid& user, std::string_view body)
{
    const auto message = decode<RoleRequest>(body);
    if (!message)
        return failed(malformed(message.error()));
    const auto set = m_members.setRole(door.grant.space, user, *message);
    if (!set)
        return failed(set.error());
    m.watches.nudge(user, door.grant.space);
    return "{}";
}

Api::Outcome Api::revokeDevice(const Door& door, const Uuid& device)
{
    const auto users = m_devices.revokeIn(door.grant.space, device);
    if (!users)
        return failed(users.error());
    for (const Uuid& user : *users)
        m.watches.nudge(user, door.grant.space);
    return "{}";
}

Api::Outcome Api::handovers(const Door& door)
{
    auto lease = m.spaces.open(door.grant.space, door.grant.kind);
    auto reply = lease.service().handovers();
    if (!reply)
        return failed(reply.error());
    for (HandoverEntry& entry : reply->handovers)
        entry.userName = m_members.nameOf(entry.user);
    return encode(*reply);
}

Api::Outcome Api::decideHandover(const Door& door, const Uuid& receipt, std::string_view body)
{
    const auto message = decode<HandoverDecision>(body);
    if (!message)
        return failed(malformed(message.error()));
    auto lease = m.spaces.open(door.grant.space, door.grant.kind);
    Uuid author;
    if (const auto all = lease.service().handovers())
        for (const HandoverEntry& entry : all->handovers)
            if (entry.receipt == receipt)
                author = entry.user;
    if (!lease.queueToWrite(m.maxWritersPerSpace))
        return failed(ErrorCode::Unavailable, "this space is busy");
    Actor actor = door.actor(); // the owner's right, in the name of whoever did it
    actor.userName = m_members.nameOf(author);
    const auto head = lease.service().decide(receipt, message->accept, actor, m.clock.nowMs());
    if (!head)
        return failed(head.error());
    if (message->accept)
        m.watches.moved(door.grant.space, *head);
    return encoded(lease.service().handedIn(receipt));
}

} // namespace dure::server
