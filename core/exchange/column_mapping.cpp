#include "core/exchange/column_mapping.h"

namespace dure::exchange {

namespace {

using Choice = std::span<const std::string_view>; // any one of them suffices

constexpr std::string_view name[] = {"name"};
constexpr std::string_view number[] = {"number"};
constexpr std::string_view orderNumber[] = {"order_number"};
constexpr std::string_view orderedOn[] = {"ordered_on"};
constexpr std::string_view customer[] = {"customer_code", "customer_name"};
constexpr std::string_view product[] = {"product_code", "product_name"};
constexpr std::string_view quantity[] = {"quantity"};

bool hasAny(const ColumnMapping& mapping, Choice choice)
{
    for (const std::string_view field : choice)
        if (mapping.has(field))
            return true;
    return false;
}

} // namespace

std::vector<std::string_view> missingFields(const ColumnMapping& mapping)
{
    std::vector<Choice> needed;
    switch (mapping.kind) {
    case TargetKind::Customer:
    case TargetKind::Product:
        needed = {name};
        break;
    case TargetKind::Order:
        needed = {number, orderedOn, customer};
        if (mapping.has("quantity"))
            needed.push_back(product);
        break;
    case TargetKind::OrderLine:
        needed = {orderNumber, quantity, product};
        break;
    }
    std::vector<std::string_view> missing;
    for (const Choice choice : needed)
        if (!hasAny(mapping, choice))
            missing.insert(missing.end(), choice.begin(), choice.end());
    return missing;
}

} // namespace dure::exchange
