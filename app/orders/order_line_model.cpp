#include "app/orders/order_line_model.h"

#include "app/data/error_text.h"
#include "app/widgets/entry_grid.h"
#include "app/widgets/number_text.h"

namespace dure::app {
namespace {

constexpr int columns = int(LineColumn::Count);
constexpr qsizetype mostSteps = 500;

bool isRight(LineColumn column)
{
    return column == LineColumn::Quantity || column == LineColumn::Price || column == LineColumn::Supply
        || column == LineColumn::Tax;
}

const EntryLine blankLine;

} // namespace

OrderLineModel::OrderLineModel(QObject* parent)
    : QAbstractTableModel(parent)
{ }

int OrderLineModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_lines.size()) + 1; }

int OrderLineModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

const EntryLine& OrderLineModel::lineAt(int row) const
{
    return row >= 0 && row < m_lines.size() ? *m_lines[row] : blankLine;
}

LineAmounts OrderLineModel::amounts(int row) const
{
    return row >= 0 && row < int(m_amounts.size()) ? m_amounts[std::size_t(row)] : LineAmounts{};
}

QString OrderLineModel::display(const QModelIndex& index) const
{
    const EntryLine& line = lineAt(index.row());
    const auto column = LineColumn(index.column());
    const bool amount = column == LineColumn::Supply || column == LineColumn::Tax;
    if (!amount || line.rejected.contains(index.column()))
        return cellText(line, column, m_terms);
    const LineAmounts sums = amounts(index.row());
    if (sums == LineAmounts{} && !line.line.taxTyped)
        return {};
    return numberText(column == LineColumn::Supply ? sums.supply : sums.tax);
}

QString OrderLineModel::problemAt(const QModelIndex& index) const
{
    const EntryLine& line = lineAt(index.row());
    const auto column = LineColumn(index.column());
    if (const auto rejected = line.rejected.constFind(index.column()); rejected != line.rejected.constEnd())
        return rejected->why;
    if (line.unmatched && column == (line.code.empty() ? LineColumn::Product : LineColumn::Code))
        return tr("No product is called so. It stays as text; choose one with F4 if there is one.");
    if (column == LineColumn::Price && !amountFits(line.line.quantity, line.line.unitPrice))
        return problemText({TableId::OrderLine, col::OrderLine::unitPrice, 0, commands::Problem::AmountTooLarge});
    return m_problems.value({line.key, index.column()});
}

QVariant OrderLineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const EntryLine& line = lineAt(index.row());
    const auto column = LineColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return display(index);
    case Qt::TextAlignmentRole:
        return int(isRight(column) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case ProblemRole: {
        const QString problem = problemAt(index);
        return problem.isEmpty() ? QVariant() : QVariant(problem);
    }
    case QuietRole:
        return column == LineColumn::Source;
    case MutedRole:
        return (column == LineColumn::Due && line.line.dueOn.isNull()) || column == LineColumn::Note;
    case StrongRole: // a tax that is not what the rule gives
        return column == LineColumn::Tax && line.line.taxTyped;
    default:
        return {};
    }
}

QVariant OrderLineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int(isRight(LineColumn(section)) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || section < 0 || section >= columns)
        return {};
    const QString titles[columns]{tr("Product code"), tr("Product"), tr("Spec"), tr("Quantity"), tr("Unit"),
        tr("Price"), tr("From"), tr("Supply"), tr("Tax"), tr("Due"), tr("Note")};
    return titles[section];
}

Qt::ItemFlags OrderLineModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const auto column = LineColumn(index.column());
    // Without a tax there is none to type.
    const bool untaxed = column == LineColumn::Tax && m_terms.tax.kind != TaxKind::Taxable;
    const bool dateless = column == LineColumn::Due && !m_hasDueDates;
    const bool computed = column == LineColumn::Source || column == LineColumn::Supply || untaxed || dateless;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return computed ? base : base | Qt::ItemIsEditable;
}

void OrderLineModel::remember(int row, int column)
{
    m_undo += Step{m_lines, row, column};
    if (m_undo.size() > mostSteps)
        m_undo.removeFirst();
    m_redo.clear();
}

void OrderLineModel::put(int row, EntryLine line)
{
    if (line.key == 0)
        line.key = ++m_lastKey;
    auto kept = std::make_shared<const EntryLine>(std::move(line));
    if (row == m_lines.size()) {
        // The blank row becomes a line, and a new blank one comes below it.
        beginInsertRows({}, row + 1, row + 1);
        m_lines += std::make_shared<const EntryLine>();
        m_amounts.emplace_back();
        endInsertRows();
    }
    m_lines[row] = std::move(kept);
}

