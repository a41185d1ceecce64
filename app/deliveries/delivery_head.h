#pragma once
#include "app/deliveries/delivery_opening.h"
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
class SuggestField;
class ValueLabel;

/// Who gets it, where, when, by which vehicle. With an order the customer stands fixed beside the order's number.
class DeliveryHead : public QWidget
{
    Q_OBJECT
public:
    DeliveryHead(CompanyData& data, bool withOrder, QWidget* parent = nullptr);

    void show(const DeliveryOpening& opening, Date today);
    void showSites(const std::vector<DeliverySite>& sites, const Uuid& chosen);
    /// The same with what was read since: what was typed stays. False: the site is not there any more.
    bool follow(const DeliveryOpening& opening, const Uuid& site, Date today);
    /// Takes away what was typed; show() follows.
    void clear();
    void resume(const Uuid& site, Date on, const QString& vehicle, const QString& receiver, const QString& memo);

    Uuid customer() const;
    Uuid site() const;
    QString siteName() const;
    Date deliveredOn() const;
    QString vehicle() const;
    QString receiver() const;
    QString memo() const;
    /// The memo stands apart, where the page has room for it; whoever places it owns it. Enter leaves it, too.
    QWidget* memoCell() const;
    CustomerField* customerField() const { return m_customer; } ///< null with an order

    void takeTyped();
    bool hasRejected() const;
    void setProblems(const std::vector<commands::FieldProblem>& problems);
    bool focusFirstProblem();
    void focusFirst();

Q_SIGNALS:
    void changed();
    void dayChanged();
    void customerChosen(const dure::Uuid& id);
    void left(); ///< Enter in the last field

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool showsSites(const std::vector<DeliverySite>& sites) const;
    void showOrder(const DeliveryOpening& opening, Date today);
    FormCell* add(const QString& label, QWidget* field, int row, int column, int span, int declared);
    QList<QWidget*> fields() const; ///< in the order of Enter

    QGridLayout* m_grid;
    CustomerField* m_customer = nullptr; // child
    ValueLabel* m_customerName = nullptr; // child
    ValueLabel* m_orderText = nullptr; // child
    DateField* m_on; // child, as all below
    ChoiceField* m_site;
    SuggestField* m_vehicle;
    ImeLineEdit* m_receiver;
    ImeLineEdit* m_memo;
    QHash<int, FormCell*> m_cells; // by declared column
    bool m_showing = false;
};

} // namespace dure::app
