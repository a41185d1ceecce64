#include "app/gallery/gallery_cloud.h"

#include "core/domain/mutation.h"
#include "sync/protocol/account_codec.h"

namespace dure::app {
namespace {

using namespace protocol;

constexpr std::int64_t now = 1'795'394'460'000; // 2026-11-23, 09:41 in Seoul
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 1440 * minute;

Uuid person(int number)
{
    Uuid id;
    id.bytes[15] = std::uint8_t(number);
    id.bytes[0] = 1;
    return id;
}

MembersReply members(bool ownersFactor)
{
    return {{
        {person(1), "daepyo@hangyeol.example", "한상철", Owner, 0, now - 400 * day, ownersFactor},
        {person(2), "jihye.lim@hangyeol.example", "임지혜", Executive, 0, now - 90 * day, false},
        {person(3), "miseon.kim@hangyeol.example", "김미선", Staff, 0, now - 380 * day, false},
        {person(4), "youngho.lee@hangyeol.example", "이영호", Staff, 0, now - 20 * day, false},
        {person(5), "jw.park@it-coordi.example", "박정우", Coordinator, now + 11 * day, now - 3 * day, true},
    }};
}

InvitesReply invites()
{
    return {{
        {person(21), Staff, "sora.choi@hangyeol.example", 0, now - day, "한상철", now + 6 * day, InviteState::Waiting},
        {person(22), Staff, "", 0, now - 2 * day, "한상철", now + 5 * day, InviteState::Waiting},
        {person(23), Coordinator, "hj.yoon@it-coordi.example", now + 30 * day, now - day, "한상철", now + 6 * day,
            InviteState::Waiting},
    }};
}

DeviceEntry device(int number, const char* name, int user, const char* who, std::int64_t lastSync)
{
    DeviceEntry entry;
    entry.device = person(number);
    entry.name = name;
    entry.user = person(user);
    entry.userName = who;
    entry.version = "0.1.0";
    entry.firstSeen = now - 100 * day;
    entry.lastSeen = entry.lastSync = lastSync;
    return entry;
}

DevicesReply devices()
{
    DevicesReply reply{{device(31, "대표실-PC", 1, "한상철", now - minute),
        device(32, "사무실-1", 3, "김미선", now - 10 * minute), device(33, "사무실-2", 4, "이영호", now - 95 * minute),
        device(34, "임원 노트북", 2, "임지혜", now - 3 * day), device(35, "창고-노트북", 4, "이영호", now - 12 * day)}};
    reply.devices[0].current = true;
    reply.devices[4].revoked = now - 2 * day;
    return reply;
}

DeviceEntry ownNotebook() { return device(36, "대표 노트북", 1, "한상철", now - 4 * day); }

HandoverDetailReply handedIn()
{
    const auto action = [](std::int64_t n, TableId table, int column, const char* subject, const char* intent) {
        Mutation mutation{person(4), now - n * minute, intent, {}, {}};
        Change change{table, person(int(50 + n)), 0, Op::Create, {}};
        change.fields.known.emplace_back(column, std::string(subject));
        mutation.changes.push_back(change);
        return HandedAction{
            n, now - 2 * day - (10 - n) * 7 * minute, intent, encodeMutation(mutation), HandoverState::Waiting, {}};
    };
    return {{action(1, TableId::Customer, col::Customer::name, "새솔용기", "save_customer"),
        action(2, TableId::SalesOrder, col::SalesOrder::number, "O261121-C07", "save_order"),
        action(3, TableId::Delivery, col::Delivery::number, "D261121-C03", "record_delivery")}};
}

} // namespace

Uuid GalleryCloud::owner() { return person(1); }

std::string GalleryCloud::answerTo(const client::WireRequest& request) const
{
    const auto ends = [&](std::string_view with) { return std::string_view(request.path).ends_with(with); };
    const bool posts = request.method == "POST";
    if (ends("/members"))
        return encode(members(m_secondFactor));
    if (ends("/invites"))
        return posts ? encode(InviteReply{person(29), "k7mq-w4xt-9hnd", now + 7 * day}) : encode(invites());
    if (request.path == "/v1/devices")
        return encode(DevicesReply{{devices().devices.front(), ownNotebook()}});
    if (ends("/devices"))
        return encode(devices());
    if (ends("/handovers"))
        return encode(HandoversReply{{{person(41), person(4), "이영호", "창고-노트북", now - 2 * day, 3, 3}}});
    if (request.path.find("/handovers/") != std::string::npos)
        return encode(handedIn());
    if (ends("/reset-codes"))
        return encode(ResetCodeReply{"p2vd-8kcr-t5wj", now + day});
    if (ends("/second-factor"))
        return encode(SecondFactorReply{"JBSWY3DPEHPK3PXPKRSXG5DJNZTUQZLS",
            "otpauth://totp/Dure:daepyo@hangyeol.example?secret=JBSWY3DPEHPK3PXPKRSXG5DJNZTUQZLS&issuer=Dure"});
    if (ends("/confirm"))
        return encode(RecoveryCodesReply{{"4kqd-92mx", "w7hn-c3vt", "p8rj-6ykd", "t2xw-m5qc", "9ndh-v4kr", "c6tm-8wpx",
            "y3vk-q7dj", "m9xr-2hnt", "k5wc-t8qv", "d4pj-n6ym"}});
    return "{}";
}

void GalleryCloud::send(const client::WireRequest& request, std::function<void(client::WireReply)> done)
{
    if (m_reachable)
        done({200, answerTo(request), {}});
    else
        done({0, {}, "nobody there"});
}

} // namespace dure::app
