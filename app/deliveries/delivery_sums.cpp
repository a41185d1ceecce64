#include "app/deliveries/delivery_sums.h"

#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"
#include "app/widgets/terms_text.h"
#include "app/widgets/theme.h"

#include <QGridLayout>

namespace dure::app {
namespace {

QString taxName(const TaxTerms& tax)
{
    if (tax.kind != TaxKind::Taxable)
        return taxTermsText(tax);
    return tax.priceKind == PriceKind::Inclusive ? DeliverySums::tr("Tax, in the price")
                                                 : DeliverySums::tr("Tax on top, 10%");
}

} // namespace

DeliverySums::DeliverySums(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_supply = add(tr("Supply amount"), LabelRole::Muted, LabelRole::Body);
    m_tax = add(tr("Tax"), LabelRole::Muted, LabelRole::Body, &m_taxLabel);
    m_total = add(tr("Total"), LabelRole::Section, LabelRole::Title);
    m_grid->addWidget(new HairLine(Qt::Horizontal), m_grid->rowCount(), 1, 1, 2);
    m_previous = add(tr("Owed before"), LabelRole::Muted, LabelRole::Body);
    m_paid = add(tr("Paid today"), LabelRole::Muted, LabelRole::Body, &m_paidLabel);
    m_current = add(tr("Owed after"), LabelRole::Muted, LabelRole::Body);
    m_grid->setColumnStretch(0, 1);
    Theme::follow(this, [this](const Tokens& t) {
        m_grid->setContentsMargins(t.px(Px::Space16), t.px(Px::Space12), t.px(Px::Space16), t.px(Px::Space12));
        m_grid->setVerticalSpacing(t.px(Px::Space4));
        m_grid->setColumnMinimumWidth(1, t.scaled(140));
        m_grid->setColumnMinimumWidth(2, t.scaled(140));
    });
}

Label* DeliverySums::add(const QString& label, LabelRole labelRole, LabelRole role, Label** caption)
{
    const int row = m_grid->rowCount();
    auto* name = new Label(labelRole, label);
    auto* value = new Label(role);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setAccessibleName(label);
    m_grid->addWidget(name, row, 1);
    m_grid->addWidget(value, row, 2);
    if (caption)
        *caption = name;
    return value;
}

void DeliverySums::setTotals(const LineAmounts& totals, const TaxTerms& tax)
{
    m_supply->setText(numberText(totals.supply));
    m_taxLabel->setText(taxName(tax));
    m_tax->setText(numberText(totals.tax));
    m_total->setText(wonText(totals.total()));
}

void DeliverySums::setBalances(const std::optional<storage::StatementBalances>& balances)
{
    const QString loading = tr("loading");
    m_previous->setText(balances ? numberText(balances->previous) : loading);
    m_paid->setText(balances ? numberText(balances->paid) : loading);
    const bool isPaid = balances && balances->paid != Won{};
    m_paid->setVisible(isPaid);
    m_paidLabel->setVisible(isPaid);
    m_current->setText(balances ? numberText(balances->current) : loading);
}

} // namespace dure::app

#include "moc_delivery_sums.cpp"
