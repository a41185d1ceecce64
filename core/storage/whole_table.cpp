#include "core/storage/whole_table.h"

#include "core/storage/row_store.h"

namespace dure::storage {

void forEachLiveRow(sqlite::Database& db, const Table& table, const std::function<bool(const Row&)>& take)
{
    std::string sql = "SELECT id";
    for (const Column& column : table.columns)
        sql += ", \"" + std::string(column.name) + '"'; // an activity's day is called "on"
    sql += " FROM " + std::string(table.name) + " WHERE deleted = 0 ORDER BY ";
    if (!table.rootColumn.empty())
        sql += std::string(table.rootColumn) + ", ";
    if (table.columnIndex("position") >= 0)
        sql += "position, ";
    sql += "id";
    auto rows = db.prepareOnce(sql);
    Row row;
    row.values.resize(table.columns.size());
    while (rows.step()) {
        row.id = uuidAt(rows, 0);
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            row.values[i] = columnValue(rows, static_cast<int>(i) + 1, table.columns[i].type);
        if (!take(row))
            return;
    }
}

std::unordered_map<Uuid, std::string> namesOfRows(sqlite::Database& db, const Table& table)
{
    std::unordered_map<Uuid, std::string> names;
    const char* column = table.columnIndex("number") >= 0 ? "number"
        : table.columnIndex("name") >= 0                  ? "name"
                                                          : nullptr;
    if (!column)
        return names;
    auto rows = db.prepareOnce("SELECT id, ifnull(" + std::string(column) + ", '') FROM " + std::string(table.name));
    while (rows.step())
        names.emplace(uuidAt(rows, 0), std::string(rows.text(1)));
    return names;
}

} // namespace dure::storage
