#pragma once
#include "app/data/company_data.h"
#include "app/lists/detail_pane.h"

class QMenu;

namespace dure::app {

/// One line of a customer's time line beside it: all that was said, and what comes next.
class RelationDetailPane : public DetailPane
{
    Q_OBJECT
public:
    explicit RelationDetailPane(CompanyData& data, QWidget* parent = nullptr);
    void show(const storage::RelationEntry& entry);
    void setMoreMenu(QMenu* menu); ///< not owned

Q_SIGNALS:
    void done(); ///< what it asks for was done

private:
    CompanyData& m_data;
    Label* m_when; // all children
    Label* m_what;
    KeyButton* m_more;
    Label* m_text;
    Label *m_contact, *m_amount, *m_quantity, *m_matures, *m_next, *m_doneOn, *m_staff;
};

} // namespace dure::app
