#pragma once
#include "core/storage/outbox.h"
#include "core/storage/row_store.h"

#include <optional>

/// 확인 필요: values that did not come through, and actions the cloud refused. Any connection will do; nothing here
/// writes.
namespace dure::storage {

enum class AttentionKind : std::uint8_t {
    Conflict, ///< a conflict row: both values are kept
    Rejected, ///< an outbox entry: the input is kept
};

/// What a conflict is about: sync/merge's ConflictKind, as it is stored.
enum class ConflictMatter : std::uint8_t { Field = 0, DeleteKept = 1, Revived = 2 };

/// The document or master row a line of the list is about.
struct AttentionSubject
{
    TableId table = TableId::Customer; ///< of the aggregate's root
    Uuid root;
    std::string name; ///< a number or a name; empty if the row is gone
    std::string customer; ///< of a document
};

struct AttentionRow
{
    Uuid id; ///< the conflict's; of a rejection attentionId()
    AttentionKind kind = AttentionKind::Conflict;
    std::int64_t entry = 0; ///< in the outbox; 0: a conflict
    ConflictMatter matter = ConflictMatter::Field;
    std::string what; ///< the unit's name ("due_on", "amount"), or the refused intent
    std::string reason; ///< the wire's word for a rejection
    AttentionSubject subject;
    std::int64_t at = 0;
    bool done = false; ///< somebody decided
};

struct AttentionCounts
{
    std::int64_t open = 0, done = 0;
};

/// One side of a conflict: who wrote which values when.
struct ConflictSide
{
    std::string fields; ///< a JSON object, as the wire writes it
    std::string user, device;
    std::int64_t at = 0;
};

struct ConflictDetail
{
    AttentionRow row;
    const Table* table = nullptr; ///< never null
    Uuid changedRow;
    std::string baseFields;
    ConflictSide winner, loser;
};

class AttentionStore
{
public:
    explicit AttentionStore(sqlite::Database& db)
        : m_db(db)
    { }

    /// The latest first.
    std::vector<AttentionRow> list(bool done, std::int64_t offset, std::int64_t limit);
    AttentionCounts counts();
    std::optional<ConflictDetail> conflict(const Uuid& id);
    std::optional<OutboxEntry> rejection(const Uuid& id);
    /// The name a row is known by, for showing an id in a conflict's values; empty if there is none.
    std::string nameOf(TableId table, const Uuid& id);
    AttentionSubject subjectOf(const Table& table, const Uuid& root);

private:
    AttentionRow readRow(const sqlite::Statement& row);
    AttentionSubject subjectOfEntry(std::int64_t entry);
    sqlite::Database& m_db;
};

/// A key for a rejection in lists whose keys are ids.
Uuid attentionId(std::int64_t entry);

} // namespace dure::storage
