#pragma once
#include "app/deliveries/delivery_list_model.h"
#include "app/documents/document_request.h"
#include "app/lists/list_page.h"

namespace dure::app {

class DeliveryDetailPane;

/// 납품: what left the house, by day; its statements again.
class DeliveryListPage : public ListPage
{
    Q_OBJECT
public:
    explicit DeliveryListPage(CompanyData& data, QWidget* parent = nullptr);
    QString title() const override { return tr("Deliveries"); }

Q_SIGNALS:
    void newDelivery(); ///< without an order
    void showDocuments(const dure::app::DocumentRequest& request); ///< to be printed
    void showOrder(const dure::Uuid& order);
    void showCustomer(const dure::Uuid& customer);
    void goToOrders();
    void newClaim(const dure::Uuid& delivery);
    void openClaims();

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override { Q_EMIT showDocuments(DocumentRequest::of(FormKind::Statement, id)); }
    bool concernsDetail(const ChangeSet& changes) const override;

private:
    void makeMenu();
    void addPapers(QMenu& menu);
    void showPapers(FormKind kind); ///< of the chosen deliveries
    void showTotals();
    void reverse();

    DeliveryListModel* m_model; // child
    DeliveryDetailPane* m_detail; // child
    std::optional<storage::DeliveryDetail> m_shown;
};

} // namespace dure::app
