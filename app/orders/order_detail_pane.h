#pragma once
#include "app/data/company_data.h"
#include "app/lists/detail_pane.h"

class QMenu;

namespace dure::app {

class LineSheet;
class StatusGlyph;

/// One order beside the list: lines, sums, deliveries, what to know, what comes next.
class OrderDetailPane : public DetailPane
{
    Q_OBJECT
public:
    explicit OrderDetailPane(CompanyData& data, QWidget* parent = nullptr);
    /// `nextPart`: which delivery of this order comes next.
    void show(const storage::OrderDetail& detail, qint64 nextPart);
    void setMoreMenu(QMenu* menu); ///< not owned

Q_SIGNALS:
    void deliver();
    void reopen();
    void openEditor();
    void showDelivery(const dure::Uuid& delivery);

private:
    void makeHead();
    void showHead(const storage::OrderDetail& detail);
    void showLines(const storage::OrderDetail& detail);
    void showDeliveries(const storage::OrderDetail& detail);
    void showNext(const storage::OrderDetail& detail, qint64 nextPart);

    CompanyData& m_data;
    Label* m_origin = nullptr;
    StatusGlyph* m_glyph = nullptr;
    Label* m_status = nullptr;
    Label* m_customer = nullptr;
    Label* m_due = nullptr;
    Label* m_site = nullptr;
    LineSheet* m_lines;
    Sums m_sums{};
    Heading m_deliveriesHeading{};
    LineSheet* m_deliveries;
    Heading m_notesHeading{};
    Label* m_memo;
    Label* m_balance;
    Label* m_files;
    KeyButton* m_deliver;
    KeyButton* m_more;
    QList<Uuid> m_deliveryIds;
    bool m_nextIsReopen = false;
};

} // namespace dure::app
