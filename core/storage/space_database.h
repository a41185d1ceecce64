#pragma once
#include "core/domain/mutation.h"
#include "core/sqlite/database.h"

#include <expected>
#include <memory>
#include <string>

namespace dure::storage {

enum class OpenErrorKind : std::uint8_t {
    NewerVersion, ///< made by a newer Dure; the file is left untouched
    NotDure, ///< not a SQLite file, or another program's
    Damaged,
    InUse, ///< another process holds this data folder
    UnsafeFolder, ///< a network or OneDrive folder, where SQLite's locks do not hold
    CannotOpen, ///< missing, no rights, disk full …; `detail` has the system's words
};

struct OpenError
{
    OpenErrorKind kind = OpenErrorKind::CannotOpen;
    std::string detail;
};

/// One space on this PC: a SQLite file whose tables follow from the schema's declaration. The one writing connection
/// lives in one thread; readers open their own with openReader(). Before a migration the old file is copied beside it
/// (FILE.before-N) and stays until the new version has started.
class SpaceDatabase
{
public:
    static std::expected<std::unique_ptr<SpaceDatabase>, OpenError> open(
        const std::string& path, int cacheKib = 8 * 1024);
    static std::expected<std::unique_ptr<SpaceDatabase>, OpenError> openReader(
        const std::string& path, int cacheKib = 8 * 1024);
    /// A space in memory, for tests and the simulation.
    static std::unique_ptr<SpaceDatabase> inMemory();

    /// Says whose file it is, once: a backup of it is put back into no other company.
    void bindTo(const Uuid& space);
    sqlite::Database& db() { return *m_db; }
    const std::string& path() const { return m_db->path(); }

private:
    explicit SpaceDatabase(std::unique_ptr<sqlite::Database> db)
        : m_db(std::move(db))
    { }
    std::unique_ptr<sqlite::Database> m_db;
};

/// Of a client's file, longer than usual: the app carries the log over when nobody waits (carryOverLog). 16 MB.
inline constexpr int clientCheckpointPages = 4000;
/// The version of the client's file: PRAGMA user_version. A step up has its function in migrations.cpp and a fixture.
inline constexpr int clientFileVersion = 6;
/// PRAGMA application_id of a space on a client ("Dure").
inline constexpr int clientApplicationId = 0x44757265;

} // namespace dure::storage
