#include "app/stock/count_sheet_model.h"

#include "app/stock/stock_words.h"
#include "app/widgets/entry_grid.h"
#include "app/widgets/number_text.h"
#include "app/widgets/quantity_text.h"

#include <QJsonObject>
#include <algorithm>

namespace dure::app {
namespace {

bool isNumber(int column)
{
    return column == CountSheetModel::OnHand || column == CountSheetModel::Amount
        || column == CountSheetModel::Difference || column == CountSheetModel::Boxes;
}

} // namespace

CountSheetModel::CountSheetModel(QObject* parent)
    : QAbstractTableModel(parent)
{ }

QByteArray CountSheetModel::keyOf(const Uuid& product)
{
    return {reinterpret_cast<const char*>(product.bytes.data()), qsizetype(product.bytes.size())};
}

int CountSheetModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int CountSheetModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(Columns); }

QVariant CountSheetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{
        tr("Code"), tr("Product"), tr("In the books"), tr("Counted"), tr("Difference"), tr("Boxes"), tr("Memo")};
    return titles.value(section);
}

Qt::ItemFlags CountSheetModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool typed = index.column() == Amount || index.column() == Memo;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (typed ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

const Counted* CountSheetModel::countedAt(int row) const
{
    const auto found = m_counted.find(bookAt(row).id);
    return found == m_counted.end() ? nullptr : &found->second;
}

QString CountSheetModel::text(int row, int column) const
{
    const storage::StockListRow& book = bookAt(row);
    const Counted* counted = countedAt(row);
    switch (column) {
    case Code:
        return toQString(book.code);
    case Product:
        return stockProductText(book);
    case OnHand:
        return numberText(book.onHand);
    case Amount:
        if (counted && !counted->problem.isEmpty() && !counted->typed.isEmpty())
            return counted->typed;
        return counted && counted->quantity ? numberText(*counted->quantity) : QString();
    case Difference:
        if (!counted || !counted->quantity)
            return {};
        return *counted->quantity == book.onHand ? tr("same") : signedQuantity(*counted->quantity - book.onHand);
    case Boxes:
        return counted && counted->quantity ? boxesText(*counted->quantity, book.packing)
                                            : boxesText(book.onHand, book.packing);
    case Memo:
        return counted ? counted->memo : QString();
    default:
        return {};
    }
}

QVariant CountSheetModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int column = index.column();
    const Counted* counted = countedAt(index.row());
    const storage::StockListRow& book = bookAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::EditRole:
        return text(index.row(), column);
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ProblemRole:
        return column == Amount && counted ? QVariant(counted->problem) : QVariant();
    case Qt::ToolTipRole:
        return column == OnHand && counted && counted->quantity && counted->seen != book.onHand
            ? QVariant(tr("%1 when it was counted.").arg(numberText(counted->seen)))
            : QVariant();
    case MutedRole:
        return column == Code || column == Boxes || (column == Difference && !isDifferent(book));
    case StrongRole:
        return column == Amount || (column == Difference && isDifferent(book));
    default:
        return {};
    }
}

bool CountSheetModel::isDifferent(const storage::StockListRow& book) const
{
    const auto found = m_counted.find(book.id);
    return found != m_counted.end() && found->second.quantity && *found->second.quantity != book.onHand;
}

bool CountSheetModel::isShown(const storage::StockListRow& book) const
{
    if (m_found && !m_found->contains(keyOf(book.id)))
        return false;
    const auto found = m_counted.find(book.id);
    const bool counted = found != m_counted.end() && (found->second.quantity || !found->second.typed.isEmpty());
    switch (m_show) {
    case Show::All:
        return true;
    case Show::Uncounted:
        return !counted;
    case Show::Counted:
        return counted;
    case Show::Different:
        return isDifferent(book);
    }
    return true;
}

void CountSheetModel::arrange()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < m_books.size(); ++i) {
        if (isShown(m_books[i]))
            m_rows.push_back(i);
    }
    endResetModel();
}

void CountSheetModel::setBooks(std::vector<storage::StockListRow> books)
{
    const bool sameProducts
        = std::ranges::equal(books, m_books, {}, &storage::StockListRow::id, &storage::StockListRow::id);
    m_books = std::move(books);
    if (!sameProducts)
        arrange();
    else if (!m_rows.empty()) // the cursor and what is being typed stay
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    Q_EMIT countedChanged();
}

void CountSheetModel::setFound(std::optional<QSet<QByteArray>> found)
{
    m_found = std::move(found);
    arrange();
}

void CountSheetModel::show(Show what)
{
    m_show = what;
    arrange();
}

