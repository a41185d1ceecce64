#pragma once
#include "core/exchange/source_row.h"
#include "core/exchange/xlsx_values.h"
#include "core/exchange/xml_part.h"

#include <deque>
#include <vector>

namespace dure::exchange {

/// What the cells of all sheets refer to.
struct XlsxTables
{
    std::vector<std::string> sharedStrings;
    std::vector<NumberLook> styles; ///< by the style index of a cell
    bool since1904 = false;
};

/// Collects the rows of xl/sharedStrings.xml: one text per <si>, all runs of rich text joined, readings left out.
class SharedStringSink final : public XmlSink
{
public:
    SharedStringSink(std::vector<std::string>& strings, std::size_t maxBytes);
    void startElement(std::string_view name, const XmlAttributes& attributes) override;
    void endElement(std::string_view name) override;
    void text(std::string_view piece) override;

private:
    std::vector<std::string>& m_strings;
    std::size_t m_maxBytes;
    std::size_t m_bytes = 0;
    std::string m_current;
    bool m_inText = false;
    bool m_inReading = false; // <rPh>: how to pronounce it, no part of the text
};

/// Which style shows a date: xl/styles.xml.
class StyleSink final : public XmlSink
{
public:
    explicit StyleSink(std::vector<NumberLook>& styles)
        : m_styles(styles)
    { }
    void startElement(std::string_view name, const XmlAttributes& attributes) override;
    void endElement(std::string_view name) override;

private:
    std::vector<NumberLook>& m_styles;
    std::vector<std::pair<int, NumberLook>> m_custom;
    bool m_inCellFormats = false;
};

struct SheetLimits
{
    std::int64_t maxRows = 0;
    std::size_t maxColumns = 0;
    std::size_t maxCellBytes = 0;
};

/// Turns a worksheet's elements into rows, which the reader takes from `rows`.
class SheetSink final : public XmlSink
{
public:
    SheetSink(const XlsxTables& tables, const SheetLimits& limits);
    void startElement(std::string_view name, const XmlAttributes& attributes) override;
    void endElement(std::string_view name) override;
    void text(std::string_view piece) override;

    std::deque<SourceRow> rows; ///< finished, not yet taken

private:
    void startRow(const XmlAttributes& attributes);
    void startCell(const XmlAttributes& attributes);
    void endCell();
    Cell cellValue();
    Cell numberCell();

    const XlsxTables& m_tables;
    SheetLimits m_limits;
    SourceRow m_row;
    std::int64_t m_lastRow = 0;
    std::size_t m_column = 0;
    std::size_t m_nextColumn = 0;
    std::string m_type; // the cell's t attribute
    std::size_t m_style = 0;
    std::string m_value;
    bool m_inRow = false;
    bool m_inCell = false;
    bool m_inValue = false; // <v>, or <t> of an inline string
    bool m_inReading = false;
};

} // namespace dure::exchange
