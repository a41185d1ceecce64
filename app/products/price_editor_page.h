#pragma once
#include "app/forms/form_page.h"
#include "app/products/price_list_model.h"

namespace dure::app {

class CustomerField;
class PriceGrid;

/// 합의 단가: what each customer pays for one product. A customer is found while it is typed and gets a line; what was
/// agreed before stays below it, dated.
class PriceEditorPage : public FormPage
{
    Q_OBJECT
public:
    /// The data outlives the page.
    PriceEditorPage(CompanyData& data, const Uuid& product, QWidget* parent = nullptr);

    QString title() const override { return tr("Agreed prices"); }
    QString subtitle() const override { return m_product; }
    PriceListModel& model() const { return *m_model; }
    PriceGrid& grid() const { return *m_grid; }
    CustomerField& customerField() const { return *m_customer; }

protected:
    void read() override;
    void showStored() override;
    bool isChanged() const override { return m_model->isChanged(); }
    QJsonObject typed() const override;
    void resume(const QJsonObject& typed) override;
    bool takeTyped() override;
    void store() override;
    void showProblems(const commands::CommandError& error) override;
    bool focusFirstProblem() override;
    QWidget* firstField() const override;
    bool isConcerned(const ChangeSet& changes) const override;
    void readAgain() override;

private:
    void addCustomer(const Uuid& customer);

    PriceListModel* m_model; // child
    CustomerField* m_customer; // child
    PriceGrid* m_grid; // child
    QList<PriceListModel::Line> m_stored;
    QString m_product;
};

} // namespace dure::app
