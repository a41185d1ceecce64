#include "core/exchange/xlsx_sheet.h"

#include <charconv>
#include <utility>

namespace dure::exchange {

namespace {

using enum ExchangeErrorCode;

/// -1 for anything but a number from 0 on.
std::int64_t wholeNumber(std::string_view text)
{
    std::int64_t value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

} // namespace

SharedStringSink::SharedStringSink(std::vector<std::string>& strings, std::size_t maxBytes)
    : m_strings(strings)
    , m_maxBytes(maxBytes)
{ }

void SharedStringSink::startElement(std::string_view name, const XmlAttributes&)
{
    if (name == "si")
        m_current.clear();
    else if (name == "rPh")
        m_inReading = true;
    else if (name == "t")
        m_inText = !m_inReading;
}

void SharedStringSink::endElement(std::string_view name)
{
    if (name == "t") {
        m_inText = false;
    } else if (name == "rPh") {
        m_inReading = false;
    } else if (name == "si") {
        // an empty string costs memory too
        m_bytes += m_current.size() + sizeof(std::string);
        if (m_bytes > m_maxBytes)
            refuse(TextTooLong);
        m_strings.push_back(decodeEscapes(m_current));
    }
}

void SharedStringSink::text(std::string_view piece)
{
    if (!m_inText)
        return;
    m_current += piece;
    if (m_current.size() > m_maxBytes)
        refuse(TextTooLong);
}

void StyleSink::startElement(std::string_view name, const XmlAttributes& attributes)
{
    if (name == "numFmt") {
        const auto id = static_cast<int>(wholeNumber(attributes.value("numFmtId")));
        m_custom.emplace_back(id, customLook(attributes.value("formatCode")));
    } else if (name == "cellXfs") {
        m_inCellFormats = true;
    } else if (name == "xf" && m_inCellFormats) {
        const auto id = static_cast<int>(wholeNumber(attributes.value("numFmtId")));
        NumberLook look = builtInLook(id);
        for (const auto& [customId, customLook] : m_custom)
            if (customId == id)
                look = customLook;
        m_styles.push_back(look);
    }
}

void StyleSink::endElement(std::string_view name)
{
    if (name == "cellXfs")
        m_inCellFormats = false;
}

SheetSink::SheetSink(const XlsxTables& tables, const SheetLimits& limits)
    : m_tables(tables)
    , m_limits(limits)
{ }

void SheetSink::startElement(std::string_view name, const XmlAttributes& attributes)
{
    if (name == "row")
        startRow(attributes);
    else if (name == "c" && m_inRow)
        startCell(attributes);
    else if (name == "rPh")
        m_inReading = true;
    else if (m_inCell && (name == "v" || name == "t"))
        m_inValue = !m_inReading;
}

void SheetSink::endElement(std::string_view name)
{
    if (name == "v" || name == "t") {
        m_inValue = false;
    } else if (name == "rPh") {
        m_inReading = false;
    } else if (name == "c" && m_inCell) {
        endCell();
    } else if (name == "row" && m_inRow) {
        m_inRow = false;
        if (!m_row.cells.empty())
            rows.push_back(std::exchange(m_row, {}));
    }
}

void SheetSink::text(std::string_view piece)
{
    if (!m_inValue)
        return;
    m_value += piece;
    if (m_value.size() > m_limits.maxCellBytes)
        refuse(TextTooLong, m_row.line);
}

void SheetSink::startRow(const XmlAttributes& attributes)
{
    const std::string_view number = attributes.value("r");
    const std::int64_t line = number.empty() ? m_lastRow + 1 : wholeNumber(number);
    if (line < 1)
        refuse(BadCell, m_lastRow, std::string(number));
    if (line > m_limits.maxRows)
        refuse(TooManyRows, line);
    m_row = {};
    m_row.line = line;
    m_lastRow = line;
    m_nextColumn = 0;
    m_inRow = true;
}

void SheetSink::startCell(const XmlAttributes& attributes)
{
    const std::string_view reference = attributes.value("r");
    const int column = reference.empty() ? static_cast<int>(m_nextColumn) : columnOfReference(reference);
    if (column < 0) {
        refuse(BadCell, m_row.line, std::string(reference));
        return;
    }
    m_column = static_cast<std::size_t>(column);
    m_nextColumn = m_column + 1;
    m_type = attributes.value("t");
    m_style = static_cast<std::size_t>(std::max<std::int64_t>(wholeNumber(attributes.value("s")), 0));
    m_value.clear();
    m_inCell = true;
    m_inValue = false;
    m_inReading = false;
}

void SheetSink::endCell()
{
    m_inCell = false;
    Cell cell = cellValue();
    if (cell.isEmpty())
        return;
    if (m_column >= m_limits.maxColumns) {
        refuse(TooManyColumns, m_row.line);
        return;
    }
    if (m_row.cells.size() <= m_column)
        m_row.cells.resize(m_column + 1);
    m_row.cells[m_column] = std::move(cell);
}

Cell SheetSink::cellValue()
{
    const auto textCell = [](std::string text) {
        const CellKind kind = text.empty() ? CellKind::Empty : CellKind::Text;
        return Cell{std::move(text), kind};
    };
    if (m_value.empty())
        return {};
    if (m_type == "s") {
        const std::int64_t index = wholeNumber(m_value);
        if (index < 0 || static_cast<std::size_t>(index) >= m_tables.sharedStrings.size()) {
            refuse(BadCell, m_row.line, m_value);
            return {};
        }
        return textCell(m_tables.sharedStrings[static_cast<std::size_t>(index)]);
    }
    if (m_type == "inlineStr" || m_type == "str")
        return textCell(decodeEscapes(m_value));
    if (m_type == "b")
        return {m_value == "1" || m_value == "true" ? "TRUE" : "FALSE", CellKind::Boolean};
    if (m_type == "e")
        return {m_value, CellKind::Error};
    if (m_type == "d")
        return {m_value, CellKind::Date};
    return numberCell();
}

Cell SheetSink::numberCell()
{
    auto number = plainDecimal(m_value);
    if (!number) {
        refuse(BadCell, m_row.line, m_value);
        return {};
    }
    const bool dated = m_style < m_tables.styles.size() && m_tables.styles[m_style] == NumberLook::DateTime;
    if (dated)
        if (auto iso = serialToIso(*number, m_tables.since1904))
            return {std::move(*iso), CellKind::Date};
    return {std::move(*number), CellKind::Number};
}

} // namespace dure::exchange
