#pragma once
#include "app/attention/matter_sheet.h"
#include "app/data/reader.h"

#include <optional>

namespace dure::app {

/// A row whose history may be asked for.
struct HistoryRow
{
    TableId table = TableId::SalesOrder;
    Uuid row;
    QString name; ///< "PET 500ml" before what changed in it; empty: the document itself
};

/// One unit of a conflict, ready to be decided.
struct MatterUnit
{
    Uuid conflict;
    QString name; ///< "Due", "Quantity and price"
    Fields other, seen; ///< commands::ConflictDecision
};

/// What the page says of a matter, already in words: it was read and named on the reader's thread.
struct MatterFacts
{
    storage::AttentionRow row;
    QString title, sentence;
    QList<MatterHead> heads;
    QList<MatterRow> rows;
    QList<MatterUnit> units; ///< of a conflict between values
    std::vector<Uuid> conflicts; ///< of any conflict
    bool isGone = false; ///< the document was deleted since: nothing can be restored
    bool canRedo = false; ///< of a rejection: an editor takes what was entered
    QString subject; ///< what undo calls the decision
    QString decided; ///< "그대로 둠 · 김미선"; empty while open
    std::vector<HistoryRow> history;
};

/// std::nullopt: it is not there any more, or contradicts no longer.
std::optional<MatterFacts> readMatter(Reader& reader, const Uuid& id, Date today);
/// The rows that make a document, itself first; at most so many.
std::vector<HistoryRow> historyRowsOf(Reader& reader, TableId table, const Uuid& root);

// For readMatter.
MatterFacts contradictionFacts(Reader& reader, const storage::AttentionRow& row);

} // namespace dure::app
