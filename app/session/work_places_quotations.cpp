// WorkPlaces: quotations, and orders that begin with what is there already.
#include "app/data/company_data.h"
#include "app/orders/order_editor_page.h"
#include "app/orders/order_list_page.h"
#include "app/quotations/quotation_editor_page.h"
#include "app/quotations/quotation_list_page.h"
#include "app/session/work_places.h"

namespace dure::app {

Page* WorkPlaces::makeQuotations()
{
    m_quotations = new QuotationListPage(m_data);
    connect(m_quotations, &ListPage::showElsewhere, this, &WorkPlaces::show);
    connect(m_quotations, &QuotationListPage::openEditor, this, &WorkPlaces::editQuotation);
    connect(m_quotations, &QuotationListPage::makeOrder, this, &WorkPlaces::orderQuotation);
    connect(m_quotations, &QuotationListPage::showOrder, this, &WorkPlaces::showOrder);
    connect(m_quotations, &QuotationListPage::showCustomer, this, &WorkPlaces::showCustomer);
    connect(m_quotations, &QuotationListPage::showHistory, this,
        [this](const Uuid& quotation) { showHistory(TableId::Quotation, quotation); });
    return m_quotations;
}

void WorkPlaces::showQuotation(const Uuid& id)
{
    m_window.uncoverThen(QStringLiteral("quotations"), [this, id] { m_quotations->showRow(id); });
}

void WorkPlaces::editQuotation(const Uuid& id)
{
    m_window.goTo(QStringLiteral("quotations"));
    if (!m_quotations->mayWrite(TableId::Quotation))
        return;
    openForm(
        *m_quotations, "quotations", [this, id] { return new QuotationEditorPage(m_data, id); },
        [this, id] { editQuotation(id); });
}

void WorkPlaces::orderQuotation(const Uuid& quotation)
{
    m_data.read(
        this, QStringLiteral("quotation"),
        [quotation](Reader& reader) { return reader.quotations().detail(quotation); },
        [this, quotation](std::optional<storage::QuotationDetail>&& detail) {
            if (detail)
                startOrder({{}, quotation}, detail->quotation.customerId);
        });
}

void WorkPlaces::copyOrder(const Uuid& order, const Uuid& customer) { startOrder({order, {}}, customer); }

void WorkPlaces::startOrder(const OrderStart& start, const Uuid& customer)
{
    m_window.goTo(QStringLiteral("orders"));
    if (!m_orders->mayWrite(TableId::SalesOrder))
        return;
    m_window.closeThen(m_window.openPageOf<OrderEditorPage>(), [this, start, customer] {
        m_window.goTo(QStringLiteral("orders"));
        showOrderEditor(new OrderEditorPage(m_data, start, customer), [this, customer] { editOrder({}, customer); });
    });
}

} // namespace dure::app
