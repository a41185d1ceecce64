#pragma once
#include <cstdint>
#include <map>
#include <string>

namespace dure::simulation {

/// How often each fault, and each rare encounter that a property is about, really happened.
using Tally = std::map<std::string, std::int64_t>;

} // namespace dure::simulation
