#pragma once
#include "app/lists/list_page.h"
#include "app/orders/order_list_model.h"

namespace dure::app {

class DispatchSheet;
class OrderDetailPane;

/// 주문: what is to be delivered, and every order there was.
class OrderListPage : public ListPage
{
    Q_OBJECT
public:
    explicit OrderListPage(CompanyData& data, QWidget* parent = nullptr);
    QString title() const override { return tr("Orders"); }
    void entered() override;

Q_SIGNALS:
    void openEditor(const dure::Uuid& order); ///< nil: a new one
    void openOutstanding(); ///< 미납 현황
    void showHistory(const dure::Uuid& order);
    void showFiles(const dure::Uuid& order);
    void copyOrder(const dure::Uuid& order, const dure::Uuid& customer); ///< to a new one
    void openDelivery(const dure::Uuid& order); ///< deliver what remains
    void showDelivery(const dure::Uuid& delivery);
    void showCustomer(const dure::Uuid& customer);

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override { Q_EMIT openEditor(id); }
    bool concernsDetail(const ChangeSet& changes) const override;

private:
    void makeActions();
    void makeMenu();
    void makeEmptyState();
    void showTotals();
    void setShownState(OrderState state);
    void setState(const Uuid& id, const QString& number, OrderState state);
    void deleteOrder();
    void copyShown();

    OrderListModel* m_model; // child
    OrderDetailPane* m_detail; // child
    DispatchSheet* m_dispatch; // child
    std::optional<storage::OrderDetail> m_shown;
    bool m_askedForDraft = false;
};

} // namespace dure::app
