#include "app/gallery/gallery_company.h"
#include "app/gallery/gallery_pages.h"
#include "core/storage/entity_reader.h"
#include "core/storage/order_store.h"
#include "sync/protocol/codec.h"

#include <QEventLoop>

namespace dure::app {
namespace {

constexpr std::int64_t winnerAt = 1'795'394'490'000; // the newest of the gallery's day
constexpr std::int64_t loserAt = 1'795'392'300'000; // 09:05

Fields unitOf(const Table& table, const Row& row, std::string_view unit)
{
    Fields fields;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if ((column.group.empty() ? column.name : column.group) == unit)
            fields.known.emplace_back(static_cast<int>(i), row.values[i]);
    }
    return fields;
}

void addConflict(storage::SpaceDatabase& space, const Uuid& root, const Table& changed, const Row& now,
    const Row& first, const Row& other, const std::string& unit)
{
    using C = col::Conflict;
    const Table& table = tableOf(TableId::Conflict);
    Row row{derivedUuid(now.id, unit), std::vector<Value>(table.columns.size()), {}};
    row.values[C::tableName] = std::string(changed.name);
    row.values[C::rowId] = now.id;
    row.values[C::rootId] = root;
    row.values[C::field] = unit;
    row.values[C::kind] = std::int64_t{0};
    row.values[C::baseValue] = protocol::encodeFields(changed, unitOf(changed, first, unit));
    row.values[C::winnerValue] = protocol::encodeFields(changed, unitOf(changed, now, unit));
    row.values[C::loserValue] = protocol::encodeFields(changed, unitOf(changed, other, unit));
    row.values[C::winnerUser] = std::string("김미선");
    row.values[C::winnerDevice] = std::string("사무실 PC 1");
    row.values[C::winnerAt] = winnerAt;
    row.values[C::loserUser] = std::string("박정호");
    row.values[C::loserDevice] = std::string("대표 노트북");
    row.values[C::loserAt] = loserAt;
    storage::RowStore(space.db()).put(table, storage::LocalRow{std::move(row), 1, false, 0});
}

/// Due date and quantity of the order, set differently on two PCs.
void addOrderConflict(storage::SpaceDatabase& space, const Uuid& id)
{
    const auto order = storage::findEntity<SalesOrder>(space.db(), id);
    const auto line = storage::entitiesWhere<OrderLine>(space.db(), "order_id", id, "position, id").front();
    SalesOrder first = *order, other = *order;
    first.dueOn = order->dueOn.addDays(2);
    other.dueOn = order->dueOn.addDays(4);
    addConflict(space, id, tableOf(TableId::SalesOrder), toRow(*order), toRow(first), toRow(other), "due_on");
    const auto with = [&line](std::int64_t percent) {
        OrderLine changed = line;
        changed.quantity = {line.quantity.tenThousandths * percent / 100};
        changed.supply = {line.supply.amount * percent / 100};
        changed.tax = {line.tax.amount * percent / 100};
        return toRow(changed);
    };
    addConflict(space, id, tableOf(TableId::OrderLine), toRow(line), with(80), with(120), "amount");
}

commands::DeliveryInput moreThanOrdered(const storage::OrderDetail& order)
{
    commands::DeliveryInput input;
    input.orderId = order.order.id;
    input.deliveredOn = galleryToday;
    commands::DeliveryLineInput line;
    line.orderLineId = order.lines.front().line.id;
    line.quantity = order.lines.front().line.quantity + Quantity::fromInteger(500);
    input.lines.push_back(line);
    return input;
}

commands::OrderInput likeThat(const storage::OrderDetail& order)
{
    commands::OrderInput input{order.order, {order.lines.front().line}};
    input.order.id = {};
    input.order.number.clear();
    input.lines.front().id = {};
    return input;
}

} // namespace

void GalleryCompany::addMatters()
{
    QEventLoop loop;
    std::vector<storage::OrderDetail> orders;
    m_data->read(
        m_data.get(), {},
        [](Reader& reader) {
            storage::OrderFilter open;
            open.chip = storage::OrderChip::Open;
            open.today = galleryToday;
            std::vector<storage::OrderDetail> found;
            for (const auto& row : reader.orders().list(open, {})) {
                const auto detail = reader.orders().detail(row.id, galleryToday);
                if (found.size() < 3 && detail->deliveries.empty() && !detail->order.dueOn.isNull())
                    found.push_back(*detail);
            }
            return found;
        },
        [&](auto&& found) {
            orders = std::move(found);
            loop.quit();
        });
    loop.exec();
    m_data->run(
        m_data.get(),
        [orders](commands::Commands& commands) {
            (void)commands.recordDelivery(moreThanOrdered(orders[1]));
            return commands.saveOrder(likeThat(orders[2]));
        },
        [](commands::Result&&) {});
    m_data->post([order = orders[0].order.id, this](storage::SpaceDatabase& space) {
        addOrderConflict(space, order);
        storage::Outbox outbox(space.db());
        outbox.reject(outbox.inState(storage::EntryState::Waiting, 100'000).back().entry, "not_allowed", "");
        ChangeSet changes;
        changes.add(TableId::Conflict, {}, {});
        m_data->announce(changes);
    });
    m_data->run(
        m_data.get(), [](commands::Commands&) { return true; }, [&](bool) { loop.quit(); });
    loop.exec();
}

} // namespace dure::app
