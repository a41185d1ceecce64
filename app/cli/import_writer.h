#pragma once
#include "app/cli/import_sources.h"

#include <span>

namespace dure::cli {

/// Something about one row of one file.
struct RowProblem
{
    std::string file;
    std::int64_t line = 0;
    std::string column; ///< as the file's header has it; empty: the row as a whole
    std::string text; ///< the offending text
    std::string code; ///< for JSON
    std::string reason;
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
    std::vector<RowProblem> problems; ///< by file, then line
    std::int64_t problemsNotListed = 0;
    std::int64_t rowsLeftOut = 0;
};

/// Writes all good rows of all files as one batch in one transaction. The same files again change nothing. `dryRun`
/// does the same work and rolls it back, so that its counts are the real ones.
std::expected<ImportOutcome, commands::CommandError> writeImport(
    commands::Commands& commands, sqlite::Database& db, std::span<const SourceFile> files, Date today, bool dryRun);

} // namespace dure::cli
