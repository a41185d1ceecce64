// WorkPlaces: 미납 현황 over the orders, and the ways from there to an order and its delivery.
#include "app/data/company_data.h"
#include "app/deliveries/delivery_editor_page.h"
#include "app/documents/document_printing.h"
#include "app/orders/order_list_page.h"
#include "app/outstanding/outstanding_list_page.h"
#include "app/session/work_places.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"

namespace dure::app {
namespace {

const QString ordersPlace = QStringLiteral("orders");

} // namespace

void WorkPlaces::showOutstanding()
{
    m_window.closeThen(m_window.openPageOf<OutstandingListPage>(ordersPlace), [this] {
        m_window.goTo(ordersPlace);
        auto* list = new OutstandingListPage(m_data);
        connect(list, &ListPage::showElsewhere, this, &WorkPlaces::show);
        connect(list, &OutstandingListPage::openOrder, this, [this](const Uuid& order) {
            if (m_data.mayWrite(TableId::SalesOrder))
                editOrder(order);
            else
                showOrder(order);
        });
        connect(list, &OutstandingListPage::deliver, this,
            [this, list](const Uuid& order) { deliverFromOutstanding(order, *list); });
        m_window.openPage(list);
    });
}

/// Where the user comes back to from an editor over the orders.
ListPage& WorkPlaces::orderListBelow()
{
    auto* outstanding = qobject_cast<OutstandingListPage*>(m_window.currentPage());
    return outstanding ? static_cast<ListPage&>(*outstanding) : *m_orders;
}

/// An editor of the same order may be open elsewhere: it keeps what is typed there, which this one reads.
void WorkPlaces::deliverFromOutstanding(const Uuid& order, OutstandingListPage& below)
{
    if (!below.mayWrite(TableId::Delivery))
        return;
    const auto open = [this, order, list = QPointer(&below)] {
        m_window.goTo(ordersPlace);
        auto* editor = new DeliveryEditorPage(m_data, order);
        connect(editor, &DeliveryEditorPage::saved, this,
            [this, list](const Uuid& delivery, const QString& number, qint64 part, bool print) {
                if (!list)
                    return;
                const QString done = part > 0 ? tr("Delivery no. %1 was recorded.").arg(part)
                                              : tr("Delivery %1 was recorded.").arg(number);
                list->showDone(done);
                if (print)
                    m_printing->print(DocumentRequest::of(FormKind::Statement, delivery), list->strip(), done,
                        [list, done, did = m_data.undoable()] {
                            if (list)
                                list->showDone(done, did);
                        });
            });
        connect(editor, &DeliveryEditorPage::draftKept, this, [this, list, order] {
            if (!list)
                return;
            list->strip().clear();
            list->strip().show(Tone::Info, tr("What you typed is kept on this PC."));
            connect(list->strip().addAction(tr("Go on with it")), &QAbstractButton::clicked, list,
                [this, list, order] { deliverFromOutstanding(order, *list); });
        });
        m_window.openPage(editor);
    };
    m_window.closeThen(m_window.openPageOf<DeliveryEditorPage>(QStringLiteral("today")),
        [this, open] { m_window.closeThen(m_window.openPageOf<DeliveryEditorPage>(ordersPlace), open); });
}

} // namespace dure::app
