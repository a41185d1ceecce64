#include "sync/protocol/json.h"

/// signing in, enrolment, watch, handover, history, errors
namespace dure::protocol {

namespace {

using json::Node;
using json::ObjectReader;
using json::readObject;
using json::writeObject;
using json::Writer;

constexpr std::size_t maxSpaces = 1000;

void putHeads(Writer& w, std::string_view name, const std::map<Uuid, std::int64_t>& heads)
{
    json::key(w, name);
    w.StartObject();
    for (const auto& [space, head] : heads)
        json::field(w, space.toString(), head);
    w.EndObject();
}

void readHeads(ObjectReader& reader, const char* name, std::map<Uuid, std::int64_t>& heads)
{
    const Node* node = reader.object(name);
    if (!node)
        return;
    if (node->MemberCount() > maxSpaces)
        reader.fail(name);
    for (const auto& member : node->GetObject()) {
        const auto space = Uuid::fromString(json::view(member.name));
        if (!space || !member.value.IsInt64())
            reader.fail(name);
        else
            heads[*space] = member.value.GetInt64();
    }
}

SpaceGrant readGrant(const Node& node, const std::string& path, std::optional<DecodeError>& error)
{
    ObjectReader reader(node, path, error);
    SpaceGrant grant;
    grant.space = reader.id("space");
    const auto kind = spaceKindFromName(reader.text("kind"));
    if (!kind)
        reader.fail("kind");
    grant.kind = kind.value_or(SpaceKind::Company);
    grant.name = reader.text("name");
    grant.role = roleFromName(reader.text("role"));
    grant.epoch = reader.text("epoch", false);
    grant.until = reader.integerOr("until", 0);
    return grant;
}

} // namespace

std::string encode(const WatchRequest& message)
{
    return writeObject([&](Writer& w) {
        putHeads(w, "heads", message.heads);
        json::field(w, "timeout_ms", message.timeoutMs);
    });
}

template <> Decoded<WatchRequest> decode(std::string_view text)
{
    return readObject<WatchRequest>(text, [](ObjectReader& reader, WatchRequest& message, auto&) {
        readHeads(reader, "heads", message.heads);
        message.timeoutMs = reader.integerOr("timeout_ms", message.timeoutMs);
    });
}

std::string encode(const WatchReply& message)
{
    return writeObject([&](Writer& w) { putHeads(w, "moved", message.moved); });
}

template <> Decoded<WatchReply> decode(std::string_view text)
{
    return readObject<WatchReply>(
        text, [](ObjectReader& reader, WatchReply& message, auto&) { readHeads(reader, "moved", message.moved); });
}

std::string encode(const SignInRequest& message)
{
    return writeObject([&](Writer& w) {
        json::field(w, "email", std::string_view(message.email));
        json::field(w, "password", std::string_view(message.password));
        json::field(w, "device", message.device);
        json::field(w, "device_name", std::string_view(message.deviceName));
        json::field(w, "schema", std::int64_t{message.schema});
        if (!message.code.empty())
            json::field(w, "code", std::string_view(message.code));
    });
}

template <> Decoded<SignInRequest> decode(std::string_view text)
{
    return readObject<SignInRequest>(text, [](ObjectReader& reader, SignInRequest& message, auto&) {
        message.email = reader.text("email");
        message.password = reader.text("password");
        message.device = reader.id("device");
        message.deviceName = reader.text("device_name");
        message.schema = static_cast<int>(reader.integerOr("schema", schemaVersion));
        message.code = reader.text("code", false);
        if (message.email.size() > 254 || message.password.size() > 1000 || message.deviceName.size() > 200
            || message.code.size() > 100)
            reader.fail("too long");
    });
}

std::string encode(const SessionReply& message)
{
    return writeObject([&](Writer& w) {
        if (!message.token.empty())
            json::field(w, "token", std::string_view(message.token));
        json::field(w, "user", message.user);
        json::field(w, "user_name", std::string_view(message.userName));
        json::field(w, "email", std::string_view(message.email));
        json::field(w, "now", message.now);
        json::key(w, "spaces");
        w.StartArray();
        for (const SpaceGrant& grant : message.spaces) {
            w.StartObject();
            json::field(w, "space", grant.space);
            json::field(w, "kind", spaceKindName(grant.kind));
            json::field(w, "name", std::string_view(grant.name));
            json::field(w, "role", roleName(grant.role));
            json::field(w, "epoch", std::string_view(grant.epoch));
            json::field(w, "until", grant.until);
            w.EndObject();
        }
        w.EndArray();
    });
}

template <> Decoded<SessionReply> decode(std::string_view text)
{
    return readObject<SessionReply>(text, [](ObjectReader& reader, SessionReply& message, auto& error) {
        message.token = reader.text("token", false);
        message.user = reader.id("user");
        message.userName = reader.text("user_name");
        message.email = reader.text("email");
        message.now = reader.integer("now");
        const Node* spaces = reader.array("spaces");
        for (rapidjson::SizeType i = 0; spaces && i < spaces->Size() && !error; ++i)
            message.spaces.push_back(readGrant((*spaces)[i], "spaces[" + std::to_string(i) + "]", error));
    });
}

std::string encode(const EnrolRequest& message)
{
    return writeObject([&](Writer& w) {
        json::field(w, "incarnation", message.incarnation);
        json::field(w, "device_name", std::string_view(message.deviceName));
    });
}

template <> Decoded<EnrolRequest> decode(std::string_view text)
{
    return readObject<EnrolRequest>(text, [](ObjectReader& reader, EnrolRequest& message, auto&) {
        message.incarnation = reader.id("incarnation");
        message.deviceName = reader.text("device_name");
        if (message.deviceName.size() > 200)
            reader.fail("device_name");
    });
}

std::string encode(const EnrolReply& message)
{
    return writeObject([&](Writer& w) { json::field(w, "letters", std::string_view(message.letters)); });
}

template <> Decoded<EnrolReply> decode(std::string_view text)
{
    return readObject<EnrolReply>(text, [](ObjectReader& reader, EnrolReply& message, auto&) {
        message.letters = reader.text("letters");
        if (message.letters.empty() || message.letters.size() > 8)
            reader.fail("letters");
    });
}

std::string encode(const BlobState& message)
{
    return writeObject([&](Writer& w) {
        json::field(w, "size", message.size);
        json::field(w, "received", message.received);
        json::key(w, "complete");
        w.Bool(message.complete);
    });
}

template <> Decoded<BlobState> decode(std::string_view text)
{
    return readObject<BlobState>(text, [](ObjectReader& reader, BlobState& message, auto&) {
        message.size = reader.integer("size");
        message.received = reader.integer("received");
        message.complete = reader.boolean("complete");
        if (message.size < 0 || message.received < 0 || message.received > message.size)
            reader.fail("received");
    });
}

std::string encode(const HandoverReply& message)
{
    return writeObject([&](Writer& w) {
        json::field(w, "receipt", message.receipt);
        json::field(w, "kept", message.kept);
    });
}

template <> Decoded<HandoverReply> decode(std::string_view text)
{
    return readObject<HandoverReply>(text, [](ObjectReader& reader, HandoverReply& message, auto&) {
        message.receipt = reader.id("receipt");
        message.kept = reader.integer("kept");
    });
}

std::string encode(const std::vector<HistoryEntry>& message)
{
    return writeObject([&](Writer& w) {
        json::key(w, "entries");
        w.StartArray();
        for (const HistoryEntry& entry : message) {
            w.StartObject();
            json::field(w, "seq", entry.seq);
            json::field(w, "at", entry.at);
            json::field(w, "user", std::string_view(entry.user));
            json::field(w, "device", std::string_view(entry.device));
            json::field(w, "op", std::string_view(entry.op));
            json::field(w, "before", std::string_view(entry.before));
            json::field(w, "after", std::string_view(entry.after));
            w.EndObject();
        }
        w.EndArray();
    });
}

template <> Decoded<std::vector<HistoryEntry>> decode(std::string_view text)
{
    return readObject<std::vector<HistoryEntry>>(text, [](ObjectReader& reader, auto& message, auto& error) {
        const Node* entries = reader.array("entries");
        for (rapidjson::SizeType i = 0; entries && i < entries->Size() && !error; ++i) {
            ObjectReader each((*entries)[i], "entries[" + std::to_string(i) + "]", error);
            HistoryEntry entry;
            entry.seq = each.integer("seq");
            entry.at = each.integer("at");
            entry.user = each.text("user");
            entry.device = each.text("device");
            entry.op = each.text("op");
            entry.before = each.text("before");
            entry.after = each.text("after");
            message.push_back(std::move(entry));
        }
    });
}

std::string encode(const ErrorReply& message)
{
    return writeObject([&](Writer& w) {
        json::field(w, "error", errorName(message.code));
        json::field(w, "message", std::string_view(message.message));
        if (message.code == ErrorCode::Gap)
            json::field(w, "expected", message.expected);
        if (message.code == ErrorCode::EpochChanged) {
            json::field(w, "epoch", std::string_view(message.epoch));
            json::field(w, "epoch_start", message.epochStart);
        }
    });
}

template <> Decoded<ErrorReply> decode(std::string_view text)
{
    return readObject<ErrorReply>(text, [](ObjectReader& reader, ErrorReply& message, auto&) {
        const auto code = errorFromName(reader.text("error"));
        if (!code)
            reader.fail("error");
        message.code = code.value_or(ErrorCode::Internal);
        message.message = reader.text("message", false);
        message.expected = reader.integerOr("expected", 0);
        message.epoch = reader.text("epoch", false);
        message.epochStart = reader.integerOr("epoch_start", 0);
    });
}

} // namespace dure::protocol
