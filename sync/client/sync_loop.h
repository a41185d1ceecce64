#pragma once
#include "sync/client/engine.h"
#include "sync/client/transport.h"

#include <functional>

namespace dure::client {

struct LoopResult
{
    Status status;
    std::int64_t requests = 0;
    std::int64_t actionsSent = 0; ///< that the cloud answered, refusals included
    std::int64_t rowsReceived = 0;
    bool timedOut = false;
};

/// Runs the engine until it has nothing more to ask, fails for good, or `deadlineMs` (by `clock`) has passed. For
/// programs without an event loop (dure-cli, benchmarks). `progress` is called after each answer; false ends the loop.
LoopResult syncUntilQuiet(Engine& engine, Transport& transport, const Uuid& space, const Clock& clock,
    std::int64_t deadlineMs, const std::function<bool(const Status&)>& progress = {});

} // namespace dure::client
