#include "app/deliveries/delivery_line_model.h"

#include "app/widgets/entry_grid.h"
#include "app/widgets/number_text.h"
#include "app/widgets/quantity_text.h"

namespace dure::app {
namespace {

constexpr qsizetype mostUndos = 200;

QString withSign(Quantity over) { return QStringLiteral("+") + numberText(over); }

} // namespace

Quantity DeliveryEntry::excess() const
{
    if (!isOrdered())
        return {};
    const bool isReturn = ordered < Quantity{};
    return std::max(isReturn ? after() : -after(), Quantity{});
}

LineInput DeliveryEntry::amountInput() const
{
    if (!isOrdered())
        return deliveredUnordered(now, unitPrice, productTax);
    return deliveredPart(now, unitPrice, {ordered, unitPrice, taxTyped, typedTax}); // the order's price goes unedited
}

DeliveryLineModel::DeliveryLineModel(QObject* parent)
    : QAbstractTableModel(parent)
{ }

int DeliveryLineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int DeliveryLineModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Columns; }

QVariant DeliveryLineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int(section == Product ? Qt::AlignLeft : Qt::AlignRight);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Product:
        return tr("Product");
    case Ordered:
        return tr("Ordered");
    case Before:
        return tr("Delivered");
    case Remaining:
        return tr("Remaining");
    case Now:
        return tr("This time");
    case Price:
        return tr("Price");
    case After:
        return tr("Left after");
    default:
        return {};
    }
}

QString DeliveryLineModel::display(const DeliveryEntry& entry, int column) const
{
    const auto ofOrder = [&](Quantity quantity) { return entry.isOrdered() ? numberText(quantity) : QString(); };
    switch (column) {
    case Product:
        return entry.spec.isEmpty() ? entry.name : entry.name + u' ' + entry.spec;
    case Ordered:
        return ofOrder(entry.ordered);
    case Before:
        return entry.isOrdered() ? numberOrDash(entry.before) : QString();
    case Remaining:
        return ofOrder(entry.remaining());
    case Now:
        return entry.isBlank() ? QString() : numberOrDash(entry.now);
    case Price:
        return entry.isBlank() ? QString() : numberText(entry.unitPrice);
    case After:
        if (!entry.isOrdered())
            return {};
        return entry.excess().isZero() ? numberText(entry.after()) : withSign(entry.excess());
    default:
        return {};
    }
}

QVariant DeliveryLineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    const DeliveryEntry& entry = m_entries[index.row()];
    const QString rejected = m_rejected.value({index.row(), index.column()});
    switch (role) {
    case Qt::DisplayRole:
        return !rejected.isNull() ? rejected
                                  : display(index.column() == After ? shown(index.row()) : entry, index.column());
    case Qt::EditRole:
        if (!rejected.isNull())
            return rejected;
        if (index.column() == Now)
            return entry.now.isZero() ? QString() : toQString(toText(entry.now));
        return display(entry, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Product ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + u' '
            + display(entry, index.column());
    case ProblemRole:
        if (rejected.isNull())
            return QString();
        return m_why.value({index.row(), index.column()}, tr("This is no number. Type digits, such as 1200 or 12.5."));
    case MutedRole:
        return (entry.done && entry.now.isZero()) || index.column() == Before;
    case StrongRole:
        return index.column() == After
            && (isOver(index.row()) || (!entry.done && shown(index.row()).after() != Quantity{}));
    default:
        return {};
    }
}

Qt::ItemFlags DeliveryLineModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags shown = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool typed = index.column() == Now
        || (!m_entries[index.row()].isOrdered() && (index.column() == Product || index.column() == Price));
    return typed ? shown | Qt::ItemIsEditable : shown;
}

bool DeliveryLineModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const bool taken = write(index.row(), index.column(), value.toString().trimmed());
    keepBlankRow();
    return taken;
}

bool DeliveryLineModel::write(int row, int column, const QString& text)
{
    if (column == Now)
        return writeQuantity(row, text);
    if (column == Price)
        return writePrice(row, text);
    DeliveryEntry entry = m_entries[row];
    if (display(entry, Product) == text)
        return true;
    entry.productId = {};
    entry.priceOffered = false;
    entry.productTax = TaxKind::Taxable;
    entry.name = text;
    entry.spec.clear();
    put(row, entry);
    if (!text.isEmpty())
        Q_EMIT productWanted(row, text);
    return true;
}

void DeliveryLineModel::rejected(int row, int column, const QString& text)
{
    m_rejected[{row, column}] = text;
    Q_EMIT dataChanged(index(row, Product), index(row, Columns - 1));
    Q_EMIT linesChanged();
}

