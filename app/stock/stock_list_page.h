#pragma once
#include "app/lists/list_page.h"
#include "app/stock/stock_list_model.h"

namespace dure::app {

class StockDetailPane;

/// 재고: what is there of each product, what of it is promised, and what is short.
class StockListPage : public ListPage
{
    Q_OBJECT
public:
    explicit StockListPage(CompanyData& data, QWidget* parent = nullptr);
    QString title() const override { return tr("Stock"); }

Q_SIGNALS:
    void openReceipt(const dure::Uuid& product); ///< nil: of whatever is typed
    void openCount();
    void openEntry(const dure::Uuid& product, dure::StockMovementKind kind);
    void openLedger(const dure::Uuid& product);
    void showProduct(const dure::Uuid& product);
    void showOrder(const dure::Uuid& order);
    void showHistory(const dure::Uuid& product);
    void showFiles(const dure::Uuid& product);

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override { Q_EMIT openLedger(id); }
    bool concernsDetail(const ChangeSet& changes) const override;

private:
    void makeTools();
    void makeMenu();
    void makeEmptyState();
    void showTotals();

    StockListModel* m_model; // child
    StockDetailPane* m_detail; // child
};

} // namespace dure::app
