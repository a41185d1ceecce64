#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"

namespace dure::app {

struct RelationTotals
{
    std::int64_t count = 0;
};

/// A customer's time line, newest first, of what one chip lets through.
class RelationModel : public ListModel<storage::RelationEntry, RelationTotals>
{
    Q_OBJECT
public:
    RelationModel(CompanyData& data, const Uuid& customer, QObject* parent = nullptr);

    void setChip(storage::RelationChip chip);
    int columnCount(const QModelIndex& parent = {}) const override;
    static QList<LedgerColumn> columns();
    const storage::RelationEntry* entryAt(int row) const { return rowAt(row); }

protected:
    std::function<std::vector<storage::RelationEntry>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<RelationTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::RelationEntry& row, int column, int role) const override;

private:
    Uuid m_customer;
    storage::RelationChip m_chip = storage::RelationChip::All;
    Date m_today;
};

} // namespace dure::app
