#pragma once
#include "app/documents/document_request.h"
#include "app/lists/list_page.h"
#include "app/receivables/receivable_facts.h"
#include "app/receivables/receivable_list_model.h"

namespace dure::app {

class ReceivableDetailPane;

/// 미수금: who owes how much since when, and what comes in.
class ReceivableListPage : public ListPage
{
    Q_OBJECT
public:
    explicit ReceivableListPage(CompanyData& data, QWidget* parent = nullptr);
    QString title() const override { return tr("Receivables"); }

Q_SIGNALS:
    void recordPayment(const dure::Uuid& customer); ///< nil: to be chosen
    void openLedger(const dure::Uuid& customer);
    void openPayments();
    void openNotes();
    void showCustomer(const dure::Uuid& customer);
    void editCustomer(const dure::Uuid& customer);
    void goToOrders();
    void showDocuments(const dure::app::DocumentRequest& request); ///< 청구서 and 거래처원장

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override { Q_EMIT openLedger(id); }
    bool concernsDetail(const ChangeSet& changes) const override;
    bool isOfThisList(TableId) const override { return false; } ///< its rows are customers, what is undone a payment

private:
    void makeActions();
    void makeMenu();
    void makeEmptyState();
    void showTotals();

    ReceivableListModel* m_model; // child
    ReceivableDetailPane* m_detail; // child
};

} // namespace dure::app
