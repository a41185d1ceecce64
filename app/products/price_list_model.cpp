#include "app/products/price_list_model.h"

#include "app/data/error_text.h"
#include "app/widgets/date_text.h"
#include "app/widgets/entry_grid.h"
#include "app/widgets/number_text.h"
#include "core/domain/pricing.h"

#include <QJsonObject>
#include <algorithm>

namespace dure::app {
namespace {

constexpr int decimals = 4;

QString idText(const Uuid& id) { return id.isNil() ? QString() : QString::fromStdString(id.toString()); }
Uuid idOf(const QJsonValue& json) { return Uuid::fromString(json.toString().toStdString()).value_or(Uuid{}); }

} // namespace

PriceListModel::PriceListModel(const Uuid& product, Date today, QObject* parent)
    : QAbstractTableModel(parent)
    , m_product(product)
    , m_today(today)
{ }

void PriceListModel::reset(QList<Line> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    m_rejected.clear();
    m_problems.clear();
    endResetModel();
}

void PriceListModel::setLines(QList<Line> lines)
{
    m_shown = lines;
    reset(std::move(lines));
}

const PriceListModel::Line* PriceListModel::shown(const Uuid& id) const
{
    const auto at = std::ranges::find(m_shown, id, [](const Line& line) { return line.price.id; });
    return id.isNil() || at == m_shown.end() ? nullptr : &*at;
}

QList<int> PriceListModel::changedRows() const
{
    QList<int> rows;
    for (int row = 0; row < m_lines.size(); ++row) {
        const Line* before = shown(m_lines[row].price.id);
        if (!before || *before != m_lines[row])
            rows += row;
    }
    return rows;
}

QList<Uuid> PriceListModel::removedIds() const
{
    QList<Uuid> ids;
    for (const Line& before : m_shown) {
        if (std::ranges::none_of(m_lines, [&](const Line& line) { return line.price.id == before.price.id; }))
            ids += before.price.id;
    }
    return ids;
}

QJsonArray PriceListModel::typed() const
{
    QJsonArray rows;
    for (const Line& line : m_lines) {
        const CustomerPrice& price = line.price;
        // numbers as text: JSON's own lose digits beyond 2^53
        rows += QJsonObject{{QStringLiteral("id"), idText(price.id)},
            {QStringLiteral("customer"), idText(price.customerId)}, {QStringLiteral("name"), line.customer},
            {QStringLiteral("from"), price.validFrom.yyyymmdd},
            {QStringLiteral("least"), QString::number(price.minQuantity.tenThousandths)},
            {QStringLiteral("price"), QString::number(price.unitPrice.tenThousandths)},
            {QStringLiteral("note"), toQString(price.note)}};
    }
    return rows;
}

void PriceListModel::resume(const QJsonArray& typed)
{
    QList<Line> lines;
    for (const QJsonValue& each : typed) {
        const QJsonObject row = each.toObject();
        const Line* before = shown(idOf(row[QStringLiteral("id")]));
        Line line = before ? *before : Line{};
        line.customer = row[QStringLiteral("name")].toString();
        line.price.customerId = idOf(row[QStringLiteral("customer")]);
        line.price.productId = m_product;
        line.price.validFrom = {row[QStringLiteral("from")].toInt()};
        line.price.minQuantity = {row[QStringLiteral("least")].toString().toLongLong()};
        line.price.unitPrice = {row[QStringLiteral("price")].toString().toLongLong()};
        line.price.note = row[QStringLiteral("note")].toString().toStdString();
        lines += line;
    }
    reset(std::move(lines));
}

bool PriceListModel::follow(const QList<Line>& now)
{
    bool both = false;
    QList<Line> result;
    for (const Line& line : now) {
        const auto mine = std::ranges::find(m_lines, line.price.id, [](const Line& each) { return each.price.id; });
        const Line* before = shown(line.price.id);
        if (before && mine == m_lines.end())
            continue; // taken out here
        const bool touched = before && *mine != *before;
        both = both || (touched && line.price != before->price);
        result += touched ? *mine : line;
        if (touched)
            result.back().price.seq = line.price.seq;
    }
    for (const Line& line : std::as_const(m_lines)) {
        const Line* before = shown(line.price.id);
        const bool gone = std::ranges::none_of(now, [&](const Line& each) { return each.price.id == line.price.id; });
        if (!before || (gone && line != *before)) {
            result += line;
            result.back().price.id = {};
            result.back().price.seq = 0;
        }
    }
    m_shown = now;
    if (result != m_lines)
        reset(std::move(result));
    return both;
}

/// What is marked stays with its row when one comes in (1) or goes (-1) above it.
void PriceListModel::moveMarks(int row, int by)
{
    m_problems.clear();
    QHash<int, Rejected> moved;
    for (auto mark = m_rejected.cbegin(); mark != m_rejected.cend(); ++mark) {
        const int at = mark.key() / Columns;
        if (by < 0 && at == row)
            continue;
        moved[at < row ? mark.key() : mark.key() + by * Columns] = mark.value();
    }
    m_rejected = std::move(moved);
}

int PriceListModel::add(const Uuid& customer, const QString& name)
{
    // below what stands there for this customer, so that its prices stay together
    int row = int(m_lines.size());
    for (int i = int(m_lines.size()) - 1; i >= 0; --i) {
        if (m_lines[i].price.customerId == customer) {
            row = i + 1;
            break;
        }
    }
    Line line;
    line.customer = name;
    line.price.customerId = customer;
    line.price.productId = m_product;
    line.price.validFrom = m_today;
    moveMarks(row, 1);
    beginInsertRows({}, row, row);
    m_lines.insert(row, line);
    endInsertRows();
    Q_EMIT changed();
    return row;
}

void PriceListModel::remove(int row)
{
    if (row < 0 || row >= m_lines.size())
        return;
    moveMarks(row, -1);
    beginRemoveRows({}, row, row);
    m_lines.removeAt(row);
    endRemoveRows();
    Q_EMIT changed();
}

void PriceListModel::check()
{
    m_problems.clear();
    for (int row = 0; row < m_lines.size(); ++row) {
        const CustomerPrice& price = m_lines[row].price;
        if (price.unitPrice.isZero())
            m_problems[key(row, Price)] = tr("There is no price. Type one.");
        for (int other = 0; other < row; ++other) {
            const CustomerPrice& before = m_lines[other].price;
            if (before.customerId == price.customerId && before.validFrom == price.validFrom
                && before.minQuantity == price.minQuantity)
                m_problems[key(row, From)] = tr("Line %1 says the same day and quantity. Change one.").arg(other + 1);
        }
    }
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1), {ProblemRole});
}

