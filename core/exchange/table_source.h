#pragma once
#include "core/exchange/csv_reader.h"
#include "core/exchange/xls_reader.h"
#include "core/exchange/xlsx_reader.h"

#include <deque>
#include <filesystem>

namespace dure::exchange {

struct TableOptions
{
    std::string sheet; ///< of a workbook; empty: the first that is not hidden
    std::int64_t headerLine = 0; ///< the line or row that names the columns; 0: find it
    CsvOptions csv;
    XlsxLimits xlsx;
    XlsLimits xls;
};

/// One table of a file, whatever its format: the names of the columns, then row by row.
///
/// The header is found among the first 30 rows: a row that fills most of the table's width with words, not figures;
/// among several the one with the most names that an import knows. Rows above it are left out. Names are trimmed, line
/// breaks in them become blanks, a nameless column is called by its letter "(C)", a repeated name gets " (2)".
///
/// In a comma-separated file a row may have more cells than the header, because a comma in its text was not quoted
/// ("Rua do Paço, 67"). If exactly as many cells as there are too many begin with a blank, they are joined to the cell
/// before them and the row carries JoinedCells; if not, it carries MoreCellsThanHeader and no cells.
class TableSource
{
public:
    /// Errors: those of the two readers, and NoHeader. OldWorkbook for every .xls: only openTable() reads them.
    static std::expected<TableSource, ExchangeError> open(std::string bytes, const TableOptions& options = {});

    /// An .xls. Errors: those of openOldWorkbook(), and NoHeader.
    static std::expected<TableSource, ExchangeError> openOld(
        const std::filesystem::path& path, const TableOptions& options);

    const std::vector<std::string>& header() const { return m_header; }
    std::int64_t headerLine() const { return m_headerLine; }
    /// Sheets of the workbook; empty for CSV.
    const std::vector<std::string>& sheetNames() const { return m_sheetNames; }

    /// The next row with at most as many cells as the header, false at the end.
    std::expected<bool, ExchangeError> next(SourceRow& row);
    /// A copy of up to `count` rows that next() is going to give.
    std::expected<std::vector<SourceRow>, ExchangeError> preview(std::size_t count);

private:
    TableSource() = default;
    std::expected<void, ExchangeError> readHeader(std::int64_t wantedLine);
    void fitToHeader(SourceRow& row) const;

    std::unique_ptr<RowReader> m_reader;
    std::deque<SourceRow> m_ahead; // read, not yet given
    std::vector<std::string> m_header;
    std::vector<std::string> m_sheetNames;
    std::int64_t m_headerLine = 0;
    bool m_joinsCells = false; // comma-separated
    bool m_isCsv = false;
};

/// Opens a file. A name ending in .xlsx or .xlsm must hold a workbook; otherwise the content decides.
/// Errors also: CannotOpen, CannotRead, TooLarge.
std::expected<TableSource, ExchangeError> openTable(
    const std::filesystem::path& path, const TableOptions& options = {});

} // namespace dure::exchange
