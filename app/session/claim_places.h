#pragma once
#include "app/data/company_data.h"
#include "app/shell/main_window.h"

#include <functional>

namespace dure::app {

class ClaimListPage;
class FormPage;

/// Claims, over the place of deliveries: their list, what is typed of them, what is decided.
class ClaimPlaces : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this.
    ClaimPlaces(MainWindow& window, CompanyData& data, QObject* parent);

    void showClaims();
    void showClaim(const Uuid& claim);
    void editClaim(const Uuid& claim, const Uuid& ofDelivery = {}); ///< `claim` nil: a new one
    void settleClaim(const Uuid& claim);

Q_SIGNALS:
    void showElsewhere(dure::TableId table, const dure::Uuid& id);
    void showDelivery(const dure::Uuid& delivery);
    void showCustomer(const dure::Uuid& customer);
    void showHistory(const dure::Uuid& claim);
    void showFiles(const dure::Uuid& claim);

private:
    ClaimListPage* openClaims();
    ClaimListPage& list(); ///< opened if it is not
    void openForm(std::function<FormPage*()> make, const std::function<void()>& goOn,
        const std::function<QString(const QString& name)>& done);

    MainWindow& m_window;
    CompanyData& m_data;
};

} // namespace dure::app
