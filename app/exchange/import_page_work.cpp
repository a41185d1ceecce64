// What an import does behind its page: reading on another thread, trying and writing on the writer's.
#include "app/data/background.h"
#include "app/data/company_data.h"
#include "app/exchange/exchange_words.h"
#include "app/exchange/import_columns_step.h"
#include "app/exchange/import_names_step.h"
#include "app/exchange/import_page.h"
#include "app/exchange/import_report_view.h"
#include "app/exchange/progress_view.h"
#include "app/lists/undo_offer.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "core/intake/name_matching.h"

#include <QDir>
#include <QFileInfo>
#include <QStackedLayout>
#include <QTimer>
#include <algorithm>

namespace dure::app {
namespace {

using exchange::ExchangeError;
using exchange::TargetKind;
using Tables = std::vector<intake::SourceTable>;

constexpr qsizetype mostFiles = 4; // one of a kind
constexpr int progressMs = 100;

struct ReadFailure
{
    ExchangeError error;
    QString name;
};

/// All files, one after the other. The lines of a file of lines go to the file of orders, if there is one.
std::expected<Tables, ReadFailure> readAll(const QList<ImportSource>& sources, Date today, const ProgressPtr& progress)
{
    Tables tables;
    for (const ImportSource& source : sources) {
        auto table = readTable(source, today, progress);
        if (!table)
            return std::unexpected(ReadFailure{table.error(), source.name});
        tables.push_back(std::move(*table));
    }
    const auto orders = std::ranges::find(tables, TargetKind::Order, &intake::SourceTable::kind);
    const auto lines = std::ranges::find(tables, TargetKind::OrderLine, &intake::SourceTable::kind);
    if (orders != tables.end() && lines != tables.end())
        exchange::joinLines(orders->plan, lines->plan);
    return tables;
}

} // namespace

ProgressPtr ImportPage::begin(const QString& what)
{
    m_strip->clear();
    m_progress = std::make_shared<Progress>();
    m_working->setWhat(what);
    m_stack->setCurrentWidget(m_working);
    m_clock->start(progressMs);
    showButtons();
    return m_progress;
}

void ImportPage::end()
{
    m_progress.reset();
    m_clock->stop();
    if (!m_closes)
        return;
    m_closes = false;
    QMetaObject::invokeMethod(
        this, [this] { host()->closePage(this); }, Qt::QueuedConnection);
}

/// Back to where it was, with the reason.
void ImportPage::refuse(const ErrorText& why)
{
    show(m_step);
    m_strip->clear();
    m_strip->show(Tone::Red, why.what, why.wayOut);
}

void ImportPage::open(const QStringList& paths)
{
    if (isWorking())
        return;
    m_strip->clear();
    m_unknown = {};
    m_outcome = {};
    if (paths.size() > mostFiles) {
        show(Step::File);
        m_strip->show(Tone::Amber, tr("These are too many files at once."),
            tr("Customers, products, orders and lines of orders go in together, one file of each."));
        return;
    }
    readNext(paths, 0, std::make_shared<QList<ImportSource>>());
}

void ImportPage::readNext(const QStringList& paths, qsizetype at, std::shared_ptr<QList<ImportSource>> read)
{
    const ProgressPtr progress = begin(tr("Opening %1").arg(QFileInfo(paths[at]).fileName()));
    inBackground(
        this,
        [wish = SourceWish{paths[at], {}, 0, {}, m_data.today()}, memory = m_memory] {
            return readSource(wish, memory);
        },
        [this, paths, at, read, progress](std::expected<ImportSource, ExchangeError> source) {
            const bool stopped = progress->stop;
            end();
            if (stopped)
                return show(m_step);
            if (!source) {
                m_step = m_sources.isEmpty() ? Step::File : m_step;
                return refuse(errorText(source.error(), QFileInfo(paths[at]).fileName()));
            }
            read->append(std::move(*source));
            if (at + 1 < paths.size())
                return readNext(paths, at + 1, read);
            m_sources = std::move(*read);
            m_current = 0;
            showSource();
            show(Step::Columns);
        });
}

void ImportPage::readAgain(const SourceWish& wish)
{
    const ProgressPtr progress = begin(tr("Opening %1").arg(current().name));
    inBackground(
        this, [wish, memory = m_memory] { return readSource(wish, memory); },
        [this, progress](std::expected<ImportSource, ExchangeError> source) {
            const bool stopped = progress->stop;
            end();
            if (stopped || !source) {
                showSource(); // the fields say again what is read
                if (!stopped)
                    return refuse(errorText(source.error(), current().name));
            } else {
                current() = std::move(*source);
                showSource();
            }
            show(Step::Columns);
        });
}

void ImportPage::showSource()
{
    m_columns->show(m_sources, m_current);
    Q_EMIT headerChanged();
}

/// What must be put right first is shown, with its file.
bool ImportPage::mayImport()
{
    for (int i = 0; i < m_sources.size(); ++i) {
        const ImportSource& source = m_sources[i];
        const TargetKind kind = source.mapping.kind;
        if (!m_data.mayWrite(tableFor(kind))) {
            const ErrorText why = readsOnlyText();
            m_strip->show(Tone::Amber, why.what, why.wayOut);
            return false;
        }
        const auto same = std::ranges::find_if(m_sources.begin(), m_sources.begin() + i,
            [kind](const ImportSource& each) { return each.mapping.kind == kind; });
        const bool twice = same != m_sources.begin() + i;
        if (source.missing.empty() && !twice)
            continue;
        m_current = i;
        showSource();
        if (twice)
            m_strip->show(Tone::Amber, tr("%1 and %2 hold the same.").arg(same->name, source.name),
                tr("Say what the rows of one of them are, or import one after the other."));
        else
            m_strip->show(Tone::Amber, tr("No column was found for: %1.").arg(missingWords(kind, source.missing)),
                tr("Choose it in the list with Enter."));
        return false;
    }
    return true;
}

void ImportPage::readTables()
{
    if (!mayImport())
        return;
    m_sourceOfTable.clear();
    for (int i = 0; i < m_sources.size(); ++i)
        m_sourceOfTable += i;
    std::ranges::sort(m_sourceOfTable, {}, [this](int i) { return m_sources[i].mapping.kind; });
    QList<ImportSource> ordered;
    for (const int i : m_sourceOfTable)
        ordered += m_sources[i];
    const ProgressPtr progress = begin(tr("Reading the whole file"));
    inBackground(
        this,
        [ordered, progress, today = m_data.today(), memory = m_memory] {
            for (const ImportSource& source : ordered)
                (void)memory.keep(source.header, source.mapping); // a full disk is told by what follows
            return readAll(ordered, today, progress);
        },
        [this](std::expected<Tables, ReadFailure> tables) {
            end();
            if (!tables)
                return refuse(errorText(tables.error().error, tables.error().name));
            takeTables(std::move(*tables));
        });
}

void ImportPage::takeTables(Tables tables)
{
    m_tables = std::make_shared<const Tables>(std::move(tables));
    findNames();
}

void ImportPage::findNames()
{
    begin(tr("Looking for customers and products"));
    m_data.read(
        this, QStringLiteral("names"),
        [tables = m_tables](Reader& reader) { return intake::findUnknownNames(reader.db(), *tables); },
        [this](intake::UnknownNames&& unknown) {
            const bool stopped = m_progress->stop;
            end();
            if (stopped)
                return show(Step::Columns);
            m_unknown = std::move(unknown);
            m_names->show(m_unknown);
            if (m_unknown.empty())
                write(true);
            else
                show(Step::Names);
        });
}

void ImportPage::write(bool dryRun)
{
    const ProgressPtr progress = begin(dryRun ? tr("Trying it out") : tr("Importing"));
    intake::WriteWish wish{m_data.today(), dryRun, m_names->choices(), {}};
    wish.watch = [progress](std::int64_t done, std::int64_t all) {
        progress->all = all;
        progress->done = done;
        return !progress->stop;
    };
    m_data.run(
        this,
        [tables = m_tables, wish = std::move(wish), progress](commands::Commands& commands) {
            auto outcome = intake::writeImport(commands, *tables, wish);
            return outcome;
        },
        [this, dryRun](std::expected<intake::ImportOutcome, commands::CommandError>&& outcome) {
            takeOutcome(std::move(outcome), dryRun);
        });
}

void ImportPage::takeOutcome(std::expected<intake::ImportOutcome, commands::CommandError>&& outcome, bool dryRun)
{
    end();
    if (!outcome) {
        if (outcome.error().refusal != commands::Refusal::Stopped)
            return refuse(errorText(outcome.error()));
        show(m_step);
        m_strip->show(Tone::Info, tr("It was stopped. Nothing was changed."));
        return;
    }
    m_outcome = std::move(*outcome);
    m_report->show(m_outcome, importedFiles(), dryRun ? ImportReportView::Tense::Would : ImportReportView::Tense::Did);
    show(dryRun ? Step::Check : Step::Result);
    if (!dryRun)
        return showDone();
    const bool hasAny = std::ranges::any_of(
        m_outcome.counts, [](const intake::KindCounts& each) { return each.created + each.changed > 0; });
    if (hasAny)
        m_strip->show(Tone::Info, tr("This is what would happen; nothing is changed yet."),
            tr("Import with Ctrl+Enter. It can be undone as a whole."));
    else
        m_strip->show(Tone::Info, tr("Everything is here already, so there is nothing to import."));
}

void ImportPage::showDone()
{
    QStringList done;
    for (const intake::KindCounts& each : m_outcome.counts) {
        const int count = int(each.created + each.changed);
        if (count == 0)
            continue;
        done += each.kind == TargetKind::Customer ? tr("%n customer(s)", nullptr, count)
            : each.kind == TargetKind::Product    ? tr("%n product(s)", nullptr, count)
                                                  : tr("%n order(s)", nullptr, count);
    }
    m_undo->show(tr("%1 were imported.").arg(done.join(QStringLiteral(", "))), m_data.undoable());
}

QList<ImportedFile> ImportPage::importedFiles() const
{
    QList<ImportedFile> files;
    for (const int i : m_sourceOfTable)
        files += {m_sources[i].name, m_sources[i].mapping.kind};
    return files;
}

void ImportPage::saveLeftOut(const QString& path)
{
    struct Part
    {
        ImportSource source;
        std::map<std::int64_t, std::string> reasons;
        QString target;
    };
    QList<Part> parts;
    for (std::size_t table = 0; table < m_outcome.leftOutLines.size(); ++table) {
        if (m_outcome.leftOutLines[table].empty())
            continue;
        Part part{m_sources[m_sourceOfTable[qsizetype(table)]], {}, path};
        if (!parts.isEmpty()) {
            const QFileInfo first(path);
            part.target = first.dir().filePath(
                tr("%1 - left out").arg(QFileInfo(part.source.name).completeBaseName()) + u'.' + first.suffix());
        }
        for (const std::int64_t line : m_outcome.leftOutLines[table])
            part.reasons[line] = tr("Another row of this order is wrong").toStdString();
        std::set<std::int64_t> told;
        for (const intake::RowProblem& each : m_outcome.problems) {
            if (each.table != table || each.isKept || !part.reasons.contains(each.line))
                continue;
            const QString why = each.column.empty()
                ? problemWord(each.cause)
                : QStringLiteral("%1: %2").arg(toQString(each.column), problemWord(each.cause));
            std::string& reason = part.reasons[each.line];
            reason = told.insert(each.line).second ? why.toStdString() : reason + "; " + why.toStdString();
        }
        parts += part;
    }
    m_strip->clear();
    inBackground(
        this,
        [parts, title = tr("What is wrong").toStdString()]() -> std::expected<std::int64_t, ExchangeError> {
            std::int64_t rows = 0;
            for (const Part& part : parts) {
                const auto written = writeLeftOut(part.source, part.reasons, title, part.target);
                if (!written)
                    return written;
                rows += *written;
            }
            return rows;
        },
        [this, path](std::expected<std::int64_t, ExchangeError> rows) {
            if (!rows)
                return refuse(errorText(rows.error(), QFileInfo(path).fileName()));
            m_strip->clear();
            const QString done = tr("%n row(s) were saved to be corrected and imported again: %1", nullptr, int(*rows))
                                     .arg(QDir::toNativeSeparators(path));
            if (m_step == Step::Result)
                m_undo->show(done, m_data.undoable()); // the way back stays in sight
            else
                m_strip->show(Tone::Info, done);
        });
}

} // namespace dure::app
