#include "core/commands/undo_record.h"

#include <cstring>

namespace dure::commands {

namespace {

constexpr char formatVersion = 1;

void putInteger(std::string& out, std::uint64_t value)
{
    while (value >= 0x80) {
        out += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    out += static_cast<char>(value);
}

void putText(std::string& out, std::string_view text)
{
    putInteger(out, text.size());
    out += text;
}

void putId(std::string& out, const Uuid& id) { out.append(reinterpret_cast<const char*>(id.bytes.data()), 16); }

void putValue(std::string& out, const Value& value)
{
    out += static_cast<char>(value.index());
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        putInteger(out, static_cast<std::uint64_t>(*integer));
    else if (const auto* text = std::get_if<std::string>(&value))
        putText(out, *text);
    else if (const auto* id = std::get_if<Uuid>(&value))
        putId(out, *id);
}

/// Reads what was put; once something does not fit, all that follows is empty and `ok` is false.
struct Reader
{
    std::string_view in;
    bool ok = true;

    std::string_view bytes(std::size_t count)
    {
        if (count > in.size()) {
            ok = false;
            in = {};
            return {};
        }
        const std::string_view taken = in.substr(0, count);
        in.remove_prefix(count);
        return taken;
    }
    std::uint64_t integer()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::string_view byte = bytes(1);
            if (!ok)
                return 0;
            const auto bits = static_cast<unsigned char>(byte.front());
            value |= static_cast<std::uint64_t>(bits & 0x7f) << shift;
            if (bits < 0x80)
                return value;
        }
        ok = false;
        return 0;
    }
    std::string text() { return std::string(bytes(static_cast<std::size_t>(integer()))); }
    Uuid id()
    {
        const std::string_view taken = bytes(16);
        return ok ? Uuid::fromBytes(taken.data(), 16).value_or(Uuid{}) : Uuid{};
    }
    Value value()
    {
        const std::string_view kind = bytes(1);
        switch (ok ? kind.front() : 0) {
        case 1:
            return static_cast<std::int64_t>(integer());
        case 2:
            return text();
        case 3:
            return id();
        default:
            return {};
        }
    }
};

} // namespace

std::string encodeSteps(const UndoRecord& record)
{
    std::string out(1, formatVersion);
    putText(out, record.subject);
    putInteger(out, record.steps.size());
    for (const UndoStep& step : record.steps) {
        out += static_cast<char>(step.table);
        out += static_cast<char>(step.op);
        putId(out, step.row);
        putInteger(out, step.afterHash);
        putText(out, step.before.extra);
        putInteger(out, step.before.known.size());
        for (const auto& [column, value] : step.before.known) {
            putInteger(out, static_cast<std::uint64_t>(column));
            putValue(out, value);
        }
    }
    return out;
}

std::optional<UndoOutline> peekSteps(std::string_view body)
{
    Reader reader{body};
    if (reader.bytes(1) != std::string_view(&formatVersion, 1))
        return std::nullopt;
    UndoOutline outline;
    outline.subject = reader.text();
    outline.steps = static_cast<std::int64_t>(reader.integer());
    if (!reader.ok)
        return std::nullopt;
    if (const std::string_view kinds = reader.bytes(2); reader.ok) {
        const auto table = static_cast<TableId>(kinds[0]);
        outline.isCreation = static_cast<Op>(kinds[1]) == Op::Create
            && (table == TableId::SalesOrder || table == TableId::Customer || table == TableId::Product);
    }
    return outline;
}

std::optional<UndoRecord> decodeSteps(std::string_view body)
{
    Reader reader{body};
    if (reader.bytes(1) != std::string_view(&formatVersion, 1))
        return std::nullopt;
    UndoRecord record;
    record.subject = reader.text();
    for (std::uint64_t left = reader.integer(); left > 0 && reader.ok; --left) {
        UndoStep& step = record.steps.emplace_back();
        const std::string_view kinds = reader.bytes(2);
        if (!reader.ok || kinds[0] < 1 || static_cast<std::size_t>(kinds[0]) > allTables().size() || kinds[1] > 2)
            return std::nullopt;
        step.table = static_cast<TableId>(kinds[0]);
        step.op = static_cast<Op>(kinds[1]);
        step.row = reader.id();
        step.afterHash = reader.integer();
        step.before.extra = reader.text();
        for (std::uint64_t fields = reader.integer(); fields > 0 && reader.ok; --fields) {
            const std::uint64_t column = reader.integer();
            if (column >= tableOf(step.table).columns.size())
                return std::nullopt;
            step.before.known.emplace_back(static_cast<int>(column), reader.value());
        }
    }
    return reader.ok ? std::optional(std::move(record)) : std::nullopt;
}

} // namespace dure::commands
