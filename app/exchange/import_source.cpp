#include "app/exchange/import_source.h"

#include "app/exchange/exchange_words.h"
#include "core/exchange/column_guess.h"
#include "core/exchange/mapping_file.h"
#include "core/exchange/table_writer.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>

namespace dure::app {
namespace {

using exchange::ColumnMapping;
using exchange::ExchangeError;
using exchange::ExchangeErrorCode;
using exchange::TableSource;

constexpr std::size_t sampleRows = 200;
constexpr std::size_t mostProblems = 200'000;
constexpr qint64 mostMappingBytes = 256 * 1024;
constexpr std::size_t isoDateLength = 10;

std::filesystem::path pathOf(const QString& path) { return std::filesystem::path(path.toStdU16String()); }

bool fits(const ColumnMapping& mapping, const std::vector<std::string>& header)
{
    return std::ranges::all_of(mapping.columns,
        [&](const exchange::MappedColumn& each) { return std::ranges::find(header, each.column) != header.end(); });
}

std::expected<TableSource, ExchangeError> open(const ImportSource& source)
{
    exchange::TableOptions options;
    options.sheet = source.sheet;
    options.headerLine = source.headerLine;
    return exchange::openTable(pathOf(source.path), options);
}

/// Rows that were read already, as a file.
class SampleReader final : public exchange::RowReader
{
public:
    explicit SampleReader(const std::vector<exchange::SourceRow>& rows)
        : m_rows(rows)
    { }
    std::expected<bool, ExchangeError> next(exchange::SourceRow& row) override
    {
        if (m_next == m_rows.size())
            return false;
        row = m_rows[m_next++];
        return true;
    }

private:
    const std::vector<exchange::SourceRow>& m_rows;
    std::size_t m_next = 0;
};

exchange::OutCell outCell(const exchange::Cell& cell)
{
    if (cell.kind == exchange::CellKind::Date && cell.text.size() == isoDateLength)
        if (const auto date = parseDate(cell.text, Date::fromYmd(2026, 1, 1))) // it has its year
            return *date;
    if (cell.kind == exchange::CellKind::Number)
        if (const auto number = parseNumber(cell.text, 4, maxTenThousandths); !number.error)
            return Quantity{number.scaled};
    return cell.text;
}

} // namespace

MappingMemory::MappingMemory(const QString& companyFolder)
    : m_folder(companyFolder + QStringLiteral("/mappings"))
{ }

QString MappingMemory::fingerprint(const std::vector<std::string>& header)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const std::string& column : header) {
        hash.addData(QByteArrayView(column.data(), qsizetype(column.size())));
        hash.addData(QByteArrayView("\n"));
    }
    return QString::fromLatin1(hash.result().toHex().left(32));
}

