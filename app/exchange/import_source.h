#pragma once
#include "core/exchange/table_source.h"
#include "core/intake/source_table.h"

#include <QString>
#include <atomic>
#include <map>
#include <memory>
#include <optional>

/// Reading files for an import: everything here runs on any thread but the GUI's, and knows no widget.
namespace dure::app {

/// Shared between a screen and what works for it: how far it is, and whether it is to stop.
struct Progress
{
    std::atomic<qint64> done = 0, all = 0; ///< all 0: nobody knows yet
    std::atomic<bool> stop = false;
};
using ProgressPtr = std::shared_ptr<Progress>;

/// One table that was chosen: a CSV file, or a sheet of a workbook.
struct ImportSource
{
    QString path;
    QString name; ///< without the folder
    std::vector<std::string> sheets; ///< of a workbook, to choose from
    std::string sheet; ///< chosen; empty: the first that can be seen
    std::int64_t headerLine = 0; ///< 0 before it was read: find it
    std::vector<std::string> header;
    std::vector<exchange::SourceRow> sample; ///< the first rows
    exchange::ColumnMapping mapping;
    bool isRemembered = false; ///< the mapping is the user's of the last time
    std::vector<exchange::ImportProblem> problems; ///< of the sample
    std::vector<std::string_view> missing; ///< fields without which nothing can be imported
};

/// Where the mappings of a company are kept on this PC, one small file for each set of column names.
class MappingMemory
{
public:
    explicit MappingMemory(const QString& companyFolder);
    /// What was kept for these columns, if it still fits them.
    std::optional<exchange::ColumnMapping> find(const std::vector<std::string>& header) const;
    /// False: the disk refused; the import goes on without.
    bool keep(const std::vector<std::string>& header, const exchange::ColumnMapping& mapping) const;
    static QString fingerprint(const std::vector<std::string>& header);

private:
    QString m_folder;
};

struct SourceWish
{
    QString path;
    std::string sheet;
    std::int64_t headerLine = 0;
    std::optional<exchange::TargetKind> kind; ///< by the user; else remembered or guessed
    Date today;
};

/// Opens a file, finds sheet, header and meaning, and tries the first rows.
std::expected<ImportSource, exchange::ExchangeError> readSource(const SourceWish& wish, const MappingMemory& memory);
/// The same sample under another mapping.
void tryMapping(ImportSource& source, Date today);
/// Guesses anew for this kind.
void guessFor(ImportSource& source, exchange::TargetKind kind, Date today);

/// Reads the whole file.
std::expected<intake::SourceTable, exchange::ExchangeError> readTable(
    const ImportSource& source, Date today, const ProgressPtr& progress);

/// Writes the lines of the file that were left out, with the reason behind each, as an .xlsx or .csv that can be put
/// right and imported again.
std::expected<std::int64_t, exchange::ExchangeError> writeLeftOut(const ImportSource& source,
    const std::map<std::int64_t, std::string>& reasonOfLine, const std::string& reasonTitle, const QString& target);

} // namespace dure::app
