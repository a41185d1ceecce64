#pragma once
#include "sync/server/space_store.h"

#include <memory>
#include <string>

namespace dure::server {

/// Opens (or creates) the SQLite file of one space; ":memory:" for tests and the simulation. Throws sqlite::Failure if
/// the file cannot be opened or comes from a newer version (it is left untouched).
std::unique_ptr<SpaceStore> openSqliteSpaceStore(const std::string& path, RandomSource& random);

/// A name no epoch had before: 64 random bits as hex.
std::string newEpoch(RandomSource& random);

} // namespace dure::server
