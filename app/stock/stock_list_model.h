#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"

namespace dure::app {

/// The stock of one filter's products, in one order.
class StockListModel : public ListModel<storage::StockListRow, storage::StockTotals>
{
    Q_OBJECT
public:
    explicit StockListModel(CompanyData& data, QObject* parent = nullptr);

    void setFilter(const storage::StockFilter& filter);
    std::function<Found(Reader&)> foundInAllJob() const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<storage::StockListRow>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<storage::StockTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::StockListRow& row, int column, int role) const override;

private:
    storage::StockFilter m_filter;
    storage::StockSort m_sort = storage::StockSort::Code;
    bool m_descending = false;
};

} // namespace dure::app
