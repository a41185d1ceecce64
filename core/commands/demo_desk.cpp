#include "core/commands/demo_desk.h"

#include <algorithm>

namespace dure::commands {

namespace {

using Step = std::expected<void, CommandError>;

Step stepOf(const Result& done) { return done ? Step{} : Step{std::unexpected(done.error())}; }

struct Talk
{
    ActivityKind kind;
    std::string_view text, nextAction;
};
constexpr Talk talks[] = {{ActivityKind::Call, "12월 물량 늘린다고 함. 납기 여유를 물음", "견적 다시 보내기"},
    {ActivityKind::Visit, "라인 증설 견학. 500ml 투명 월 10만 개 이야기", "샘플 20개 보내기"},
    {ActivityKind::Call, "캡이 뻑뻑하다는 이야기. 금형 온도 보기로 함", "생산과 확인하고 전화하기"},
    {ActivityKind::Note, "하차는 2번 문, 지게차 15시까지", ""},
    {ActivityKind::Email, "승인견본 성적서 보냄", "받았는지 확인 전화"},
    {ActivityKind::Visit, "창고 배치 바뀜. 팔레트 1.1m 규격으로", ""},
    {ActivityKind::Call, "연말 휴무 12-31. 그 전에 납품 마치기로", "12월 납기 맞추기"},
    {ActivityKind::Note, "담당자 휴가 다음 주 수요일까지", ""}};

Step promise(Commands& commands, const DemoPartner& partner, Date on, Date by, std::int64_t won, std::string_view text)
{
    Activity activity;
    activity.customerId = partner.id;
    activity.kind = ActivityKind::Promise;
    activity.on = on;
    activity.contact = partner.contact;
    activity.text = text;
    activity.amount = {won};
    activity.nextOn = by;
    return stepOf(commands.saveActivity(activity));
}

Step talk(Commands& commands, DemoDice& dice, const DemoPartner& partner, Date today, int daysAgo)
{
    const Talk& what = dice.any(talks);
    Activity activity;
    activity.customerId = partner.id;
    activity.kind = what.kind;
    activity.on = today.addDays(-daysAgo);
    activity.contact = what.kind == ActivityKind::Note ? std::string() : partner.contact;
    activity.text = what.text;
    activity.nextAction = what.nextAction;
    if (!what.nextAction.empty()) {
        activity.nextOn = activity.on.addDays(dice.between(2, 9));
        // what was to be done long ago was done; some of the last days is still open
        if (activity.nextOn < today.addDays(-2))
            activity.doneOn = activity.nextOn;
    }
    return stepOf(commands.saveActivity(activity));
}

} // namespace

Step planDemoDelivery(Commands& commands, DemoDice& dice, const Uuid& order, int chance)
{
    if (!dice.chance(chance))
        return {};
    const DemoTruck& truck = dice.any(demoTrucks);
    const std::int64_t halfHours = dice.between(17, 33); // 08:30 to 16:30
    return stepOf(commands.planDelivery(order, std::string(truck.vehicle), std::string(truck.driver), halfHours * 30));
}

Step fillDemoRelations(Commands& commands, DemoDice& dice, Date today, const std::vector<DemoPartner>& customers)
{
    const std::size_t many = std::min<std::size_t>(customers.size(), 14);
    for (std::size_t i = 0; i < many; ++i)
        for (int n = dice.between(2, 5); n > 0; --n)
            if (auto done = talk(commands, dice, customers[i], today, dice.between(1, 40)); !done)
                return done;
    if (many < 6)
        return {};
    struct Promised
    {
        std::size_t who;
        int saidDaysAgo, byInDays;
        std::int64_t won;
        std::string_view text;
    };
    constexpr Promised all[] = {{1, 9, 0, 2'574'000, "10월분 절반, 나머지는 월말"},
        {3, 12, -3, 1'252'000, "한 번 미룸"}, {4, 2, 4, 6'810'000, "11월 말 일괄"}};
    for (const Promised& each : all)
        if (auto done = promise(commands, customers[each.who], today.addDays(-each.saidDaysAgo),
                today.addDays(each.byInDays), each.won, each.text);
            !done)
            return done;
    Payment note;
    note.customerId = customers[5].id;
    note.receivedOn = today.addDays(-60);
    note.kind = PaymentKind::Note;
    note.amount = {3'500'000};
    note.noteNumber = "00425117";
    note.noteIssuer = customers[5].name;
    note.noteBank = "기업은행";
    note.noteIssuedOn = note.receivedOn;
    note.noteDueOn = today;
    return stepOf(commands.recordPayment(note));
}

} // namespace dure::commands
