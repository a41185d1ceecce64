#include "core/storage/client_schema.h"

#include "core/domain/schema.h"

namespace dure::storage {

namespace {

const char* affinity(ColumnType type)
{
    switch (type) {
    case ColumnType::Text:
        return "TEXT";
    case ColumnType::Id:
        return "BLOB";
    default:
        return "INTEGER";
    }
}

std::string columnsDdl(const Table& table, const std::string& name)
{
    std::string ddl = "CREATE TABLE " + name
        + "(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra "
          "TEXT";
    for (const Column& column : table.columns)
        ddl += ", \"" + std::string(column.name) + "\" " + affinity(column.type);
    return ddl + ") WITHOUT ROWID;\n";
}

} // namespace

std::string imageTable(const Table& table) { return std::string(table.name) + "_image"; }

std::string tableDdl(const Table& table)
{
    std::string ddl = columnsDdl(table, std::string(table.name)) + columnsDdl(table, imageTable(table));
    int number = 0;
    for (std::string_view index : table.indexes)
        ddl += "CREATE INDEX " + std::string(table.name) + "_by_" + std::to_string(++number) + " ON "
            + std::string(table.name) + "(" + std::string(index) + ");\n";
    return ddl;
}

const char* const localDdl = R"sql(
-- one user action a row, in wire form. state: 0 waiting, 1 acknowledged (its seq not yet pulled), 2 settled (kept until
-- a verified backup of the cloud holds it), 3 rejected (the user's input, under "needs attention"), 4 attended to
CREATE TABLE outbox(
    entry INTEGER PRIMARY KEY AUTOINCREMENT,
    incarnation BLOB NOT NULL, n INTEGER NOT NULL, user BLOB NOT NULL, at INTEGER NOT NULL, intent TEXT NOT NULL,
    batch BLOB, version INTEGER NOT NULL, hash INTEGER NOT NULL, body TEXT NOT NULL,
    state INTEGER NOT NULL DEFAULT 0, result_seq INTEGER NOT NULL DEFAULT 0, reason TEXT, detail TEXT);
CREATE INDEX outbox_by_state ON outbox(state, entry);
CREATE INDEX outbox_by_n ON outbox(incarnation, n);
-- which rows have pending changes (states 0 and 1), for rebasing
CREATE TABLE outbox_row(table_id INTEGER NOT NULL, id BLOB NOT NULL, entry INTEGER NOT NULL,
    PRIMARY KEY(table_id, id, entry)) WITHOUT ROWID;
CREATE INDEX outbox_row_by_entry ON outbox_row(entry);
-- single values: epoch, head, incarnation, letters, next_n, grants, …
CREATE TABLE state(name TEXT PRIMARY KEY NOT NULL, value NOT NULL) WITHOUT ROWID;
-- how far each table is pulled; by name, since a newer cloud may send tables this version does not know
CREATE TABLE cursor(table_name TEXT PRIMARY KEY NOT NULL, seq INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE digest(table_id INTEGER PRIMARY KEY NOT NULL, count INTEGER NOT NULL, sum INTEGER NOT NULL);
-- rows of unknown tables, kept raw and replayed after an upgrade
CREATE TABLE raw_row(table_name TEXT NOT NULL, id BLOB NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL,
    fields TEXT NOT NULL, PRIMARY KEY(table_name, id)) WITHOUT ROWID;
-- undo: what the last commands changed, newest last
CREATE TABLE undo(id INTEGER PRIMARY KEY AUTOINCREMENT, intent TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL);
-- drafts of editors, kept as typed
CREATE TABLE draft(name TEXT PRIMARY KEY NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
-- search: one document a searched row; grams of syllables and initial consonants in a contentless index
CREATE TABLE search_document(document INTEGER PRIMARY KEY, table_id INTEGER NOT NULL, id BLOB NOT NULL,
    text TEXT NOT NULL, UNIQUE(table_id, id));
CREATE VIRTUAL TABLE search_gram USING fts5(grams, content='', detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 0');
-- what lists show of an order without touching its lines; derived, rebuilt by verify
CREATE TABLE order_summary(
    order_id BLOB PRIMARY KEY NOT NULL, customer_id BLOB, number TEXT, ordered_on INTEGER, due_on INTEGER,
    status INTEGER NOT NULL, open INTEGER NOT NULL, line_count INTEGER NOT NULL, first_product TEXT,
    ordered INTEGER NOT NULL, delivered INTEGER NOT NULL, remaining INTEGER NOT NULL,
    supply INTEGER NOT NULL, tax INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX order_summary_by_due ON order_summary(open, due_on, order_id);
CREATE INDEX order_summary_by_ordered ON order_summary(ordered_on, order_id);
CREATE INDEX order_summary_by_customer ON order_summary(customer_id, ordered_on);
CREATE TABLE order_stale(order_id BLOB PRIMARY KEY NOT NULL) WITHOUT ROWID;
)sql";

} // namespace dure::storage