void OrderLineModel::changed(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    recompute();
    Q_EMIT linesChanged();
}

void OrderLineModel::recompute()
{
    std::vector<LineInput> inputs;
    inputs.reserve(std::size_t(m_lines.size()));
    for (const Line& each : std::as_const(m_lines)) {
        const OrderLine& line = each->line;
        const bool fits = amountFits(line.quantity, line.unitPrice);
        inputs.push_back({fits ? line.quantity : Quantity{}, line.unitPrice, line.taxTyped, line.tax});
    }
    std::vector<LineAmounts> now = computeAmounts(m_terms.tax, inputs);
    now.swap(m_amounts);
    m_totals = totalOf(m_amounts);
    // A document's tax is shared out: other lines' may change, too.
    int first = -1;
    int last = -1;
    for (std::size_t i = 0; i < m_amounts.size(); ++i) {
        if (i < now.size() && now[i] == m_amounts[i])
            continue;
        first = first < 0 ? int(i) : first;
        last = int(i);
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, int(LineColumn::Supply)), index(last, int(LineColumn::Tax)));
    Q_EMIT amountsChanged();
}

bool OrderLineModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = value.toString().trimmed();
    const auto column = LineColumn(index.column());
    EntryLine line = lineAt(index.row());
    writeCell(line, column, text, m_terms);
    if (line == lineAt(index.row()))
        return true;
    remember(index.row(), index.column());
    put(index.row(), std::move(line));
    const EntryLine& written = lineAt(index.row());
    m_problems.remove({written.key, index.column()});
    changed(index.row());
    const bool product = column == LineColumn::Code || column == LineColumn::Product;
    if (product && !text.isEmpty() && written.line.productId.isNil())
        Q_EMIT productWanted(written.key, text, column == LineColumn::Code);
    return true;
}

void OrderLineModel::takeProduct(int row, const storage::ProductChoice& product, bool lastPrice)
{
    remember(row, int(LineColumn::Code));
    EntryLine line = lineAt(row);
    app::takeProduct(line, product, lastPrice, m_terms);
    put(row, std::move(line));
    for (const LineColumn column : {LineColumn::Code, LineColumn::Product})
        m_problems.remove({lineAt(row).key, int(column)});
    changed(row);
}

void OrderLineModel::awaitProduct(int row, const QString& name)
{
    remember(row, int(LineColumn::Product));
    EntryLine line = lineAt(row);
    const bool hadProduct = !line.line.productId.isNil();
    writeCell(line, LineColumn::Product, {}, m_terms); // also one of the same name is not this one
    writeCell(line, LineColumn::Product, name, m_terms);
    if (hadProduct) {
        line.line.spec.clear();
        line.line.unit.clear();
        if (!isSettled(line.line.priceSource)) {
            line.line.unitPrice = {};
            line.line.priceSource = PriceSource::List;
        }
    }
    line.code.clear();
    line.unmatched = true; // until it is there
    put(row, std::move(line));
    changed(row);
}

void OrderLineModel::setPrice(int row, UnitPrice price, PriceSource source)
{
    remember(row, int(LineColumn::Price));
    EntryLine line = lineAt(row);
    line.line.unitPrice = price;
    line.line.priceSource = source;
    line.priceAwaited = false;
    line.rejected.remove(int(LineColumn::Price));
    put(row, std::move(line));
    changed(row);
}

void OrderLineModel::copyFromAbove(const QModelIndex& index)
{
    if (index.row() <= 0 || !(flags(index) & Qt::ItemIsEditable))
        return;
    const EntryLine& above = lineAt(index.row() - 1);
    const auto column = LineColumn(index.column());
    const OrderLine& from = above.line;
    const bool product = column == LineColumn::Code || column == LineColumn::Product;
    if (product && !from.productId.isNil()) {
        storage::ProductChoice same{from.productId, above.code, from.productName, from.spec, from.unit, above.listPrice,
            {}, {}, {}, above.unitsPerBox, above.boxesPerPallet};
        same.taxKind = from.taxTyped && from.tax == Won{} ? TaxKind::Exempt : TaxKind::Taxable;
        takeProduct(index.row(), same, false);
        return;
    }
    if (column == LineColumn::Price) {
        setPrice(index.row(), from.unitPrice, from.priceSource);
        return;
    }
    // A date that is the order's stays the order's.
    const bool inherited = column == LineColumn::Due && from.dueOn.isNull();
    const bool computed = column == LineColumn::Tax && !from.taxTyped;
    setData(index, inherited || computed ? QString() : display(index.siblingAtRow(index.row() - 1)), Qt::EditRole);
}

