#include "app/people/person_section.h"

#include "app/attention/field_text.h"
#include "app/people/fact_table.h"
#include "app/people/people_sheets.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"

#include <QVBoxLayout>
#include <array>

namespace dure::app {
namespace {

/// The roles that last until somebody ends them, as a choice.
void addRoles(ChoiceField& choice, SpaceKind kind, std::uint8_t chosen)
{
    for (const std::uint8_t role : {Owner, Executive, Staff, Association, Operator, Coordinator}) {
        if ((rolesIn(kind) & role) == 0 || needsEnd(role, kind))
            continue;
        choice.addItem(roleText(role), role);
        if (role == chosen)
            choice.setCurrentIndex(choice.count() - 1);
    }
}

std::uint8_t roleOf(const ChoiceField& choice) { return std::uint8_t(choice.currentData().toInt()); }

constexpr std::array validDays{1, 7, 30};

} // namespace

PersonSection::PersonSection(PeopleDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_layout(new QVBoxLayout(this))
    , m_sheetPlace(new QWidget)
    , m_waitingTitle(new Label(LabelRole::Strong, tr("Invitations that wait")))
{
    const bool decides = desk.may(Right::ManageMembers);
    m_people = new FactTable(
        {{tr("Name"), FactTable::firstColumn}, {tr("Email"), 0, true}, {tr("Role"), FactTable::thirdColumn},
            {tr("Until"), FactTable::fourthColumn}, {tr("Second factor"), FactTable::fifthColumn}});
    m_invitations = new FactTable({{tr("For"), 0, true}, {tr("Role"), FactTable::thirdColumn},
        {tr("Code good until"), FactTable::fourthColumn}, {tr("Invited by"), FactTable::fifthColumn}});
    auto* head = new SectionHead(tr("People"), tr("Who works here, and what each may do."));
    if (decides) {
        KeyButton* invite = head->addAction(tr("Invite somebody"));
        invite->setSymbol(Icon::Plus);
        invite->setKey(keyFor(KeyAction::New));
        connect(invite, &QAbstractButton::clicked, this, &PersonSection::openInvitation);
    }
    auto* place = new QVBoxLayout(m_sheetPlace);
    place->setContentsMargins(0, 0, 0, 0);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    for (QWidget* part : {static_cast<QWidget*>(head), m_sheetPlace, static_cast<QWidget*>(m_people),
             static_cast<QWidget*>(m_waitingTitle), static_cast<QWidget*>(m_invitations)})
        m_layout->addWidget(part);
    m_sheetPlace->hide();
    connect(&desk, &PeopleDesk::sheetOpening, this, &PersonSection::shutSheets);
    Theme::follow(m_waitingTitle, [this](const Tokens& t) {
        m_waitingTitle->setContentsMargins(t.px(Px::Space16), t.px(Px::Space16), 0, t.px(Px::Space8));
    });
}

void PersonSection::shutSheets()
{
    for (FactRow* row : m_people->rows())
        row->shut();
    if (!qobject_cast<CodeSheet*>(m_sheet)) // a code is shown only once
        showAbove(nullptr);
}

void PersonSection::showLists()
{
    m_people->clear();
    m_invitations->clear();
    for (const protocol::MemberEntry& member : m_desk.members())
        if (!needsEnd(member.role, m_desk.seat().kind))
            addPerson(member);
    for (const protocol::InviteEntry& invite : m_desk.invites())
        if (invite.state == protocol::InviteState::Waiting && !needsEnd(invite.role, m_desk.seat().kind))
            addInvitation(invite);
    const bool waiting = !m_invitations->rows().isEmpty();
    m_waitingTitle->setVisible(waiting);
    m_invitations->setVisible(waiting);
}

void PersonSection::addPerson(const protocol::MemberEntry& member)
{
    const bool isMe = member.user == m_desk.seat().user;
    const QString name = toQString(member.name);
    FactRow* row = m_people->addRow({{isMe ? tr("%1 (you)").arg(name) : name, Weight::Bold}, {toQString(member.email)},
        {roleText(member.role)}, {dayText(member.until, m_desk.today()), Weight::Regular, Color::Text2},
        {member.secondFactor ? tr("on") : QStringLiteral("–"), Weight::Regular,
            member.secondFactor ? Color::Text : Color::Text2, member.secondFactor ? Status::Done : Status::None}});
    if (isMe || !m_desk.may(Right::ManageMembers))
        return;
    KeyButton* change = row->addAction(tr("Change"));
    connect(change, &QAbstractButton::clicked, this, [this, row, member] {
        if (row->isOpen())
            row->shut();
        else
            openRole(row, member);
    });
}

void PersonSection::addInvitation(const protocol::InviteEntry& invite)
{
    FactRow* row = m_invitations->addRow({{invite.email.empty() ? tr("whoever has the code") : toQString(invite.email)},
        {roleText(invite.role)}, {momentText(invite.expires, m_desk.today())}, {toQString(invite.createdBy)}});
    if (!m_desk.may(Right::ManageMembers))
        return;
    KeyButton* end = row->addAction(tr("Take back"));
    connect(end, &QAbstractButton::clicked, this, [this, end, id = invite.invite] {
        m_desk.ask(this, end, client::endInvite(m_desk.seat().space, id), [this](client::Done) {
            m_desk.tell(tr("The invitation was taken back. Its code opens nothing any more."));
        });
    });
}

void PersonSection::openRole(FactRow* row, const protocol::MemberEntry& member)
{
    Q_EMIT m_desk.sheetOpening();
    auto* sheet = new InPlaceSheet;
    auto* role = new ChoiceField;
    addRoles(*role, m_desk.seat().kind, member.role);
    sheet->addField(tr("Role"), role, 180);
    Label* note = sheet->addNote(roleExplanation(member.role));
    connect(role, &QComboBox::currentIndexChanged, note, [=] { note->setWrappedText(roleExplanation(roleOf(*role))); });
    KeyButton* save = sheet->addButton(tr("Change the role"), true);
    connect(save, &QAbstractButton::clicked, this, [this, save, role, row, member] {
        const std::uint8_t wanted = roleOf(*role);
        if (wanted == member.role)
            return row->shut();
        m_desk.ask(this, save, client::setRole(m_desk.seat().space, member.user, wanted),
            [this, member, wanted](client::Done) {
                m_desk.tell(tr("%1 has the role %2 now.").arg(toQString(member.name), roleText(wanted)));
            });
    });
    if (m_desk.may(Right::ResetPasswords)) {
        KeyButton* code = sheet->addButton(tr("Code for a forgotten password"), false);
        connect(code, &QAbstractButton::clicked, this, [=, this] { makeResetCode(code, member); });
    }
    KeyButton* end = sheet->addButton(tr("End the membership"), false);
    connect(end, &QAbstractButton::clicked, this, [=, this] { askToEnd(row, member); });
    sheet->addCloseButton();
    connect(sheet, &InPlaceSheet::closeRequested, row, &FactRow::shut);
    row->open(sheet);
}

void PersonSection::askToEnd(FactRow* row, const protocol::MemberEntry& member)
{
    row->shut();
    const QString name = toQString(member.name);
    MessageStrip& strip = row->strip();
    strip.show(Tone::Amber, tr("%1 leaves this company.").arg(name),
        tr("What their PCs have not sent is handed in first; then the company goes from those PCs."));
    KeyButton* end = strip.addAction(tr("End the membership"));
    KeyButton* keep = strip.addAction(tr("Leave it"));
    connect(keep, &QAbstractButton::clicked, row, &FactRow::shut);
    connect(end, &QAbstractButton::clicked, this, [this, end, member, name] {
        m_desk.ask(this, end, client::endMembership(m_desk.seat().space, member.user),
            [this, name](client::Done) { m_desk.tell(tr("The membership of %1 has ended.").arg(name)); });
    });
    keep->setFocus();
}

void PersonSection::makeResetCode(QAbstractButton* button, const protocol::MemberEntry& member)
{
    m_desk.ask(this, button, client::makeResetCode(m_desk.seat().space, member.email),
        [this, member](const protocol::ResetCodeReply& reply) {
            shutSheets();
            showAbove(new CodeSheet(toQString(reply.code),
                tr("One-time code for %1, good until %2")
                    .arg(toQString(member.name), momentText(reply.expires, m_desk.today())),
                tr("Tell it by telephone. On the sign-in page, under “Forgotten password”, it makes a new password. It "
                   "is shown only this once.")));
        });
}

void PersonSection::showAbove(InPlaceSheet* sheet)
{
    if (m_sheet)
        m_sheet->deleteLater();
    m_sheet = sheet;
    m_sheetPlace->setVisible(sheet != nullptr);
    if (!sheet)
        return;
    sheet->setEdges(Qt::TopEdge | Qt::BottomEdge, Color::Hair);
    m_sheetPlace->layout()->addWidget(sheet);
    connect(sheet, &InPlaceSheet::closeRequested, this, [this] { showAbove(nullptr); });
}

void PersonSection::openInvitation()
{
    Q_EMIT m_desk.sheetOpening();
    auto* sheet = new InPlaceSheet;
    auto* role = new ChoiceField;
    addRoles(*role, m_desk.seat().kind, Staff);
    auto* email = new ImeLineEdit;
    email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhPreferLatin);
    email->setPlaceholderText(tr("empty: whoever has the code"));
    auto* days = new ChoiceField;
    for (const int count : validDays)
        days->addItem(tr("%n day(s)", nullptr, count), count);
    days->setCurrentIndex(1);
    sheet->addField(tr("Role"), role, 160);
    sheet->addField(tr("Email"), email, 280);
    sheet->addField(tr("The code is good for"), days, 130);
    Label* note = sheet->addNote(roleExplanation(Staff));
    connect(role, &QComboBox::currentIndexChanged, note, [=] { note->setWrappedText(roleExplanation(roleOf(*role))); });
    KeyButton* make = sheet->addButton(tr("Make the invitation code"), true);
    sheet->addCloseButton();
    connect(make, &QAbstractButton::clicked, this, [=, this] {
        protocol::InviteRequest request;
        request.role = roleOf(*role);
        request.email = email->text().trimmed().toStdString();
        request.validDays = days->currentData().toInt();
        m_desk.ask(
            this, make, client::invite(m_desk.seat().space, request), [this](const protocol::InviteReply& reply) {
                showAbove(new CodeSheet(toQString(reply.code),
                    tr("Invitation code, good until %1").arg(momentText(reply.expires, m_desk.today())),
                    tr("On the new PC: start Dure, choose “I have an invitation code” and type it. It is shown only "
                       "this "
                       "once.")));
                m_desk.refresh();
            });
    });
    showAbove(sheet);
}

} // namespace dure::app

#include "moc_person_section.cpp"
