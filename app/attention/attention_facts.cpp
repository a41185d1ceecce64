#include "app/attention/attention_facts.h"

#include "app/attention/field_text.h"
#include "app/widgets/number_text.h"
#include "sync/protocol/codec.h"

#include <map>

namespace dure::app {
namespace {

constexpr qsizetype mostValues = 60; // an import's batch would fill pages

std::map<int, Value> knownFields(const Table& table, const std::string& json)
{
    std::map<int, Value> known;
    if (json.empty())
        return known;
    const auto fields = protocol::decodeFields(table, json);
    if (fields) {
        for (const auto& [column, value] : fields->known)
            known.emplace(column, value);
    }
    return known;
}

QString personOf(const storage::ConflictSide& side)
{
    QStringList parts;
    for (const std::string& part : {side.user, side.device}) {
        if (!part.empty())
            parts += toQString(part);
    }
    return parts.join(QStringLiteral(" · "));
}

AttentionFacts conflictFacts(storage::AttentionStore store, const storage::ConflictDetail& detail, Date today)
{
    AttentionFacts facts;
    facts.row = detail.row;
    facts.place = tableText(detail.table->id);
    facts.winner = {personOf(detail.winner), momentText(detail.winner.at, today)};
    facts.loser = {personOf(detail.loser), momentText(detail.loser.at, today)};
    const auto base = knownFields(*detail.table, detail.baseFields);
    const auto winner = knownFields(*detail.table, detail.winner.fields);
    const auto loser = knownFields(*detail.table, detail.loser.fields);
    for (std::size_t i = 0; i < detail.table->columns.size(); ++i) {
        const int column = static_cast<int>(i);
        if (!winner.contains(column) && !loser.contains(column))
            continue;
        const auto shown = [&](const std::map<int, Value>& values) {
            const auto found = values.find(column);
            return found == values.end() ? QStringLiteral("–")
                                         : valueText(detail.table->columns[i], found->second, today, store);
        };
        facts.values += {fieldText(detail.table->columns[i]), shown(base), shown(winner), shown(loser)};
    }
    return facts;
}

AttentionFacts rejectionFacts(storage::AttentionStore store, const storage::OutboxEntry& entry, Date today)
{
    AttentionFacts facts;
    facts.row.kind = storage::AttentionKind::Rejected;
    facts.row.id = storage::attentionId(entry.entry);
    facts.row.entry = entry.entry;
    facts.row.what = entry.intent;
    facts.row.at = entry.at;
    facts.row.done = entry.state == storage::EntryState::AttendedTo;
    facts.intent = intentText(entry.intent);
    facts.reason = reasonText(entry.reason);
    facts.winner.moment = momentText(entry.at, today);
    const auto mutation = protocol::decodeMutation(entry.body);
    if (!mutation)
        return facts;
    for (const Change& change : mutation->changes) {
        const Table& table = tableOf(change.table);
        if (facts.row.subject.name.empty())
            facts.row.subject = store.subjectOf(table, change.row);
        for (const auto& [column, value] : change.fields.known) {
            if (facts.values.size() == mostValues)
                return facts;
            const Column& declared = table.columns[static_cast<std::size_t>(column)];
            const bool worthShowing
                = !isNull(value) && declared.type != ColumnType::Time && declared.name != "position";
            if (worthShowing)
                facts.values += {tableText(change.table) + QStringLiteral(" · ") + fieldText(declared), {},
                    valueText(declared, value, today, store), {}};
        }
    }
    return facts;
}

} // namespace

std::optional<AttentionFacts> readAttention(Reader& reader, const Uuid& id, Date today)
{
    if (const auto conflict = reader.attention().conflict(id))
        return conflictFacts(reader.attention(), *conflict, today);
    if (const auto entry = reader.attention().rejection(id))
        return rejectionFacts(reader.attention(), *entry, today);
    return std::nullopt;
}

} // namespace dure::app
