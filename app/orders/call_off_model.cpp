#include "app/orders/call_off_model.h"

#include "app/data/business_days.h"
#include "app/widgets/date_text.h"
#include "app/widgets/entry_grid.h"
#include "app/widgets/number_text.h"
#include "app/widgets/quantity_text.h"

#include <algorithm>

namespace dure::app {

CallOffModel::CallOffModel(QObject* parent)
    : QAbstractTableModel(parent)
{ }

void CallOffModel::begin(Quantity total, const PackingTerms& packing, Date today, Date orderedOn)
{
    beginResetModel();
    m_parts.clear();
    m_total = total;
    m_packing = packing;
    m_today = today;
    m_orderedOn = orderedOn;
    m_demandsWhole = false;
    endResetModel();
    Q_EMIT changed();
}

void CallOffModel::setTotal(Quantity total)
{
    m_total = total;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT changed();
}

void CallOffModel::setParts(const std::vector<CallOffPart>& parts)
{
    beginResetModel();
    m_parts.clear();
    for (const CallOffPart& part : parts)
        m_parts += Part{part.on, part.quantity, {}, {}, {}};
    m_demandsWhole = false;
    endResetModel();
    Q_EMIT changed();
}

std::vector<CallOffPart> CallOffModel::parts() const
{
    std::vector<CallOffPart> parts;
    for (const Part& part : m_parts)
        if (!part.on.isNull() && !part.quantity.isZero())
            parts.push_back({part.on, part.quantity});
    std::ranges::stable_sort(parts, {}, &CallOffPart::on);
    return parts;
}

Quantity CallOffModel::spreadBefore(int row) const
{
    Quantity spread;
    for (int at = 0; at < row; ++at)
        spread += m_parts[at].quantity;
    return spread;
}

Quantity CallOffModel::left() const { return m_total - spreadBefore(int(m_parts.size())); }

void CallOffModel::demandWhole()
{
    m_demandsWhole = true;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool CallOffModel::isBlank(int row) const { return row >= m_parts.size() || m_parts[row].isBlank(); }

QString CallOffModel::problemAt(int row, int column) const
{
    if (row >= m_parts.size() || m_parts[row].isBlank())
        return {};
    const Part& part = m_parts[row];
    if (column == On) {
        if (!part.rejectedOn.isEmpty())
            return tr("Not a date. Type it like 11-23 or 1123.");
        return m_demandsWhole && part.on.isNull() ? tr("The date is missing. Type it like 11-23 or 1123.") : QString();
    }
    if (column != Amount)
        return {};
    if (!part.rejectedAmount.isEmpty())
        return part.why;
    if (part.quantity.isZero())
        return m_demandsWhole ? tr("The quantity is missing.") : QString();
    const Quantity room = m_total - spreadBefore(row);
    if (part.quantity <= room)
        return {};
    return room > Quantity{} ? tr("More than is left. At most %1.").arg(numberText(room))
                             : tr("Nothing is left for this part. Take it out or lower the others.");
}

QList<CallOffText> CallOffModel::typed() const
{
    QList<CallOffText> all;
    for (const Part& part : m_parts)
        if (!part.isBlank())
            all += {part.rejectedOn.isEmpty() && part.on.isValid() ? toQString(part.on.toIso()) : part.rejectedOn,
                textOf(part, Amount)};
    return all;
}

void CallOffModel::type(const QList<CallOffText>& parts)
{
    for (const CallOffText& part : parts) {
        const auto row = int(m_parts.size());
        if (row >= mostCallOffs)
            return;
        setData(index(row, On), part.on);
        setData(index(row, Amount), part.amount);
    }
}

QModelIndex CallOffModel::firstProblem() const
{
    for (int row = 0; row < m_parts.size(); ++row)
        for (const int column : {On, Amount})
            if (!problemAt(row, column).isEmpty())
                return index(row, column);
    return {};
}

void CallOffModel::remove(int row)
{
    if (row < 0 || row >= m_parts.size())
        return;
    if (m_parts.size() == mostCallOffs) { // the blank row comes back
        beginResetModel();
        m_parts.removeAt(row);
        endResetModel();
    } else {
        beginRemoveRows({}, row, row);
        m_parts.removeAt(row);
        endRemoveRows();
    }
    if (!m_parts.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_parts.size()) - 1, ColumnCount - 1));
    Q_EMIT changed();
}

int CallOffModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return std::min(int(m_parts.size()) + 1, mostCallOffs);
}

int CallOffModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QString CallOffModel::remarkOn(Date day) const
{
    if (day.isNull())
        return {};
    if (!m_orderedOn.isNull() && day < m_orderedOn)
        return tr("before it was ordered");
    if (day < m_today)
        return tr("in the past");
    if (const std::string holiday = businessDays().nameOf(day); !holiday.empty())
        return toQString(holiday);
    return businessDays().isBusinessDay(day) ? QString() : tr("weekend");
}

QString CallOffModel::textOf(const Part& part, int column) const
{
    switch (column) {
    case On:
        if (!part.rejectedOn.isEmpty())
            return part.rejectedOn;
        return part.on.isNull() ? QString() : dateText(part.on, m_today);
    case Amount:
        if (!part.rejectedAmount.isEmpty())
            return part.rejectedAmount;
        return part.quantity.isZero() ? QString() : numberText(part.quantity);
    default:
        return remarkOn(part.on);
    }
}

QVariant CallOffModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    static const Part blank;
    const Part& part = index.row() < m_parts.size() ? m_parts[index.row()] : blank;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return textOf(part, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case ProblemRole: {
        const QString problem = problemAt(index.row(), index.column());
        return problem.isEmpty() ? QVariant() : QVariant(problem);
    }
    case MutedRole:
        return index.column() == Remark;
    default:
        return {};
    }
}

QVariant CallOffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == On ? tr("Due") : section == Amount ? tr("Quantity") : tr("Remark");
}

Qt::ItemFlags CallOffModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Remark ? base : base | Qt::ItemIsEditable;
}

void CallOffModel::writeAmount(Part& part, const QString& text) const
{
    part.quantity = {};
    part.rejectedAmount.clear();
    if (text.isEmpty())
        return;
    const ParsedQuantity parsed = parseQuantity(text.toStdString(), m_packing);
    if (parsed.error)
        part.why = quantityProblem(parsed);
    else if (parsed.quantity <= Quantity{})
        part.why = tr("Type more than 0.");
    else
        part.quantity = parsed.quantity;
    if (part.quantity.isZero())
        part.rejectedAmount = text;
}

bool CallOffModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = value.toString().trimmed();
    const int row = index.row();
    const bool isNew = row == m_parts.size();
    if (isNew && text.isEmpty())
        return true;
    Part part = isNew ? Part{} : m_parts[row];
    if (index.column() == Amount) {
        writeAmount(part, text);
    } else {
        const auto day = text.isEmpty() ? std::optional(Date{}) : readTypedDate(text, m_today);
        part.on = day.value_or(Date{});
        part.rejectedOn = day ? QString() : text;
        if (isNew && day && left() > Quantity{}) // mostly the last part takes what is left
            part.quantity = left();
    }
    if (isNew) {
        const bool grows = m_parts.size() + 1 < mostCallOffs;
        if (grows)
            beginInsertRows({}, row + 1, row + 1);
        m_parts += Part{}; // a blank one comes below
        if (grows)
            endInsertRows();
    }
    m_parts[row] = part;
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT changed();
    return true;
}

} // namespace dure::app

#include "moc_call_off_model.cpp"
