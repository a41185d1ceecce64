#include "app/session/company_window.h"

#include "app/people/account_page.h"
#include "app/people/people_page.h"
#include "app/safety/backup_page.h"
#include "app/safety/ending_page.h"
#include "app/search/search_popup.h"
#include "app/session/work_places.h"
#include "app/shell/app_settings.h"
#include "app/shell/settings_page.h"
#include "app/sync/handing_in.h"
#include "app/sync/history_desk.h"
#include "app/sync/sync_driver.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"

#include <QApplication>
#include <QMenu>

namespace dure::app {

namespace {

QDateTime timeOf(std::int64_t ms) { return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms); }

} // namespace

SyncStatus syncStatusOf(const client::Status& status, bool busy)
{
    using State = SyncStatus::State;
    SyncStatus shown;
    shown.checkedAt = timeOf(status.lastContactMs);
    const std::int64_t waiting = status.waiting + status.filesWaiting;
    shown.waiting = static_cast<int>(waiting);
    shown.waitingSince = timeOf(status.waitingSinceMs);
    shown.toSend = static_cast<int>(waiting);
    shown.toReceive = static_cast<int>(status.toReceive);
    shown.attention = static_cast<int>(status.attention);
    switch (status.standing) {
    case client::Standing::SignedOut:
    case client::Standing::Forbidden:
        shown.state = State::SignedOut;
        return shown;
    case client::Standing::Offline:
    case client::Standing::StorageFailed:
        shown.state = State::Offline;
        return shown;
    case client::Standing::UpgradeNeeded:
    case client::Standing::Working:
        break;
    }
    if (status.filesWaiting > 0
        && status.attention == 0) // a file may take its time; until then not all of it is in the cloud
        shown.state = State::Syncing;
    else if (!status.upToDate && (busy || status.waiting > 0 || status.toReceive > 0 || status.lastContactMs == 0))
        shown.state = State::Syncing;
    else
        shown.state = status.attention > 0 ? State::Attention : State::Synced;
    return shown;
}

CompanyWindow::CompanyWindow(AppSettings& settings, const client::Profile& profile, const client::LocalCompany& company,
    std::unique_ptr<CompanyData> data, const QString& dataFolder)
    : m_settings(settings)
    , m_profile(profile)
    , m_company(company)
    , m_dataFolder(dataFolder)
    , m_data(std::move(data))
    , m_role(company.isCloud ? company.role : 0)
    , m_window(std::make_unique<MainWindow>(settings))
{
    m_data->setRole(m_role);
    addPlaces();
    makeCompanyMenu();
    showWho();
    connect(m_window.get(), &MainWindow::closing, this, &CompanyWindow::onClosing);
    connect(m_window.get(), &MainWindow::signInRequested, this, &CompanyWindow::signInRequested);
    connect(m_window.get(), &MainWindow::syncRequested, this, [this] {
        if (m_driver)
            m_driver->syncNow();
    });
    connect(m_window.get(), &MainWindow::syncStatusClicked, this, [this] {
        if (m_driver && m_attention > 0)
            m_window->goTo(QStringLiteral("attention"));
        else if (m_driver)
            m_driver->syncNow();
    });
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (m_driver)
            m_driver->setWindowInUse(state == Qt::ApplicationActive);
    });
    connect(m_data.get(), &CompanyData::failed, this, [this](const QString& detail) {
        MessageStrip& notice = m_window->notice();
        notice.clear();
        notice.show(Tone::Red, tr("This PC's disk could not be read or written."),
            tr("What was typed stays. Look for free space and close other programs, then try again: %1").arg(detail));
        connect(notice.addAction(tr("Hide")), &QAbstractButton::clicked, &notice, &MessageStrip::clear);
    });
    connect(m_data.get(), &CompanyData::changed, this, [this](const ChangeSet& changes) {
        if (changes.touches(TableId::CompanyProfile))
            readName();
    });
    readName();
    startBackups();
    startSync();
}

