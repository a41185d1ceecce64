#pragma once
#include "core/exchange/import_fields.h"

#include <vector>

namespace dure::exchange {

struct MappedColumn
{
    std::string field; ///< ImportField::name
    std::string column; ///< as TableSource::header() names it

    bool operator==(const MappedColumn&) const = default;
};

/// Which column of a file feeds which field of a kind. A field that joins columns may stand several times, in the
/// order in which its texts are joined.
struct ColumnMapping
{
    TargetKind kind = TargetKind::Customer;
    std::vector<MappedColumn> columns;

    bool has(std::string_view field) const
    {
        for (const MappedColumn& each : columns)
            if (each.field == field)
                return true;
        return false;
    }
    bool operator==(const ColumnMapping&) const = default;
};

/// Fields without which rows of this kind cannot become anything, by name; where one of several would do, all of
/// these are named: {"product_code", "product_name"}. Empty: the mapping suffices.
std::vector<std::string_view> missingFields(const ColumnMapping& mapping);

} // namespace dure::exchange
