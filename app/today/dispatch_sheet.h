#pragma once
#include "app/data/company_data.h"
#include "app/people/people_sheets.h"

namespace dure::app {

class MessageStrip;
class SuggestField;

/// 배차: which vehicle takes what remains of an order, and when. Two fields in place; Enter goes on and saves, Esc
/// leaves it.
class DispatchSheet : public InPlaceSheet
{
    Q_OBJECT
public:
    /// The data outlives the sheet. Hidden until open().
    explicit DispatchSheet(CompanyData& data, QWidget* parent = nullptr);

    void open(const Uuid& order);
    const Uuid& order() const { return m_order.id; }

Q_SIGNALS:
    void planned(const QString& done); ///< saved; what to say of it
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void save();
    void close();

    CompanyData& m_data;
    SalesOrder m_order; // as it was shown
    Label* m_about; // child
    SuggestField* m_vehicle; // child
    ImeLineEdit* m_time; // child
    FormCell* m_vehicleCell; // child
    FormCell* m_timeCell; // child
};

} // namespace dure::app
