#include "app/receivables/payment_list_model.h"

#include "app/receivables/payment_words.h"
#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"

#include <array>

namespace dure::app {
namespace {

using storage::PaymentSort;
using storage::PaymentStanding;

enum Columns : int { On, Number, Customer, Kind, Amount, Note, Due, Memo, Count };

constexpr std::array<std::optional<PaymentSort>, Count> sorts{PaymentSort::Date, PaymentSort::Number, std::nullopt,
    std::nullopt, PaymentSort::Amount, std::nullopt, std::nullopt, std::nullopt};
constexpr std::int64_t patience = 100000; // payments looked at

CellInk inkOf(const storage::PaymentListRow& row, int column)
{
    if (row.standing == PaymentStanding::Dishonoured || row.reversalKind == ReversalKind::Dishonour)
        return column == Amount ? CellInk::Red : CellInk::Faint;
    if (row.standing != PaymentStanding::Stands)
        return CellInk::Faint;
    return column == Memo || column == Due || column == Note ? CellInk::Muted : CellInk::Normal;
}

} // namespace

PaymentListModel::PaymentListModel(CompanyData& data, QObject* parent)
    : ListModel(data, {TableId::Payment, TableId::Customer}, parent)
{
    m_filter.today = data.today();
}

QList<LedgerColumn> PaymentListModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[On] = {QStringLiteral("on"), tr("Received on"), ColumnKind::Date, 92};
    all[Number] = {QStringLiteral("number"), tr("Number"), ColumnKind::Text, 124, false, false, true, true};
    all[Customer] = {QStringLiteral("customer"), tr("Customer"), ColumnKind::Name, 160, false, false, false};
    all[Kind] = {QStringLiteral("kind"), tr("Kind"), ColumnKind::Text, 84, false, false, false};
    all[Amount] = {QStringLiteral("amount"), tr("Amount"), ColumnKind::Number, 110};
    all[Note] = {QStringLiteral("note"), tr("Note number"), ColumnKind::Text, 110, false, false, false};
    all[Due] = {QStringLiteral("due"), tr("Matures"), ColumnKind::Text, 92, false, false, false};
    all[Memo] = {QStringLiteral("memo"), tr("Memo"), ColumnKind::Text, 160, true, false, false};
    return all;
}

void PaymentListModel::setFilter(const storage::PaymentFilter& filter)
{
    m_filter = filter;
    reload();
}

int PaymentListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

void PaymentListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Count || !sorts.at(static_cast<std::size_t>(column)))
        return;
    const PaymentSort sort = *sorts.at(static_cast<std::size_t>(column));
    const bool descending = order == Qt::DescendingOrder;
    if (sort == m_sort && descending == m_descending)
        return;
    m_sort = sort;
    m_descending = descending;
    reload();
}

std::function<std::vector<storage::PaymentListRow>(Reader&)> PaymentListModel::rowsJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [filter = m_filter, window = storage::PaymentWindow{m_sort, m_descending, offset, limit}](
               Reader& reader) { return reader.payments().list(filter, window); };
}

std::function<storage::PaymentTotals(Reader&)> PaymentListModel::countJob(bool patient) const
{
    return [filter = m_filter, patient](
               Reader& reader) { return reader.payments().totals(filter, patient ? 0 : patience); };
}

std::function<WindowedModel::Found(Reader&)> PaymentListModel::foundInAllJob() const
{
    if (m_filter.text.empty() || m_filter.chip == storage::PaymentChip::All)
        return {};
    auto filter = m_filter;
    filter.chip = storage::PaymentChip::All;
    return [filter](Reader& reader) {
        const auto totals = reader.payments().totals(filter, patience);
        return Found{totals.count, totals.exact};
    };
}

QVariant PaymentListModel::cell(const storage::PaymentListRow& row, int column, int role) const
{
    const auto text = [&]() -> QString {
        switch (column) {
        case Number:
            return toQString(row.number);
        case Customer:
            return toQString(row.customerName);
        case Kind:
            return paymentKindText(row.kind);
        case Amount:
            return numberText(row.amount);
        case Note:
            return row.noteNumber.empty() ? QStringLiteral("–") : toQString(row.noteNumber);
        case Due:
            return dateText(row.noteDueOn, m_filter.today);
        case Memo:
            return toQString(row.memo);
        default:
            return {};
        }
    };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case DateRole:
        return column == On ? QVariant(row.receivedOn.yyyymmdd) : QVariant();
    case SuffixRole: {
        const QString standing = column == Customer ? standingText(row.standing, row.reversalKind) : QString();
        return standing.isEmpty() ? QVariant() : standing;
    }
    case InkRole:
        return int(inkOf(row, column));
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_payment_list_model.cpp"
