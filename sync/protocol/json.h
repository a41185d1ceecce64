#pragma once
#include "sync/protocol/codec.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <charconv>

/// RapidJSON as the codec uses it; included by the codec's own files only.
namespace dure::protocol::json {

using Buffer = rapidjson::StringBuffer;
using Writer = rapidjson::Writer<Buffer>;
using Node = rapidjson::Value;

/// Iterative, so that deep nesting cannot exhaust the stack; bytes must be UTF-8; a number of a field this version does
/// not know is written again exactly as it was read, or digests would differ. Numbers are read by NumberReader:
/// RapidJSON 1.1.0's own exact reading looks beyond its table of powers at "0.00…01e-300", which anyone could send. It
/// also takes half a surrogate pair that is escaped ("\udd00") for a letter, which NumberReader refuses: as bytes it is
/// no UTF-8, so that no other PC could read what was stored.
inline constexpr unsigned parseFlags
    = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;

/// Builds the document; what comes as the text of a number becomes an integer if it is written as one and fits, else
/// the nearest double. A number beyond a double is refused.
struct NumberReader
{
    rapidjson::Document& document;

    bool RawNumber(const char* text, rapidjson::SizeType length, bool)
    {
        const char* end = text + length;
        std::int64_t integer = 0;
        if (const auto [at, error] = std::from_chars(text, end, integer); error == std::errc() && at == end)
            return document.Int64(integer);
        std::uint64_t large = 0;
        if (const auto [at, error] = std::from_chars(text, end, large); error == std::errc() && at == end)
            return document.Uint64(large);
        double number = 0;
        const auto [at, error] = std::from_chars(text, end, number);
        return error == std::errc() && at == end && document.Double(number);
    }
    bool Null() { return document.Null(); }
    bool Bool(bool value) { return document.Bool(value); }
    bool Int(int value) { return document.Int(value); }
    bool Uint(unsigned value) { return document.Uint(value); }
    bool Int64(std::int64_t value) { return document.Int64(value); }
    bool Uint64(std::uint64_t value) { return document.Uint64(value); }
    bool Double(double value) { return document.Double(value); }
    bool String(const char* text, rapidjson::SizeType length, bool copy)
    {
        return isUtf8({text, length}) && document.String(text, length, copy);
    }
    bool StartObject() { return document.StartObject(); }
    bool Key(const char* text, rapidjson::SizeType length, bool copy)
    {
        return isUtf8({text, length}) && document.Key(text, length, copy);
    }
    bool EndObject(rapidjson::SizeType members) { return document.EndObject(members); }
    bool StartArray() { return document.StartArray(); }
    bool EndArray(rapidjson::SizeType elements) { return document.EndArray(elements); }

private:
    /// Its bytes were checked as they were read; what escapes make of it can only be half a pair: ED A0 to ED BF.
    static bool isUtf8(std::string_view text)
    {
        for (auto at = text.find('\xED'); at != std::string_view::npos; at = text.find('\xED', at + 1))
            if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0)
                return false;
        return true;
    }
};

inline bool parse(rapidjson::Document& document, std::string_view text)
{
    bool isWhole = false;
    auto build = [&](rapidjson::Document& building) {
        rapidjson::MemoryStream bytes(text.data(), text.size());
        rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
        rapidjson::Reader reader;
        NumberReader handler{building};
        isWhole = !reader.Parse<parseFlags>(stream, handler).IsError();
        return isWhole;
    };
    document.Populate(build);
    return isWhole;
}

inline std::string_view view(const Node& node) { return {node.GetString(), node.GetStringLength()}; }

