#pragma once
#include "app/people/people_desk.h"

#include <QWidget>

namespace dure::app {

class FactRow;
class FactTable;
class InPlaceSheet;

/// Work that stopped devices handed in, and what the owner decides about it. Right::DecideHandovers.
class HandoverSection : public QWidget
{
    Q_OBJECT
public:
    explicit HandoverSection(PeopleDesk& desk, QWidget* parent = nullptr);

    void showLists(); ///< what the desk has now
    FactTable& handovers() const { return *m_handovers; }

private:
    void look(FactRow* row, QAbstractButton* button, const protocol::HandoverEntry& handover);
    InPlaceSheet* sheetOf(const protocol::HandoverDetailReply& detail, const protocol::HandoverEntry& handover);
    void decide(QAbstractButton* button, const Uuid& receipt, bool accept);

    PeopleDesk& m_desk;
    FactTable* m_handovers; // child
};

/// "Order saved: O261123-A02" for one action as it was handed in.
QString handedActionText(const protocol::HandedAction& action);

} // namespace dure::app
