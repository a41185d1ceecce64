#include "app/attention/attention_model.h"

#include "app/attention/field_text.h"
#include "app/widgets/number_text.h"
#include "app/widgets/status_glyph.h"

namespace dure::app {
namespace {

enum Columns : int { What, Where, When, Count };

} // namespace

QString matterText(const storage::AttentionRow& row)
{
    switch (row.matter) {
    case storage::ConflictMatter::Field:
        break;
    case storage::ConflictMatter::DeleteKept:
        return AttentionModel::tr("Not deleted");
    case storage::ConflictMatter::Revived:
        return AttentionModel::tr("Back again");
    }
    return row.kind == storage::AttentionKind::Rejected ? AttentionModel::tr("Refused by the cloud")
                                                        : AttentionModel::tr("Two values");
}

QString subjectText(const storage::AttentionSubject& subject)
{
    QStringList parts{tableText(subject.table)};
    if (!subject.name.empty())
        parts += toQString(subject.name);
    if (!subject.customer.empty())
        parts += toQString(subject.customer);
    return parts.join(u' ');
}

AttentionModel::AttentionModel(CompanyData& data, QObject* parent)
    : ListModel(data, {TableId::Conflict, TableId::Resolution}, parent)
{ }

QList<LedgerColumn> AttentionModel::columns()
{
    QList<LedgerColumn> all(Count);
    all[What] = {QStringLiteral("what"), tr("What"), ColumnKind::Status, 190, false, false, false};
    all[Where] = {QStringLiteral("where"), tr("Where"), ColumnKind::Name, 240, true, false, false};
    all[When] = {QStringLiteral("when"), tr("When"), ColumnKind::Text, 130, false, false, false};
    return all;
}

void AttentionModel::setDone(bool done)
{
    m_done = done;
    reload();
}

int AttentionModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

std::function<std::vector<storage::AttentionRow>(Reader&)> AttentionModel::rowsJob(
    std::int64_t offset, std::int64_t limit) const
{
    return [done = m_done, offset, limit](Reader& reader) { return reader.attention().list(done, offset, limit); };
}

std::function<AttentionTotals(Reader&)> AttentionModel::countJob(bool) const
{
    return [done = m_done](Reader& reader) {
        const storage::AttentionCounts counts = reader.attention().counts();
        return AttentionTotals{done ? counts.done : counts.open};
    };
}

QVariant AttentionModel::cell(const storage::AttentionRow& row, int column, int role) const
{
    switch (role) {
    case StatusRole:
        return column == What ? QVariant(int(row.done ? Status::Done : Status::Attention)) : QVariant();
    case Qt::DisplayRole:
        if (column == What)
            return matterText(row);
        if (column == Where)
            return row.kind == storage::AttentionKind::Rejected && row.subject.name.empty() ? intentText(row.what)
                                                                                            : subjectText(row.subject);
        return momentText(row.at, companyData().today());
    case InkRole:
        return int(column == When || row.done ? CellInk::Muted : CellInk::Normal);
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_attention_model.cpp"
