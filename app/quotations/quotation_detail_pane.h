#pragma once
#include "app/data/company_data.h"
#include "app/lists/detail_pane.h"

class QMenu;

namespace dure::app {

class LineSheet;
class MessageStrip;

/// One quotation beside the list: its lines and sums, and the order that comes of it.
class QuotationDetailPane : public DetailPane
{
    Q_OBJECT
public:
    explicit QuotationDetailPane(CompanyData& data, QWidget* parent = nullptr);
    void show(const storage::QuotationDetail& detail);
    void setMoreMenu(QMenu* menu); ///< not owned
    KeyButton* orderButton() const { return m_order; }

Q_SIGNALS:
    void makeOrder();
    void showOrder(const dure::Uuid& order);

private:
    void makeHead();

    CompanyData& m_data;
    Label* m_number = nullptr;
    Label* m_customer = nullptr;
    Label* m_when = nullptr;
    KeyButton* m_more;
    KeyButton* m_made; // to the order that was made of it
    KeyButton* m_order;
    MessageStrip* m_note;
    LineSheet* m_lines;
    Sums m_sums{};
    QWidget* m_factsHeading = nullptr;
    Label *m_subject, *m_delivery, *m_payment, *m_staff, *m_memo;
    Uuid m_madeOrder;
};

} // namespace dure::app
