#include "app/receivables/ledger_model.h"

#include "app/receivables/account_words.h"
#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"

#include <algorithm>

namespace dure::app {
namespace {

enum Columns : int { On, Kind, Number, What, Debit, Credit, Balance, Count };

bool isDishonour(const storage::AccountLine& line)
{
    return line.fact && line.fact->isPayment && !line.fact->reversesId.isNil()
        && line.fact->reversalKind == ReversalKind::Dishonour;
}

} // namespace

LedgerModel::LedgerModel(CompanyData& data, const Uuid& customer, QObject* parent)
    : ListModel(data, {TableId::Payment, TableId::Delivery, TableId::DeliveryLine, TableId::Customer}, parent)
    , m_customer(customer)
    , m_today(data.today())
{ }

QList<LedgerColumn> LedgerModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[On] = {QStringLiteral("on"), tr("Date"), ColumnKind::Text, 92, false, false, false};
    all[Kind] = {QStringLiteral("kind"), tr("Kind"), ColumnKind::Text, 72, false, false, false};
    all[Number] = {QStringLiteral("number"), tr("Number"), ColumnKind::Text, 124, false, false, false, true};
    all[What] = {QStringLiteral("what"), tr("What"), ColumnKind::Text, 200, true, false, false};
    all[Debit] = {QStringLiteral("debit"), tr("Delivered"), ColumnKind::Number, 110, false, false, false};
    all[Credit] = {QStringLiteral("credit"), tr("Received"), ColumnKind::Number, 110, false, false, false};
    all[Balance] = {QStringLiteral("balance"), tr("Balance"), ColumnKind::Number, 120, false, false, false};
    return all;
}

void LedgerModel::setPeriod(const LedgerPeriod& period)
{
    m_period = period;
    reload();
}

int LedgerModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

std::function<std::vector<LedgerLine>(Reader&)> LedgerModel::rowsJob(std::int64_t offset, std::int64_t limit) const
{
    return [customer = m_customer, period = m_period, offset, limit](Reader& reader) {
        storage::AccountLedger ledger = reader.receivables().ledger(customer, period.from, period.to);
        std::vector<LedgerLine> rows;
        for (std::int64_t row = offset; row < offset + limit && row <= std::ssize(ledger.lines); ++row) {
            LedgerLine& line = rows.emplace_back();
            if (row == 0) {
                line.id = derivedUuid(customer, "carried forward");
                line.isCarried = true;
                line.line.on = period.from;
                line.line.balance = ledger.carriedForward;
                continue;
            }
            line.line = std::move(ledger.lines[static_cast<std::size_t>(row - 1)]);
            line.id = line.line.fact ? line.line.fact->id : derivedUuid(customer, "opening balance");
        }
        return rows;
    };
}

std::function<LedgerSums(Reader&)> LedgerModel::countJob(bool) const
{
    return [customer = m_customer, period = m_period](Reader& reader) {
        const storage::AccountLedger ledger = reader.receivables().ledger(customer, period.from, period.to);
        return LedgerSums{
            std::ssize(ledger.lines) + 1, ledger.carriedForward, ledger.debits, ledger.credits, ledger.closing};
    };
}

QVariant LedgerModel::cell(const LedgerLine& row, int column, int role) const
{
    const storage::AccountLine& line = row.line;
    const auto text = [&]() -> QString {
        switch (column) {
        case On:
            return dateText(line.on, m_today);
        case Kind:
            return row.isCarried ? QString() : accountLineKind(line);
        case Number:
            return line.fact ? toQString(line.fact->number) : QString();
        case What:
            return row.isCarried ? tr("Carried forward") : accountLineText(line);
        case Debit:
            return row.isCarried || line.debit == Won{} ? QString() : numberText(line.debit);
        case Credit:
            return row.isCarried || line.credit == Won{} ? QString() : numberText(line.credit);
        default:
            return numberText(line.balance);
        }
    };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case InkRole:
        if (isDishonour(line))
            return int(column == Kind || column == Credit ? CellInk::Red : CellInk::Normal);
        if (line.fact && !line.fact->reversesId.isNil())
            return int(CellInk::Faint);
        return int(row.isCarried || column == Kind || column == Number ? CellInk::Muted : CellInk::Normal);
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_ledger_model.cpp"
