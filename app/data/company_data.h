#pragma once
#include "app/data/read_thread.h"
#include "app/data/write_thread.h"
#include "core/sqlite/folder_lock.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>
#include <expected>
#include <optional>

namespace dure::app {

/// Why a data folder could not be opened.
struct OpenFailure
{
    storage::OpenErrorKind kind = storage::OpenErrorKind::CannotOpen;
    QString detail; ///< the system's words
    QString holder; ///< InUse: which program on which PC holds it ("dure, 3124, OFFICE-1"); may be empty
};

struct CompanyDataOptions
{
    QString folder; ///< made if missing
    commands::Author author;
    /// Borrowed; null: this PC's own.
    const Clock* clock = nullptr;
    RandomSource* random = nullptr;
};

/// One company's data on this PC, for the GUI thread. It holds the folder's lock, the thread that writes and the thread
/// that reads; the GUI thread never waits for a disk but in open() and the destructor.
///
///     data.read(this, "detail", [id](Reader& r) { return r.orders().detail(id, today); }, [this](auto detail) { … });
///     data.run(this, [input](commands::Commands& c) { return c.saveOrder(input); }, [this](commands::Result r) { … });
///
/// Jobs run on other threads: they capture values only. What follows runs on the GUI thread, and not if `context` has
/// died by then.
class CompanyData : public QObject
{
    Q_OBJECT
public:
    static std::expected<std::unique_ptr<CompanyData>, OpenFailure> open(const CompanyDataOptions& options);
    /// Finishes what users did, drops reads.
    ~CompanyData() override;

    /// A newer read of the same (context, key) replaces this one wherever it stands, also if it is running; an empty
    /// key never does. A read that fails says so by failed(); `done` is not called then.
    template <class Job, class Done>
    void read(QObject* context, const QString& key, Job job, Done done, ReadPriority priority = ReadPriority::Normal);

    /// A command. On success changed() follows `done`.
    template <class Job, class Done> void run(QObject* context, Job job, Done done);

    /// For sync: a job on the writer's thread, after what users did. What it changed it tells by announce(). Does not
    /// run if this object dies first. A job catches its own failures.
    void post(std::function<void(storage::SpaceDatabase&)> job);
    /// Emits changed() on the GUI thread. From any thread.
    void announce(const ChangeSet& changes);

    void setAuthor(const commands::Author& author);
    const commands::Author& author() const { return m_author; }
    /// What the user is in this company; 0: not known yet, or a company of this PC alone, where everything is allowed.
    void setRole(std::uint8_t role);
    /// Whether to offer what would change this table. The cloud decides; this only spares people a rejection.
    bool mayWrite(TableId table) const;
    using UndoDone = std::function<void(commands::Result, const std::optional<commands::UndoDescription>& action)>;
    /// Takes the last action back, which is known only when its turn comes: others may still be under way. `only`: if
    /// it is this one. Nothing older than the opening of the data: nobody remembers in the morning what the last thing
    /// was the evening before. `done` hears which it was.
    void undo(QObject* context, const std::optional<commands::UndoDescription>& only, UndoDone done);
    const std::optional<commands::UndoDescription>& undoable() const { return m_undoable; }

    /// The civil date of this PC by the clock this was opened with.
    Date today() const;
    const QString& folder() const { return m_folder; }
    QString databasePath() const { return databasePathIn(m_folder); }
    static QString databasePathIn(const QString& folder);
    const Clock& clock() const { return *m_clock; }
    RandomSource& random() const { return *m_random; }

Q_SIGNALS:
    void changed(const dure::ChangeSet& changes); ///< by a command here or by sync
    void commandDone(); ///< something new may wait in the outbox
    void undoableChanged();
    void roleChanged();
    void dayChanged(); ///< midnight passed
    /// The disk could not be read or written, and nobody else was told; the system's words.
    void failed(const QString& detail);

private:
    CompanyData(const CompanyDataOptions& options, std::unique_ptr<sqlite::FolderLock> lock);
    void start(std::unique_ptr<storage::SpaceDatabase> writing, std::unique_ptr<storage::SpaceDatabase> reading,
        const commands::Author& author);
    void postAnswer(Answer answer); // any thread
    void runAnswers();
    std::uint64_t slotFor(QObject* context, const QString& key);
    void afterCommand(const ChangeSet& changes);
    void watchTheDay();

    template <class Result> static constexpr bool isCommandResult = requires
    {
        requires std::is_same_v<typename Result::error_type, commands::CommandError>;
    };
    /// A disk that cannot tell does not make a saving fail that was done.
    static std::optional<commands::UndoDescription> undoableOf(commands::Commands& commands);

