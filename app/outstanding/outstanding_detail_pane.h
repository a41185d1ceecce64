#pragma once
#include "app/data/company_data.h"
#include "app/lists/detail_pane.h"
#include "app/outstanding/outstanding_facts.h"

class QMenu;

namespace dure::app {

class LineSheet;

/// A line that waits, or the subtotal of a group: what is known of it, whether the stock covers it, what to do next.
class OutstandingDetailPane : public DetailPane
{
    Q_OBJECT
public:
    explicit OutstandingDetailPane(CompanyData& data, QWidget* parent = nullptr);
    void show(const OutstandingFacts& facts, storage::OutstandingView view);
    void setDelivers(bool delivers); ///< whether the row is one that is delivered, as a subtotal is not
    void setMoreMenu(QMenu* menu); ///< not owned

Q_SIGNALS:
    void deliver();
    void openOrder();

private:
    void makeHead();
    void makeBody();
    void showLine(const OutstandingFacts& facts);
    void showGroup(const OutstandingFacts& facts, storage::OutstandingView view);
    void showStock(const OutstandingFacts& facts);
    void showSameOrder(const OutstandingFacts& facts);

    CompanyData& m_data;
    Label *m_origin = nullptr, *m_name = nullptr;
    KeyButton *m_more, *m_open = nullptr;
    Heading m_remaining{};
    Label *m_amount = nullptr, *m_due = nullptr, *m_customer = nullptr, *m_site = nullptr, *m_ordered = nullptr,
          *m_delivered = nullptr, *m_lines = nullptr, *m_onHand = nullptr, *m_available = nullptr;
    Heading m_sameHeading{};
    LineSheet* m_same;
};

} // namespace dure::app
