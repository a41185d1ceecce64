#pragma once
#include "app/forms/form_page.h"
#include "app/orders/order_opening.h"

namespace dure::app {

class CustomerField;
class FormCell;
class OrderFoot;
class OrderLineGrid;
class OrderLineModel;
class ProductCompletion;
class RowForm;

/// 견적서: an offer, typed as an order is: the head in a sheet, the lines in the orders' grid below it.
class QuotationEditorPage : public FormPage
{
    Q_OBJECT
public:
    /// Quotation nil: a new one. The data outlives the page.
    QuotationEditorPage(CompanyData& data, const Uuid& quotation, QWidget* parent = nullptr);

    QString title() const override { return id().isNil() ? tr("New quotation") : tr("Edit the quotation"); }
    QString subtitle() const override;
    RowForm& form() const { return *m_form; }
    CustomerField& customerField() const { return *m_customer; }
    OrderLineGrid& grid() const { return *m_grid; }
    OrderLineModel& model() const { return *m_model; }

protected:
    void read() override;
    void showStored() override;
    bool isChanged() const override;
    QJsonObject typed() const override;
    void resume(const QJsonObject& typed) override;
    bool takeTyped() override;
    void store() override;
    void showProblems(const commands::CommandError& error) override;
    bool focusFirstProblem() override;
    QWidget* firstField() const override;
    bool isConcerned(const ChangeSet& changes) const override;
    void readAgain() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeSheet();
    void makeLines();
    void connectParts();
    void show(const Quotation& quotation, std::vector<EntryLine> lines);
    void readCustomer(const Uuid& customer, bool chosen);
    void onHeadChanged();
    bool isWaiting() const;
    Quotation quotation() const; ///< as it is typed
    commands::QuotationInput input() const;
    void makeProduct(qint64 lineKey, const QString& name);

    RowForm* m_form; // child
    CustomerField* m_customer; // child
    FormCell* m_customerCell = nullptr; // child
    OrderLineModel* m_model; // child
    ProductCompletion* m_completion; // child
    OrderLineGrid* m_grid; // child
    OrderFoot* m_foot; // child
    Quotation m_before; ///< as it was opened; of a new one what it begins with
    std::vector<QuotationLine> m_beforeLines;
    std::vector<EntryLine> m_beforeEntries;
    TaxTerms m_tax; ///< rounding and scope are the customer's
    QList<int> m_rows; ///< where each line stood that was sent to be saved
    bool m_reoffer = false; ///< the customer was changed: prices are offered anew when they are known
    bool m_saveWhenSettled = false;
};

} // namespace dure::app
