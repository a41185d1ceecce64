#pragma once
#include "core/exchange/import_plan.h"

#include <string>
#include <vector>

namespace dure::intake {

/// One table of an import: what it holds and what it would become. Nothing here looks into the database.
struct SourceTable
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

} // namespace dure::intake
