#pragma once
#include "app/widgets/label.h"
#include "core/domain/vat.h"
#include "core/storage/receivable_store.h"

#include <QWidget>

class QBoxLayout;
class QGridLayout;

namespace dure::app {

class HairLine;

/// What the delivery comes to, and what the customer owes before and after it.
class DeliverySums : public QWidget
{
    Q_OBJECT
public:
    explicit DeliverySums(QWidget* parent = nullptr);

    void setTotals(const LineAmounts& totals, const TaxTerms& tax);
    /// What is owed beside what it comes to, where there is more width than height.
    void setBeside(bool beside);
    /// Nothing: not known yet, because the first sync is still under way.
    void setBalances(const std::optional<storage::StatementBalances>& balances);

private:
    Label* add(QGridLayout* grid, const QString& label, LabelRole labelRole, LabelRole role, Label** caption = nullptr);
    void spaceParts();

    QBoxLayout* m_parts;
    HairLine* m_between; // child
    Label* m_taxLabel;
    Label* m_paidLabel;
    Label *m_supply, *m_tax, *m_total, *m_previous, *m_paid, *m_current; // children
};

} // namespace dure::app