CompanyWindow::~CompanyWindow() { release(); }

std::unique_ptr<CompanyData> CompanyWindow::release()
{
    m_window.reset();
    m_ending.reset();
    m_backups.reset();
    m_places.reset();
    m_handingIn.reset();
    m_driver.reset();
    m_line.reset();
    return std::move(m_data);
}

void CompanyWindow::addPlaces()
{
    m_places = std::make_unique<WorkPlaces>(*m_window, *m_data);
    connect(m_places.get(), &WorkPlaces::attentionCounted, this, [this](int open) {
        m_attention = open;
        if (m_driver)
            showStatus(m_driver->status(), m_driver->isBusy());
    });
    connect(m_places.get(), &WorkPlaces::fileWanted, this, [this](const BlobHash& hash, qint64 size) {
        if (m_driver)
            return m_driver->want(hash, size);
        // it comes once somebody is signed in
        m_data->post([hash, size](storage::SpaceDatabase& space) {
            try {
                sqlite::Transaction transaction(space.db());
                storage::BlobStore(space.db()).want(hash, size);
                transaction.commit();
            } catch (const sqlite::Failure& failure) {
                qWarning("a file's wish could not be kept: %s", failure.what());
            }
        });
    });
    addSettings();
    addPeopleCommands();
    // who only reads came to see how things stand
    m_window->goTo(m_data->mayWrite(TableId::SalesOrder) ? QStringLiteral("today") : QStringLiteral("dashboard"));
}

void CompanyWindow::addSettings()
{
    m_window->addPlace(
        {QStringLiteral("settings"), tr("Settings"), Icon::Settings, NavigationSection::Foot, [this]() -> Page* {
             m_settingsPage = new SettingsPage(m_settings);
             connect(m_settingsPage, &SettingsPage::companyProfileRequested, this,
                 [this] { m_places->editCompanyProfile(m_settingsPage->strip()); });
             connect(m_settingsPage, &SettingsPage::companyExportRequested, this,
                 [this] { m_places->exportCompany(m_settingsPage->strip()); });
             connect(m_settingsPage, &SettingsPage::peopleRequested, this, &CompanyWindow::showPeople);
             connect(m_settingsPage, &SettingsPage::accountRequested, this, &CompanyWindow::showAccount);
             connect(m_settingsPage, &SettingsPage::backupsRequested, this, &CompanyWindow::showBackups);
             connect(m_settingsPage, &SettingsPage::trashRequested, this, [this] { m_places->showTrash(); });
             connect(m_settingsPage, &SettingsPage::signInRequested, this, &CompanyWindow::signInRequested);
             connect(m_settingsPage, &SettingsPage::signOutRequested, this, &CompanyWindow::signOutRequested);
             showWho();
             showBackupWord();
             return m_settingsPage;
         }});
}

void CompanyWindow::addPeopleCommands()
{
    if (!m_company.isCloud)
        return;
    if (mayDo(m_role, SpaceKind::Company, Right::SeeMembers))
        m_places->search().addCommand({tr("People and devices"), Icon::Users, {}, [this] { showPeople(); }});
    m_places->search().addCommand({tr("My account"), Icon::Settings, {}, [this] { showAccount(); }});
}

void CompanyWindow::openOverSettings(Page* page)
{
    m_window->goTo(QStringLiteral("settings"));
    m_window->openPage(page);
}

void CompanyWindow::showPeople()
{
    if (!mayDo(m_role, SpaceKind::Company, Right::SeeMembers))
        return showAccount();
    m_window->goTo(QStringLiteral("settings"));
    if (m_line && !m_peoplePage)
        openOverSettings(
            m_peoplePage = new PeoplePage(*m_line, m_data->clock(), {m_company.space, m_profile.user, m_role}));
    else if (!m_line)
        m_settingsPage->strip().show(
            Tone::Info, tr("People and devices are kept by the cloud."), tr("Sign in to see and change them."));
}

