#pragma once
#include "app/widgets/label.h"
#include "core/domain/vat.h"
#include "core/storage/receivable_store.h"

#include <QWidget>

class QGridLayout;

namespace dure::app {

/// What the delivery comes to, and what the customer owes before and after it.
class DeliverySums : public QWidget
{
    Q_OBJECT
public:
    explicit DeliverySums(QWidget* parent = nullptr);

    void setTotals(const LineAmounts& totals, const TaxTerms& tax);
    /// Nothing: not known yet, because the first sync is still under way.
    void setBalances(const std::optional<storage::StatementBalances>& balances);

private:
    Label* add(const QString& label, LabelRole labelRole, LabelRole role, Label** caption = nullptr);

    QGridLayout* m_grid;
    Label* m_taxLabel;
    Label* m_paidLabel;
    Label *m_supply, *m_tax, *m_total, *m_previous, *m_paid, *m_current; // children
};

} // namespace dure::app
