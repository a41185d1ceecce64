#pragma once
#include "core/domain/uuid.h"

#include <chrono>

namespace dure::server {

class SystemClock final : public Clock
{
public:
    std::int64_t nowMs() const override
    {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    }
};

} // namespace dure::server
