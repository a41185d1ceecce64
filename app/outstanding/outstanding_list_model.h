#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"
#include "core/storage/outstanding_store.h"

namespace dure::app {

/// What remains to be delivered: lines, and above each group of them its subtotal.
class OutstandingListModel : public ListModel<storage::OutstandingRow, storage::OutstandingTotals>
{
    Q_OBJECT
public:
    explicit OutstandingListModel(CompanyData& data, QObject* parent = nullptr);

    void setFilter(const storage::OutstandingFilter& filter);
    const storage::OutstandingFilter& filter() const { return m_filter; }
    /// Of the reader's thread, kept from one reading to the next.
    const std::shared_ptr<storage::OutstandingMemory>& memory() const { return m_memory; }
    int columnCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<storage::OutstandingRow>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<storage::OutstandingTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::OutstandingRow& row, int column, int role) const override;

private:
    QString textOf(const storage::OutstandingRow& row, int column) const;
    int inkOf(const storage::OutstandingRow& row, int column) const;
    bool isGatheredBy(int column) const;

    storage::OutstandingFilter m_filter;
    storage::OutstandingSort m_sort = storage::OutstandingSort::Group;
    bool m_descending = false;
    std::shared_ptr<storage::OutstandingMemory> m_memory = storage::makeOutstandingMemory();
};

} // namespace dure::app
