#include "app/today/day_facts.h"

#include "app/attention/matter_text.h"
#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <set>

namespace dure::app {
namespace {

constexpr std::int64_t lateShown = 5, mattersShown = 4;

class Day
{
    Q_DECLARE_TR_FUNCTIONS(Day)
};

QString productText(const storage::StopLine& line)
{
    return toQString(line.spec.empty() ? line.product : line.product + ' ' + line.spec);
}

DayRow stopRow(const storage::Stop& stop, bool isToday)
{
    DayRow row;
    row.kind = DayRow::Kind::Stop;
    row.customer = stop.customerId;
    const bool delivered = stop.state == storage::StopState::Delivered;
    row.opens = delivered ? DayRow::Opens::Delivery : DayRow::Opens::Order;
    row.id = delivered ? stop.delivery : stop.order;
    row.order = delivered ? Uuid{} : stop.order;
    switch (stop.state) {
    case storage::StopState::Waiting:
        row.status = Status::Received;
        row.word = isToday ? Day::tr("waiting") : Day::tr("planned");
        break;
    case storage::StopState::Partly:
        row.status = Status::Partial;
        row.word = statusWord(row.status);
        break;
    case storage::StopState::Late:
        row.status = Status::Late;
        row.word = statusWord(row.status);
        break;
    case storage::StopState::Held:
        row.status = Status::Held;
        row.word = statusWord(row.status);
        break;
    case storage::StopState::Delivered:
        row.status = Status::Done;
        row.word = statusWord(row.status);
        break;
    }
    row.time = stop.time ? timeText(stop.time) : QStringLiteral("–");
    row.title = toQString(stop.customerName);
    row.remark = toQString(stop.siteName);
    row.text = productText(stop.lines.front());
    if (stop.lines.size() > 1)
        row.text += u' ' + Day::tr("+%1", "more lines").arg(stop.lines.size() - 1);
    row.right = numberText(stop.quantity());
    return row;
}

DayRow truckRow(const storage::TruckDay& truck)
{
    DayRow row;
    row.kind = DayRow::Kind::Truck;
    if (!truck.isDecided()) {
        row.icon = Icon::CircleHelp;
        row.title = Day::tr("Vehicle not decided");
        row.right = Day::tr("%n stop(s)", nullptr, int(truck.stops.size()));
        return row;
    }
    row.icon = Icon::Truck;
    QStringList drivers;
    for (const std::string& driver : truck.drivers)
        drivers += toQString(driver);
    row.title = truck.vehicle.empty() ? drivers.join(QStringLiteral(", ")) : toQString(truck.vehicle);
    if (!truck.vehicle.empty())
        row.remark = drivers.join(QStringLiteral(", "));
    const QString load = loadText(truck.load);
    row.right = Day::tr("%1 of %2 done").arg(truck.delivered).arg(truck.stops.size());
    if (!load.isEmpty())
        row.right = load + QStringLiteral(" · ") + row.right;
    row.permille = int(truck.delivered * 1000 / truck.stops.size());
    return row;
}

DayRow section(const QString& title, const QString& remark)
{
    DayRow row;
    row.kind = DayRow::Kind::Section;
    row.title = title;
    row.remark = remark;
    return row;
}

DayRow nothing(const QString& text)
{
    DayRow row;
    row.kind = DayRow::Kind::Nothing;
    row.title = text;
    return row;
}

void addTrucks(const std::vector<storage::TruckDay>& trucks, bool isToday, QList<DayRow>& rows)
{
    for (const storage::TruckDay& truck : trucks) {
        rows += truckRow(truck);
        for (const storage::Stop& stop : truck.stops)
            rows += stopRow(stop, isToday);
    }
}

std::size_t stopsOf(const std::vector<storage::TruckDay>& trucks)
{
    std::size_t stops = 0;
    for (const storage::TruckDay& truck : trucks)
        stops += truck.stops.size();
    return stops;
}

/// "4일 지남" in red, or the day.
void setWhen(DayRow& row, Date on, Date today)
{
    row.right = nearnessText(on, today);
    if (row.right.isEmpty())
        row.right = dateText(on, today);
    row.rightInk = on < today ? CellInk::Red : CellInk::Normal;
}

void addLate(const DayFacts& facts, QList<DayRow>& rows)
{
    DayRow head = section(statusWord(Status::Late), Day::tr("%n order(s)", nullptr, int(facts.lateCount)));
    head.status = Status::Late;
    head.opens = DayRow::Opens::LateOrders;
    if (facts.lateCount > 0)
        head.link = Day::tr("Show all");
    rows += head;
    for (const storage::LateOrder& late : facts.late) {
        DayRow row;
        row.opens = DayRow::Opens::Order;
        row.id = row.order = late.order.id;
        row.customer = late.order.customerId;
        row.title = toQString(late.order.customerName);
        QStringList remark{toQString(late.order.firstProduct)};
        remark += late.vehicle.empty() ? Day::tr("vehicle not decided") : toQString(late.vehicle);
        if (late.time)
            remark += timeText(late.time);
        row.remark = remark.join(QStringLiteral(", "));
        setWhen(row, late.order.dueOn, facts.today);
        rows += row;
    }
    if (facts.late.empty())
        rows += nothing(Day::tr("Nothing is late."));
}

void addMoney(const DayFacts& facts, QList<DayRow>& rows)
{
    const auto notes = std::ranges::count_if(facts.money, &storage::ExpectedMoney::isNote);
    DayRow head = section(
        Day::tr("Money expected"), Day::tr("promises %1, notes %2").arg(std::ssize(facts.money) - notes).arg(notes));
    head.icon = Icon::Wallet;
    rows += head;
    for (const storage::ExpectedMoney& money : facts.money) {
        DayRow row;
        row.opens = money.isNote ? DayRow::Opens::Note : DayRow::Opens::Promise;
        row.id = money.id;
        row.customer = money.customerId;
        row.title = toQString(money.customerName);
        const QString near = nearnessText(money.on, facts.today);
        const QString when = near.isEmpty() ? dateText(money.on, facts.today) : near;
        QStringList remark{money.isNote  ? Day::tr("note matures %1").arg(when)
                : money.on < facts.today ? Day::tr("promised, %1").arg(when)
                                         : Day::tr("promised for %1").arg(when)};
        if (!money.text.empty())
            remark += toQString(money.text);
        row.remark = remark.join(QStringLiteral(", "));
        row.right = wonText(money.amount);
        row.rightInk = money.on < facts.today ? CellInk::Red : CellInk::Normal;
        rows += row;
    }
    if (facts.money.empty())
        rows += nothing(Day::tr("Nobody has promised money for today."));
}

void addActions(const DayFacts& facts, QList<DayRow>& rows)
{
    DayRow head = section(Day::tr("To do"), Day::tr("%n thing(s)", nullptr, int(facts.actions.size())));
    head.icon = Icon::ListChecks;
    rows += head;
    for (const storage::DueAction& action : facts.actions) {
        DayRow row;
        row.opens = DayRow::Opens::Action;
        row.id = action.activity.id;
        row.customer = action.activity.customerId;
        row.title = toQString(action.customerName);
        row.remark = toQString(action.activity.nextAction.empty() ? action.activity.text : action.activity.nextAction);
        if (!action.activity.contact.empty())
            row.remark += QStringLiteral(" · ") + toQString(action.activity.contact);
        setWhen(row, action.activity.nextOn, facts.today);
        rows += row;
    }
    if (facts.actions.empty())
        rows += nothing(Day::tr("Nothing is to be done today."));
}

void addMatters(const DayFacts& facts, QList<DayRow>& rows)
{
    DayRow head = section(statusWord(Status::Attention), Day::tr("%n thing(s)", nullptr, int(facts.matterCount)));
    head.status = Status::Attention;
    head.opens = DayRow::Opens::Attention;
    if (facts.matterCount > 0)
        head.link = Day::tr("Show all");
    rows += head;
    for (const storage::AttentionRow& matter : facts.matters) {
        DayRow row;
        row.opens = DayRow::Opens::Attention;
        row.id = matter.id;
        row.title = matterText(matter);
        row.remark = placeText(matter);
        if (matter.at > 0) {
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(matter.at);
            const QDate day = at.date();
            const Date on
                = Date::fromYmd(day.year(), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
            row.right = on == facts.today ? at.toString(QStringLiteral("HH:mm")) : dateText(on, facts.today);
        }
        row.rightInk = CellInk::Muted;
        rows += row;
    }
    if (facts.matterCount == 0)
        rows += nothing(Day::tr("Nothing needs a look."));
}

} // namespace

DayFacts readDay(Reader& reader, Date today)
{
    DayFacts facts;
    facts.today = today;
    storage::TodayStore store = reader.today();
    std::vector<storage::Stop> stops = store.goingOut(today);
    for (storage::Stop& stop : store.delivered(today))
        stops.push_back(std::move(stop));
    facts.trucks = storage::trucksOf(std::move(stops));
    facts.tomorrow = storage::trucksOf(store.planned(today.addDays(1), today.addDays(1)));
    facts.late = store.late(today, lateShown);
    facts.lateCount = store.lateCount(today);
    facts.money = store.money(today);
    facts.actions = store.actions(today);
    storage::AttentionStore attention = reader.attention();
    facts.matterCount = attention.counts().open;
    if (facts.matterCount > 0)
        facts.matters = attention.list(false, 0, mattersShown);
    const bool shows = !facts.trucks.empty() || !facts.tomorrow.empty() || facts.lateCount > 0 || !facts.money.empty()
        || !facts.actions.empty() || facts.matterCount > 0;
    facts.isEmpty = !shows && reader.orders().chipCounts(today).back() == 0;
    return facts;
}

QList<DayRow> deliveryRows(const DayFacts& facts)
{
    QList<DayRow> rows;
    std::set<std::string> vehicles;
    for (const storage::TruckDay& truck : facts.trucks)
        if (truck.isDecided())
            vehicles.insert(truck.vehicle.empty() ? truck.drivers.front() : truck.vehicle);
    DayRow head = section(
        Day::tr("Deliveries today"), Day::tr("vehicles %1, stops %2").arg(vehicles.size()).arg(stopsOf(facts.trucks)));
    head.opens = DayRow::Opens::LoadingList;
    head.link = Day::tr("Print the loading list");
    rows += head;
    addTrucks(facts.trucks, true, rows);
    if (facts.trucks.empty())
        rows += nothing(Day::tr("Nothing is due today and nothing went out yet."));
    const Date next = facts.today.addDays(1);
    rows += section(Day::tr("Tomorrow"),
        dateText(next, facts.today) + QStringLiteral(", ")
            + Day::tr("%n stop(s)", nullptr, int(stopsOf(facts.tomorrow))));
    addTrucks(facts.tomorrow, false, rows);
    if (facts.tomorrow.empty())
        rows += nothing(Day::tr("Nothing is due tomorrow."));
    return rows;
}

QList<DayRow> deskRows(const DayFacts& facts)
{
    QList<DayRow> rows;
    addLate(facts, rows);
    addMoney(facts, rows);
    addActions(facts, rows);
    addMatters(facts, rows);
    return rows;
}

QString timeText(const std::optional<std::int64_t>& minutes)
{
    if (!minutes)
        return {};
    return QStringLiteral("%1:%2").arg(*minutes / 60, 2, 10, QChar(u'0')).arg(*minutes % 60, 2, 10, QChar(u'0'));
}

std::optional<std::optional<std::int64_t>> readTypedTime(const QString& typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return std::optional<std::int64_t>{};
    for (const QChar between : {QChar(u'.'), QChar(u'시'), QChar(u' ')})
        text.replace(between, u':');
    text.remove(u'분').replace(QStringLiteral("::"), QStringLiteral(":"));
    qsizetype colon = text.indexOf(u':');
    QString hours = colon < 0 ? text : text.left(colon);
    QString minutes = colon < 0 ? QString() : text.mid(colon + 1);
    if (colon < 0 && text.size() > 2) { // 930, 1400
        hours = text.left(text.size() - 2);
        minutes = text.right(2);
    }
    bool hoursRead = false, minutesRead = true;
    const int hour = hours.toInt(&hoursRead);
    const int minute = minutes.isEmpty() ? 0 : minutes.toInt(&minutesRead);
    if (!hoursRead || !minutesRead || hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return std::nullopt;
    return std::optional<std::int64_t>(hour * 60 + minute);
}

QString loadText(const TruckLoad& load)
{
    if (load.isUnknown())
        return {};
    QString text;
    if (load.palletParts > 0)
        text = Day::tr("%n pallet(s)", nullptr, int(load.pallets()));
    if (load.looseBoxes > 0) {
        const QString boxes = Day::tr("%n box(es)", nullptr, int(load.looseBoxes));
        text = text.isEmpty() ? boxes : Day::tr("%1 and %2", "pallets and boxes").arg(text, boxes);
    }
    return load.isPartlyUnknown ? Day::tr("load at least %1").arg(text) : Day::tr("load %1").arg(text);
}

} // namespace dure::app
