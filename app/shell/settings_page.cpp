#include "app/shell/settings_page.h"

#include "app/shell/app_settings.h"
#include "app/shell/key_field.h"
#include "app/shell/look_choices.h"
#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/panel.h"
#include "app/widgets/segmented_control.h"

#include <QDesktopServices>
#include <QGridLayout>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace dure::app {
namespace {

/// Rows of a name and what it is.
QGridLayout* makeRows(QWidget* parent)
{
    auto* rows = new QGridLayout(parent);
    rows->setColumnStretch(1, 1);
    Theme::follow(parent, [rows](const Tokens& t) {
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setHorizontalSpacing(t.px(Px::Space16));
        rows->setVerticalSpacing(t.px(Px::Space8));
        rows->setColumnMinimumWidth(0, t.scaled(120));
    });
    return rows;
}

void addRow(QGridLayout& rows, const QString& name, QWidget* value)
{
    const int row = rows.rowCount();
    rows.addWidget(new Label(LabelRole::Muted, name), row, 0);
    rows.addWidget(value, row, 1, Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

SettingsPage::SettingsPage(AppSettings& settings, QWidget* parent)
    : Page(parent)
    , m_settings(settings)
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
{
    auto* content = new Panel(Color::Sheet);
    auto* column = new QVBoxLayout(content);
    column->setSpacing(0);
    column->setContentsMargins(0, 0, 0, 0);
    addSection(*column, tr("Look"), tr("For this PC only."), makeLook());
    column->addWidget(new HairLine(Qt::Horizontal));
    addSection(*column, tr("Our company"), tr("Printed as the supplier on statements."), makeProfile());
    column->addWidget(new HairLine(Qt::Horizontal));
    addSection(*column, tr("Account"), {}, makeAccount());
    column->addWidget(new HairLine(Qt::Horizontal));
    addSection(*column, tr("Data"), tr("Everything works from here, with or without a connection."), makeData());
    column->addWidget(new HairLine(Qt::Horizontal));
    addSection(
        *column, tr("Keys"), tr("Choose a key, then press the new one. Delete takes the first one back."), makeKeys());
    column->addStretch();

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(scroll, 1);
}

QString SettingsPage::title() const { return tr("Settings"); }

void SettingsPage::entered() { m_first->setFocus(); }

void SettingsPage::addSection(QVBoxLayout& column, const QString& title, const QString& explanation, QWidget* content)
{
    auto* names = new QWidget;
    auto* texts = new QVBoxLayout(names);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->addWidget(new Label(LabelRole::Section, title));
    if (!explanation.isEmpty()) {
        auto* line = new Label(LabelRole::Hint);
        line->setWrappedText(explanation);
        texts->addWidget(line);
    }
    texts->addStretch();
    auto* row = new QHBoxLayout;
    row->addWidget(names);
    row->addWidget(content, 1);
    column.addLayout(row);
    Theme::follow(names, [=](const Tokens& t) {
        names->setFixedWidth(t.scaled(180));
        texts->setSpacing(t.px(Px::Space4));
        row->setSpacing(t.px(Px::Space24));
        const int side = t.px(Px::Space16);
        row->setContentsMargins(side, t.px(Px::Space24), side, t.px(Px::Space24));
    });
}

QWidget* SettingsPage::makeLook()
{
    auto* look = new QWidget;
    QGridLayout* rows = makeRows(look);
    SegmentedControl* size = makeTextSizeChoice(m_settings, TextSizes::All);
    addRow(*rows, tr("Text size"), size);
    addRow(*rows, tr("Screen"), makeAppearanceChoice(m_settings));
    addRow(*rows, tr("Language"), makeLanguageChoice(m_settings));
    m_first = size->firstFocus();
    return look;
}

QWidget* SettingsPage::makeProfile()
{
    auto* profile = new QWidget;
    QGridLayout* rows = makeRows(profile);
    auto* edit = new KeyButton(ButtonKind::Plain, tr("Edit"));
    edit->setAccessibleName(tr("Edit our company's details"));
    addRow(*rows, tr("Name, number, address, account"), edit);
    connect(edit, &KeyButton::clicked, this, &SettingsPage::companyProfileRequested);
    return profile;
}

QWidget* SettingsPage::makeAccount()
{
    auto* account = new QWidget;
    QGridLayout* rows = makeRows(account);
    m_company = new Label(LabelRole::Strong);
    m_person = new Label(LabelRole::Body);
    m_server = new Label(LabelRole::Body);
    addRow(*rows, tr("Company"), m_company);
    addRow(*rows, tr("Signed in as"), m_person);
    addRow(*rows, tr("Server"), m_server);
    m_accountAction = new KeyButton(ButtonKind::Plain, tr("Sign in"));
    m_account = new KeyButton(ButtonKind::Plain, tr("My account"));
    m_people = new KeyButton(ButtonKind::Plain, tr("People and devices"));
    auto* buttons = new QWidget;
    auto* across = new QHBoxLayout(buttons);
    across->setContentsMargins(0, 0, 0, 0);
    for (KeyButton* button : {m_people, m_account, m_accountAction})
        across->addWidget(button);
    Theme::follow(buttons, [across](const Tokens& t) { across->setSpacing(t.px(Px::Space8)); });
    addRow(*rows, {}, buttons);
    connect(m_people, &KeyButton::clicked, this, &SettingsPage::peopleRequested);
    connect(m_account, &KeyButton::clicked, this, &SettingsPage::accountRequested);
    connect(m_accountAction, &KeyButton::clicked, this, [this] {
        if (m_signedIn)
            Q_EMIT signOutRequested();
        else
            Q_EMIT signInRequested();
    });
    return account;
}

QWidget* SettingsPage::makeData()
{
    auto* data = new QWidget;
    QGridLayout* rows = makeRows(data);
    m_folder = new Label(LabelRole::Body);
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_folder->setMinimumWidth(Tokens::px(Fixed::Line)); // a long path does not widen the page
    m_folder->setAccessibleName(tr("Data folder"));
    addRow(*rows, tr("Data folder"), m_folder);
    m_openFolder = new KeyButton(ButtonKind::Plain, tr("Open the folder"));
    addRow(*rows, {}, m_openFolder);
    auto* everything = new KeyButton(ButtonKind::Plain, tr("Save as an Excel file…"));
    everything->setAccessibleName(tr("Save the whole company as an Excel file"));
    addRow(*rows, tr("Everything"), everything);
    connect(everything, &KeyButton::clicked, this, &SettingsPage::companyExportRequested);
    connect(m_openFolder, &KeyButton::clicked, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder->text())); });
    m_backup = new Label(LabelRole::Body);
    addRow(*rows, tr("Backup"), m_backup);
    m_backupWarning = new MessageStrip(MessageStrip::Shape::Box);
    rows->addWidget(m_backupWarning, rows->rowCount(), 1);
    auto* buttons = new QWidget;
    auto* across = new QHBoxLayout(buttons);
    across->setContentsMargins(0, 0, 0, 0);
    auto* backups = new KeyButton(ButtonKind::Plain, tr("Backups"));
    auto* trash = new KeyButton(ButtonKind::Plain, tr("Trash"));
    across->addWidget(backups);
    across->addWidget(trash);
    Theme::follow(buttons, [across](const Tokens& t) { across->setSpacing(t.px(Px::Space8)); });
    addRow(*rows, {}, buttons);
    connect(backups, &KeyButton::clicked, this, &SettingsPage::backupsRequested);
    connect(trash, &KeyButton::clicked, this, &SettingsPage::trashRequested);
    return data;
}

