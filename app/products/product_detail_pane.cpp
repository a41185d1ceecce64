#include "app/products/product_detail_pane.h"

#include "app/widgets/date_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/line_sheet.h"
#include "app/widgets/number_text.h"
#include "app/widgets/terms_text.h"

#include <QBoxLayout>
#include <QMenu>

namespace dure::app {
namespace {

const QString dot = QStringLiteral(" · ");

QString joined(const QStringList& parts)
{
    QStringList shown;
    for (const QString& part : parts) {
        if (!part.isEmpty())
            shown += part;
    }
    return shown.join(dot);
}

} // namespace

ProductDetailPane::ProductDetailPane(CompanyData& data, QWidget* parent)
    : DetailPane(parent)
    , m_data(data)
    , m_more(new KeyButton(ButtonKind::Quiet, tr("More")))
    , m_prices(new LineSheet({{tr("Customer"), Qt::AlignLeft, true}, {tr("From"), Qt::AlignLeft},
          {tr("At least"), Qt::AlignRight}, {tr("Price"), Qt::AlignRight, false, 40}}))
{
    makeHead();
    const Heading stock = addHeading(tr("In stock"));
    m_stock = stock.right;
    m_stock->setRole(LabelRole::Section);
    m_ordered = addFact(tr("To be delivered"));
    m_safety = addFact(tr("Safety stock"));
    m_price = addFact(tr("List price"));
    m_taxKind = addFact(tr("Tax"));
    m_material = addFact(tr("Material"));
    m_size = addFact(tr("Size"));
    m_mold = addFact(tr("Mould"));
    m_packing = addFact(tr("Packing"));
    m_moq = addFact(tr("Least order"));
    m_lead = addFact(tr("Lead time"));
    m_files = addFact(tr("Files"));
    m_pricesHeading = addHeading(tr("Agreed prices"));
    body()->addWidget(m_prices);
    m_noteHeading = addHeading(tr("Good to know"));
    m_note = addRemark(Icon::MessageSquareText);
    addGap();
    auto* prices = new KeyButton(ButtonKind::Primary, tr("Agreed prices"));
    prices->setKey(keyFor(KeyAction::Primary));
    setPrimary(prices);
    auto* edit = new KeyButton(ButtonKind::Plain, tr("Edit"));
    edit->setKeyHint(QStringLiteral("Enter"));
    addFootButton(edit);
    setNext({}, {});
    connect(prices, &QAbstractButton::clicked, this, &ProductDetailPane::editPrices);
    connect(edit, &QAbstractButton::clicked, this, &ProductDetailPane::openEditor);
}

void ProductDetailPane::makeHead()
{
    m_code = new Label(LabelRole::Hint);
    m_name = new Label(LabelRole::Section);
    m_spec = new Label(LabelRole::Muted);
    m_more->setOpensList(true);
    auto* second = new QHBoxLayout;
    second->addWidget(m_name, 1);
    second->addWidget(m_more);
    head()->addWidget(m_code);
    head()->addLayout(second);
    head()->addWidget(m_spec);
}

void ProductDetailPane::setMoreMenu(QMenu* menu)
{
    connect(m_more, &QAbstractButton::clicked, menu,
        [=, this] { menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
}

void ProductDetailPane::show(const storage::ProductDetail& detail)
{
    const Product& product = detail.product;
    m_code->setText(toQString(product.code));
    m_code->setVisible(!product.code.empty());
    m_name->setText(toQString(product.name));
    m_spec->setText(toQString(product.spec));
    m_spec->setVisible(!product.spec.empty());
    showFacts(detail);
    showPrices(detail);
    m_noteHeading.row->setVisible(!product.note.empty());
    m_note->setWrappedText(toQString(product.note));
    m_note->parentWidget()->setVisible(!product.note.empty());
}

void ProductDetailPane::showFacts(const storage::ProductDetail& detail)
{
    const Product& product = detail.product;
    const QString unit = toQString(product.unit);
    const auto measured = [&](Quantity quantity) {
        return quantity.isZero() ? QString() : joined({numberText(quantity) + u' ' + unit}).trimmed();
    };
    m_stock->setText((numberText(detail.stock) + u' ' + unit).trimmed());
    setFact(m_ordered, measured(detail.ordered));
    setFact(m_safety, measured(product.safetyStock));
    setFact(m_price, product.listPrice.isZero() ? QString() : tr("%1 won a unit").arg(numberText(product.listPrice)));
    setFact(m_taxKind, product.taxKind == TaxKind::Taxable ? QString() : taxTermsText({.kind = product.taxKind}));
    setFact(
        m_material, joined({toQString(product.material), toQString(product.color), toQString(product.masterbatch)}));
    const QString volume = product.volumeMl.isZero() ? QString() : numberText(product.volumeMl) + QStringLiteral(" ml");
    const QString weight = product.weightG.isZero() ? QString() : numberText(product.weightG) + QStringLiteral(" g");
    setFact(m_size, joined({volume, toQString(product.neck), weight}));
    setFact(m_mold, toQString(product.moldNo));
    const QString box = product.unitsPerBox.isZero() ? QString() : tr("%1 a box").arg(measured(product.unitsPerBox));
    const QString pallet
        = product.boxesPerPallet == 0 ? QString() : tr("%1 boxes a pallet").arg(product.boxesPerPallet);
    setFact(m_packing, joined({box, pallet}));
    setFact(m_moq, measured(product.moq));
    setFact(m_lead, product.leadDays == 0 ? QString() : tr("%n day(s)", nullptr, int(product.leadDays)));
    setFact(m_files, detail.files == 0 ? QString() : tr("%n file(s)", nullptr, int(detail.files)));
}

void ProductDetailPane::showPrices(const storage::ProductDetail& detail)
{
    QList<QList<SheetCell>> rows;
    const Date today = m_data.today();
    for (const storage::ProductPriceRow& price : detail.prices) {
        const bool future = price.price.validFrom > today;
        rows += {{toQString(price.customerName)}, {dateText(price.price.validFrom, today), CellInk::Muted},
            {numberOrDash(price.price.minQuantity), CellInk::Muted},
            {numberText(price.price.unitPrice), future ? CellInk::Muted : CellInk::Normal, !future}};
    }
    m_prices->setRows(rows);
    m_prices->setVisible(!rows.isEmpty());
    m_pricesHeading.row->setVisible(!rows.isEmpty());
}

} // namespace dure::app

#include "moc_product_detail_pane.cpp"
