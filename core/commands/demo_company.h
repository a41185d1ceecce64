#pragma once
#include "core/commands/commands.h"

namespace dure::commands {

struct DemoSize
{
    int customers = 300;
    int products = 120;
    int orders = 2000; ///< over two years, three to six lines each
};

struct DemoReport
{
    std::int64_t customers = 0, products = 0, prices = 0, orders = 0, lines = 0, deliveries = 0, payments = 0;
};

/// Fills an empty space with a made-up plastics company, 한결플라스틱(주): master data, two years of orders up to
/// `today` (some due today, late, partly delivered, on hold), their deliveries and payments, written by the ordinary
/// commands. The same seed and day give the same company. Its business numbers bear the office code 000, which no real
/// firm has.
std::expected<DemoReport, CommandError> fillDemoCompany(
    Commands& commands, Date today, std::uint64_t seed = 1, const DemoSize& size = {});

} // namespace dure::commands
