#include "core/exchange/xls_reader.h"

#ifdef DURE_READS_XLS
#include "core/exchange/text_encoding.h"
#include "core/exchange/xlsx_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <freexl.h>
#include <optional>
#endif

namespace dure::exchange {

#ifndef DURE_READS_XLS

bool readsOldWorkbooks() { return false; }

std::expected<XlsTable, ExchangeError> openOldWorkbook(const std::filesystem::path&, std::string_view, const XlsLimits&)
{
    return std::unexpected(ExchangeError{ExchangeErrorCode::OldWorkbook, {}, 0, {}});
}

#else

namespace {

using enum ExchangeErrorCode;

std::unexpected<ExchangeError> failed(ExchangeErrorCode code, std::string detail = {}, std::int64_t line = 0)
{
    return std::unexpected(ExchangeError{code, {}, line, std::move(detail)});
}

std::string reason(int outcome) { return "FreeXL " + std::to_string(outcome); }

struct Closer
{
    void operator()(const void* handle) const { freexl_close(handle); }
};
using Book = std::unique_ptr<const void, Closer>;

std::uint32_t factOf(const Book& book, unsigned short what)
{
    unsigned int value = 0;
    return freexl_get_info(book.get(), what, &value) == FREEXL_OK ? value : 0;
}

std::string plainNumber(double stored)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), stored);
    return plainDecimal(std::string_view(text.data(), end.ptr)).value_or(std::string());
}

/// "2026-11-23 13:45:00" is "2026-11-23T13:45:00" elsewhere.
std::string isoText(std::string text)
{
    std::ranges::replace(text, ' ', 'T');
    return text;
}

class OldSheet final : public RowReader
{
public:
    OldSheet(Book book, std::uint32_t rows, unsigned short columns, const XlsLimits& limits)
        : m_book(std::move(book))
        , m_rows(rows)
        , m_columns(columns)
        , m_limits(limits)
    { }

    std::expected<bool, ExchangeError> next(SourceRow& row) override
    {
        row = {};
        while (row.cells.empty()) {
            if (m_next >= m_rows)
                return false;
            row.line = static_cast<std::int64_t>(m_next) + 1;
            if (auto read = readRow(row); !read)
                return std::unexpected(read.error());
            ++m_next;
        }
        return true;
    }

private:
    std::expected<void, ExchangeError> readRow(SourceRow& row)
    {
        for (unsigned short column = 0; column < m_columns; ++column) {
            FreeXL_CellValue value;
            const int outcome = freexl_get_cell_value(m_book.get(), m_next, column, &value);
            if (outcome != FREEXL_OK)
                return failed(Damaged, reason(outcome), row.line);
            Cell cell = cellOf(value, row, column);
            if (cell.isEmpty())
                continue;
            row.cells.resize(column + std::size_t{1});
            row.cells.back() = std::move(cell);
        }
        return {};
    }

    Cell cellOf(const FreeXL_CellValue& value, SourceRow& row, std::size_t column) const
    {
        switch (value.type) {
        case FREEXL_CELL_INT:
            return {std::to_string(value.value.int_value), CellKind::Number};
        case FREEXL_CELL_DOUBLE: {
            std::string number = plainNumber(value.value.double_value);
            return number.empty() ? Cell{} : Cell{std::move(number), CellKind::Number};
        }
        case FREEXL_CELL_DATE:
        case FREEXL_CELL_DATETIME:
        case FREEXL_CELL_TIME:
            return {isoText(value.value.text_value ? value.value.text_value : ""), CellKind::Date};
        case FREEXL_CELL_TEXT:
        case FREEXL_CELL_SST_TEXT:
            return textCell(value.value.text_value, row, column);
        default:
            return {};
        }
    }

    Cell textCell(const char* stored, SourceRow& row, std::size_t column) const
    {
        const std::string_view text(stored ? stored : "");
        if (text.empty())
            return {};
        if (text.size() > m_limits.maxCellBytes) {
            row.faults.push_back({RowFaultCode::FieldTooLong, row.line, column, shownPart(text.substr(0, 200))});
            return {};
        }
        if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
            return {};
        return {std::string(text), CellKind::Text};
    }

    Book m_book;
    std::uint32_t m_rows;
    unsigned short m_columns;
    XlsLimits m_limits;
    std::uint32_t m_next = 0;
};

} // namespace

bool readsOldWorkbooks() { return true; }

std::expected<XlsTable, ExchangeError> openOldWorkbook(
    const std::filesystem::path& path, std::string_view name, const XlsLimits& limits)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error)
        return failed(CannotRead, error.message());
    if (size > limits.maxFileBytes)
        return failed(TooLarge, std::to_string(size));
    const void* opened = nullptr;
    const int outcome = freexl_open(path.string().c_str(), &opened);
    Book book(opened);
    if (outcome != FREEXL_OK)
        return failed(Damaged, reason(outcome));
    if (factOf(book, FREEXL_BIFF_PASSWORD) == FREEXL_BIFF_OBFUSCATED)
        return failed(Encrypted);
    XlsTable table;
    std::optional<unsigned short> wanted;
    const auto sheets = static_cast<unsigned short>(std::min(factOf(book, FREEXL_BIFF_SHEET_COUNT), 0xffffU));
    for (unsigned short i = 0; i < sheets; ++i) {
        const char* sheet = nullptr;
        if (freexl_get_worksheet_name(book.get(), i, &sheet) != FREEXL_OK || !sheet)
            continue;
        table.sheetNames.emplace_back(sheet);
        if (!wanted && (name.empty() || name == sheet))
            wanted = i;
    }
    if (!wanted)
        return failed(NoSuchSheet, std::string(name));
    unsigned int rows = 0;
    unsigned short columns = 0;
    int read = freexl_select_active_worksheet(book.get(), *wanted);
    if (read == FREEXL_OK)
        read = freexl_worksheet_dimensions(book.get(), &rows, &columns);
    if (read != FREEXL_OK)
        return failed(Damaged, reason(read));
    table.sheet = std::make_unique<OldSheet>(std::move(book), rows, columns, limits);
    return table;
}

#endif

} // namespace dure::exchange
