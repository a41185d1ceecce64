#pragma once
#include "app/people/people_desk.h"

#include <QWidget>

namespace dure::app {

class FactTable;
class InPlaceSheet;

/// The IT coordinator's visits: who is let in until which day. Only of a company.
class VisitSection : public QWidget
{
    Q_OBJECT
public:
    explicit VisitSection(PeopleDesk& desk, QWidget* parent = nullptr);

    void showLists(); ///< what the desk has now
    void openGrant(); ///< Right::ManageMembers
    FactTable& visits() const { return *m_visits; }

private:
    void addVisit(const protocol::MemberEntry& member);
    void addInvitation(const protocol::InviteEntry& invite);
    void showAbove(InPlaceSheet* sheet);

    PeopleDesk& m_desk;
    QWidget* m_sheetPlace; // child; under the title
    InPlaceSheet* m_sheet = nullptr; // child
    FactTable* m_visits; // child
};

} // namespace dure::app
