#include "core/storage/row_store.h"

#include "core/storage/client_schema.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace dure::storage {

namespace {

/// SQL for a table and its image table, made once.
struct RowSql
{
    std::string select;
    std::string isLive;
    std::string replace;
    std::string insert;
    std::string erase;
    std::string update; ///< of `loose` alone
    std::vector<std::size_t> loose; ///< columns in no declared index
};

bool isIndexed(const Table& table, std::string_view column)
{
    for (std::string_view index : table.indexes)
        for (const auto part : std::views::split(index, std::string_view(", ")))
            if (std::string_view(part) == column)
                return true;
    return false;
}

RowSql makeSql(const Table& table, const std::string& name)
{
    std::string columns;
    std::string marks;
    std::string settings;
    std::vector<std::size_t> loose;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string column = ", \"" + std::string(table.columns[i].name) + "\"";
        columns += column;
        marks += ", ?";
        if (isIndexed(table, table.columns[i].name))
            continue;
        loose.push_back(i);
        settings += column + " = ?";
    }
    return {"SELECT seq, deleted, hash, extra" + columns + " FROM " + name + " WHERE id = ?",
        "SELECT 1 FROM " + name + " WHERE id = ? AND deleted = 0",
        "INSERT OR REPLACE INTO " + name + "(id, seq, deleted, hash, extra" + columns + ") VALUES(?, ?, ?, ?, ?" + marks
            + ")",
        "INSERT INTO " + name + "(id, seq, deleted, hash, extra" + columns + ") VALUES(?, ?, ?, ?, ?" + marks + ")",
        "DELETE FROM " + name + " WHERE id = ?",
        "UPDATE " + name + " SET seq = ?, hash = ?, extra = ?" + settings + " WHERE id = ?", std::move(loose)};
}

const RowSql& sqlOf(const Table& table, bool image)
{
    static const auto all = [] {
        std::array<std::vector<RowSql>, 2> made;
        for (const Table& each : allTables()) {
            made[0].push_back(makeSql(each, std::string(each.name)));
            made[1].push_back(makeSql(each, imageTable(each)));
        }
        return made;
    }();
    return all[image ? 1 : 0][static_cast<std::size_t>(table.id) - 1];
}

} // namespace

void bindValue(sqlite::Statement& statement, int index, const Value& value)
{
    switch (value.index()) {
    case 1:
        statement.bind(index, std::get<std::int64_t>(value));
        break;
    case 2:
        statement.bindBorrowed(index, std::string_view(std::get<std::string>(value)));
        break;
    case 3:
        statement.bindBorrowed(index, blobOf(std::get<Uuid>(value)));
        break;
    default:
        statement.bindNull(index);
    }
}

Value columnValue(const sqlite::Statement& statement, int column, ColumnType type)
{
    if (statement.isNull(column))
        return {};
    if (type == ColumnType::Text)
        return std::string(statement.text(column));
    if (type == ColumnType::Id)
        return uuidAt(statement, column);
    return statement.integer(column);
}

std::optional<LocalRow> RowStore::find(const Table& table, const Uuid& id)
{
    return read(table, sqlOf(table, false).select, id);
}

bool RowStore::hasLive(const Table& table)
{
    return m_db.prepareOnce("SELECT 1 FROM " + std::string(table.name) + " WHERE deleted = 0 LIMIT 1").step();
}

std::vector<Uuid> RowStore::members(const Table& child, const Uuid& root, std::int64_t limit)
{
    auto found = m_db.prepareOnce("SELECT id FROM " + std::string(child.name) + " WHERE "
        + std::string(child.rootColumn) + " = ? ORDER BY deleted, position, id LIMIT ?");
    found.bindAll(blobOf(root), limit);
    std::vector<Uuid> ids;
    while (found.step())
        ids.push_back(uuidAt(found, 0));
    return ids;
}

std::int64_t RowStore::liveMembers(const Table& child, const Uuid& root)
{
    auto found = m_db.prepareOnce("SELECT count(*) FROM " + std::string(child.name) + " WHERE "
        + std::string(child.rootColumn) + " = ? AND deleted = 0");
    found.bindAll(blobOf(root));
    return found.step() ? found.integer(0) : 0;
}

std::optional<LocalRow> RowStore::findImage(const Table& table, const Uuid& id)
{
    return read(table, sqlOf(table, true).select, id);
}

bool RowStore::isLive(const Table& table, const Uuid& id)
{
    auto row = m_db.prepare(sqlOf(table, false).isLive);
    row->bindBorrowed(1, blobOf(id));
    return row->step();
}

