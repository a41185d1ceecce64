#include "app/products/product_list_model.h"

#include "app/widgets/number_text.h"

#include <array>

namespace dure::app {
namespace {

using storage::ProductSort;

enum Columns : int { Code, Name, Spec, Material, Colour, Neck, Unit, PerBox, Price, Stock, Safety, Count };

constexpr std::array<std::optional<ProductSort>, Count> sorts{ProductSort::Code, ProductSort::Name, ProductSort::Spec,
    ProductSort::Material, std::nullopt, std::nullopt, std::nullopt, std::nullopt, ProductSort::ListPrice,
    ProductSort::Stock, std::nullopt};

bool isLow(const storage::ProductListRow& row) { return !row.safetyStock.isZero() && row.stock < row.safetyStock; }

QString textOf(const storage::ProductListRow& row, int column)
{
    switch (column) {
    case Code:
        return toQString(row.code);
    case Name:
        return toQString(row.name);
    case Spec:
        return toQString(row.spec);
    case Material:
        return toQString(row.material);
    case Colour:
        return toQString(row.color);
    case Neck:
        return toQString(row.neck);
    case Unit:
        return toQString(row.unit);
    case PerBox:
        return numberOrDash(row.unitsPerBox);
    case Price:
        return numberOrDash(row.listPrice);
    case Stock:
        return numberText(row.stock);
    case Safety:
        return numberOrDash(row.safetyStock);
    default:
        return {};
    }
}

} // namespace

ProductListModel::ProductListModel(CompanyData& data, QObject* parent)
    : ListModel(data, {TableId::Product, TableId::StockMovement, TableId::DeliveryLine}, parent)
{ }

QList<LedgerColumn> ProductListModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[Code] = {QStringLiteral("code"), tr("Code"), ColumnKind::Text, 116};
    all[Name] = {QStringLiteral("name"), tr("Product"), ColumnKind::Name, 180, true};
    all[Spec] = {QStringLiteral("spec"), tr("Spec"), ColumnKind::Text, 92};
    all[Material] = {QStringLiteral("material"), tr("Material"), ColumnKind::Text, 72};
    all[Colour] = {QStringLiteral("color"), tr("Colour"), ColumnKind::Text, 72, false, false, false};
    all[Neck] = {QStringLiteral("neck"), tr("Neck"), ColumnKind::Text, 72, false, true, false};
    all[Unit] = {QStringLiteral("unit"), tr("Unit"), ColumnKind::Text, 52, false, false, false};
    all[PerBox] = {QStringLiteral("perBox"), tr("Per box"), ColumnKind::Number, 68, false, true, false};
    all[Price] = {QStringLiteral("price"), tr("List price"), ColumnKind::Number, 80};
    all[Stock] = {QStringLiteral("stock"), tr("Stock"), ColumnKind::Number, 92};
    all[Safety] = {QStringLiteral("safety"), tr("Safety stock"), ColumnKind::Number, 92, false, true, false};
    return all;
}

void ProductListModel::setFilter(const storage::ProductFilter& filter)
{
    m_filter = filter;
    reload();
}

int ProductListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

void ProductListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Count || !sorts.at(static_cast<std::size_t>(column)))
        return;
    const ProductSort sort = *sorts.at(static_cast<std::size_t>(column));
    const bool descending = order == Qt::DescendingOrder;
    if (sort == m_sort && descending == m_descending)
        return;
    m_sort = sort;
    m_descending = descending;
    reload();
}

std::function<std::vector<storage::ProductListRow>(Reader&)> ProductListModel::rowsJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [filter = m_filter, window = storage::ProductWindow{m_sort, m_descending, offset, limit}](
               Reader& reader) { return reader.products().list(filter, window); };
}

std::function<ProductTotals(Reader&)> ProductListModel::countJob(bool) const
{
    return [filter = m_filter](Reader& reader) { return ProductTotals{reader.products().count(filter)}; };
}

std::function<WindowedModel::Found(Reader&)> ProductListModel::foundInAllJob() const
{
    if (m_filter.text.empty() || m_filter.chip == storage::ProductChip::All)
        return {};
    auto filter = m_filter;
    filter.chip = storage::ProductChip::All;
    return [filter](Reader& reader) { return Found{reader.products().count(filter)}; };
}

QVariant ProductListModel::cell(const storage::ProductListRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case SuffixRole:
        return column == Name && row.inactive ? QVariant(tr("inactive")) : QVariant();
    case BoldRole:
        return column == Stock && isLow(row);
    case Qt::ToolTipRole:
        return column == Stock && isLow(row)
            ? QVariant(tr("Below the safety stock of %1").arg(numberText(row.safetyStock)))
            : QVariant();
    case InkRole:
        if (row.inactive)
            return int(CellInk::Faint);
        if (column == Stock && isLow(row))
            return int(CellInk::Amber);
        return int(column == Code || column == Unit ? CellInk::Muted : CellInk::Normal);
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_product_list_model.cpp"
