#include "app/lists/list_export.h"

#include "app/widgets/status_glyph.h"

#include <QHeaderView>
#include <condition_variable>
#include <filesystem>
#include <mutex>

namespace dure::app {
namespace {

using exchange::ExchangeError;
using exchange::ExchangeErrorCode;
using exchange::OutCell;
using exchange::OutKind;

constexpr std::int64_t mostRows = 1'048'576; // of a sheet
constexpr std::int64_t pageRows = 5'000;
constexpr std::size_t sliceRows = 200;
constexpr int narrowChars = 12;
constexpr int wideChars = 24;

OutCell numberOf(const QString& shown)
{
    const std::string text = shown.toStdString();
    if (const auto whole = parseNumber(text, 0, maxAmountWon); !whole.error)
        return Won{whole.scaled};
    if (const auto number = parseNumber(text, 4, maxTenThousandths); !number.error)
        return Quantity{number.scaled};
    if (shown.isEmpty() || shown == QStringLiteral("–"))
        return {};
    return text;
}

} // namespace

QList<ExportColumn> shownColumns(const LedgerTable& table)
{
    QList<ExportColumn> shown;
    const QHeaderView& header = *table.horizontalHeader();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (column >= table.columns().size() || header.isSectionHidden(column))
            continue;
        const LedgerColumn& each = table.columns()[column];
        shown += {
            column, each.kind == ColumnKind::Progress ? each.title + QStringLiteral(" (%)") : each.title, each.kind};
    }
    return shown;
}

