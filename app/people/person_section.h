#pragma once
#include "app/people/people_desk.h"

#include <QWidget>

class QVBoxLayout;

namespace dure::app {

class FactRow;
class FactTable;
class InPlaceSheet;
class Label;

/// Who works in the company: roles, invitations that wait, codes for forgotten passwords.
class PersonSection : public QWidget
{
    Q_OBJECT
public:
    explicit PersonSection(PeopleDesk& desk, QWidget* parent = nullptr);

    void showLists(); ///< what the desk has now
    void openInvitation(); ///< Right::ManageMembers
    FactTable& people() const { return *m_people; }
    FactTable& invitations() const { return *m_invitations; }

private:
    void addPerson(const protocol::MemberEntry& member);
    void addInvitation(const protocol::InviteEntry& invite);
    void openRole(FactRow* row, const protocol::MemberEntry& member);
    void askToEnd(FactRow* row, const protocol::MemberEntry& member);
    void makeResetCode(QAbstractButton* button, const protocol::MemberEntry& member);
    void showAbove(InPlaceSheet* sheet);
    void shutSheets();

    PeopleDesk& m_desk;
    QVBoxLayout* m_layout;
    QWidget* m_sheetPlace; // child; under the title
    InPlaceSheet* m_sheet = nullptr; // child
    FactTable* m_people; // child
    Label* m_waitingTitle; // child
    FactTable* m_invitations; // child
};

} // namespace dure::app
