#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"
#include "app/widgets/status_glyph.h"

namespace dure::app {

/// "견적 중", "수주", "실주"; one whose day is past says so.
Status quotationStatus(QuotationState state, bool hasRunOut);
QString quotationStateText(QuotationState state, bool hasRunOut);

/// The quotations of one filter, in one order.
class QuotationListModel : public ListModel<storage::QuotationListRow, storage::QuotationTotals>
{
    Q_OBJECT
public:
    explicit QuotationListModel(CompanyData& data, QObject* parent = nullptr);

    void setFilter(const storage::QuotationFilter& filter);
    std::function<Found(Reader&)> foundInAllJob() const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<storage::QuotationListRow>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<storage::QuotationTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::QuotationListRow& row, int column, int role) const override;

private:
    storage::QuotationFilter m_filter;
    storage::QuotationSort m_sort = storage::QuotationSort::Date;
    bool m_descending = true;
};

} // namespace dure::app
