#include "sync/protocol/json.h"

/// push, pull, watch, digest
namespace dure::protocol {

namespace {

using json::Node;
using json::ObjectReader;
using json::Writer;

constexpr std::size_t maxTables = 200;

template <class T> Decoded<T> finish(std::optional<DecodeError>& error, T&& message)
{
    if (error)
        return std::unexpected(*error);
    return std::move(message);
}

void putCursors(Writer& w, const std::map<std::string, std::int64_t>& cursors)
{
    json::key(w, "cursors");
    w.StartObject();
    for (const auto& [table, seq] : cursors)
        json::field(w, table, seq);
    w.EndObject();
}

std::map<std::string, std::int64_t> readCursors(ObjectReader& reader)
{
    std::map<std::string, std::int64_t> cursors;
    const Node* node = reader.object("cursors");
    if (!node)
        return cursors;
    if (node->MemberCount() > maxTables) {
        reader.fail("cursors");
        return cursors;
    }
    for (const auto& member : node->GetObject()) {
        if (!member.value.IsInt64() || member.value.GetInt64() < 0 || member.name.GetStringLength() > 60)
            reader.fail("cursors");
        else
            cursors[std::string(json::view(member.name))] = member.value.GetInt64();
    }
    return cursors;
}

NumberedMutation readNumbered(const Node& node, const std::string& path, std::optional<DecodeError>& error)
{
    ObjectReader reader(node, path, error);
    NumberedMutation mutation;
    mutation.n = reader.integer("n");
    const auto hash = json::fromHex(reader.text("hash"));
    if (!hash)
        reader.fail("hash");
    mutation.hash = hash.value_or(0);
    const Node* body = reader.object("body");
    if (body && json::isTooDeep(*body)) {
        reader.fail("body");
    } else if (body) {
        json::Buffer buffer;
        Writer writer(buffer);
        body->Accept(writer);
        mutation.body = json::text(buffer);
    }
    return mutation;
}

void readPulledRow(const Node& node, const std::string& path, std::optional<DecodeError>& error, PulledRow& row)
{
    const bool shaped = node.IsArray() && node.Size() == 5 && node[0].IsString() && node[1].IsString()
        && node[2].IsInt64() && node[3].IsInt64() && node[4].IsObject();
    const auto id = shaped ? Uuid::fromString(json::view(node[1])) : std::nullopt;
    if (!id) {
        if (!error)
            error = DecodeError{path};
        return;
    }
    row.table = json::view(node[0]);
    row.id = *id;
    row.seq = node[2].GetInt64();
    row.deleted = node[3].GetInt64() != 0;
    if (const Table* table = findTable(row.table)) {
        row.row.id = *id;
        json::readRow(*table, node[4], row.row);
    } else if (json::isTooDeep(node[4])) {
        error = DecodeError{path};
    } else {
        json::Buffer buffer;
        Writer writer(buffer);
        node[4].Accept(writer);
        row.fields = json::text(buffer);
    }
}

} // namespace

std::string encode(const PushRequest& message)
{
    json::Buffer buffer;
    Writer w(buffer);
    w.StartObject();
    json::field(w, "incarnation", message.incarnation);
    json::field(w, "epoch", std::string_view(message.epoch));
    json::field(w, "head", message.head);
    json::field(w, "now", message.now);
    json::key(w, "mutations");
    w.StartArray();
    for (const NumberedMutation& mutation : message.mutations) {
        w.StartObject();
        json::field(w, "n", mutation.n);
        json::field(w, "hash", std::string_view(json::hex(mutation.hash)));
        json::key(w, "body");
        w.RawValue(mutation.body.data(), mutation.body.size(), rapidjson::kObjectType);
        w.EndObject();
    }
    w.EndArray();
    w.EndObject();
    return json::text(buffer);
}

template <> Decoded<PushRequest> decode(std::string_view text)
{
    rapidjson::Document document;
    if (!json::parse(document, text))
        return std::unexpected(DecodeError{"json"});
    std::optional<DecodeError> error;
    ObjectReader reader(document, "", error);
    PushRequest message;
    message.incarnation = reader.id("incarnation");
    message.epoch = reader.text("epoch");
    message.head = reader.integerOr("head", 0);
    message.now = reader.integer("now");
    if (const Node* mutations = reader.array("mutations")) {
        if (mutations->Size() > maxMutationsPerPush)
            return std::unexpected(DecodeError{"mutations: too many"});
        for (rapidjson::SizeType i = 0; i < mutations->Size() && !error; ++i)
            message.mutations.push_back(readNumbered((*mutations)[i], "mutations[" + std::to_string(i) + "]", error));
    }
    return finish(error, std::move(message));
}

std::string encode(const PushReply& message)
{
    json::Buffer buffer;
    Writer w(buffer);
    w.StartObject();
    json::field(w, "now", message.now);
    json::field(w, "epoch", std::string_view(message.epoch));
    json::field(w, "head", message.head);
    json::key(w, "results");
    w.StartArray();
    for (const MutationResult& result : message.results) {
        w.StartObject();
        json::field(w, "n", result.n);
        json::field(w, "status", std::string_view(result.status == ResultStatus::Applied ? "applied" : "rejected"));
        json::field(w, "seq", result.seq);
        if (result.status == ResultStatus::Rejected) {
            json::field(w, "reason", reasonName(result.reason));
            json::field(w, "detail", std::string_view(result.detail));
        }
        w.EndObject();
    }
    w.EndArray();
    w.EndObject();
    return json::text(buffer);
}

template <> Decoded<PushReply> decode(std::string_view text)
{
    rapidjson::Document document;
    if (!json::parse(document, text))
        return std::unexpected(DecodeError{"json"});
    std::optional<DecodeError> error;
    ObjectReader reader(document, "", error);
    PushReply message;
    message.now = reader.integer("now");
    message.epoch = reader.text("epoch");
    message.head = reader.integer("head");
    const Node* results = reader.array("results");
    for (rapidjson::SizeType i = 0; results && i < results->Size() && !error; ++i) {
        ObjectReader each((*results)[i], "results[" + std::to_string(i) + "]", error);
        MutationResult result;
        result.n = each.integer("n");
        const std::string status = each.text("status");
        if (status != "applied" && status != "rejected")
            each.fail("status");
        result.status = status == "applied" ? ResultStatus::Applied : ResultStatus::Rejected;
        result.seq = each.integer("seq");
        // a newer cloud's word for a reason is still a rejection
        result.reason = reasonFromName(each.text("reason", false)).value_or(RejectReason::None);
        result.detail = each.text("detail", false);
        message.results.push_back(std::move(result));
    }
    return finish(error, std::move(message));
}

std::string encode(const PullRequest& message)
{
    json::Buffer buffer;
    Writer w(buffer);
    w.StartObject();
    json::field(w, "epoch", std::string_view(message.epoch));
    json::field(w, "grants", message.grants);
    json::field(w, "limit", message.limit);
    putCursors(w, message.cursors);
    w.EndObject();
    return json::text(buffer);
}

template <> Decoded<PullRequest> decode(std::string_view text)
{
    rapidjson::Document document;
    if (!json::parse(document, text))
        return std::unexpected(DecodeError{"json"});
    std::optional<DecodeError> error;
    ObjectReader reader(document, "", error);
    PullRequest message;
    message.epoch = reader.text("epoch");
    message.grants = reader.integerOr("grants", 0);
    message.limit = reader.integerOr("limit", message.limit);
    message.cursors = readCursors(reader);
    return finish(error, std::move(message));
}

std::string encode(const PullReply& message)
{
    json::Buffer buffer;
    Writer w(buffer);
    w.StartObject();
    json::field(w, "now", message.now);
    json::field(w, "epoch", std::string_view(message.epoch));
    json::field(w, "head", message.head);
    json::field(w, "safe", message.safe);
    json::field(w, "grants", message.grants);
    json::field(w, "role", roleName(message.role));
    json::field(w, "until", message.until);
    json::key(w, "more");
    w.Bool(message.more);
    json::key(w, "tables");
    w.StartArray();
    for (const std::string& table : message.tables)
        json::put(w, std::string_view(table));
    w.EndArray();
    putCursors(w, message.cursors);
    json::key(w, "rows");
    w.StartArray();
    for (const PulledRow& row : message.rows) {
        w.StartArray();
        json::put(w, std::string_view(row.table));
        json::put(w, row.id);
        json::put(w, row.seq);
        json::put(w, std::int64_t{row.deleted});
        w.RawValue(row.fields.data(), row.fields.size(), rapidjson::kObjectType);
        w.EndArray();
    }
    w.EndArray();
    w.EndObject();
    return json::text(buffer);
}

template <> Decoded<PullReply> decode(std::string_view text)
{
    rapidjson::Document document;
    if (!json::parse(document, text))
        return std::unexpected(DecodeError{"json"});
    std::optional<DecodeError> error;
    ObjectReader reader(document, "", error);
    PullReply message;
    message.now = reader.integer("now");
    message.epoch = reader.text("epoch");
    message.head = reader.integer("head");
    message.safe = reader.integerOr("safe", 0);
    message.grants = reader.integerOr("grants", 0);
    message.role = roleFromName(reader.text("role", false));
    message.until = reader.integerOr("until", 0);
    message.more = reader.boolean("more");
    const Node* tables = reader.array("tables");
    for (rapidjson::SizeType i = 0; tables && i < tables->Size(); ++i)
        if ((*tables)[i].IsString())
            message.tables.emplace_back(json::view((*tables)[i]));
    message.cursors = readCursors(reader);
    const Node* rows = reader.array("rows");
    if (rows)
        message.rows.resize(rows->Size());
    for (rapidjson::SizeType i = 0; rows && i < rows->Size() && !error; ++i)
        readPulledRow((*rows)[i], "rows[" + std::to_string(i) + "]", error, message.rows[i]);
    return finish(error, std::move(message));
}

std::string encode(const DigestReply& message)
{
    json::Buffer buffer;
    Writer w(buffer);
    w.StartObject();
    json::field(w, "epoch", std::string_view(message.epoch));
    json::field(w, "seq", message.seq);
    json::key(w, "tables");
    w.StartObject();
    for (const auto& [table, digest] : message.tables) {
        json::key(w, table);
        w.StartObject();
        json::field(w, "count", digest.count);
        json::field(w, "sum", std::string_view(json::hex(digest.sum)));
        w.EndObject();
    }
    w.EndObject();
    w.EndObject();
    return json::text(buffer);
}

template <> Decoded<DigestReply> decode(std::string_view text)
{
    rapidjson::Document document;
    if (!json::parse(document, text))
        return std::unexpected(DecodeError{"json"});
    std::optional<DecodeError> error;
    ObjectReader reader(document, "", error);
    DigestReply message;
    message.epoch = reader.text("epoch");
    message.seq = reader.integer("seq");
    if (const Node* tables = reader.object("tables")) {
        for (const auto& member : tables->GetObject()) {
            const std::string name(json::view(member.name));
            ObjectReader each(member.value, "tables." + name, error);
            TableDigest& digest = message.tables[name];
            digest.count = each.integer("count");
            const auto sum = json::fromHex(each.text("sum"));
            if (!sum)
                each.fail("sum");
            digest.sum = sum.value_or(0);
        }
    }
    return finish(error, std::move(message));
}

} // namespace dure::protocol
