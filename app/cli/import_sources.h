#pragma once
#include "app/cli/program.h"
#include "core/exchange/table_source.h"
#include "core/intake/source_table.h"

#include <optional>
#include <vector>

namespace dure::cli {

using SourceFile = intake::SourceTable;

struct SourceWish
{
    std::vector<std::string> paths;
    std::optional<exchange::TargetKind> kind; ///< std::nullopt: found from each file's columns
    std::string mappingPath; ///< empty: guess
    exchange::TableOptions table;
};

/// Reads and plans all files, in the order in which they can be written: customers, products, orders, lines. At most
/// one file of a kind; the lines of a file of lines have been joined to the file of orders, if there is one.
Said<std::vector<SourceFile>> readSources(Program& program, const SourceWish& wish);

} // namespace dure::cli