void CompanyWindow::showAccount()
{
    m_window->goTo(QStringLiteral("settings"));
    if (m_line && !m_accountPage)
        openOverSettings(m_accountPage = new AccountPage(*m_line, m_data->clock(),
                             {m_company.space, m_profile.user, m_role}, QString::fromStdString(m_profile.email)));
    else if (!m_line)
        m_settingsPage->strip().show(Tone::Info, tr("The account is kept by the cloud."), tr("Sign in to change it."));
}

void CompanyWindow::startBackups()
{
    m_backups = std::make_unique<BackupDesk>(*m_data, BackupOptions{m_dataFolder, m_company.space});
    connect(m_backups.get(), &BackupDesk::changed, this, &CompanyWindow::showBackupWord);
    connect(m_backups.get(), &BackupDesk::restoreReady, this, &CompanyWindow::restoreReady, Qt::QueuedConnection);
    m_places->search().addCommand({tr("Backups"), Icon::HardDrive, {}, [this] { showBackups(); }});
}

/// Before the window has gone: with the last one the program ends.
void CompanyWindow::onClosing()
{
    Q_EMIT closed();
    if (!m_backups->isDue())
        return;
    m_ending = std::make_unique<EndingPage>(*m_backups);
    m_ending->move(m_window->frameGeometry().center() - m_ending->rect().center());
    m_ending->show();
}

void CompanyWindow::showBackups()
{
    m_window->goTo(QStringLiteral("settings"));
    if (!m_window->openPageOf<BackupPage>())
        openOverSettings(new BackupPage(*m_data, *m_backups));
}

/// In the settings always; above every page only when nobody would look there: days without a backup.
void CompanyWindow::showBackupWord()
{
    if (!m_backups)
        return;
    const BackupWord word = m_backups->word();
    if (m_settingsPage)
        m_settingsPage->setBackup(word.tone, word.what, word.wayOut);
    const bool warns = word.tone == Tone::Amber && m_backups->percent() < 0;
    if (!warns || std::exchange(m_warnedOf, word.what) == word.what)
        return;
    MessageStrip& notice = m_window->notice();
    notice.clear();
    notice.show(Tone::Amber, word.what, word.wayOut);
    connect(notice.addAction(tr("Backups")), &QAbstractButton::clicked, this, [this] {
        m_window->notice().clear();
        showBackups();
    });
    connect(notice.addAction(tr("Hide")), &QAbstractButton::clicked, &notice, &MessageStrip::clear);
}

void CompanyWindow::makeCompanyMenu()
{
    auto* menu = new QMenu(m_window.get());
    for (const client::LocalCompany& company : m_profile.companies) {
        QAction* action = menu->addAction(QString::fromStdString(company.name));
        action->setCheckable(true);
        action->setChecked(company.space == m_company.space);
        connect(action, &QAction::triggered, this, [this, space = company.space] {
            if (space != m_company.space)
                Q_EMIT companyRequested(space);
        });
    }
    m_window->setCompanyMenu(menu);
}

void CompanyWindow::startSync()
{
    m_handingIn.reset();
    m_driver.reset();
    m_places->history().setOnlyHere(!m_company.isCloud);
    m_places->history().connectTo(nullptr);
    for (Page* page : {static_cast<Page*>(m_peoplePage), static_cast<Page*>(m_accountPage)})
        if (page)
            m_window->closePage(page); // they ask over the line that goes
    m_line.reset();
    if (!m_company.isCloud) {
        m_window->setSyncStatus({});
        return;
    }
    if (m_profile.token.empty()) {
        SyncStatus signedOut;
        signedOut.state = SyncStatus::State::SignedOut;
        m_window->setSyncStatus(signedOut);
        return;
    }
    SyncTarget target;
    target.transport = {m_profile.serverUrl, m_profile.caFile, {}};
    target.token = m_profile.token;
    target.user = m_profile.user;
    target.space = m_company.space;
    target.deviceName = m_profile.deviceName;
    try {
        m_line = std::make_unique<CloudLine>(target.transport, target.token);
        m_driver = std::make_unique<SyncDriver>(*m_data, target);
    } catch (const std::invalid_argument& error) {
        qWarning("%s", error.what());
        return;
    }
    connect(m_driver.get(), &SyncDriver::statusChanged, this, &CompanyWindow::showStatus);
    m_places->history().connectTo(m_driver.get());
    connect(m_driver.get(), &SyncDriver::leaveNeeded, this, &CompanyWindow::leaveNeeded, Qt::QueuedConnection);
}

