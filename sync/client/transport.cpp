#include "sync/client/transport.h"

#include <future>

namespace dure::client {

WireReply Transport::sendAndWait(const WireRequest& request)
{
    const auto promise = std::make_shared<std::promise<WireReply>>();
    auto answer = promise->get_future();
    send(request, [promise](WireReply reply) { promise->set_value(std::move(reply)); });
    return answer.get();
}

} // namespace dure::client
