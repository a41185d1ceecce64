#include "app/products/price_editor_page.h"

#include "app/forms/form_sheet.h"
#include "app/lookup/customer_field.h"
#include "app/products/price_grid.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/number_text.h"

#include <algorithm>

namespace dure::app {
namespace {

struct Stored
{
    QString product;
    QList<PriceListModel::Line> lines;
};

std::optional<Stored> readPrices(Reader& reader, const Uuid& product)
{
    const auto detail = reader.products().detail(product);
    if (!detail)
        return std::nullopt;
    Stored stored;
    stored.product = toQString(detail->product.name);
    for (const storage::ProductPriceRow& row : detail->prices)
        stored.lines += {row.price, toQString(row.customerName)};
    // the newest of a customer first: what was agreed before stands below it
    std::ranges::stable_sort(stored.lines, [](const auto& a, const auto& b) {
        return std::pair(a.customer, -a.price.validFrom.yyyymmdd) < std::pair(b.customer, -b.price.validFrom.yyyymmdd);
    });
    return stored;
}

} // namespace

PriceEditorPage::PriceEditorPage(CompanyData& data, const Uuid& product, QWidget* parent)
    : FormPage(data, "prices", product, parent)
    , m_model(new PriceListModel(product, data.today(), this))
    , m_customer(new CustomerField(data))
    , m_grid(new PriceGrid(*m_model))
{
    QGridLayout* who = sheet().addSection(tr("Add"), tr("Name, initial consonants, code or number."));
    FormSheet::add(who, new FormCell(tr("Customer"), m_customer), 0, 0, 6);
    QGridLayout* prices = sheet().addSection(
        tr("Prices"), tr("A price holds from its day on, until a later one. Ctrl+Del takes a line out."));
    FormSheet::add(prices, m_grid, 0, 0);
    connect(m_customer, &CustomerField::customerChosen, this, &PriceEditorPage::addCustomer);
    connect(m_grid, &PriceGrid::leftDownwards, this, [this] { m_customer->setFocus(Qt::TabFocusReason); });
    connect(m_grid, &EntryGrid::leftUpwards, this, [this] { m_customer->setFocus(Qt::BacktabFocusReason); });
    connect(m_model, &PriceListModel::changed, this, [this] { touched(); });
    open();
}

void PriceEditorPage::addCustomer(const Uuid& customer)
{
    if (customer.isNil())
        return;
    const int row = m_model->add(customer, m_customer->text().trimmed());
    // the field still works on what was chosen: it is emptied for the next one after that
    QMetaObject::invokeMethod(
        this, [this] { m_customer->setCustomer({}); }, Qt::QueuedConnection);
    m_grid->goTo(m_model->index(row, PriceListModel::Price));
    m_grid->setFocus(Qt::TabFocusReason);
}

void PriceEditorPage::read()
{
    data().read(
        this, QStringLiteral("open"), [id = id()](Reader& reader) { return readPrices(reader, id); },
        [this](std::optional<Stored>&& stored) {
            if (!stored)
                return gone();
            m_product = stored->product;
            m_stored = stored->lines;
            showStored();
            opened();
        });
}

void PriceEditorPage::showStored() { m_model->setLines(m_stored); }
QJsonObject PriceEditorPage::typed() const { return {{QStringLiteral("prices"), m_model->typed()}}; }

void PriceEditorPage::resume(const QJsonObject& typed) { m_model->resume(typed[QStringLiteral("prices")].toArray()); }

bool PriceEditorPage::takeTyped()
{
    m_grid->takeCell();
    m_model->check();
    return !m_model->firstProblem().isValid();
}

void PriceEditorPage::store()
{
    QList<std::pair<int, CustomerPrice>> changed;
    for (const int row : m_model->changedRows())
        changed += {row, m_model->lines()[row].price};
    storeBy(
        [changed, removed = m_model->removedIds()](commands::Commands& c) -> commands::Result {
            auto written = c.batch("set_customer_prices", [&]() -> std::expected<void, commands::CommandError> {
                for (const Uuid& id : removed) {
                    // taken out elsewhere too: then it is as wanted
                    if (const auto done = c.deleteCustomerPrice(id);
                        !done && done.error().kind != commands::ErrorKind::NotFound)
                        return std::unexpected(done.error());
                }
                for (const auto& [row, price] : changed) {
                    auto done = c.setCustomerPrice(price);
                    if (done)
                        continue;
                    for (commands::FieldProblem& problem : done.error().problems)
                        problem.line = row;
                    return std::unexpected(done.error());
                }
                return {};
            });
            if (!written)
                return std::unexpected(written.error());
            return commands::Done{std::move(*written), {}, {}};
        },
        m_product);
}

void PriceEditorPage::showProblems(const commands::CommandError& error) { m_model->setProblems(error.problems); }

bool PriceEditorPage::focusFirstProblem()
{
    const QModelIndex cell = m_model->firstProblem();
    if (!cell.isValid())
        return false;
    m_grid->goTo(cell);
    m_grid->setFocus(Qt::ShortcutFocusReason);
    return true;
}

QWidget* PriceEditorPage::firstField() const { return m_customer; }

bool PriceEditorPage::isConcerned(const ChangeSet& changes) const { return changes.touches(TableId::CustomerPrice); }

void PriceEditorPage::readAgain()
{
    data().read(
        this, QStringLiteral("again"), [id = id()](Reader& reader) { return readPrices(reader, id); },
        [this](std::optional<Stored>&& stored) {
            if (!stored)
                return gone();
            const auto same = [](const PriceListModel::Line& a, const PriceListModel::Line& b) {
                return toRow(a.price).values == toRow(b.price).values && a.price.id == b.price.id;
            };
            const bool differs = !std::ranges::equal(stored->lines, m_stored, same);
            m_grid->takeCell();
            m_stored = stored->lines;
            const bool both = m_model->follow(m_stored);
            if (differs)
                toldOfChange(both);
        });
}

} // namespace dure::app

#include "moc_price_editor_page.cpp"
