#include "app/receivables/note_list_model.h"

#include "app/receivables/payment_words.h"
#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"

#include <array>

namespace dure::app {
namespace {

using storage::NoteSort;
using storage::NoteState;

enum Columns : int { State, Due, Customer, Number, Issuer, Bank, Amount, Issued, Received, Given, Count };

constexpr std::array<std::optional<NoteSort>, Count> sorts{std::nullopt, NoteSort::Due, NoteSort::Customer,
    std::nullopt, std::nullopt, std::nullopt, NoteSort::Amount, std::nullopt, NoteSort::Received, std::nullopt};

CellInk inkOf(const storage::NoteRow& row, int column)
{
    if (row.state == NoteState::TakenBack)
        return CellInk::Faint;
    if (row.state == NoteState::Dishonoured && column == Amount)
        return CellInk::Red;
    const bool isAside = column == Issued || column == Received || column == Given || column == Bank;
    return isAside ? CellInk::Muted : CellInk::Normal;
}

} // namespace

NoteListModel::NoteListModel(CompanyData& data, QObject* parent)
    : ListModel(data, {TableId::Payment, TableId::NoteEvent, TableId::Customer}, parent)
{
    m_filter.today = data.today();
}

QList<LedgerColumn> NoteListModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[State] = {QStringLiteral("state"), tr("State"), ColumnKind::Status, 92, false, false, false};
    all[Due] = {QStringLiteral("due"), tr("Matures"), ColumnKind::DueDate, 104};
    all[Customer] = {QStringLiteral("customer"), tr("Customer"), ColumnKind::Name, 140, true};
    all[Number] = {QStringLiteral("number"), tr("Note number"), ColumnKind::Text, 110, false, false, false, true};
    all[Issuer] = {QStringLiteral("issuer"), tr("Issuer"), ColumnKind::Name, 130, false, false, false};
    all[Bank] = {QStringLiteral("bank"), tr("Bank"), ColumnKind::Text, 90, false, false, false};
    all[Amount] = {QStringLiteral("amount"), tr("Amount"), ColumnKind::Number, 110};
    all[Issued] = {QStringLiteral("issued"), tr("Issued"), ColumnKind::Text, 84, false, false, false};
    all[Received] = {QStringLiteral("received"), tr("Received on"), ColumnKind::Text, 84, false, true};
    all[Given] = {QStringLiteral("given"), tr("Given to"), ColumnKind::Text, 100, false, true, false};
    return all;
}

void NoteListModel::setFilter(const storage::NoteFilter& filter)
{
    m_filter = filter;
    reload();
}

int NoteListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

void NoteListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Count || !sorts.at(static_cast<std::size_t>(column)))
        return;
    const NoteSort sort = *sorts.at(static_cast<std::size_t>(column));
    const bool descending = order == Qt::DescendingOrder;
    if (sort == m_sort && descending == m_descending)
        return;
    m_sort = sort;
    m_descending = descending;
    reload();
}

std::function<std::vector<storage::NoteRow>(Reader&)> NoteListModel::rowsJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [filter = m_filter, window = storage::NoteWindow{m_sort, m_descending, offset, limit}](
               Reader& reader) { return reader.notes().list(filter, window); };
}

std::function<storage::NoteTotals(Reader&)> NoteListModel::countJob(bool) const
{
    return [filter = m_filter](Reader& reader) { return reader.notes().totals(filter); };
}

std::function<WindowedModel::Found(Reader&)> NoteListModel::foundInAllJob() const
{
    if (m_filter.text.empty() || m_filter.chip == storage::NoteChip::All)
        return {};
    auto filter = m_filter;
    filter.chip = storage::NoteChip::All;
    return [filter](Reader& reader) { return Found{reader.notes().totals(filter).count, true}; };
}

QString NoteListModel::textOf(const storage::NoteRow& row, int column) const
{
    switch (column) {
    case State:
        return noteStateText(row.state);
    case Customer:
        return toQString(row.customerName);
    case Number:
        return toQString(row.number.empty() ? row.receipt : row.number);
    case Issuer:
        return toQString(row.issuer);
    case Bank:
        return toQString(row.bank);
    case Amount:
        return numberText(row.amount);
    case Issued:
        return dateText(row.issuedOn, m_filter.today);
    case Received:
        return dateText(row.receivedOn, m_filter.today);
    case Given:
        return toQString(row.counterparty);
    default:
        return QStringLiteral("–");
    }
}

QVariant NoteListModel::cell(const storage::NoteRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case StatusRole:
        return column == State ? QVariant(int(noteStatus(row.state))) : QVariant();
    case DateRole:
        return column == Due && !row.dueOn.isNull() ? QVariant(row.dueOn.yyyymmdd) : QVariant();
    case SettledRole:
        return row.state != NoteState::Held; // nothing is late any more
    case InkRole:
        return int(inkOf(row, column));
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_note_list_model.cpp"
