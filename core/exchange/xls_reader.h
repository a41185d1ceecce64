#pragma once
#include "core/exchange/source_row.h"

#include <filesystem>
#include <memory>

/// The binary .xls of before 2007, by FreeXL where the program was built with it. The format has at most 65,536 rows
/// and 256 columns a sheet.
namespace dure::exchange {

struct XlsLimits
{
    std::size_t maxFileBytes = 64U << 20U; ///< FreeXL holds all of it, and every cell of a sheet, in memory
    std::size_t maxCellBytes = 128U << 10U;
};

/// Whether this program reads them at all.
bool readsOldWorkbooks();

struct XlsTable
{
    std::unique_ptr<RowReader> sheet;
    std::vector<std::string> sheetNames;
};

/// `name` empty: the first sheet. The file is read by its path, which is all that FreeXL takes. Rows without values
/// are left out; a row's line is its number in Excel.
/// Errors: OldWorkbook (readsOldWorkbooks() is false), TooLarge, Encrypted, Damaged, NoSuchSheet.
std::expected<XlsTable, ExchangeError> openOldWorkbook(
    const std::filesystem::path& path, std::string_view name, const XlsLimits& limits = {});

} // namespace dure::exchange
