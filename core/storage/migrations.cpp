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

/// shippedSteps[0] brings version 1 to 2, and so on; each with a fixture database in tests/data/fixtures.
constexpr std::array<MigrationStep, clientFileVersion - 1> shippedSteps = {};

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
