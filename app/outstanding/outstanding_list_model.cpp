#include "app/outstanding/outstanding_list_model.h"

#include "app/widgets/number_text.h"
#include "app/widgets/status_glyph.h"

#include <array>

namespace dure::app {
namespace {

using storage::OutstandingRow;
using storage::OutstandingSort;
using storage::OutstandingView;

enum Columns : int { State, Due, Customer, Product, Remaining, Unit, Supply, Ordered, Delivered, Number, Count };

constexpr std::array<std::optional<OutstandingSort>, Count> sorts{std::nullopt, OutstandingSort::Due,
    OutstandingSort::Group, OutstandingSort::Group, OutstandingSort::Quantity, std::nullopt, OutstandingSort::Supply,
    std::nullopt, std::nullopt, std::nullopt};

Status statusOf(const OutstandingRow& row)
{
    if (row.late)
        return Status::Late;
    if (row.isGroup)
        return Status::None;
    if (row.held)
        return Status::Held;
    return row.remaining < row.ordered ? Status::Partial : Status::Received;
}

} // namespace

OutstandingListModel::OutstandingListModel(CompanyData& data, QObject* parent)
    : ListModel(data,
        {TableId::SalesOrder, TableId::OrderLine, TableId::Delivery, TableId::DeliveryLine, TableId::Customer,
            TableId::Product},
        parent)
{
    m_filter.today = data.today();
}

QList<LedgerColumn> OutstandingListModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[State] = {QStringLiteral("status"), tr("Status"), ColumnKind::Status, 92, false, false, false};
    all[Due] = {QStringLiteral("due"), tr("Due"), ColumnKind::DueDate, 114};
    all[Customer] = {QStringLiteral("customer"), tr("Customer"), ColumnKind::Name, 110};
    all[Product] = {QStringLiteral("product"), tr("Product"), ColumnKind::Name, 180, true};
    all[Remaining] = {QStringLiteral("remaining"), tr("Remaining"), ColumnKind::Number, 80};
    all[Unit] = {QStringLiteral("unit"), tr("Unit"), ColumnKind::Text, 44, false, false, false};
    all[Supply] = {QStringLiteral("supply"), tr("Amount left"), ColumnKind::Number, 96};
    all[Ordered] = {QStringLiteral("ordered"), tr("Ordered"), ColumnKind::Number, 76, false, true, false};
    all[Delivered] = {QStringLiteral("delivered"), tr("Delivered"), ColumnKind::Number, 76, false, true, false};
    all[Number] = {QStringLiteral("number"), tr("Order number"), ColumnKind::Text, 124, false, true, false, true};
    return all;
}

void OutstandingListModel::setFilter(const storage::OutstandingFilter& filter)
{
    m_filter = filter;
    reload();
}

int OutstandingListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

void OutstandingListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Count || !sorts.at(static_cast<std::size_t>(column)))
        return;
    const OutstandingSort sort = *sorts.at(static_cast<std::size_t>(column));
    const bool descending = order == Qt::DescendingOrder;
    if (sort == m_sort && descending == m_descending)
        return;
    m_sort = sort;
    m_descending = descending;
    reload();
}

std::function<std::vector<OutstandingRow>(Reader&)> OutstandingListModel::rowsJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [filter = m_filter, window = storage::OutstandingWindow{m_sort, m_descending, offset, limit},
               memory = m_memory](
               Reader& reader) { return storage::OutstandingStore(reader.db(), memory).list(filter, window); };
}

std::function<storage::OutstandingTotals(Reader&)> OutstandingListModel::countJob(bool) const
{
    return [filter = m_filter, memory = m_memory](
               Reader& reader) { return storage::OutstandingStore(reader.db(), memory).totals(filter); };
}

bool OutstandingListModel::isGatheredBy(int column) const
{
    switch (m_filter.view) {
    case OutstandingView::Customer:
        return column == Customer;
    case OutstandingView::Product:
        return column == Product;
    case OutstandingView::Due:
        break;
    }
    return column == Due;
}

QString OutstandingListModel::textOf(const OutstandingRow& row, int column) const
{
    switch (column) {
    case State:
        return row.isGroup && row.late ? tr("%n late", nullptr, int(row.lateLines)) : QString();
    case Customer:
        if (row.isGroup && m_filter.view == OutstandingView::Due)
            return tr("%n line(s)", nullptr, int(row.lines));
        return toQString(row.customerName);
    case Product:
        return toQString(row.spec.empty() ? row.productName : row.productName + ' ' + row.spec);
    case Remaining:
        return row.oneUnit ? numberText(row.remaining) : QStringLiteral("–");
    case Unit:
        return toQString(row.unit);
    case Supply:
        return numberText(row.supply);
    case Ordered:
        return row.isGroup ? QString() : numberText(row.ordered);
    case Delivered:
        return row.isGroup ? QString() : numberOrDash(row.ordered - row.remaining);
    case Number:
        return toQString(row.number);
    default:
        return {};
    }
}

int OutstandingListModel::inkOf(const OutstandingRow& row, int column) const
{
    if (row.isGroup)
        return int(CellInk::Normal);
    if (isGatheredBy(column)) // the subtotal above says it
        return int(CellInk::Faint);
    return int(column == Unit || column == Ordered || column == Delivered ? CellInk::Muted : CellInk::Normal);
}

QVariant OutstandingListModel::cell(const OutstandingRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case Qt::BackgroundRole:
        return row.isGroup ? QVariant(int(Color::Sunken)) : QVariant();
    case Qt::ToolTipRole:
        if (column == Remaining && !row.oneUnit)
            return tr("Different units are not added up.");
        return {};
    case StatusRole:
        return column == State ? QVariant(int(statusOf(row))) : QVariant();
    case DateRole:
        return column == Due ? QVariant(row.dueOn.yyyymmdd) : QVariant();
    case SettledRole: // what is on hold is not late
        return row.held || (row.isGroup && !row.late && row.dueOn < m_filter.today);
    case SuffixRole:
        return row.isGroup && isGatheredBy(column) && column != Due ? tr("%n line(s)", nullptr, int(row.lines))
                                                                    : QVariant();
    case BoldRole:
        return row.isGroup && (isGatheredBy(column) || column == Remaining || column == Supply);
    case InkRole:
        return inkOf(row, column);
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_outstanding_list_model.cpp"
