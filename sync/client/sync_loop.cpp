#include "sync/client/sync_loop.h"

#include "sync/client/wire.h"

#include <algorithm>
#include <future>
#include <thread>

namespace dure::client {

namespace {

/// An answer asked for while the one before it was being applied.
struct Ahead
{
    protocol::PullRequest request;
    std::future<Reply> reply;
};

std::optional<Ahead> askAhead(Transport& transport, const Uuid& space, const Request& request, const Reply& reply)
{
    const auto following = Engine::following(request, reply);
    if (!following)
        return std::nullopt;
    const auto promise = std::make_shared<std::promise<Reply>>();
    Ahead ahead{std::get<protocol::PullRequest>(*following), promise->get_future()};
    transport.send(toWire(space, *following),
        [promise, asked = *following](const WireReply& answer) { promise->set_value(fromWire(asked, answer)); });
    return ahead;
}

bool isAnswered(const std::optional<Ahead>& ahead, const Request& request)
{
    const auto* pull = std::get_if<protocol::PullRequest>(&request);
    return ahead && pull && pull->epoch == ahead->request.epoch && pull->cursors == ahead->request.cursors
        && pull->grants == ahead->request.grants;
}

void count(const Reply& reply, LoopResult& result)
{
    ++result.requests;
    if (!reply)
        return;
    if (const auto* pushed = std::get_if<protocol::PushReply>(&*reply))
        result.actionsSent += static_cast<std::int64_t>(pushed->results.size());
    else if (const auto* pulled = std::get_if<protocol::PullReply>(&*reply))
        result.rowsReceived += static_cast<std::int64_t>(pulled->rows.size());
}

} // namespace

LoopResult syncUntilQuiet(Engine& engine, Transport& transport, const Uuid& space, const Clock& clock,
    std::int64_t deadlineMs, const std::function<bool(const Status&)>& progress)
{
    LoopResult result;
    std::optional<Ahead> ahead;
    while (true) {
        const std::int64_t now = clock.nowMs();
        if (now >= deadlineMs) {
            result.timedOut = true;
            break;
        }
        if (const auto request = engine.next(now)) {
            const Reply reply = isAnswered(ahead, *request)
                ? ahead->reply.get()
                : fromWire(*request, transport.sendAndWait(toWire(space, *request)));
            ahead = askAhead(transport, space, *request, reply);
            engine.consume(*request, reply, clock.nowMs());
            count(reply, result);
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
