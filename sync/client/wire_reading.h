#pragma once
#include "sync/client/engine.h"
#include "sync/client/transport.h"
#include "sync/protocol/account_codec.h"

/// HTTP's answers as messages; included by the files that speak the wire.
namespace dure::client {

Failure failureOf(const WireReply& reply);
std::string spacePath(const Uuid& space, const std::string& action); ///< "/v1/spaces/…/members"

template <class T> std::expected<T, Failure> readMessage(const WireReply& reply)
{
    if (reply.status != 200)
        return std::unexpected(failureOf(reply));
    auto message = protocol::decode<T>(reply.body);
    if (!message)
        return std::unexpected(NoAnswer{"the answer cannot be read at " + message.error().where});
    return std::move(*message);
}

} // namespace dure::client
