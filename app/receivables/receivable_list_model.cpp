#include "app/receivables/receivable_list_model.h"

#include "app/receivables/ageing_bar.h"
#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"

#include <array>

namespace dure::app {
namespace {

using storage::ReceivableSort;

enum Columns : int {
    Customer,
    Balance,
    Overdue,
    Oldest,
    Age0,
    Age1,
    Age2,
    Age3,
    Notes,
    Limit,
    LastPaid,
    Promised,
    Count
};

constexpr std::array<std::optional<ReceivableSort>, Count> sorts{ReceivableSort::Name, ReceivableSort::Balance,
    ReceivableSort::Overdue, ReceivableSort::Oldest, std::nullopt, std::nullopt, std::nullopt,
    ReceivableSort::OverNinety, ReceivableSort::NotesHeld, std::nullopt, ReceivableSort::LastPaid,
    ReceivableSort::Promised};
constexpr int ageColumns = int(debtAgeCount);

CellInk inkOf(const storage::ReceivableRow& row, int column)
{
    if (column == Overdue && row.overdue > Won{})
        return CellInk::Red;
    if (column == Age3 && row.ages.owed.back() > Won{})
        return CellInk::Red;
    return column == Customer || column == Balance ? CellInk::Normal : CellInk::Muted;
}

} // namespace

ReceivableListModel::ReceivableListModel(CompanyData& data, QObject* parent)
    : ListModel(data,
        {TableId::Payment, TableId::PaymentAllocation, TableId::Delivery, TableId::DeliveryLine, TableId::Customer,
            TableId::Activity},
        parent)
{
    m_filter.today = data.today();
}

QList<LedgerColumn> ReceivableListModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[Customer] = {QStringLiteral("customer"), tr("Customer"), ColumnKind::Name, 140, true};
    all[Balance] = {QStringLiteral("balance"), tr("Owes"), ColumnKind::Number, 100};
    all[Overdue] = {QStringLiteral("overdue"), tr("Overdue"), ColumnKind::Number, 96};
    all[Oldest] = {QStringLiteral("oldest"), tr("Unpaid since"), ColumnKind::Text, 84, false, true};
    for (int age = 0; age < ageColumns; ++age)
        all[Age0 + age] = {QStringLiteral("age%1").arg(age), debtAgeText(DebtAge(age)), ColumnKind::Number, 88, false,
            age == 0, Age0 + age == Age3};
    all[Notes] = {QStringLiteral("notes"), tr("Notes held"), ColumnKind::Number, 88, false, true};
    all[Limit] = {QStringLiteral("limit"), tr("Limit"), ColumnKind::Number, 88, false, true, false};
    all[LastPaid] = {QStringLiteral("paid"), tr("Last paid"), ColumnKind::Text, 84, false, true};
    all[Promised] = {QStringLiteral("promised"), tr("Promised"), ColumnKind::DueDate, 84};
    return all;
}

void ReceivableListModel::setFilter(const storage::ReceivableFilter& filter)
{
    m_filter = filter;
    reload();
}

int ReceivableListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

void ReceivableListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Count || !sorts.at(static_cast<std::size_t>(column)))
        return;
    const ReceivableSort sort = *sorts.at(static_cast<std::size_t>(column));
    const bool descending = order == Qt::DescendingOrder;
    if (sort == m_sort && descending == m_descending)
        return;
    m_sort = sort;
    m_descending = descending;
    reload();
}

std::function<std::vector<storage::ReceivableRow>(Reader&)> ReceivableListModel::rowsJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [filter = m_filter, window = storage::ReceivableWindow{m_sort, m_descending, offset, limit}](
               Reader& reader) { return reader.receivableList().list(filter, window); };
}

std::function<storage::ReceivableTotals(Reader&)> ReceivableListModel::countJob(bool) const
{
    return [filter = m_filter](Reader& reader) { return reader.receivableList().totals(filter); };
}

std::function<WindowedModel::Found(Reader&)> ReceivableListModel::foundInAllJob() const
{
    if (m_filter.text.empty() || m_filter.chip == storage::ReceivableChip::All)
        return {};
    auto filter = m_filter;
    filter.chip = storage::ReceivableChip::All;
    return [filter](Reader& reader) { return Found{reader.receivableList().totals(filter).count, true}; };
}

QString ReceivableListModel::textOf(const storage::ReceivableRow& row, int column) const
{
    switch (column) {
    case Customer:
        return toQString(row.name);
    case Balance:
        return numberText(row.balance);
    case Overdue:
        return numberOrDash(row.overdue);
    case Oldest:
        return dateText(row.oldestOn, m_filter.today);
    case Age0:
    case Age1:
    case Age2:
    case Age3:
        return numberOrDash(row.ages.owed[static_cast<std::size_t>(column - Age0)]);
    case Notes:
        return numberOrDash(row.notesHeld);
    case Limit:
        return numberOrDash(row.creditLimit);
    case LastPaid:
        return dateText(row.lastPaidOn, m_filter.today);
    case Promised:
        return QStringLiteral("–");
    default:
        return {};
    }
}

QVariant ReceivableListModel::cell(const storage::ReceivableRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case DateRole:
        return column == Promised && !row.promisedOn.isNull() ? QVariant(row.promisedOn.yyyymmdd) : QVariant();
    case SuffixRole:
        if (column == Customer && row.isOverLimit())
            return tr("over the limit");
        return column == Customer && row.balance < Won{} ? tr("paid in advance") : QVariant();
    case InkRole:
        return int(inkOf(row, column));
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_receivable_list_model.cpp"
