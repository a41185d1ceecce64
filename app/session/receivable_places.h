#pragma once
#include "app/documents/document_request.h"
#include "app/shell/main_window.h"
#include "core/domain/period.h"
#include "core/domain/schema.h"
#include "core/domain/uuid.h"

#include <QObject>
#include <functional>

namespace dure::app {

class CompanyData;
class FormPage;
class LedgerPage;
class PaymentListPage;
class ReceivableListPage;

/// The screens of money owed and the ways between them.
class ReceivablePlaces : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this. Adds the place.
    ReceivablePlaces(MainWindow& window, CompanyData& data, QObject* parent);

    void showAll(); ///< what is owed, of all customers
    void recordPayment(const Uuid& customer); ///< nil: to be chosen
    void showLedger(const Uuid& customer); ///< over the place that is shown
    void showPayments();
    void showCollections(const DaySpan& days); ///< what came in on these days
    void showPayment(const Uuid& payment);
    void showNotes();
    void settleNote(const Uuid& payment, bool dishonoured);

Q_SIGNALS:
    void showElsewhere(dure::TableId table, const dure::Uuid& id);
    void showCustomer(const dure::Uuid& customer);
    void editCustomer(const dure::Uuid& customer);
    void showDocuments(const dure::app::DocumentRequest& request);

private:
    Page* makeReceivables();
    void showReceipt(const Uuid& payment); ///< 입금표, to be printed
    PaymentListPage* openPayments();
    void openForm(std::function<FormPage*()> make, const std::function<void()>& goOn,
        const std::function<QString(const QString& name)>& done);

    MainWindow& m_window;
    CompanyData& m_data;
    ReceivableListPage* m_receivables = nullptr; // the window's
};

} // namespace dure::app
