#include "app/products/price_change_model.h"

#include "app/orders/entry_line.h"
#include "app/widgets/date_text.h"
#include "app/widgets/entry_grid.h"
#include "app/widgets/number_text.h"

#include <QJsonObject>
#include <algorithm>

namespace dure::app {
namespace {

constexpr int decimals = 4;

bool isNumber(int column) { return column >= PriceChangeModel::LeastQuantity && column <= PriceChangeModel::Share; }

QString signedText(UnitPrice difference)
{
    const QString text = numberText(difference);
    return difference > UnitPrice{} ? u'+' + text : text;
}

/// How much it is of the old price, to a tenth of a percent.
QString shareText(UnitPrice difference, UnitPrice old)
{
    if (old.isZero())
        return {};
    const std::int64_t tenths
        = divideRounded(Int128{difference.tenThousandths} * 1'000, old.tenThousandths, RoundingMode::HalfUp);
    const QString text = percentText(tenths * 10);
    return tenths > 0 ? u'+' + text : text;
}

bool stays(PriceOutcome outcome) { return outcome != PriceOutcome::Changes && !stopsSaving(outcome); }

} // namespace

PriceChangeModel::PriceChangeModel(Date today, QObject* parent)
    : QAbstractTableModel(parent)
    , m_today(today)
{ }

PriceChangeModel::Key PriceChangeModel::keyOf(const PriceBase& base)
{
    return {base.product, base.customer, base.minQuantity.tenThousandths};
}

const PriceChangeModel::Typed* PriceChangeModel::typedAt(std::size_t base) const
{
    const auto found = m_typed.find(keyOf(m_bases[base]));
    return found == m_typed.end() ? nullptr : &found->second;
}

bool PriceChangeModel::setBases(std::vector<PriceBase> bases)
{
    std::map<Key, UnitPrice> before;
    for (const PriceBase& base : m_bases)
        before.emplace(keyOf(base), base.price);
    const bool differs = std::ranges::any_of(bases, [&](const PriceBase& base) {
        const auto was = before.find(keyOf(base));
        return was != before.end() && was->second != base.price;
    });
    m_bases = std::move(bases);
    m_hasSteps = std::ranges::any_of(m_bases, [](const PriceBase& base) { return !base.minQuantity.isZero(); });
    takeTyped();
    compute();
    arrange();
    return differs;
}

void PriceChangeModel::setWish(std::optional<PriceWish> wish)
{
    m_wish = std::move(wish);
    compute();
    arrange();
}

void PriceChangeModel::show(Show what)
{
    m_show = what;
    arrange();
}

void PriceChangeModel::takeTyped()
{
    m_edits.assign(m_bases.size(), {});
    for (std::size_t i = 0; i < m_bases.size(); ++i) {
        if (const Typed* typed = typedAt(i))
            m_edits[i] = typed->edit;
    }
}

/// Without a wish nothing changes but what is typed, and that holds from today.
void PriceChangeModel::compute()
{
    PriceWish wish = m_wish.value_or(PriceWish{{PriceChangeKind::Percent, 0}, {}, m_today, m_today});
    m_previews = previewPrices(m_bases, m_edits, wish);
    m_sums = {int(m_bases.size())};
    for (const PricePreview& preview : m_previews) {
        m_sums.changing += preview.outcome == PriceOutcome::Changes;
        m_sums.notYet += preview.outcome == PriceOutcome::NotYet;
        m_sums.staying += stays(preview.outcome);
        m_sums.problems += stopsSaving(preview.outcome);
        m_sums.toSee += preview.warnings != 0 || stopsSaving(preview.outcome);
    }
    Q_EMIT sumsChanged();
}

bool PriceChangeModel::isShown(std::size_t base) const
{
    const PricePreview& preview = m_previews[base];
    switch (m_show) {
    case Show::All:
        break;
    case Show::Changing:
        return preview.outcome == PriceOutcome::Changes;
    case Show::ToSee:
        return preview.warnings != 0 || stopsSaving(preview.outcome);
    case Show::Staying:
        return stays(preview.outcome);
    }
    return true;
}

/// The rows and the cursor stay where nothing comes or goes.
void PriceChangeModel::arrange()
{
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < m_bases.size(); ++i) {
        if (isShown(i))
            rows.push_back(i);
    }
    if (rows.size() == m_rows.size()) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void PriceChangeModel::editRow(int row, const Typed& typed)
{
    const std::size_t base = m_rows[std::size_t(row)];
    const bool isAsComputed = !typed.edit.leftOut && !typed.edit.isUnreadable && typed.edit.typed.isZero();
    if (isAsComputed)
        m_typed.erase(keyOf(m_bases[base]));
    else
        m_typed[keyOf(m_bases[base])] = typed;
    m_edits[base] = typed.edit;
    compute();
    // what is shown is chosen anew when somebody asks for it: a row does not vanish from under the hand
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    Q_EMIT edited();
}

void PriceChangeModel::leaveOut(int row, bool leaves)
{
    if (row < 0 || row >= rowCount() || previewAt(row).outcome == PriceOutcome::NotYet)
        return;
    const Typed* was = typedAt(m_rows[std::size_t(row)]);
    Typed typed = was ? *was : Typed{};
    typed.edit.leftOut = leaves;
    editRow(row, typed);
}

std::vector<commands::PlannedPrice> PriceChangeModel::plan(std::vector<std::size_t>& places) const
{
    std::vector<commands::PlannedPrice> plan;
    for (std::size_t i = 0; i < m_bases.size(); ++i) {
        if (m_previews[i].outcome != PriceOutcome::Changes)
            continue;
        const PriceBase& base = m_bases[i];
        plan.push_back({base.product, base.customer, base.minQuantity, base.source, base.price, base.agreedThen,
            m_previews[i].price});
        places.push_back(i);
    }
    return plan;
}

std::optional<std::size_t> PriceChangeModel::firstProblem() const
{
    const auto found
        = std::ranges::find_if(m_previews, [](const PricePreview& preview) { return stopsSaving(preview.outcome); });
    return found == m_previews.end() ? std::nullopt : std::optional(std::size_t(found - m_previews.begin()));
}

int PriceChangeModel::rowOf(std::size_t base) const
{
    const auto found = std::ranges::lower_bound(m_rows, base);
    return found == m_rows.end() || *found != base ? -1 : int(found - m_rows.begin());
}

QString PriceChangeModel::problem(std::size_t base) const
{
    switch (m_previews[base].outcome) {
    case PriceOutcome::NotPositive:
        return tr("The price would be 0 or less. Type one, or leave the row out.");
    case PriceOutcome::TooLarge:
        return tr("The price would be too large. Type one, or leave the row out.");
    case PriceOutcome::Unreadable: {
        const Typed* typed = typedAt(base);
        return typed ? typed->why : QString();
    }
    default:
        return {};
    }
}

QString PriceChangeModel::remark(std::size_t base) const
{
    const PriceBase& of = m_bases[base];
    const PricePreview& preview = m_previews[base];
    switch (preview.outcome) {
    case PriceOutcome::LeftOut:
        return tr("left out");
    case PriceOutcome::NotYet:
        return tr("change it on the day itself");
    case PriceOutcome::NoPrice:
        return tr("There is no price yet.");
    case PriceOutcome::Same:
        if (!of.agreedThen.isZero() && of.agreedThen != of.price)
            return tr("is agreed already");
        return m_wish && m_wish->change.amount != 0 ? tr("stays") : QString();
    case PriceOutcome::Changes:
        break;
    case PriceOutcome::NotPositive:
        return tr("would be 0 or less");
    case PriceOutcome::TooLarge:
        return tr("would be too large");
    case PriceOutcome::Unreadable:
        return tr("cannot be read");
    }
    QStringList remarks;
    if (preview.warnings & LaterPriceExists)
        remarks += tr("only until %1: another begins then").arg(dateText(of.laterOn.addDays(-1), m_today));
    if (preview.warnings & ReplacesThatDays)
        remarks += tr("%1 is agreed from that day and is replaced").arg(numberText(of.agreedThen));
    if (preview.warnings & MoreForMore)
        remarks += tr("dearer than a smaller quantity");
    if (preview.warnings & AboveListPrice)
        remarks += tr("above the list price");
    if (preview.warnings & MoreThanHalf)
        remarks += tr("by more than half");
    return remarks.join(QStringLiteral(" · "));
}

QString PriceChangeModel::text(std::size_t base, int column) const
{
    const PriceBase& of = m_bases[base];
    const PricePreview& preview = m_previews[base];
    const bool changes = preview.outcome == PriceOutcome::Changes;
    switch (column) {
    case Code:
        return toQString(of.code);
    case Product:
        return toQString(of.spec.empty() ? of.productName : of.productName + ' ' + of.spec);
    case Customer:
        return of.customer.isNil() ? QStringLiteral("–") : toQString(of.customerName);
    case Source:
        return priceSourceText(of.source);
    case LeastQuantity:
        return of.minQuantity.isZero() ? QString() : numberText(of.minQuantity);
    case Old:
        return of.price.isZero() ? QStringLiteral("–") : numberText(of.price);
    case New:
        if (preview.outcome == PriceOutcome::Unreadable)
            return typedAt(base)->text;
        return changes || (m_wish && preview.outcome == PriceOutcome::Same) ? numberText(preview.price) : QString();
    case Difference:
        return changes ? signedText(preview.price - of.price) : QString();
    case Share:
        return changes ? shareText(preview.price - of.price, of.price) : QString();
    case Remark:
        return remark(base);
    default:
        return {};
    }
}

int PriceChangeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int PriceChangeModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(Columns); }

QVariant PriceChangeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const std::size_t base = m_rows[std::size_t(index.row())];
    const int column = index.column();
    const PricePreview& preview = m_previews[base];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(base, column);
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ProblemRole:
        return column == New ? QVariant(problem(base)) : QVariant();
    case Qt::ToolTipRole:
        if (column == Old && !m_bases[base].since.isNull())
            return m_bases[base].source == PriceSource::Last
                ? tr("last paid on %1").arg(dateText(m_bases[base].since, m_today))
                : tr("agreed from %1").arg(dateText(m_bases[base].since, m_today));
        if (column == New)
            return problem(base);
        return column == Remark ? QVariant(remark(base)) : QVariant();
    case StrongRole:
        return column == New && preview.outcome == PriceOutcome::Changes;
    case MutedRole:
        return stays(preview.outcome) || column == Code || column == Source
            || (column == Remark && preview.warnings == 0 && !stopsSaving(preview.outcome));
    default:
        return {};
    }
}

