#pragma once
#include "app/shell/main_window.h"
#include "core/domain/blob.h"
#include "core/domain/schema.h"
#include "core/domain/uuid.h"

#include <QObject>
#include <functional>

namespace dure::app {

class CompanyData;
class AttentionPage;
class CustomerListPage;
class DeliveryListPage;
class FormPage;
class HistoryDesk;
class ListPage;
class MessageStrip;
class OrderListPage;
class ProductListPage;
class SearchPopup;
class StatementPrinting;

/// The places of one company's window and the ways between them: from an order to its customer, from a customer to a
/// new order. Screens only say what they want to open; here stands what opens.
class WorkPlaces : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this. Adds the places of the work; settings and the like are the caller's.
    WorkPlaces(MainWindow& window, CompanyData& data, QObject* parent = nullptr);

    /// The badge beside "needs a look": sync may have brought something.
    void countAttention();
    HistoryDesk& history() { return *m_history; }
    SearchPopup& search() { return *m_search; }

    void show(TableId table, const Uuid& id); ///< a document, a customer or a product
    void showOrder(const Uuid& id);
    void showDelivery(const Uuid& id);
    void showCustomer(const Uuid& id);
    void showProduct(const Uuid& id);
    void showHistory(TableId table, const Uuid& id); ///< over the place that is shown
    void showFiles(TableId table, const Uuid& id); ///< likewise

    void editOrder(const Uuid& id, const Uuid& forCustomer = {}); ///< nil: a new one
    void deliverOrder(const Uuid& id); ///< nil: without an order
    void editCustomer(const Uuid& id);
    void editProduct(const Uuid& id);
    void editPrices(const Uuid& product);
    /// `says` is told when it was saved; it may die first.
    void editCompanyProfile(MessageStrip& says);
    void showStatement(const Uuid& delivery); ///< to be printed again
    void showTrash(); ///< over the place that is shown

Q_SIGNALS:
    void attentionCounted(int open);
    void fileWanted(const dure::BlobHash& hash, qint64 size); ///< somebody looks at it, and it is not here

private:
    Page* makeOrders();
    Page* makeDeliveries();
    Page* makeCustomers();
    Page* makeProducts();
    Page* makeAttention();
    void addCommands();
    // One editor of a kind at a time: what opens it waits until the one before has let go.
    void openOrderEditor(const Uuid& id, const Uuid& forCustomer);
    void openDeliveryEditor(const Uuid& id, ListPage& below);
    void openForm(ListPage& list, const char* place, std::function<FormPage*()> make, std::function<void()> goOn);
    void connectForm(ListPage& list, FormPage* form, const std::function<void()>& goOn);

    MainWindow& m_window;
    CompanyData& m_data;
    OrderListPage* m_orders = nullptr; // the window's, as are all pages
    DeliveryListPage* m_deliveries = nullptr;
    CustomerListPage* m_customers = nullptr;
    ProductListPage* m_products = nullptr;
    SearchPopup* m_search; // the window's
    StatementPrinting* m_printing; // child
    HistoryDesk* m_history; // child
};

} // namespace dure::app