    // What a command returns may hold changes.
    static ChangeSet changesOf(const commands::Result& result) { return result ? result->changes : ChangeSet{}; }
    template <class E> static ChangeSet changesOf(const std::expected<ChangeSet, E>& result)
    {
        return result ? *result : ChangeSet{};
    }
    template <class T, class E>
    requires requires(const T& done) { ChangeSet(done.changes); }
    static ChangeSet changesOf(const std::expected<T, E>& result) { return result ? result->changes : ChangeSet{}; }
    template <class Other> static ChangeSet changesOf(const Other&) { return {}; }

    QString m_folder;
    commands::Author m_author;
    std::uint8_t m_role = 0;
    std::unique_ptr<Clock> m_ownClock;
    std::unique_ptr<RandomSource> m_ownRandom;
    const Clock* m_clock;
    RandomSource* m_random;
    std::unique_ptr<sqlite::FolderLock> m_lock;
    std::optional<commands::UndoDescription> m_undoable;
    Date m_day;

    struct SlotKey
    {
        const QObject* context;
        QString key;
        bool operator==(const SlotKey&) const = default;
        friend size_t qHash(const SlotKey& k, size_t seed = 0) { return qHashMulti(seed, k.context, k.key); }
    };
    struct SlotState
    {
        std::uint64_t slot = 0;
        std::uint64_t newest = 0;
    };
    QHash<SlotKey, SlotState> m_slots;
    std::uint64_t m_lastSlot = 0;
    std::uint64_t m_lastSerial = 0;

    std::mutex m_answersMutex;
    std::deque<Answer> m_answers; // guarded
    std::unique_ptr<ReadThread> m_reader;
    std::unique_ptr<WriteThread> m_writer;
};

template <class Job, class Done>
void CompanyData::read(QObject* context, const QString& key, Job job, Done done, ReadPriority priority)
{
    using Result = std::invoke_result_t<Job&, Reader&>;
    const QPointer<QObject> alive(context);
    const SlotKey slotKey{context, key};
    ReadJob wanted;
    wanted.priority = priority;
    wanted.slot = slotFor(context, key);
    const std::uint64_t serial = ++m_lastSerial;
    if (wanted.slot != 0)
        m_slots[slotKey].newest = serial;
    // Of several answers of one slot only the newest request's counts, whatever the threads' timing.
    auto isWanted = [this, alive, slotKey, serial, slot = wanted.slot] {
        if (slot != 0) {
            const auto state = m_slots.constFind(slotKey);
            if (state == m_slots.constEnd() || state->newest != serial)
                return false;
            m_slots.erase(state);
        }
        return !alive.isNull();
    };
    // Shared with the job, which may be broken off and run again.
    auto finish = std::make_shared<Done>(std::move(done));
    wanted.work = [job = std::move(job), isWanted, finish](Reader& reader) mutable -> Answer {
        return [isWanted, finish, result = Result(job(reader))]() mutable {
            if (isWanted())
                (*finish)(std::move(result));
        };
    };
    wanted.failed = [this, isWanted](const sqlite::Failure& failure) -> Answer {
        return [this, isWanted, detail = QString::fromUtf8(failure.what())] {
            if (isWanted())
                Q_EMIT failed(detail);
        };
    };
    m_reader->add(std::move(wanted));
}

template <class Job, class Done> void CompanyData::run(QObject* context, Job job, Done done)
{
    using Result = std::invoke_result_t<Job&, commands::Commands&>;
    const QPointer<QObject> alive(context);
    m_writer->add(WriteThread::CommandJob(
        [this, alive, job = std::move(job), done = std::move(done)](commands::Commands& commands) mutable -> Answer {
            try {
                Result result = job(commands);
                ChangeSet changes = changesOf(result);
                auto undoable = undoableOf(commands);
                return [this, alive, done = std::move(done), result = std::move(result), changes = std::move(changes),
                           undoable = std::move(undoable)]() mutable {
                    m_undoable = std::move(undoable); // known to `done`
                    if (!alive.isNull())
                        done(std::move(result));
                    afterCommand(changes);
                };
            } catch (const sqlite::Failure& failure) {
                // what waits for an answer gets one: a page that saves would wait for ever
                return [this, alive, done = std::move(done), detail = QString::fromUtf8(failure.what())]() mutable {
                    if constexpr (isCommandResult<Result>) {
                        if (!alive.isNull())
                            return done(std::unexpected(commands::CommandError{commands::ErrorKind::StorageFailed, {},
                                commands::Refusal::None, detail.toStdString()}));
                    }
                    Q_EMIT failed(detail);
                };
            }
        }));
}

} // namespace dure::app
