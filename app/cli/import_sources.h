#pragma once
#include "app/cli/program.h"
#include "core/exchange/import_plan.h"

#include <optional>
#include <vector>

namespace dure::cli {

/// One file of an import: what it holds and what it would become. Nothing here looks into the database.
struct SourceFile
{
    std::string path;
    exchange::ColumnMapping mapping;
    bool isGuessed = true; ///< the mapping was not given by the user
    std::int64_t headerLine = 0;
    std::vector<std::string> header;
    std::vector<exchange::SourceRow> sample; ///< the first rows
    exchange::ImportPlan plan;

    exchange::TargetKind kind() const { return mapping.kind; }
};

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
