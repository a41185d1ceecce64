#pragma once
#include "app/lists/list_page.h"
#include "app/receivables/payment_list_model.h"

namespace dure::app {

/// 입금 내역: what came in, by day. A wrong one is taken back, and stays in sight beside what took it back.
class PaymentListPage : public ListPage
{
    Q_OBJECT
public:
    explicit PaymentListPage(CompanyData& data, QWidget* parent = nullptr);
    QString title() const override { return tr("Payments"); }
    /// Whatever its day.
    void showPayment(const Uuid& payment);

Q_SIGNALS:
    void recordPayment();
    void openLedger(const dure::Uuid& customer);
    void showCustomer(const dure::Uuid& customer);
    void receiptWanted(const dure::Uuid& payment); ///< F7

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override;
    bool concernsDetail(const ChangeSet& changes) const override;

private:
    void makeMenu();
    void showTotals();
    void takeBack();

    PaymentListModel* m_model; // child
    std::optional<storage::PaymentListRow> m_shown;
};

} // namespace dure::app
