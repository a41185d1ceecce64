#include "core/storage/migrations.h"

#include "core/domain/schema.h"
#include "core/storage/client_schema.h"
#include "core/storage/derived_data.h"
#include "core/storage/space_database.h"
#include "core/storage/sync_state.h"

#include <array>
#include <filesystem>

namespace dure::storage {

namespace {

void createWhole(sqlite::Database& db)
{
    for (const Table& table : allTables())
        db.execute(tableDdl(table));
    db.execute(localDdl);
    db.execute("PRAGMA application_id=" + std::to_string(clientApplicationId));
}

/// Files of rows. As they stood then: a step is never changed, while the declaration goes on. Files made before version
/// 2 was counted may have them.
void addFiles(sqlite::Database& db)
{
    db.execute(R"sql(
CREATE TABLE IF NOT EXISTS attachment(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "owner_table" TEXT, "owner_id" BLOB, "kind" INTEGER, "file_name" TEXT, "type" TEXT, "size" INTEGER, "sha256" TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS attachment_image(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "owner_table" TEXT, "owner_id" BLOB, "kind" INTEGER, "file_name" TEXT, "type" TEXT, "size" INTEGER, "sha256" TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS attachment_by_1 ON attachment(owner_id, kind);
CREATE INDEX IF NOT EXISTS attachment_by_2 ON attachment(kind, deleted, sha256);
CREATE INDEX IF NOT EXISTS attachment_by_3 ON attachment(sha256);
CREATE TABLE IF NOT EXISTS blob(hash TEXT PRIMARY KEY NOT NULL, size INTEGER NOT NULL, held INTEGER NOT NULL, place INTEGER NOT NULL,
    wanted INTEGER NOT NULL, since INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS blob_waiting ON blob(hash) WHERE place = 1;
CREATE INDEX IF NOT EXISTS blob_wanted ON blob(hash) WHERE wanted = 1;
CREATE TABLE IF NOT EXISTS blob_piece(piece INTEGER PRIMARY KEY, hash TEXT NOT NULL, position INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS blob_piece_by_position ON blob_piece(hash, position);
)sql");
}

/// What can be taken back is kept in memory since then.
void dropUndo(sqlite::Database& db) { db.execute("DROP TABLE IF EXISTS undo"); }

/// Quotations, claims, what is noted beside payments, what happens with a customer.
void addDesk(sqlite::Database& db)
{
    db.execute(R"sql(
ALTER TABLE company_profile ADD COLUMN "quotation_note" TEXT;
ALTER TABLE company_profile_image ADD COLUMN "quotation_note" TEXT;
ALTER TABLE company_profile ADD COLUMN "bill_note" TEXT;
ALTER TABLE company_profile_image ADD COLUMN "bill_note" TEXT;
ALTER TABLE sales_order ADD COLUMN "quotation_id" BLOB;
ALTER TABLE sales_order_image ADD COLUMN "quotation_id" BLOB;
ALTER TABLE sales_order ADD COLUMN "due_time" INTEGER;
ALTER TABLE sales_order_image ADD COLUMN "due_time" INTEGER;
ALTER TABLE sales_order ADD COLUMN "vehicle" TEXT;
ALTER TABLE sales_order_image ADD COLUMN "vehicle" TEXT;
ALTER TABLE sales_order ADD COLUMN "driver" TEXT;
ALTER TABLE sales_order_image ADD COLUMN "driver" TEXT;
ALTER TABLE delivery ADD COLUMN "kind" INTEGER;
ALTER TABLE delivery_image ADD COLUMN "kind" INTEGER;
ALTER TABLE delivery ADD COLUMN "claim_id" BLOB;
ALTER TABLE delivery_image ADD COLUMN "claim_id" BLOB;
ALTER TABLE delivery_line ADD COLUMN "produced_on" INTEGER;
ALTER TABLE delivery_line_image ADD COLUMN "produced_on" INTEGER;
ALTER TABLE payment ADD COLUMN "reversal_kind" INTEGER;
ALTER TABLE payment_image ADD COLUMN "reversal_kind" INTEGER;
ALTER TABLE stock_movement ADD COLUMN "lot" TEXT;
ALTER TABLE stock_movement_image ADD COLUMN "lot" TEXT;
ALTER TABLE stock_movement ADD COLUMN "produced_on" INTEGER;
ALTER TABLE stock_movement_image ADD COLUMN "produced_on" INTEGER;
CREATE TABLE quotation(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "number" TEXT, "customer_id" BLOB, "quoted_on" INTEGER, "valid_until" INTEGER, "subject" TEXT, "state" INTEGER, "tax_kind" INTEGER, "price_kind" INTEGER, "rounding_mode" INTEGER, "tax_scope" INTEGER, "delivery_terms" TEXT, "payment_terms" TEXT, "staff" TEXT, "memo" TEXT, "created_at" INTEGER) WITHOUT ROWID;
CREATE TABLE quotation_image(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "number" TEXT, "customer_id" BLOB, "quoted_on" INTEGER, "valid_until" INTEGER, "subject" TEXT, "state" INTEGER, "tax_kind" INTEGER, "price_kind" INTEGER, "rounding_mode" INTEGER, "tax_scope" INTEGER, "delivery_terms" TEXT, "payment_terms" TEXT, "staff" TEXT, "memo" TEXT, "created_at" INTEGER) WITHOUT ROWID;
CREATE INDEX quotation_by_1 ON quotation(customer_id, quoted_on);
CREATE INDEX quotation_by_2 ON quotation(quoted_on);
CREATE TABLE quotation_line(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "quotation_id" BLOB, "position" INTEGER, "product_id" BLOB, "product_name" TEXT, "spec" TEXT, "unit" TEXT, "quantity" INTEGER, "unit_price" INTEGER, "price_source" INTEGER, "supply" INTEGER, "tax" INTEGER, "tax_typed" INTEGER, "note" TEXT) WITHOUT ROWID;
CREATE TABLE quotation_line_image(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "quotation_id" BLOB, "position" INTEGER, "product_id" BLOB, "product_name" TEXT, "spec" TEXT, "unit" TEXT, "quantity" INTEGER, "unit_price" INTEGER, "price_source" INTEGER, "supply" INTEGER, "tax" INTEGER, "tax_typed" INTEGER, "note" TEXT) WITHOUT ROWID;
CREATE INDEX quotation_line_by_1 ON quotation_line(quotation_id);
CREATE TABLE claim(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "number" TEXT, "customer_id" BLOB, "claimed_on" INTEGER, "kind" INTEGER, "delivery_id" BLOB, "delivery_line_id" BLOB, "product_id" BLOB, "product_name" TEXT, "quantity" INTEGER, "lot" TEXT, "produced_on" INTEGER, "reason" TEXT, "decision" INTEGER, "closed_on" INTEGER, "staff" TEXT, "memo" TEXT, "created_at" INTEGER) WITHOUT ROWID;
CREATE TABLE claim_image(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "number" TEXT, "customer_id" BLOB, "claimed_on" INTEGER, "kind" INTEGER, "delivery_id" BLOB, "delivery_line_id" BLOB, "product_id" BLOB, "product_name" TEXT, "quantity" INTEGER, "lot" TEXT, "produced_on" INTEGER, "reason" TEXT, "decision" INTEGER, "closed_on" INTEGER, "staff" TEXT, "memo" TEXT, "created_at" INTEGER) WITHOUT ROWID;
CREATE INDEX claim_by_1 ON claim(customer_id, claimed_on);
CREATE INDEX claim_by_2 ON claim(claimed_on);
CREATE TABLE payment_allocation(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "payment_id" BLOB, "delivery_id" BLOB, "amount" INTEGER) WITHOUT ROWID;
CREATE TABLE payment_allocation_image(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "payment_id" BLOB, "delivery_id" BLOB, "amount" INTEGER) WITHOUT ROWID;
CREATE INDEX payment_allocation_by_1 ON payment_allocation(payment_id);
CREATE INDEX payment_allocation_by_2 ON payment_allocation(delivery_id);
CREATE TABLE note_event(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "payment_id" BLOB, "on" INTEGER, "kind" INTEGER, "counterparty" TEXT, "memo" TEXT, "created_at" INTEGER) WITHOUT ROWID;
CREATE TABLE note_event_image(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "payment_id" BLOB, "on" INTEGER, "kind" INTEGER, "counterparty" TEXT, "memo" TEXT, "created_at" INTEGER) WITHOUT ROWID;
CREATE INDEX note_event_by_1 ON note_event(payment_id);
CREATE TABLE activity(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "customer_id" BLOB, "on" INTEGER, "kind" INTEGER, "contact" TEXT, "text" TEXT, "amount" INTEGER, "next_action" TEXT, "next_on" INTEGER, "done_on" INTEGER, "staff" TEXT, "order_id" BLOB, "created_at" INTEGER) WITHOUT ROWID;
CREATE TABLE activity_image(id BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, deleted INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT, "customer_id" BLOB, "on" INTEGER, "kind" INTEGER, "contact" TEXT, "text" TEXT, "amount" INTEGER, "next_action" TEXT, "next_on" INTEGER, "done_on" INTEGER, "staff" TEXT, "order_id" BLOB, "created_at" INTEGER) WITHOUT ROWID;
CREATE INDEX activity_by_1 ON activity(customer_id, "on");
CREATE INDEX activity_by_2 ON activity(done_on, next_on);
)sql");
}

/// What is derived since then, and indexes of few rows. Files of version 4 may have tables of these names from before
/// they were as they are: all of it is made anew. It is empty until migrate() derives it, which cannot be done here:
/// later steps change what that needs.
void addDeskFigures(sqlite::Database& db)
{
    db.execute(R"sql(
DROP TABLE IF EXISTS order_summary;
DROP TABLE IF EXISTS receivable;
DROP TABLE IF EXISTS product_stock;
DROP TABLE IF EXISTS order_reserved;
DROP TABLE IF EXISTS open_line;
DROP TABLE IF EXISTS order_day;
DROP TABLE IF EXISTS due_day;
DROP TABLE IF EXISTS customer_month;
DROP TABLE IF EXISTS product_month;
DROP INDEX IF EXISTS payment_by_day;
DROP INDEX IF EXISTS payment_reversals;
DROP INDEX IF EXISTS payment_notes;
CREATE TABLE order_summary(
    order_id BLOB PRIMARY KEY NOT NULL, number TEXT, customer_no TEXT, customer_id BLOB, customer_sort TEXT,
    ordered_on INTEGER, due_on INTEGER, state INTEGER NOT NULL, open INTEGER NOT NULL, progress INTEGER NOT NULL,
    flags INTEGER NOT NULL, line_count INTEGER NOT NULL, first_product TEXT, products TEXT, free_text TEXT,
    ordered INTEGER NOT NULL, delivered INTEGER NOT NULL, remaining INTEGER NOT NULL, supply INTEGER NOT NULL,
    tax INTEGER NOT NULL, dues TEXT) WITHOUT ROWID;
CREATE INDEX order_summary_by_due ON order_summary(open, due_on, order_id, number, customer_no);
CREATE INDEX order_summary_by_ordered ON order_summary(ordered_on, order_id, number, customer_no, state, open, progress,
    due_on, remaining, ordered, supply);
CREATE INDEX order_summary_by_number ON order_summary(number, order_id, customer_no, open);
CREATE INDEX order_summary_by_customer ON order_summary(customer_sort, ordered_on);
CREATE INDEX order_summary_free ON order_summary(order_id) WHERE free_text IS NOT NULL;
CREATE TABLE receivable(customer_id BLOB PRIMARY KEY NOT NULL, unpaid TEXT NOT NULL, last_paid_on INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE INDEX payment_by_day ON payment(received_on, number, customer_id, amount, note_number, kind) WHERE deleted = 0;
CREATE INDEX payment_reversals ON payment(reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX payment_notes ON payment(note_due_on, customer_id, amount) WHERE kind = 3 AND deleted = 0;
CREATE TABLE product_stock(product_id BLOB PRIMARY KEY NOT NULL, quantity INTEGER NOT NULL, reserved INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE TABLE open_line(
    order_id BLOB NOT NULL, line_id BLOB NOT NULL, customer_id BLOB, product_id BLOB, free_name TEXT, unit TEXT,
    due_on INTEGER NOT NULL, held INTEGER NOT NULL, quantity INTEGER NOT NULL, supply INTEGER NOT NULL,
    PRIMARY KEY(order_id, line_id)) WITHOUT ROWID;
CREATE TABLE order_day(ordered_on INTEGER PRIMARY KEY NOT NULL, count INTEGER NOT NULL, supply INTEGER NOT NULL,
    tax INTEGER NOT NULL);
CREATE TABLE due_day(due_on INTEGER PRIMARY KEY NOT NULL, lines INTEGER NOT NULL, met INTEGER NOT NULL);
CREATE TABLE customer_month(month INTEGER NOT NULL, customer_id BLOB NOT NULL, count INTEGER NOT NULL,
    supply INTEGER NOT NULL, PRIMARY KEY(month, customer_id)) WITHOUT ROWID;
CREATE TABLE product_month(month INTEGER NOT NULL, product_id BLOB NOT NULL, count INTEGER NOT NULL,
    supply INTEGER NOT NULL, quantity INTEGER NOT NULL, PRIMARY KEY(month, product_id)) WITHOUT ROWID;
CREATE INDEX order_summary_flagged ON order_summary(order_id) WHERE flags <> 0;
CREATE INDEX product_stock_negative ON product_stock(product_id) WHERE quantity < 0;
CREATE INDEX customer_trash ON customer(seq) WHERE deleted = 1;
CREATE INDEX product_trash ON product(seq) WHERE deleted = 1;
CREATE INDEX sales_order_trash ON sales_order(seq) WHERE deleted = 1;
CREATE INDEX quotation_trash ON quotation(seq) WHERE deleted = 1;
CREATE INDEX claim_trash ON claim(seq) WHERE deleted = 1;
CREATE INDEX activity_trash ON activity(seq) WHERE deleted = 1;
CREATE INDEX customer_price_of_product ON customer_price(product_id);
CREATE INDEX delivery_of_claim ON delivery(claim_id) WHERE claim_id IS NOT NULL;
INSERT OR IGNORE INTO state(name, value) VALUES('derived_outdated', 1);
)sql");
}

/// Whether an order is held is no longer written into its lines.
void takeHeldFromOpenLines(sqlite::Database& db)
{
    db.execute(R"sql(
DROP TABLE IF EXISTS open_line;
DROP TABLE IF EXISTS order_reserved;
CREATE TABLE open_line(
    order_id BLOB NOT NULL, line_id BLOB NOT NULL, customer_id BLOB, product_id BLOB, free_name TEXT, unit TEXT,
    due_on INTEGER NOT NULL, quantity INTEGER NOT NULL, supply INTEGER NOT NULL,
    PRIMARY KEY(order_id, line_id)) WITHOUT ROWID;
CREATE INDEX order_summary_held ON order_summary(order_id) WHERE state = 1;
INSERT OR IGNORE INTO state(name, value) VALUES('derived_outdated', 1);
)sql");
}

/// What a step left empty. A first sync that runs derives everything at its end.
void deriveAnew(sqlite::Database& db)
{
    SyncState state(db);
    DerivedData derived(db);
    if (state.integer("derived_outdated") == 0)
        return;
    sqlite::Transaction transaction(db);
    if (!derived.isPostponed())
        derived.rebuild();
    db.execute("DELETE FROM state WHERE name = 'derived_outdated'");
    transaction.commit();
}

/// shippedSteps[0] brings version 1 to 2, and so on; each with a fixture database in tests/data/fixtures.
constexpr std::array<MigrationStep, clientFileVersion - 1> shippedSteps
    = {addFiles, dropUndo, addDesk, addDeskFigures, takeHeldFromOpenLines};

void keepOldFile(sqlite::Database& db, int version)
{
    const std::string copy = db.path() + ".before-" + std::to_string(version);
    std::error_code ignored;
    std::filesystem::remove(copy, ignored); // left by an attempt that did not finish
    db.backupTo(copy);
}

} // namespace

void migrate(sqlite::Database& db)
{
    if (db.userVersion() == 0) {
        sqlite::Transaction transaction(db);
        createWhole(db);
        db.execute("PRAGMA user_version=" + std::to_string(clientFileVersion));
        transaction.commit();
    }
    migrateBySteps(db, shippedSteps);
    deriveAnew(db);
}

void migrateBySteps(sqlite::Database& db, std::span<const MigrationStep> steps)
{
    const int target = static_cast<int>(steps.size()) + 1;
    int version = db.userVersion();
    if (version < target)
        keepOldFile(db, version);
    for (; version < target; ++version) {
        sqlite::Transaction transaction(db);
        steps[static_cast<std::size_t>(version) - 1](db);
        db.execute("PRAGMA user_version=" + std::to_string(version + 1));
        transaction.commit();
    }
}

} // namespace dure::storage
