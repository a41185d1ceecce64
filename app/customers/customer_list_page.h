#pragma once
#include "app/customers/customer_detail.h"
#include "app/customers/customer_list_model.h"
#include "app/documents/document_request.h"
#include "app/lists/list_page.h"

namespace dure::app {

class CustomerDetailPane;

/// 거래처: who buys, who owes.
class CustomerListPage : public ListPage
{
    Q_OBJECT
public:
    explicit CustomerListPage(CompanyData& data, QWidget* parent = nullptr);
    QString title() const override { return tr("Customers"); }

Q_SIGNALS:
    void openEditor(const dure::Uuid& customer); ///< nil: a new one
    void showHistory(const dure::Uuid& customer);
    void showFiles(const dure::Uuid& customer);
    void showDocuments(const dure::app::DocumentRequest& request); ///< bills, ledgers
    void newOrder(const dure::Uuid& customer);
    void showOrder(const dure::Uuid& order);
    void showLedger(const dure::Uuid& customer);
    void showRelations(const dure::Uuid& customer, bool writes); ///< `writes`: with a new record begun

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override { Q_EMIT openEditor(id); }
    bool concernsDetail(const ChangeSet& changes) const override;

private:
    void makeMenu();
    void makeEmptyState();
    void showTotals();
    void setInactive(bool inactive);
    void deleteCustomer();

    CustomerListModel* m_model; // child
    CustomerDetailPane* m_detail; // child
    std::optional<CustomerFacts> m_shown;
};

} // namespace dure::app