inline void key(Writer& w, std::string_view name) { w.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
inline void put(Writer& w, std::string_view text)
{
    w.String(text.data() ? text.data() : "", static_cast<rapidjson::SizeType>(text.size()));
}
inline void put(Writer& w, std::int64_t value) { w.Int64(value); }
inline void put(Writer& w, const Uuid& id) { put(w, std::string_view(id.toString())); }
template <class T> void field(Writer& w, std::string_view name, const T& value)
{
    key(w, name);
    put(w, value);
}

/// Appends JSON to one text, byte for byte as Writer would write it, without a buffer, a stack or a copy of its own:
/// every save writes its mutation this way.
class Appender
{
public:
    explicit Appender(std::string& out)
        : m_out(out)
    { }
    void raw(std::string_view json) { m_out += json; }
    void text(std::string_view value);
    void value(std::int64_t value);
    void value(const Uuid& id);
    void value(std::string_view text) { this->text(text); }
    /// `name` needs no escaping.
    template <class T> void member(std::string_view name, const T& value)
    {
        key(name);
        this->value(value);
    }
    void key(std::string_view name)
    {
        separate();
        m_out.append(1, '"').append(name).append("\":");
    }
    /// An object's members as text.
    void members(std::string_view json)
    {
        separate();
        m_out += json;
    }

private:
    void separate()
    {
        if (m_out.back() != '{')
            m_out += ',';
    }

    std::string& m_out;
};

inline std::string text(const Buffer& buffer) { return {buffer.GetString(), buffer.GetSize()}; }

inline std::string hex(std::uint64_t value)
{
    char digits[17] = {};
    auto* end = digits + 16;
    for (char* p = end; p != digits; value >>= 4)
        *--p = "0123456789abcdef"[value & 15];
    return {digits, end};
}

inline std::optional<std::uint64_t> fromHex(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (error != std::errc() || end != text.data() + text.size() || text.size() != 16)
        return std::nullopt;
    return value;
}

/// Reads one JSON object, remembering the first thing that was wrong and where. Getters give a neutral value after
/// that.
class ObjectReader
{
public:
    ObjectReader(const Node& node, std::string path, std::optional<DecodeError>& error)
        : m_node(node)
        , m_path(std::move(path))
        , m_error(error)
    {
        if (!node.IsObject())
            fail("");
    }

    std::int64_t integer(const char* name) { return getInteger(find(name, true), name); }
    std::int64_t integerOr(const char* name, std::int64_t otherwise)
    {
        const Node* node = find(name, false);
        return node ? getInteger(node, name) : otherwise;
    }
    bool boolean(const char* name)
    {
        const Node* node = find(name, false);
        if (node && !node->IsBool())
            fail(name);
        return node && node->IsBool() && node->GetBool();
    }
    /// Without NUL, which PostgreSQL keeps in no text.
    std::string text(const char* name, bool required = true)
    {
        const Node* node = find(name, required);
        if (!node)
            return {};
        if (!node->IsString() || view(*node).find('\0') != std::string_view::npos) {
            fail(name);
            return {};
        }
        return std::string(view(*node));
    }
    Uuid id(const char* name, bool required = true)
    {
        const std::string value = text(name, required);
        const auto id = Uuid::fromString(value);
        if (!id && (required || !value.empty()))
            fail(name);
        return id.value_or(Uuid{});
    }
    const Node* array(const char* name)
    {
        const Node* node = find(name, true);
        if (node && !node->IsArray()) {
            fail(name);
            return nullptr;
        }
        return node;
    }
    const Node* object(const char* name)
    {
        const Node* node = find(name, true);
        if (node && !node->IsObject()) {
            fail(name);
            return nullptr;
        }
        return node;
    }
    void fail(std::string_view name)
    {
        if (!m_error)
            m_error = DecodeError{m_path.empty() ? std::string(name) : m_path + "." + std::string(name)};
    }
    const std::string& path() const { return m_path; }

private:
    const Node* find(const char* name, bool required)
    {
        if (!m_node.IsObject())
            return nullptr;
        const auto found = m_node.FindMember(name);
        if (found == m_node.MemberEnd() || found->value.IsNull()) {
            if (required)
                fail(name);
            return nullptr;
        }
        return &found->value;
    }
    std::int64_t getInteger(const Node* node, const char* name)
    {
        if (node && node->IsInt64())
            return node->GetInt64();
        if (node)
            fail(name);
        return 0;
    }

    const Node& m_node;
    std::string m_path;
    std::optional<DecodeError>& m_error;
};

/// Known fields by their declared names, then what stands in `extra`.
void appendFields(Appender& out, const Table& table, const Fields& fields);

/// Opens the document, reads it with `read`, and turns the first problem into the error.
template <class T, class Read> Decoded<T> readObject(std::string_view text, Read read)
{
    rapidjson::Document document;
    if (!parse(document, text))
        return std::unexpected(DecodeError{"json"});
    std::optional<DecodeError> error;
    ObjectReader reader(document, "", error);
    T message;
    read(reader, message, error);
    if (error)
        return std::unexpected(*error);
    return message;
}

template <class Write> std::string writeObject(Write write)
{
    Buffer buffer;
    Writer w(buffer);
    w.StartObject();
    write(w);
    w.EndObject();
    return text(buffer);
}

/// Writing and copying a node recurses, so whatever is passed on unread is measured first.
bool isTooDeep(const Node& node);

/// nullopt: the JSON type does not fit the column. Ranges are not judged here.
std::optional<Value> valueOf(const Column& column, const Node& node);

/// Known fields by position, unknown ones into `extra`. Returns the place of a field that cannot stand there, if any:
/// of a wrong JSON type, nested too deep, or named twice.
std::optional<std::string> readFields(const Table& table, const Node& object, Fields& fields);

/// Known fields into `row`-shaped values; what does not fit its column's type goes to `extra`, as a newer version's
/// would.
void readRow(const Table& table, const Node& object, Row& row);

} // namespace dure::protocol::json
