#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"

namespace dure::app {

struct AttentionTotals
{
    std::int64_t count = 0;
};

/// What somebody should look at, or has looked at.
class AttentionModel : public ListModel<storage::AttentionRow, AttentionTotals>
{
    Q_OBJECT
public:
    explicit AttentionModel(CompanyData& data, QObject* parent = nullptr);

    void setDone(bool done);
    int columnCount(const QModelIndex& parent = {}) const override;
    static QList<LedgerColumn> columns();

protected:
    std::function<std::vector<storage::AttentionRow>(Reader&)> rowsJob(
        std::int64_t offset, std::int64_t limit) const override;
    std::function<AttentionTotals(Reader&)> countJob(bool patient) const override;
    QVariant cell(const storage::AttentionRow& row, int column, int role) const override;

private:
    bool m_done = false;
};

/// "Due: two values", "Refused: saving an order".
QString matterText(const storage::AttentionRow& row);
/// The table a conflict's unit belongs to is not known to a list's row; the detail says it in full.
QString subjectText(const storage::AttentionSubject& subject);

} // namespace dure::app
