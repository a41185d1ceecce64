#include "app/people/visit_section.h"

#include "app/attention/field_text.h"
#include "app/people/fact_table.h"
#include "app/people/people_sheets.h"
#include "app/widgets/date_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"

#include <QVBoxLayout>

namespace dure::app {
namespace {

constexpr int usualVisitDays = 14;

} // namespace

VisitSection::VisitSection(PeopleDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_sheetPlace(new QWidget)
    , m_visits(new FactTable({{tr("Name"), FactTable::firstColumn}, {tr("Email"), 0, true},
          {tr("State"), FactTable::thirdColumn}, {tr("Until"), FactTable::fourthColumn + FactTable::fifthColumn}}))
{
    auto* head = new SectionHead(
        tr("Coordinator's visit"), tr("Somebody from outside who brings in lists, until the day you choose."));
    if (desk.may(Right::ManageMembers)) {
        KeyButton* grant = head->addAction(tr("Let somebody in"));
        grant->setSymbol(Icon::Plus);
        connect(grant, &QAbstractButton::clicked, this, &VisitSection::openGrant);
    }
    auto* place = new QVBoxLayout(m_sheetPlace);
    place->setContentsMargins(0, 0, 0, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_sheetPlace);
    layout->addWidget(m_visits);
    m_sheetPlace->hide();
    connect(&desk, &PeopleDesk::sheetOpening, this, [this] {
        if (!qobject_cast<CodeSheet*>(m_sheet)) // a code is shown only once
            showAbove(nullptr);
    });
    m_visits->setEmptyText(tr("Nobody from outside is let in."));
}

void VisitSection::showLists()
{
    m_visits->clear();
    for (const protocol::MemberEntry& member : m_desk.members())
        if (needsEnd(member.role, m_desk.seat().kind))
            addVisit(member);
    for (const protocol::InviteEntry& invite : m_desk.invites())
        if (invite.state == protocol::InviteState::Waiting && needsEnd(invite.role, m_desk.seat().kind))
            addInvitation(invite);
}

void VisitSection::addVisit(const protocol::MemberEntry& member)
{
    FactRow* row = m_visits->addRow({{toQString(member.name), Weight::Bold}, {toQString(member.email)},
        {tr("is let in")}, {dayText(member.until, m_desk.today())}});
    if (!m_desk.may(Right::ManageMembers))
        return;
    KeyButton* end = row->addAction(tr("End now"));
    connect(end, &QAbstractButton::clicked, this, [this, end, member] {
        m_desk.ask(this, end, client::endMembership(m_desk.seat().space, member.user), [this, member](client::Done) {
            m_desk.tell(tr("The visit of %1 has ended.").arg(toQString(member.name)));
        });
    });
}

void VisitSection::addInvitation(const protocol::InviteEntry& invite)
{
    FactRow* row = m_visits->addRow({{QStringLiteral("–"), Weight::Regular, Color::Text2}, {toQString(invite.email)},
        {tr("not used yet"), Weight::Regular, Color::Text2}, {dayText(invite.until, m_desk.today())}});
    if (!m_desk.may(Right::ManageMembers))
        return;
    KeyButton* end = row->addAction(tr("Take back"));
    connect(end, &QAbstractButton::clicked, this, [this, end, id = invite.invite] {
        m_desk.ask(this, end, client::endInvite(m_desk.seat().space, id), [this](client::Done) {
            m_desk.tell(tr("The invitation was taken back. Its code opens nothing any more."));
        });
    });
}

void VisitSection::showAbove(InPlaceSheet* sheet)
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

void VisitSection::openGrant()
{
    Q_EMIT m_desk.sheetOpening();
    auto* sheet = new InPlaceSheet;
    auto* email = new ImeLineEdit;
    email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhPreferLatin);
    auto* until = new DateField;
    until->setToday(m_desk.today());
    until->setRequired(true);
    until->setDate(m_desk.today().addDays(usualVisitDays));
    FormCell* emailCell = sheet->addField(tr("The coordinator's email"), email, 280);
    FormCell* untilCell = sheet->addField(tr("Until and with"), until, 150);
    sheet->addNote(roleExplanation(Coordinator));
    KeyButton* grant = sheet->addButton(tr("Let in"), true);
    sheet->addCloseButton();
    connect(grant, &QAbstractButton::clicked, this, [=, this] {
        const bool dated = until->takeTyped() && until->date() >= m_desk.today();
        emailCell->setProblem(email->text().trimmed().isEmpty() ? tr("Fill in the email.") : QString());
        untilCell->setProblem(dated ? QString() : tr("Choose a day from today on."));
        if (!dated || email->text().trimmed().isEmpty())
            return;
        m_desk.ask(this, grant,
            client::grantCoordinator(
                m_desk.seat().space, email->text().trimmed().toStdString(), endOfDay(until->date())),
            [this](const protocol::InviteReply& reply) {
                showAbove(new CodeSheet(toQString(reply.code),
                    tr("Code for the coordinator, good until %1").arg(momentText(reply.expires, m_desk.today())),
                    tr("It works only with this email: on the sign-in page, under “I have an invitation code”. It is "
                       "shown only this once.")));
                m_desk.refresh();
            });
    });
    showAbove(sheet);
}

} // namespace dure::app

#include "moc_visit_section.cpp"
