#pragma once
#include "core/domain/uuid.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace dure {

/// What one field of a row holds: nothing, an integer (also dates, money, booleans), UTF-8 text, or an id.
/// There is no floating point anywhere in a row.
using Value = std::variant<std::monostate, std::int64_t, std::string, Uuid>;

inline bool isNull(const Value& value) { return std::holds_alternative<std::monostate>(value); }
inline std::int64_t integerOf(const Value& value, std::int64_t otherwise = 0)
{
    const auto* integer = std::get_if<std::int64_t>(&value);
    return integer ? *integer : otherwise;
}
inline const std::string& textOf(const Value& value)
{
    static const std::string none;
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : none;
}
inline Uuid idOf(const Value& value)
{
    const auto* id = std::get_if<Uuid>(&value);
    return id ? *id : Uuid{};
}

/// One row of a synced table, in the order of the table's declared columns. `extra` keeps what this version does not
/// know (fields of a newer version, pack fields) as the text of one JSON object, or is empty.
struct Row
{
    Uuid id;
    std::vector<Value> values;
    std::string extra;

    bool operator==(const Row&) const = default;
};

} // namespace dure
