#pragma once
#include "app/data/company_data.h"
#include "app/widgets/message_strip.h"
#include "core/storage/backup.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QTimer>
#include <atomic>

namespace dure::app {

/// Whose backups, and how often is looked whether it is time for one.
struct BackupOptions
{
    QString dataFolder;
    Uuid space;
    int lookMs = 30'000;
    int quietMs = 60'000; ///< nobody has saved for so long
};

/// What is to be said of the backups, wherever it stands.
struct BackupWord
{
    Tone tone = Tone::Info;
    QString what;
    QString wayOut;
};

/// A company's local backups: one a day by itself at the first quiet moment, or when the company is closed; by hand;
/// and the copy to be put back. All of it on another thread over connections of its own: nobody who saves waits.
class BackupDesk : public QObject
{
    Q_OBJECT
public:
    /// The data outlives this.
    BackupDesk(CompanyData& data, const BackupOptions& options, QObject* parent = nullptr);
    /// Breaks off what runs; nothing of it counts.
    ~BackupDesk() override;

    const std::vector<storage::BackupFile>& files() const { return m_files; } ///< the newest first
    bool isListed() const { return m_listed; } ///< files() was read
    /// What runs, in hundredths; -1: nothing does.
    int percent() const { return m_percent; }
    bool isRestoring() const { return m_restoring; }
    const QString& chosenFolder() const { return m_chosen; } ///< empty: beside the data
    const QString& folder() const { return m_folder; } ///< where backups go; empty until it was read
    BackupWord word() const;

    void refresh(); ///< reads the folders again
    void backUpNow();
    /// Backups go there, beginning now; or failed(). Empty: beside the data.
    void chooseFolder(const QString& chosen);
    using FactsDone = std::function<void(const std::expected<storage::BackupFacts, storage::BackupFailure>&)>;
    void read(QObject* context, const storage::BackupFile& file, FactsDone done);
    void readPresent(QObject* context, FactsDone done); ///< of the file in use
    /// Makes the copy to be put back; then restoreReady(). What is saved until the company closes is kept aside with
    /// the present file.
    void prepareRestore(const storage::BackupFile& file);
    /// There is none of today, and nothing failed a moment ago: one is made before the program ends.
    bool isDue() const;
    void breakOff(); ///< what runs; nothing of it counts

Q_SIGNALS:
    void changed(); ///< files, percent or the word
    void backedUp();
    void restoreReady(); ///< close the company and call storage::putRestored()
    void failed(const QString& what, const QString& wayOut);

private:
    void look();
    void start(bool byItself);
    void startWork(std::function<std::optional<storage::BackupFailure>(const sqlite::CopyProgress&)> work,
        std::function<void(const std::optional<storage::BackupFailure>&)> done);
    std::optional<storage::BackupStamp> newest() const;
    storage::BackupStamp now() const;

    CompanyData& m_data;
    BackupOptions m_options;
    std::vector<storage::BackupFile> m_files;
    std::vector<storage::BackupFile> m_own; // those of this PC
    QString m_chosen, m_folder;
    bool m_listed = false;
    bool m_restoring = false;
    int m_percent = -1;
    QString m_failure; // of the last attempt
    QString m_failureWayOut;
    QElapsedTimer m_sinceWork; // somebody saved
    QElapsedTimer m_sinceFailure;
    QTimer m_timer;
    std::shared_ptr<std::atomic<bool>> m_stops = std::make_shared<std::atomic<bool>>(false); // of what runs
    std::shared_ptr<std::atomic<bool>> m_readStops = std::make_shared<std::atomic<bool>>(false); // of read()
    QFuture<std::optional<storage::BackupFailure>> m_running;
};

/// What went wrong with a backup, and what to do about it.
struct ErrorText;
ErrorText backupErrorText(const storage::BackupFailure& failure);
/// "11-23 월 18:02"; the year only if it is another than today's.
QString backupTimeText(storage::BackupStamp stamp, Date today);

} // namespace dure::app
