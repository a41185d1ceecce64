#pragma once
#include "core/exchange/source_row.h"
#include "core/exchange/text_encoding.h"

#include <optional>

namespace dure::exchange {

struct CsvLimits
{
    std::size_t maxFileBytes = 512U << 20U;
    std::size_t maxFieldBytes = 128U << 10U; ///< an Excel cell holds at most 32,767 characters
    std::size_t maxColumns = 1024;
    std::int64_t maxRows = 2'000'000;
};

struct CsvOptions
{
    char delimiter = 0; ///< 0: guess among comma, semicolon and tab
    CsvLimits limits;
};

/// Reads RFC 4180 text row by row out of one buffer; only the row asked for is decoded.
///
/// Lines end in CRLF, LF or CR. A quote counts only at the beginning of a field; elsewhere it is text (5" pipe). Rows
/// without any text are left out. An apostrophe that our own export put before =, +, -, @, tab or CR is taken away
/// again. A first line "sep=;" names the delimiter.
///
/// A broken quote never swallows the file. A quote counts as broken when it is not closed before the end or within
/// maxFieldBytes, or when it closes on a later line in the middle of text. The row then carries BrokenQuote with the
/// line where the quote opened, that quote and what follows it are read as plain text up to the end of that line, and
/// reading goes on with the next line.
class CsvReader final : public RowReader
{
public:
    /// The encoding is detected (text_encoding.h); the errors are its, or TooLarge.
    static std::expected<CsvReader, ExchangeError> open(std::string bytes, const CsvOptions& options = {});

    std::expected<bool, ExchangeError> next(SourceRow& row) override; ///< error: TooManyRows

    TextEncoding encoding() const { return m_encoding; }
    char delimiter() const { return m_delimiter; }

private:
    struct Position
    {
        std::size_t offset = 0;
        std::int64_t line = 1;
    };
    /// Where a broken quote stands.
    struct Break
    {
        Position quote;
        std::size_t column = 0;
    };

    CsvReader(std::string bytes, TextEncoding encoding, const CsvOptions& options);
    void readRow(SourceRow& row);
    std::optional<Break> scanRow(SourceRow& row, std::size_t literalFrom);
    bool scanQuoted(SourceRow& row, std::size_t column);
    void scanPlain();
    void addCell(SourceRow& row, std::size_t column, std::int64_t line);
    bool atEnd() const { return m_at.offset >= m_bytes.size(); }
    bool atLineEnd() const { return atEnd() || m_bytes[m_at.offset] == '\n' || m_bytes[m_at.offset] == '\r'; }
    void skipLineEnd();

    std::string m_bytes;
    TextEncoding m_encoding;
    TextDecoder m_decoder;
    CsvLimits m_limits;
    char m_delimiter;
    Position m_at;
    std::string m_raw; // the field being read, still in the file's encoding
    bool m_rawTooLong = false;
    std::int64_t m_rowsRead = 0;
};

} // namespace dure::exchange
