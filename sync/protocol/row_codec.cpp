#include "core/domain/content_hash.h"
#include "sync/protocol/json.h"

#include <algorithm>
#include <set>

namespace dure::protocol {

namespace {

using json::Buffer;
using json::Node;
using json::Writer;

void putValue(Writer& w, const Value& value)
{
    switch (value.index()) {
    case 1:
        w.Int64(std::get<std::int64_t>(value));
        break;
    case 2:
        json::put(w, std::string_view(std::get<std::string>(value)));
        break;
    case 3:
        json::put(w, std::get<Uuid>(value));
        break;
    default:
        w.Null();
    }
}

void putMembers(Writer& w, const std::string& object)
{
    if (object.empty())
        return;
    rapidjson::Document extra;
    if (!json::parse(extra, object) || !extra.IsObject())
        return;
    for (const auto& member : extra.GetObject()) {
        json::key(w, json::view(member.name));
        member.value.Accept(w);
    }
}

/// What stands in `extra`, as an object's text; empty if there is nothing.
class ExtraWriter
{
public:
    void add(std::string_view name, const Node& value)
    {
        if (!m_open) {
            m_writer.StartObject();
            m_open = true;
        }
        json::key(m_writer, name);
        value.Accept(m_writer);
    }
    std::string finish()
    {
        if (!m_open)
            return {};
        m_writer.EndObject();
        return json::text(m_buffer);
    }

private:
    Buffer m_buffer;
    Writer m_writer{m_buffer};
    bool m_open = false;
};

std::uint64_t textHash(std::string_view text, std::uint64_t nameHash) { return hashBytes(text, nameHash); }

/// Names hashed once per declared column.
const std::vector<std::uint64_t>& nameHashes(const Table& table)
{
    static const auto all = [] {
        std::vector<std::vector<std::uint64_t>> made;
        for (const Table& each : allTables()) {
            made.emplace_back();
            for (const Column& column : each.columns)
                made.back().push_back(hashBytes(column.name));
        }
        return made;
    }();
    return all[static_cast<std::size_t>(table.id) - 1];
}

std::uint64_t nodeHash(const Node& node, std::uint64_t nameHash)
{
    if (node.IsInt64())
        return hashInteger(node.GetInt64(), nameHash);
    if (node.IsString())
        return textHash(json::view(node), nameHash);
    Buffer buffer;
    Writer writer(buffer);
    node.Accept(writer);
    return textHash({buffer.GetString(), buffer.GetSize()}, nameHash + 1);
}

} // namespace

bool json::isTooDeep(const Node& node)
{
    constexpr int maxDepth = 32;
    std::vector<std::pair<const Node*, int>> open{{&node, 1}};
    while (!open.empty()) {
        const auto [each, depth] = open.back();
        open.pop_back();
        if (depth > maxDepth)
            return true;
        if (each->IsArray())
            for (const Node& element : each->GetArray())
                open.emplace_back(&element, depth + 1);
        else if (each->IsObject())
            for (const auto& member : each->GetObject())
                open.emplace_back(&member.value, depth + 1);
    }
    return false;
}

std::optional<Value> json::valueOf(const Column& column, const Node& node)
{
    if (node.IsNull())
        return Value{};
    if (column.type == ColumnType::Text)
        return node.IsString() ? std::optional<Value>(std::string(json::view(node))) : std::nullopt;
    if (column.type == ColumnType::Id) {
        if (!node.IsString())
            return std::nullopt;
        const auto id = Uuid::fromString(json::view(node));
        return id ? std::optional<Value>(*id) : std::nullopt;
    }
    return node.IsInt64() ? std::optional<Value>(node.GetInt64()) : std::nullopt;
}

std::string encodeFields(const Table& table, const Fields& fields)
{
    Buffer buffer;
    Writer w(buffer);
    w.StartObject();
    for (const auto& [column, value] : fields.known) {
        json::key(w, table.columns[static_cast<std::size_t>(column)].name);
        putValue(w, value);
    }
    putMembers(w, fields.extra);
    w.EndObject();
    return json::text(buffer);
}

std::string encodeRow(const Table& table, const Row& row)
{
    Buffer buffer;
    Writer w(buffer);
    w.StartObject();
    for (std::size_t i = 0; i < row.values.size() && i < table.columns.size(); ++i) {
        if (isNull(row.values[i]))
            continue;
        json::key(w, table.columns[i].name);
        putValue(w, row.values[i]);
    }
    putMembers(w, row.extra);
    w.EndObject();
    return json::text(buffer);
}

void json::readRow(const Table& table, const Node& object, Row& row)
{
    row.values.assign(table.columns.size(), Value{});
    ExtraWriter extra;
    std::size_t expected = 0; // fields come in declared order, so the next column is nearly always the right one
    for (const auto& member : object.GetObject()) {
        const std::string_view name = view(member.name);
        while (expected < table.columns.size() && table.columns[expected].name != name)
            ++expected;
        int index = static_cast<int>(expected);
        if (expected == table.columns.size()) {
            expected = 0;
            index = table.columnIndex(name);
        }
        std::optional<Value> value;
        if (index >= 0)
            value = json::valueOf(table.columns[static_cast<std::size_t>(index)], member.value);
        if (value)
            row.values[static_cast<std::size_t>(index)] = std::move(*value);
        else if (!isTooDeep(member.value))
            extra.add(name, member.value);
    }
    row.extra = extra.finish();
}

std::optional<std::string> json::readFields(const Table& table, const Node& object, Fields& fields)
{
    ExtraWriter extra;
    std::set<std::string_view> names;
    for (const auto& member : object.GetObject()) {
        const std::string_view name = view(member.name);
        const int index = table.columnIndex(name);
        // of a name that comes twice nobody knows which value was meant
        if (!names.insert(name).second || (index < 0 && isTooDeep(member.value)))
            return std::string(table.name) + "." + std::string(name);
        if (index < 0) {
            extra.add(name, member.value);
            continue;
        }
        auto value = valueOf(table.columns[static_cast<std::size_t>(index)], member.value);
        if (!value)
            return std::string(table.name) + "." + std::string(name);
        fields.known.emplace_back(index, std::move(*value));
    }
    fields.extra = extra.finish();
    return std::nullopt;
}

Decoded<Fields> decodeFields(const Table& table, std::string_view text)
{
    rapidjson::Document document;
    if (!json::parse(document, text) || !document.IsObject())
        return std::unexpected(DecodeError{std::string(table.name)});
    Fields fields;
    if (auto wrong = json::readFields(table, document, fields))
        return std::unexpected(DecodeError{std::move(*wrong)});
    return fields;
}

Decoded<Row> decodeRow(const Table& table, const Uuid& id, std::string_view text)
{
    rapidjson::Document document;
    if (!json::parse(document, text) || !document.IsObject())
        return std::unexpected(DecodeError{std::string(table.name)});
    Row row;
    row.id = id;
    json::readRow(table, document, row);
    return row;
}

std::string mergeExtra(const std::string& under, const std::string& over)
{
    if (over.empty())
        return under;
    rapidjson::Document base;
    rapidjson::Document top;
    if (!json::parse(top, over) || !top.IsObject())
        return under;
    if (under.empty() || !json::parse(base, under) || !base.IsObject())
        base.SetObject();
    for (auto& member : top.GetObject()) {
        base.RemoveMember(member.name);
        if (!member.value.IsNull())
            base.AddMember(member.name, member.value, top.GetAllocator());
    }
    if (base.ObjectEmpty())
        return {};
    Buffer buffer;
    Writer writer(buffer);
    base.Accept(writer);
    return json::text(buffer);
}

std::uint64_t rowHash(const Table& table, const Row& row, std::int64_t seq)
{
    const std::vector<std::uint64_t>& names = nameHashes(table);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < row.values.size() && i < names.size(); ++i) {
        const Value& value = row.values[i];
        if (const auto* integer = std::get_if<std::int64_t>(&value))
            sum += hashInteger(*integer, names[i]);
        else if (const auto* text = std::get_if<std::string>(&value))
            sum += textHash(*text, names[i]);
        else if (const auto* id = std::get_if<Uuid>(&value))
            sum += textHash(id->toString(), names[i]); // as an older version would see it
    }
    if (!row.extra.empty()) {
        rapidjson::Document extra;
        if (json::parse(extra, row.extra) && extra.IsObject())
            for (const auto& member : extra.GetObject())
                if (!member.value.IsNull())
                    sum += nodeHash(member.value, hashBytes(json::view(member.name)));
    }
    const std::string_view id(reinterpret_cast<const char*>(row.id.bytes.data()), row.id.bytes.size());
    return hashInteger(static_cast<std::int64_t>(sum), hashBytes(id, static_cast<std::uint64_t>(seq)));
}

} // namespace dure::protocol