void PriceListModel::setProblems(const std::vector<commands::FieldProblem>& problems)
{
    for (const commands::FieldProblem& problem : problems) {
        if (problem.line < 0 || problem.line >= m_lines.size())
            continue;
        const int column = problem.column == col::CustomerPrice::validFrom ? From
            : problem.column == col::CustomerPrice::minQuantity            ? LeastQuantity
            : problem.column == col::CustomerPrice::unitPrice              ? Price
            : problem.column == col::CustomerPrice::note                   ? Note
                                                                           : CustomerName;
        m_problems[key(problem.line, column)] = problemText(problem);
    }
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1), {ProblemRole});
}

QModelIndex PriceListModel::firstProblem() const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        for (int column = 0; column < Columns; ++column) {
            if (m_rejected.contains(key(row, column)) || m_problems.contains(key(row, column)))
                return index(row, column);
        }
    }
    return {};
}

bool PriceListModel::holdsToday(const Line& line) const
{
    std::vector<const Line*> own;
    for (const Line& each : m_lines) {
        if (each.price.customerId == line.price.customerId && each.price.validFrom.isValid())
            own.push_back(&each);
    }
    std::vector<AgreedPrice> prices;
    for (const Line* each : own)
        prices.push_back({each->price.validFrom, each->price.minQuantity, each->price.unitPrice});
    const auto held = agreedPrice(prices, line.price.minQuantity, m_today);
    return held && held->validFrom == line.price.validFrom && held->minQuantity == line.price.minQuantity;
}