bool DeliveryLineModel::writeQuantity(int row, const QString& text)
{
    m_typedRow = -1;
    DeliveryEntry entry = m_entries[row];
    const ParsedQuantity parsed = parseQuantity(text.toStdString(), entry.packing());
    const bool empty = text.isEmpty() || text == QStringLiteral("–");
    m_why.remove({row, Now});
    if (!empty && parsed.error) {
        if (parsed.error != QuantityError::NotANumber)
            m_why[{row, Now}] = quantityProblem(parsed, !entry.productId.isNil());
        rejected(row, Now, text);
        return false;
    }
    m_rejected.remove({row, Now});
    entry.now = empty ? Quantity{} : parsed.quantity;
    if (entry.priceOffered && m_offer)
        entry.unitPrice = m_offer(entry); // another quantity may have been agreed at another price
    put(row, entry);
    return true;
}

bool DeliveryLineModel::writePrice(int row, const QString& text)
{
    DeliveryEntry entry = m_entries[row];
    const ParsedNumber parsed = parseNumber(text.toStdString(), 4, maxTenThousandths);
    if (parsed.error && !text.isEmpty()) {
        rejected(row, Price, text);
        return false;
    }
    m_rejected.remove({row, Price});
    const UnitPrice price{text.isEmpty() ? 0 : parsed.scaled};
    entry.priceOffered = entry.priceOffered && price == entry.unitPrice;
    entry.unitPrice = price;
    put(row, entry);
    return true;
}

void DeliveryLineModel::put(int row, const DeliveryEntry& entry)
{
    if (m_entries[row] != entry) {
        remember();
        m_entries[row] = entry;
    }
    Q_EMIT dataChanged(index(row, Product), index(row, Columns - 1));
    Q_EMIT linesChanged();
}

void DeliveryLineModel::setEntries(QList<DeliveryEntry> entries, const TaxTerms& tax, Tolerance tolerance)
{
    m_tax = tax;
    m_tolerance = tolerance;
    m_undo.clear();
    m_redo.clear();
    show(entries);
    keepBlankRow();
}

void DeliveryLineModel::refresh(const QList<DeliveryEntry>& entries, const TaxTerms& tax, Tolerance tolerance)
{
    const auto sameLines
        = std::ranges::equal(entries, m_entries, {}, &DeliveryEntry::orderLineId, &DeliveryEntry::orderLineId);
    if (!sameLines) {
        setEntries(entries, tax, tolerance);
        return;
    }
    m_tax = tax;
    m_tolerance = tolerance;
    m_undo.clear(); // they hold what remained before
    m_redo.clear();
    m_entries = entries;
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, Product), index(int(m_entries.size()) - 1, Columns - 1));
    Q_EMIT linesChanged();
}

void DeliveryLineModel::setTax(const TaxTerms& tax, Tolerance tolerance)
{
    m_tax = tax;
    m_tolerance = tolerance;
    Q_EMIT linesChanged();
}

void DeliveryLineModel::show(const QList<DeliveryEntry>& entries)
{
    beginResetModel();
    m_entries = entries;
    m_rejected.clear();
    m_why.clear();
    m_typedRow = -1;
    endResetModel();
    Q_EMIT linesChanged();
}

void DeliveryLineModel::setTakesMore(bool takesMore)
{
    m_takesMore = takesMore;
    keepBlankRow();
}

void DeliveryLineModel::keepBlankRow()
{
    if (!m_takesMore || (!m_entries.isEmpty() && m_entries.last().isBlank()))
        return;
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size()));
    m_entries += DeliveryEntry{};
    endInsertRows();
}

void DeliveryLineModel::takeProduct(int row, const Taken& product)
{
    DeliveryEntry entry = m_entries[row];
    entry.productId = product.id;
    entry.name = product.name;
    entry.spec = product.spec;
    entry.unit = product.unit;
    entry.unitPrice = product.price;
    entry.listPrice = product.listPrice;
    entry.priceOffered = product.priceOffered;
    entry.productTax = product.tax;
    entry.unitsPerBox = product.unitsPerBox;
    entry.boxesPerPallet = product.boxesPerPallet;
    if (entry.priceOffered && m_offer)
        entry.unitPrice = m_offer(entry);
    m_rejected.remove({row, Product});
    m_rejected.remove({row, Price});
    put(row, entry);
    keepBlankRow();
}

