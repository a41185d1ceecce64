#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"

namespace dure::app {

/// The customers of one filter, in one order.
class CustomerListModel : public ListModel<storage::CustomerListRow, storage::CustomerTotals>
{
    Q_OBJECT
public:
    explicit CustomerListModel(CompanyData& data, QObject* parent = nullptr);

    void setFilter(const storage::CustomerFilter& filter);
    std::function<Found(Reader&)> foundInAllJob() const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<storage::CustomerListRow>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<storage::CustomerTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::CustomerListRow& row, int column, int role) const override;

private:
    storage::CustomerFilter m_filter;
    storage::CustomerSort m_sort = storage::CustomerSort::Name;
    bool m_descending = false;
};

} // namespace dure::app
