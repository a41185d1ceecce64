#include "app/attention/matter_text.h"

#include "app/attention/field_text.h"
#include "app/widgets/number_text.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

using storage::AttentionKind;
using storage::ConflictMatter;
using storage::ContradictionKind;
using storage::MatterChoice;

class Matter
{
    Q_DECLARE_TR_FUNCTIONS(Matter)
};

QString quantityText(std::int64_t tenThousandths) { return numberText(Quantity{tenThousandths}); }

QString unitNames(const storage::AttentionRow& row)
{
    QStringList names;
    for (const storage::ConflictUnit& unit : row.units) {
        const QString name = unitText(*unit.table, unit.unit);
        if (!unit.unit.empty() && !names.contains(name))
            names += name;
    }
    return names.join(QStringLiteral(", "));
}

QString contradictionText(const storage::Contradiction& each)
{
    switch (each.kind) {
    case ContradictionKind::None:
        break;
    case ContradictionKind::OverDelivered:
        return Matter::tr("Over-delivery of %1").arg(quantityText(each.amount));
    case ContradictionKind::DeliveredThoughCancelled:
        return Matter::tr("Delivered though cancelled: %1").arg(quantityText(each.amount));
    case ContradictionKind::NegativeStock:
        return Matter::tr("Stock %1").arg(quantityText(each.amount));
    case ContradictionKind::OverCreditLimit:
        return Matter::tr("%1 over the limit").arg(wonText(Won{each.amount - each.limit}));
    case ContradictionKind::SameCustomerCode:
        return Matter::tr("Same customer code %1").arg(toQString(each.text));
    case ContradictionKind::SameBusinessNo:
        return Matter::tr("Same business number");
    case ContradictionKind::SameProductCode:
        return Matter::tr("Same product code %1").arg(toQString(each.text));
    case ContradictionKind::SameOrderNumber:
    case ContradictionKind::SameDeliveryNumber:
        return Matter::tr("Same number %1").arg(toQString(each.text));
    case ContradictionKind::ClaimAnsweredTwice:
        return Matter::tr("Settled twice: claim");
    }
    return {};
}

QString openText(const storage::AttentionRow& row)
{
    switch (row.kind) {
    case AttentionKind::Rejected:
        return Matter::tr("Not taken: %1").arg(intentText(row.intent));
    case AttentionKind::Contradiction:
        return contradictionText(row.contradiction);
    case AttentionKind::Conflict:
        break;
    }
    switch (row.matter) {
    case ConflictMatter::Field:
        return Matter::tr("Two values");
    case ConflictMatter::DeleteKept:
        return Matter::tr("Not deleted");
    case ConflictMatter::Revived:
        return Matter::tr("Back again");
    }
    return {};
}

/// What the figures of a contradiction are measured against.
QString measureText(const storage::AttentionRow& row)
{
    const storage::Contradiction& each = row.contradiction;
    switch (each.kind) {
    case ContradictionKind::OverDelivered:
        return each.limit == 0 ? Matter::tr("none allowed") : Matter::tr("%1 allowed").arg(quantityText(each.limit));
    case ContradictionKind::OverCreditLimit:
        return Matter::tr("limit %1").arg(wonText(Won{each.limit}));
    default:
        break;
    }
    if (each.rows.size() > 1)
        return Matter::tr("and %n more", nullptr, int(each.rows.size() - 1));
    return {};
}

} // namespace

QString matterText(const storage::AttentionRow& row)
{
    const QString what = row.kind == AttentionKind::Conflict && row.matter == ConflictMatter::Field && row.isDone()
        ? unitNames(row)
        : openText(row);
    switch (row.choice) {
    case MatterChoice::Open:
        return what;
    case MatterChoice::Kept:
        return row.kind == AttentionKind::Rejected ? Matter::tr("Read: %1").arg(intentText(row.intent))
                                                   : Matter::tr("Left as it is: %1").arg(what);
    case MatterChoice::Restored:
        return row.matter == ConflictMatter::Field ? Matter::tr("Put back: %1").arg(what)
                                                   : Matter::tr("Deleted after all");
    }
    return what;
}

QString placeText(const storage::AttentionRow& row)
{
    QStringList parts;
    if (!row.subject.customer.empty())
        parts += toQString(row.subject.customer) + u' ' + toQString(row.subject.name);
    else if (!row.subject.name.empty())
        parts += toQString(row.subject.name);
    if (row.kind == AttentionKind::Rejected)
        parts += reasonWord(row.reason);
    else if (row.isDone() && !row.decidedBy.empty())
        parts += toQString(row.decidedBy);
    else if (row.kind == AttentionKind::Contradiction)
        parts += measureText(row);
    else
        parts += unitNames(row);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString subjectPhrase(const storage::AttentionSubject& subject)
{
    QStringList parts;
    if (!subject.customer.empty())
        parts += toQString(subject.customer);
    parts += tableText(subject.table);
    if (!subject.name.empty())
        parts += toQString(subject.name);
    return parts.join(u' ');
}

QString conflictTitle(const storage::AttentionRow& row)
{
    const TableId table = row.subject.table;
    switch (row.matter) {
    case ConflictMatter::Field:
        return table == TableId::SalesOrder ? Matter::tr("Two PCs changed the same order differently")
            : table == TableId::Customer    ? Matter::tr("Two PCs changed the same customer differently")
            : table == TableId::Product     ? Matter::tr("Two PCs changed the same product differently")
                                            : Matter::tr("Two PCs changed the same thing differently");
    case ConflictMatter::DeleteKept:
        return Matter::tr("One PC deleted it, another changed or used it: it is kept");
    case ConflictMatter::Revived:
        return Matter::tr("One PC deleted it, another changed or used it: it is back");
    }
    return {};
}

QString decisionText(const storage::AttentionRow& row)
{
    QStringList parts;
    switch (row.choice) {
    case MatterChoice::Open:
        return {};
    case MatterChoice::Kept:
        parts += row.kind == AttentionKind::Rejected ? Matter::tr("Read") : Matter::tr("Left as it is");
        break;
    case MatterChoice::Restored:
        parts += row.matter == ConflictMatter::Field ? Matter::tr("The other value was put back")
                                                     : Matter::tr("Deleted after all");
        break;
    }
    if (!row.decidedBy.empty())
        parts += toQString(row.decidedBy);
    return parts.join(QStringLiteral(" · "));
}

QString childName(TableId table, const Row& row)
{
    const Table& declared = tableOf(table);
    if (declared.rootColumn.empty())
        return {};
    for (const std::string_view column : {"product_name", "name"}) {
        if (const int at = declared.columnIndex(column); at >= 0)
            return toQString(textOf(row.values[static_cast<std::size_t>(at)]));
    }
    return {};
}

bool isImplied(const Column& column)
{
    static constexpr std::string_view implied[]{"position", "supply", "tax", "tax_typed", "price_source", "product_id",
        "created_at", "posted_on", "order_id", "order_line_id", "delivery_id", "delivery_line_id", "reverses_id"};
    return std::ranges::find(implied, column.name) != std::end(implied);
}

} // namespace dure::app
