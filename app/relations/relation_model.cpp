#include "app/relations/relation_model.h"

#include "app/relations/relation_words.h"
#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"

namespace dure::app {
namespace {

enum Columns : int { On, Kind, Text, Next, Amount, Staff, Count };

QString textOf(const storage::RelationEntry& entry, int column, Date today)
{
    switch (column) {
    case Kind:
        return relationKindText(entry);
    case Text:
        return relationText(entry);
    case Next:
        return entry.kind == storage::RelationKind::Activity ? nextText(entry.activity, today) : QString();
    case Amount:
        return entry.amount == Won{} ? QString() : numberText(entry.amount);
    case Staff:
        return toQString(entry.staff);
    default:
        return {};
    }
}

} // namespace

RelationModel::RelationModel(CompanyData& data, const Uuid& customer, QObject* parent)
    : ListModel(data,
        {TableId::Activity, TableId::Claim, TableId::SalesOrder, TableId::OrderLine, TableId::Delivery,
            TableId::DeliveryLine, TableId::Payment},
        parent)
    , m_customer(customer)
    , m_today(data.today())
{ }

QList<LedgerColumn> RelationModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[On] = {QStringLiteral("on"), tr("Day"), ColumnKind::Date, 84, false, false, false};
    all[Kind] = {QStringLiteral("kind"), tr("What"), ColumnKind::Status, 104, false, false, false};
    all[Text] = {QStringLiteral("text"), tr("Content"), ColumnKind::Name, 240, true, false, false};
    all[Next] = {QStringLiteral("next"), tr("Next"), ColumnKind::Text, 170, false, false, false};
    all[Amount] = {QStringLiteral("amount"), tr("Amount"), ColumnKind::Number, 96, false, false, false};
    all[Staff] = {QStringLiteral("staff"), tr("In charge"), ColumnKind::Text, 72, false, true, false};
    return all;
}

void RelationModel::setChip(storage::RelationChip chip)
{
    m_chip = chip;
    m_today = companyData().today();
    reload();
}

int RelationModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

std::function<std::vector<storage::RelationEntry>(Reader&)> RelationModel::rowsJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [customer = m_customer, chip = m_chip, today = m_today, offset, limit](
               Reader& reader) { return reader.relations().list(customer, chip, today, offset, limit); };
}

std::function<RelationTotals(Reader&)> RelationModel::countJob(bool) const
{
    return [customer = m_customer, chip = static_cast<std::size_t>(m_chip)](
               Reader& reader) { return RelationTotals{reader.relations().counts(customer).at(chip)}; };
}

QVariant RelationModel::cell(const storage::RelationEntry& entry, int column, int role) const
{
    const bool isActivity = entry.kind == storage::RelationKind::Activity;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(entry, column, m_today);
    case StatusRole:
        return column == Kind ? QVariant(int(relationStatus(entry, m_today))) : QVariant();
    case DateRole:
        return column == On ? QVariant(entry.on.yyyymmdd) : QVariant();
    case BoldRole:
        return column == Text && isActivity;
    case InkRole:
        if (entry.isReversal)
            return int(CellInk::Faint);
        if (column == Next && isActivity && !entry.activity.doneOn.isNull())
            return int(CellInk::Faint);
        if (column == Next && entry.isToDo() && entry.activity.nextOn < m_today)
            return int(CellInk::Red);
        return int(column == Staff ? CellInk::Muted : CellInk::Normal);
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_relation_model.cpp"
