#pragma once
#include "core/domain/date.h"
#include "core/storage/row_store.h"

#include <string>

/// 휴지통: documents and masters that were deleted. A tombstone keeps its values, so that it can be told by its name
/// and brought back. Any connection will do; nothing here writes.
namespace dure::storage {

struct TrashRow
{
    TableId table = TableId::Customer; ///< Customer, Product, SalesOrder, Quotation, Claim or Activity
    Uuid id;
    std::string name; ///< a number, or a name, or what was noted
    std::string customer; ///< of a document
    Date day; ///< of a document
    bool isUnsent = false; ///< deleted here, and the cloud does not know yet
    std::int64_t at = 0; ///< when it was deleted, if this PC remembers; else 0
    Uuid by; ///< who did, likewise
};

class TrashStore
{
public:
    explicit TrashStore(sqlite::Database& db)
        : m_db(db)
    { }

    /// What was deleted last comes first: what waits for the cloud, then as the cloud has it.
    std::vector<TrashRow> list(std::int64_t limit);
    /// The rows that went when this one was deleted and belong to it: lines, contacts, sites; of a customer or a
    /// product also prices whose other side is live. What was taken away from it earlier is not among them.
    std::vector<std::pair<TableId, Uuid>> wentWith(TableId table, const Uuid& id);

private:
    struct Tombstone;
    std::vector<Tombstone> tombstonesOf(TableId table, const std::string& column, const Uuid& root);
    std::int64_t deletedAt(TableId table, const Uuid& id);
    void remember(std::vector<TrashRow>& rows);
    sqlite::Database& m_db;
};

} // namespace dure::storage
