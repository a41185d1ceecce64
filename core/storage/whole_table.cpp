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

namespace {

std::unordered_map<Uuid, std::string> textsOf(sqlite::Database& db, const Table& table, std::string_view expression)
{
    std::unordered_map<Uuid, std::string> texts;
    auto rows = db.prepareOnce("SELECT id, " + std::string(expression) + " FROM " + std::string(table.name));
    while (rows.step())
        texts.emplace(uuidAt(rows, 0), std::string(rows.text(1)));
    return texts;
}

constexpr std::string_view nameWithCode = "CASE WHEN ifnull(code, '') <> '' AND count(*) OVER (PARTITION BY name) > 1 "
                                          "THEN ifnull(name, '') || ' (' || code || ')' ELSE ifnull(name, '') END";

} // namespace

std::unordered_map<Uuid, std::string> namesOfRows(sqlite::Database& db, const Table& table)
{
    if (table.columnIndex("number") >= 0)
        return textsOf(db, table, "ifnull(number, '')");
    if (table.columnIndex("name") < 0)
        return {};
    return textsOf(db, table, table.columnIndex("code") >= 0 ? nameWithCode : "ifnull(name, '')");
}

std::unordered_map<Uuid, std::string> codesOfRows(sqlite::Database& db, const Table& table)
{
    return table.columnIndex("code") >= 0 ? textsOf(db, table, "ifnull(code, '')")
                                          : std::unordered_map<Uuid, std::string>{};
}

std::unordered_map<Uuid, std::int64_t> lineNumbers(sqlite::Database& db, const Table& table)
{
    std::unordered_map<Uuid, std::int64_t> numbers;
    auto rows = db.prepareOnce("SELECT id, row_number() OVER (PARTITION BY " + std::string(table.rootColumn)
        + " ORDER BY position, id) FROM " + std::string(table.name) + " WHERE deleted = 0");
    while (rows.step())
        numbers.emplace(uuidAt(rows, 0), rows.integer(1));
    return numbers;
}

} // namespace dure::storage