OutCell exportedValue(
    const WindowedModel& model, const WindowedModel::ExportPage& page, std::size_t row, const ExportColumn& column)
{
    const auto value = [&](int role) { return model.exportedCell(page, row, column.column, role); };
    const QString text = value(Qt::DisplayRole).toString();
    switch (column.kind) {
    case ColumnKind::Date:
    case ColumnKind::DueDate:
        if (const QVariant date = value(DateRole); date.isValid())
            return date.toInt() == 0 ? OutCell{} : OutCell{Date{date.toInt()}};
        return text.toStdString();
    case ColumnKind::Number:
        return numberOf(text);
    case ColumnKind::Progress:
        if (const QVariant permille = value(PermilleRole); permille.isValid())
            return Quantity{permille.toLongLong() * 1'000};
        return text.toStdString();
    case ColumnKind::Status:
        return (text.isEmpty() ? statusWord(static_cast<Status>(value(StatusRole).toInt())) : text).toStdString();
    case ColumnKind::Name: {
        const QString suffix = value(SuffixRole).toString();
        return (suffix.isEmpty() ? text : text + u' ' + suffix).toStdString();
    }
    case ColumnKind::Text:
        break;
    }
    return text.toStdString();
}

struct ListExport::Slice
{
    WindowedModel::ExportPage page;
    std::size_t first = 0, last = 0;
};

struct ListExport::Work
{
    using Rows = std::vector<std::vector<OutCell>>;

    std::string database;
    std::filesystem::path path;
    std::string title;
    std::vector<exchange::OutColumn> columns;
    std::vector<std::function<WindowedModel::ExportPage(Reader&)>> pages;
    QPointer<ListExport> owner; // read on the GUI thread alone

    std::mutex mutex;
    std::condition_variable wake;
    bool stop = false; // guarded, as what follows
    std::optional<Rows> rows;

    /// Runs on the GUI thread, unless the owner has gone.
    static void tell(const std::shared_ptr<Work>& work, std::function<void(ListExport&)> what)
    {
        QMetaObject::invokeMethod(
            qApp,
            [work, what = std::move(what)] {
                if (work->owner)
                    what(*work->owner);
            },
            Qt::QueuedConnection);
    }

    /// Null: stopped.
    static std::optional<Rows> ask(const std::shared_ptr<Work>& work, const Slice& slice)
    {
        tell(work, [slice](ListExport& owner) { owner.answer(slice); });
        std::unique_lock lock(work->mutex);
        work->wake.wait(lock, [&] { return work->stop || work->rows; });
        return work->stop ? std::nullopt : std::exchange(work->rows, std::nullopt);
    }

    static std::expected<qint64, ExchangeError> writeAll(const std::shared_ptr<Work>& work)
    {
        const ExchangeError stopped{ExchangeErrorCode::Stopped, {}, 0, {}};
        auto space = storage::SpaceDatabase::openReader(work->database);
        if (!space)
            return std::unexpected(ExchangeError{ExchangeErrorCode::CannotRead, {}, 0, space.error().detail});
        const sqlite::Snapshot snapshot((*space)->db());
        Reader reader((*space)->db());
        auto writer = work->path.extension() == ".csv" ? exchange::createCsv(work->path, work->columns)
                                                       : exchange::createXlsx(work->path, work->title, work->columns);
        if (!writer)
            return std::unexpected(writer.error());
        qint64 written = 0;
        for (const auto& readPage : work->pages) {
            const WindowedModel::ExportPage page = readPage(reader);
            for (std::size_t first = 0; first < page.count; first += sliceRows) {
                const auto rows = ask(work, {page, first, std::min(page.count, first + sliceRows)});
                if (!rows)
                    return std::unexpected(stopped);
                for (const auto& row : *rows)
                    if (auto added = (*writer)->addRow(row); !added)
                        return std::unexpected(added.error());
                written += std::ssize(*rows);
            }
            tell(work, [written](ListExport& owner) { Q_EMIT owner.progressed(written); });
            if (page.count < std::size_t(pageRows))
                break;
        }
        if (auto finished = (*writer)->finish(); !finished)
            return std::unexpected(finished.error());
        return written;
    }

    static void run(const std::shared_ptr<Work>& work)
    {
        std::expected<qint64, ExchangeError> done;
        try {
            done = writeAll(work);
        } catch (const sqlite::Failure& failure) {
            done = std::unexpected(ExchangeError{ExchangeErrorCode::CannotRead, {}, 0, failure.what()});
        }
        tell(work, [done](ListExport& owner) {
            if (done)
                Q_EMIT owner.written(*done);
            else if (done.error().code == ExchangeErrorCode::Stopped)
                Q_EMIT owner.stopped();
            else
                Q_EMIT owner.failed(done.error());
        });
    }
};

ListExport::ListExport(const QString& databasePath, WindowedModel& model, const QList<ExportColumn>& columns,
    const QString& title, const QString& path, QObject* parent)
    : QObject(parent)
    , m_model(&model)
    , m_columns(columns)
    , m_work(std::make_shared<Work>())
{
    m_work->database = databasePath.toStdString();
    m_work->path = std::filesystem::path(path.toStdU16String());
    m_work->title = title.toStdString();
    m_work->owner = this;
    for (const ExportColumn& each : columns) {
        const bool number = each.kind == ColumnKind::Number || each.kind == ColumnKind::Progress;
        const bool wide = each.kind == ColumnKind::Text || each.kind == ColumnKind::Name;
        const bool date = each.kind == ColumnKind::Date || each.kind == ColumnKind::DueDate;
        m_work->columns.push_back({each.title.toStdString(),
            number     ? OutKind::Number
                : date ? OutKind::Date
                       : OutKind::Text,
            wide ? wideChars : narrowChars});
    }
    // all of them now: the user may filter for something else meanwhile
    for (std::int64_t offset = 0; offset < mostRows; offset += pageRows)
        m_work->pages.push_back(model.exportJob(offset, pageRows));
    m_thread = std::thread([work = m_work] { Work::run(work); });
}

ListExport::~ListExport()
{
    stop();
    m_thread.join();
}

void ListExport::stop()
{
    const std::scoped_lock lock(m_work->mutex);
    m_work->stop = true;
    m_work->wake.notify_all();
}

void ListExport::answer(const Slice& slice)
{
    if (!m_model)
        return stop();
    Work::Rows rows;
    for (std::size_t row = slice.first; row < slice.last; ++row) {
        std::vector<OutCell>& cells = rows.emplace_back();
        for (const ExportColumn& column : m_columns)
            cells.push_back(exportedValue(*m_model, slice.page, row, column));
    }
    const std::scoped_lock lock(m_work->mutex);
    m_work->rows = std::move(rows);
    m_work->wake.notify_all();
}

} // namespace dure::app

#include "moc_list_export.cpp"
