#include "app/stock/receipt_line_model.h"

#include "app/widgets/entry_grid.h"
#include "app/widgets/number_text.h"
#include "app/widgets/quantity_text.h"

#include <QJsonObject>
#include <algorithm>

namespace dure::app {
namespace {

constexpr qsizetype mostUndos = 200;

bool isNumber(int column) { return column == ReceiptLineModel::Amount || column == ReceiptLineModel::After; }

void setChoice(ReceiptEntry& entry, const storage::ProductChoice& product)
{
    entry.productId = product.id;
    entry.product = toQString(product.spec.empty() ? product.name : product.name + ' ' + product.spec);
    entry.packing = product.packing();
    entry.onHand = product.stock;
    entry.rejected.remove(ReceiptLineModel::Product);
}

Uuid idOf(const QJsonValue& json) { return Uuid::fromString(json.toString().toStdString()).value_or(Uuid{}); }

} // namespace

ReceiptLineModel::ReceiptLineModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    m_entries += ReceiptEntry{};
}

int ReceiptLineModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_entries.size()); }

int ReceiptLineModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(Columns); }

QVariant ReceiptLineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Product"), tr("Quantity"), tr("Unit"), tr("On hand then"), tr("Lot"), tr("Memo")};
    return titles.value(section);
}

/// The books after this line: the lines above it may be of the same product.
Quantity ReceiptLineModel::after(int row) const
{
    Quantity sum = m_entries[row].onHand;
    for (int above = 0; above <= row; ++above) {
        if (m_entries[above].productId == m_entries[row].productId)
            sum += m_entries[above].quantity;
    }
    return sum;
}

QString ReceiptLineModel::text(const ReceiptEntry& entry, int column) const
{
    switch (column) {
    case Product:
        return entry.product;
    case Amount:
        return entry.quantity.isZero() ? QString() : numberText(entry.quantity);
    case Unit:
        return toQString(entry.packing.unit);
    case Lot:
        return entry.lot;
    case Memo:
        return entry.memo;
    default:
        return {};
    }
}

QVariant ReceiptLineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    const ReceiptEntry& entry = m_entries[index.row()];
    const int column = index.column();
    const auto rejected = entry.rejected.value(column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        if (entry.rejected.contains(column) && !rejected.first.isEmpty())
            return rejected.first;
        if (column == After)
            return entry.productId.isNil() ? QString() : numberText(after(index.row()));
        return text(entry, column);
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ProblemRole:
    case Qt::ToolTipRole:
        return rejected.second.isEmpty() ? QVariant() : QVariant(rejected.second);
    case MutedRole:
        return column == Unit || column == After;
    case StrongRole:
        return column == Amount;
    default:
        return {};
    }
}

Qt::ItemFlags ReceiptLineModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool fixed = index.column() == Unit || index.column() == After;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (fixed ? Qt::NoItemFlags : Qt::ItemIsEditable);
}

void ReceiptLineModel::write(ReceiptEntry& entry, int column, const QString& text) const
{
    entry.rejected.remove(column);
    switch (column) {
    case Product:
        if (entry.product != text || entry.productId.isNil()) {
            entry.productId = {};
            entry.packing = {};
            entry.onHand = {};
            entry.product = text;
        }
        break;
    case Amount: {
        const ParsedQuantity parsed = parseQuantity(text.toStdString(), entry.packing);
        const bool empty = parsed.error == QuantityError::Empty;
        if (parsed.error && !empty) {
            entry.rejected[Amount] = {text, quantityProblem(parsed, !entry.productId.isNil())};
            return;
        }
        if (parsed.quantity != entry.quantity || parsed.converted)
            entry.typed = parsed.converted ? text : QString();
        entry.quantity = parsed.quantity;
        break;
    }
    case Lot:
        entry.lot = text;
        break;
    case Memo:
        entry.memo = text;
        break;
    default:
        break;
    }
}

bool ReceiptLineModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = value.toString().trimmed();
    ReceiptEntry entry = m_entries[index.row()];
    write(entry, index.column(), text);
    const bool taken = !entry.rejected.contains(index.column());
    const bool wanted = index.column() == Product && entry.productId.isNil() && !text.isEmpty();
    put(index.row(), entry);
    if (wanted)
        Q_EMIT productWanted(index.row(), text);
    return taken;
}

void ReceiptLineModel::put(int row, const ReceiptEntry& entry)
{
    if (m_entries[row] != entry) {
        remember();
        m_entries[row] = entry;
    }
    Q_EMIT dataChanged(index(0, Product), index(rowCount() - 1, Columns - 1)); // sums of lines below follow
    keepBlankRow();
    Q_EMIT linesChanged();
}

