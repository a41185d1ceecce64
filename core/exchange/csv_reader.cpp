#include "core/exchange/csv_reader.h"

#include "core/exchange/text_mark.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dure::exchange {

namespace {

constexpr std::size_t sampleBytes = 64U << 10U;
constexpr std::size_t sampleRows = 50;
constexpr std::size_t shownLineBytes = 200;

/// Cells in each of the first rows if `delimiter` were right.
std::vector<std::size_t> countCells(std::string_view sample, char delimiter)
{
    std::vector<std::size_t> counts;
    std::size_t cells = 1;
    bool quoted = false;
    bool rowHasText = false;
    for (const char c : sample) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && c == delimiter)
            ++cells;
        if (!quoted && c == '\n') {
            if (rowHasText)
                counts.push_back(cells);
            if (counts.size() == sampleRows)
                return counts;
            cells = 1;
            rowHasText = false;
        } else if (c != '\r') {
            rowHasText = true;
        }
    }
    if (rowHasText)
        counts.push_back(cells);
    return counts;
}

/// The one under which most rows have the same number (> 1) of cells; more cells decide a tie.
char guessDelimiter(std::string_view bytes)
{
    constexpr std::array candidates{',', ';', '\t'};
    char best = ',';
    std::pair<std::ptrdiff_t, std::size_t> bestScore{0, 0};
    for (const char candidate : candidates) {
        const std::vector<std::size_t> counts = countCells(bytes.substr(0, sampleBytes), candidate);
        for (const std::size_t count : counts) {
            const std::pair score{std::ranges::count(counts, count), count};
            if (count > 1 && score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
    }
    return best;
}

bool isBlank(const SourceRow& row) { return row.faults.empty() && std::ranges::all_of(row.cells, &Cell::isEmpty); }

} // namespace

std::expected<CsvReader, ExchangeError> CsvReader::open(std::string bytes, const CsvOptions& options)
{
    if (bytes.size() > options.limits.maxFileBytes)
        return std::unexpected(ExchangeError{ExchangeErrorCode::TooLarge, {}, 0, std::to_string(bytes.size())});
    const auto encoding = detectEncoding(bytes);
    if (!encoding)
        return std::unexpected(encoding.error());
    return CsvReader(std::move(bytes), *encoding, options);
}

CsvReader::CsvReader(std::string bytes, TextEncoding encoding, const CsvOptions& options)
    : m_bytes(std::move(bytes))
    , m_encoding(encoding)
    , m_decoder(encoding)
    , m_limits(options.limits)
    , m_delimiter(options.delimiter)
{
    if (encoding == TextEncoding::Utf8WithBom)
        m_at.offset = 3;
    const std::string_view text = std::string_view(m_bytes).substr(m_at.offset);
    if (text.size() >= 5 && text.starts_with("sep=") && (text.size() == 5 || text[5] == '\r' || text[5] == '\n')) {
        m_delimiter = m_delimiter == 0 ? text[4] : m_delimiter;
        m_at.offset += 5;
        skipLineEnd();
    }
    if (m_delimiter == 0)
        m_delimiter = guessDelimiter(std::string_view(m_bytes).substr(m_at.offset));
}

std::expected<bool, ExchangeError> CsvReader::next(SourceRow& row)
{
    while (!atEnd()) {
        readRow(row);
        if (isBlank(row))
            continue;
        if (++m_rowsRead > m_limits.maxRows)
            return std::unexpected(ExchangeError{ExchangeErrorCode::TooManyRows, {}, row.line, {}});
        return true;
    }
    return false;
}

void CsvReader::readRow(SourceRow& row)
{
    const Position start = m_at;
    const auto broken = scanRow(row, m_bytes.size());
    if (!broken)
        return;
    m_at = start;
    scanRow(row, broken->quote.offset);
    std::string_view rest = std::string_view(m_bytes).substr(broken->quote.offset, shownLineBytes);
    rest = rest.substr(0, rest.find_first_of("\r\n"));
    std::string text;
    m_decoder.decode(rest, text);
    row.faults.insert(
        row.faults.begin(), RowFault{RowFaultCode::BrokenQuote, broken->quote.line, broken->column, shownPart(text)});
}

/// Reads the row that begins here, with every quote from `literalFrom` on being text. Stops at a broken quote.
std::optional<CsvReader::Break> CsvReader::scanRow(SourceRow& row, std::size_t literalFrom)
{
    row.line = m_at.line;
    row.cells.clear();
    row.faults.clear();
    for (std::size_t column = 0;; ++column) {
        m_raw.clear();
        m_rawTooLong = false;
        const Position begin = m_at;
        const bool quoted = !atEnd() && m_bytes[m_at.offset] == '"' && m_at.offset < literalFrom;
        if (quoted && !scanQuoted(row, column))
            return Break{begin, column};
        if (!quoted)
            scanPlain();
        addCell(row, column, begin.line);
        if (atLineEnd())
            break;
        ++m_at.offset; // the delimiter
    }
    skipLineEnd();
    return std::nullopt;
}

/// Reads a field from its opening quote to the delimiter; false if the quote is broken.
bool CsvReader::scanQuoted(SourceRow& row, std::size_t column)
{
    const std::int64_t openedOn = m_at.line;
    ++m_at.offset;
    while (true) {
        if (atEnd() || m_raw.size() > m_limits.maxFieldBytes)
            return false;
        const char c = m_bytes[m_at.offset++];
        if (c == '"') {
            if (atEnd() || m_bytes[m_at.offset] != '"')
                break;
            ++m_at.offset;
        }
        const bool crOfCrlf = c == '\r' && !atEnd() && m_bytes[m_at.offset] == '\n';
        if (c == '\n' || (c == '\r' && !crOfCrlf))
            ++m_at.line;
        m_raw += c;
    }
    if (atLineEnd() || m_bytes[m_at.offset] == m_delimiter)
        return true;
    if (m_at.line != openedOn)
        return false;
    scanPlain();
    std::string text;
    m_decoder.decode(m_raw, text);
    row.faults.push_back({RowFaultCode::TextAfterQuote, openedOn, column, shownPart(text)});
    return true;
}

// The second byte of a CP949 character is never a quote, comma, semicolon, tab or line end, so the bytes can be split
// before they are decoded.
void CsvReader::scanPlain()
{
    const std::size_t begin = m_at.offset;
    while (!atLineEnd() && m_bytes[m_at.offset] != m_delimiter)
        ++m_at.offset;
    m_rawTooLong = m_raw.size() + m_at.offset - begin > m_limits.maxFieldBytes;
    if (!m_rawTooLong)
        m_raw.append(m_bytes, begin, m_at.offset - begin);
}

void CsvReader::addCell(SourceRow& row, std::size_t column, std::int64_t line)
{
    if (column >= m_limits.maxColumns) {
        if (column == m_limits.maxColumns)
            row.faults.push_back({RowFaultCode::TooManyColumns, line, column, {}});
        return;
    }
    Cell& cell = row.cells.emplace_back();
    if (m_rawTooLong) {
        row.faults.push_back({RowFaultCode::FieldTooLong, line, column, {}});
        return;
    }
    const bool clean = m_decoder.decode(m_raw, cell.text);
    if (!clean)
        row.faults.push_back({RowFaultCode::BadBytes, line, column, shownPart(cell.text)});
    removeTextMark(cell.text);
    cell.kind = cell.text.empty() ? CellKind::Empty : CellKind::Text;
}

void CsvReader::skipLineEnd()
{
    if (atEnd())
        return;
    const bool crlf = std::string_view(m_bytes).substr(m_at.offset).starts_with("\r\n");
    m_at.offset += crlf ? 2 : 1;
    ++m_at.line;
}

} // namespace dure::exchange
