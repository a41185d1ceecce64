#pragma once
#include "core/domain/uuid.h"

#include <mutex>
#include <random>

namespace dure::app {

/// This PC's clock.
class SystemClock : public Clock
{
public:
    std::int64_t nowMs() const override;
};

/// The operating system's randomness. Thread-safe.
class SystemRandom : public RandomSource
{
public:
    std::uint64_t next64() override;

private:
    std::mutex m_mutex;
    std::random_device m_device;
};

} // namespace dure::app