QWidget* SettingsPage::makeKeys()
{
    auto* keys = new QWidget;
    auto* column = new QVBoxLayout(keys);
    column->setContentsMargins(0, 0, 0, 0);
    m_keyMessage = new MessageStrip(MessageStrip::Shape::Box);
    column->addWidget(makeKeyPresets());
    column->addWidget(m_keyMessage);
    auto* grid = new QGridLayout;
    column->addLayout(grid);
    const QList<KeyAction> actions = allKeyActions();
    const auto half = (actions.size() + 1) / 2;
    for (qsizetype i = 0; i < actions.size(); ++i)
        addKeyField(*grid, actions[i], static_cast<int>(i % half), i < half ? 0 : 3);
    grid->setColumnStretch(5, 1);
    Theme::follow(keys, [=](const Tokens& t) {
        column->setSpacing(t.px(Px::Space12));
        grid->setVerticalSpacing(0);
        grid->setHorizontalSpacing(t.px(Px::Space4));
        grid->setColumnMinimumWidth(2, t.px(Px::Space24));
    });
    return keys;
}

QWidget* SettingsPage::makeKeyPresets()
{
    auto* presets = new QWidget;
    QGridLayout* rows = makeRows(presets);
    auto* choice = new SegmentedControl(tr("Keys as in"));
    for (const KeyPreset preset : allKeyPresets())
        choice->addSegment(QString::number(int(preset)), keyPresetText(preset));
    choice->setChosen(QString::number(int(keyPreset())));
    connect(choice, &SegmentedControl::chosen, this, [this](const QString& id) {
        setKeyPreset(KeyPreset(id.toInt()));
        Q_EMIT m_settings.keysChanged();
    });
    addRow(*rows, tr("Keys as in"), choice);
    return presets;
}

