#include "app/forms/row_list_model.h"

#include "app/data/error_text.h"
#include "app/widgets/entry_grid.h"
#include "app/widgets/number_text.h"
#include "core/domain/schema.h"

#include <QJsonObject>
#include <algorithm>

namespace dure::app {
namespace {

auto withId(auto& entries, const Uuid& id)
{
    return std::ranges::find_if(entries, [&](const RowListModel::Entry& entry) { return entry.row.id == id; });
}

} // namespace

RowListModel::RowListModel(TableId table, QList<Column> columns, QObject* parent)
    : QAbstractTableModel(parent)
    , m_table(table)
    , m_columns(std::move(columns))
{
    m_entries.push_back(blank());
}

RowListModel::Entry RowListModel::blank() const
{
    Entry entry;
    entry.row.values.resize(tableOf(m_table).columns.size());
    return entry;
}

bool RowListModel::isBlank(const Entry& entry) const
{
    return std::ranges::all_of(
        m_columns, [&](const Column& column) { return textOf(entry.row.values[std::size_t(column.column)]).empty(); });
}

bool RowListModel::isBlank(int row) const { return isBlank(m_entries.at(std::size_t(row))); }

void RowListModel::reset(std::vector<Entry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_entries.push_back(blank());
    m_problems.clear();
    endResetModel();
}

void RowListModel::setEntries(std::vector<Entry> entries)
{
    m_shown = entries;
    reset(std::move(entries));
}

std::vector<RowListModel::Entry> RowListModel::entries() const
{
    std::vector<Entry> entries;
    std::ranges::copy_if(
        m_entries, std::back_inserter(entries), [this](const Entry& entry) { return !isBlank(entry); });
    return entries;
}

bool RowListModel::isChanged() const { return entries() != m_shown; }

QJsonArray RowListModel::typed() const
{
    QJsonArray rows;
    for (const Entry& entry : entries()) {
        QJsonObject row;
        if (!entry.row.id.isNil())
            row.insert(QStringLiteral("id"), QString::fromStdString(entry.row.id.toString()));
        for (const Column& column : m_columns) {
            const std::string_view name = tableOf(m_table).columns[std::size_t(column.column)].name;
            row.insert(QLatin1String(name.data(), qsizetype(name.size())),
                toQString(textOf(entry.row.values[std::size_t(column.column)])));
        }
        rows += row;
    }
    return rows;
}

void RowListModel::resume(const QJsonArray& typed)
{
    std::vector<Entry> entries;
    for (const QJsonValue& each : typed) {
        const QJsonObject row = each.toObject();
        Entry entry = blank();
        const auto id = Uuid::fromString(row[QStringLiteral("id")].toString().toStdString());
        if (const auto stored = withId(m_shown, id.value_or(Uuid{})); id && stored != m_shown.end())
            entry = *stored;
        for (const Column& column : m_columns) {
            const std::string_view name = tableOf(m_table).columns[std::size_t(column.column)].name;
            const QString text = row[QLatin1String(name.data(), qsizetype(name.size()))].toString();
            value(entry, column) = text.isEmpty() ? Value{} : Value{text.toStdString()};
        }
        entries.push_back(std::move(entry));
    }
    reset(std::move(entries));
}

bool RowListModel::follow(std::vector<Entry> now)
{
    bool both = false;
    std::vector<Entry> result;
    for (Entry mine : entries()) {
        const auto shown = withId(m_shown, mine.row.id);
        const auto stored = withId(now, mine.row.id);
        const bool isOld = !mine.row.id.isNil() && shown != m_shown.end();
        if (isOld && stored == now.end()) { // taken out elsewhere
            if (mine.row.values == shown->row.values)
                continue;
            both = true;
            mine.row.id = {}; // changed here: it comes back as a new one
            mine.seq = 0;
        } else if (isOld) {
            Entry merged = *stored;
            for (const Column& column : m_columns) {
                const Value& typed = value(mine, column);
                if (typed == value(*shown, column))
                    continue;
                both = both || value(*stored, column) != value(*shown, column);
                value(merged, column) = typed;
            }
            mine = merged;
        }
        result.push_back(std::move(mine));
    }
    for (const Entry& entry : now) {
        if (withId(m_shown, entry.row.id) == m_shown.end())
            result.push_back(entry); // new elsewhere
    }
    m_shown = std::move(now);
    if (result != entries())
        reset(std::move(result));
    return both;
}

void RowListModel::remove(int row)
{
    if (row < 0 || row >= rowCount() - 1)
        return;
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    m_problems.clear();
    endRemoveRows();
    Q_EMIT changed();
}

void RowListModel::setProblems(const std::vector<commands::FieldProblem>& problems)
{
    QList<int> rows; // of the lines that were handed in
    for (int row = 0; row < rowCount(); ++row) {
        if (!isBlank(row))
            rows += row;
    }
    m_problems.clear();
    for (const commands::FieldProblem& problem : problems) {
        if (problem.table == m_table && problem.line >= 0 && problem.line < rows.size())
            m_problems[rows[problem.line]][problem.column] = problemText(problem);
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {ProblemRole});
}

QModelIndex RowListModel::firstProblem() const
{
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            if (const QModelIndex cell = index(row, column); !cell.data(ProblemRole).toString().isEmpty())
                return cell;
        }
    }
    return {};
}

int RowListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_entries.size()); }
int RowListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

QVariant RowListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Column& column = m_columns.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return storedText(column.form, m_entries.at(std::size_t(index.row())).row.values[std::size_t(column.column)]);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case ProblemRole:
    case Qt::ToolTipRole: {
        const QString problem = m_problems.value(index.row()).value(column.column);
        return problem.isEmpty() ? QVariant() : QVariant(problem);
    }
    default:
        return {};
    }
}

QVariant RowListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns[section].title;
    return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignLeft | Qt::AlignVCenter)) : QVariant();
}

bool RowListModel::setData(const QModelIndex& index, const QVariant& text, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    const Column& column = m_columns.at(index.column());
    std::string tidied = tidiedText(column.form, text.toString());
    Value now = tidied.empty() ? Value{} : Value{std::move(tidied)};
    Entry& entry = m_entries[std::size_t(index.row())];
    if (value(entry, column) == now)
        return true;
    value(entry, column) = std::move(now);
    m_problems[index.row()].remove(column.column);
    Q_EMIT dataChanged(index, index);
    if (!isBlank(m_entries.back())) {
        beginInsertRows({}, rowCount(), rowCount());
        m_entries.push_back(blank());
        endInsertRows();
    }
    Q_EMIT changed();
    return true;
}

Qt::ItemFlags RowListModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable : Qt::NoItemFlags;
}

} // namespace dure::app

#include "moc_row_list_model.cpp"
