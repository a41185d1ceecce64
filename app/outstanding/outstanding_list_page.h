#pragma once
#include "app/lists/list_page.h"
#include "app/outstanding/outstanding_facts.h"
#include "app/outstanding/outstanding_list_model.h"

namespace dure::app {

class OutstandingDetailPane;
class SegmentedControl;

/// 미납 현황: what remains to be delivered, gathered by customer, by product or by the day it is due.
class OutstandingListPage : public ListPage
{
    Q_OBJECT
public:
    explicit OutstandingListPage(CompanyData& data, QWidget* parent = nullptr);
    QString title() const override { return tr("Outstanding"); }
    /// Remembered for the next time.
    void setView(storage::OutstandingView view);
    storage::OutstandingView view() const { return m_view; }

Q_SIGNALS:
    void openOrder(const dure::Uuid& order);
    void deliver(const dure::Uuid& order); ///< what remains of it

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override;
    bool concernsDetail(const ChangeSet& changes) const override;
    bool isOfThisList(TableId) const override { return false; } ///< its rows are lines, what is undone a delivery

private:
    void makeViews();
    void makeActions();
    void makeMenu();
    void makeEmptyState();
    void openShown();
    void deliverShown();
    void showTotals();
    storage::OutstandingFilter filter() const;

    OutstandingListModel* m_model; // child
    OutstandingDetailPane* m_detail; // child
    SegmentedControl* m_views; // child
    storage::OutstandingView m_view = storage::OutstandingView::Customer;
    std::optional<OutstandingFacts> m_shown;
};

} // namespace dure::app
