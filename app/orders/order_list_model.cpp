#include "app/orders/order_list_model.h"

#include "app/widgets/number_text.h"

#include <QCoreApplication>
#include <array>

namespace dure::app {
namespace {

using storage::OrderSort;

enum Columns : int {
    State,
    Due,
    Customer,
    Product,
    Remaining,
    Progress,
    Ordered,
    Supply,
    Number,
    OrderedOn,
    Tax,
    Total,
    Count
};

// By column; tax and total are not stored sorted.
constexpr std::array<std::optional<OrderSort>, Count> sorts{OrderSort::Status, OrderSort::Due, OrderSort::Customer,
    OrderSort::Product, OrderSort::Remaining, OrderSort::Progress, OrderSort::Quantity, OrderSort::Supply,
    OrderSort::Number, OrderSort::Ordered, std::nullopt, std::nullopt};

bool isSettled(OrderStatus status) { return status == OrderStatus::Delivered || status == OrderStatus::Cancelled; }

QString textOf(const storage::OrderListRow& row, int column)
{
    switch (column) {
    case Customer:
        return toQString(row.customerName);
    case Product:
        return toQString(row.firstProduct);
    case Remaining:
        return numberOrDash(row.remaining);
    case Ordered:
        return numberText(row.ordered);
    case Supply:
        return numberText(row.supply);
    case Number:
        return toQString(row.number);
    case Tax:
        return numberText(row.tax);
    case Total:
        return numberText(row.supply + row.tax);
    default:
        return {};
    }
}

} // namespace

Status statusOf(OrderStatus status, bool late)
{
    if (late)
        return Status::Late;
    switch (status) {
    case OrderStatus::Received:
        return Status::Received;
    case OrderStatus::PartlyDelivered:
        return Status::Partial;
    case OrderStatus::Delivered:
        return Status::Done;
    case OrderStatus::OnHold:
        return Status::Held;
    case OrderStatus::Cancelled:
        return Status::Cancelled;
    }
    return Status::None;
}

OrderListModel::OrderListModel(CompanyData& data, QObject* parent)
    : ListModel(data,
        {TableId::SalesOrder, TableId::OrderLine, TableId::Delivery, TableId::DeliveryLine, TableId::Customer}, parent)
{
    m_filter.today = data.today();
}

QList<LedgerColumn> OrderListModel::columns()
{
    const auto tr = [](const char* text) { return OrderListModel::tr(text); };
    QList<LedgerColumn> all(Count);
    all[State] = {QStringLiteral("status"), tr("Status"), ColumnKind::Status, 98};
    all[Due] = {QStringLiteral("due"), tr("Due"), ColumnKind::DueDate, 114};
    all[Customer] = {QStringLiteral("customer"), tr("Customer"), ColumnKind::Text, 110};
    all[Product] = {QStringLiteral("product"), tr("Product"), ColumnKind::Name, 200, true};
    all[Remaining] = {QStringLiteral("remaining"), tr("Remaining"), ColumnKind::Number, 74};
    all[Progress] = {QStringLiteral("progress"), tr("Delivered"), ColumnKind::Progress, 62};
    all[Ordered] = {QStringLiteral("ordered"), tr("Ordered"), ColumnKind::Number, 68};
    all[Supply] = {QStringLiteral("supply"), tr("Supply amount"), ColumnKind::Number, 94};
    all[Number] = {QStringLiteral("number"), tr("Order number"), ColumnKind::Text, 124, false, true, true, true};
    all[OrderedOn] = {QStringLiteral("orderedOn"), tr("Ordered on"), ColumnKind::Date, 96, false, true};
    all[Tax] = {QStringLiteral("tax"), tr("Tax"), ColumnKind::Number, 88, false, true, false};
    all[Total] = {QStringLiteral("total"), tr("Total"), ColumnKind::Number, 100, false, true, false};
    return all;
}

void OrderListModel::setFilter(const storage::OrderFilter& filter)
{
    m_filter = filter;
    reload();
}

int OrderListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

void OrderListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Count || !sorts.at(static_cast<std::size_t>(column)))
        return;
    const OrderSort sort = *sorts.at(static_cast<std::size_t>(column));
    const bool descending = order == Qt::DescendingOrder;
    if (sort == m_sort && descending == m_descending)
        return;
    m_sort = sort;
    m_descending = descending;
    reload();
}

std::function<std::vector<storage::OrderListRow>(Reader&)> OrderListModel::rowsJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [filter = m_filter, window = storage::OrderWindow{m_sort, m_descending, offset, limit}](
               Reader& reader) { return reader.orders().list(filter, window); };
}

std::function<storage::OrderTotals(Reader&)> OrderListModel::countJob(bool patient) const
{
    return [filter = m_filter, patient](
               Reader& reader) { return patient ? reader.orders().totals(filter, 0) : reader.orders().totals(filter); };
}

std::function<WindowedModel::Found(Reader&)> OrderListModel::foundInAllJob() const
{
    if (m_filter.text.empty() || m_filter.chip == storage::OrderChip::All)
        return {};
    auto filter = m_filter;
    filter.chip = storage::OrderChip::All;
    return [filter](Reader& reader) {
        const auto totals = reader.orders().totals(filter);
        return Found{totals.count, totals.exact};
    };
}

QVariant OrderListModel::cell(const storage::OrderListRow& row, int column, int role) const
{
    const bool cancelled = row.status == OrderStatus::Cancelled;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case StatusRole:
        return column == State ? QVariant(int(statusOf(row.status, row.late))) : QVariant();
    case DateRole:
        if (column == Due)
            return row.dueOn.yyyymmdd;
        return column == OrderedOn ? QVariant(row.orderedOn.yyyymmdd) : QVariant();
    case SettledRole:
        return isSettled(row.status) || row.status == OrderStatus::OnHold;
    case PermilleRole:
        return column == Progress ? QVariant(int(row.progressBp / 10)) : QVariant();
    case SuffixRole:
        return column == Product && row.moreLines > 0 ? tr("+%1", "more lines").arg(row.moreLines) : QVariant();
    case InkRole:
        if (cancelled)
            return int(CellInk::Faint);
        return int(column == Ordered || column == Tax ? CellInk::Muted : CellInk::Normal);
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_order_list_model.cpp"
