#pragma once
#include "core/domain/date.h"
#include "core/domain/fixed_point.h"
#include "core/exchange/exchange_error.h"

#include <expected>
#include <filesystem>
#include <memory>
#include <span>
#include <variant>
#include <vector>

namespace dure::exchange {

/// One value of an exported list. Text is written as text whatever it begins with: no value of a user ever becomes a
/// formula.
using OutCell = std::variant<std::monostate, std::string, Won, UnitPrice, Quantity, Date>;

enum class OutKind : std::uint8_t { Text, Number, Date };

struct OutColumn
{
    std::string title;
    OutKind kind = OutKind::Text; ///< how the column is aligned and formatted; each cell's type decides its value
    int widthChars = 12;
};

/// Writes a list row by row. Nothing stands under the final name until finish() has succeeded; a writer that is given
/// up leaves no file. What TableSource reads back are the same values: exact numbers, ISO dates, and texts but for
/// control characters, which no workbook can hold.
class TableWriter
{
public:
    virtual ~TableWriter() = default;
    /// Cells beyond the titles are an error of the caller. Errors: CannotWrite, TooManyRows, TextTooLong.
    virtual std::expected<void, ExchangeError> addRow(std::span<const OutCell> cells) = 0;
    /// The last call. An existing file is replaced. Error: CannotWrite, also for a full disk.
    virtual std::expected<void, ExchangeError> finish() = 0;
};

/// An .xlsx with one sheet: bold titles that stay in sight, numbers as numbers, dates as dates. Rows go to a temporary
/// file, so that memory does not grow with them. A sheet's name is cut to what Excel allows.
std::expected<std::unique_ptr<TableWriter>, ExchangeError> createXlsx(
    const std::filesystem::path& path, std::string_view sheetName, std::span<const OutColumn> columns);

/// A workbook of several sheets.
class WorkbookWriter : public TableWriter
{
public:
    /// Begins the next sheet, which addRow() fills from now on. Names must differ, whatever their case, also where
    /// they are cut. Error: CannotWrite.
    virtual std::expected<void, ExchangeError> addSheet(std::string_view name, std::span<const OutColumn> columns) = 0;
    /// Whether the sheet can take no more rows.
    virtual bool isSheetFull() const = 0;
};
std::expected<std::unique_ptr<WorkbookWriter>, ExchangeError> createWorkbook(const std::filesystem::path& path);

/// UTF-8 with BOM, commas, CRLF. A text that a spreadsheet would run as a formula gets an apostrophe in front.
std::expected<std::unique_ptr<TableWriter>, ExchangeError> createCsv(
    const std::filesystem::path& path, std::span<const OutColumn> columns);

} // namespace dure::exchange
