#pragma once
#include "app/data/company_data.h"
#include "app/shell/main_window.h"
#include "app/shell/sync_status_box.h"
#include "app/sync/leave_reason.h"
#include "sync/client/engine.h"
#include "sync/client/profile.h"

#include <QObject>
#include <QPointer>
#include <memory>

namespace dure::app {

class AccountPage;
class AppSettings;
class BackupDesk;
class BackupPage;
class CloudLine;
class EndingPage;
class HandingIn;
class PeoplePage;
class SyncDriver;
class SettingsPage;
class WorkPlaces;

/// The window of one open company: its data, its places, and its line to the cloud if it has one.
class CompanyWindow : public QObject
{
    Q_OBJECT
public:
    /// The settings outlive it. Without `driver` the company lives on this PC alone.
    CompanyWindow(AppSettings& settings, const client::Profile& profile, const client::LocalCompany& company,
        std::unique_ptr<CompanyData> data, const QString& dataFolder);
    ~CompanyWindow() override;

    MainWindow& window() { return *m_window; }
    CompanyData& data() { return *m_data; }
    const client::LocalCompany& company() const { return m_company; }
    void setProfile(const client::Profile& profile); ///< signed in or out meanwhile
    /// Ends all work here: the window goes, the data stays open for whoever hands in what was not sent.
    std::unique_ptr<CompanyData> release();
    void showPeople(); ///< who works here, and their devices
    void showAccount(); ///< the user's password, second factor and devices
    void showBackups();

Q_SIGNALS:
    void signInRequested();
    void signOutRequested();
    void companyRequested(const dure::Uuid& space);
    /// This PC may not have the company any more.
    void leaveNeeded(dure::app::LeaveReason reason);
    void closed();
    void renamed(const QString& name); ///< by its own details, on this PC alone
    void restoreReady(); ///< a copy lies ready to take the place of the company's file

private:
    void addPlaces();
    void addSettings();
    void addPeopleCommands();
    void startBackups();
    void onClosing();
    void showBackupWord();
    void handInForbidden();
    void openOverSettings(Page* page);
    void makeCompanyMenu();
    void startSync();
    void showStatus(const client::Status& status, bool busy);
    void showWho();
    void readName();

    AppSettings& m_settings;
    client::Profile m_profile;
    client::LocalCompany m_company;
    QString m_dataFolder;
    std::unique_ptr<CompanyData> m_data;
    std::unique_ptr<CloudLine> m_line; // goes after who asks over it; null: signed out, or on this PC alone
    std::unique_ptr<HandingIn> m_handingIn; // goes before the data
    std::uint8_t m_role = 0;
    bool m_wasOnline = false;
    bool m_filesHandedIn = false; // of a role that may not send them
    std::unique_ptr<SyncDriver> m_driver; // goes before the data
    std::unique_ptr<BackupDesk> m_backups; // goes before the data
    std::unique_ptr<EndingPage> m_ending; // goes before the backups
    std::unique_ptr<WorkPlaces> m_places; // goes before the data
    std::unique_ptr<MainWindow> m_window; // goes first
    SettingsPage* m_settingsPage = nullptr; // child of the window
    std::int64_t m_attention = -1; // all matters that are open; -1: not counted yet
    std::int64_t m_refused = 0; // as the engine said last
    QPointer<PeoplePage> m_peoplePage; // the window's
    QPointer<AccountPage> m_accountPage; // the window's
    QString m_warnedOf; // of the backups, above every page
};

/// What the corner of the window says of the engine's status.
SyncStatus syncStatusOf(const client::Status& status, bool busy);

} // namespace dure::app
