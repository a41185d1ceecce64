#include "core/commands/row_changes.h"

#include "core/domain/content_hash.h"

namespace dure::commands {

namespace {

std::uint64_t hashOfValue(const Value& value, std::uint64_t seed)
{
    switch (value.index()) {
    case 1:
        return hashInteger(std::get<std::int64_t>(value), seed + 1);
    case 2:
        return hashBytes(std::get<std::string>(value), seed + 2);
    case 3:
        return hashBytes(storage::blobOf(std::get<Uuid>(value)).view(), seed + 3);
    default:
        return hashInteger(0, seed + 4);
    }
}

Problem problemOf(ValueError error)
{
    switch (error) {
    case ValueError::TooLong:
        return Problem::TooLong;
    case ValueError::OutOfRange:
        return Problem::OutOfRange;
    case ValueError::Missing:
        return Problem::Missing;
    default:
        return Problem::BadText;
    }
}

} // namespace

Fields changedFields(const Table& table, const Row& before, const Row& after)
{
    const std::size_t count = table.columns.size();
    std::vector<bool> changed(count);
    for (std::size_t i = 0; i < count; ++i)
        changed[i] = before.values[i] != after.values[i];
    for (std::size_t i = 0; i < count; ++i) {
        if (!changed[i] || table.columns[i].group.empty())
            continue;
        for (std::size_t other = 0; other < count; ++other)
            if (table.columns[other].group == table.columns[i].group)
                changed[other] = true;
    }
    Fields fields;
    for (std::size_t i = 0; i < count; ++i)
        if (changed[i])
            fields.known.emplace_back(static_cast<int>(i), after.values[i]);
    return fields;
}

Fields allFields(const Row& row)
{
    Fields fields;
    fields.known.reserve(row.values.size());
    for (std::size_t i = 0; i < row.values.size(); ++i)
        if (!isNull(row.values[i]))
            fields.known.emplace_back(static_cast<int>(i), row.values[i]);
    fields.extra = row.extra;
    return fields;
}

void checkRow(const Table& table, const Row& row, int line, std::vector<FieldProblem>& problems)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        const Value& value = row.values[i];
        const bool empty = isNull(value);
        if (empty && column.has(Required))
            problems.push_back({table.id, static_cast<int>(i), line, Problem::Missing});
        else if (const auto error = checkValue(column, value))
            problems.push_back({table.id, static_cast<int>(i), line, problemOf(*error)});
    }
}

void checkRow(
    storage::RowStore& rows, const Table& table, const Row& row, int line, std::vector<FieldProblem>& problems)
{
    std::vector<FieldProblem> found;
    checkRow(table, row, line, found);
    const auto stored = found.empty() ? std::nullopt : rows.find(table, row.id);
    for (const FieldProblem& each : found) {
        const auto at = static_cast<std::size_t>(each.column);
        const bool mayStand = each.problem == Problem::OutOfRange || each.problem == Problem::TooLong;
        if (!mayStand || !stored || stored->row.values[at] != row.values[at])
            problems.push_back(each);
    }
}

std::uint64_t hashOfColumns(const Table& table, const Row& row, const Fields& columns)
{
    std::uint64_t hash = 0;
    for (const auto& [column, ignored] : columns.known) {
        const auto at = static_cast<std::size_t>(column);
        if (!table.columns[at].has(ServerOnly))
            hash = hashOfValue(at < row.values.size() ? row.values[at] : Value{}, hash + at);
    }
    return hash;
}

} // namespace dure::commands
