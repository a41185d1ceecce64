#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"

namespace dure::app {

/// The payments of one filter, the latest first.
class PaymentListModel : public ListModel<storage::PaymentListRow, storage::PaymentTotals>
{
    Q_OBJECT
public:
    explicit PaymentListModel(CompanyData& data, QObject* parent = nullptr);

    void setFilter(const storage::PaymentFilter& filter);
    std::function<Found(Reader&)> foundInAllJob() const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<storage::PaymentListRow>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<storage::PaymentTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::PaymentListRow& row, int column, int role) const override;

private:
    storage::PaymentFilter m_filter;
    storage::PaymentSort m_sort = storage::PaymentSort::Date;
    bool m_descending = true;
};

} // namespace dure::app