void OrderLineModel::insertLine(int row)
{
    if (row < 0 || row >= m_lines.size())
        return; // the blank row below the last is there already
    remember(row, int(LineColumn::Code));
    EntryLine blank;
    blank.key = ++m_lastKey;
    beginInsertRows({}, row, row);
    m_lines.insert(row, std::make_shared<const EntryLine>(blank));
    m_amounts.insert(m_amounts.begin() + row, LineAmounts{});
    endInsertRows();
    recompute();
    Q_EMIT linesChanged();
}

void OrderLineModel::removeLine(int row)
{
    if (row < 0 || row >= m_lines.size())
        return;
    remember(row, int(LineColumn::Code));
    beginRemoveRows({}, row, row);
    m_lines.removeAt(row);
    m_amounts.erase(m_amounts.begin() + row);
    endRemoveRows();
    recompute();
    Q_EMIT linesChanged();
}

void OrderLineModel::replaceLine(int row, const QList<EntryLine>& lines)
{
    if (row < 0 || row >= m_lines.size() || lines.isEmpty())
        return;
    remember(row, int(LineColumn::Due));
    put(row, lines.front());
    m_problems.removeIf(
        [key = lines.front().key](decltype(m_problems)::iterator problem) { return problem.key().first == key; });
    const int more = int(lines.size()) - 1;
    if (more > 0) {
        beginInsertRows({}, row + 1, row + more);
        for (int i = 1; i <= more; ++i) {
            EntryLine line = lines[i];
            line.key = ++m_lastKey;
            m_lines.insert(row + i, std::make_shared<const EntryLine>(std::move(line)));
        }
        m_amounts.insert(m_amounts.begin() + row + 1, std::size_t(more), LineAmounts{});
        endInsertRows();
    }
    changed(row);
}

int OrderLineModel::paste(int row, const QList<QStringList>& rows)
{
    const QList<EntryLine> pasted = linesOf(rows, m_terms);
    if (pasted.isEmpty())
        return 0;
    row = qBound(0, row, int(m_lines.size()));
    remember(row, int(LineColumn::Code));
    QList<qint64> keys;
    QStringList texts;
    beginInsertRows({}, row, row + int(pasted.size()) - 1);
    for (qsizetype i = 0; i < pasted.size(); ++i) {
        EntryLine line = pasted[i];
        line.key = ++m_lastKey;
        keys += line.key;
        texts += line.typedProduct();
        m_lines.insert(row + i, std::make_shared<const EntryLine>(std::move(line)));
    }
    m_amounts.insert(m_amounts.begin() + row, std::size_t(pasted.size()), LineAmounts{});
    endInsertRows();
    recompute();
    Q_EMIT linesChanged();
    Q_EMIT productsWanted(keys, texts);
    return int(pasted.size());
}

void OrderLineModel::pasteDown(const QModelIndex& index, const QStringList& texts)
{
    if (!(flags(index) & Qt::ItemIsEditable))
        return;
    remember(index.row(), index.column());
    const QList<Step> history = m_undo;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const int row = index.row() + int(i);
        if (row == m_lines.size())
            put(row, blankLine); // an empty cell among them keeps its row
        setData(this->index(row, index.column()), texts[i], Qt::EditRole);
    }
    m_undo = history; // one paste is one step back
}

void OrderLineModel::answerProducts(const QList<ProductAnswer>& answers)
{
    QHash<qint64, int> rows;
    for (int row = 0; row < m_lines.size(); ++row)
        rows[m_lines[row]->key] = row;
    int first = rowCount();
    int last = -1;
    for (const ProductAnswer& each : answers) {
        const int row = rows.value(each.key, -1);
        if (row < 0 || !answer(row, each))
            continue;
        first = qMin(first, row);
        last = qMax(last, row);
    }
    if (last < 0)
        return;
    Q_EMIT dataChanged(index(first, 0), index(last, columns - 1));
    recompute();
    Q_EMIT linesChanged();
}

bool OrderLineModel::answer(int row, const ProductAnswer& answer)
{
    EntryLine line = lineAt(row);
    const bool same = toQString(line.code) == answer.text || toQString(line.line.productName) == answer.text;
    if (!line.line.productId.isNil() || !same)
        return false;
    if (answer.product)
        completeProduct(line, *answer.product, m_terms); // its quantity and price may be typed already
    else if (answer.mark || line.code.empty())
        line.unmatched = answer.mark && !answer.text.isEmpty();
    if (line.unmatched && line.line.productName.empty())
        line.line.productName = line.code; // what was typed is kept as the line's text
    put(row, std::move(line)); // part of the step that typed or pasted it
    return true;
}

} // namespace dure::app

#include "moc_order_line_model.cpp"
