#pragma once
#include "core/sqlite/database.h"

/// Copies of whole databases by SQLite's backup interface, over connections of their own: they may run in any thread,
/// beside the one that writes, and hold nobody up.
namespace dure::sqlite {

/// Asked between the portions of a copy. False: no more.
using CopyProgress = std::function<bool(std::int64_t pagesDone, std::int64_t pagesInAll)>;

/// Copies `source` as it is at one moment; what is written to it meanwhile is not seen and does not start the copy
/// anew. `target` must not exist; it is one file without a log (journal_mode=DELETE), on the disk when this returns.
/// False: `goOn` said so, and nothing is left. Throws Failure, and nothing is left then either.
bool copyDatabase(const std::string& source, const std::string& target, const CopyProgress& goOn = {});

/// What an extended result code of SQLite means here.
FailureKind failureKindOf(int extendedCode);

} // namespace dure::sqlite
