#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"

namespace dure::app {

/// The claims of one filter, in one order.
class ClaimListModel : public ListModel<storage::ClaimListRow, storage::ClaimTotals>
{
    Q_OBJECT
public:
    explicit ClaimListModel(CompanyData& data, QObject* parent = nullptr);

    void setFilter(const storage::ClaimFilter& filter);
    std::function<Found(Reader&)> foundInAllJob() const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<storage::ClaimListRow>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<storage::ClaimTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::ClaimListRow& row, int column, int role) const override;

private:
    storage::ClaimFilter m_filter;
    storage::ClaimSort m_sort = storage::ClaimSort::Date;
    bool m_descending = true;
};

} // namespace dure::app
