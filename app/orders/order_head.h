#pragma once
#include "app/orders/order_opening.h"
#include "core/commands/command_error.h"

#include <QHash>
#include <QWidget>

class QGridLayout;

namespace dure::app {

class ChoiceField;
class CompanyData;
class CustomerField;
class DateField;
class FormCell;
class ImeLineEdit;
class Label;
class SuggestField;
class ValueLabel;

/// The head of the order editor: who ordered what for when, and what is agreed with the customer. Enter goes to the
/// next field and from the last one out of it (left()).
class OrderHead : public QWidget
{
    Q_OBJECT
public:
    /// The data outlives the head.
    explicit OrderHead(CompanyData& data, QWidget* parent = nullptr);

    /// Shows an order; its customer is shown by showCustomer().
    void setOrder(const SalesOrder& order);
    /// What stands here, over what was set: id, number and the like stay.
    SalesOrder order() const;
    /// Sites, payment terms and balance; std::nullopt: none chosen.
    void showCustomer(const std::optional<OrderCustomer>& customer);
    void setTax(const TaxTerms& tax);
    void setSite(const Uuid& site);
    void setStaff(const QString& staff);
    void setStaffNames(const QStringList& names);
    /// An order that was delivered stays its customer's.
    void setCustomerFixed(bool fixed);

    CustomerField& customer() const { return *m_customer; }
    /// Takes what is typed, compositions included, before order() is read for saving.
    void takeTyped();
    /// A field holds what is no date.
    bool hasRejected() const;

    /// Messages below their fields; empty takes them back.
    void setProblems(const std::vector<commands::FieldProblem>& problems);
    /// The first field with a problem gets the focus; false: there is none.
    bool focusFirstProblem();
    void focusFirst();
    /// Where the focus was last, else the first field.
    void focusLast();

Q_SIGNALS:
    void customerChosen(const dure::Uuid& id);
    void changed(); ///< by the user
    void left(); ///< Enter in the last field

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    FormCell* add(const QString& label, QWidget* field, int row, int column, int declared);
    void makeFields();
    void connectFields();
    void fillTax(const TaxTerms& tax);
    void showTerms();
    void showLimit(); ///< whole, or not at all
    void chooseWidths();
    QList<QWidget*> fields() const; ///< in the order of Enter

    CompanyData& m_data;
    QGridLayout* m_grid; // layout
    CustomerField* m_customer; // all children
    ChoiceField* m_site;
    DateField* m_ordered;
    DateField* m_due;
    ImeLineEdit* m_memo;
    ImeLineEdit* m_customerNo;
    ChoiceField* m_tax;
    SuggestField* m_staff;
    ValueLabel* m_payment;
    ValueLabel* m_account;
    ValueLabel* m_limit;
    QHash<int, FormCell*> m_cells; // by declared column of sales_order
    SalesOrder m_order; // as set
    QList<TaxTerms> m_taxChoices; // of m_tax
    QString m_paymentText;
    QString m_limitText;
    bool m_showing = false; // our own values are not the user's
};

} // namespace dure::app