void ReceiptLineModel::keepBlankRow()
{
    if (!m_entries.isEmpty() && m_entries.last().isBlank())
        return;
    beginInsertRows({}, rowCount(), rowCount());
    m_entries += ReceiptEntry{};
    endInsertRows();
}

void ReceiptLineModel::takeProduct(int row, const storage::ProductChoice& product)
{
    ReceiptEntry entry = m_entries[row];
    setChoice(entry, product);
    // boxes typed before the product was known are read now
    const QString refused = entry.rejected.value(Amount).first;
    if (!refused.isEmpty())
        write(entry, Amount, refused);
    else if (!entry.typed.isEmpty())
        write(entry, Amount, entry.typed);
    put(row, entry);
}

void ReceiptLineModel::refuseProduct(int row)
{
    setProblem(row, Product, tr("No product of that name or code. Choose one from the list."));
}

void ReceiptLineModel::setProblem(int row, int column, const QString& why)
{
    ReceiptEntry& entry = m_entries[row];
    entry.rejected[column] = {entry.rejected.value(column).first, why};
    Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1));
}

void ReceiptLineModel::setOnHand(const Uuid& product, Quantity onHand)
{
    for (ReceiptEntry& entry : m_entries) {
        if (entry.productId == product)
            entry.onHand = onHand;
    }
    Q_EMIT dataChanged(index(0, After), index(rowCount() - 1, After));
}

void ReceiptLineModel::remove(int row)
{
    if (row < 0 || row >= m_entries.size() - 1)
        return; // the blank one stays
    remember();
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
    Q_EMIT linesChanged();
}

QModelIndex ReceiptLineModel::firstProblem() const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        for (int column = 0; column < Columns; ++column) {
            if (m_entries[row].rejected.contains(column))
                return index(row, column);
        }
    }
    return {};
}

QString ReceiptLineModel::noteOf(int row) const
{
    if (row < 0 || row >= m_entries.size() || m_entries[row].typed.isEmpty())
        return {};
    const ReceiptEntry& entry = m_entries[row];
    return conversionText(entry.typed, parseQuantity(entry.typed.toStdString(), entry.packing), entry.packing);
}

void ReceiptLineModel::reset(QList<ReceiptEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    if (m_entries.isEmpty() || !m_entries.last().isBlank())
        m_entries += ReceiptEntry{};
    endResetModel();
    Q_EMIT linesChanged();
}

void ReceiptLineModel::setEntries(const QList<ReceiptEntry>& entries)
{
    m_undo.clear();
    m_redo.clear();
    reset(entries);
}

void ReceiptLineModel::remember()
{
    m_redo.clear();
    m_undo += m_entries;
    if (m_undo.size() > mostUndos)
        m_undo.removeFirst();
}

void ReceiptLineModel::goBack(QList<QList<ReceiptEntry>>& from, QList<QList<ReceiptEntry>>& to)
{
    if (from.isEmpty())
        return;
    to += m_entries;
    reset(from.takeLast());
}

QJsonArray ReceiptLineModel::typed() const
{
    QJsonArray lines;
    for (const ReceiptEntry& entry : m_entries) {
        if (entry.isBlank())
            continue;
        const QString refused = entry.rejected.value(Amount).first;
        const QString amount = !refused.isEmpty() ? refused
            : !entry.typed.isEmpty()              ? entry.typed
            : entry.quantity.isZero()             ? QString()
                                                  : toQString(toText(entry.quantity, false));
        lines += QJsonObject{
            {QStringLiteral("product"), entry.productId.isNil() ? QString() : toQString(entry.productId.toString())},
            {QStringLiteral("name"), entry.product}, {QStringLiteral("amount"), amount},
            {QStringLiteral("lot"), entry.lot}, {QStringLiteral("memo"), entry.memo}};
    }
    return lines;
}

std::vector<Uuid> ReceiptLineModel::productsOf(const QJsonArray& typed)
{
    std::vector<Uuid> ids;
    for (const QJsonValue& each : typed)
        ids.push_back(idOf(each[QLatin1String("product")]));
    return ids;
}

void ReceiptLineModel::resume(const QJsonArray& typed, const std::vector<storage::ProductChoice>& choices)
{
    QList<ReceiptEntry> entries;
    for (const QJsonValue& each : typed) {
        ReceiptEntry entry;
        const auto found
            = std::ranges::find(choices, idOf(each[QLatin1String("product")]), &storage::ProductChoice::id);
        entry.product = each[QLatin1String("name")].toString();
        if (found != choices.end())
            setChoice(entry, *found);
        entry.lot = each[QLatin1String("lot")].toString();
        entry.memo = each[QLatin1String("memo")].toString();
        write(entry, Amount, each[QLatin1String("amount")].toString());
        entries += entry;
    }
    setEntries(entries);
}

} // namespace dure::app

#include "moc_receipt_line_model.cpp"
