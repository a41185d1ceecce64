#include "app/safety/backup_page.h"

#include "app/data/error_text.h"
#include "app/safety/backup_model.h"
#include "app/safety/backup_pane.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/ledger_table.h"
#include "app/widgets/theme.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>

namespace dure::app {
namespace {

constexpr int paneWidth = 380;

} // namespace

BackupPage::BackupPage(CompanyData& data, BackupDesk& desk, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_desk(desk)
    , m_model(new BackupModel(this))
    , m_table(new LedgerTable)
    , m_pane(new BackupPane)
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_word(new MessageStrip(MessageStrip::Shape::Row))
{
    m_table->setColumns(BackupModel::columns());
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Backups"));
    auto* list = new QVBoxLayout;
    list->setSpacing(0);
    list->addWidget(makeHead());
    list->addWidget(m_word);
    list->addWidget(m_table, 1);
    list->addWidget(m_strip);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(list, 1);
    layout->addWidget(new HairLine(Qt::Vertical, nullptr, Color::Panel));
    layout->addWidget(m_pane);
    Theme::follow(m_pane, [this](const Tokens& t) { m_pane->setFixedWidth(t.scaled(paneWidth)); });
    addButtons();
    connect(m_table, &LedgerTable::currentRowChanged, this, &BackupPage::showCurrent);
    connect(m_table, &LedgerTable::opened, this, &BackupPage::ask);
    connect(m_pane->restoreButton(), &QAbstractButton::clicked, this, &BackupPage::ask);
    connect(&desk, &BackupDesk::changed, this, &BackupPage::showDesk);
    connect(&desk, &BackupDesk::backedUp, this, [this] { m_strip->clear(); });
    connect(&desk, &BackupDesk::failed, this, [this](const QString& what, const QString& wayOut) {
        m_strip->clear();
        m_strip->show(Tone::Red, what, wayOut);
    });
    showDesk();
    showCurrent();
    desk.refresh();
    desk.readPresent(this,
        [this](const auto& facts) { m_pane->setNow(facts ? std::optional(*facts) : std::nullopt, m_data.today()); });
}

QWidget* BackupPage::makeHead()
{
    auto* head = new Panel(Color::Sheet);
    head->setEdges(Qt::BottomEdge, Color::Hair);
    m_status = new Label(LabelRole::Strong);
    m_folder = new Label(LabelRole::Hint);
    m_folder->setMinimumWidth(Tokens::px(Fixed::Line)); // a long path does not widen the page
    auto* choose = new KeyButton(ButtonKind::Plain, tr("Folder…"));
    choose->setAccessibleName(tr("Choose the backups' folder"));
    connect(choose, &QAbstractButton::clicked, this, &BackupPage::askForFolder);
    auto* words = new QVBoxLayout;
    words->addWidget(m_status);
    words->addWidget(m_folder);
    auto* across = new QHBoxLayout(head);
    across->addLayout(words, 1);
    across->addWidget(choose);
    Theme::follow(head, [=](const Tokens& t) {
        words->setSpacing(t.px(Px::Space4));
        across->setSpacing(t.px(Px::Space12));
        across->setContentsMargins(t.px(Px::Space16), t.px(Px::Space12), t.px(Px::Space16), t.px(Px::Space12));
    });
    return head;
}

void BackupPage::addButtons()
{
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    m_now = new KeyButton(ButtonKind::Primary, tr("Back up now"));
    m_now->setKey(keyFor(KeyAction::Primary));
    for (KeyButton* button : {close, m_now})
        addAction(button);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    connect(m_now, &QAbstractButton::clicked, this, [this] {
        m_strip->clear();
        m_desk.backUpNow();
    });
}

void BackupPage::entered() { m_table->setFocus(); }

void BackupPage::showDesk()
{
    const BackupWord word = m_desk.word();
    m_word->clear();
    if (word.tone != Tone::Info)
        m_word->show(word.tone, word.what, word.wayOut);
    const int percent = m_desk.percent();
    const bool isBusy = percent >= 0;
    m_status->setText(m_desk.isRestoring() ? tr("Preparing the restore: %1 %").arg(percent)
            : isBusy                       ? tr("Being backed up: %1 %").arg(percent)
            : word.tone == Tone::Info      ? word.what
                                           : tr("Backups of this company"));
    m_folder->setText(m_desk.folder());
    m_folder->setToolTip(m_desk.folder());
    m_now->setEnabled(!isBusy);
    std::vector<std::string> listed;
    for (const storage::BackupFile& file : m_desk.files())
        listed.push_back(file.path);
    m_table->setEmptyText(
        m_desk.isListed() ? tr("The first backup is made as soon as nobody saves for a minute.") : QString());
    if (listed == m_listed)
        return;
    m_listed = std::move(listed);
    const std::string chosen = m_shown;
    m_model->setFiles(m_desk.files(), m_data.today());
    const int row = m_model->rowOf(chosen);
    if (m_model->rowCount() > 0)
        m_table->selectRow(std::max(row, 0));
    showCurrent();
}

void BackupPage::showCurrent()
{
    const storage::BackupFile* file = m_model->file(m_table->currentIndex().row());
    m_pane->setShown(file != nullptr);
    if (!file) {
        m_shown.clear();
        return;
    }
    if (m_shown == file->path)
        return;
    m_shown = file->path;
    m_strip->clear();
    m_pane->setTitle(
        backupTimeText(file->stamp, m_data.today()), QDir::toNativeSeparators(QString::fromStdString(file->path)));
    m_pane->setHeld(std::nullopt, m_data.today());
    m_desk.read(this, *file, [this, path = file->path](const auto& facts) {
        if (m_shown != path)
            return;
        if (facts)
            m_pane->setHeld(*facts, m_data.today());
        else
            m_pane->setUnreadable(backupErrorText(facts.error()).whole());
    });
}

void BackupPage::askForFolder()
{
    const QString place = m_desk.chosenFolder().isEmpty() ? QDir::homePath() : m_desk.chosenFolder();
    auto* dialog = new QFileDialog(this, tr("Where backups go"), place);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupPage::chooseFolder);
    connect(dialog, &QDialog::finished, dialog, &QObject::deleteLater);
    dialog->open();
}

void BackupPage::chooseFolder(const QString& folder)
{
    m_strip->clear();
    m_desk.chooseFolder(folder);
}

/// What is put aside can be put back, so that no box is needed; but nobody does this by one key.
void BackupPage::ask()
{
    const storage::BackupFile* file = m_model->file(m_table->currentIndex().row());
    if (!file || !m_pane->restoreButton()->isEnabled() || m_desk.percent() >= 0)
        return;
    m_strip->clear();
    m_strip->show(Tone::Amber, tr("The company goes back to %1.").arg(backupTimeText(file->stamp, m_data.today())),
        tr("The present file is kept aside and stands in this list; the window opens anew."));
    KeyButton* go = m_strip->addAction(tr("Go back to it"));
    connect(go, &QAbstractButton::clicked, this, [this, wanted = *file] {
        m_strip->clear();
        m_desk.prepareRestore(wanted);
    });
    KeyButton* leave = m_strip->addAction(tr("Leave it"));
    connect(leave, &QAbstractButton::clicked, this, [this] {
        m_strip->clear();
        m_table->setFocus();
    });
    go->show(); // its layout would show it later, and what is hidden takes no focus
    go->setFocus();
}

} // namespace dure::app

#include "moc_backup_page.cpp"
