#pragma once
#include "core/commands/commands.h"
#include "tests/support/order_book.h"

#include <string>

namespace dure::bench {

/// A cloud on disk with one company, for clients that are measured against it.
struct BenchCloud
{
    static constexpr const char* email = "bench@example.com";
    static constexpr const char* password = "bench-password-1";

    std::string data; ///< dure-server's folder
    std::string failure; ///< empty: it is there
};

/// Makes the company and its order book of so many lines, as its owner's pushes would have left it.
BenchCloud makeBenchCloud(const std::string& serverProgram, const std::string& data, int lines);

inline testing::OrderBook benchBook(int lines)
{
    return testing::OrderBook({.lines = lines}, Date::fromYmd(2026, 11, 23));
}

/// What somebody would type to make these rows: the head and its lines.
commands::OrderInput orderInputOf(const std::vector<testing::TableRow>& rows);

} // namespace dure::bench
