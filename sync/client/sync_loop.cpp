#include "sync/client/sync_loop.h"

#include "sync/client/wire.h"

#include <algorithm>
#include <thread>

namespace dure::client {

LoopResult syncUntilQuiet(Engine& engine, Transport& transport, const Uuid& space, const Clock& clock,
    std::int64_t deadlineMs, const std::function<bool(const Status&)>& progress)
{
    LoopResult result;
    while (true) {
        const std::int64_t now = clock.nowMs();
        if (now >= deadlineMs) {
            result.timedOut = true;
            break;
        }
        if (const auto request = engine.next(now)) {
            const WireReply answer = transport.sendAndWait(toWire(space, *request));
            engine.consume(*request, fromWire(*request, answer), clock.nowMs());
            ++result.requests;
            if (progress && !progress(engine.status()))
                break;
            continue;
        }
        if (engine.nextAt() <= now)
            break; // nothing to do, or somebody must sign in
        std::this_thread::sleep_for(std::chrono::milliseconds(std::min(engine.nextAt(), deadlineMs) - now));
    }
    result.status = engine.status();
    return result;
}

} // namespace dure::client
