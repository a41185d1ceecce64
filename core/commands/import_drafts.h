#pragma once
#include "core/commands/command_error.h"
#include "core/domain/entities.h"

#include <functional>

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

/// Found again by code, else by business number, else by name; two business numbers are two customers.
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
    std::string productKey; ///< code, or name (with line.spec, if it has one); empty: a line typed freely
    GivenColumns given{~std::uint64_t{0}}; ///< of the line; the others keep what is stored
    Uuid productId; ///< nil: look productKey up
};

/// Found again by order.number. Its lines are found again by product (or name and spec) and how often it came before,
/// what is left by its place; a line with deliveries is neither dropped nor made one of another product.
struct OrderDraft
{
    SalesOrder order; ///< tax terms come from the customer unless col::SalesOrder::taxKind is given
    GivenColumns given;
    std::string customerKey; ///< code or name
    Uuid customerId; ///< nil: look customerKey up
    std::vector<OrderLineDraft> lines;
    bool keepsOtherLines = false; ///< stored lines that are not among `lines` stay, and none changes its product
    /// Delivered altogether on this day, if the file says so (null: not). Written once, when the order is created.
    Date deliveredOn;
};

/// Told from time to time how many drafts are done. False: stop; nothing of the action is written then.
using ImportWatch = std::function<bool(std::size_t done)>;

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
