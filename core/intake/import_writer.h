#pragma once
#include "core/commands/commands.h"
#include "core/intake/name_choice.h"
#include "core/intake/source_table.h"

#include <set>
#include <span>
#include <variant>

namespace dure::intake {

/// Something about one row of one table.
struct RowProblem
{
    std::size_t table = 0; ///< index in the input
    std::int64_t line = 0;
    std::string column; ///< as the file's header has it; empty: the row as a whole
    std::string text; ///< the offending text
    std::variant<exchange::ImportProblemCode, commands::Problem> cause;
    bool isKept = false; ///< the row is imported nevertheless
};

struct KindCounts
{
    exchange::TargetKind kind = exchange::TargetKind::Customer;
    std::int64_t created = 0, changed = 0, unchanged = 0;
    std::int64_t leftOut = 0; ///< rows of the file that are not imported
    std::int64_t lines = 0; ///< of orders created or changed
    std::int64_t contacts = 0; ///< of customers, created or changed
};

struct ImportOutcome
{
    std::vector<KindCounts> counts;
    std::vector<RowProblem> problems; ///< by table, then line
    std::int64_t problemsNotListed = 0;
    std::int64_t rowsLeftOut = 0;
    /// By table: every line of the file that is not imported, also those of an order that another row spoils.
    std::vector<std::set<std::int64_t>> leftOutLines;
    std::int64_t customersMade = 0, productsMade = 0; ///< by NameChoice::Create
    ChangeSet changes;
};

/// Told from time to time, of all drafts how many are done. False: stop.
using Watch = std::function<bool(std::int64_t done, std::int64_t all)>;

struct WriteWish
{
    Date today; ///< must be valid
    /// Does the same work and rolls it back, so that the counts are the real ones.
    bool dryRun = false;
    NameChoices choices = {};
    Watch watch = {};
};

/// Writes all good rows of all tables as one batch in one transaction, with one undo. The same tables again change
/// nothing. In the order in which they can be written: customers, products, orders, lines; at most one of a kind.
/// Stopped by the watch: Refusal::Stopped, and nothing was written.
std::expected<ImportOutcome, commands::CommandError> writeImport(
    commands::Commands& commands, std::span<const SourceTable> tables, const WriteWish& wish);

} // namespace dure::intake
