#include "app/attention/history_words.h"

#include "app/attention/field_text.h"
#include "app/attention/matter_text.h"
#include "app/widgets/number_text.h"
#include "sync/protocol/codec.h"

#include <QCoreApplication>
#include <algorithm>
#include <tuple>

namespace dure::app {
namespace {

constexpr qsizetype longestValue = 40;

class History
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

struct Step
{
    std::size_t row; ///< which of the rows
    const protocol::HistoryEntry* entry; ///< not null
    auto action() const { return std::tie(entry->at, entry->user, entry->device); }
};

QString shortened(QString text)
{
    text.replace(u'\n', u' ');
    return text.size() > longestValue ? text.left(longestValue - 1) + u'…' : text;
}

class Words
{
public:
    Words(Reader& reader, const std::vector<HistoryRow>& rows, Date today)
        : m_names(reader.attention())
        , m_rows(rows)
        , m_today(today)
    { }

    HistoryLine lineOf(std::span<const Step> steps)
    {
        const protocol::HistoryEntry& first = *steps.front().entry;
        const bool isWhole = steps.front().row == 0 && (first.op == "create" || first.op == "delete");
        QStringList parts;
        for (const Step& step : steps) {
            if (isWhole && step.row != 0)
                continue; // its lines came or went with it
            parts += ofStep(step);
        }
        if (parts.isEmpty())
            parts += History::tr("changed");
        return {momentText(first.at, m_today), toQString(first.user), parts.join(QStringLiteral(", ")),
            toQString(first.device)};
    }

private:
    QStringList ofStep(const Step& step)
    {
        const HistoryRow& row = m_rows[step.row];
        if (step.entry->op == "delete")
            return {row.name.isEmpty() ? History::tr("deleted") : History::tr("%1 taken out").arg(row.name)};
        if (step.entry->op == "create" && step.entry->before.empty()) {
            if (!row.name.isEmpty())
                return {History::tr("%1 added").arg(row.name)};
            return {row.table == TableId::SalesOrder ? History::tr("order taken") : History::tr("entered")};
        }
        return changesOf(row, *step.entry);
    }

    QStringList changesOf(const HistoryRow& row, const protocol::HistoryEntry& entry)
    {
        const Table& table = tableOf(row.table);
        const auto before = protocol::decodeFields(table, entry.before.empty() ? "{}" : entry.before);
        const auto after = protocol::decodeFields(table, entry.after.empty() ? "{}" : entry.after);
        QStringList changes;
        if (!before || !after)
            return changes;
        for (const auto& [column, value] : after->known) {
            const Column& declared = table.columns[static_cast<std::size_t>(column)];
            if (isImplied(declared))
                continue;
            const auto was = std::ranges::find(before->known, column, [](const auto& each) { return each.first; });
            const Value old = was == before->known.end() ? Value{} : was->second;
            changes += History::tr("%1 %2 → %3")
                           .arg(fieldText(declared), shortened(valueText(declared, old, m_today, m_names)),
                               shortened(valueText(declared, value, m_today, m_names)));
        }
        if (!changes.isEmpty() && isNamed(row))
            changes.front() = row.name + u' ' + changes.front();
        return changes;
    }

    /// One of several lines.
    bool isNamed(const HistoryRow& row) const
    {
        return !row.name.isEmpty() && (row.table != TableId::OrderLine || m_rows.size() > 2);
    }

    storage::AttentionStore m_names;
    const std::vector<HistoryRow>& m_rows;
    Date m_today;
};

} // namespace

std::vector<HistoryLine> historyLines(Reader& reader, const std::vector<HistoryRow>& rows,
    const std::vector<std::vector<protocol::HistoryEntry>>& entries, Date today)
{
    std::vector<Step> steps;
    for (std::size_t row = 0; row < std::min(rows.size(), entries.size()); ++row) {
        for (const protocol::HistoryEntry& entry : entries[row])
            steps.push_back({row, &entry});
    }
    std::ranges::stable_sort(steps, [](const Step& a, const Step& b) {
        if (a.action() != b.action())
            return a.action() > b.action();
        return std::tie(a.row, a.entry->seq) < std::tie(b.row, b.entry->seq);
    });
    Words words(reader, rows, today);
    std::vector<HistoryLine> lines;
    for (auto begin = steps.begin(); begin != steps.end();) {
        const auto end
            = std::find_if(begin, steps.end(), [&](const Step& step) { return step.action() != begin->action(); });
        lines.push_back(words.lineOf({begin, end}));
        begin = end;
    }
    return lines;
}

} // namespace dure::app
