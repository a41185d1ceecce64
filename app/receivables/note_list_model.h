#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"

namespace dure::app {

/// The 어음 of one filter.
class NoteListModel : public ListModel<storage::NoteRow, storage::NoteTotals>
{
    Q_OBJECT
public:
    explicit NoteListModel(CompanyData& data, QObject* parent = nullptr);

    void setFilter(const storage::NoteFilter& filter);
    std::function<Found(Reader&)> foundInAllJob() const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<storage::NoteRow>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<storage::NoteTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::NoteRow& row, int column, int role) const override;

private:
    QString textOf(const storage::NoteRow& row, int column) const;
    storage::NoteFilter m_filter;
    storage::NoteSort m_sort = storage::NoteSort::Due;
    bool m_descending = false;
};

} // namespace dure::app