void SettingsPage::addKeyField(QGridLayout& grid, KeyAction action, int row, int column)
{
    auto* field = new KeyField(action);
    grid.addWidget(field, row, column);
    auto* does = new Label(LabelRole::Muted);
    does->setWrappedText(keyActionText(action)); // large text leaves no room for the longest in one line
    grid.addWidget(does, row, column + 1);
    connect(field, &KeyField::changed, this, [this] {
        m_keyMessage->clear();
        m_keyMessage->show(Tone::Green, tr("The key is kept."));
        connect(m_keyMessage->addAction(tr("Use it now")), &QAbstractButton::clicked, this,
            [this] { Q_EMIT m_settings.keysChanged(); });
    });
    connect(field, &KeyField::taken, this, [this](const QString& key) {
        m_keyMessage->clear();
        m_keyMessage->show(Tone::Amber, tr("%1 does something else already.").arg(key), tr("Choose another key."));
    });
    connect(field, &KeyField::unusable, this, [this](const QString& key) {
        m_keyMessage->clear();
        m_keyMessage->show(Tone::Amber, tr("%1 types or moves in fields and lists.").arg(key),
            tr("Choose a function key, or one with Ctrl or Alt."));
    });
}

void SettingsPage::setBackup(Tone tone, const QString& what, const QString& wayOut)
{
    const bool isCalm = tone == Tone::Info;
    m_backup->setText(isCalm && !what.isEmpty() ? what : QStringLiteral("–"));
    m_backupWarning->clear();
    if (!isCalm)
        m_backupWarning->show(tone, what, wayOut);
}

void SettingsPage::setAccount(const AccountFacts& facts)
{
    m_signedIn = facts.signedIn;
    m_people->setVisible(facts.seesPeople);
    m_account->setVisible(facts.signedIn);
    m_company->setText(facts.company);
    m_person->setText(facts.signedIn ? facts.person + QStringLiteral(" · ") + facts.email : tr("Nobody; this PC only"));
    m_server->setText(facts.server.isEmpty() ? QStringLiteral("–") : facts.server);
    m_folder->setText(facts.dataFolder);
    m_folder->setToolTip(facts.dataFolder);
    m_openFolder->setEnabled(!facts.dataFolder.isEmpty());
    m_accountAction->setText(facts.signedIn ? tr("Sign out") : tr("Sign in"));
}

} // namespace dure::app
