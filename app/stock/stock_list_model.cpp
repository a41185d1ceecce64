#include "app/stock/stock_list_model.h"

#include "app/widgets/number_text.h"
#include "app/widgets/quantity_text.h"
#include "app/widgets/status_glyph.h"

#include <array>

namespace dure::app {
namespace {

using storage::StockListRow;
using storage::StockSort;

enum Columns : int { State, Code, Name, OnHand, Reserved, Available, Safety, Boxes, Unit, Count };

constexpr std::array<std::optional<StockSort>, Count> sorts{std::nullopt, StockSort::Code, StockSort::Name,
    StockSort::OnHand, StockSort::Reserved, StockSort::Available, StockSort::Safety, std::nullopt, std::nullopt};

/// The gravest thing first: what cannot be, what is promised without being there, what should be more.
Status statusOf(const StockListRow& row)
{
    if (row.isNegative())
        return Status::Late;
    if (row.isShort() || row.isBelowSafety())
        return Status::Attention;
    return Status::None;
}

QString stateText(const StockListRow& row)
{
    if (row.isNegative())
        return StockListModel::tr("negative");
    if (row.isShort())
        return StockListModel::tr("short");
    return row.isBelowSafety() ? StockListModel::tr("low") : QString();
}

QString explanation(const StockListRow& row)
{
    if (row.isNegative())
        return StockListModel::tr("Less than nothing is in the books: a receipt was not entered, or a delivery twice.");
    if (row.isShort())
        return StockListModel::tr("%1 more are promised than there are.").arg(measured(-row.available(), row.packing));
    return row.isBelowSafety()
        ? StockListModel::tr("%1 below the safety stock.").arg(measured(row.safety - row.onHand, row.packing))
        : QString();
}

QString textOf(const StockListRow& row, int column)
{
    switch (column) {
    case State:
        return stateText(row);
    case Code:
        return toQString(row.code);
    case Name:
        return toQString(row.name);
    case OnHand:
        return numberText(row.onHand);
    case Reserved:
        return numberOrDash(row.reserved);
    case Available:
        return numberText(row.available());
    case Safety:
        return numberOrDash(row.safety);
    case Boxes: {
        const QString boxes = boxesText(row.onHand, row.packing);
        return boxes.isEmpty() ? QStringLiteral("–") : boxes;
    }
    case Unit:
        return toQString(row.packing.unit);
    default:
        return {};
    }
}

CellInk inkOf(const StockListRow& row, int column)
{
    if (column == OnHand && row.isNegative())
        return CellInk::Red;
    if (column == OnHand && row.isBelowSafety())
        return CellInk::Amber;
    if (column == Available && row.isShort())
        return CellInk::Red;
    if (row.inactive)
        return CellInk::Faint;
    const bool isQuiet = column == Code || column == Unit || column == Safety || column == Boxes;
    return isQuiet ? CellInk::Muted : CellInk::Normal;
}

} // namespace

StockListModel::StockListModel(CompanyData& data, QObject* parent)
    : ListModel(data,
        {TableId::Product, TableId::StockMovement, TableId::SalesOrder, TableId::OrderLine, TableId::DeliveryLine,
            TableId::Customer},
        parent)
{ }

QList<LedgerColumn> StockListModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[State] = {QStringLiteral("state"), tr("State"), ColumnKind::Status, 76, false, false, false};
    all[Code] = {QStringLiteral("code"), tr("Code"), ColumnKind::Text, 112};
    all[Name] = {QStringLiteral("name"), tr("Product"), ColumnKind::Name, 170, true};
    all[OnHand] = {QStringLiteral("onHand"), tr("On hand"), ColumnKind::Number, 84};
    all[Reserved] = {QStringLiteral("reserved"), tr("Promised"), ColumnKind::Number, 80};
    all[Available] = {QStringLiteral("available"), tr("Available"), ColumnKind::Number, 84};
    all[Safety] = {QStringLiteral("safety"), tr("Safety stock"), ColumnKind::Number, 80};
    all[Boxes] = {QStringLiteral("boxes"), tr("Boxes"), ColumnKind::Number, 88, false, false, false};
    all[Unit] = {QStringLiteral("unit"), tr("Unit"), ColumnKind::Text, 52, false, true, false};
    return all;
}

void StockListModel::setFilter(const storage::StockFilter& filter)
{
    m_filter = filter;
    reload();
}

int StockListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

void StockListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Count || !sorts.at(static_cast<std::size_t>(column)))
        return;
    const StockSort sort = *sorts.at(static_cast<std::size_t>(column));
    const bool descending = order == Qt::DescendingOrder;
    if (sort == m_sort && descending == m_descending)
        return;
    m_sort = sort;
    m_descending = descending;
    reload();
}

std::function<std::vector<StockListRow>(Reader&)> StockListModel::rowsJob(std::int64_t offset, std::int64_t limit) const
{
    return [filter = m_filter, window = storage::StockWindow{m_sort, m_descending, offset, limit}](
               Reader& reader) { return reader.stock().list(filter, window); };
}

std::function<storage::StockTotals(Reader&)> StockListModel::countJob(bool) const
{
    return [filter = m_filter](Reader& reader) { return reader.stock().totals(filter); };
}

std::function<WindowedModel::Found(Reader&)> StockListModel::foundInAllJob() const
{
    if (m_filter.text.empty() || m_filter.chip == storage::StockChip::All)
        return {};
    auto filter = m_filter;
    filter.chip = storage::StockChip::All;
    return [filter](Reader& reader) { return Found{reader.stock().totals(filter).count}; };
}

QVariant StockListModel::cell(const StockListRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case StatusRole:
        return column == State && statusOf(row) != Status::None ? QVariant(int(statusOf(row))) : QVariant();
    case SuffixRole:
        if (column == Name && row.inactive)
            return row.spec.empty() ? tr("inactive") : toQString(row.spec) + QStringLiteral(" · ") + tr("inactive");
        return column == Name && !row.spec.empty() ? QVariant(toQString(row.spec)) : QVariant();
    case BoldRole:
        return (column == OnHand && (row.isNegative() || row.isBelowSafety()))
            || (column == Available && row.isShort());
    case Qt::ToolTipRole: {
        const QString why = column == State || column == OnHand || column == Available ? explanation(row) : QString();
        return why.isEmpty() ? QVariant() : QVariant(why);
    }
    case InkRole:
        return int(inkOf(row, column));
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_stock_list_model.cpp"
