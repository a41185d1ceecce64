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
    , m_parts(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_between(new HairLine(Qt::Horizontal))
{
    auto* sums = new QGridLayout;
    m_supply = add(sums, tr("Supply amount"), LabelRole::Muted, LabelRole::Body);
    m_tax = add(sums, tr("Tax"), LabelRole::Muted, LabelRole::Body, &m_taxLabel);
    m_total = add(sums, tr("Total"), LabelRole::Section, LabelRole::Title);
    auto* balances = new QGridLayout;
    m_previous = add(balances, tr("Owed before"), LabelRole::Muted, LabelRole::Body);
    m_paid = add(balances, tr("Paid today"), LabelRole::Muted, LabelRole::Body, &m_paidLabel);
    m_current = add(balances, tr("Owed after"), LabelRole::Muted, LabelRole::Body);
    for (QGridLayout* grid : {sums, balances})
        grid->setRowStretch(grid->rowCount(), 1); // the shorter one stands at the top
    m_parts->addLayout(sums);
    m_parts->addWidget(m_between);
    m_parts->addLayout(balances);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setBalances(std::nullopt);
    Theme::follow(this, [=, this](const Tokens& t) {
        m_parts->setContentsMargins(t.px(Px::Space16), t.px(Px::Space12), t.px(Px::Space16), t.px(Px::Space12));
        spaceParts();
        for (QGridLayout* grid : {sums, balances}) {
            grid->setVerticalSpacing(t.px(Px::Space4));
            grid->setColumnMinimumWidth(0, t.scaled(140));
            grid->setColumnMinimumWidth(1, t.scaled(140));
        }
    });
}

void DeliverySums::setBeside(bool beside)
{
    m_parts->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_between->setVisible(!beside);
    spaceParts();
}

void DeliverySums::spaceParts() { m_parts->setSpacing(tokens().px(m_between->isHidden() ? Px::Space24 : Px::Space8)); }

Label* DeliverySums::add(QGridLayout* grid, const QString& label, LabelRole labelRole, LabelRole role, Label** caption)
{
    const int row = grid->rowCount();
    auto* name = new Label(labelRole, label);
    auto* value = new Label(role);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setAccessibleName(label);
    grid->addWidget(name, row, 0);
    grid->addWidget(value, row, 1);
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
    const QString loading = QStringLiteral("–");
    m_previous->setText(balances ? numberText(balances->previous) : loading);
    m_paid->setText(balances ? numberText(balances->paid) : loading);
    const bool isPaid = balances && balances->paid != Won{};
    m_paid->setVisible(isPaid);
    m_paidLabel->setVisible(isPaid);
    m_current->setText(balances ? numberText(balances->current) : loading);
}

} // namespace dure::app

#include "moc_delivery_sums.cpp"
