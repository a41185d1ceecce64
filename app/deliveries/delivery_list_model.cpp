#include "app/deliveries/delivery_list_model.h"

#include "app/widgets/number_text.h"

#include <array>

namespace dure::app {
namespace {

using storage::DeliverySort;

enum Columns : int { On, Number, Customer, Product, Amount, Supply, Tax, Total, Order, Count };

constexpr std::array<std::optional<DeliverySort>, Count> sorts{DeliverySort::Date, DeliverySort::Number,
    DeliverySort::Customer, std::nullopt, DeliverySort::Quantity, std::nullopt, std::nullopt, DeliverySort::Total,
    std::nullopt};

QString textOf(const storage::DeliveryListRow& row, int column)
{
    switch (column) {
    case Number:
        return toQString(row.number);
    case Customer:
        return toQString(row.customerName);
    case Product:
        return toQString(row.firstProduct);
    case Amount:
        return numberText(row.quantity);
    case Supply:
        return numberText(row.supply);
    case Tax:
        return numberText(row.tax);
    case Total:
        return numberText(row.supply + row.tax);
    case Order:
        return row.orderNumber.empty() ? QStringLiteral("–") : toQString(row.orderNumber);
    default:
        return {};
    }
}

} // namespace

DeliveryListModel::DeliveryListModel(CompanyData& data, QObject* parent)
    : ListModel(data, {TableId::Delivery, TableId::DeliveryLine, TableId::Customer, TableId::SalesOrder}, parent)
{
    m_filter.today = data.today();
}

QList<LedgerColumn> DeliveryListModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[On] = {QStringLiteral("on"), tr("Delivered on"), ColumnKind::Date, 92};
    all[Number] = {QStringLiteral("number"), tr("Number"), ColumnKind::Text, 124, false, false, true, true};
    all[Customer] = {QStringLiteral("customer"), tr("Customer"), ColumnKind::Name, 128};
    all[Product] = {QStringLiteral("product"), tr("Product"), ColumnKind::Name, 200, true, false, false};
    all[Amount] = {QStringLiteral("quantity"), tr("Quantity"), ColumnKind::Number, 80};
    all[Supply] = {QStringLiteral("supply"), tr("Supply amount"), ColumnKind::Number, 96, false, true, false};
    all[Tax] = {QStringLiteral("tax"), tr("Tax"), ColumnKind::Number, 88, false, true, false};
    all[Total] = {QStringLiteral("total"), tr("Total"), ColumnKind::Number, 100};
    all[Order] = {QStringLiteral("order"), tr("Order number"), ColumnKind::Text, 124, false, true, false, true};
    return all;
}

void DeliveryListModel::setFilter(const storage::DeliveryFilter& filter)
{
    m_filter = filter;
    reload();
}

int DeliveryListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

void DeliveryListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Count || !sorts.at(static_cast<std::size_t>(column)))
        return;
    const DeliverySort sort = *sorts.at(static_cast<std::size_t>(column));
    const bool descending = order == Qt::DescendingOrder;
    if (sort == m_sort && descending == m_descending)
        return;
    m_sort = sort;
    m_descending = descending;
    reload();
}

std::function<std::vector<storage::DeliveryListRow>(Reader&)> DeliveryListModel::rowsJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [filter = m_filter, window = storage::DeliveryWindow{m_sort, m_descending, offset, limit}](
               Reader& reader) { return reader.deliveries().list(filter, window); };
}

std::function<storage::DeliveryTotals(Reader&)> DeliveryListModel::countJob(bool patient) const
{
    return [filter = m_filter, patient](Reader& reader) {
        return patient ? reader.deliveries().totals(filter, 0) : reader.deliveries().totals(filter);
    };
}

std::function<WindowedModel::Found(Reader&)> DeliveryListModel::foundInAllJob() const
{
    if (m_filter.text.empty() || m_filter.chip == storage::DeliveryChip::All)
        return {};
    auto filter = m_filter;
    filter.chip = storage::DeliveryChip::All;
    return [filter](Reader& reader) {
        const auto totals = reader.deliveries().totals(filter);
        return Found{totals.count, totals.exact};
    };
}

QVariant DeliveryListModel::cell(const storage::DeliveryListRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case DateRole:
        return column == On ? QVariant(row.deliveredOn.yyyymmdd) : QVariant();
    case SuffixRole:
        if (column == Customer && row.isReversal)
            return tr("reversal");
        if (column == Customer && row.isReversed)
            return tr("taken back");
        return column == Product && row.moreLines > 0 ? tr("+%1", "more lines").arg(row.moreLines) : QVariant();
    case InkRole:
        if (row.isReversal || row.isReversed)
            return int(CellInk::Faint);
        return int(column == Order || column == Tax ? CellInk::Muted : CellInk::Normal);
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_delivery_list_model.cpp"
