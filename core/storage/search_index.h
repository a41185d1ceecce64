#pragma once
#include "core/domain/schema.h"
#include "core/domain/text_query.h"
#include "core/domain/value.h"
#include "core/sqlite/database.h"

#include <optional>
#include <span>

namespace dure::storage {

struct FieldMatch
{
    int column = 0; ///< the declared column
    std::string text;
    std::vector<TextRange> ranges;
};

struct SearchHit
{
    TableId table = TableId::Customer;
    Uuid id;
    MatchRank rank = MatchRank::Substring;
    std::vector<FieldMatch> fields; ///< those with a match
};

struct SearchResult
{
    std::vector<SearchHit> hits; ///< best first; of equal rank customers and products by name, documents newest first
    bool complete = true; ///< false: there may be more than `limit`, or the query is too short to look at all
};

/// Finds customers, products, orders and deliveries by what their Searched columns hold; TextQuery says how. Writing
/// is done by DerivedData alone, inside its transaction; finding works on any connection, also a reader's.
class SearchIndex
{
public:
    explicit SearchIndex(sqlite::Database& db)
        : m_db(db)
    { }

    /// Tables that have Searched columns.
    static bool covers(const Table& table);

    /// `isNew`: the row cannot be indexed yet, which saves a look. A new order or delivery is only noted: indexing one
    /// alone costs a save four pages and a segment of the index, so they are taken mostPending at a time; until then a
    /// search reads the noted rows themselves.
    void index(const Table& table, const Row& row, bool isNew = false);
    void remove(const Table& table, const Uuid& id);
    /// Indexes what is noted.
    void indexPending();
    static constexpr std::int64_t mostPending = 64;
    /// From all live rows, set by set.
    void rebuild();

    /// Empty query: nothing. At most `limit` hits a table.
    SearchResult find(std::string_view query, std::span<const TableId> tables, std::size_t limit = 50);
    SearchResult find(std::string_view query, TableId table, std::size_t limit = 50)
    {
        return find(query, std::span(&table, 1), limit);
    }
    /// All rows of a master table that hold the whole query.
    std::vector<Uuid> allMatching(const TextQuery& query, TableId table);
    /// All rows that hold this one part; std::nullopt if there are more than `limit`, or if the part is too short to
    /// say without looking at every document.
    std::optional<std::vector<Uuid>> rowsWith(
        const TextQuery& query, std::size_t part, TableId table, std::size_t limit);

private:
    void write(const Table& table, const Uuid& id, const std::string& text);
    sqlite::Database& m_db;
};

} // namespace dure::storage
