#include "sync/protocol/account_codec.h"
#include "sync/protocol/json.h"

#include <algorithm>
#include <array>

/// devices, and work they handed in
namespace dure::protocol {

using json::ObjectReader;
using json::readObject;
using json::writeObject;
using json::Writer;

namespace {

constexpr std::array<std::string_view, 4> handoverStates = {"waiting", "accepted", "rejected", "discarded"};

void putText(Writer& w, std::string_view name, const std::string& text)
{
    json::field(w, name, std::string_view(text));
}

void put(Writer& w, const DeviceEntry& device)
{
    w.StartObject();
    json::field(w, "device", device.device);
    putText(w, "name", device.name);
    json::field(w, "user", device.user);
    putText(w, "email", device.email);
    putText(w, "user_name", device.userName);
    putText(w, "version", device.version);
    json::field(w, "first_seen", device.firstSeen);
    json::field(w, "last_seen", device.lastSeen);
    json::field(w, "last_sync", device.lastSync);
    json::field(w, "revoked", device.revoked);
    json::key(w, "current");
    w.Bool(device.current);
    w.EndObject();
}

void read(ObjectReader& reader, DeviceEntry& device)
{
    device.device = reader.id("device");
    device.name = reader.text("name");
    device.user = reader.id("user");
    device.email = reader.text("email");
    device.userName = reader.text("user_name");
    device.version = reader.text("version");
    device.firstSeen = reader.integer("first_seen");
    device.lastSeen = reader.integer("last_seen");
    device.lastSync = reader.integer("last_sync");
    device.revoked = reader.integer("revoked");
    device.current = reader.boolean("current");
}

void put(Writer& w, const HandoverEntry& handover)
{
    w.StartObject();
    json::field(w, "receipt", handover.receipt);
    json::field(w, "user", handover.user);
    putText(w, "user_name", handover.userName);
    putText(w, "device", handover.device);
    json::field(w, "at", handover.at);
    json::field(w, "actions", handover.actions);
    json::field(w, "waiting", handover.waiting);
    w.EndObject();
}

void read(ObjectReader& reader, HandoverEntry& handover)
{
    handover.receipt = reader.id("receipt");
    handover.user = reader.id("user");
    handover.userName = reader.text("user_name");
    handover.device = reader.text("device");
    handover.at = reader.integer("at");
    handover.actions = reader.integer("actions");
    handover.waiting = reader.integer("waiting");
}

void put(Writer& w, const HandedAction& action)
{
    w.StartObject();
    json::field(w, "n", action.n);
    json::field(w, "at", action.at);
    putText(w, "intent", action.intent);
    putText(w, "body", action.body);
    json::field(w, "state", handoverStateName(action.state));
    putText(w, "detail", action.detail);
    w.EndObject();
}

void read(ObjectReader& reader, HandedAction& action)
{
    action.n = reader.integer("n");
    action.at = reader.integer("at");
    action.intent = reader.text("intent");
    action.body = reader.text("body");
    action.detail = reader.text("detail");
    const auto state = std::ranges::find(handoverStates, reader.text("state"));
    if (state == handoverStates.end())
        reader.fail("state");
    else
        action.state = static_cast<HandoverState>(state - handoverStates.begin());
}

template <class Entry> void putEach(Writer& w, const char* name, const std::vector<Entry>& entries)
{
    json::key(w, name);
    w.StartArray();
    for (const Entry& entry : entries)
        put(w, entry);
    w.EndArray();
}

template <class Entry>
void readEach(ObjectReader& reader, const char* name, std::optional<DecodeError>& error, std::vector<Entry>& entries)
{
    const json::Node* nodes = reader.array(name);
    for (rapidjson::SizeType i = 0; nodes && i < nodes->Size() && !error; ++i) {
        ObjectReader each((*nodes)[i], std::string(name) + "[" + std::to_string(i) + "]", error);
        read(each, entries.emplace_back());
    }
}

} // namespace

std::string_view handoverStateName(HandoverState state) { return handoverStates[static_cast<std::size_t>(state)]; }

std::string encode(const DevicesReply& message)
{
    return writeObject([&](Writer& w) { putEach(w, "devices", message.devices); });
}

template <> Decoded<DevicesReply> decode(std::string_view text)
{
    return readObject<DevicesReply>(text, [](ObjectReader& reader, DevicesReply& message, auto& error) {
        readEach(reader, "devices", error, message.devices);
    });
}

std::string encode(const HandoversReply& message)
{
    return writeObject([&](Writer& w) { putEach(w, "handovers", message.handovers); });
}

template <> Decoded<HandoversReply> decode(std::string_view text)
{
    return readObject<HandoversReply>(text, [](ObjectReader& reader, HandoversReply& message, auto& error) {
        readEach(reader, "handovers", error, message.handovers);
    });
}

std::string encode(const HandoverDetailReply& message)
{
    return writeObject([&](Writer& w) { putEach(w, "actions", message.actions); });
}

template <> Decoded<HandoverDetailReply> decode(std::string_view text)
{
    return readObject<HandoverDetailReply>(text, [](ObjectReader& reader, HandoverDetailReply& message, auto& error) {
        readEach(reader, "actions", error, message.actions);
    });
}

std::string encode(const HandoverDecision& message)
{
    return writeObject([&](Writer& w) {
        json::key(w, "accept");
        w.Bool(message.accept);
    });
}

template <> Decoded<HandoverDecision> decode(std::string_view text)
{
    return readObject<HandoverDecision>(text,
        [](ObjectReader& reader, HandoverDecision& message, auto&) { message.accept = reader.boolean("accept"); });
}

} // namespace dure::protocol
