#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"

namespace dure::app {

/// The deliveries of one filter, in one order.
class DeliveryListModel : public ListModel<storage::DeliveryListRow, storage::DeliveryTotals>
{
    Q_OBJECT
public:
    explicit DeliveryListModel(CompanyData& data, QObject* parent = nullptr);

    void setFilter(const storage::DeliveryFilter& filter);
    std::function<Found(Reader&)> foundInAllJob() const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<storage::DeliveryListRow>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<storage::DeliveryTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::DeliveryListRow& row, int column, int role) const override;

private:
    storage::DeliveryFilter m_filter;
    storage::DeliverySort m_sort = storage::DeliverySort::Date;
    bool m_descending = true;
};

} // namespace dure::app
