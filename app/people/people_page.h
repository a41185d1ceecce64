#pragma once
#include "app/people/people_desk.h"
#include "app/shell/page.h"

class QStackedLayout;

namespace dure::app {

class DeviceSection;
class HandoverSection;
class MessageStrip;
class PersonSection;
class VisitSection;

/// 사람과 기기: who works in the company and where its data lies. Online only; shows what the role may see, offers what
/// it may do.
class PeoplePage : public Page
{
    Q_OBJECT
public:
    /// Both outlive the page.
    PeoplePage(CloudLine& line, const Clock& clock, const CloudSeat& seat, QWidget* parent = nullptr);

    QString title() const override { return tr("People and devices"); }
    void entered() override;
    /// There is a line again, or something may have changed.
    void refresh();
    bool isOffline() const { return m_isOffline; }
    /// What the role may not see is not there.
    PersonSection* people() const { return m_people; }
    DeviceSection& devices() const { return *m_devices; }
    HandoverSection* handovers() const { return m_handovers; }
    VisitSection* visits() const { return m_visits; }
    MessageStrip& strip() const { return *m_strip; }

private:
    QWidget* makeSections();
    QWidget* makeOffline();
    void showLists();
    void showOffline();

    PeopleDesk* m_desk; // child
    MessageStrip* m_strip; // child
    QStackedLayout* m_stack;
    PersonSection* m_people = nullptr; // children
    DeviceSection* m_devices = nullptr;
    HandoverSection* m_handovers = nullptr;
    VisitSection* m_visits = nullptr;
    bool m_isOffline = false;
};

} // namespace dure::app
