#include "sync/server/references.h"

#include "sync/protocol/codec.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace dure::server {

namespace {

std::vector<RowKey> heldBy(const StoredRow& stored)
{
    const Table& table = tableOf(stored.table);
    if (std::ranges::none_of(table.columns, [](const Column& each) { return each.refersTo.has_value(); }))
        return {};
    const auto row = protocol::decodeRow(table, stored.id, stored.fields);
    if (!row)
        throw std::runtime_error("a stored row cannot be read: " + stored.id.toString());
    return namedBy(table, *row);
}

/// What is in `some` and not in `others`.
std::vector<RowKey> without(const std::vector<RowKey>& some, const std::vector<RowKey>& others)
{
    std::vector<RowKey> left;
    std::ranges::copy_if(some, std::back_inserter(left),
        [&](const RowKey& key) { return std::ranges::find(others, key) == others.end(); });
    return left;
}

} // namespace

Uuid rootOf(const Table& table, const Row& row)
{
    if (table.rootColumn.empty())
        return row.id;
    const Uuid root = idOf(row.values[static_cast<std::size_t>(table.columnIndex(table.rootColumn))]);
    return root.isNil() ? row.id : root;
}

std::vector<RowKey> namedBy(const Table& table, const Row& row)
{
    std::vector<RowKey> named;
    for (std::size_t i = 0; i < table.columns.size() && i < row.values.size(); ++i) {
        const Column& column = table.columns[i];
        if (!column.refersTo || column.name == table.rootColumn || isNull(row.values[i]))
            continue;
        const RowKey key{*column.refersTo, idOf(row.values[i])};
        if (!key.second.isNil() && std::ranges::find(named, key) == named.end())
            named.push_back(key);
    }
    return named;
}

std::vector<RowKey> mentionedBy(const Mutation& mutation)
{
    std::set<RowKey> keys;
    for (const Change& change : mutation.changes) {
        keys.insert({change.table, change.row});
        const Table& table = tableOf(change.table);
        for (const auto& [index, value] : change.fields.known)
            if (const auto& named = table.columns[static_cast<std::size_t>(index)].refersTo; named && !isNull(value))
                keys.insert({*named, idOf(value)});
    }
    return {keys.begin(), keys.end()};
}

ReferenceMove moveReferences(const Table& table, const Row& now, const Row* then)
{
    const std::vector<RowKey> held = namedBy(table, now);
    if (!then)
        return {{}, held};
    const std::vector<RowKey> before = namedBy(table, *then);
    return {without(before, held), without(held, before)};
}

ReferenceMove moveReferences(const StoredRow& row, const StoredRow* before)
{
    const std::vector<RowKey> now = heldBy(row);
    const std::vector<RowKey> then = before ? heldBy(*before) : std::vector<RowKey>{};
    return {without(then, now), without(now, then)};
}

} // namespace dure::server
