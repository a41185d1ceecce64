#include "core/exchange/mapping_file.h"

#include <algorithm>

namespace dure::exchange {

namespace {

constexpr std::string_view firstLine = "# Dure column mapping 1\n";

class MappingParser
{
public:
    std::expected<std::vector<ColumnMapping>, ExchangeError> parse(std::string_view text)
    {
        if (text.starts_with("\xef\xbb\xbf"))
            text.remove_prefix(3);
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            ++m_lineNumber;
            const std::string line = collapseBlanks(text.substr(0, end));
            if (!takeLine(line))
                return std::unexpected(
                    ExchangeError{ExchangeErrorCode::BadMapping, {}, m_lineNumber, line.substr(0, 200)});
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return std::move(m_mappings);
    }

private:
    bool takeLine(const std::string& line)
    {
        if (line.empty() || line.front() == '#')
            return true;
        if (line.front() == '[')
            return takeSection(line);
        const std::size_t equals = line.find('=');
        if (equals == std::string::npos || m_mappings.empty())
            return false;
        const std::string field = collapseBlanks(std::string_view(line).substr(0, equals));
        const std::string column = collapseBlanks(std::string_view(line).substr(equals + 1));
        ColumnMapping& mapping = m_mappings.back();
        const ImportField* known = findField(mapping.kind, field);
        if (!known || column.empty() || (mapping.has(field) && !known->joinsColumns))
            return false;
        mapping.columns.push_back({field, column});
        return true;
    }

    bool takeSection(std::string_view line)
    {
        if (!line.ends_with(']'))
            return false;
        const auto kind = targetKindOf(line.substr(1, line.size() - 2));
        if (!kind || std::ranges::find(m_mappings, *kind, &ColumnMapping::kind) != m_mappings.end())
            return false;
        m_mappings.push_back({*kind, {}});
        return true;
    }

    std::vector<ColumnMapping> m_mappings;
    std::int64_t m_lineNumber = 0;
};

} // namespace

std::expected<std::vector<ColumnMapping>, ExchangeError> parseMappings(std::string_view text)
{
    return MappingParser().parse(text);
}

std::string writeMappings(std::span<const ColumnMapping> mappings)
{
    std::string text(firstLine);
    for (const ColumnMapping& mapping : mappings) {
        text += "\n[" + std::string(nameOf(mapping.kind)) + "]\n";
        for (const ImportField& field : fieldsOf(mapping.kind)) {
            const std::string start = std::string(field.name) + " =";
            if (!mapping.has(field.name))
                text += "# " + start + "\n";
            for (const MappedColumn& each : mapping.columns)
                if (each.field == field.name)
                    text += start + " " + each.column + "\n";
        }
    }
    return text;
}

} // namespace dure::exchange
