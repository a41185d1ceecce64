#pragma once
#include "core/commands/command_error.h"
#include "core/domain/entities.h"

/// What an import hands to the commands: values by outside keys, and which columns the file had at all. A column the
/// file lacks leaves what is stored alone.
namespace dure::commands {

/// A set of declared columns (col::Customer::name …).
struct GivenColumns
{
    std::uint64_t bits = 0;

    GivenColumns& add(int column)
    {
        bits |= std::uint64_t{1} << column;
        return *this;
    }
    bool has(int column) const { return (bits >> column & 1) != 0; }
};

/// Found again by code, or without one by name.
struct CustomerDraft
{
    Customer customer; ///< id is ignored
    GivenColumns given;
};

/// Found again by code, or without one by name and spec.
struct ProductDraft
{
    Product product;
    GivenColumns given;
};

struct OrderLineDraft
{
    OrderLine line; ///< ids are ignored; an empty productName takes the product's name, spec and unit
    std::string productKey; ///< code or name; empty: a line typed freely
};

/// Found again by order.number. Its lines are found again by position.
struct OrderDraft
{
    SalesOrder order; ///< tax terms come from the customer unless col::SalesOrder::taxKind is given
    GivenColumns given;
    std::string customerKey; ///< code or name
    std::vector<OrderLineDraft> lines;
    /// Delivered altogether on this day, if the file says so (null: not). Written once, when the order is created.
    Date deliveredOn;
};

struct ImportProblem
{
    std::size_t draft = 0; ///< index in the input
    FieldProblem field;
};

struct ImportReport
{
    std::int64_t created = 0, changed = 0, unchanged = 0, skipped = 0;
    std::int64_t lines = 0; ///< of orders created or changed
    std::vector<ImportProblem> problems; ///< of what was skipped
    ChangeSet changes;
};

} // namespace dure::commands
