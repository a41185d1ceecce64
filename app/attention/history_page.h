#pragma once
#include "app/data/company_data.h"
#include "app/shell/page.h"

namespace dure::app {

class HistoryDesk;
class HistoryView;

/// 기록: who changed a document or a master row, when, from what to what; over the list it was opened from.
class HistoryPage : public Page
{
    Q_OBJECT
public:
    /// Both outlive the page.
    HistoryPage(CompanyData& data, HistoryDesk& desk, TableId table, const Uuid& row, QWidget* parent = nullptr);
    QString title() const override { return tr("History"); }
    QString subtitle() const override { return m_subject; }
    HistoryView& view() const { return *m_view; }

private:
    QString m_subject;
    HistoryView* m_view; // child
};

} // namespace dure::app
