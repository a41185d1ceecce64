#include "app/session/work_places.h"

#include "app/attention/history_page.h"
#include "app/company/company_profile_page.h"
#include "app/customers/customer_editor_page.h"
#include "app/customers/customer_list_page.h"
#include "app/data/company_data.h"
#include "app/data/error_text.h"
#include "app/deliveries/delivery_editor_page.h"
#include "app/deliveries/delivery_list_page.h"
#include "app/documents/document_page.h"
#include "app/documents/document_printing.h"
#include "app/exchange/company_export.h"
#include "app/files/files_page.h"
#include "app/forms/form_page.h"
#include "app/lists/undo_offer.h"
#include "app/orders/order_editor_page.h"
#include "app/orders/order_list_page.h"
#include "app/products/product_editor_page.h"
#include "app/products/product_list_page.h"
#include "app/safety/trash_page.h"
#include "app/search/search_popup.h"
#include "app/session/claim_places.h"
#include "app/session/receivable_places.h"
#include "app/shell/search_field.h"
#include "app/sync/history_desk.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"

#include <algorithm>

namespace dure::app {

WorkPlaces::WorkPlaces(MainWindow& window, CompanyData& data, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_data(data)
    , m_search(new SearchPopup(window.search(), data))
    , m_printing(new DocumentPrinting(data, this))
    , m_history(new HistoryDesk(this))
    , m_companyExport(new CompanyExport(data, window, this))
{
    const auto work = NavigationSection::Work;
    window.addPlace({QStringLiteral("today"), tr("Today"), Icon::CalendarDays, NavigationSection::Today,
        [this] { return makeToday(); }});
    window.addPlace(
        {QStringLiteral("orders"), tr("Orders"), Icon::ClipboardList, work, [this] { return makeOrders(); }});
    window.addPlace(
        {QStringLiteral("deliveries"), tr("Deliveries"), Icon::Truck, work, [this] { return makeDeliveries(); }});
    window.addPlace(
        {QStringLiteral("quotations"), tr("Quotations"), Icon::ReceiptText, work, [this] { return makeQuotations(); }});
    window.addPlace(
        {QStringLiteral("customers"), tr("Customers"), Icon::Building2, work, [this] { return makeCustomers(); }});
    window.addPlace(
        {QStringLiteral("products"), tr("Products"), Icon::Package, work, [this] { return makeProducts(); }});
    m_money = new ReceivablePlaces(window, data, this);
    connect(m_money, &ReceivablePlaces::showElsewhere, this, &WorkPlaces::show);
    connect(m_money, &ReceivablePlaces::showDocuments, this, &WorkPlaces::showDocuments);
    connect(m_money, &ReceivablePlaces::showCustomer, this, &WorkPlaces::showCustomer);
    connect(m_money, &ReceivablePlaces::editCustomer, this, &WorkPlaces::editCustomer);
    m_claims = new ClaimPlaces(window, data, this);
    connect(m_claims, &ClaimPlaces::showElsewhere, this, &WorkPlaces::show);
    connect(m_claims, &ClaimPlaces::showDelivery, this, &WorkPlaces::showDelivery);
    connect(m_claims, &ClaimPlaces::showCustomer, this, &WorkPlaces::showCustomer);
    connect(
        m_claims, &ClaimPlaces::showHistory, this, [this](const Uuid& claim) { showHistory(TableId::Claim, claim); });
    connect(m_claims, &ClaimPlaces::showFiles, this, [this](const Uuid& claim) { showFiles(TableId::Claim, claim); });
    window.addPlace({QStringLiteral("stock"), tr("Stock"), Icon::Warehouse, work, [this] { return makeStock(); }});
    window.addPlace({QStringLiteral("dashboard"), tr("Dashboard"), Icon::ChartColumn, NavigationSection::Overview,
        [this] { return makeDashboard(); }});
    window.addPlace({QStringLiteral("attention"), tr("Needs a look"), Icon::CircleAlert, NavigationSection::Overview,
        [this] { return makeAttention(); }});
    addCommands();
    addExchange();
    connect(m_search, &SearchPopup::opened, this, &WorkPlaces::show);
    connect(&data, &CompanyData::changed, this, [this](const ChangeSet& changes) {
        static constexpr TableId tables[]{TableId::Conflict, TableId::Resolution, TableId::SalesOrder,
            TableId::OrderLine, TableId::Delivery, TableId::DeliveryLine, TableId::Payment, TableId::StockMovement,
            TableId::Customer, TableId::Product};
        if (std::ranges::any_of(tables, [&](TableId table) { return changes.touches(table); }))
            countAttention();
    });
    countAttention();
}

void WorkPlaces::addCommands()
{
    const auto add = [this](const QString& title, Icon icon, const QString& key, auto run) {
        m_search->addCommand({title, icon, key, run});
    };
    add(tr("New order"), Icon::Plus, {}, [this] { editOrder({}); });
    add(tr("New quotation"), Icon::Plus, {}, [this] { editQuotation({}); });
    add(tr("New customer"), Icon::Plus, {}, [this] { editCustomer({}); });
    add(tr("New product"), Icon::Plus, {}, [this] { editProduct({}); });
    add(tr("New delivery without an order"), Icon::Truck, {}, [this] { deliverOrder({}); });
    add(tr("Outstanding: what remains to be delivered"), Icon::ListChecks, {}, [this] { showOutstanding(); });
    add(tr("Record a payment"), Icon::Wallet, {}, [this] { m_money->recordPayment({}); });
    add(tr("Payments"), Icon::ReceiptText, {}, [this] { m_money->showPayments(); });
    add(tr("Notes received"), Icon::Stamp, {}, [this] { m_money->showNotes(); });
    add(tr("Claims"), Icon::CircleAlert, {}, [this] { m_claims->showClaims(); });
    add(tr("New claim"), Icon::Plus, {}, [this] { m_claims->editClaim({}); });
    add(tr("Production receipt"), Icon::Plus, {}, [this] { receiveStock({}); });
    add(tr("Count stock"), Icon::ListChecks, {}, [this] { countStock(); });
    add(tr("Change prices"), Icon::ListChecks, {}, [this] { changePrices({}); });
    add(tr("Print all statements of today"), Icon::Printer, {},
        [this] { showDocuments(DocumentRequest::ofDay(FormKind::Statement, m_data.today())); });
    add(tr("Print the loading list"), Icon::Printer, {}, [this] { showLoadingList(); });
    int number = 0;
    const auto go = [&, this](const QString& title, Icon icon, const char* place) {
        const QKeySequence key(QStringLiteral("Ctrl+%1").arg(++number));
        add(tr("Go to: %1").arg(title), icon, keyText(key), [this, place] { m_window.goTo(QLatin1String(place)); });
    };
    go(tr("Today"), Icon::CalendarDays, "today");
    go(tr("Orders"), Icon::ClipboardList, "orders");
    go(tr("Deliveries"), Icon::Truck, "deliveries");
    go(tr("Quotations"), Icon::ReceiptText, "quotations");
    go(tr("Customers"), Icon::Building2, "customers");
    go(tr("Products"), Icon::Package, "products");
    go(tr("Receivables"), Icon::Wallet, "receivables");
    go(tr("Stock"), Icon::Warehouse, "stock");
    go(tr("Dashboard"), Icon::ChartColumn, "dashboard");
    go(tr("Needs a look"), Icon::CircleAlert, "attention");
    add(tr("Synchronise now"), Icon::RefreshCw, keyText(keyFor(KeyAction::Sync)),
        [this] { Q_EMIT m_window.syncRequested(); });
    add(tr("Trash"), Icon::Trash2, {}, [this] { showTrash(); });
    add(tr("Settings"), Icon::Settings, {}, [this] { m_window.goTo(QStringLiteral("settings")); });
}

Page* WorkPlaces::makeOrders()
{
    m_orders = new OrderListPage(m_data);
    connect(m_orders, &ListPage::showElsewhere, this, &WorkPlaces::show);
    connect(m_orders, &ListPage::importRequested, this, [this] { importFiles(); });
    connect(m_orders, &OrderListPage::openEditor, this, [this](const Uuid& id) { editOrder(id); });
    connect(m_orders, &OrderListPage::copyOrder, this, &WorkPlaces::copyOrder);
    connect(m_orders, &OrderListPage::openOutstanding, this, &WorkPlaces::showOutstanding);
    connect(m_orders, &OrderListPage::openDelivery, this, &WorkPlaces::deliverOrder);
    connect(m_orders, &OrderListPage::showDelivery, this, &WorkPlaces::showDelivery);
    connect(m_orders, &OrderListPage::showCustomer, this, &WorkPlaces::showCustomer);
    connect(m_orders, &OrderListPage::showHistory, this,
        [this](const Uuid& order) { showHistory(TableId::SalesOrder, order); });
    connect(m_orders, &OrderListPage::showFiles, this,
        [this](const Uuid& order) { showFiles(TableId::SalesOrder, order); });
    return m_orders;
}

Page* WorkPlaces::makeDeliveries()
{
    m_deliveries = new DeliveryListPage(m_data);
    connect(m_deliveries, &ListPage::showElsewhere, this, &WorkPlaces::show);
    connect(m_deliveries, &DeliveryListPage::newDelivery, this, [this] { deliverOrder({}); });
    connect(m_deliveries, &DeliveryListPage::showDocuments, this, &WorkPlaces::showDocuments);
    connect(m_deliveries, &DeliveryListPage::showOrder, this, &WorkPlaces::showOrder);
    connect(m_deliveries, &DeliveryListPage::showCustomer, this, &WorkPlaces::showCustomer);
    connect(m_deliveries, &DeliveryListPage::openClaims, this, [this] { m_claims->showClaims(); });
    connect(m_deliveries, &DeliveryListPage::newClaim, this,
        [this](const Uuid& delivery) { m_claims->editClaim({}, delivery); });
    connect(m_deliveries, &DeliveryListPage::goToOrders, this, [this] { m_window.goTo(QStringLiteral("orders")); });
    return m_deliveries;
}

Page* WorkPlaces::makeCustomers()
{
    m_customers = new CustomerListPage(m_data);
    connect(m_customers, &ListPage::showElsewhere, this, &WorkPlaces::show);
    connect(m_customers, &ListPage::importRequested, this, [this] { importFiles(); });
    connect(m_customers, &CustomerListPage::showDocuments, this, &WorkPlaces::showDocuments);
    connect(m_customers, &CustomerListPage::openEditor, this, &WorkPlaces::editCustomer);
    connect(m_customers, &CustomerListPage::newOrder, this, [this](const Uuid& customer) { editOrder({}, customer); });
    connect(m_customers, &CustomerListPage::showOrder, this, &WorkPlaces::showOrder);
    connect(m_customers, &CustomerListPage::showLedger, m_money, &ReceivablePlaces::showLedger);
    connect(m_customers, &CustomerListPage::showRelations, this,
        [this](const Uuid& customer, bool writes) { showRelations(customer, writes); });
    connect(m_customers, &CustomerListPage::showHistory, this,
        [this](const Uuid& customer) { showHistory(TableId::Customer, customer); });
    connect(m_customers, &CustomerListPage::showFiles, this,
        [this](const Uuid& customer) { showFiles(TableId::Customer, customer); });
    return m_customers;
}

Page* WorkPlaces::makeProducts()
{
    m_products = new ProductListPage(m_data);
    connect(m_products, &ListPage::showElsewhere, this, &WorkPlaces::show);
    connect(m_products, &ListPage::importRequested, this, [this] { importFiles(); });
    connect(m_products, &ProductListPage::openEditor, this, &WorkPlaces::editProduct);
    connect(m_products, &ProductListPage::openPrices, this, &WorkPlaces::editPrices);
    connect(m_products, &ProductListPage::changePrices, this, &WorkPlaces::changePrices);
    connect(m_products, &ProductListPage::showHistory, this,
        [this](const Uuid& product) { showHistory(TableId::Product, product); });
    connect(m_products, &ProductListPage::showFiles, this,
        [this](const Uuid& product) { showFiles(TableId::Product, product); });
    return m_products;
}

void WorkPlaces::show(TableId table, const Uuid& id)
{
    if (table == TableId::Customer)
        showCustomer(id);
    else if (table == TableId::Product)
        showProduct(id);
    else if (table == TableId::Delivery)
        showDelivery(id);
    else if (table == TableId::Quotation)
        showQuotation(id);
    else if (table == TableId::Claim)
        m_claims->showClaim(id);
    else if (table == TableId::Payment)
        m_money->showPayment(id);
    else
        showOrder(id);
}

// An editor over the list goes first, or nobody would see the row; what is typed in it is kept, and the list says so.
void WorkPlaces::showOrder(const Uuid& id)
{
    m_window.uncoverThen(QStringLiteral("orders"), [this, id] { m_orders->showRow(id); });
}

void WorkPlaces::showDelivery(const Uuid& id)
{
    m_window.uncoverThen(QStringLiteral("deliveries"), [this, id] { m_deliveries->showRow(id); });
}

void WorkPlaces::showCustomer(const Uuid& id)
{
    m_window.uncoverThen(QStringLiteral("customers"), [this, id] { m_customers->showRow(id); });
}

void WorkPlaces::showProduct(const Uuid& id)
{
    m_window.uncoverThen(QStringLiteral("products"), [this, id] { m_products->showRow(id); });
}

void WorkPlaces::showHistory(TableId table, const Uuid& id)
{
    if (!id.isNil())
        m_window.openPage(new HistoryPage(m_data, *m_history, table, id));
}

void WorkPlaces::showFiles(TableId table, const Uuid& id)
{
    if (id.isNil())
        return;
    auto* page = new FilesPage(m_data, table, id);
    connect(page, &FilesPage::wanted, this, &WorkPlaces::fileWanted);
    m_window.openPage(page);
}

void WorkPlaces::editOrder(const Uuid& id, const Uuid& forCustomer)
{
    m_window.goTo(QStringLiteral("orders"));
    if (!m_orders->mayWrite(TableId::SalesOrder))
        return;
    // One editor at a time; what is typed in the one before is kept before the next one reads what was kept.
    m_window.closeThen(
        m_window.openPageOf<OrderEditorPage>(), [this, id, forCustomer] { openOrderEditor(id, forCustomer); });
}

void WorkPlaces::openOrderEditor(const Uuid& id, const Uuid& forCustomer)
{
    m_window.goTo(QStringLiteral("orders"));
    showOrderEditor(
        new OrderEditorPage(m_data, id, forCustomer), [this, id, forCustomer] { editOrder(id, forCustomer); });
}

/// `goOn` opens what was typed and not saved again.
void WorkPlaces::showOrderEditor(OrderEditorPage* editor, std::function<void()> goOn)
{
    connect(editor, &OrderEditorPage::saved, this, [this](const Uuid& order, const QString& number) {
        m_orders->showRow(order);
        orderListBelow().showDone(tr("Order %1 was saved.").arg(number));
    });
    connect(editor, &OrderEditorPage::draftKept, this, [this, goOn = std::move(goOn)] {
        MessageStrip& strip = orderListBelow().strip();
        strip.clear();
        strip.show(Tone::Info, tr("What you typed is kept on this PC."));
        connect(strip.addAction(tr("Go on with it")), &QAbstractButton::clicked, this, goOn);
    });
    m_window.openPage(editor);
}

void WorkPlaces::deliverOrder(const Uuid& id)
{
    const QString place = id.isNil() ? QStringLiteral("deliveries") : QStringLiteral("orders");
    m_window.goTo(place);
    ListPage* list = id.isNil() ? static_cast<ListPage*>(m_deliveries) : m_orders;
    if (!list->mayWrite(TableId::Delivery))
        return;
    m_window.closeThen(m_window.openPageOf<DeliveryEditorPage>(QStringLiteral("today")), [this, id, list, place] {
        m_window.goTo(place);
        m_window.closeThen(m_window.openPageOf<DeliveryEditorPage>(), [this, id, list, place] {
            m_window.goTo(place);
            openDeliveryEditor(id, *list);
        });
    });
}

void WorkPlaces::openDeliveryEditor(const Uuid& id, ListPage& below)
{
    ListPage* list = &below;
    auto* editor = new DeliveryEditorPage(m_data, id);
    connect(editor, &DeliveryEditorPage::saved, this,
        [this, id, list](const Uuid& delivery, const QString& number, qint64 part, bool print) {
            const QString done = part > 0 ? tr("Delivery no. %1 was recorded.").arg(part)
                                          : tr("Delivery %1 was recorded.").arg(number);
            list->showRow(id.isNil() ? delivery : id);
            list->showDone(done);
            if (print)
                m_printing->print(DocumentRequest::of(FormKind::Statement, delivery), list->strip(), done,
                    [list, done, did = m_data.undoable()] { list->showDone(done, did); });
        });
    connect(editor, &DeliveryEditorPage::draftKept, this, [this, id, list] {
        list->strip().clear();
        list->strip().show(Tone::Info, tr("What you typed is kept on this PC."));
        connect(list->strip().addAction(tr("Go on with it")), &QAbstractButton::clicked, this,
            [this, id] { deliverOrder(id); });
    });
    m_window.openPage(editor);
}

void WorkPlaces::showDocuments(const DocumentRequest& request)
{
    const bool isOfNothing = request.ids.size() == 1 && request.ids.front().isNil();
    if (!isOfNothing)
        m_window.openPage(new DocumentPage(m_data, *m_printing, request));
}

void WorkPlaces::showTrash()
{
    if (!m_window.openPageOf<TrashPage>())
        m_window.openPage(new TrashPage(m_data, *m_history));
}

void WorkPlaces::editCustomer(const Uuid& id)
{
    m_window.goTo(QStringLiteral("customers"));
    if (!m_customers->mayWrite(TableId::Customer))
        return;
    openForm(
        *m_customers, "customers", [this, id] { return new CustomerEditorPage(m_data, id); },
        [this, id] { editCustomer(id); });
}

void WorkPlaces::editProduct(const Uuid& id)
{
    m_window.goTo(QStringLiteral("products"));
    if (!m_products->mayWrite(TableId::Product))
        return;
    openForm(
        *m_products, "products", [this, id] { return new ProductEditorPage(m_data, id); },
        [this, id] { editProduct(id); });
}

/// An editor over its list: saving comes back to the list with the row chosen and the way back in the strip.
void WorkPlaces::openForm(
    ListPage& list, const char* place, std::function<FormPage*()> make, std::function<void()> goOn)
{
    m_window.closeThen(m_window.openPageOf<FormPage>(), [this, &list, place, make, goOn] {
        m_window.goTo(QLatin1String(place));
        FormPage* form = make();
        connectForm(list, form, goOn);
        m_window.openPage(form);
    });
}

void WorkPlaces::connectForm(ListPage& list, FormPage* form, const std::function<void()>& goOn)
{
    connect(form, &FormPage::saved, this, [&list](const Uuid& id, const QString& name) {
        list.showRow(id);
        list.showDone(tr("%1 was saved.").arg(name));
    });
    connect(form, &FormPage::draftKept, this, [this, &list, goOn] {
        list.strip().clear();
        list.strip().show(Tone::Info, tr("What you typed is kept on this PC."));
        connect(list.strip().addAction(tr("Go on with it")), &QAbstractButton::clicked, this, goOn);
    });
}

void WorkPlaces::editCompanyProfile(MessageStrip& says)
{
    if (!m_data.mayWrite(TableId::CompanyProfile)) {
        says.clear();
        const ErrorText why = readsOnlyText();
        says.show(Tone::Info, why.what, why.wayOut);
        return;
    }
    auto* form = new CompanyProfilePage(m_data);
    const auto tell = [this, strip = QPointer(&says)](const QString& done) -> MessageStrip* {
        if (strip) {
            strip->clear();
            strip->show(Tone::Info, done);
        }
        return strip;
    };
    connect(form, &FormPage::saved, this, [this, tell] {
        if (MessageStrip* strip = tell(tr("The company's details were saved."))) {
            auto* undo = strip->findChild<UndoOffer*>();
            undo = undo ? undo : new UndoOffer(m_data, *strip);
            if (KeyButton* back = undo->show(strip->text(), m_data.undoable()))
                back->setKey(keyFor(KeyAction::Undo));
        }
    });
    connect(form, &FormPage::draftKept, this, [tell] { tell(tr("What you typed is kept on this PC.")); });
    m_window.openPage(form);
}

} // namespace dure::app
