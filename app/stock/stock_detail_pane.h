#pragma once
#include "app/data/company_data.h"
#include "app/lists/detail_pane.h"

class QMenu;

namespace dure::app {

class LineSheet;
class StatusGlyph;

/// One product's stock beside the list: what is there, what is promised to whom, what moved last.
class StockDetailPane : public DetailPane
{
    Q_OBJECT
public:
    explicit StockDetailPane(CompanyData& data, QWidget* parent = nullptr);
    void show(const storage::StockDetail& detail);
    void setMoreMenu(QMenu* menu); ///< not owned

Q_SIGNALS:
    void receive();
    void openLedger();
    void showOrder(const dure::Uuid& order);

private:
    void makeHead();
    void showFigures(const storage::StockListRow& row);
    void showWaiting(const storage::StockDetail& detail);
    void showLast(const storage::StockDetail& detail);
    void showNext(const storage::StockListRow& row);

    CompanyData& m_data;
    Label *m_code = nullptr, *m_name = nullptr, *m_spec = nullptr;
    KeyButton* m_more;
    Label *m_onHand, *m_packed, *m_reserved, *m_available, *m_safety;
    QWidget* m_warning; // child
    StatusGlyph* m_warningGlyph; // child
    Label* m_warningText; // child
    Heading m_waitingHeading{}, m_lastHeading{};
    LineSheet* m_waiting;
    LineSheet* m_last;
    QList<Uuid> m_orders; // of m_waiting's rows
};

} // namespace dure::app