/// Undo begins before the day or the customer changed all the same: what it brings back is offered anew with the next
/// quantity.
void DeliveryLineModel::offerAgain()
{
    bool follows = false;
    for (DeliveryEntry& entry : m_entries) {
        const UnitPrice price = entry.priceOffered && m_offer ? m_offer(entry) : entry.unitPrice;
        follows = follows || price != entry.unitPrice;
        entry.unitPrice = price;
    }
    if (!follows)
        return;
    Q_EMIT dataChanged(index(0, Product), index(int(m_entries.size()) - 1, Columns - 1));
    Q_EMIT linesChanged();
}

void DeliveryLineModel::fillRemaining(int row)
{
    if (row < 0 || row >= m_entries.size() || !m_entries[row].isOrdered())
        return;
    DeliveryEntry entry = m_entries[row];
    entry.now = entry.remaining();
    m_typedRow = -1;
    m_rejected.remove({row, Now});
    put(row, entry);
}

void DeliveryLineModel::leaveOut(int row) { writeQuantity(row, {}); }

void DeliveryLineModel::setTyping(int row, std::optional<Quantity> quantity)
{
    const int before = m_typedRow;
    m_typedRow = quantity ? row : -1;
    m_typed = quantity.value_or(Quantity{});
    if (before < 0 && m_typedRow < 0)
        return;
    for (const int each : {before, m_typedRow}) {
        if (each >= 0 && each < m_entries.size())
            Q_EMIT dataChanged(index(each, Product), index(each, Columns - 1));
    }
    Q_EMIT typingChanged();
}

DeliveryEntry DeliveryLineModel::shown(int row) const
{
    DeliveryEntry entry = m_entries[row];
    if (row == m_typedRow)
        entry.now = m_typed;
    return entry;
}

QList<DeliveryEntry> DeliveryLineModel::shownEntries() const
{
    QList<DeliveryEntry> entries = m_entries;
    if (m_typedRow >= 0 && m_typedRow < entries.size())
        entries[m_typedRow].now = m_typed;
    return entries;
}

void DeliveryLineModel::fillAllRemaining()
{
    remember();
    for (int row = 0; row < m_entries.size(); ++row) {
        if (!m_entries[row].isOrdered() || m_entries[row].done)
            continue;
        m_rejected.remove({row, Now});
        m_entries[row].now = m_entries[row].remaining();
    }
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, Product), index(int(m_entries.size()) - 1, Columns - 1));
    Q_EMIT linesChanged();
}

bool DeliveryLineModel::isOver(int row) const
{
    const DeliveryEntry entry = shown(row);
    return !entry.now.isZero() && !entry.excess().isZero();
}

bool DeliveryLineModel::isBeyondTolerance(int row) const
{
    const DeliveryEntry entry = shown(row);
    return isOver(row) && isOverDelivered({entry.ordered, entry.before + entry.now, {}}, m_tolerance);
}

Quantity DeliveryLineModel::toleranceOf(int row) const
{
    const std::int64_t ordered = m_entries[row].ordered.tenThousandths;
    return {static_cast<std::int64_t>(Int128{ordered < 0 ? -ordered : ordered} * m_tolerance.overBp / 10'000)};
}

std::vector<LineAmounts> DeliveryLineModel::amounts() const
{
    std::vector<LineInput> inputs;
    for (const DeliveryEntry& entry : shownEntries()) {
        inputs.push_back(entry.amountInput());
        if (!amountFits(entry.now, entry.unitPrice))
            inputs.back().quantity = {};
    }
    return computeAmounts(m_tax, inputs);
}

LineAmounts DeliveryLineModel::totals() const { return totalOf(amounts()); }

bool DeliveryLineModel::isEmpty() const
{
    return std::ranges::all_of(m_entries, [](const DeliveryEntry& entry) { return entry.now.isZero(); });
}

QModelIndex DeliveryLineModel::firstProblem() const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        for (const int column : {Product, Now, Price}) {
            if (m_rejected.contains({row, column}))
                return index(row, column);
        }
    }
    return {};
}

void DeliveryLineModel::remember()
{
    m_redo.clear();
    m_undo += m_entries;
    if (m_undo.size() > mostUndos)
        m_undo.removeFirst();
}

void DeliveryLineModel::undo() { goBack(m_undo, m_redo); }

void DeliveryLineModel::redo() { goBack(m_redo, m_undo); }

void DeliveryLineModel::goBack(QList<QList<DeliveryEntry>>& from, QList<QList<DeliveryEntry>>& to)
{
    if (from.isEmpty())
        return;
    to += m_entries;
    show(from.takeLast());
}

} // namespace dure::app

#include "moc_delivery_line_model.cpp"
