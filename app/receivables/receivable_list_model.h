#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"

namespace dure::app {

/// Who owes what: a line a customer.
class ReceivableListModel : public ListModel<storage::ReceivableRow, storage::ReceivableTotals>
{
    Q_OBJECT
public:
    explicit ReceivableListModel(CompanyData& data, QObject* parent = nullptr);

    void setFilter(const storage::ReceivableFilter& filter);
    std::function<Found(Reader&)> foundInAllJob() const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<storage::ReceivableRow>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<storage::ReceivableTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::ReceivableRow& row, int column, int role) const override;

private:
    QString textOf(const storage::ReceivableRow& row, int column) const;
    storage::ReceivableFilter m_filter;
    storage::ReceivableSort m_sort = storage::ReceivableSort::Balance;
    bool m_descending = true;
};

} // namespace dure::app