std::optional<ColumnMapping> MappingMemory::find(const std::vector<std::string>& header) const
{
    QFile file(m_folder + u'/' + fingerprint(header) + QStringLiteral(".txt"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.read(mostMappingBytes);
    const auto mappings = exchange::parseMappings({text.constData(), std::size_t(text.size())});
    if (!mappings || mappings->size() != 1 || !fits(mappings->front(), header))
        return std::nullopt;
    return mappings->front();
}

bool MappingMemory::keep(const std::vector<std::string>& header, const ColumnMapping& mapping) const
{
    QSaveFile file(m_folder + u'/' + fingerprint(header) + QStringLiteral(".txt"));
    const std::string text = exchange::writeMappings({&mapping, 1});
    return QDir().mkpath(m_folder) && file.open(QIODevice::WriteOnly)
        && file.write(text.data(), qint64(text.size())) == qint64(text.size()) && file.commit();
}

void tryMapping(ImportSource& source, Date today)
{
    source.missing = exchange::missingFields(source.mapping);
    source.problems.clear();
    if (!source.missing.empty())
        return;
    SampleReader rows(source.sample);
    auto plan = exchange::planRows(rows, source.header, source.mapping, {.today = today});
    if (plan)
        source.problems = std::move(plan->problems);
}

void guessFor(ImportSource& source, exchange::TargetKind kind, Date today)
{
    source.mapping = exchange::guessColumns(kind, source.header, source.sample);
    source.isRemembered = false;
    tryMapping(source, today);
}

std::expected<ImportSource, ExchangeError> readSource(const SourceWish& wish, const MappingMemory& memory)
{
    ImportSource source;
    source.path = wish.path;
    source.name = QFileInfo(wish.path).fileName();
    source.sheet = wish.sheet;
    source.headerLine = wish.headerLine;
    auto table = open(source);
    if (!table)
        return std::unexpected(table.error());
    auto sample = table->preview(sampleRows);
    if (!sample)
        return std::unexpected(sample.error());
    source.sheets = table->sheetNames();
    source.header = table->header();
    source.headerLine = table->headerLine();
    source.sample = std::move(*sample);
    const auto kept = memory.find(source.header);
    if (kept && (!wish.kind || *wish.kind == kept->kind)) {
        source.mapping = *kept;
        source.isRemembered = true;
        tryMapping(source, wish.today);
        return source;
    }
    const auto kind = wish.kind ? wish.kind : exchange::guessKind(source.header, source.sample);
    guessFor(source, kind.value_or(exchange::TargetKind::Customer), wish.today);
    return source;
}

std::expected<intake::SourceTable, ExchangeError> readTable(
    const ImportSource& source, Date today, const ProgressPtr& progress)
{
    auto table = open(source);
    if (!table)
        return std::unexpected(table.error());
    if (table->header() != source.header) // somebody saved another file under this name meanwhile
        return std::unexpected(ExchangeError{ExchangeErrorCode::MissingColumn, {}, 0, {}});
    exchange::ImportOptions options{.today = today};
    options.maxProblems = mostProblems;
    options.maxRows = mostImportRows;
    options.watch = [progress](std::int64_t rows) {
        progress->done = rows;
        return !progress->stop;
    };
    auto plan = exchange::planImport(*table, source.mapping, options);
    if (!plan)
        return std::unexpected(plan.error());
    intake::SourceTable read;
    read.path = source.path.toStdString();
    read.mapping = source.mapping;
    read.headerLine = source.headerLine;
    read.header = source.header;
    read.plan = std::move(*plan);
    return read;
}

std::expected<std::int64_t, ExchangeError> writeLeftOut(const ImportSource& source,
    const std::map<std::int64_t, std::string>& reasonOfLine, const std::string& reasonTitle, const QString& target)
{
    auto table = open(source);
    if (!table)
        return std::unexpected(table.error());
    if (table->header() != source.header)
        return std::unexpected(ExchangeError{ExchangeErrorCode::MissingColumn, {}, 0, {}});
    std::vector<exchange::OutColumn> columns;
    for (const std::string& name : source.header)
        columns.push_back({name, exchange::OutKind::Text, 16});
    columns.push_back({reasonTitle, exchange::OutKind::Text, 40});
    const bool isText = target.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
    auto writer = isText ? exchange::createCsv(pathOf(target), columns)
                         : exchange::createXlsx(pathOf(target), source.name.toStdString(), columns);
    if (!writer)
        return std::unexpected(writer.error());
    exchange::SourceRow row;
    std::int64_t written = 0;
    while (true) {
        const auto more = table->next(row);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        const auto reason = reasonOfLine.find(row.line);
        if (reason == reasonOfLine.end())
            continue;
        std::vector<exchange::OutCell> cells;
        for (const exchange::Cell& cell : row.cells)
            cells.push_back(outCell(cell));
        cells.resize(source.header.size());
        cells.emplace_back(reason->second);
        if (auto added = (*writer)->addRow(cells); !added)
            return std::unexpected(added.error());
        ++written;
    }
    if (auto finished = (*writer)->finish(); !finished)
        return std::unexpected(finished.error());
    return written;
}

} // namespace dure::app
