#pragma once
#include "app/lists/list_page.h"
#include "app/quotations/quotation_list_model.h"

namespace dure::app {

class QuotationDetailPane;

/// 견적: what was offered to whom, and what became of it.
class QuotationListPage : public ListPage
{
    Q_OBJECT
public:
    explicit QuotationListPage(CompanyData& data, QWidget* parent = nullptr);
    QString title() const override { return tr("Quotations"); }

Q_SIGNALS:
    void openEditor(const dure::Uuid& quotation); ///< nil: a new one
    void makeOrder(const dure::Uuid& quotation);
    void printQuotation(const dure::Uuid& quotation);
    void showOrder(const dure::Uuid& order);
    void showCustomer(const dure::Uuid& customer);
    void showHistory(const dure::Uuid& quotation);

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
    void setState(QuotationState state, const QString& done);
    void remove();

    QuotationListModel* m_model; // child
    QuotationDetailPane* m_detail; // child
    std::optional<storage::QuotationDetail> m_shown;
};

} // namespace dure::app
