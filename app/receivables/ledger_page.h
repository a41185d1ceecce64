#pragma once
#include "app/documents/document_request.h"
#include "app/lists/list_page.h"
#include "app/receivables/ledger_model.h"

namespace dure::app {

class DateField;

/// 거래처원장: what one customer got and paid in a period, with the balance after each line. Enter opens the document.
class LedgerPage : public ListPage
{
    Q_OBJECT
public:
    LedgerPage(CompanyData& data, const Uuid& customer, QWidget* parent = nullptr);
    QString title() const override { return tr("Ledger"); }
    QString subtitle() const override { return m_name; }
    const Uuid& customer() const { return m_customer; }
    const LedgerPeriod& period() const { return m_model->period(); }
    const LedgerModel& model() const { return *m_model; }

Q_SIGNALS:
    void recordPayment(const dure::Uuid& customer);
    void showDocuments(const dure::app::DocumentRequest& request); ///< F7: this ledger on paper

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override;
    bool concernsDetail(const ChangeSet&) const override { return false; }
    bool isOfThisList(TableId) const override { return false; }

private:
    void addPeriod();
    void addButtons();
    LedgerPeriod chosenPeriod() const;
    void takeDates();

    Uuid m_customer;
    QString m_name;
    LedgerModel* m_model; // child
    DateField *m_from, *m_to; // children
    bool m_showing = false; // our own dates are not the user's
};

} // namespace dure::app
