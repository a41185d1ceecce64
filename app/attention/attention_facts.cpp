#include "app/attention/attention_facts.h"

#include "app/attention/field_text.h"
#include "app/attention/matter_text.h"
#include "app/attention/order_redo.h"
#include "app/widgets/number_text.h"
#include "sync/protocol/codec.h"

#include <QCoreApplication>
#include <map>

namespace dure::app {
namespace {

class Facts
{
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

constexpr qsizetype mostValues = 40; // an import's batch would fill pages
constexpr std::size_t mostHistoryRows = 30;

using Known = std::map<int, Value>;

Known knownFields(const Table& table, const std::string& json)
{
    Known known;
    if (json.empty())
        return known;
    const auto fields = protocol::decodeFields(table, json);
    if (fields) {
        for (const auto& [column, value] : fields->known)
            known.emplace(column, value);
    }
    return known;
}

QString sideText(const storage::ConflictSide& side, Date today)
{
    QStringList parts;
    for (const std::string& part : {side.user, side.device}) {
        if (!part.empty())
            parts += toQString(part);
    }
    parts += momentText(side.at, today);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

std::string_view unitOf(const Column& column) { return column.group.empty() ? column.name : column.group; }

/// The rows of the table for one unit, and the unit as it can be decided.
class UnitReader
{
public:
    UnitReader(Reader& reader, const storage::ConflictDetail& detail, Date today, bool namesRow)
        : m_names(reader.attention())
        , m_detail(detail)
        , m_today(today)
        , m_base(knownFields(*detail.table, detail.baseFields))
        , m_winner(knownFields(*detail.table, detail.winner.fields))
        , m_loser(knownFields(*detail.table, detail.loser.fields))
    {
        const auto row = storage::RowStore(reader.db()).find(*detail.table, detail.changedRow);
        m_isGone = !row || row->deleted;
        for (std::size_t i = 0; i < detail.table->columns.size(); ++i) {
            const int column = static_cast<int>(i);
            if (unitOf(detail.table->columns[i]) != detail.unit)
                continue;
            m_columns.push_back(column);
            if (row)
                m_now.emplace(column, row->row.values[i]);
        }
        if (namesRow && row)
            m_rowName = childName(detail.table->id, row->row);
    }

    bool isGone() const { return m_isGone; }
    bool isChangedSince() const
    {
        return std::ranges::any_of(m_winner, [this](const auto& each) {
            const auto now = m_now.find(each.first);
            return now != m_now.end() && now->second != each.second;
        });
    }

    MatterUnit unit() const
    {
        MatterUnit unit;
        unit.conflict = m_detail.id;
        unit.name = unitText(*m_detail.table, m_detail.unit);
        for (const auto& [column, value] : m_loser)
            unit.other.known.emplace_back(column, value);
        for (const auto& [column, value] : m_now)
            unit.seen.known.emplace_back(column, value);
        return unit;
    }

    void addRows(QList<MatterRow>& rows, int unit)
    {
        const bool allImplied
            = std::ranges::all_of(m_columns, [this](int column) { return isImplied(declared(column)); });
        for (const int column : m_columns) {
            const Column& declared = this->declared(column);
            if (isImplied(declared) && !allImplied)
                continue;
            const auto shown = [&](const Known& values) {
                const auto found = values.find(column);
                return found == values.end() ? QStringLiteral("–")
                                             : valueText(declared, found->second, m_today, m_names);
            };
            add(rows, unit, fieldText(declared), shown(m_base), shown(m_now), shown(m_loser), true);
        }
        if (m_detail.unit == "amount" && m_detail.table->id == TableId::OrderLine)
            add(rows, unit, Facts::tr("Total"), total(m_base), total(m_now), total(m_loser), false);
    }

private:
    const Column& declared(int column) const { return m_detail.table->columns[static_cast<std::size_t>(column)]; }

    void add(QList<MatterRow>& rows, int unit, const QString& field, const QString& base, const QString& now,
        const QString& other, bool mayDecide)
    {
        if (base == now && now == other)
            return; // a member of the group that nobody touched
        const bool isFirst = rows.isEmpty() || rows.last().unit != unit;
        const QString label = m_rowName.isEmpty() || !isFirst ? field : m_rowName + u'\n' + field;
        const bool decides = mayDecide && now != other;
        rows += {{{label, false, true}, {base, false, true}, {now, decides}, {other, decides}}, unit};
    }

    static QString total(const Known& values)
    {
        using C = col::OrderLine;
        const auto supply = values.find(C::supply);
        const auto tax = values.find(C::tax);
        if (supply == values.end() || tax == values.end())
            return QStringLiteral("–");
        return wonText(Won{integerOf(supply->second) + integerOf(tax->second)});
    }

    storage::AttentionStore m_names;
    const storage::ConflictDetail& m_detail;
    Date m_today;
    Known m_base, m_winner, m_loser, m_now;
    std::vector<int> m_columns;
    QString m_rowName;
    bool m_isGone = false;
};

/// Whether the document has several lines, so that a line must be named.
bool hasSeveralLines(Reader& reader, const Uuid& order)
{
    return storage::RowStore(reader.db()).liveMembers(tableOf(TableId::OrderLine), order) > 1;
}

void addValues(Reader& reader, const storage::MatterDetail& matter, Date today, MatterFacts& facts)
{
    const bool several = hasSeveralLines(reader, facts.row.subject.root);
    bool changedSince = false;
    for (const storage::ConflictDetail& each : matter.conflicts) {
        const bool namesRow = each.table->id == TableId::OrderLine ? several : !each.table->rootColumn.empty();
        UnitReader unit(reader, each, today, namesRow);
        facts.isGone = facts.isGone || unit.isGone();
        changedSince = changedSince || unit.isChangedSince();
        unit.addRows(facts.rows, int(facts.units.size()));
        facts.units += unit.unit();
    }
    if (facts.isGone)
        facts.sentence = Facts::tr("%1 was deleted since, so nothing can be put back. Put it away with 1.")
                             .arg(subjectPhrase(facts.row.subject));
    else if (changedSince)
        facts.sentence = Facts::tr("%1. It was changed once more since; what stands now is shown. Choose one.")
                             .arg(subjectPhrase(facts.row.subject));
    else
        facts.sentence = Facts::tr("%1. What was changed later stands, the other value is kept too. Choose one.")
                             .arg(subjectPhrase(facts.row.subject));
}

MatterFacts conflictFacts(Reader& reader, const storage::MatterDetail& matter, Date today)
{
    using storage::ConflictMatter;
    MatterFacts facts;
    facts.row = matter.row;
    facts.title = conflictTitle(matter.row);
    for (const storage::ConflictDetail& each : matter.conflicts)
        facts.conflicts.push_back(each.id);
    const storage::ConflictDetail& first = matter.conflicts.front();
    facts.heads = {{{}, {}, {}, 17}, {Facts::tr("At first"), {}, {}, 19},
        {Facts::tr("What stands now"), sideText(first.winner, today), QStringLiteral("1"), 32},
        {Facts::tr("The other value"), sideText(first.loser, today), QStringLiteral("2"), 32}};
    if (matter.row.matter == ConflictMatter::Field) {
        addValues(reader, matter, today, facts);
        return facts;
    }
    const auto row = storage::RowStore(reader.db()).find(*first.table, first.changedRow);
    facts.isGone = !row || row->deleted;
    const QString what = row ? childName(first.table->id, row->row) : QString();
    facts.heads.removeAt(1);
    facts.rows = {{{{what.isEmpty() ? tableText(first.table->id) : what, false, true}, {Facts::tr("There"), true},
                       {Facts::tr("Deleted"), true}},
        -1}};
    facts.sentence = matter.row.matter == ConflictMatter::DeleteKept
        ? Facts::tr("%1. Somebody changed or used it while another deleted it, so all of it was kept.")
        : Facts::tr("%1. Somebody changed or used it after another had deleted it, so it is back.");
    facts.sentence = facts.sentence.arg(subjectPhrase(facts.row.subject));
    return facts;
}

/// What stands in it, field by field, in one line; terms that follow from the customer are left out.
QString enteredText(storage::AttentionStore& names, const Change& change, Date today)
{
    static constexpr std::string_view terms[]{"tax_kind", "price_kind", "rounding_mode", "tax_scope"};
    const Table& table = tableOf(change.table);
    if (change.op == Op::Delete)
        return Facts::tr("Deleted");
    QStringList parts;
    for (const auto& [column, value] : change.fields.known) {
        const Column& declared = table.columns[static_cast<std::size_t>(column)];
        const bool isTerm = std::ranges::find(terms, declared.name) != std::end(terms);
        if (isNull(value) || isImplied(declared) || isTerm)
            continue;
        const QString text = valueText(declared, value, today, names);
        if (text != QStringLiteral("–") && !text.isEmpty())
            parts += fieldText(declared) + u' ' + text;
    }
    return parts.join(QStringLiteral(", "));
}

MatterFacts rejectionFacts(Reader& reader, const storage::OutboxEntry& entry, Date today)
{
    storage::AttentionStore store = reader.attention();
    MatterFacts facts;
    facts.row.kind = storage::AttentionKind::Rejected;
    facts.row.id = storage::attentionId(entry.entry);
    facts.row.entry = entry.entry;
    facts.row.intent = entry.intent;
    facts.row.at = entry.at;
    facts.row.choice
        = entry.state == storage::EntryState::AttendedTo ? storage::MatterChoice::Kept : storage::MatterChoice::Open;
    facts.title = Facts::tr("Not taken by the cloud: %1").arg(intentText(entry.intent));
    facts.sentence = reasonText(entry.reason);
    facts.heads = {{{}, {}, {}, 20}, {Facts::tr("As you entered it"), momentText(entry.at, today), {}, 80}};
    facts.canRedo = readOrderRedo(reader, entry, today).has_value();
    const auto mutation = protocol::decodeMutation(entry.body);
    if (!mutation)
        return facts;
    for (const Change& change : mutation->changes) {
        const Table& table = tableOf(change.table);
        if (facts.row.subject.name.empty())
            facts.row.subject = store.subjectOf(table, change.row);
        if (facts.rows.size() < mostValues)
            facts.rows += {{{tableText(change.table), false, true}, {enteredText(store, change, today)}}, -1};
    }
    return facts;
}

} // namespace

std::vector<HistoryRow> historyRowsOf(Reader& reader, TableId table, const Uuid& root)
{
    std::vector<HistoryRow> rows{{table, root, {}}};
    for (const Table& child : allTables()) {
        if (child.rootTable != table || child.rootColumn.empty())
            continue;
        const std::size_t room = mostHistoryRows - std::min(rows.size(), mostHistoryRows);
        storage::RowStore store(reader.db());
        for (const Uuid& id : store.members(child, root, static_cast<std::int64_t>(room)))
            if (const auto row = store.find(child, id))
                rows.push_back({child.id, id, childName(child.id, row->row)});
    }
    return rows;
}

std::optional<MatterFacts> readMatter(Reader& reader, const Uuid& id, Date today)
{
    storage::AttentionStore store = reader.attention();
    std::optional<MatterFacts> facts;
    if (const auto matter = store.conflict(id))
        facts = conflictFacts(reader, *matter, today);
    else if (const auto entry = store.rejection(id))
        facts = rejectionFacts(reader, *entry, today);
    else if (const auto row = store.contradiction(id))
        facts = contradictionFacts(reader, *row);
    if (!facts)
        return facts;
    facts->subject = subjectPhrase(facts->row.subject);
    facts->decided = decisionText(facts->row);
    if (!facts->row.subject.root.isNil() && facts->row.kind != storage::AttentionKind::Rejected)
        facts->history = historyRowsOf(reader, facts->row.subject.table, facts->row.subject.root);
    return facts;
}

} // namespace dure::app
