#include "app/data/system_sources.h"

#include <chrono>

namespace dure::app {

std::int64_t SystemClock::nowMs() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count();
}

std::uint64_t SystemRandom::next64()
{
    const std::scoped_lock lock(m_mutex);
    const std::uint64_t high = m_device();
    return high << 32 | (m_device() & 0xffff'ffffU);
}

} // namespace dure::app
