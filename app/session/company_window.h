#pragma once
#include "app/data/company_data.h"
#include "app/shell/main_window.h"
#include "app/shell/sync_status_box.h"
#include "sync/client/engine.h"
#include "sync/client/profile.h"

#include <QObject>
#include <memory>

namespace dure::app {

class AppSettings;
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

Q_SIGNALS:
    void signInRequested();
    void signOutRequested();
    void companyRequested(const dure::Uuid& space);
    void closed();

private:
    void addPlaces();
    void addSettings();
    void makeCompanyMenu();
    void startSync();
    void showStatus(const client::Status& status, bool busy);
    void showWho();

    AppSettings& m_settings;
    client::Profile m_profile;
    client::LocalCompany m_company;
    QString m_dataFolder;
    std::unique_ptr<CompanyData> m_data;
    std::unique_ptr<SyncDriver> m_driver; // goes before the data
    std::unique_ptr<WorkPlaces> m_places; // goes before the data
    std::unique_ptr<MainWindow> m_window; // goes first
    SettingsPage* m_settingsPage = nullptr; // child of the window
    std::int64_t m_attention = -1; // all matters that are open; -1: not counted yet
    std::int64_t m_refused = 0; // as the engine said last
};

/// What the corner of the window says of the engine's status.
SyncStatus syncStatusOf(const client::Status& status, bool busy);

} // namespace dure::app
