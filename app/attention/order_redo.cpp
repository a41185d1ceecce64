#include "app/attention/order_redo.h"

#include "app/orders/order_draft.h"
#include "sync/protocol/codec.h"

#include <algorithm>

namespace dure::app {
namespace {

template <class E> E entityWith(const Change& change, const Row& before)
{
    storage::LocalRow row;
    row.row = before;
    row.row.id = change.row;
    storage::RowStore::applyFields(row, tableOf(E::table), change);
    return fromRow<E>(row.row);
}

Row emptyRow(TableId table) { return Row{{}, std::vector<Value>(tableOf(table).columns.size()), {}}; }

void addEntry(Reader& reader, OrderDraft& draft, OrderLine line)
{
    draft.lines += std::make_shared<const EntryLine>(readEntry(reader, line));
}

OrderDraft newOrder(Reader& reader, const Mutation& mutation)
{
    OrderDraft draft;
    std::vector<OrderLine> lines;
    for (const Change& change : mutation.changes) {
        if (change.table == TableId::SalesOrder)
            draft.order = entityWith<SalesOrder>(change, emptyRow(change.table));
        else if (change.table == TableId::OrderLine)
            lines.push_back(entityWith<OrderLine>(change, emptyRow(change.table)));
    }
    // what the cloud refused is made anew, under ids and a number of its own
    draft.order.id = {};
    draft.order.number.clear();
    std::ranges::stable_sort(lines, {}, &OrderLine::position);
    for (OrderLine& line : lines) {
        line.id = {};
        line.orderId = {};
        addEntry(reader, draft, line);
    }
    return draft;
}

std::optional<OrderDraft> changedOrder(Reader& reader, const Mutation& mutation, const Uuid& order, Date today)
{
    OrderDraft draft;
    draft.before = readOrderOpening(reader, order, today);
    if (!draft.before)
        return std::nullopt;
    draft.order = draft.before->order;
    std::vector<OrderLine> lines = draft.before->lines;
    for (const Change& change : mutation.changes) {
        if (change.table == TableId::SalesOrder && change.op == Op::Put) {
            const std::int64_t seq = draft.order.seq;
            draft.order = entityWith<SalesOrder>(change, toRow(draft.order));
            draft.order.seq = seq;
        }
        if (change.table != TableId::OrderLine)
            continue;
        const auto line = std::ranges::find(lines, change.row, &OrderLine::id);
        if (change.op == Op::Create) {
            lines.push_back(entityWith<OrderLine>(change, emptyRow(change.table)));
            lines.back().id = {};
        } else if (line != lines.end() && change.op == Op::Delete) {
            lines.erase(line);
        } else if (line != lines.end()) {
            const std::int64_t seq = line->seq;
            *line = entityWith<OrderLine>(change, toRow(*line));
            line->seq = seq;
        }
    }
    for (const OrderLine& line : lines)
        addEntry(reader, draft, line);
    return draft;
}

/// The order that the changes are about; nil: none.
Uuid orderOf(Reader& reader, const Mutation& mutation)
{
    for (const Change& change : mutation.changes) {
        if (change.table == TableId::SalesOrder)
            return change.row;
    }
    for (const Change& change : mutation.changes) {
        if (change.table != TableId::OrderLine)
            continue;
        for (const auto& [column, value] : change.fields.known) {
            if (column == col::OrderLine::orderId)
                return idOf(value);
        }
        if (const auto row = storage::RowStore(reader.db()).find(tableOf(TableId::OrderLine), change.row))
            return storage::RowStore::rootOf(tableOf(TableId::OrderLine), row->row);
    }
    return {};
}

} // namespace

std::optional<OrderRedo> readOrderRedo(Reader& reader, const storage::OutboxEntry& entry, Date today)
{
    if (entry.intent != "save_order")
        return std::nullopt;
    const auto mutation = protocol::decodeMutation(entry.body);
    if (!mutation)
        return std::nullopt;
    OrderRedo redo;
    redo.order = orderOf(reader, *mutation);
    if (redo.order.isNil())
        return std::nullopt;
    const bool isNew = std::ranges::any_of(mutation->changes,
        [](const Change& change) { return change.table == TableId::SalesOrder && change.op == Op::Create; });
    std::optional<OrderDraft> draft
        = isNew ? newOrder(reader, *mutation) : changedOrder(reader, *mutation, redo.order, today);
    if (!draft)
        return std::nullopt;
    if (isNew) {
        redo.order = {};
        redo.forCustomer = draft->order.customerId;
    }
    draft->at = entry.at;
    redo.draftName = draftName(redo.order, redo.forCustomer);
    redo.draft = draftText(*draft);
    return redo;
}

} // namespace dure::app
