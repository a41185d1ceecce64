#pragma once
#include "app/documents/document_request.h"
#include "app/shell/main_window.h"
#include "core/domain/blob.h"
#include "core/domain/entry_kinds.h"
#include "core/domain/schema.h"
#include "core/domain/uuid.h"

#include <QObject>
#include <functional>

namespace dure::app {

class CompanyData;
class AttentionPage;
class CompanyExport;
class CustomerListPage;
class DeliveryListPage;
class EditorPage;
class FormPage;
class HistoryDesk;
class ListPage;
class MessageStrip;
class OrderEditorPage;
class OrderListPage;
class OutstandingListPage;
class ProductListPage;
class QuotationListPage;
struct OrderStart;
class ReceivablePlaces;
class SearchPopup;
class ClaimPlaces;
class DocumentPrinting;
class StockListPage;
class TodayPage;
struct DayRow;
struct PriceChangeStart;

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
    ReceivablePlaces& money() { return *m_money; }
    ClaimPlaces& claims() { return *m_claims; }

    void show(TableId table, const Uuid& id); ///< a document, a customer or a product
    void showOrder(const Uuid& id);
    void showDelivery(const Uuid& id);
    void showCustomer(const Uuid& id);
    void showProduct(const Uuid& id);
    void showHistory(TableId table, const Uuid& id); ///< over the place that is shown
    void showFiles(TableId table, const Uuid& id); ///< likewise

    void editOrder(const Uuid& id, const Uuid& forCustomer = {}); ///< nil: a new one
    void deliverOrder(const Uuid& id); ///< nil: without an order
    void showOutstanding(); ///< 미납 현황, over the orders
    void copyOrder(const Uuid& order, const Uuid& customer); ///< to a new one
    void orderQuotation(const Uuid& quotation);
    void showQuotation(const Uuid& id);
    void editQuotation(const Uuid& id); ///< nil: a new one
    void editCustomer(const Uuid& id);
    void editProduct(const Uuid& id);
    void editPrices(const Uuid& product);
    void changePrices(const PriceChangeStart& start); ///< of many products at once
    void receiveStock(const Uuid& product); ///< nil: of whatever is typed
    void countStock();
    void enterStock(const Uuid& product, StockMovementKind kind);
    void showStockLedger(const Uuid& product); ///< over the place that is shown
    /// `says` is told when it was saved; it may die first.
    void editCompanyProfile(MessageStrip& says);
    /// Opens the import over the place that is shown, with these files; if one is open already, that one.
    void importFiles(const QStringList& paths = {});
    /// Asks for a file and writes everything into it. `says` is told; it may die first.
    void exportCompany(MessageStrip& says);
    void showDocuments(const DocumentRequest& request); ///< as they will be printed, over the place that is shown
    void showStatement(const Uuid& delivery) { showDocuments(DocumentRequest::of(FormKind::Statement, delivery)); }
    /// For screens that print what they have just recorded.
    DocumentPrinting& printing() { return *m_printing; }
    /// A customer's time line over the place that is shown; `writes`: with a new record begun.
    void showRelations(const Uuid& customer, bool writes = false, const Uuid& entry = {});
    void showLoadingList(); ///< over the place that is shown
    void showTrash(); ///< over the place that is shown

Q_SIGNALS:
    void attentionCounted(int open);
    void fileWanted(const dure::BlobHash& hash, qint64 size); ///< somebody looks at it, and it is not here

private:
    Page* makeToday();
    Page* makeOrders();
    Page* makeDeliveries();
    Page* makeCustomers();
    Page* makeProducts();
    Page* makeStock();
    Page* makeAttention();
    Page* makeQuotations();
    Page* makeDashboard();
    void addCommands();
    // One editor of a kind at a time: what opens it waits until the one before has let go.
    void openOrderEditor(const Uuid& id, const Uuid& forCustomer);
    void startOrder(const OrderStart& start, const Uuid& customer);
    void showOrderEditor(OrderEditorPage* editor, std::function<void()> goOn);
    void openDeliveryEditor(const Uuid& id, ListPage& below);
    void deliverFromToday(const Uuid& order); // over today, and back there
    void openFromToday(const DayRow& row);
    void deliverFromOutstanding(const Uuid& order, OutstandingListPage& list); // over it, and back there
    ListPage& orderListBelow();
    void openForm(ListPage& list, const char* place, std::function<FormPage*()> make, std::function<void()> goOn);
    void openOverStock(std::function<EditorPage*()> make, std::function<void()> goOn);
    void stockWritten(const QString& done, const Uuid& product);
    void addExchange();
    void connectForm(ListPage& list, FormPage* form, const std::function<void()>& goOn);

    MainWindow& m_window;
    CompanyData& m_data;
    TodayPage* m_today = nullptr; // the window's, as are all pages
    OrderListPage* m_orders = nullptr;
    DeliveryListPage* m_deliveries = nullptr;
    CustomerListPage* m_customers = nullptr;
    ProductListPage* m_products = nullptr;
    QuotationListPage* m_quotations = nullptr;
    StockListPage* m_stock = nullptr;
    SearchPopup* m_search; // the window's
    DocumentPrinting* m_printing; // child
    HistoryDesk* m_history; // child
    ClaimPlaces* m_claims = nullptr; // child
    ReceivablePlaces* m_money = nullptr; // child
    CompanyExport* m_companyExport; // child
    QString m_importPlace; // where the import's page lies, if it is open
};

} // namespace dure::app
