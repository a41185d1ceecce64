#include "core/exchange/table_writer.h"
#include "core/exchange/text_mark.h"
#include "core/exchange/unfinished_file.h"
#include "core/exchange/xlsx_values.h"

#include <cassert>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <xlsxwriter.h>

namespace dure::exchange {

namespace {

constexpr std::int64_t maxRows = 1'048'576;
constexpr std::size_t maxSheetNameBytes = 31; // Excel allows 31 characters; bytes are the safe side

/// What a sheet's name may not hold, and a length that Excel opens.
std::string allowedSheetName(std::string_view name)
{
    std::string allowed;
    for (const char c : name)
        allowed += std::string_view("[]:*?/\\").find(c) == std::string_view::npos ? c : ' ';
    std::size_t end = std::min(allowed.size(), maxSheetNameBytes);
    while (end > 0 && end < allowed.size() && (static_cast<unsigned char>(allowed[end]) & 0xc0U) == 0x80U)
        --end;
    allowed.resize(end);
    while (allowed.starts_with('\''))
        allowed.erase(0, 1);
    while (allowed.ends_with('\''))
        allowed.pop_back();
    return allowed.empty() ? "Sheet1" : allowed;
}

/// XML 1.0 has no control characters but tab and line feed; a CR alone would come back as LF, so it is escaped, and so
/// is text that looks like such an escape already.
std::string writableText(std::string_view text)
{
    std::string writable;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::string_view here = text.substr(i, std::string_view("_x0000_").size());
        if (c == '\r')
            writable += "_x000D_";
        else if (c == '_' && decodeEscapes(here) != here)
            writable += "_x005F_";
        else if (c >= 0x20 || c == '\t' || c == '\n')
            writable += text[i];
    }
    return writable;
}

/// A number in a workbook is a binary double by definition. Fifteen digits survive that exactly, and no figure here has
/// more (maxAmountWon, maxTenThousandths).
double storedNumber(const std::string& plainDecimal)
{
    double stored = 0;
    std::from_chars(plainDecimal.data(), plainDecimal.data() + plainDecimal.size(), stored);
    return stored;
}

class XlsxWriter final : public WorkbookWriter
{
public:
    explicit XlsxWriter(const std::filesystem::path& path)
        : m_target(path)
    {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        m_book = workbook_new_opt(m_target.path().string().c_str(), &options);
    }
    ~XlsxWriter() override
    {
        if (m_book)
            lxw_workbook_free(m_book);
    }
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    /// The library opens the file at the very end; a folder that forbids it should be known before the work.
    std::expected<void, ExchangeError> tryToCreate() const
    {
        if (!std::ofstream(m_target.path(), std::ios::binary))
            return std::unexpected(m_target.error(std::strerror(errno)));
        return {};
    }

    std::expected<void, ExchangeError> addSheet(std::string_view sheetName, std::span<const OutColumn> columns) override
    {
        m_sheet = m_book ? workbook_add_worksheet(m_book, allowedSheetName(sheetName).c_str()) : nullptr;
        if (!m_sheet)
            return std::unexpected(m_target.error("no worksheet"));
        m_row = 0;
        m_width = columns.size();
        if (!m_titleFormat)
            makeFormats();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto at = static_cast<lxw_col_t>(i);
            worksheet_set_column(m_sheet, at, at, columns[i].widthChars, nullptr);
            if (auto written = writeText(at, columns[i].title, m_titleFormat); !written)
                return written;
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        ++m_row;
        return {};
    }

    bool isSheetFull() const override { return m_row >= maxRows; }

    void makeFormats()
    {
        m_titleFormat = workbook_add_format(m_book);
        format_set_bold(m_titleFormat);
        m_dateFormat = workbook_add_format(m_book);
        format_set_num_format(m_dateFormat, "yyyy-mm-dd");
        m_numberFormat = workbook_add_format(m_book);
        format_set_num_format(m_numberFormat, "#,##0.####");
        m_wholeFormat = workbook_add_format(m_book);
        format_set_num_format(m_wholeFormat, "#,##0");
        m_textFormat = workbook_add_format(m_book);
        format_set_num_format(m_textFormat, "@");
    }

