#include "core/storage/migrations.h"

#include "core/domain/schema.h"
#include "core/storage/client_schema.h"
#include "core/storage/space_database.h"

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

/// shippedSteps[0] brings version 1 to 2, and so on; each with a fixture database in tests/data/fixtures.
constexpr std::array<MigrationStep, clientFileVersion - 1> shippedSteps = {addFiles, dropUndo};

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
