#include "app/search/search_hits.h"

#include "app/orders/order_list_model.h"
#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"
#include "core/domain/business_number.h"

#include <QCoreApplication>
#include <array>

namespace dure::app {
namespace {

class Search
{
    Q_DECLARE_TR_FUNCTIONS(Search)
};

constexpr std::array tables{TableId::Customer, TableId::Product, TableId::SalesOrder, TableId::Delivery};
constexpr std::size_t mostOfATable = 5;

QString joined(std::initializer_list<QString> parts)
{
    QStringList shown;
    for (const QString& part : parts) {
        if (!part.isEmpty())
            shown += part;
    }
    return shown.join(QStringLiteral(" · "));
}

std::optional<SearchRow> customerRow(Reader& reader, const Uuid& id)
{
    const auto row = reader.customers().row(id);
    if (!row)
        return std::nullopt;
    const QString owes = row->balance.amount > 0 ? Search::tr("owes %1").arg(wonText(row->balance)) : QString();
    return SearchRow{TableId::Customer, id, toQString(row->name),
        joined({toQString(row->code), toQString(formatBusinessNumber(row->businessNo)), owes})};
}

std::optional<SearchRow> productRow(Reader& reader, const Uuid& id)
{
    const auto row = reader.products().row(id);
    if (!row)
        return std::nullopt;
    const QString stock = Search::tr("%1 in stock").arg(numberText(row->stock));
    return SearchRow{TableId::Product, id, (toQString(row->name) + u' ' + toQString(row->spec)).trimmed(),
        joined({toQString(row->code), stock})};
}

std::optional<SearchRow> orderRow(Reader& reader, const Uuid& id, Date today)
{
    const auto row = reader.orders().row(id, today);
    if (!row)
        return std::nullopt;
    return SearchRow{TableId::SalesOrder, id,
        toQString(row->number) + QStringLiteral("  ") + toQString(row->customerName),
        joined({toQString(row->firstProduct), dateText(row->orderedOn, today),
            statusWord(statusOf(row->status, row->late))})};
}

std::optional<SearchRow> deliveryRow(Reader& reader, const Uuid& id, Date today)
{
    const auto row = reader.deliveries().row(id);
    if (!row)
        return std::nullopt;
    return SearchRow{TableId::Delivery, id,
        toQString(row->number) + QStringLiteral("  ") + toQString(row->customerName),
        joined({toQString(row->firstProduct), dateText(row->deliveredOn, today)})};
}

std::optional<SearchRow> rowOf(Reader& reader, const storage::SearchHit& hit, Date today)
{
    switch (hit.table) {
    case TableId::Customer:
        return customerRow(reader, hit.id);
    case TableId::Product:
        return productRow(reader, hit.id);
    case TableId::SalesOrder:
        return orderRow(reader, hit.id, today);
    case TableId::Delivery:
        return deliveryRow(reader, hit.id, today);
    default:
        return std::nullopt;
    }
}

} // namespace

std::vector<SearchRow> findRows(Reader& reader, const std::string& query, Date today)
{
    std::vector<SearchRow> rows;
    for (const TableId table : tables) {
        const storage::SearchResult result = reader.search().find(query, table, mostOfATable);
        for (std::size_t i = 0; i < std::min(result.hits.size(), mostOfATable); ++i) {
            if (auto row = rowOf(reader, result.hits[i], today))
                rows.push_back(std::move(*row));
        }
    }
    return rows;
}

Icon iconOf(TableId table)
{
    switch (table) {
    case TableId::Customer:
        return Icon::Building2;
    case TableId::Product:
        return Icon::Package;
    case TableId::Delivery:
        return Icon::Truck;
    default:
        return Icon::ClipboardList;
    }
}

QString headingOf(TableId table)
{
    switch (table) {
    case TableId::Customer:
        return Search::tr("Customers");
    case TableId::Product:
        return Search::tr("Products");
    case TableId::Delivery:
        return Search::tr("Deliveries");
    default:
        return Search::tr("Orders");
    }
}

} // namespace dure::app
