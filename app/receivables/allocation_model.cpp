#include "app/receivables/allocation_model.h"

#include "app/data/error_text.h"
#include "app/widgets/date_text.h"
#include "app/widgets/entry_grid.h"
#include "app/widgets/number_text.h"

#include <algorithm>

namespace dure::app {
namespace {

QString textAt(const std::map<Uuid, QString>& texts, const Uuid& delivery)
{
    const auto at = texts.find(delivery);
    return at == texts.end() ? QString() : at->second;
}

} // namespace

AllocationModel::AllocationModel(Date today, QObject* parent)
    : QAbstractTableModel(parent)
    , m_today(today)
{ }

int AllocationModel::rowOf(const Uuid& delivery) const
{
    const auto found = std::ranges::find(m_debts, delivery, &storage::OpenDebt::delivery);
    return delivery.isNil() || found == m_debts.end() ? -1 : static_cast<int>(found - m_debts.begin());
}

void AllocationModel::setDebts(std::vector<storage::OpenDebt> debts)
{
    if (debts == m_debts)
        return; // the keyboard stays where it is
    beginResetModel();
    m_debts = std::move(debts);
    m_refused.clear();
    shareOut();
    endResetModel();
}

void AllocationModel::setAmount(Won amount)
{
    m_amount = amount;
    shareOut();
    if (!m_debts.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void AllocationModel::setAutomatic(bool automatic)
{
    if (m_automatic == automatic)
        return;
    beginResetModel();
    m_automatic = automatic;
    m_refused.clear();
    endResetModel();
}

void AllocationModel::shareOut()
{
    m_shares.clear();
    Won left = std::max(m_amount, Won{});
    for (const storage::OpenDebt& debt : m_debts) {
        m_shares.push_back(std::min(left, debt.open));
        left = left - m_shares.back();
    }
}

Won AllocationModel::typedFor(const Uuid& delivery) const
{
    const ParsedNumber number = parseNumber(textAt(m_typed, delivery).toStdString(), 0, maxAmountWon);
    return number.error ? Won{} : Won{number.scaled};
}

std::vector<commands::PaymentShare> AllocationModel::shares() const
{
    std::vector<commands::PaymentShare> shares;
    if (!m_automatic)
        for (const storage::OpenDebt& debt : m_debts)
            if (const Won share = typedFor(debt.delivery); share != Won{} && !debt.delivery.isNil())
                shares.push_back({debt.delivery, share});
    return shares;
}

Won AllocationModel::shared() const
{
    Won sum;
    for (const commands::PaymentShare& share : shares())
        sum += share.amount;
    return sum;
}

QString AllocationModel::problemAt(int row) const
{
    const storage::OpenDebt& debt = m_debts[static_cast<std::size_t>(row)];
    const QString typed = textAt(m_typed, debt.delivery);
    if (m_automatic || typed.isEmpty())
        return {};
    const ParsedNumber number = parseNumber(typed.toStdString(), 0, maxAmountWon);
    if (number.error)
        return *number.error == NumberError::TooLarge ? tr("Too large for an amount. Correct it.")
                                                      : tr("Not an amount. Type digits.");
    if (number.scaled < 0)
        return tr("Less than 0. Correct it.");
    if (Won{number.scaled} > debt.open)
        return tr("More than what is open. At most %1.").arg(wonText(debt.open));
    return textAt(m_refused, debt.delivery);
}

bool AllocationModel::isReadable() const { return !firstProblem().isValid(); }

QModelIndex AllocationModel::firstProblem() const
{
    for (int row = 0; row < rowCount(); ++row)
        if (!problemAt(row).isEmpty())
            return index(row, Share);
    return {};
}

QJsonObject AllocationModel::typed() const
{
    QJsonObject typed;
    for (const auto& [delivery, text] : m_typed)
        typed.insert(QString::fromStdString(delivery.toString()), text);
    return typed;
}

void AllocationModel::resume(const QJsonObject& typed)
{
    beginResetModel();
    m_typed.clear();
    for (auto each = typed.constBegin(); each != typed.constEnd(); ++each)
        if (const auto id = Uuid::fromString(each.key().toStdString()))
            m_typed[*id] = each.value().toString();
    endResetModel();
}

void AllocationModel::setProblems(const std::vector<commands::FieldProblem>& problems)
{
    m_refused.clear();
    const auto sent = shares();
    for (const commands::FieldProblem& problem : problems)
        if (problem.table == TableId::PaymentAllocation && std::size_t(problem.line) < sent.size())
            m_refused[sent[std::size_t(problem.line)].delivery] = problemText(problem);
    if (!m_debts.empty())
        Q_EMIT dataChanged(index(0, Share), index(rowCount() - 1, Share));
}

int AllocationModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_debts.size()); }
int AllocationModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant AllocationModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const storage::OpenDebt& debt = m_debts[row];
    const auto share = [&] {
        if (m_automatic)
            return m_shares[row] == Won{} ? QString() : numberText(m_shares[row]);
        const QString typed = textAt(m_typed, debt.delivery);
        const Won amount = typedFor(debt.delivery);
        return amount == Won{} ? typed : numberText(amount);
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        switch (index.column()) {
        case On:
            return dateText(debt.on, m_today);
        case Number:
            return debt.delivery.isNil() ? tr("owed at the beginning") : toQString(debt.number);
        case Total:
            return numberText(debt.total);
        case Open:
            return numberText(debt.open);
        default:
            return share();
        }
    case Qt::TextAlignmentRole:
        return int((index.column() >= Total ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ProblemRole:
        return index.column() == Share ? problemAt(index.row()) : QString();
    case MutedRole:
        return index.column() != Share || m_automatic;
    default:
        return {};
    }
}

QVariant AllocationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= Total ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case On:
        return tr("Delivered on");
    case Number:
        return tr("Delivery");
    case Total:
        return tr("Amount");
    case Open:
        return tr("Open");
    default:
        return tr("Of this payment");
    }
}

bool AllocationModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const Uuid delivery = m_debts[static_cast<std::size_t>(index.row())].delivery;
    const QString text = value.toString().trimmed();
    m_refused.clear();
    if (text.isEmpty())
        m_typed.erase(delivery);
    else
        m_typed[delivery] = text;
    Q_EMIT dataChanged(this->index(0, Share), this->index(rowCount() - 1, Share));
    Q_EMIT changed();
    return true;
}

Qt::ItemFlags AllocationModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    // what was owed at the beginning is no delivery: it is paid by what no delivery takes
    if (index.column() == Share && !m_automatic && !m_debts[static_cast<std::size_t>(index.row())].delivery.isNil())
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace dure::app

#include "moc_allocation_model.cpp"
