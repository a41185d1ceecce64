#include "app/customers/customer_list_model.h"

#include "app/widgets/number_text.h"
#include "core/domain/business_number.h"

#include <array>

namespace dure::app {
namespace {

using storage::CustomerSort;

enum Columns : int { Code, Name, BusinessNo, Representative, Phone, Staff, Orders, LastOrder, Balance, Count };

constexpr std::array<std::optional<CustomerSort>, Count> sorts{CustomerSort::Code, CustomerSort::Name, std::nullopt,
    std::nullopt, std::nullopt, CustomerSort::Staff, CustomerSort::OpenOrders, CustomerSort::LastOrder,
    CustomerSort::Balance};

bool isOverLimit(const storage::CustomerListRow& row)
{
    return row.creditLimit.amount > 0 && row.balance > row.creditLimit;
}

QString textOf(const storage::CustomerListRow& row, int column)
{
    switch (column) {
    case Code:
        return toQString(row.code);
    case Name:
        return toQString(row.name);
    case BusinessNo:
        return toQString(formatBusinessNumber(row.businessNo));
    case Representative:
        return toQString(row.representative);
    case Phone:
        return toQString(row.phone);
    case Staff:
        return toQString(row.staff);
    case Orders:
        return numberOrDash(row.openOrders);
    case Balance:
        return numberOrDash(row.balance);
    default:
        return {};
    }
}

} // namespace

CustomerListModel::CustomerListModel(CompanyData& data, QObject* parent)
    : ListModel(data,
        {TableId::Customer, TableId::SalesOrder, TableId::OrderLine, TableId::Delivery, TableId::DeliveryLine,
            TableId::Payment},
        parent)
{ }

QList<LedgerColumn> CustomerListModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[Code] = {QStringLiteral("code"), tr("Code"), ColumnKind::Text, 84};
    all[Name] = {QStringLiteral("name"), tr("Customer"), ColumnKind::Name, 180, true};
    all[BusinessNo] = {QStringLiteral("businessNo"), tr("Business no."), ColumnKind::Text, 110, false, false, false};
    all[Representative]
        = {QStringLiteral("representative"), tr("Representative"), ColumnKind::Text, 80, false, true, false};
    all[Phone] = {QStringLiteral("phone"), tr("Phone"), ColumnKind::Text, 112, false, false, false};
    all[Staff] = {QStringLiteral("staff"), tr("In charge"), ColumnKind::Text, 76};
    all[Orders] = {QStringLiteral("orders"), tr("Open orders"), ColumnKind::Number, 76};
    all[LastOrder] = {QStringLiteral("lastOrder"), tr("Last order"), ColumnKind::Date, 100};
    all[Balance] = {QStringLiteral("balance"), tr("Balance owed"), ColumnKind::Number, 112};
    return all;
}

void CustomerListModel::setFilter(const storage::CustomerFilter& filter)
{
    m_filter = filter;
    reload();
}

int CustomerListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

void CustomerListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Count || !sorts.at(static_cast<std::size_t>(column)))
        return;
    const CustomerSort sort = *sorts.at(static_cast<std::size_t>(column));
    const bool descending = order == Qt::DescendingOrder;
    if (sort == m_sort && descending == m_descending)
        return;
    m_sort = sort;
    m_descending = descending;
    reload();
}

std::function<std::vector<storage::CustomerListRow>(Reader&)> CustomerListModel::rowsJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [filter = m_filter, window = storage::CustomerWindow{m_sort, m_descending, offset, limit}](
               Reader& reader) { return reader.customers().list(filter, window); };
}

std::function<storage::CustomerTotals(Reader&)> CustomerListModel::countJob(bool) const
{
    return [filter = m_filter](Reader& reader) { return reader.customers().totals(filter); };
}

std::function<WindowedModel::Found(Reader&)> CustomerListModel::foundInAllJob() const
{
    if (m_filter.text.empty() || m_filter.chip == storage::CustomerChip::All)
        return {};
    auto filter = m_filter;
    filter.chip = storage::CustomerChip::All;
    return [filter](Reader& reader) { return Found{reader.customers().totals(filter).count}; };
}

QVariant CustomerListModel::cell(const storage::CustomerListRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case DateRole:
        return column == LastOrder ? QVariant(row.lastOrderedOn.yyyymmdd) : QVariant();
    case SuffixRole:
        return column == Name && row.inactive ? QVariant(tr("inactive")) : QVariant();
    case BoldRole:
        return column == Balance && isOverLimit(row);
    case Qt::ToolTipRole:
        if (column == Balance && isOverLimit(row))
            return tr("Over the limit of %1").arg(wonText(row.creditLimit));
        return {};
    case InkRole:
        if (row.inactive)
            return int(CellInk::Faint);
        if (column == Balance && isOverLimit(row))
            return int(CellInk::Red);
        return int(column == Code ? CellInk::Muted : CellInk::Normal);
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_customer_list_model.cpp"
