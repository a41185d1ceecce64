#pragma once
#include "core/domain/uuid.h"

#include <chrono>
#include <random>

namespace dure::cli {

class SystemClock final : public Clock
{
public:
    std::int64_t nowMs() const override
    {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    }
};

class SystemRandom final : public RandomSource
{
public:
    std::uint64_t next64() override
    {
        const std::uint64_t high = m_device();
        return high << 32 | (m_device() & 0xffff'ffffU);
    }

private:
    std::random_device m_device;
};

} // namespace dure::cli
