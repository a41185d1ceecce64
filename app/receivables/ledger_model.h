#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"

namespace dure::app {

/// A line of a ledger, or what is carried forward.
struct LedgerLine
{
    Uuid id; ///< the document's; of what is carried forward one of its own
    bool isCarried = false;
    storage::AccountLine line;
};

struct LedgerSums
{
    std::int64_t count = 0;
    Won carriedForward, debits, credits, closing;
};

struct LedgerPeriod
{
    Date from, to; ///< both included
    bool operator==(const LedgerPeriod&) const = default;
};

/// 거래처원장 of one customer and period, by day.
class LedgerModel : public ListModel<LedgerLine, LedgerSums>
{
    Q_OBJECT
public:
    LedgerModel(CompanyData& data, const Uuid& customer, QObject* parent = nullptr);

    void setPeriod(const LedgerPeriod& period);
    const LedgerPeriod& period() const { return m_period; }
    int columnCount(const QModelIndex& parent = {}) const override;
    void sort(int, Qt::SortOrder) override { } ///< a ledger runs by day
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<LedgerLine>(Reader&)> rowsJob(std::int64_t offset, std::int64_t limit) const override;
    std::function<LedgerSums(Reader&)> countJob(bool patient) const override;
    QVariant cell(const LedgerLine& row, int column, int role) const override;

private:
    Uuid m_customer;
    LedgerPeriod m_period;
    Date m_today;
};

} // namespace dure::app
