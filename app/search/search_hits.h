#pragma once
#include "app/data/reader.h"
#include "app/widgets/icons.h"

#include <QString>
#include <vector>

namespace dure::app {

/// One thing the search field found.
struct SearchRow
{
    TableId table = TableId::Customer;
    Uuid id;
    QString title;
    QString detail;
};

/// Customers, products, orders and deliveries, a few of each, the best first. Runs on the reader's thread.
std::vector<SearchRow> findRows(Reader& reader, const std::string& query, Date today);

Icon iconOf(TableId table);
/// "Customers" …, over the rows of a kind.
QString headingOf(TableId table);

} // namespace dure::app