QString PriceListModel::stateText(const Line& line) const
{
    if (!line.price.validFrom.isValid())
        return {};
    if (line.price.validFrom > m_today)
        return tr("later");
    return holdsToday(line) ? tr("now") : tr("before");
}

QString PriceListModel::text(const QModelIndex& index, bool edited) const
{
    const Line& line = m_lines.at(index.row());
    switch (index.column()) {
    case CustomerName:
        return line.customer;
    case From:
        return edited ? toQString(line.price.validFrom.toIso()) : dateText(line.price.validFrom, m_today);
    case LeastQuantity:
        return line.price.minQuantity.isZero() ? QString() : numberText(line.price.minQuantity);
    case Price:
        return line.price.unitPrice.isZero() ? QString() : numberText(line.price.unitPrice);
    case State:
        return stateText(line);
    case Note:
        return toQString(line.price.note);
    default:
        return {};
    }
}

int PriceListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }
int PriceListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(Columns); }

QVariant PriceListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const int at = key(index.row(), index.column());
    const bool number = index.column() == LeastQuantity || index.column() == Price;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return m_rejected.contains(at) ? m_rejected[at].text : text(index, role == Qt::EditRole);
    case Qt::TextAlignmentRole:
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case StrongRole:
        return index.column() == State && holdsToday(m_lines[index.row()]);
    case MutedRole:
        return m_lines[index.row()].price.validFrom <= m_today && !holdsToday(m_lines[index.row()]);
    case ProblemRole:
    case Qt::ToolTipRole: {
        const QString why = m_rejected.contains(at) ? m_rejected[at].why : m_problems.value(at);
        return why.isEmpty() ? QVariant() : QVariant(why);
    }
    default:
        return {};
    }
}

QVariant PriceListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == LeastQuantity || section == Price ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{
        tr("Customer"), tr("From day"), tr("From quantity"), tr("Unit price"), tr("Holds"), tr("Note")};
    return titles.value(section);
}

bool PriceListModel::take(Line& line, int column, const QString& text, QString& why) const
{
    if (column == Note) {
        line.price.note = text.trimmed().toStdString();
        return true;
    }
    if (column == From) {
        const auto day = readTypedDate(text, m_today);
        if (!day)
            why = tr("Not a day. Type it as 11-23 or 2026-11-23.");
        else
            line.price.validFrom = *day;
        return day.has_value();
    }
    const ParsedNumber parsed = parseNumber(text.toStdString(), decimals, maxTenThousandths);
    if (parsed.error && *parsed.error != NumberError::Empty) {
        why = tr("Not a number that can stand here. Type digits.");
        return false;
    }
    const std::int64_t number = parsed.error ? 0 : parsed.scaled;
    if (column == Price)
        line.price.unitPrice = {number};
    else
        line.price.minQuantity = {number};
    return true;
}

bool PriceListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const int at = key(index.row(), index.column());
    QString why;
    const bool readable = take(m_lines[index.row()], index.column(), value.toString(), why);
    m_problems.remove(at);
    if (readable)
        m_rejected.remove(at);
    else
        m_rejected[at] = {value.toString(), why};
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, Columns - 1)); // another may hold now
    Q_EMIT changed();
    return readable;
}

Qt::ItemFlags PriceListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool fixed = index.column() == CustomerName || index.column() == State;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (fixed ? Qt::NoItemFlags : Qt::ItemIsEditable);
}

} // namespace dure::app

#include "moc_price_list_model.cpp"
