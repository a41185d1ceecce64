#include "app/products/product_editor_page.h"

#include "app/forms/form_sheet.h"
#include "app/forms/row_form.h"
#include "app/forms/row_notes.h"
#include "app/lookup/product_completion.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/number_text.h"

#include <QGridLayout>

namespace dure::app {

using Col = col::Product;

ProductEditorPage::ProductEditorPage(CompanyData& data, const Uuid& product, QWidget* parent)
    : FormPage(data, "product", product, parent)
    , m_form(new RowForm(TableId::Product, this))
{
    makeSheet();
    connect(m_form, &RowForm::changed, this, [this](int column) {
        touched();
        if (column == Col::code)
            checkCode();
    });
    open();
}

QString ProductEditorPage::subtitle() const { return toQString(m_before.name); }

void ProductEditorPage::makeSheet()
{
    constexpr NumberForm whole{0, 0, 0};
    constexpr NumberForm fine{4, 4, 0};
    const auto add = FormSheet::add;
    QGridLayout* main = sheet().addSection(tr("Product"));
    add(main, m_form->addText(Col::code, tr("Code")), 0, 0, 3);
    add(main, m_form->addText(Col::name, tr("Name")), 0, 3, 6);
    add(main, m_form->addText(Col::spec, tr("Spec")), 0, 9, 3);
    add(main, m_form->addText(Col::unit, tr("Unit")), 1, 0, 3);
    add(main, m_form->addNumber(Col::listPrice, tr("List price (won)"), fine), 1, 3, 3);
    add(main,
        m_form->addChoice(Col::taxKind, tr("Tax"),
            {{tr("Taxed"), qint64(TaxKind::Taxable)}, {tr("Zero-rated"), qint64(TaxKind::ZeroRated)},
                {tr("Exempt"), qint64(TaxKind::Exempt)}}),
        1, 6, 3);

    QGridLayout* packing = sheet().addSection(tr("Packing and supply"));
    add(packing, m_form->addNumber(Col::unitsPerBox, tr("Pieces in a box"), fine), 0, 0, 3);
    add(packing, m_form->addNumber(Col::boxesPerPallet, tr("Boxes on a pallet"), whole), 0, 3, 3);
    add(packing, m_form->addNumber(Col::moq, tr("Least order quantity"), fine), 0, 6, 3);
    add(packing, m_form->addNumber(Col::leadDays, tr("Lead time (days)"), whole), 1, 0, 3);
    add(packing, m_form->addNumber(Col::safetyStock, tr("Safety stock"), fine), 1, 3, 3);

    QGridLayout* make = sheet().addSection(tr("Make"));
    add(make, m_form->addNumber(Col::volumeMl, tr("Volume (ml)"), fine), 0, 0, 3);
    add(make, m_form->addText(Col::neck, tr("Neck")), 0, 3, 3);
    add(make, m_form->addNumber(Col::weightG, tr("Weight (g)"), fine), 0, 6, 3);
    add(make, m_form->addText(Col::material, tr("Material")), 0, 9, 3);
    add(make, m_form->addText(Col::color, tr("Colour")), 1, 0, 3);
    add(make, m_form->addText(Col::masterbatch, tr("Master batch")), 1, 3, 3);
    add(make, m_form->addText(Col::moldNo, tr("Mould no.")), 1, 6, 3);

    QGridLayout* rest = sheet().addSection(tr("Note"));
    add(rest, m_form->addText(Col::note, tr("Note")), 0, 0, 12);
    add(rest, m_form->addTick(Col::inactive, tr("Not in use: no longer offered while typing an order")), 1, 0, 12);
}

void ProductEditorPage::read()
{
    if (id().isNil()) {
        m_before = {};
        m_before.unit = ProductCompletion::newProductUnit().toStdString();
        showStored();
        opened();
        return;
    }
    data().read(
        this, QStringLiteral("open"), [id = id()](Reader& reader) { return reader.products().find(id); },
        [this](std::optional<Product>&& product) {
            if (!product)
                return gone();
            m_before = std::move(*product);
            showStored();
            opened();
        });
}

void ProductEditorPage::showStored()
{
    m_form->show(toRow(m_before));
    m_form->cell(Col::code)->setNote(Status::None, {});
}

bool ProductEditorPage::isChanged() const { return m_form->isChanged(); }
QJsonObject ProductEditorPage::typed() const { return m_form->typed(); }

void ProductEditorPage::resume(const QJsonObject& typed)
{
    m_form->resume(typed);
    checkCode();
}

bool ProductEditorPage::takeTyped() { return m_form->takeTyped(); }

void ProductEditorPage::store()
{
    Product now = fromRow<Product>(m_form->row(), m_before.seq);
    storeBy([now, before = m_before](
                commands::Commands& c) { return c.saveProduct(now, before.id.isNil() ? nullptr : &before); },
        toQString(now.name));
}

void ProductEditorPage::showProblems(const commands::CommandError& error) { m_form->setProblems(error.problems); }
bool ProductEditorPage::focusFirstProblem() { return m_form->focusFirstProblem(); }
QWidget* ProductEditorPage::firstField() const { return m_form->field(id().isNil() ? Col::code : Col::name); }

bool ProductEditorPage::isConcerned(const ChangeSet& changes) const
{
    return !id().isNil()
        && std::ranges::any_of(changes.rows, [this](const ChangeSet::Touched& row) { return row.id == id(); });
}

void ProductEditorPage::readAgain()
{
    if (id().isNil())
        return;
    data().read(
        this, QStringLiteral("again"), [id = id()](Reader& reader) { return reader.products().find(id); },
        [this](std::optional<Product>&& product) {
            if (!product)
                return gone();
            if (*product == m_before)
                return;
            const bool differs = toRow(*product).values != toRow(m_before).values;
            m_before = std::move(*product);
            if (!differs) // only acknowledged by the cloud
                return;
            const QList<int> both = m_form->follow(toRow(m_before));
            noteStored(*m_form, both);
            toldOfChange(!both.isEmpty());
        });
}

void ProductEditorPage::checkCode()
{
    const std::string code = m_form->typedText(Col::code).trimmed().toStdString();
    data().read(
        this, QStringLiteral("code"),
        [code, id = id()](Reader& reader) {
            std::string name;
            if (!code.empty()) {
                for (const Uuid& other : reader.products().withCode(code, id)) {
                    if (const auto product = reader.products().find(other); product && name.empty())
                        name = product->name;
                }
            }
            return name;
        },
        [this](const std::string& name) {
            m_form->cell(Col::code)->setNote(Status::Attention,
                name.empty() ? QString()
                             : tr("%1 has this code too. Change it, or keep it as it is.").arg(toQString(name)));
        });
}

} // namespace dure::app

#include "moc_product_editor_page.cpp"
