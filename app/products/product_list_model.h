#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"

namespace dure::app {

struct ProductTotals
{
    std::int64_t count = 0;
};

/// The products of one filter, in one order.
class ProductListModel : public ListModel<storage::ProductListRow, ProductTotals>
{
    Q_OBJECT
public:
    explicit ProductListModel(CompanyData& data, QObject* parent = nullptr);

    void setFilter(const storage::ProductFilter& filter);
    std::function<Found(Reader&)> foundInAllJob() const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<storage::ProductListRow>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<ProductTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::ProductListRow& row, int column, int role) const override;

private:
    storage::ProductFilter m_filter;
    storage::ProductSort m_sort = storage::ProductSort::Code;
    bool m_descending = false;
};

} // namespace dure::app