    std::expected<void, ExchangeError> addRow(std::span<const OutCell> cells) override
    {
        assert(cells.size() <= m_width);
        if (m_row >= maxRows)
            return std::unexpected(ExchangeError{ExchangeErrorCode::TooManyRows, {}, m_row + 1, {}});
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto at = static_cast<lxw_col_t>(i);
            if (auto written = std::visit([&](const auto& value) { return write(at, value); }, cells[i]); !written)
                return written;
        }
        ++m_row;
        return {};
    }

    std::expected<void, ExchangeError> finish() override
    {
        const lxw_error outcome = workbook_close(m_book);
        m_book = nullptr; // closing frees it, whatever comes out
        if (outcome != LXW_NO_ERROR)
            return std::unexpected(m_target.error(lxw_strerror(outcome)));
        return m_target.putInPlace();
    }

private:
    using Written = std::expected<void, ExchangeError>;

    Written result(lxw_error outcome) const
    {
        if (outcome == LXW_NO_ERROR)
            return {};
        ExchangeError error = m_target.error(lxw_strerror(outcome));
        if (outcome == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
            error.code = ExchangeErrorCode::TextTooLong;
        error.line = m_row + 1;
        return std::unexpected(std::move(error));
    }
    lxw_row_t row() const { return static_cast<lxw_row_t>(m_row); }

    Written writeText(lxw_col_t column, const std::string& text, lxw_format* format)
    {
        if (text.empty())
            return {};
        return result(worksheet_write_string(m_sheet, row(), column, writableText(text).c_str(), format));
    }
    Written writeNumber(lxw_col_t column, const std::string& plain, bool whole)
    {
        lxw_format* format = whole ? m_wholeFormat : m_numberFormat;
        return result(worksheet_write_number(m_sheet, row(), column, storedNumber(plain), format));
    }

    Written write(lxw_col_t, std::monostate) { return {}; }
    Written write(lxw_col_t column, const std::string& text)
    {
        // written as a string it is no formula; the text format keeps it so when somebody edits the cell
        return writeText(column, text, beginsLikeFormula(text) ? m_textFormat : nullptr);
    }
    Written write(lxw_col_t column, Won amount) { return writeNumber(column, toText(amount, false), true); }
    template <class Tag> Written write(lxw_col_t column, FixedPoint<Tag> number)
    {
        return writeNumber(column, toText(number, false), number.isWhole());
    }
    Written write(lxw_col_t column, Date date)
    {
        if (date.isNull())
            return {};
        lxw_datetime day{};
        day.year = date.year();
        day.month = static_cast<int>(date.month());
        day.day = static_cast<int>(date.day());
        return result(worksheet_write_datetime(m_sheet, row(), column, &day, m_dateFormat));
    }

    UnfinishedFile m_target;
    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_sheet = nullptr; // owned by the workbook, as the formats are
    lxw_format* m_titleFormat = nullptr;
    lxw_format* m_dateFormat = nullptr;
    lxw_format* m_numberFormat = nullptr;
    lxw_format* m_wholeFormat = nullptr;
    lxw_format* m_textFormat = nullptr;
    std::size_t m_width = 0;
    std::int64_t m_row = 0;
};

} // namespace

std::expected<std::unique_ptr<WorkbookWriter>, ExchangeError> createWorkbook(const std::filesystem::path& path)
{
    auto writer = std::make_unique<XlsxWriter>(path);
    if (const auto creatable = writer->tryToCreate(); !creatable)
        return std::unexpected(creatable.error());
    return writer;
}

std::expected<std::unique_ptr<TableWriter>, ExchangeError> createXlsx(
    const std::filesystem::path& path, std::string_view sheetName, std::span<const OutColumn> columns)
{
    auto writer = createWorkbook(path);
    if (!writer)
        return std::unexpected(writer.error());
    if (const auto begun = (*writer)->addSheet(sheetName, columns); !begun)
        return std::unexpected(begun.error());
    return std::move(*writer);
}

} // namespace dure::exchange
