#include "app/people/account_page.h"

#include "app/people/device_section.h"
#include "app/people/offline_note.h"
#include "app/people/people_sheets.h"
#include "app/people/second_factor_section.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/password_field.h"
#include "app/widgets/theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace dure::app {
namespace {

constexpr int fieldWidth = 230;

} // namespace

AccountPage::AccountPage(
    CloudLine& line, const Clock& clock, const CloudSeat& seat, const QString& email, QWidget* parent)
    : Page(parent)
    , m_email(email)
    , m_desk(new PeopleDesk(line, clock, seat, PeopleDesk::Scope::OwnAccount, this))
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
{
    m_sections = makeSections();
    auto* note = new OfflineNote(tr("The account is kept by the cloud, and there is no connection now."),
        tr("Everything else works without it. Try again once there is a connection."));
    connect(note, &OfflineNote::retry, this, &AccountPage::refresh);
    m_offline = note;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_sections, 1);
    layout->addWidget(m_offline, 1);
    m_offline->hide();
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    connect(m_desk, &PeopleDesk::changed, this, [this] {
        showOffline(false);
        m_devices->showLists();
        if (m_factor)
            m_factor->showLists();
    });
    connect(m_desk, &PeopleDesk::offline, this, [this] { showOffline(true); });
    connect(m_desk, &PeopleDesk::failed, this, [this](const QString& what, const QString& wayOut) {
        m_strip->clear();
        m_strip->show(Tone::Red, what, wayOut);
    });
    connect(m_desk, &PeopleDesk::told, this, [this](const QString& done) {
        m_strip->clear();
        m_strip->show(Tone::Green, done);
    });
    refresh();
}

void AccountPage::refresh() { m_desk->refresh(); }

void AccountPage::showOffline(bool offline)
{
    m_sections->setVisible(!offline);
    m_offline->setVisible(offline);
    if (offline)
        m_strip->clear();
}

QWidget* AccountPage::makeSections()
{
    auto* content = new Panel(Color::Sheet);
    auto* column = new QVBoxLayout(content);
    column->setSpacing(0);
    column->addWidget(
        new SectionHead(tr("Password"), tr("%n characters or more; longer is better.", nullptr, shortestPassword)));
    column->addWidget(makePassword());
    if (maySecondFactor(m_desk->seat().role))
        column->addWidget(m_factor = new SecondFactorSection(*m_desk, m_email));
    column->addWidget(m_devices = new DeviceSection(*m_desk));
    column->addStretch();
    Theme::follow(content, [column](const Tokens& t) { column->setContentsMargins(0, 0, 0, t.px(Px::Space24)); });
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

QWidget* AccountPage::makePassword()
{
    auto* sheet = new InPlaceSheet;
    sheet->setTakesFocus(false);
    sheet->setBackground(Color::Sheet);
    auto* old = new PasswordField;
    auto* fresh = new PasswordField;
    auto* again = new PasswordField;
    sheet->addField(tr("The password until now"), old, fieldWidth);
    FormCell* freshCell = sheet->addField(tr("New password"), fresh, fieldWidth);
    FormCell* againCell = sheet->addField(tr("The new one again"), again, fieldWidth);
    KeyButton* change = sheet->addButton(tr("Change the password"), false);
    sheet->setMain(change);
    connect(change, &QAbstractButton::clicked, this, [=, this] {
        const bool tooShort = fresh->text().size() < shortestPassword;
        const bool differs = fresh->text() != again->text();
        freshCell->setProblem(
            tooShort ? tr("Too short: take %n characters or more.", nullptr, shortestPassword) : QString());
        againCell->setProblem(differs ? tr("Not the same as the one beside it.") : QString());
        if (tooShort || differs)
            return;
        m_desk->ask(this, change, client::changePassword(old->text().toStdString(), fresh->text().toStdString()),
            [=, this](client::Done) {
                for (PasswordField* field : {old, fresh, again})
                    field->clear();
                m_desk->tell(tr("The password was changed. Your other devices sign in again with it."));
            });
    });
    return sheet;
}

} // namespace dure::app

#include "moc_account_page.cpp"
