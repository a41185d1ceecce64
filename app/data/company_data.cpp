#include "app/data/company_data.h"

#include "app/data/system_sources.h"
#include "core/domain/access.h"
#include "sync/client/profile.h"

#include <QDir>
#include <QTimer>

namespace dure::app {
namespace {

constexpr int dayWatchMs = 20'000;

QString holderText(const sqlite::LockHolder& holder)
{
    if (holder.program.empty())
        return {};
    return QStringLiteral("%1, %2, %3")
        .arg(QString::fromStdString(holder.program))
        .arg(holder.process)
        .arg(QString::fromStdString(holder.host));
}

OpenFailure failureOf(const storage::OpenError& error)
{
    return {error.kind, QString::fromStdString(error.detail), {}};
}

} // namespace

QString CompanyData::databasePathIn(const QString& folder) { return folder + QStringLiteral("/company.db"); }

std::expected<std::unique_ptr<CompanyData>, OpenFailure> CompanyData::open(const CompanyDataOptions& options)
{
    using storage::OpenErrorKind;
    if (!QDir().mkpath(options.folder))
        return std::unexpected(OpenFailure{OpenErrorKind::CannotOpen, options.folder, {}});
    auto lock = sqlite::FolderLock::take(client::companyLock(options.folder.toStdString()), "dure");
    if (!lock && lock.error().isHeld)
        return std::unexpected(OpenFailure{OpenErrorKind::InUse, {}, holderText(lock.error().holder)});
    if (!lock)
        return std::unexpected(OpenFailure{OpenErrorKind::CannotOpen, QString::fromStdString(lock.error().detail), {}});
    const std::string path = databasePathIn(options.folder).toStdString();
    auto writing = storage::SpaceDatabase::open(path);
    if (!writing)
        return std::unexpected(failureOf(writing.error()));
    if (const auto space = Uuid::fromString(QDir(options.folder).dirName().toStdString())) // client::companyFolder()
        (*writing)->bindTo(*space);
    auto reading = storage::SpaceDatabase::openReader(path);
    if (!reading)
        return std::unexpected(failureOf(reading.error()));
    std::unique_ptr<CompanyData> data(new CompanyData(options, std::move(*lock)));
    data->start(std::move(*writing), std::move(*reading), options.author);
    return data;
}

CompanyData::CompanyData(const CompanyDataOptions& options, std::unique_ptr<sqlite::FolderLock> lock)
    : m_folder(options.folder)
    , m_author(options.author)
    , m_ownClock(options.clock ? nullptr : std::make_unique<SystemClock>())
    , m_ownRandom(options.random ? nullptr : std::make_unique<SystemRandom>())
    , m_clock(options.clock ? options.clock : m_ownClock.get())
    , m_random(options.random ? options.random : m_ownRandom.get())
    , m_lock(std::move(lock))
    , m_day(today())
{ }

void CompanyData::start(std::unique_ptr<storage::SpaceDatabase> writing,
    std::unique_ptr<storage::SpaceDatabase> reading, const commands::Author& author)
{
    const auto post = [this](Answer answer) { postAnswer(std::move(answer)); };
    m_reader = std::make_unique<ReadThread>(std::move(reading), post);
    m_writer = std::make_unique<WriteThread>(std::move(writing), *m_clock, *m_random, author, post);
    watchTheDay();
}

CompanyData::~CompanyData()
{
    // The reader first: it must not see a file whose writer has just removed the write-ahead log.
    m_reader.reset();
    m_writer.reset();
}

void CompanyData::watchTheDay()
{
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this] {
        if (std::exchange(m_day, today()) != today())
            Q_EMIT dayChanged();
    });
    timer->start(dayWatchMs);
}

Date CompanyData::today() const
{
    const qint64 now = m_clock->nowMs();
    return dateAt(now, QDateTime::fromMSecsSinceEpoch(now).offsetFromUtc() / 60);
}

std::uint64_t CompanyData::slotFor(QObject* context, const QString& key)
{
    if (key.isEmpty())
        return 0;
    SlotState& state = m_slots[{context, key}];
    if (state.slot == 0)
        state.slot = ++m_lastSlot;
    return state.slot;
}

void CompanyData::postAnswer(Answer answer)
{
    const std::scoped_lock lock(m_answersMutex);
    const bool wasEmpty = m_answers.empty();
    m_answers.push_back(std::move(answer));
    if (wasEmpty)
        QMetaObject::invokeMethod(this, &CompanyData::runAnswers, Qt::QueuedConnection);
}

void CompanyData::runAnswers()
{
    std::deque<Answer> answers;
    {
        const std::scoped_lock lock(m_answersMutex);
        answers.swap(m_answers);
    }
    const QPointer<CompanyData> alive(this);
    for (Answer& answer : answers) {
        if (!alive)
            return; // a screen closed the company
        answer();
    }
}

void CompanyData::post(std::function<void(storage::SpaceDatabase&)> job)
{
    m_writer->add(WriteThread::SpaceJob([job = std::move(job)](storage::SpaceDatabase& space) -> Answer {
        job(space);
        return {};
    }));
}

void CompanyData::announce(const ChangeSet& changes)
{
    if (changes.empty())
        return;
    postAnswer([this, changes] { Q_EMIT changed(changes); });
}

void CompanyData::setRole(std::uint8_t role)
{
    if (std::exchange(m_role, role) != role)
        Q_EMIT roleChanged();
}

bool CompanyData::mayWrite(TableId table) const
{
    return m_role == 0 || mayAccess(m_role, tableOf(table), Action::Write);
}

void CompanyData::setAuthor(const commands::Author& author)
{
    m_author = author;
    run(
        this,
        [author](commands::Commands& commands) {
            commands.setAuthor(author);
            return true;
        },
        [](bool) {});
}

void CompanyData::undo(QObject* context, const std::optional<commands::UndoDescription>& only, UndoDone done)
{
    auto action = std::make_shared<std::optional<commands::UndoDescription>>();
    run(
        context,
        [day = today(), only, action](commands::Commands& commands) -> commands::Result {
            *action = only ? only : commands.undoDescription();
            if (!*action)
                return std::unexpected(commands::CommandError::refused(commands::Refusal::NothingToUndo));
            return commands.undo(day, only ? &*only : nullptr);
        },
        [action, done = std::move(done)](commands::Result&& result) { done(std::move(result), *action); });
}

std::optional<commands::UndoDescription> CompanyData::undoableOf(commands::Commands& commands)
{
    try {
        return commands.undoDescription();
    } catch (const sqlite::Failure& failure) {
        qWarning("the last action cannot be read: %s", failure.what());
        return std::nullopt;
    }
}

void CompanyData::afterCommand(const ChangeSet& changes)
{
    Q_EMIT undoableChanged();
    if (changes.empty())
        return;
    Q_EMIT changed(changes);
    Q_EMIT commandDone();
}

} // namespace dure::app

#include "moc_company_data.cpp"