int CountSheetModel::rowOf(const Uuid& product) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (bookAt(row).id == product)
            return row;
    }
    return -1;
}

void CountSheetModel::put(const Uuid& product, const Counted& counted)
{
    if (counted.isEmpty())
        m_counted.erase(product);
    else
        m_counted[product] = counted;
}

void CountSheetModel::write(const storage::StockListRow& book, const QString& text)
{
    const auto found = m_counted.find(book.id);
    Counted counted = found == m_counted.end() ? Counted{} : found->second;
    const ParsedQuantity parsed = parseQuantity(text.toStdString(), book.packing);
    const bool empty = parsed.error == QuantityError::Empty;
    counted.quantity.reset();
    counted.problem.clear();
    counted.typed.clear();
    counted.seen = book.onHand;
    if (parsed.error && !empty) {
        counted.typed = text;
        counted.problem = quantityProblem(parsed);
    } else if (!empty) {
        counted.quantity = parsed.quantity;
        counted.typed = parsed.converted ? text : QString();
    }
    put(book.id, counted);
}

void CountSheetModel::changed(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1));
    Q_EMIT countedChanged();
}

bool CountSheetModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString typed = value.toString().trimmed();
    const storage::StockListRow& book = bookAt(index.row());
    if (index.column() == Amount) {
        if (typed != text(index.row(), Amount))
            write(book, typed);
    } else {
        const Counted* was = countedAt(index.row());
        Counted counted = was ? *was : Counted{};
        counted.memo = typed;
        put(book.id, counted);
    }
    changed(index.row());
    const Counted* now = countedAt(index.row());
    return !now || now->problem.isEmpty();
}

void CountSheetModel::confirm(int row)
{
    write(bookAt(row), toQString(toText(bookAt(row).onHand, false)));
    changed(row);
}

CountSheetModel::Sums CountSheetModel::sums() const
{
    Sums sums;
    sums.products = int(m_books.size());
    for (const storage::StockListRow& book : m_books) {
        const auto found = m_counted.find(book.id);
        if (found == m_counted.end() || !found->second.quantity)
            continue;
        ++sums.counted;
        sums.different += isDifferent(book) ? 1 : 0;
        sums.movedSince += found->second.seen != book.onHand ? 1 : 0;
    }
    return sums;
}

std::vector<std::pair<Uuid, Counted>> CountSheetModel::counted() const
{
    std::vector<std::pair<Uuid, Counted>> all;
    for (const storage::StockListRow& book : m_books) {
        const auto found = m_counted.find(book.id);
        if (found != m_counted.end() && found->second.quantity)
            all.emplace_back(book.id, found->second);
    }
    return all;
}

std::optional<Uuid> CountSheetModel::firstProblem() const
{
    for (const storage::StockListRow& book : m_books) {
        const auto found = m_counted.find(book.id);
        if (found != m_counted.end() && !found->second.problem.isEmpty())
            return book.id;
    }
    return std::nullopt;
}

void CountSheetModel::setProblem(const Uuid& product, const QString& why)
{
    m_counted[product].problem = why;
    if (const int row = rowOf(product); row >= 0)
        changed(row);
}

QJsonArray CountSheetModel::typed() const
{
    QJsonArray rows;
    for (const auto& [product, counted] : m_counted) {
        const QString amount = !counted.typed.isEmpty() ? counted.typed
            : counted.quantity                          ? toQString(toText(*counted.quantity, false))
                                                        : QString();
        rows += QJsonObject{{QStringLiteral("product"), toQString(product.toString())},
            {QStringLiteral("amount"), amount}, {QStringLiteral("memo"), counted.memo},
            // as text: JSON's own numbers lose digits beyond 2^53
            {QStringLiteral("seen"), QString::number(counted.seen.tenThousandths)}};
    }
    return rows;
}

void CountSheetModel::resume(const QJsonArray& typed)
{
    m_counted.clear();
    for (const QJsonValue& each : typed) {
        const auto id = Uuid::fromString(each[QLatin1String("product")].toString().toStdString());
        const auto book = std::ranges::find(m_books, id.value_or(Uuid{}), &storage::StockListRow::id);
        if (book == m_books.end())
            continue; // deleted meanwhile
        write(*book, each[QLatin1String("amount")].toString());
        Counted counted = m_counted[book->id];
        counted.memo = each[QLatin1String("memo")].toString();
        counted.seen = {each[QLatin1String("seen")].toString().toLongLong()};
        put(book->id, counted);
    }
    arrange();
    Q_EMIT countedChanged();
}

void CountSheetModel::clear()
{
    m_counted.clear();
    arrange();
    Q_EMIT countedChanged();
}

} // namespace dure::app

#include "moc_count_sheet_model.cpp"
