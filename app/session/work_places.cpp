#include "app/session/work_places.h"

#include "app/customers/customer_list_page.h"
#include "app/data/company_data.h"
#include "app/deliveries/delivery_list_page.h"
#include "app/orders/order_list_page.h"
#include "app/products/product_list_page.h"

namespace dure::app {

WorkPlaces::WorkPlaces(MainWindow& window, CompanyData& data, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_data(data)
{
    const auto work = NavigationSection::Work;
    window.addPlace(
        {QStringLiteral("orders"), tr("Orders"), Icon::ClipboardList, work, [this] { return makeOrders(); }});
    window.addPlace(
        {QStringLiteral("deliveries"), tr("Deliveries"), Icon::Truck, work, [this] { return makeDeliveries(); }});
    window.addPlace(
        {QStringLiteral("customers"), tr("Customers"), Icon::Building2, work, [this] { return makeCustomers(); }});
    window.addPlace(
        {QStringLiteral("products"), tr("Products"), Icon::Package, work, [this] { return makeProducts(); }});
}

Page* WorkPlaces::makeOrders()
{
    m_orders = new OrderListPage(m_data);
    connect(m_orders, &OrderListPage::openEditor, this, [this](const Uuid& id) { editOrder(id); });
    connect(m_orders, &OrderListPage::openDelivery, this, &WorkPlaces::deliverOrder);
    connect(m_orders, &OrderListPage::showDelivery, this, &WorkPlaces::showDelivery);
    connect(m_orders, &OrderListPage::showCustomer, this, &WorkPlaces::showCustomer);
    return m_orders;
}

Page* WorkPlaces::makeDeliveries()
{
    m_deliveries = new DeliveryListPage(m_data);
    connect(m_deliveries, &DeliveryListPage::newDelivery, this, [this] { deliverOrder({}); });
    connect(m_deliveries, &DeliveryListPage::showOrder, this, &WorkPlaces::showOrder);
    connect(m_deliveries, &DeliveryListPage::showCustomer, this, &WorkPlaces::showCustomer);
    connect(m_deliveries, &DeliveryListPage::goToOrders, this, [this] { m_window.goTo(QStringLiteral("orders")); });
    return m_deliveries;
}

Page* WorkPlaces::makeCustomers()
{
    m_customers = new CustomerListPage(m_data);
    connect(m_customers, &CustomerListPage::openEditor, this, &WorkPlaces::editCustomer);
    connect(m_customers, &CustomerListPage::newOrder, this, [this](const Uuid& customer) { editOrder({}, customer); });
    connect(m_customers, &CustomerListPage::showOrder, this, &WorkPlaces::showOrder);
    return m_customers;
}

Page* WorkPlaces::makeProducts()
{
    m_products = new ProductListPage(m_data);
    connect(m_products, &ProductListPage::openEditor, this, &WorkPlaces::editProduct);
    connect(m_products, &ProductListPage::openPrices, this, &WorkPlaces::editPrices);
    return m_products;
}

void WorkPlaces::showOrder(const Uuid& id)
{
    m_window.goTo(QStringLiteral("orders"));
    m_orders->showRow(id);
}

void WorkPlaces::showDelivery(const Uuid& id)
{
    m_window.goTo(QStringLiteral("deliveries"));
    m_deliveries->showRow(id);
}

void WorkPlaces::showCustomer(const Uuid& id)
{
    m_window.goTo(QStringLiteral("customers"));
    m_customers->showRow(id);
}

void WorkPlaces::showProduct(const Uuid& id)
{
    m_window.goTo(QStringLiteral("products"));
    m_products->showRow(id);
}

void WorkPlaces::editOrder(const Uuid&, const Uuid&) { }
void WorkPlaces::deliverOrder(const Uuid&) { }
void WorkPlaces::editCustomer(const Uuid&) { }
void WorkPlaces::editProduct(const Uuid&) { }
void WorkPlaces::editPrices(const Uuid&) { }

} // namespace dure::app
