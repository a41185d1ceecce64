#pragma once
#include "app/data/company_data.h"
#include "app/lists/detail_pane.h"
#include "app/receivables/receivable_facts.h"

class QMenu;

namespace dure::app {

class AgeingBar;
class LineSheet;

/// What one customer owes, beside the list: how much, how old, the latest that moved it, and what to do next.
class ReceivableDetailPane : public DetailPane
{
    Q_OBJECT
public:
    explicit ReceivableDetailPane(CompanyData& data, QWidget* parent = nullptr);
    void show(const ReceivableFacts& facts);
    void setMoreMenu(QMenu* menu); ///< not owned

Q_SIGNALS:
    void recordPayment();
    void openLedger();
    void showFact(dure::TableId table, const dure::Uuid& id);

private:
    void makeHead();
    void makeBody();
    void showAges(const storage::ReceivableRow& row);
    void showLatest(const ReceivableFacts& facts);
    void showNext(const storage::ReceivableRow& row);

    CompanyData& m_data;
    Label *m_origin = nullptr, *m_name = nullptr;
    KeyButton* m_more;
    Label *m_balance = nullptr, *m_overdue = nullptr, *m_since = nullptr, *m_limit = nullptr, *m_notes = nullptr,
          *m_terms = nullptr, *m_paid = nullptr, *m_promise = nullptr, *m_phone = nullptr;
    AgeingBar* m_bar;
    LineSheet *m_ages, *m_latest;
    Heading m_latestHeading{};
    QList<std::pair<TableId, Uuid>> m_facts;
};

} // namespace dure::app
