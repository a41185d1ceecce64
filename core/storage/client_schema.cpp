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
    state INTEGER NOT NULL DEFAULT 0, result_seq INTEGER NOT NULL DEFAULT 0, reason TEXT, detail TEXT,
    rows BLOB); -- the rows it changes: a byte for the table and 16 for the id, each
CREATE INDEX outbox_by_state ON outbox(state, entry);
CREATE INDEX outbox_by_n ON outbox(incarnation, n);
-- which rows have pending changes (states 0 and 1), for rebasing; by id, so that a new document's rows lie side by side
CREATE TABLE outbox_row(table_id INTEGER NOT NULL, id BLOB NOT NULL, entry INTEGER NOT NULL,
    PRIMARY KEY(id, table_id, entry)) WITHOUT ROWID;
-- single values: epoch, head, incarnation, letters, grants, …; what every save writes is named so that it lies on one
-- page: running_<day><kind> (the last number given), running_n (the next mutation's), search_pending
CREATE TABLE state(name TEXT PRIMARY KEY NOT NULL, value NOT NULL) WITHOUT ROWID;
-- how far each table is pulled; by name, since a newer cloud may send tables this version does not know
CREATE TABLE cursor(table_name TEXT PRIMARY KEY NOT NULL, seq INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE digest(table_id INTEGER PRIMARY KEY NOT NULL, count INTEGER NOT NULL, sum INTEGER NOT NULL);
-- rows of unknown tables, kept raw and replayed after an upgrade
CREATE TABLE raw_row(table_name TEXT NOT NULL, id BLOB NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL,
    fields TEXT NOT NULL, PRIMARY KEY(table_name, id)) WITHOUT ROWID;
-- files that rows name (blob_store.h), by their SHA-256 in hex. held: bytes that are here, from the beginning on. place:
-- 0 only known, 1 waits for the cloud, 2 the cloud has it; since: the cloud's head when that was heard
CREATE TABLE blob(hash TEXT PRIMARY KEY NOT NULL, size INTEGER NOT NULL, held INTEGER NOT NULL, place INTEGER NOT NULL,
    wanted INTEGER NOT NULL, since INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX blob_waiting ON blob(hash) WHERE place = 1;
CREATE INDEX blob_wanted ON blob(hash) WHERE wanted = 1;
CREATE TABLE blob_piece(piece INTEGER PRIMARY KEY, hash TEXT NOT NULL, position INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE UNIQUE INDEX blob_piece_by_position ON blob_piece(hash, position);
-- drafts of editors, kept as typed
CREATE TABLE draft(name TEXT PRIMARY KEY NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
-- search: one document a searched row, its searched columns joined by U+001F; grams in a contentless index. Orders and
-- deliveries wait in state's search_pending (a byte for the table and 16 for the id, each) and are indexed by the dozen
CREATE TABLE search_document(document INTEGER PRIMARY KEY, table_id INTEGER NOT NULL, id BLOB NOT NULL,
    text TEXT NOT NULL, UNIQUE(table_id, id));
CREATE VIRTUAL TABLE search_gram USING fts5(grams, content='', detail=none, columnsize=0, tokenize='ascii');
-- all below is derived from rows (derived_data.h), written with them and rebuilt at will
-- what lists show of an order without touching its lines. products: 12 hex digits of each product's id; due_on of an
-- order without one is 99999999, so that it sorts last
CREATE TABLE order_summary(
    order_id BLOB PRIMARY KEY NOT NULL, number TEXT, customer_no TEXT, customer_id BLOB, customer_sort TEXT,
    ordered_on INTEGER, due_on INTEGER, state INTEGER NOT NULL, open INTEGER NOT NULL, progress INTEGER NOT NULL,
    flags INTEGER NOT NULL, line_count INTEGER NOT NULL, first_product TEXT, products TEXT, free_text TEXT,
    ordered INTEGER NOT NULL, delivered INTEGER NOT NULL, remaining INTEGER NOT NULL, supply INTEGER NOT NULL,
    tax INTEGER NOT NULL, dues TEXT) WITHOUT ROWID;
-- with the two numbers, so that a text filter walks these without the rows themselves
CREATE INDEX order_summary_by_due ON order_summary(open, due_on, order_id, number, customer_no);
CREATE INDEX order_summary_by_ordered ON order_summary(ordered_on, order_id, number, customer_no, state, open, progress,
    due_on, remaining, ordered, supply);
CREATE INDEX order_summary_by_number ON order_summary(number, order_id, customer_no, open);
CREATE INDEX order_summary_by_customer ON order_summary(customer_sort, ordered_on);
CREATE INDEX order_summary_free ON order_summary(order_id) WHERE free_text IS NOT NULL;
-- counts and sums of orders by what a chip asks for; due_on is 0 unless the order is open
CREATE TABLE order_bucket(state INTEGER NOT NULL, open INTEGER NOT NULL, progress INTEGER NOT NULL,
    due_on INTEGER NOT NULL, count INTEGER NOT NULL, remaining INTEGER NOT NULL, ordered INTEGER NOT NULL,
    supply INTEGER NOT NULL, PRIMARY KEY(state, open, progress, due_on)) WITHOUT ROWID;
CREATE TABLE delivery_summary(
    delivery_id BLOB PRIMARY KEY NOT NULL, number TEXT, customer_id BLOB, customer_sort TEXT, delivered_on INTEGER,
    order_id BLOB, reverses_id BLOB, line_count INTEGER NOT NULL, first_product TEXT, products TEXT, free_text TEXT,
    quantity INTEGER NOT NULL, supply INTEGER NOT NULL, tax INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX delivery_summary_by_day ON delivery_summary(delivered_on, number);
CREATE INDEX delivery_summary_by_number ON delivery_summary(number);
CREATE INDEX delivery_summary_by_customer ON delivery_summary(customer_id, delivered_on, number, supply, tax);
CREATE INDEX delivery_summary_by_name ON delivery_summary(customer_sort, delivered_on);
CREATE INDEX delivery_summary_free ON delivery_summary(delivery_id) WHERE free_text IS NOT NULL;
CREATE INDEX delivery_summary_reversals ON delivery_summary(reverses_id) WHERE reverses_id IS NOT NULL;
CREATE TABLE delivery_day(delivered_on INTEGER PRIMARY KEY NOT NULL, count INTEGER NOT NULL, quantity INTEGER NOT NULL,
    supply INTEGER NOT NULL, tax INTEGER NOT NULL);
CREATE TABLE customer_figures(customer_id BLOB PRIMARY KEY NOT NULL, delivered INTEGER NOT NULL DEFAULT 0,
    received INTEGER NOT NULL DEFAULT 0, open_orders INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
-- what a customer still owes, the oldest day first: "20261103:550000 20261110:1100000". Day 0: owed since before any
-- delivery known. Customers without any of it have no row
CREATE TABLE receivable(customer_id BLOB PRIMARY KEY NOT NULL, unpaid TEXT NOT NULL, last_paid_on INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE INDEX payment_by_day ON payment(received_on, number, customer_id, amount, note_number, kind) WHERE deleted = 0;
CREATE INDEX payment_reversals ON payment(reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX payment_notes ON payment(note_due_on, customer_id, amount) WHERE kind = 3 AND deleted = 0;
-- on hand, and what open orders still wait for (the sum of open_line)
CREATE TABLE product_stock(product_id BLOB PRIMARY KEY NOT NULL, quantity INTEGER NOT NULL, reserved INTEGER NOT NULL)
    WITHOUT ROWID;
-- what open orders still wait for, line by line (open_lines.h); small beside order_line, so that it is read as a whole
CREATE TABLE open_line(
    order_id BLOB NOT NULL, line_id BLOB NOT NULL, customer_id BLOB, product_id BLOB, free_name TEXT, unit TEXT,
    due_on INTEGER NOT NULL, quantity INTEGER NOT NULL, supply INTEGER NOT NULL,
    PRIMARY KEY(order_id, line_id)) WITHOUT ROWID;
CREATE INDEX order_summary_held ON order_summary(order_id) WHERE state = 1;
-- what figures of a period are read from (figures_store.h, period_sums.h). Orders by the day they came, without
-- cancelled ones; lines of open orders by the day they are due, and how many had gone out by then; what was delivered
-- by month (yyyymm), to whom and of what; what was paid by day
CREATE TABLE order_day(ordered_on INTEGER PRIMARY KEY NOT NULL, count INTEGER NOT NULL, supply INTEGER NOT NULL,
    tax INTEGER NOT NULL);
CREATE TABLE due_day(due_on INTEGER PRIMARY KEY NOT NULL, lines INTEGER NOT NULL, met INTEGER NOT NULL);
CREATE TABLE customer_month(month INTEGER NOT NULL, customer_id BLOB NOT NULL, count INTEGER NOT NULL,
    supply INTEGER NOT NULL, PRIMARY KEY(month, customer_id)) WITHOUT ROWID;
CREATE TABLE product_month(month INTEGER NOT NULL, product_id BLOB NOT NULL, count INTEGER NOT NULL,
    supply INTEGER NOT NULL, quantity INTEGER NOT NULL, PRIMARY KEY(month, product_id)) WITHOUT ROWID;
-- what contradicts (contradiction_store.h): few rows of many
CREATE INDEX order_summary_flagged ON order_summary(order_id) WHERE flags <> 0;
CREATE INDEX product_stock_negative ON product_stock(product_id) WHERE quantity < 0;
CREATE INDEX stock_movement_counted ON stock_movement(product_id) WHERE delivery_line_id IS NULL;
CREATE INDEX customer_limited ON customer(credit_limit) WHERE credit_limit > 0;
-- what was deleted: few rows of many
CREATE INDEX customer_trash ON customer(seq) WHERE deleted = 1;
CREATE INDEX product_trash ON product(seq) WHERE deleted = 1;
CREATE INDEX sales_order_trash ON sales_order(seq) WHERE deleted = 1;
CREATE INDEX quotation_trash ON quotation(seq) WHERE deleted = 1;
CREATE INDEX claim_trash ON claim(seq) WHERE deleted = 1;
CREATE INDEX activity_trash ON activity(seq) WHERE deleted = 1;
CREATE INDEX customer_price_of_product ON customer_price(product_id);
-- what was recorded for a claim
CREATE INDEX delivery_of_claim ON delivery(claim_id) WHERE claim_id IS NOT NULL;
)sql";

} // namespace dure::storage
