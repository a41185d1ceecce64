#pragma once
#include "app/data/company_data.h"
#include "app/lists/detail_pane.h"

class QMenu;

namespace dure::app {

class LineSheet;
class MessageStrip;

/// One claim beside the list: what is wrong with which goods, and what was done about it.
class ClaimDetailPane : public DetailPane
{
    Q_OBJECT
public:
    explicit ClaimDetailPane(CompanyData& data, QWidget* parent = nullptr);
    void show(const storage::ClaimDetail& detail);
    void setMoreMenu(QMenu* menu); ///< not owned
    KeyButton* settleButton() const { return m_settle; }

Q_SIGNALS:
    void settle();
    void showDelivery(const dure::Uuid& delivery);

private:
    void makeHead();

    CompanyData& m_data;
    Label* m_number = nullptr;
    Label* m_customer = nullptr;
    Label* m_when = nullptr;
    KeyButton* m_more;
    KeyButton* m_delivery; // to what it complains of
    KeyButton* m_settle;
    MessageStrip* m_note;
    LineSheet* m_answers;
    Label *m_product, *m_quantity, *m_lot, *m_produced, *m_reason, *m_staff, *m_memo;
    Uuid m_deliveryId;
};

} // namespace dure::app
