#pragma once
#include "app/attention/attention_model.h"
#include "app/lists/list_page.h"

namespace dure::app {

class AttentionPane;

/// 확인 필요: values that two people set differently, and what the cloud refused. Nothing here is lost; this is where
/// it can be read.
class AttentionPage : public ListPage
{
    Q_OBJECT
public:
    explicit AttentionPage(CompanyData& data, QWidget* parent = nullptr);
    QString title() const override { return tr("Needs a look"); }
    void entered() override;

Q_SIGNALS:
    void showOrder(const dure::Uuid& order);
    void showDelivery(const dure::Uuid& delivery);
    void showCustomer(const dure::Uuid& customer);
    void showProduct(const dure::Uuid& product);

protected:
    void readCounts() override;
    void applyFilter() override;
    void showDetail(const Uuid& id) override;
    void open(const Uuid& id) override;
    bool concernsDetail(const ChangeSet& changes) const override;

private:
    void openSubject();

    AttentionModel* m_model; // child
    AttentionPane* m_detail; // child
    storage::AttentionSubject m_subject;
};

} // namespace dure::app
