#pragma once
#include "app/claims/claim_list_model.h"
#include "app/lists/list_page.h"

namespace dure::app {

class ClaimDetailPane;

/// 클레임: what customers complain of, and what was done about it.
class ClaimListPage : public ListPage
{
    Q_OBJECT
public:
    explicit ClaimListPage(CompanyData& data, QWidget* parent = nullptr);
    QString title() const override { return tr("Claims"); }
    void showClaim(const Uuid& claim); ///< whether it is open or closed

Q_SIGNALS:
    void openEditor(const dure::Uuid& claim); ///< nil: a new one
    void settle(const dure::Uuid& claim);
    void showDelivery(const dure::Uuid& delivery);
    void showCustomer(const dure::Uuid& customer);
    void showHistory(const dure::Uuid& claim);
    void showFiles(const dure::Uuid& claim);

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override { Q_EMIT openEditor(id); }
    bool concernsDetail(const ChangeSet& changes) const override;

private:
    void makeMenu();
    void makeEmptyState();
    void settleShown();
    void openAgain();
    void remove();

    ClaimListModel* m_model; // child
    ClaimDetailPane* m_detail; // child
    std::optional<storage::ClaimDetail> m_shown;
};

} // namespace dure::app
