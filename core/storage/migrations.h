#pragma once
#include "core/sqlite/database.h"

#include <span>

namespace dure::storage {

/// Brings a client file to clientFileVersion; an empty file is made whole at once. Throws sqlite::Failure.
void migrate(sqlite::Database& db);

using MigrationStep = void (*)(sqlite::Database&);

/// Takes a file of version v through steps[v - 1] … to version steps.size() + 1, one step a transaction: a step that
/// fails leaves the file at the version before it. Before the first step the file is copied to FILE.before-<version>.
void migrateBySteps(sqlite::Database& db, std::span<const MigrationStep> steps);

} // namespace dure::storage
