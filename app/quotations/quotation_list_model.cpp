#include "app/quotations/quotation_list_model.h"

#include "app/widgets/number_text.h"

#include <QCoreApplication>
#include <array>

namespace dure::app {
namespace {

using storage::QuotationSort;

class States
{
    Q_DECLARE_TR_FUNCTIONS(States)
};

enum Columns : int { State, On, Until, Customer, Product, Subject, Supply, Total, Number, Count };

constexpr std::array<std::optional<QuotationSort>, Count> sorts{std::nullopt, QuotationSort::Date,
    QuotationSort::ValidUntil, QuotationSort::Customer, std::nullopt, std::nullopt, QuotationSort::Total, std::nullopt,
    QuotationSort::Number};

QString textOf(const storage::QuotationListRow& row, int column, Date today)
{
    switch (column) {
    case State:
        return quotationStateText(row.state, row.hasRunOut(today));
    case Customer:
        return toQString(row.customerName);
    case Product:
        return toQString(row.firstProduct);
    case Subject:
        return toQString(row.subject);
    case Supply:
        return numberText(row.supply);
    case Total:
        return numberText(row.supply + row.tax);
    case Number:
        return toQString(row.number);
    default:
        return {};
    }
}

} // namespace

Status quotationStatus(QuotationState state, bool hasRunOut)
{
    switch (state) {
    case QuotationState::Open:
        return hasRunOut ? Status::Attention : Status::Received;
    case QuotationState::Ordered:
        return Status::Done;
    case QuotationState::Lost:
        return Status::Cancelled;
    }
    return Status::None;
}

QString quotationStateText(QuotationState state, bool hasRunOut)
{
    switch (state) {
    case QuotationState::Open:
        return hasRunOut ? States::tr("Run out", "a quotation whose day is past") : States::tr("Offered");
    case QuotationState::Ordered:
        return States::tr("Ordered", "a quotation");
    case QuotationState::Lost:
        return States::tr("Lost", "a quotation");
    }
    return {};
}

QuotationListModel::QuotationListModel(CompanyData& data, QObject* parent)
    : ListModel(data, {TableId::Quotation, TableId::QuotationLine, TableId::Customer}, parent)
{ }

QList<LedgerColumn> QuotationListModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[State] = {QStringLiteral("state"), tr("State"), ColumnKind::Status, 98, false, false, false};
    all[On] = {QStringLiteral("on"), tr("Quoted on"), ColumnKind::Date, 92};
    all[Until] = {QStringLiteral("until"), tr("Valid until"), ColumnKind::DueDate, 114};
    all[Customer] = {QStringLiteral("customer"), tr("Customer"), ColumnKind::Text, 128};
    all[Product] = {QStringLiteral("product"), tr("Product"), ColumnKind::Name, 200, true, false, false};
    all[Subject] = {QStringLiteral("subject"), tr("Subject"), ColumnKind::Text, 140, false, true, false};
    all[Supply] = {QStringLiteral("supply"), tr("Supply amount"), ColumnKind::Number, 96};
    all[Total] = {QStringLiteral("total"), tr("Total"), ColumnKind::Number, 100, false, false, false};
    all[Number] = {QStringLiteral("number"), tr("Number"), ColumnKind::Text, 124, false, false, true, true};
    return all;
}

void QuotationListModel::setFilter(const storage::QuotationFilter& filter)
{
    m_filter = filter;
    reload();
}

int QuotationListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

void QuotationListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Count || !sorts.at(static_cast<std::size_t>(column)))
        return;
    m_sort = *sorts.at(static_cast<std::size_t>(column));
    m_descending = order == Qt::DescendingOrder;
    reload();
}

std::function<std::vector<storage::QuotationListRow>(Reader&)> QuotationListModel::rowsJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [filter = m_filter, window = storage::QuotationWindow{m_sort, m_descending, offset, limit}](
               Reader& reader) { return reader.quotations().list(filter, window); };
}

std::function<storage::QuotationTotals(Reader&)> QuotationListModel::countJob(bool) const
{
    return [filter = m_filter](Reader& reader) { return reader.quotations().totals(filter); };
}

std::function<WindowedModel::Found(Reader&)> QuotationListModel::foundInAllJob() const
{
    if (m_filter.text.empty() || m_filter.chip == storage::QuotationChip::All)
        return {};
    auto filter = m_filter;
    filter.chip = storage::QuotationChip::All;
    return [filter](Reader& reader) { return Found{reader.quotations().totals(filter).count, true}; };
}

QVariant QuotationListModel::cell(const storage::QuotationListRow& row, int column, int role) const
{
    const Date today = companyData().today();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column, today);
    case StatusRole:
        return column == State ? QVariant(int(quotationStatus(row.state, row.hasRunOut(today)))) : QVariant();
    case DateRole:
        if (column == On)
            return row.quotedOn.yyyymmdd;
        return column == Until ? QVariant(row.validUntil.yyyymmdd) : QVariant();
    case SettledRole:
        return row.state != QuotationState::Open;
    case SuffixRole:
        return column == Product && row.moreLines > 0 ? tr("+%1", "more lines").arg(row.moreLines) : QVariant();
    case InkRole:
        return int(row.state == QuotationState::Lost ? CellInk::Faint : CellInk::Normal);
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_quotation_list_model.cpp"
