#pragma once
#include "sync/protocol/account_codec.h"
#include "sync/server/api.h"

/// How handlers answer; included by api_*.cpp only.
namespace dure::server {

inline protocol::ErrorReply malformed(const protocol::DecodeError& error)
{
    return {protocol::ErrorCode::BadRequest, "malformed: " + error.where, 0, {}};
}

template <class T> Api::Outcome Api::encoded(const Reply<T>& reply)
{
    if (!reply)
        return failed(reply.error());
    return protocol::encode(*reply);
}

} // namespace dure::server
