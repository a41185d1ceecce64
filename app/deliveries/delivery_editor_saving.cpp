// DeliveryEditorPage: keeping what is typed, and saving it.
#include "app/data/error_text.h"
#include "app/deliveries/delivery_editor_page.h"
#include "app/deliveries/delivery_head.h"
#include "app/deliveries/delivery_line_grid.h"
#include "app/lookup/customer_field.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"

namespace dure::app {

bool DeliveryEditorPage::isChanged() const
{
    const bool headTyped = site() != m_shownSite || !m_head->vehicle().isEmpty() || !m_head->receiver().isEmpty()
        || !m_head->memo().isEmpty() || !m_head->customer().isNil() || m_head->deliveredOn() != data().today();
    return headTyped || m_model->entries() != m_before;
}

Uuid DeliveryEditorPage::site() const { return m_customerAwaited ? m_siteAwaited : m_head->site(); }

DeliveryDraft DeliveryEditorPage::typed() const
{
    QList<DeliveryEntry> entries;
    for (const DeliveryEntry& entry : m_model->entries()) {
        // what stood there by itself is filled in anew when the page comes back: less may remain by then
        const auto offered = std::ranges::find(m_opening.entries, entry.orderLineId, &DeliveryEntry::orderLineId);
        if (!entry.isOrdered() || offered == m_opening.entries.end() || entry.now != offered->now)
            entries += entry;
    }
    return {m_head->customer(), site(), m_head->deliveredOn(), m_head->vehicle(), m_head->receiver(), m_head->memo(),
        entries};
}

std::function<std::string()> DeliveryEditorPage::draft() const
{
    return [typed = typed()] { return deliveryDraftText(typed); };
}

bool DeliveryEditorPage::takeTyped()
{
    m_head->takeTyped();
    m_grid->settle();
    return !m_head->hasRejected();
}

bool DeliveryEditorPage::mayClose()
{
    m_saveWhenSettled.reset();
    return EditorPage::mayClose();
}

bool DeliveryEditorPage::stopAtProblem()
{
    m_head->setProblems({});
    const QString notSaved = tr("It was not saved.");
    strip().clear();
    if (m_head->hasRejected()) {
        refuse(notSaved, tr("A field of the head cannot be read. Correct what is marked."));
        m_head->focusFirstProblem();
        return true;
    }
    if (const QModelIndex problem = m_model->firstProblem(); problem.isValid()) {
        refuse(notSaved, tr("A cell holds no number. Correct what is marked."));
        m_grid->goTo(problem);
        m_grid->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (m_order.isNil() && m_head->customer().isNil()) {
        m_head->setProblems({{TableId::Delivery, col::Delivery::customerId, -1, commands::Problem::Missing}});
        refuse(notSaved, tr("Choose a customer."));
        m_head->focusFirstProblem();
        return true;
    }
    if (m_model->isEmpty()) {
        refuse(tr("Nothing goes out."), tr("Type a quantity in at least one line."));
        m_grid->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

commands::DeliveryInput DeliveryEditorPage::input(QList<int>& rows) const
{
    commands::DeliveryInput input;
    input.orderId = m_order;
    input.customerId = m_order.isNil() ? m_head->customer() : Uuid{};
    input.siteId = m_head->site();
    input.deliveredOn = m_head->deliveredOn();
    std::tie(input.vehicle, input.driver) = vehicleAndDriver(m_head->vehicle());
    input.receiver = m_head->receiver().toStdString();
    input.memo = m_head->memo().toStdString();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const DeliveryEntry& entry = m_model->entries().at(row);
        if (entry.isBlank() || entry.now.isZero())
            continue;
        commands::DeliveryLineInput line;
        line.orderLineId = entry.orderLineId;
        line.productId = entry.productId;
        line.quantity = entry.now;
        if (!entry.isOrdered()) {
            line.productName = entry.name.toStdString();
            line.spec = entry.spec.toStdString();
            line.unit = entry.unit.toStdString();
            line.unitPrice = entry.unitPrice;
        }
        input.lines.push_back(std::move(line));
        rows += row;
    }
    return input;
}

bool DeliveryEditorPage::isWaiting() const
{
    const CustomerField* customer = m_head->customerField();
    return (customer && customer->isSettling()) || m_customerAwaited || !m_grid->isSettled();
}

void DeliveryEditorPage::retrySaving()
{
    if (!m_saveWhenSettled || isWaiting())
        return;
    if (const auto print = std::exchange(m_saveWhenSettled, std::nullopt))
        save(*print);
}

void DeliveryEditorPage::save(bool print)
{
    if (!isAtWork())
        return;
    commitComposition();
    takeTyped();
    if (m_customerAwaited) // if that reading failed, this one may not
        readCustomer(m_head->customer(), m_siteAwaited);
    m_saveWhenSettled = isWaiting() ? std::optional(print) : std::nullopt;
    if (m_saveWhenSettled || stopAtProblem())
        return;
    QList<int> rows;
    const commands::DeliveryInput now = input(rows);
    saveBy([now](commands::Commands& c) { return c.recordDelivery(now); },
        [this, print, rows](const commands::Result& result) {
            if (!result)
                return onRefused(result.error(), rows);
            const auto part = m_opening.partAt(m_head->deliveredOn(), result->number);
            Q_EMIT saved(result->id, toQString(result->number), part, print);
            host()->closePage(this);
        });
}

void DeliveryEditorPage::onRefused(const commands::CommandError& error, const QList<int>& rows)
{
    m_head->setProblems(error.problems);
    const ErrorText text = errorText(error);
    refuse(text.what, text.wayOut);
    if (m_head->focusFirstProblem())
        return;
    for (const commands::FieldProblem& problem : error.problems) {
        if (problem.table != TableId::DeliveryLine || problem.line < 0 || problem.line >= rows.size())
            continue;
        const bool ofPrice = problem.column == col::DeliveryLine::unitPrice;
        const bool ofName = problem.column == col::DeliveryLine::productName;
        const auto column = ofPrice ? DeliveryLineModel::Price
            : ofName                ? DeliveryLineModel::Product
                                    : DeliveryLineModel::Now;
        refuse(text.what, tr("Line %1: %2").arg(rows[problem.line] + 1).arg(problemText(problem)));
        m_grid->goTo(m_model->index(rows[problem.line], column));
        break;
    }
    m_grid->setFocus(Qt::OtherFocusReason);
}

} // namespace dure::app
