#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"
#include "app/widgets/status_glyph.h"

namespace dure::app {

/// The orders of one filter, in one order.
class OrderListModel : public ListModel<storage::OrderListRow, storage::OrderTotals>
{
    Q_OBJECT
public:
    OrderListModel(CompanyData& data, QObject* parent = nullptr);

    void setFilter(const storage::OrderFilter& filter);
    std::function<Found(Reader&)> foundInAllJob() const override;
    const storage::OrderFilter& filter() const { return m_filter; }
    int columnCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<storage::OrderListRow>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<storage::OrderTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::OrderListRow& row, int column, int role) const override;

private:
    storage::OrderFilter m_filter;
    storage::OrderSort m_sort = storage::OrderSort::Due;
    bool m_descending = false;
};

/// What a list shows of an order's state: late comes before received and partly delivered.
Status statusOf(OrderStatus status, bool late);

} // namespace dure::app
