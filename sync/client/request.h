#pragma once
#include "sync/protocol/messages.h"

#include <expected>
#include <string>
#include <variant>

namespace dure::client {

struct DigestRequest
{ };

/// How much of a file the cloud has.
struct BlobStateRequest
{
    BlobHash hash;
};

/// A piece of a file for the cloud.
struct BlobPutRequest
{
    BlobHash hash;
    std::int64_t offset = 0;
    std::int64_t size = 0; ///< of the whole file
    std::string bytes;
};

/// A piece of a file from the cloud, which may be shorter than `length`.
struct BlobGetRequest
{
    BlobHash hash;
    std::int64_t offset = 0;
    std::int64_t length = 0;
    std::int64_t size = 0; ///< of the whole file, as its row says
};

struct BlobBytes
{
    std::int64_t offset = 0;
    std::string bytes;
};

/// What the engine wants to ask the cloud, and what came back. A transport carries it; the simulation hands it over.
using Request = std::variant<protocol::EnrolRequest, protocol::PushRequest, protocol::PullRequest, DigestRequest,
    BlobStateRequest, BlobPutRequest, BlobGetRequest>;
using ReplyBody = std::variant<protocol::EnrolReply, protocol::PushReply, protocol::PullReply, protocol::DigestReply,
    protocol::BlobState, BlobBytes>;

/// No usable answer: the network failed, the time ran out, or the answer could not be read.
struct NoAnswer
{
    std::string detail;
};
using Failure = std::variant<NoAnswer, protocol::ErrorReply>;
using Reply = std::expected<ReplyBody, Failure>;

} // namespace dure::client
