#pragma once
#include "core/exchange/import_plan.h"

#include <string>
#include <unordered_map>

namespace dure::intake {

/// What is to become of a customer's or product's name in a file that no row has.
struct NameChoice
{
    enum class What : std::uint8_t {
        LeaveOut, ///< the orders that name it are not imported
        Existing, ///< it means `row`
        Create, ///< it is made anew, with what the file says of it
        AsTyped, ///< of a product: the line bears the name and belongs to no product (금형비, 샘플)
    };
    What what = What::LeaveOut;
    Uuid row;

    bool operator==(const NameChoice&) const = default;
};

/// By the keys below. A name without a choice is left out as an unknown one.
struct NameChoices
{
    std::unordered_map<std::string, NameChoice> customers, products;
};

/// What the file calls an order's customer by: the code, else the name.
inline const std::string& customerKeyOf(const exchange::ImportedOrder& order)
{
    return order.customerCode.empty() ? order.customerName : order.customerCode;
}

/// What the file calls a line's product by: the code, else name and spec.
inline std::string productKeyOf(const exchange::ImportedOrderLine& line)
{
    return line.productCode.empty() ? line.values.productName + '\n' + line.values.spec : line.productCode;
}

} // namespace dure::intake
