#include "app/safety/backup_desk.h"

#include "app/data/background.h"
#include "app/data/error_text.h"
#include "app/data/system_sources.h"
#include "app/widgets/date_text.h"
#include "sync/client/backup_places.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>

namespace dure::app {
namespace {

constexpr int daysUntilAmber = 3;
constexpr int afterFailureMs = 30 * 60'000; // a full disk is not tried every half minute

std::vector<storage::BackupFile> filesIn(const std::vector<std::string>& folders)
{
    std::vector<storage::BackupFile> files;
    for (const std::string& folder : folders)
        for (storage::BackupFile& file : storage::backupsIn(folder))
            files.push_back(std::move(file));
    std::ranges::sort(files, storage::isNewer);
    return files;
}

} // namespace

QString backupTimeText(storage::BackupStamp stamp, Date today)
{
    const QTime time(stamp.hour(), stamp.minute());
    return dateText(stamp.day(), today) + u' ' + time.toString(QStringLiteral("HH:mm"));
}

ErrorText backupErrorText(const storage::BackupFailure& failure)
{
    const QString detail = QString::fromStdString(failure.detail);
    if (failure.trouble == storage::BackupTrouble::NewerVersion)
        return {BackupDesk::tr("This backup was made by a newer version of Dure."),
            BackupDesk::tr("Update Dure on this PC, then try again.")};
    if (failure.trouble == storage::BackupTrouble::OtherCompany)
        return {BackupDesk::tr("This backup is another company's."), BackupDesk::tr("Choose one of this company.")};
    if (failure.kind == sqlite::FailureKind::DiskFull)
        return {BackupDesk::tr("The backup's disk is full."),
            BackupDesk::tr("Free some space there or choose another folder.")};
    if (failure.kind == sqlite::FailureKind::Corrupt || failure.kind == sqlite::FailureKind::NotADatabase)
        return {BackupDesk::tr("The copy is damaged."),
            BackupDesk::tr("Choose another backup or another disk: %1").arg(detail)};
    return {BackupDesk::tr("The backup could not be made."),
        BackupDesk::tr("See whether the folder is there and can be written: %1").arg(detail)};
}

BackupDesk::BackupDesk(CompanyData& data, const BackupOptions& options, QObject* parent)
    : QObject(parent)
    , m_data(data)
    , m_options(options)
{
    m_sinceWork.start();
    connect(&data, &CompanyData::changed, this, [this] { m_sinceWork.restart(); });
    connect(&data, &CompanyData::dayChanged, this, &BackupDesk::changed); // "today" is yesterday now
    m_timer.setInterval(options.lookMs);
    connect(&m_timer, &QTimer::timeout, this, &BackupDesk::look);
    m_timer.start();
    refresh();
}

BackupDesk::~BackupDesk()
{
    *m_stops = true;
    *m_readStops = true;
    if (m_running.isValid())
        m_running.waitForFinished();
}

storage::BackupStamp BackupDesk::now() const
{
    const qint64 ms = m_data.clock().nowMs();
    return storage::BackupStamp::at(ms, QDateTime::fromMSecsSinceEpoch(ms).offsetFromUtc() / 60);
}

std::optional<storage::BackupStamp> BackupDesk::newest() const
{
    // one of a day to come was made while the clock was wrong: it says nothing; nor does another PC's of this one
    const auto found = std::ranges::find_if(
        m_own, [today = m_data.today()](const auto& file) { return !file.isKeptAside && file.stamp.day() <= today; });
    return found == m_own.end() ? std::nullopt : std::optional(found->stamp);
}

BackupWord BackupDesk::word() const
{
    const auto last = newest();
    const Date today = m_data.today();
    const int days = last ? last->day().daysUntil(today) : 0;
    const bool isLong = last && days >= daysUntilAmber;
    const QString since = isLong ? tr("No backup for %n day(s).", nullptr, days) : QString();
    if (!m_failure.isEmpty())
        return {Tone::Amber, isLong ? since + u' ' + m_failure : m_failure, m_failureWayOut};
    if (isLong)
        return {Tone::Amber, since, tr("Choose the folder again.")};
    if (!last)
        return {Tone::Info, m_listed ? tr("No backup yet.") : QString(), {}};
    if (days <= 0)
        return {Tone::Info,
            tr("Backed up at %1.").arg(QTime(last->hour(), last->minute()).toString(QStringLiteral("HH:mm"))), {}};
    return {Tone::Info, tr("Last backup: %1.").arg(backupTimeText(*last, today)), {}};
}

void BackupDesk::refresh()
{
    struct Read
    {
        std::string chosen, folder;
        std::vector<storage::BackupFile> files, own;
    };
    inBackground(
        this,
        [data = m_options.dataFolder.toStdString(), space = m_options.space] {
            return Read{client::chosenBackupFolder(data, space), client::backupFolder(data, space),
                filesIn(client::backupFolders(data, space)), filesIn(client::ownBackupFolders(data, space))};
        },
        [this](const Read& read) {
            m_chosen = QString::fromStdString(read.chosen);
            m_folder = QDir::toNativeSeparators(QString::fromStdString(read.folder));
            m_files = read.files;
            m_own = read.own;
            m_listed = true;
            Q_EMIT changed();
        });
}

bool BackupDesk::isDue() const
{
    const auto last = newest();
    const bool mayTry = !m_sinceFailure.isValid() || m_sinceFailure.elapsed() >= afterFailureMs;
    return m_listed && mayTry && (!last || last->day() < m_data.today());
}

void BackupDesk::look()
{
    if (m_percent < 0 && isDue() && m_sinceWork.elapsed() >= m_options.quietMs)
        start(true);
}

void BackupDesk::breakOff()
{
    *m_stops = true;
    m_stops = std::make_shared<std::atomic<bool>>(false);
}

void BackupDesk::backUpNow()
{
    if (m_percent < 0)
        start(false);
}

void BackupDesk::start(bool byItself)
{
    startWork(
        [database = m_data.databasePath().toStdString(), options = m_options, stamp = now()](
            const sqlite::CopyProgress& goOn) -> std::optional<storage::BackupFailure> {
            const std::string folder = client::backupFolder(options.dataFolder.toStdString(), options.space);
            const auto made = storage::writeBackup(database, folder, stamp, goOn);
            if (!made)
                return made.error();
            storage::rotateBackups(folder, made->path);
            return std::nullopt;
        },
        [this, byItself, stops = m_stops](const std::optional<storage::BackupFailure>& failure) {
            m_failure.clear();
            if (failure && *stops) {
                // nobody's failure
            } else if (failure) {
                const ErrorText text = backupErrorText(*failure);
                m_failure = text.what;
                m_failureWayOut = text.wayOut;
                m_sinceFailure.start();
                if (!byItself)
                    Q_EMIT failed(text.what, text.wayOut);
            } else {
                m_sinceFailure.invalidate();
                Q_EMIT backedUp();
            }
            m_listed = false; // until what was made is in the list nothing is due
            refresh();
        });
}

void BackupDesk::startWork(std::function<std::optional<storage::BackupFailure>(const sqlite::CopyProgress&)> work,
    std::function<void(const std::optional<storage::BackupFailure>&)> done)
{
    m_percent = 0;
    Q_EMIT changed();
    const QPointer<BackupDesk> self(this);
    const auto progress = [self, stops = m_stops, told = 0](qint64 pages, qint64 all) mutable {
        const int percent = all > 0 ? static_cast<int>(pages * 100 / all) : 0;
        if (std::exchange(told, percent) != percent)
            QMetaObject::invokeMethod(
                qApp,
                [self, percent] {
                    if (self && self->m_percent >= 0) {
                        self->m_percent = percent;
                        Q_EMIT self->changed();
                    }
                },
                Qt::QueuedConnection);
        return !*stops;
    };
    m_running = inBackground(
        this, [work = std::move(work), progress] { return work(progress); },
        [this, done = std::move(done)](const std::optional<storage::BackupFailure>& failure) {
            m_percent = -1;
            done(failure);
            Q_EMIT changed();
        });
}

void BackupDesk::chooseFolder(const QString& chosen)
{
    inBackground(
        this,
        [options = m_options, folder = chosen.toStdString()] {
            return client::chooseBackupFolder(options.dataFolder.toStdString(), options.space, folder);
        },
        [this](const std::expected<void, std::string>& done) {
            if (!done) {
                Q_EMIT failed(tr("Backups cannot go there."),
                    tr("Choose a folder that can be written, outside of the data: %1")
                        .arg(QString::fromStdString(done.error())));
                return;
            }
            m_failure.clear();
            refresh();
            backUpNow();
        });
}

void BackupDesk::read(QObject* context, const storage::BackupFile& file, FactsDone done)
{
    *m_readStops = true; // of the one that was chosen before
    m_readStops = std::make_shared<std::atomic<bool>>(false);
    inBackground(
        context,
        [path = file.path, stops = m_readStops] {
            return storage::readBackup(path, storage::BackupCheck::Quick, [stops] { return !*stops; });
        },
        std::move(done));
}

void BackupDesk::readPresent(QObject* context, FactsDone done)
{
    inBackground(
        context,
        [path = m_data.databasePath().toStdString()] { return storage::readBackup(path, storage::BackupCheck::Facts); },
        std::move(done));
}

void BackupDesk::prepareRestore(const storage::BackupFile& file)
{
    if (m_percent >= 0)
        return;
    m_restoring = true;
    startWork(
        [database = m_data.databasePath().toStdString(), path = file.path, space = m_options.space,
            nowMs = m_data.clock().nowMs()](const sqlite::CopyProgress& goOn) -> std::optional<storage::BackupFailure> {
            SystemRandom random;
            const auto ready = storage::prepareRestore(path, database, space, nowMs, random, goOn);
            return ready ? std::nullopt : std::optional(ready.error());
        },
        [this](const std::optional<storage::BackupFailure>& failure) {
            m_restoring = false;
            if (!failure) {
                Q_EMIT restoreReady();
                return;
            }
            const ErrorText text = backupErrorText(*failure);
            Q_EMIT failed(text.what, text.wayOut);
        });
}

} // namespace dure::app

#include "moc_backup_desk.cpp"