QVariant PriceChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Code"), tr("Product"), tr("Customer"), tr("Source"), tr("From quantity"),
        tr("Old price"), tr("New price"), tr("Difference"), tr("Change"), tr("Remark")};
    return titles.value(section);
}

bool PriceChangeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = value.toString().trimmed();
    if (text == this->text(m_rows[std::size_t(index.row())], New))
        return true;
    Typed typed;
    const ParsedNumber parsed = parseNumber(text.toStdString(), decimals, maxTenThousandths);
    const bool empty = parsed.error == NumberError::Empty; // as computed again
    if (parsed.error && !empty)
        typed.why = parsed.error == NumberError::TooManyDecimals ? tr("A price has at most four decimals.")
            : parsed.error == NumberError::TooLarge              ? tr("The price is too large.")
                                                                 : tr("Not a number that can stand here. Type digits.");
    else if (!empty && parsed.scaled <= 0)
        typed.why = tr("A price is more than 0. Type another, or leave the row out.");
    if (typed.why.isEmpty()) {
        typed.edit.typed = {empty ? 0 : parsed.scaled};
    } else {
        typed.edit.isUnreadable = true;
        typed.text = text;
    }
    editRow(index.row(), typed);
    return typed.why.isEmpty();
}

Qt::ItemFlags PriceChangeModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool typed = index.column() == New && previewAt(index.row()).outcome != PriceOutcome::NotYet;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (typed ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QJsonArray PriceChangeModel::typed() const
{
    QJsonArray rows;
    for (const auto& [key, typed] : m_typed) {
        const auto& [product, customer, quantity] = key;
        const QString text = typed.edit.isUnreadable ? typed.text
            : typed.edit.typed.isZero()              ? QString()
                                                     : toQString(toText(typed.edit.typed, false));
        rows += QJsonObject{{QStringLiteral("product"), toQString(product.toString())},
            {QStringLiteral("customer"), customer.isNil() ? QString() : toQString(customer.toString())},
            // as text: JSON's own numbers lose digits beyond 2^53
            {QStringLiteral("quantity"), QString::number(quantity)}, {QStringLiteral("price"), text},
            {QStringLiteral("why"), typed.why}, {QStringLiteral("leftOut"), typed.edit.leftOut}};
    }
    return rows;
}

void PriceChangeModel::resume(const QJsonArray& typed)
{
    m_typed.clear();
    for (const QJsonValue& each : typed) {
        const auto idOf = [&](const char* name) {
            return Uuid::fromString(each[QLatin1String(name)].toString().toStdString()).value_or(Uuid{});
        };
        Typed row;
        row.text = each[QLatin1String("price")].toString();
        row.why = each[QLatin1String("why")].toString();
        row.edit.leftOut = each[QLatin1String("leftOut")].toBool();
        row.edit.isUnreadable = !row.why.isEmpty();
        if (!row.edit.isUnreadable)
            row.edit.typed = {parseNumber(row.text.toStdString(), decimals, maxTenThousandths).scaled};
        m_typed[{idOf("product"), idOf("customer"), each[QLatin1String("quantity")].toString().toLongLong()}] = row;
    }
    takeTyped();
    compute();
    arrange();
}

int PriceChangeModel::rowOfSame(const PriceBase& base) const
{
    const auto same = std::ranges::find(m_bases, keyOf(base), &PriceChangeModel::keyOf);
    return same == m_bases.end() ? -1 : rowOf(static_cast<std::size_t>(same - m_bases.begin()));
}

void PriceChangeModel::clearTyped() { resume({}); }

} // namespace dure::app

#include "moc_price_change_model.cpp"
