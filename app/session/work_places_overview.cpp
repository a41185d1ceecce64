// WorkPlaces: what gives a view of everything: today, the dashboard, what needs a look.
#include "app/attention/attention_page.h"
#include "app/dashboard/dashboard_board.h"
#include "app/dashboard/dashboard_page.h"
#include "app/data/company_data.h"
#include "app/deliveries/delivery_editor_page.h"
#include "app/deliveries/delivery_list_page.h"
#include "app/documents/document_printing.h"
#include "app/orders/order_editor_page.h"
#include "app/orders/order_list_page.h"
#include "app/relations/relation_list_page.h"
#include "app/session/receivable_places.h"
#include "app/session/work_places.h"
#include "app/stock/stock_list_page.h"
#include "app/today/loading_list_page.h"
#include "app/today/today_page.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"

namespace dure::app {

Page* WorkPlaces::makeToday()
{
    m_today = new TodayPage(m_data);
    connect(m_today, &TodayPage::newOrder, this, [this] { editOrder({}); });
    connect(m_today, &TodayPage::deliver, this, &WorkPlaces::deliverFromToday);
    connect(m_today, &TodayPage::printStatement, this, &WorkPlaces::showStatement);
    connect(m_today, &TodayPage::rowOpened, this, &WorkPlaces::openFromToday);
    connect(m_today, &TodayPage::showElsewhere, this, &WorkPlaces::show);
    return m_today;
}

void WorkPlaces::openFromToday(const DayRow& row)
{
    switch (row.opens) {
    case DayRow::Opens::LoadingList:
        return showLoadingList();
    case DayRow::Opens::Order:
        return showOrder(row.id);
    case DayRow::Opens::Delivery:
        return showDelivery(row.id);
    case DayRow::Opens::LateOrders:
        return m_window.uncoverThen(QStringLiteral("orders"), [this] { m_orders->showOnly(QStringLiteral("late")); });
    case DayRow::Opens::Promise:
    case DayRow::Opens::Note:
    case DayRow::Opens::Action:
        return showRelations(row.customer, false, row.id);
    case DayRow::Opens::Attention:
        return m_window.goTo(QStringLiteral("attention"));
    case DayRow::Opens::None:
        break;
    }
}

/// An editor of the same order may be open over the orders: it keeps what is typed there, which this one reads.
void WorkPlaces::deliverFromToday(const Uuid& order)
{
    if (!m_today->mayWrite(TableId::Delivery))
        return;
    const QString here = QStringLiteral("today");
    m_window.closeThen(m_window.openPageOf<DeliveryEditorPage>(QStringLiteral("orders")), [this, order, here] {
        m_window.goTo(here);
        auto* editor = new DeliveryEditorPage(m_data, order);
        connect(editor, &DeliveryEditorPage::saved, this,
            [this](const Uuid& delivery, const QString& number, qint64 part, bool print) {
                const QString done = part > 0 ? tr("Delivery no. %1 was recorded.").arg(part)
                                              : tr("Delivery %1 was recorded.").arg(number);
                m_today->showDone(done);
                if (print)
                    m_printing->print(DocumentRequest::of(FormKind::Statement, delivery), m_today->strip(), done,
                        [this, done, did = m_data.undoable()] { m_today->showDone(done, did); });
            });
        connect(editor, &DeliveryEditorPage::draftKept, this, [this, order] {
            m_today->strip().clear();
            m_today->strip().show(Tone::Info, tr("What you typed is kept on this PC."));
            connect(m_today->strip().addAction(tr("Go on with it")), &QAbstractButton::clicked, this,
                [this, order] { deliverFromToday(order); });
        });
        m_window.openPage(editor);
    });
}

void WorkPlaces::showRelations(const Uuid& customer, bool writes, const Uuid& entry)
{
    if (customer.isNil())
        return;
    auto* page = new RelationListPage(m_data, customer);
    connect(page, &ListPage::showElsewhere, this, &WorkPlaces::show);
    m_window.openPage(page);
    if (!entry.isNil())
        page->showRow(entry);
    if (writes)
        page->begin();
}

void WorkPlaces::showLoadingList() { m_window.openPage(new LoadingListPage(m_data)); }

Page* WorkPlaces::makeDashboard()
{
    auto* page = new DashboardPage(m_data);
    const DashboardBoard* board = &page->board();
    const auto orders = [this](const QString& chip, const std::optional<DaySpan>& days) {
        m_window.uncoverThen(QStringLiteral("orders"), [=, this] { m_orders->showOnly(chip, days); });
    };
    connect(
        board, &DashboardBoard::ordersWanted, this, [=](const DaySpan& days) { orders(QStringLiteral("all"), days); });
    connect(board, &DashboardBoard::lateOrdersWanted, this, [=] { orders(QStringLiteral("late"), {}); });
    connect(board, &DashboardBoard::deliveriesWanted, this, [this](const DaySpan& days) {
        m_window.uncoverThen(
            QStringLiteral("deliveries"), [=, this] { m_deliveries->showOnly(QStringLiteral("all"), days); });
    });
    connect(board, &DashboardBoard::receivablesWanted, m_money, &ReceivablePlaces::showAll);
    connect(board, &DashboardBoard::collectionsWanted, m_money, &ReceivablePlaces::showCollections);
    connect(board, &DashboardBoard::belowSafetyWanted, this, [this] {
        m_window.uncoverThen(QStringLiteral("stock"), [this] { m_stock->showOnly(QStringLiteral("low")); });
    });
    connect(board, &DashboardBoard::rowWanted, this, &WorkPlaces::show);
    return page;
}

Page* WorkPlaces::makeAttention()
{
    auto* page = new AttentionPage(m_data, *m_history);
    connect(page, &AttentionPage::decided, this, &WorkPlaces::countAttention);
    connect(page, &AttentionPage::editorMustGo, this, [this](const std::function<void()>& then) {
        m_window.closeThen(m_window.openPageOf<OrderEditorPage>(QStringLiteral("orders")), then);
    });
    connect(page, &AttentionPage::editOrder, this, &WorkPlaces::editOrder);
    connect(page, &AttentionPage::showElsewhere, this, &WorkPlaces::show);
    return page;
}

void WorkPlaces::countAttention()
{
    m_data.read(
        this, QStringLiteral("attention"),
        [](Reader& reader) { return reader.attention().counts(); }, // as the page counts them
        [this](const storage::AttentionCounts& counts) {
            m_window.setPlaceCount(QStringLiteral("attention"), int(counts.open));
            Q_EMIT attentionCounted(int(counts.open));
        },
        ReadPriority::Background);
}

} // namespace dure::app
