#pragma once
#include "sync/client/engine.h"
#include "sync/client/transport.h"

#include <expected>

namespace dure::client {

/// The engine's questions as HTTP, and HTTP's answers as the engine's. Pure functions.
WireRequest toWire(const Uuid& space, const Request& request);
Reply fromWire(const Request& request, const WireReply& reply);

/// A piece of a file of work that is handed in.
WireRequest handOverRequest(const Uuid& space, const BlobPutRequest& put);

WireRequest watchRequest(const protocol::WatchRequest& watch);
/// nullopt: no usable answer; ask again after a while.
std::optional<protocol::WatchReply> readWatch(const WireReply& reply);

WireRequest signInRequest(const protocol::SignInRequest& signIn);
WireRequest sessionRequest();
WireRequest signOutRequest();
WireRequest historyRequest(const Uuid& space, const std::string& table, const Uuid& row);
/// The error's code tells the reason; NoAnswer if the cloud could not be reached.
std::expected<protocol::SessionReply, Failure> readSession(const WireReply& reply);
std::expected<std::vector<protocol::HistoryEntry>, Failure> readHistory(const WireReply& reply);

} // namespace dure::client
