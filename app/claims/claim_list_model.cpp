#include "app/claims/claim_list_model.h"

#include "app/claims/claim_words.h"
#include "app/widgets/number_text.h"

#include <array>

namespace dure::app {
namespace {

using storage::ClaimSort;

enum Columns : int { State, On, Customer, Product, Kind, Quantity, Lot, Closed, Number, Count };

constexpr std::array<std::optional<ClaimSort>, Count> sorts{std::nullopt, ClaimSort::Date, ClaimSort::Customer,
    std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt, ClaimSort::Number};

QString textOf(const storage::ClaimListRow& row, int column)
{
    switch (column) {
    case State:
        return claimDecisionText(row.decision);
    case Customer:
        return toQString(row.customerName);
    case Product:
        return toQString(row.productName);
    case Kind:
        return claimKindText(row.kind);
    case Quantity:
        return numberOrDash(row.quantity);
    case Lot:
        return row.lot.empty() ? QStringLiteral("–") : toQString(row.lot);
    case Number:
        return toQString(row.number);
    default:
        return {};
    }
}

} // namespace

ClaimListModel::ClaimListModel(CompanyData& data, QObject* parent)
    : ListModel(data, {TableId::Claim, TableId::Customer}, parent)
{ }

QList<LedgerColumn> ClaimListModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[State] = {QStringLiteral("state"), tr("State"), ColumnKind::Status, 88, false, false, false};
    all[On] = {QStringLiteral("on"), tr("Claimed on"), ColumnKind::Date, 88};
    all[Customer] = {QStringLiteral("customer"), tr("Customer"), ColumnKind::Text, 116};
    all[Product] = {QStringLiteral("product"), tr("Product"), ColumnKind::Text, 140, true, false, false};
    all[Kind] = {QStringLiteral("kind"), tr("Kind"), ColumnKind::Text, 68, false, false, false};
    all[Quantity] = {QStringLiteral("quantity"), tr("Quantity"), ColumnKind::Number, 68, false, false, false};
    all[Lot] = {QStringLiteral("lot"), tr("Lot"), ColumnKind::Text, 84, false, false, false};
    all[Closed] = {QStringLiteral("closed"), tr("Closed on"), ColumnKind::Date, 92, false, true, false};
    all[Number] = {QStringLiteral("number"), tr("Number"), ColumnKind::Text, 124, false, true, true, true};
    return all;
}

void ClaimListModel::setFilter(const storage::ClaimFilter& filter)
{
    m_filter = filter;
    reload();
}

int ClaimListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

void ClaimListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Count || !sorts.at(static_cast<std::size_t>(column)))
        return;
    m_sort = *sorts.at(static_cast<std::size_t>(column));
    m_descending = order == Qt::DescendingOrder;
    reload();
}

std::function<std::vector<storage::ClaimListRow>(Reader&)> ClaimListModel::rowsJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [filter = m_filter, window = storage::ClaimWindow{m_sort, m_descending, offset, limit}](
               Reader& reader) { return reader.claims().list(filter, window); };
}

std::function<storage::ClaimTotals(Reader&)> ClaimListModel::countJob(bool) const
{
    return [filter = m_filter](Reader& reader) { return reader.claims().totals(filter); };
}

std::function<WindowedModel::Found(Reader&)> ClaimListModel::foundInAllJob() const
{
    if (m_filter.text.empty() || m_filter.chip == storage::ClaimChip::All)
        return {};
    auto filter = m_filter;
    filter.chip = storage::ClaimChip::All;
    return [filter](Reader& reader) { return Found{reader.claims().totals(filter).count, true}; };
}

QVariant ClaimListModel::cell(const storage::ClaimListRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case StatusRole:
        return column == State ? QVariant(int(claimStatus(row.decision))) : QVariant();
    case DateRole:
        if (column == On)
            return row.claimedOn.yyyymmdd;
        return column == Closed ? QVariant(row.closedOn.yyyymmdd) : QVariant();
    case InkRole:
        return int(column == Lot || column == Kind ? CellInk::Muted : CellInk::Normal);
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_claim_list_model.cpp"
