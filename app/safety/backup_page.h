#pragma once
#include "app/safety/backup_desk.h"
#include "app/shell/page.h"

namespace dure::app {

class BackupModel;
class BackupPane;
class KeyButton;
class Label;
class LedgerTable;
class MessageStrip;

/// 백업: what there is, when the last one was made and where they go; one by hand; what one holds, and putting it back.
class BackupPage : public Page
{
    Q_OBJECT
public:
    /// Both outlive the page.
    BackupPage(CompanyData& data, BackupDesk& desk, QWidget* parent = nullptr);
    QString title() const override { return tr("Backups"); }
    void entered() override;

    LedgerTable& table() const { return *m_table; }
    BackupPane& pane() const { return *m_pane; }
    MessageStrip& strip() const { return *m_strip; }
    void chooseFolder(const QString& folder); ///< as the dialog does

private:
    QWidget* makeHead();
    void addButtons();
    void showDesk();
    void showCurrent();
    void askForFolder();
    void ask();

    CompanyData& m_data;
    BackupDesk& m_desk;
    BackupModel* m_model; // child
    LedgerTable* m_table; // child
    BackupPane* m_pane; // child
    MessageStrip* m_strip; // child
    MessageStrip* m_word; // child; what is wrong with the backups
    Label* m_status = nullptr; // children
    Label* m_folder = nullptr;
    KeyButton* m_now = nullptr;
    std::string m_shown; // which backup the pane shows
    std::vector<std::string> m_listed; // as the table has them
};

} // namespace dure::app
