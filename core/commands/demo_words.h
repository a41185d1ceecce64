#pragma once
#include "core/domain/entities.h"

#include <random>

namespace dure::commands {

/// Draws that are the same on every platform: the standard's distributions are not.
class DemoDice final : public RandomSource
{
public:
    explicit DemoDice(std::uint64_t seed)
        : m_engine(seed)
    { }
    std::uint64_t next64() override { return m_engine(); }
    int below(std::int64_t limit) { return static_cast<int>(m_engine() % static_cast<std::uint64_t>(limit)); }
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template <class List> const auto& any(const List& list)
    {
        return list[static_cast<std::size_t>(below(std::ssize(list)))];
    }

private:
    std::mt19937_64 m_engine;
};

/// Made-up people, firms and goods. Business numbers bear the office code 000 and a right check digit, telephone
/// numbers the exchange 000: neither was ever given out.
std::string demoPerson(DemoDice& dice);
std::string demoBusinessNumber(DemoDice& dice);
std::string demoPhone(DemoDice& dice);
std::string demoAddress(DemoDice& dice);
std::vector<std::string> demoFirms(DemoDice& dice, int count); ///< all different
std::vector<Product> demoProducts(DemoDice& dice, int count); ///< all different codes

} // namespace dure::commands
