#include "core/exchange/table_source.h"

#include "core/domain/fixed_point.h"
#include "core/exchange/import_fields.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>
#include <utility>

namespace dure::exchange {

namespace {

using enum ExchangeErrorCode;
namespace fs = std::filesystem;

constexpr std::size_t headerSearchRows = 30;

bool looksLikeFigure(const Cell& cell)
{
    if (cell.kind != CellKind::Text)
        return cell.kind != CellKind::Empty;
    return !parseNumber(cell.text, 4, maxTenThousandths).error.has_value();
}

struct HeaderRank
{
    bool fits = false;
    std::ptrdiff_t knownNames = 0;
};

HeaderRank rankAsHeader(const SourceRow& row, std::ptrdiff_t tableWidth)
{
    const auto filled = std::ranges::count_if(row.cells, [](const Cell& cell) { return !cell.isEmpty(); });
    const auto figures = std::ranges::count_if(row.cells, looksLikeFigure);
    const auto known = std::ranges::count_if(row.cells, [](const Cell& cell) { return isKnownHeader(cell.text); });
    return {filled * 5 >= tableWidth * 3 && figures * 2 < filled, known};
}

/// How many cells a row of the table has, without its titles and whatever single rows it may have that are too long.
std::ptrdiff_t usualWidth(const std::deque<SourceRow>& rows)
{
    std::vector<std::ptrdiff_t> widths;
    for (const SourceRow& row : rows)
        widths.push_back(std::ranges::count_if(row.cells, [](const Cell& cell) { return !cell.isEmpty(); }));
    std::ranges::sort(widths);
    const auto first = std::ranges::find_if(widths, [](std::ptrdiff_t width) { return width > 1; });
    if (first == widths.end())
        return widths.empty() ? 0 : widths.back();
    return first[(widths.end() - first - 1) / 2];
}

/// Index of the row that names the columns, or -1.
std::ptrdiff_t findHeader(const std::deque<SourceRow>& rows)
{
    const std::ptrdiff_t width = usualWidth(rows);
    std::ptrdiff_t best = -1;
    std::ptrdiff_t bestKnown = -1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const HeaderRank rank = rankAsHeader(rows[i], width);
        if (rank.fits && rank.knownNames > bestKnown) {
            best = static_cast<std::ptrdiff_t>(i);
            bestKnown = rank.knownNames;
        }
    }
    return best;
}

std::string columnLetters(std::size_t column)
{
    std::string letters;
    for (++column; column > 0; column = (column - 1) / 26)
        letters.insert(0, 1, static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::vector<std::string> namesOf(const std::vector<Cell>& cells)
{
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string name = collapseBlanks(cells[i].text);
        if (name.empty())
            name = "(" + columnLetters(i) + ")";
        const std::string plain = name;
        for (int copy = 2; !taken.insert(name).second; ++copy)
            name = plain + " (" + std::to_string(copy) + ")";
        names.push_back(std::move(name));
    }
    return names;
}

/// Joins each cell that begins with a blank to the one before, as if the comma between them had been quoted.
bool joinCells(std::vector<Cell>& cells, std::size_t tooMany)
{
    const auto spilled = [](const Cell& cell) { return cell.text.starts_with(' '); };
    if (cells.empty() || spilled(cells.front())
        || static_cast<std::size_t>(std::ranges::count_if(cells, spilled)) != tooMany)
        return false;
    std::vector<Cell> joined;
    for (Cell& cell : cells) {
        if (!spilled(cell)) {
            joined.push_back(std::move(cell));
            continue;
        }
        joined.back().text += "," + cell.text;
        joined.back().kind = CellKind::Text;
    }
    cells = std::move(joined);
    return true;
}

/// Accounting sites offer an HTML table under the name .xls.
bool looksLikeHtml(std::string_view bytes)
{
    const auto begin = bytes.find_first_not_of("\xef\xbb\xbf \t\r\n");
    if (begin == std::string_view::npos || bytes[begin] != '<')
        return false;
    std::string head(bytes.substr(begin, 14));
    std::ranges::transform(head, head.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return head.starts_with("<html") || head.starts_with("<table") || head.starts_with("<!doctype")
        || head.starts_with("<?xml") || head.starts_with("<meta");
}

bool looksLikeWorkbook(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xd0\xcf\x11\xe0");
}

std::expected<std::string, ExchangeError> readFile(const fs::path& path, std::size_t maxBytes)
{
    const auto fail = [&path](ExchangeErrorCode code, std::string detail) {
        const auto name = path.u8string();
        return std::unexpected(ExchangeError{code, std::string(name.begin(), name.end()), 0, std::move(detail)});
    };
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        return fail(CannotOpen, error ? error.message() : std::strerror(ENOENT));
    const auto size = fs::file_size(path, error);
    if (error)
        return fail(CannotRead, error.message());
    if (size > maxBytes)
        return fail(TooLarge, std::to_string(size));
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(CannotOpen, std::strerror(errno));
    std::string bytes(size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(size));
    if (file.bad() || static_cast<std::uintmax_t>(file.gcount()) != size)
        return fail(CannotRead, std::strerror(errno));
    return bytes;
}

} // namespace

std::expected<TableSource, ExchangeError> TableSource::open(std::string bytes, const TableOptions& options)
{
    if (looksLikeHtml(bytes))
        return std::unexpected(ExchangeError{NotAWorkbook, {}, 1, "HTML"});
    TableSource source;
    if (looksLikeWorkbook(bytes)) {
        const auto book = XlsxWorkbook::open(std::move(bytes), options.xlsx);
        if (!book)
            return std::unexpected(book.error());
        auto sheet = book->openSheet(options.sheet);
        if (!sheet)
            return std::unexpected(sheet.error());
        source.m_reader = std::move(*sheet);
        source.m_sheetNames = book->sheetNames();
    } else {
        auto csv = CsvReader::open(std::move(bytes), options.csv);
        if (!csv)
            return std::unexpected(csv.error());
        source.m_isCsv = true;
        source.m_joinsCells = csv->delimiter() == ',';
        source.m_reader = std::make_unique<CsvReader>(std::move(*csv));
    }
    if (const auto read = source.readHeader(options.headerLine); !read)
        return std::unexpected(read.error());
    return source;
}

std::expected<TableSource, ExchangeError> TableSource::openOld(const fs::path& path, const TableOptions& options)
{
    auto book = openOldWorkbook(path, options.sheet, options.xls);
    if (!book)
        return std::unexpected(book.error());
    TableSource source;
    source.m_reader = std::move(book->sheet);
    source.m_sheetNames = std::move(book->sheetNames);
    if (const auto read = source.readHeader(options.headerLine); !read)
        return std::unexpected(read.error());
    return source;
}

std::expected<void, ExchangeError> TableSource::readHeader(std::int64_t wantedLine)
{
    SourceRow row;
    while (wantedLine > 0 || m_ahead.size() < headerSearchRows) {
        const auto more = m_reader->next(row);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        if (row.line >= wantedLine)
            m_ahead.push_back(std::move(row));
        if (wantedLine > 0 && !m_ahead.empty())
            break;
    }
    std::ptrdiff_t index = findHeader(m_ahead);
    if (wantedLine > 0)
        index = !m_ahead.empty() && m_ahead.front().line == wantedLine ? 0 : -1;
    if (index < 0)
        return std::unexpected(ExchangeError{NoHeader, {}, wantedLine, {}});
    m_ahead.erase(m_ahead.begin(), m_ahead.begin() + index);
    std::vector<Cell>& cells = m_ahead.front().cells;
    while (!cells.empty() && cells.back().isEmpty())
        cells.pop_back();
    m_header = namesOf(cells);
    m_headerLine = m_ahead.front().line;
    m_ahead.pop_front();
    return {};
}

void TableSource::fitToHeader(SourceRow& row) const
{
    while (row.cells.size() > m_header.size() && row.cells.back().isEmpty())
        row.cells.pop_back();
    if (row.cells.size() <= m_header.size())
        return;
    const std::size_t tooMany = row.cells.size() - m_header.size();
    if (!m_isCsv) {
        row.cells.resize(m_header.size()); // a remark beside the table; a cell of a sheet never moves
        return;
    }
    const std::string surplus = shownPart(row.cells[m_header.size()].text);
    if (m_joinsCells && row.faults.empty() && joinCells(row.cells, tooMany)) {
        row.faults.push_back({RowFaultCode::JoinedCells, row.line, m_header.size(), surplus});
        return;
    }
    row.cells.clear();
    row.faults.push_back({RowFaultCode::MoreCellsThanHeader, row.line, m_header.size(), surplus});
}

std::expected<bool, ExchangeError> TableSource::next(SourceRow& row)
{
    if (!m_ahead.empty()) {
        row = std::move(m_ahead.front());
        m_ahead.pop_front();
    } else {
        const auto more = m_reader->next(row);
        if (!more || !*more)
            return more;
    }
    fitToHeader(row);
    return true;
}

std::expected<std::vector<SourceRow>, ExchangeError> TableSource::preview(std::size_t count)
{
    SourceRow row;
    while (m_ahead.size() < count) {
        const auto more = m_reader->next(row);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        m_ahead.push_back(std::move(row));
    }
    std::vector<SourceRow> rows(
        m_ahead.begin(), m_ahead.begin() + static_cast<std::ptrdiff_t>(std::min(count, m_ahead.size())));
    for (SourceRow& each : rows)
        fitToHeader(each);
    return rows;
}

std::expected<TableSource, ExchangeError> openTable(const fs::path& path, const TableOptions& options)
{
    auto bytes = readFile(path, std::max(options.csv.limits.maxFileBytes, options.xlsx.zip.maxFileBytes));
    if (!bytes)
        return std::unexpected(bytes.error());
    const fs::path extension = path.extension();
    const bool named = extension == ".xlsx" || extension == ".xlsm" || extension == ".XLSX" || extension == ".XLSM";
    if (named && !looksLikeWorkbook(*bytes))
        return std::unexpected(ExchangeError{NotAWorkbook, {}, 0, {}});
    auto table = TableSource::open(std::move(*bytes), options);
    if (!table && table.error().code == OldWorkbook && readsOldWorkbooks())
        return TableSource::openOld(path, options);
    return table;
}

} // namespace dure::exchange
