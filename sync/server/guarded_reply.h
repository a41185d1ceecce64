#pragma once
#include "core/sqlite/database.h"
#include "sync/server/space_service.h"
#include "sync/server/store_failure.h"

/// How what goes wrong becomes a reply.
namespace dure::server {

inline std::unexpected<protocol::ErrorReply> refuse(protocol::ErrorCode code, std::string message)
{
    return std::unexpected(protocol::ErrorReply{code, std::move(message), 0, {}});
}

/// The store's exceptions become replies; nothing was committed then.
template <class Work> auto guarded(Work work) -> decltype(work())
{
    using protocol::ErrorCode;
    try {
        return work();
    } catch (const sqlite::Failure& failure) {
        const bool passing = failure.kind == sqlite::FailureKind::DiskFull || failure.kind == sqlite::FailureKind::Busy
            || failure.kind == sqlite::FailureKind::Io;
        return refuse(passing ? ErrorCode::Unavailable : ErrorCode::Internal, failure.what());
    } catch (const StoreUnavailable& failure) {
        return refuse(ErrorCode::Unavailable, failure.what());
    } catch (const std::exception& failure) {
        return refuse(ErrorCode::Internal, failure.what());
    }
}

/// At most `bytes`, not cut within a character: half a one would make the whole reply unreadable.
inline std::string clipped(const std::string& text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

} // namespace dure::server
