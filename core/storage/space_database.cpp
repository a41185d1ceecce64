#include "core/storage/space_database.h"

#include "core/storage/client_schema.h"
#include "core/storage/migrations.h"
#include "core/storage/sync_state.h"

#include <filesystem>

namespace dure::storage {

namespace {

OpenError openError(const sqlite::Failure& failure)
{
    switch (failure.kind) {
    case sqlite::FailureKind::NotADatabase:
        return {OpenErrorKind::NotDure, failure.what()};
    case sqlite::FailureKind::Corrupt:
        return {OpenErrorKind::Damaged, failure.what()};
    case sqlite::FailureKind::Busy:
        return {OpenErrorKind::InUse, failure.what()};
    default:
        return {OpenErrorKind::CannotOpen, failure.what()};
    }
}

std::int64_t pragma(sqlite::Database& db, const std::string& name)
{
    auto statement = db.prepareOnce("PRAGMA " + name);
    return statement.step() ? statement.integer(0) : 0;
}

/// What is left of a file whose making was cut off, or whose disk was full: made anew.
bool isUnfinished(sqlite::Database& db)
{
    return pragma(db, "application_id") == 0 && db.userVersion() == 0
        && !db.prepareOnce("SELECT 1 FROM sqlite_master").step();
}

std::optional<OpenError> inspect(sqlite::Database& db)
{
    if (isUnfinished(db))
        return std::nullopt;
    if (pragma(db, "application_id") != clientApplicationId)
        return OpenError{OpenErrorKind::NotDure, db.path()};
    if (db.userVersion() > clientFileVersion)
        return OpenError{OpenErrorKind::NewerVersion, std::to_string(db.userVersion())};
    return std::nullopt;
}

/// A file is looked at read-only first, so that a newer or foreign one is left exactly as it was; unless it was cut off
/// in a way that only a writer can put right.
std::optional<OpenError> inspectFile(const std::string& path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored) || std::filesystem::file_size(path, ignored) == 0)
        return std::nullopt;
    try {
        sqlite::Database db(path, {.mode = sqlite::OpenMode::ReadOnly});
        return inspect(db);
    } catch (const sqlite::Failure& failure) {
        if (failure.kind == sqlite::FailureKind::ReadOnly)
            return std::nullopt;
        throw;
    }
}

} // namespace

std::expected<std::unique_ptr<SpaceDatabase>, OpenError> SpaceDatabase::open(const std::string& path, int cacheKib)
{
    try {
        if (auto error = inspectFile(path))
            return std::unexpected(*error);
        auto db = std::make_unique<sqlite::Database>(path, sqlite::OpenOptions{.cacheKib = cacheKib});
        if (auto error = inspect(*db))
            return std::unexpected(*error);
        migrate(*db);
        db->setCheckpointPages(clientCheckpointPages);
        return std::unique_ptr<SpaceDatabase>(new SpaceDatabase(std::move(db)));
    } catch (const sqlite::Failure& failure) {
        return std::unexpected(openError(failure));
    }
}

std::expected<std::unique_ptr<SpaceDatabase>, OpenError> SpaceDatabase::openReader(
    const std::string& path, int cacheKib)
{
    try {
        auto db = std::make_unique<sqlite::Database>(
            path, sqlite::OpenOptions{.mode = sqlite::OpenMode::ReadOnly, .cacheKib = cacheKib});
        if (db->userVersion() != clientFileVersion)
            return std::unexpected(OpenError{OpenErrorKind::NewerVersion, std::to_string(db->userVersion())});
        return std::unique_ptr<SpaceDatabase>(new SpaceDatabase(std::move(db)));
    } catch (const sqlite::Failure& failure) {
        return std::unexpected(openError(failure));
    }
}

void SpaceDatabase::bindTo(const Uuid& space)
{
    sqlite::Transaction transaction(db());
    SyncState state(db());
    if (state.text("space").empty())
        state.set("space", space.toString());
    transaction.commit();
}

std::unique_ptr<SpaceDatabase> SpaceDatabase::inMemory()
{
    auto db = std::make_unique<sqlite::Database>(":memory:", sqlite::OpenOptions{});
    migrate(*db);
    return std::unique_ptr<SpaceDatabase>(new SpaceDatabase(std::move(db)));
}

} // namespace dure::storage
