#pragma once
#include "app/shell/page.h"

class QGridLayout;
class QVBoxLayout;

namespace dure::app {

class AppSettings;
class KeyButton;
enum class KeyAction;
class Label;
class MessageStrip;
enum class Tone;

/// Who uses this PC and where its data is, for the settings page to show.
struct AccountFacts
{
    bool signedIn = false;
    bool seesPeople = false; ///< the role shows who works here
    QString company;
    QString person;
    QString email;
    QString server;
    QString dataFolder;
};

/// Theme, text size, language, account, data folder, keys.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    /// The settings outlive the page.
    explicit SettingsPage(AppSettings& settings, QWidget* parent = nullptr);

    QString title() const override;
    void entered() override;
    void setAccount(const AccountFacts& facts);
    /// How the backups stand.
    void setBackup(Tone tone, const QString& what, const QString& wayOut);
    MessageStrip& strip() const { return *m_strip; } ///< above the sections

Q_SIGNALS:
    void signOutRequested();
    void signInRequested();
    void companyProfileRequested();
    void peopleRequested();
    void companyExportRequested(); ///< everything, as one Excel file
    void backupsRequested();
    void trashRequested();
    void accountRequested();

private:
    QWidget* makeLook();
    QWidget* makeProfile();
    QWidget* makeAccount();
    QWidget* makeData();
    QWidget* makeKeys();
    QWidget* makeKeyPresets();
    void addKeyField(QGridLayout& grid, KeyAction action, int row, int column);
    void addSection(QVBoxLayout& column, const QString& title, const QString& explanation, QWidget* content);

    AppSettings& m_settings;
    Label* m_company = nullptr;
    Label* m_person = nullptr;
    Label* m_server = nullptr;
    Label* m_folder = nullptr;
    Label* m_backup = nullptr;
    MessageStrip* m_backupWarning = nullptr;
    KeyButton* m_accountAction = nullptr;
    KeyButton* m_account = nullptr;
    KeyButton* m_people = nullptr;
    KeyButton* m_openFolder = nullptr;
    MessageStrip* m_strip;
    MessageStrip* m_keyMessage = nullptr;
    QWidget* m_first = nullptr; // where the focus begins
    bool m_signedIn = false;
};

} // namespace dure::app
