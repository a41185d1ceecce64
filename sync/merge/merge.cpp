#include "sync/merge/merge.h"

#include <algorithm>

namespace dure::merge {

namespace {

using Field = std::pair<int, Value>;

bool laterWins(const UnitVersion& incoming, const UnitVersion& existing)
{
    if (incoming.at != existing.at)
        return incoming.at > existing.at;
    return incoming.incarnation > existing.incarnation;
}

/// The change's fields of one unit, in the order given.
std::vector<Field> fieldsOf(const Table& table, const Change& change, std::string_view unit)
{
    std::vector<Field> fields;
    for (const Field& field : change.fields.known)
        if (unitOf(table.columns[static_cast<std::size_t>(field.first)]) == unit)
            fields.push_back(field);
    return fields;
}

std::vector<Field> currentOf(const MergeRow& target, const std::vector<Field>& wanted)
{
    std::vector<Field> current;
    for (const Field& field : wanted)
        current.emplace_back(field.first, target.row.values[static_cast<std::size_t>(field.first)]);
    return current;
}

void take(MergeRow& target, const std::vector<Field>& fields)
{
    for (const Field& field : fields)
        target.row.values[static_cast<std::size_t>(field.first)] = field.second;
    target.changed = true;
}

void mergeUnit(const Table& table, MergeRow& target, const Change& change, std::string_view unit,
    const UnitVersion& author, std::vector<FieldConflict>& conflicts)
{
    const std::vector<Field> incoming = fieldsOf(table, change, unit);
    const std::vector<Field> current = currentOf(target, incoming);
    if (incoming == current)
        return;
    const UnitVersion existing = target.versions.of(unit);
    const bool seen = existing.seq <= change.base || existing.incarnation == author.incarnation;
    const bool incomingWins = seen || laterWins(author, existing);
    if (!seen) {
        FieldConflict conflict{ConflictKind::Field, table.id, target.row.id, std::string(unit), {}, {}, incomingWins,
            existing, table.id, target.row.id, change.base};
        conflict.winner.known = incomingWins ? incoming : current;
        conflict.loser.known = incomingWins ? current : incoming;
        conflicts.push_back(std::move(conflict));
    }
    if (incomingWins) {
        take(target, incoming);
        target.versions.set(unit, author);
    }
}

} // namespace

std::string_view unitOf(const Column& column) { return column.group.empty() ? column.name : column.group; }

std::int64_t correctedTime(
    std::int64_t at, std::int64_t skew, std::int64_t baseTime, std::int64_t now, std::int64_t lastAt)
{
    // a hostile clock must not overflow: both stay far inside 64 bits
    constexpr std::int64_t limit = std::int64_t{1} << 60;
    const bool measurable = skew <= -leastSkewMs || skew >= leastSkewMs;
    const std::int64_t corrected = std::clamp(at, -limit, limit) - (measurable ? std::clamp(skew, -limit, limit) : 0);
    const std::int64_t earliest = std::max(baseTime, lastAt);
    return std::max(earliest, std::min(corrected, now));
}

void mergeCreate(const Table& table, MergeRow& target, const Change& change, const UnitVersion& author)
{
    target.row.id = change.row;
    target.row.values.assign(table.columns.size(), Value{});
    for (const Field& field : change.fields.known)
        target.row.values[static_cast<std::size_t>(field.first)] = field.second;
    target.row.extra = change.fields.extra;
    target.deleted = false;
    target.versions.setAll(author);
    target.versions.setDeletion(std::nullopt);
    target.changed = true;
}

void mergePut(const Table& table, MergeRow& target, const Change& change, const UnitVersion& author,
    std::vector<FieldConflict>& conflicts)
{
    target.row.values.resize(table.columns.size());
    std::vector<std::string_view> done;
    for (const Field& field : change.fields.known) {
        const std::string_view unit = unitOf(table.columns[static_cast<std::size_t>(field.first)]);
        if (std::find(done.begin(), done.end(), unit) != done.end())
            continue;
        done.push_back(unit);
        mergeUnit(table, target, change, unit, author, conflicts);
    }
}

std::optional<UnitVersion> unseenByDelete(const MergeRow& target, std::int64_t base, const Uuid& author)
{
    return target.deleted ? std::nullopt : target.versions.changeByOthers(base, author);
}

bool revives(const MergeRow& target, std::int64_t base, const Uuid& author)
{
    const auto& deletion = target.versions.deletion();
    return target.deleted && deletion && deletion->seq > base && deletion->incarnation != author;
}

void markDeleted(MergeRow& target, const UnitVersion& author)
{
    target.deleted = true;
    target.versions.setDeletion(author);
    target.changed = true;
}

void markMadeAgain(MergeRow& target, const UnitVersion& author)
{
    target.versions.set("made_again", author);
    target.changed = true;
}

void markRevived(MergeRow& target, const UnitVersion& author)
{
    target.deleted = false;
    target.versions.setDeletion(std::nullopt);
    // a later delete by someone who had not seen the revival must count it as a change
    target.versions.set("revived", author);
    target.changed = true;
}

} // namespace dure::merge
