#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace dure::exchange {

/// Why a file as a whole could not be read or written. A fault of one row is a RowFault and never ends the reading.
enum class ExchangeErrorCode : std::uint8_t {
    CannotOpen,
    CannotRead,
    CannotWrite,
    TooLarge, ///< the file itself is over the byte limit
    NotText, ///< offered as CSV but holds NUL bytes
    UnsupportedEncoding, ///< UTF-16 or UTF-32
    NotAWorkbook, ///< not a zip, or a zip that holds no workbook
    OldWorkbook, ///< the binary .xls of before 2007, where this program cannot read it
    Encrypted, ///< protected by a password
    Truncated, ///< begins as a zip and has lost its end
    Damaged, ///< a part cannot be decompressed or fails its checksum
    ZipBomb, ///< a part expands beyond the limits
    TooManyEntries,
    MissingPart,
    BadXml,
    EntityRefused, ///< a document type or entity declaration; no spreadsheet program writes one
    TooDeep,
    TooManyRows,
    TooManyColumns,
    TextTooLong,
    BadCell, ///< a cell reference or a shared string that cannot exist
    NoSuchSheet,
    NoHeader, ///< no row that could name the columns
    BadMapping,
    MissingColumn, ///< the mapping names a column the file does not have
    Stopped, ///< by the user
};

/// Facts for a message; the sentence is made by whoever shows it.
struct ExchangeError
{
    ExchangeErrorCode code = ExchangeErrorCode::CannotRead;
    std::string place; ///< sheet, part of the workbook, or file
    std::int64_t line = 0; ///< 1-based line or row, 0 if it has none
    std::string detail; ///< what was found there, or what the system said; may be empty
};

/// "zip_bomb": for logs and JSON, never changed once shipped.
std::string_view codeName(ExchangeErrorCode code);

} // namespace dure::exchange
