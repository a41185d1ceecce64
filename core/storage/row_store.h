#pragma once
#include "core/domain/mutation.h"
#include "core/sqlite/database.h"

#include <optional>
#include <vector>

namespace dure::storage {

/// A row as this PC has it.
struct LocalRow
{
    Row row;
    std::int64_t seq = 0; ///< of the last server image
    bool deleted = false;
    std::uint64_t hash = 0;
};

/// Reads and writes rows of any declared table. All of it inside the caller's transaction.
class RowStore
{
public:
    explicit RowStore(sqlite::Database& db)
        : m_db(db)
    { }

    /// What is seen: the server image with pending changes on it.
    std::optional<LocalRow> find(const Table& table, const Uuid& id);
    /// There and not deleted.
    bool isLive(const Table& table, const Uuid& id);
    bool hasLive(const Table& table); ///< any row at all
    /// Of one aggregate, those that are not deleted first, by position. `child` has a root (Table::rootColumn).
    std::vector<Uuid> members(const Table& child, const Uuid& root, std::int64_t limit);
    std::int64_t liveMembers(const Table& child, const Uuid& root); ///< how many
    /// The last server image of a row with pending changes, if it has one.
    std::optional<LocalRow> findImage(const Table& table, const Uuid& id);
    /// Replaces what is seen.
    void put(const Table& table, const LocalRow& row);
    /// Replaces what is seen, which is `before`: cheaper than put(), since indexes whose columns stay are left alone.
    void change(const Table& table, const LocalRow& before, const LocalRow& after);
    /// A row that is known not to be there: cheaper than put().
    void insert(const Table& table, const LocalRow& row);
    void putImage(const Table& table, const LocalRow& row);
    void eraseImage(const Table& table, const Uuid& id);
    void erase(const Table& table, const Uuid& id);

    /// Applies a change of this PC on what is seen. The first pending change of a row that the cloud knows keeps its
    /// image. Returns the change's base: the seq of that image.
    std::int64_t applyLocal(const Change& change);

    /// Applies fields on a row's values (pure).
    static void applyFields(LocalRow& row, const Table& table, const Change& change);
    /// The aggregate's root named by the row, or the row itself.
    static Uuid rootOf(const Table& table, const Row& row);

private:
    std::optional<LocalRow> read(const Table& table, const std::string& name, const Uuid& id);
    void write(const Table& table, const std::string& name, const LocalRow& row);
    sqlite::Database& m_db;
};

/// Binds one value by its kind.
void bindValue(sqlite::Statement& statement, int index, const Value& value);
Value columnValue(const sqlite::Statement& statement, int column, ColumnType type);
inline sqlite::Blob blobOf(const Uuid& id) { return {id.bytes.data(), id.bytes.size()}; }
inline Uuid uuidAt(const sqlite::Statement& statement, int column)
{
    const sqlite::Blob blob = statement.blob(column);
    return Uuid::fromBytes(blob.data, blob.size).value_or(Uuid{});
}

} // namespace dure::storage
