#pragma once
#include "core/exchange/exchange_error.h"

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace dure::exchange {

enum class CellKind : std::uint8_t {
    Empty,
    Text, ///< every cell of a CSV that is not empty
    Number, ///< plain decimal: "-12.5", no exponent, no thousands
    Date, ///< "2026-11-23", "2026-11-23T13:45:00" or "13:45:00"
    Boolean, ///< "TRUE" or "FALSE"
    Error, ///< what Excel shows: "#REF!"
};

struct Cell
{
    std::string text; ///< UTF-8
    CellKind kind = CellKind::Empty;

    bool isEmpty() const { return kind == CellKind::Empty; }
    bool operator==(const Cell&) const = default;
};

enum class RowFaultCode : std::uint8_t {
    BrokenQuote, ///< a quote that never ends; see csv_reader.h for what is kept of the row
    TextAfterQuote, ///< "abc"def: kept as abcdef
    FieldTooLong, ///< the cell is left empty
    TooManyColumns, ///< cells beyond the limit are dropped
    BadBytes, ///< not a character in the file's encoding; shown as U+FFFD
    MoreCellsThanHeader, ///< nobody can say which column each value belongs to
    JoinedCells, ///< repaired: see table_source.h
};

struct RowFault
{
    RowFaultCode code = RowFaultCode::BrokenQuote;
    std::int64_t line = 0; ///< where it begins, 1-based
    std::size_t column = 0; ///< 0-based
    std::string text; ///< the offending text, cut to a readable length

    bool operator==(const RowFault&) const = default;
};

struct SourceRow
{
    std::int64_t line = 0; ///< CSV: physical line where the row begins; Excel: row number. 1-based
    std::vector<Cell> cells; ///< may be shorter than the header
    std::vector<RowFault> faults;
};

/// Yields the non-empty rows of a file one after another. Not thread-safe.
class RowReader
{
public:
    virtual ~RowReader() = default;
    /// Fills `row` and returns true, or false at the end. After an error nothing more can be read.
    virtual std::expected<bool, ExchangeError> next(SourceRow& row) = 0;
};

} // namespace dure::exchange
