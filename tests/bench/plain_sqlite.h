#pragma once
#include "core/sqlite/database.h"
#include "core/storage/row_store.h"
#include "tests/support/order_book.h"

#include <map>

namespace dure::bench {

using namespace testing;

/// The yardstick: bare prepared inserts into the very tables and indexes of a client's file, nothing else.
class PlainInserts
{
public:
    explicit PlainInserts(sqlite::Database& db)
        : m_db(db)
    { }

    void insert(const TableRow& row)
    {
        const Table& table = tableOf(row.table);
        auto statement = m_db.prepare(sqlOf(table));
        statement->bindBorrowed(1, storage::blobOf(row.row.id))
            .bind(2, std::int64_t{1})
            .bind(3, std::int64_t{0})
            .bind(4, std::int64_t{0})
            .bindNull(5);
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            storage::bindValue(*statement, static_cast<int>(i) + 6, row.row.values[i]);
        statement->run();
    }

private:
    const std::string& sqlOf(const Table& table)
    {
        std::string& sql = m_sql[table.id];
        if (!sql.empty())
            return sql;
        sql = "INSERT INTO " + std::string(table.name) + " VALUES(?, ?, ?, ?, ?";
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            sql += ", ?";
        return sql += ")";
    }

    sqlite::Database& m_db;
    std::map<TableId, std::string> m_sql;
};

} // namespace dure::bench
