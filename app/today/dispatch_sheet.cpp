#include "app/today/dispatch_sheet.h"

#include "app/data/error_text.h"
#include "app/deliveries/delivery_opening.h"
#include "app/lookup/suggest_field.h"
#include "app/today/day_facts.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/number_text.h"
#include "core/storage/entity_reader.h"

#include <QApplication>
#include <QKeyEvent>

namespace dure::app {
namespace {

struct Opening
{
    std::optional<SalesOrder> order;
    QString customer;
    QStringList vehicles;
};

Opening readOpening(Reader& reader, const Uuid& id)
{
    Opening opening;
    opening.order = storage::findEntity<SalesOrder>(reader.db(), id);
    if (opening.order)
        if (const auto customer = reader.customers().find(opening.order->customerId))
            opening.customer = toQString(customer->name);
    for (const auto& [vehicle, driver] : reader.deliveries().recentVehicles())
        opening.vehicles += vehicleText(vehicle, driver);
    return opening;
}

} // namespace

DispatchSheet::DispatchSheet(CompanyData& data, QWidget* parent)
    : InPlaceSheet(parent)
    , m_data(data)
    , m_about(new Label(LabelRole::Strong))
    , m_vehicle(new SuggestField)
    , m_time(new ImeLineEdit)
{
    setEdges(Qt::TopEdge);
    addAbove(m_about);
    m_vehicleCell = addField(tr("Vehicle and driver"), m_vehicle, 280);
    m_timeCell = addField(tr("Time"), m_time, 90);
    m_vehicle->setPlaceholderText(tr("2.5 t 3417, Lee"));
    m_time->setPlaceholderText(QStringLiteral("14:00"));
    KeyButton* save = addButton(tr("Plan it"), false);
    setMain(save);
    addCloseButton();
    connect(save, &QAbstractButton::clicked, this, &DispatchSheet::save);
    connect(this, &InPlaceSheet::closeRequested, this, &DispatchSheet::close);
    connect(m_time, &ImeLineEdit::effectiveTextChanged, this, [this] { m_timeCell->setProblem({}); });
    connect(m_vehicle, &ImeLineEdit::effectiveTextChanged, this, [this] { m_vehicleCell->setProblem({}); });
    hide();
}

void DispatchSheet::open(const Uuid& order)
{
    m_data.read(
        this, QStringLiteral("order"), [order](Reader& reader) { return readOpening(reader, order); },
        [this](const Opening& opening) {
            if (!opening.order)
                return;
            m_order = *opening.order;
            m_about->setText(tr("Dispatch: %1 %2").arg(opening.customer, toQString(opening.order->number)));
            m_vehicle->setSuggestions(opening.vehicles);
            m_vehicle->setText(vehicleText(opening.order->vehicle, opening.order->driver));
            m_time->setText(timeText(opening.order->dueTime));
            m_vehicleCell->setProblem({});
            m_timeCell->setProblem({});
            show();
            m_vehicle->setFocus(Qt::OtherFocusReason);
            m_vehicle->selectAll();
        });
}

/// Enter goes to the time first; there it saves.
void DispatchSheet::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && QApplication::focusWidget() == m_vehicle) {
        m_time->setFocus(Qt::TabFocusReason);
        m_time->selectAll();
        return;
    }
    InPlaceSheet::keyPressEvent(event);
}

void DispatchSheet::save()
{
    const auto time = readTypedTime(m_time->effectiveText());
    if (!time) {
        m_timeCell->setProblem(tr("No time of day. Type it like 14:00."));
        m_time->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto [vehicle, driver] = vehicleAndDriver(m_vehicle->effectiveText());
    m_data.run(
        this,
        [order = m_order, vehicle = vehicle, driver = driver, time = *time](
            commands::Commands& c) { return c.planDelivery(order.id, vehicle, driver, time, &order); },
        [this, decided = !vehicle.empty() || !driver.empty()](const commands::Result& result) {
            if (result) {
                close();
                const QString number = toQString(result->number);
                Q_EMIT planned(decided ? tr("Order %1 has its vehicle.").arg(number)
                                       : tr("Order %1 has no vehicle now.").arg(number));
                return;
            }
            for (const commands::FieldProblem& problem : result.error().problems)
                (problem.column == col::SalesOrder::dueTime ? m_timeCell : m_vehicleCell)
                    ->setProblem(problemText(problem));
            if (result.error().problems.empty())
                m_vehicleCell->setProblem(errorText(result.error()).what);
            m_vehicle->setFocus(Qt::OtherFocusReason);
        });
}

void DispatchSheet::close()
{
    hide();
    Q_EMIT closed();
}

} // namespace dure::app

#include "moc_dispatch_sheet.cpp"
