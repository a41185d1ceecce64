#include "core/exchange/table_writer.h"
#include "core/exchange/text_mark.h"
#include "core/exchange/unfinished_file.h"

#include <cassert>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace dure::exchange {

namespace {

/// Quoted where a reader could take it apart, or would cut blanks off.
std::string quoted(std::string text)
{
    const bool plain
        = text.find_first_of(",;\t\"\r\n") == std::string::npos && !text.starts_with(' ') && !text.ends_with(' ');
    if (plain)
        return text;
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2))
        text.insert(at, 1, '"');
    return '"' + text + '"';
}

std::string textOf(const OutCell& cell)
{
    return std::visit(
        []<class T>(const T& value) -> std::string {
            if constexpr (std::is_same_v<T, std::monostate>)
                return {};
            else if constexpr (std::is_same_v<T, std::string>)
                return quoted(needsTextMark(value) ? "'" + value : value);
            else if constexpr (std::is_same_v<T, Date>)
                return value.toIso();
            else
                return toText(value, false);
        },
        cell);
}

class CsvWriter final : public TableWriter
{
public:
    CsvWriter(const std::filesystem::path& path, std::size_t width)
        : m_target(path)
        , m_file(m_target.path(), std::ios::binary | std::ios::trunc)
        , m_width(width)
    {
        m_file << "\xef\xbb\xbf";
    }

    std::expected<void, ExchangeError> addRow(std::span<const OutCell> cells) override
    {
        assert(cells.size() <= m_width);
        std::string line;
        for (std::size_t i = 0; i < m_width; ++i) {
            if (i > 0)
                line += ',';
            if (i < cells.size())
                line += textOf(cells[i]);
        }
        m_file << line << "\r\n";
        return state();
    }

    std::expected<void, ExchangeError> finish() override
    {
        m_file.close();
        if (auto written = state(); !written)
            return written;
        return m_target.putInPlace();
    }

    std::expected<void, ExchangeError> state() const
    {
        if (!m_file)
            return std::unexpected(m_target.error(std::strerror(errno)));
        return {};
    }

private:
    UnfinishedFile m_target; // destroyed after the stream, so that no open file is removed
    std::ofstream m_file;
    std::size_t m_width;
};

} // namespace

std::expected<std::unique_ptr<TableWriter>, ExchangeError> createCsv(
    const std::filesystem::path& path, std::span<const OutColumn> columns)
{
    auto writer = std::make_unique<CsvWriter>(path, columns.size());
    std::vector<OutCell> titles;
    for (const OutColumn& column : columns)
        titles.emplace_back(column.title);
    if (const auto written = writer->addRow(titles); !written)
        return std::unexpected(written.error());
    return writer;
}

} // namespace dure::exchange
