#include "core/domain/date.h"
#include "core/domain/fixed_point.h"
#include "core/domain/schema.h"

namespace dure {

bool isUtf8(std::string_view text)
{
    const auto* p = reinterpret_cast<const unsigned char*>(text.data());
    const auto* end = p + text.size();
    while (p < end) {
        const unsigned char lead = *p++;
        if (lead < 0x80)
            continue;
        int more = 0;
        std::uint32_t code = 0;
        if (lead >= 0xc2 && lead <= 0xdf) {
            more = 1;
            code = lead & 0x1fU;
        } else if (lead >= 0xe0 && lead <= 0xef) {
            more = 2;
            code = lead & 0x0fU;
        } else if (lead >= 0xf0 && lead <= 0xf4) {
            more = 3;
            code = lead & 0x07U;
        } else {
            return false;
        }
        if (end - p < more)
            return false;
        for (int i = 0; i < more; ++i, ++p) {
            if ((*p & 0xc0) != 0x80)
                return false;
            code = code << 6 | (*p & 0x3fU);
        }
        const bool overlong = (more == 2 && code < 0x800) || (more == 3 && code < 0x10000);
        if (overlong || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
            return false;
    }
    return true;
}

std::optional<ValueError> checkValue(const Column& column, const Value& value)
{
    using enum ColumnType;
    if (dure::isNull(value))
        return std::nullopt;
    if (column.type == ColumnType::Text) {
        const auto* text = std::get_if<std::string>(&value);
        if (!text)
            return ValueError::WrongType;
        if (static_cast<std::int64_t>(text->size()) > column.maxBytes())
            return ValueError::TooLong;
        if (text->find('\0') != std::string::npos || !isUtf8(*text))
            return ValueError::BadText;
        return std::nullopt;
    }
    if (column.type == Id)
        return std::holds_alternative<Uuid>(value) ? std::nullopt : std::optional(ValueError::WrongType);
    const auto* integer = std::get_if<std::int64_t>(&value);
    if (!integer)
        return ValueError::WrongType;
    const std::int64_t magnitudeLimit = column.type == ColumnType::Won ? maxAmountWon : maxTenThousandths;
    bool inRange = true;
    switch (column.type) {
    case Integer:
        inRange = *integer >= column.min && *integer <= (column.max == 0 ? std::int64_t{1} << 53 : column.max);
        break;
    case Boolean:
        inRange = *integer == 0 || *integer == 1;
        break;
    case ColumnType::Date:
        inRange
            = *integer >= 19000101 && *integer <= 29991231 && dure::Date{static_cast<std::int32_t>(*integer)}.isValid();
        break;
    case Time:
        inRange = *integer >= 0 && *integer <= std::int64_t{1} << 53;
        break;
    default:
        inRange = *integer >= -magnitudeLimit && *integer <= magnitudeLimit;
    }
    return inRange ? std::nullopt : std::optional(ValueError::OutOfRange);
}

const Column* missingColumn(const Table& table, const std::vector<Value>& values)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].has(Required))
            continue;
        const auto* text = i < values.size() ? std::get_if<std::string>(&values[i]) : nullptr;
        if (i >= values.size() || dure::isNull(values[i]) || (text && text->empty()))
            return &table.columns[i];
    }
    return nullptr;
}

} // namespace dure
