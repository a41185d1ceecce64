#pragma once
#include "app/customers/customer_detail.h"
#include "app/data/company_data.h"
#include "app/lists/detail_pane.h"

class QMenu;

namespace dure::app {

class LineSheet;

/// One customer beside the list: who they are, what they owe, whom to call, where to deliver, their orders and prices.
class CustomerDetailPane : public DetailPane
{
    Q_OBJECT
public:
    explicit CustomerDetailPane(CompanyData& data, QWidget* parent = nullptr);
    void show(const CustomerFacts& facts);
    void setMoreMenu(QMenu* menu); ///< not owned

Q_SIGNALS:
    void newOrder();
    void openEditor();
    void showLedger();
    void showOrder(const dure::Uuid& order);
    void showRelations();

private:
    void makeHead();
    void makeBody();
    void showMoney(const CustomerFacts& facts);
    void showPeople(const CustomerFacts& facts);
    void showTalks(const CustomerFacts& facts);
    void showOrders(const CustomerFacts& facts);
    void showPrices(const CustomerFacts& facts);

    CompanyData& m_data;
    Label *m_origin = nullptr, *m_name = nullptr, *m_firm = nullptr;
    KeyButton* m_more;
    Label *m_balance = nullptr, *m_limit = nullptr, *m_terms = nullptr, *m_tax = nullptr, *m_lastPaid = nullptr;
    Heading m_contactsHeading{}, m_sitesHeading{}, m_ordersHeading{}, m_pricesHeading{}, m_noteHeading{},
        m_toDoHeading{}, m_talksHeading{};
    LineSheet *m_contacts, *m_sites, *m_orders, *m_prices, *m_toDo, *m_talks;
    Label *m_phone = nullptr, *m_address = nullptr, *m_email = nullptr, *m_files = nullptr, *m_note = nullptr;
    QList<Uuid> m_orderIds;
};

} // namespace dure::app
