#pragma once
#include "core/commands/commands.h"
#include "core/commands/demo_words.h"

namespace dure::commands {

/// The demo company's trucks with their drivers.
struct DemoTruck
{
    std::string_view vehicle, driver;
};
inline constexpr DemoTruck demoTrucks[]
    = {{"5톤 91바 2086", "김상철"}, {"2.5톤 82가 3417", "이정호"}, {"1톤 75다 9120", "최민수"}};

/// Plans a delivery: now and then a truck and a time, else nothing yet.
std::expected<void, CommandError> planDemoDelivery(Commands& commands, DemoDice& dice, const Uuid& order, int chance);

/// Calls, visits and notes of the last weeks with the first of `customers`, some with something to do today, promises
/// of money, and an 어음 that matures this week.
struct DemoPartner
{
    Uuid id;
    std::string name, contact;
};
std::expected<void, CommandError> fillDemoRelations(
    Commands& commands, DemoDice& dice, Date today, const std::vector<DemoPartner>& customers);

} // namespace dure::commands
