// CustomerEditorPage: what stands on the sheet.
#include "app/customers/customer_editor_page.h"
#include "app/forms/form_sheet.h"
#include "app/forms/row_form.h"
#include "app/forms/row_list_grid.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/terms_text.h"
#include "app/widgets/theme.h"

#include <QGridLayout>

namespace dure::app {
namespace {

using Col = col::Customer;

constexpr int daysOfMonth = 31;
constexpr int mostMonths = 12;
constexpr NumberForm wholeWon{0, 0, 0};
constexpr NumberForm percent{2, 2, 10'000};

constexpr auto add = FormSheet::add;

QList<RowForm::Choice> dayChoices(const QString& none)
{
    QList<RowForm::Choice> choices{{none, 0}, {dayOfMonthText(daysOfMonth), daysOfMonth}};
    for (int day = 1; day < daysOfMonth; ++day)
        choices += {dayOfMonthText(day), day};
    return choices;
}

Label* makeExample()
{
    auto* label = new Label(LabelRole::Hint);
    label->setWrappedText({});
    return label;
}

} // namespace

void CustomerEditorPage::makeIdentity()
{
    QGridLayout* grid = sheet().addSection(tr("Company"), tr("As it stands on statements and tax invoices."));
    add(grid, m_form->addText(Col::name, tr("Name")), 0, 0, 6);
    add(grid, m_form->addText(Col::code, tr("Code")), 0, 6, 3);
    add(grid, m_form->addText(Col::staff, tr("In charge")), 0, 9, 3);
    add(grid, m_form->addText(Col::businessNo, tr("Business number"), TextForm::BusinessNumber), 1, 0, 4);
    add(grid, m_form->addText(Col::subBusinessNo, tr("Branch number")), 1, 4, 2);
    add(grid, m_form->addText(Col::representative, tr("Representative")), 1, 6, 3);
    add(grid, m_form->addText(Col::businessType, tr("Line of business")), 2, 0, 6);
    add(grid, m_form->addText(Col::businessItem, tr("Business item")), 2, 6, 6);
}

void CustomerEditorPage::makeReach()
{
    QGridLayout* grid = sheet().addSection(tr("Address"));
    add(grid, m_form->addText(Col::postalCode, tr("Postal code"), TextForm::PostalCode), 0, 0, 2);
    add(grid, m_form->addText(Col::address, tr("Address")), 0, 2, 10);
    add(grid, m_form->addText(Col::phone, tr("Telephone"), TextForm::Phone), 1, 0, 3);
    add(grid, m_form->addText(Col::fax, tr("Fax"), TextForm::Phone), 1, 3, 3);
    add(grid, m_form->addText(Col::email, tr("Email for tax invoices"), TextForm::Email), 1, 6, 6);
}

void CustomerEditorPage::makeTax()
{
    QGridLayout* grid
        = sheet().addSection(tr("Tax"), tr("New orders take this over. Orders written before keep theirs."));
    add(grid,
        m_form->addChoice(Col::taxKind, tr("Kind"),
            {{tr("Taxed 10%"), qint64(TaxKind::Taxable)}, {tr("Zero-rated"), qint64(TaxKind::ZeroRated)},
                {tr("Exempt"), qint64(TaxKind::Exempt)}}),
        0, 0, 3);
    add(grid,
        m_form->addChoice(Col::priceKind, tr("Prices"),
            {{tr("VAT on top"), qint64(PriceKind::Exclusive)}, {tr("VAT included"), qint64(PriceKind::Inclusive)}}),
        0, 3, 3);
    add(grid,
        m_form->addChoice(Col::roundingMode, tr("Fractions of a won"),
            {{tr("Half up"), qint64(RoundingMode::HalfUp)}, {tr("Drop"), qint64(RoundingMode::Down)},
                {tr("Raise"), qint64(RoundingMode::Up)}}),
        0, 6, 3);
    add(grid,
        m_form->addChoice(Col::taxScope, tr("Rounded"),
            {{tr("each line"), qint64(TaxScope::Line)}, {tr("once a document"), qint64(TaxScope::Document)}}),
        0, 9, 3);
    m_taxExample = makeExample();
    add(grid, m_taxExample, 1, 0, FormSheet::columns);
}

void CustomerEditorPage::makePayment()
{
    QGridLayout* grid = sheet().addSection(tr("Payment"));
    QList<RowForm::Choice> months{{tr("the same month"), 0}, {tr("the next month"), 1}};
    for (int month = 2; month <= mostMonths; ++month)
        months += {tr("%1 months later").arg(month), month};
    add(grid, m_form->addChoice(Col::closingDay, tr("Closing day"), dayChoices(tr("not agreed"))), 0, 0, 3);
    add(grid, m_form->addChoice(Col::payMonths, tr("Paid in"), months), 0, 3, 3);
    add(grid, m_form->addChoice(Col::payDay, tr("Pay day"), dayChoices(tr("as the closing day"))), 0, 6, 3);
    m_paymentExample = makeExample();
    add(grid, m_paymentExample, 1, 0, FormSheet::columns);
    add(grid, m_form->addNumber(Col::creditLimit, tr("Credit limit (won)"), wholeWon), 2, 0, 3);
    add(grid, m_form->addNumber(Col::openingBalance, tr("Owed at the beginning (won)"), wholeWon), 2, 3, 3);
    add(grid, m_form->addDate(Col::openingOn, tr("as of"), data().today()), 2, 6, 3);
    add(grid, m_form->addNumber(Col::overToleranceBp, tr("Over-delivery allowed (%)"), percent), 3, 0, 3);
    add(grid, m_form->addNumber(Col::underToleranceBp, tr("Under-delivery allowed (%)"), percent), 3, 3, 3);
}

void CustomerEditorPage::addList(const QString& title, const QString& explanation, RowListGrid* grid)
{
    sheet().addSection(title, explanation)->addWidget(grid, 0, 0, 1, FormSheet::columns);
    connect(grid, &RowListGrid::leftDownwards, this, [this] { walk(true); });
    connect(grid, &EntryGrid::leftUpwards, this, [this] { walk(false); });
    connect(grid, &EntryGrid::typed, this, [this] { touched(); });
}

void CustomerEditorPage::makeLists()
{
    const QString keys = tr("Enter goes on, Ctrl+Del takes a line out.");
    m_siteGrid = new RowListGrid(*m_sites, tr("Delivery sites"),
        {{160, false}, {80, false}, {200, true}, {124, false}, {90, false}, {110, false}});
    addList(tr("Delivery sites"), keys, m_siteGrid);
    m_contactGrid = new RowListGrid(
        *m_contacts, tr("Contacts"), {{130, false}, {110, false}, {134, false}, {210, true}, {150, false}});
    addList(tr("Contacts"), keys, m_contactGrid);
}

void CustomerEditorPage::makeRest()
{
    QGridLayout* grid = sheet().addSection(tr("Note"));
    add(grid, m_form->addText(Col::note, tr("Note")), 0, 0, FormSheet::columns);
    add(grid, m_form->addTick(Col::inactive, tr("Not trading: no longer offered while typing an order")), 1, 0,
        FormSheet::columns);
}

} // namespace dure::app
