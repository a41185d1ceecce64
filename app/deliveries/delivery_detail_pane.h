#pragma once
#include "app/data/company_data.h"
#include "app/lists/detail_pane.h"

class QMenu;

namespace dure::app {

class LineSheet;
class MessageStrip;

/// One delivery beside the list: lines, sums, who drove and who received.
class DeliveryDetailPane : public DetailPane
{
    Q_OBJECT
public:
    explicit DeliveryDetailPane(CompanyData& data, QWidget* parent = nullptr);
    void show(const storage::DeliveryDetail& detail);
    void setMoreMenu(QMenu* menu); ///< not owned

Q_SIGNALS:
    void print();
    void showOrder();

private:
    void makeHead();
    void showFacts(const storage::DeliveryDetail& detail);

    CompanyData& m_data;
    Label* m_origin = nullptr;
    Label* m_customer = nullptr;
    Label* m_when = nullptr;
    KeyButton* m_more;
    KeyButton* m_order;
    MessageStrip* m_note;
    LineSheet* m_lines;
    Sums m_sums{};
    QWidget* m_factsHeading = nullptr;
    Label *m_site, *m_vehicle, *m_receiver, *m_lot, *m_memo;
};

} // namespace dure::app
