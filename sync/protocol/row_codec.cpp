#include "core/domain/content_hash.h"
#include "sync/protocol/json.h"

#include <algorithm>
#include <set>

namespace dure::protocol {

namespace {

using json::Buffer;
using json::Node;
using json::Writer;

bool needsEscape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

/// What stands after the backslash; 0 for a control character that has no letter.
char shortEscape(unsigned char c)
{
    switch (c) {
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return c < 0x20 ? '\0' : static_cast<char>(c);
    }
}

void appendValue(json::Appender& out, const Value& value)
{
    switch (value.index()) {
    case 1:
        out.value(std::get<std::int64_t>(value));
        break;
    case 2:
        out.text(std::get<std::string>(value));
        break;
    case 3:
        out.value(std::get<Uuid>(value));
        break;
    default:
        out.raw("null");
    }
}

void appendMembers(json::Appender& out, const std::string& object)
{
    if (object.empty())
        return;
    rapidjson::Document extra;
    if (!json::parse(extra, object) || !extra.IsObject())
        return;
    Buffer buffer;
    Writer w(buffer);
    extra.Accept(w);
    const std::string_view written(buffer.GetString(), buffer.GetSize());
    if (written.size() > 2)
        out.members(written.substr(1, written.size() - 2));
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

void json::Appender::text(std::string_view value)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    m_out += '"';
    for (;;) {
        const auto plain = static_cast<std::size_t>(std::ranges::find_if(value, needsEscape) - value.begin());
        m_out.append(value.substr(0, plain));
        if (plain == value.size())
            break;
        const auto c = static_cast<unsigned char>(value[plain]);
        m_out += '\\';
        if (const char letter = shortEscape(c))
            m_out += letter;
        else
            m_out.append("u00").append(1, digits[c >> 4]).append(1, digits[c & 15]);
        value.remove_prefix(plain + 1);
    }
    m_out += '"';
}

void json::Appender::value(std::int64_t value)
{
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    m_out.append(digits, end);
}

void json::Appender::value(const Uuid& id)
{
    static constexpr char digits[] = "0123456789abcdef";
    char quoted[38] = {'"'};
    char* at = quoted + 1;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *at++ = '-';
        *at++ = digits[id.bytes[i] >> 4];
        *at++ = digits[id.bytes[i] & 15];
    }
    *at = '"';
    m_out.append(quoted, sizeof quoted);
}

void json::appendFields(Appender& out, const Table& table, const Fields& fields)
{
    out.raw("{");
    for (const auto& [column, value] : fields.known) {
        out.key(table.columns[static_cast<std::size_t>(column)].name);
        appendValue(out, value);
    }
    appendMembers(out, fields.extra);
    out.raw("}");
}

std::string encodeFields(const Table& table, const Fields& fields)
{
    std::string text;
    json::Appender out(text);
    json::appendFields(out, table, fields);
    return text;
}

std::string encodeRow(const Table& table, const Row& row)
{
    std::string text;
    json::Appender out(text);
    out.raw("{");
    for (std::size_t i = 0; i < row.values.size() && i < table.columns.size(); ++i) {
        if (isNull(row.values[i]))
            continue;
        out.key(table.columns[i].name);
        appendValue(out, row.values[i]);
    }
    appendMembers(out, row.extra);
    out.raw("}");
    return text;
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