std::optional<LocalRow> RowStore::read(const Table& table, const std::string& sql, const Uuid& id)
{
    auto statement = m_db.prepare(sql);
    statement->bindBorrowed(1, blobOf(id));
    if (!statement->step())
        return std::nullopt;
    LocalRow local;
    local.row.id = id;
    local.seq = statement->integer(0);
    local.deleted = statement->integer(1) != 0;
    local.hash = static_cast<std::uint64_t>(statement->integer(2));
    local.row.extra = statement->text(3);
    local.row.values.reserve(table.columns.size());
    int column = 4;
    for (const Column& declared : table.columns)
        local.row.values.push_back(columnValue(*statement, column++, declared.type));
    return local;
}

void RowStore::put(const Table& table, const LocalRow& row) { write(table, sqlOf(table, false).replace, row); }
void RowStore::insert(const Table& table, const LocalRow& row) { write(table, sqlOf(table, false).insert, row); }

void RowStore::change(const Table& table, const LocalRow& before, const LocalRow& after)
{
    const RowSql& sql = sqlOf(table, false);
    // some indexes leave out what is deleted; what came deleted may come without its values
    bool moves = before.deleted != after.deleted || after.row.values.size() != table.columns.size();
    for (std::size_t i = 0, next = 0; i < table.columns.size() && !moves; ++i)
        if (next < sql.loose.size() && sql.loose[next] == i)
            ++next;
        else
            moves = before.row.values[i] != after.row.values[i];
    if (moves)
        return put(table, after);
    auto statement = m_db.prepare(sql.update);
    statement->bind(1, after.seq).bind(2, static_cast<std::int64_t>(after.hash));
    if (after.row.extra.empty())
        statement->bindNull(3);
    else
        statement->bindBorrowed(3, std::string_view(after.row.extra));
    int index = 4;
    for (const std::size_t column : sql.loose)
        bindValue(*statement, index++, after.row.values[column]);
    statement->bindBorrowed(index, blobOf(after.row.id)).run();
}

void RowStore::putImage(const Table& table, const LocalRow& row) { write(table, sqlOf(table, true).replace, row); }

void RowStore::write(const Table& table, const std::string& sql, const LocalRow& row)
{
    auto statement = m_db.prepare(sql);
    statement->bindBorrowed(1, blobOf(row.row.id)).bind(2, row.seq).bind(3, row.deleted ? 1 : 0);
    statement->bind(4, static_cast<std::int64_t>(row.hash));
    if (row.row.extra.empty())
        statement->bindNull(5);
    else
        statement->bindBorrowed(5, std::string_view(row.row.extra));
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const int index = static_cast<int>(i) + 6;
        if (i < row.row.values.size())
            bindValue(*statement, index, row.row.values[i]);
        else
            statement->bindNull(index);
    }
    statement->run();
}

void RowStore::eraseImage(const Table& table, const Uuid& id)
{
    m_db.prepare(sqlOf(table, true).erase)->bind(1, blobOf(id)).run();
}

void RowStore::erase(const Table& table, const Uuid& id)
{
    m_db.prepare(sqlOf(table, false).erase)->bind(1, blobOf(id)).run();
}

void RowStore::applyFields(LocalRow& row, const Table& table, const Change& change)
{
    row.row.values.resize(table.columns.size());
    if (change.op == Op::Delete) {
        row.deleted = true;
        return;
    }
    if (change.op == Op::Create)
        row.deleted = false;
    for (const auto& [column, value] : change.fields.known)
        row.row.values[static_cast<std::size_t>(column)] = value;
}

std::int64_t RowStore::applyLocal(const Change& change)
{
    const Table& table = tableOf(change.table);
    const std::optional<LocalRow> seen = find(table, change.row);
    if (seen && seen->seq > 0 && !findImage(table, change.row))
        putImage(table, *seen);
    LocalRow after = seen.value_or(LocalRow{});
    after.row.id = change.row;
    applyFields(after, table, change);
    if (seen)
        this->change(table, *seen, after);
    else
        insert(table, after);
    return std::max<std::int64_t>(0, after.seq); // -1: not confirmed in a new epoch yet
}

Uuid RowStore::rootOf(const Table& table, const Row& row)
{
    if (table.rootColumn.empty())
        return row.id;
    const Uuid root = idOf(row.values[static_cast<std::size_t>(table.columnIndex(table.rootColumn))]);
    return root.isNil() ? row.id : root;
}

} // namespace dure::storage