void CompanyWindow::showStatus(const client::Status& status, bool busy)
{
    client::Status all = status;
    if (m_attention >= 0)
        all.attention = m_attention; // the engine knows only of what the cloud refused
    m_window->setSyncStatus(syncStatusOf(all, busy));
    if (std::exchange(m_refused, status.attention) != status.attention)
        m_places->countAttention();
    if (status.role != 0 && std::exchange(m_role, status.role) != status.role) {
        m_data->setRole(status.role);
        m_filesHandedIn = false;
        showWho();
    }
    // files once: one that nothing names stays
    const bool hasFiles
        = status.filesNotAllowed > 0 && !m_filesHandedIn && status.standing == client::Standing::Working;
    if ((status.notAllowed > 0 || hasFiles) && !m_handingIn)
        handInForbidden();
    const bool online = status.standing == client::Standing::Working && status.lastContactMs != 0;
    if (std::exchange(m_wasOnline, online) == online)
        return;
    if (m_peoplePage)
        m_peoplePage->refresh();
    if (m_accountPage)
        m_accountPage->refresh();
}

/// What was done before a role was taken back goes to the owner to decide on.
void CompanyWindow::handInForbidden()
{
    m_handingIn = std::make_unique<HandingIn>(*m_data, *m_line, m_company.space, client::HandIn::Scope::NotAllowed);
    connect(
        m_handingIn.get(), &HandingIn::finished, this,
        [this] {
            m_handingIn.reset();
            m_filesHandedIn = true;
            m_places->countAttention();
            if (m_driver)
                m_driver->syncNow();
        },
        Qt::QueuedConnection);
    m_handingIn->start();
}

void CompanyWindow::showWho()
{
    const QString name = QString::fromStdString(m_company.name);
    const QString person = QString::fromStdString(m_profile.userName);
    const QString who = m_role == 0 ? person : person + QStringLiteral(" · ") + roleText(m_role);
    m_window->setCompany(name, m_company.isCloud ? who : tr("On this PC only"));
    if (!m_settingsPage)
        return;
    AccountFacts facts;
    facts.signedIn = m_company.isCloud && !m_profile.token.empty();
    facts.seesPeople = facts.signedIn && mayDo(m_role, SpaceKind::Company, Right::SeeMembers);
    facts.company = name;
    facts.person = person;
    facts.email = QString::fromStdString(m_profile.email);
    facts.server = QString::fromStdString(m_profile.serverUrl);
    facts.dataFolder = m_dataFolder;
    m_settingsPage->setAccount(facts);
}

/// In a cloud the account names it.
void CompanyWindow::readName()
{
    if (m_company.isCloud)
        return;
    m_data->read(
        this, QStringLiteral("name"),
        [](Reader& reader) {
            const auto profile = reader.customers().companyProfile();
            return profile ? profile->name : std::string();
        },
        [this](const std::string& name) {
            if (!name.empty() && name != m_company.name)
                Q_EMIT renamed(QString::fromStdString(name));
        },
        ReadPriority::Background);
}

void CompanyWindow::setProfile(const client::Profile& profile)
{
    const bool newSession = profile.token != m_profile.token;
    m_profile = profile;
    if (const client::LocalCompany* known = profile.find(m_company.space))
        m_company.name = known->name;
    m_data->setAuthor({profile.user, profile.userName});
    makeCompanyMenu();
    showWho();
    if (newSession)
        startSync();
}

} // namespace dure::app
