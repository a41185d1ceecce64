#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

/// What a fuzz target is: a function that must not crash, hang or take much memory whatever the bytes, and inputs to
/// begin with, made by our own writers. Run by libFuzzer (./dev fuzz) and, shorter, by replay_main.cpp in the suite.
namespace dure::fuzz {

void tryInput(std::string_view bytes);
std::vector<std::string> seeds();

/// A rule of the target that did not hold: both runners stop at the signal and keep the input.
inline void must(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace dure::fuzz
