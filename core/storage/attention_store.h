#pragma once
#include "core/storage/contradiction_store.h"
#include "core/storage/outbox.h"
#include "core/storage/row_store.h"

#include <optional>

/// 확인 필요: values that did not come through, actions the cloud refused, and facts that contradict each other. Any
/// connection will do; nothing here writes.
namespace dure::storage {

enum class AttentionKind : std::uint8_t {
    Conflict, ///< a conflict row: both values are kept
    Rejected, ///< an outbox entry: the input is kept
    Contradiction, ///< computed from what is stored
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

/// What somebody decided about a matter, as it is stored; the latest by (at, id) counts. Never renumber.
enum class MatterChoice : std::uint8_t {
    Kept = 0, ///< 그대로 둠
    Restored = 1, ///< 되살림
    Open = 2, ///< the decision was taken back, or never made
};

/// A merge unit of a table: a group's or a column's name.
struct ConflictUnit
{
    const Table* table = nullptr; ///< never null
    std::string unit;
};

/// One matter. What one action lost to another one in the same document is one, however many fields it had.
struct AttentionRow
{
    Uuid id; ///< a conflict's, the smallest of the matter; a contradiction's; of a rejection attentionId()
    AttentionKind kind = AttentionKind::Conflict;
    std::int64_t entry = 0; ///< in the outbox; 0: no rejection
    ConflictMatter matter = ConflictMatter::Field;
    std::vector<ConflictUnit> units; ///< of a conflict
    std::string intent; ///< of a rejection
    std::string reason; ///< the wire's word for a rejection
    Contradiction contradiction;
    AttentionSubject subject;
    std::int64_t at = 0;
    MatterChoice choice = MatterChoice::Open;
    std::string decidedBy; ///< empty: nobody, or a rejection
    bool isDone() const { return choice != MatterChoice::Open; }
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

/// One unit of a matter, in which two sides differ.
struct ConflictDetail
{
    Uuid id;
    const Table* table = nullptr; ///< never null
    Uuid changedRow;
    std::string unit; ///< empty: the row was deleted by the loser
    std::string baseFields;
    ConflictSide winner, loser;
};

struct MatterDetail
{
    AttentionRow row;
    std::vector<ConflictDetail> conflicts; ///< by table and column; never empty
};

/// One store reads from one moment: what contradicts is computed once and kept.
class AttentionStore
{
public:
    explicit AttentionStore(sqlite::Database& db)
        : m_db(db)
    { }

    /// The latest first.
    std::vector<AttentionRow> list(bool done, std::int64_t offset, std::int64_t limit);
    AttentionCounts counts(ContradictionStore::Scope scope = ContradictionStore::Scope::All);
    /// The matter a conflict belongs to.
    std::optional<MatterDetail> conflict(const Uuid& id);
    /// std::nullopt: it does not contradict any more, or by other figures.
    std::optional<AttentionRow> contradiction(const Uuid& id);
    std::optional<OutboxEntry> rejection(const Uuid& id);
    /// The name a row is known by, for showing an id in a conflict's values; empty if there is none.
    std::string nameOf(TableId table, const Uuid& id);
    AttentionSubject subjectOf(const Table& table, const Uuid& root);

private:
    struct Found;
    static Found foundAt(const sqlite::Statement& row);
    Found foundOf(const Contradiction& contradiction, MatterChoice choice);
    MatterChoice choiceOf(const Uuid& matter);
    const std::vector<Contradiction>& contradictions();
    AttentionRow completed(Found found);
    std::optional<ConflictDetail> conflictDetail(const Uuid& id);
    AttentionSubject subjectOfEntry(std::int64_t entry);
    sqlite::Database& m_db;
    std::optional<std::vector<Contradiction>> m_contradictions;
};

/// A key for a rejection in lists whose keys are ids.
Uuid attentionId(std::int64_t entry);

} // namespace dure::storage
