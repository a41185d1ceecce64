// DeliveryEditorPage: what is opened, what was kept of it, and what comes in while it is open.
#include "app/deliveries/delivery_editor_page.h"
#include "app/deliveries/delivery_head.h"
#include "app/deliveries/delivery_line_grid.h"
#include "app/lookup/customer_field.h"
#include "app/lookup/product_completion.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"

namespace dure::app {
namespace {

bool differ(Tolerance a, Tolerance b) { return a.overBp != b.overBp || a.underBp != b.underBp; }

} // namespace

void DeliveryEditorPage::open()
{
    data().read(
        this, QStringLiteral("open"),
        [order = m_order, today = data().today()](
            Reader& reader) { return readDeliveryOpening(reader, order, {}, today); },
        [this](std::optional<DeliveryOpening>&& opening) {
            if (!opening) {
                strip().show(Tone::Red, tr("This order does not exist any more."), tr("Close this page."));
                return;
            }
            show(*opening);
            data().run(
                this,
                [name = deliveryDraftName(m_order), day = data().today()](commands::Commands& c) {
                    return std::pair(c.loadDraft(name), c.nextNumber(DocumentKind::Delivery, day));
                },
                [this](std::pair<std::optional<std::string>, std::string>&& kept) {
                    m_number = toQString(kept.second);
                    if (kept.first) {
                        if (const auto draft = deliveryDraftOf(*kept.first))
                            resume(*draft);
                    }
                    setReady(true);
                    if (m_head->deliveredOn() != data().today())
                        readNumber();
                    showTotals();
                    // an empty grid had no cell to give the keyboard to
                    m_lastFocus.clear();
                    if (isVisible())
                        entered();
                    Q_EMIT headerChanged();
                    Q_EMIT ready();
                });
        });
}

/// Prices are agreed by the day, and numbers run by it.
void DeliveryEditorPage::followDay()
{
    m_completion->setDay(m_head->deliveredOn());
    m_grid->setDay(m_head->deliveredOn());
    readNumber();
}

/// Of the day that is typed.
void DeliveryEditorPage::readNumber()
{
    const Date day = m_head->deliveredOn();
    if (!isReady() || !day.isValid())
        return;
    data().run(
        this, [day](commands::Commands& c) { return c.nextNumber(DocumentKind::Delivery, day); },
        [this, day](const std::string& number) {
            if (day != m_head->deliveredOn())
                return; // typed on since
            m_number = toQString(number);
            showStatement();
            Q_EMIT headerChanged();
        });
}

std::int64_t DeliveryEditorPage::part() const
{
    return m_opening.partAt(m_head->deliveredOn(), m_number.toStdString());
}

void DeliveryEditorPage::show(const DeliveryOpening& opening)
{
    m_opening = opening;
    m_head->show(opening, data().today());
    m_shownSite = m_head->site();
    m_grid->setDay(data().today());
    m_completion->setDay(data().today());
    m_completion->setCustomer(opening.customer.id);
    m_grid->showOrderColumns(opening.order.has_value());
    m_model->setTakesMore(!opening.order);
    m_model->setEntries(opening.entries, opening.tax, opening.tolerance);
    m_before = m_model->entries();
    m_grid->goToFirst();
    if (opening.order && opening.order->state == OrderState::Cancelled)
        strip().show(Tone::Amber, tr("This order was cancelled."),
            tr("A delivery can be recorded all the same; it will stand under \"Needs a look\"."));
    Q_EMIT headerChanged();
}

void DeliveryEditorPage::resume(const DeliveryDraft& draft)
{
    m_head->resume(draft.site, draft.deliveredOn, draft.vehicle, draft.receiver, draft.memo);
    followDay();
    if (m_head->customerField() && !draft.customer.isNil()) {
        m_head->customerField()->setCustomer(draft.customer);
        readCustomer(draft.customer, draft.site);
    }
    const QList<DeliveryEntry> entries = resumed(m_opening.entries, draft.entries);
    if (entries.size() > m_opening.entries.size())
        m_model->setTakesMore(true);
    m_model->setEntries(entries, m_opening.tax, m_opening.tolerance);
    m_grid->showOrderColumns(m_opening.order.has_value());
    m_grid->goToFirst();
    setTouched(true);
    strip().clear();
    strip().show(Tone::Info, tr("What you typed before is back."));
    connect(strip().addAction(tr("Begin anew")), &QAbstractButton::clicked, this, &DeliveryEditorPage::beginAnew);
}

void DeliveryEditorPage::beginAnew()
{
    takeTyped();
    const DeliveryDraft typed = this->typed();
    dropDraft();
    if (m_order.isNil()) { // the customer was typed, too
        m_opening.customer = {};
        m_opening.customerName.clear();
        m_opening.sites.clear();
        m_opening.tax = {};
        m_customerAwaited = false;
    }
    m_head->clear();
    show(m_opening);
    followDay();
    showTotals();
    setTouched(false);
    offerBack([this, typed] { resume(typed); });
}

void DeliveryEditorPage::readCustomer(const Uuid& id, const Uuid& site)
{
    m_completion->setCustomer(id);
    m_customerAwaited = true;
    m_siteAwaited = site;
    data().read(
        this, QStringLiteral("customer"),
        [id, today = data().today()](Reader& reader) { return readDeliveryOpening(reader, {}, id, today); },
        [this, id, site](std::optional<DeliveryOpening>&& opening) {
            if (m_head->customer() != id)
                return; // begun anew since
            m_customerAwaited = false;
            if (!opening)
                return retrySaving();
            m_opening.customer = opening->customer;
            m_opening.customerName = opening->customerName;
            m_opening.tax = opening->tax;
            m_opening.sites = opening->sites;
            m_head->showSites(opening->sites, site);
            m_shownSite = {};
            m_model->setTax(opening->tax, {});
            m_balanceTimer->start();
            retrySaving();
        });
}

void DeliveryEditorPage::onDataChanged(const ChangeSet& changes)
{
    if (!isAtWork() || m_customerAwaited)
        return;
    const bool concernsForm = changes.touches(TableId::CompanyProfile) || changes.touches(TableId::Attachment);
    const bool concernsRows = std::ranges::any_of(changes.rows, [this](const ChangeSet::Touched& row) {
        const bool ofCustomer = !row.root.isNil() && row.root == m_opening.customer.id;
        const bool ofOrder = !m_order.isNil() && (row.root == m_order || row.table == TableId::DeliveryLine);
        return ofCustomer || ofOrder;
    });
    if (concernsForm || concernsRows)
        refresh();
}

/// Another PC delivered or changed the order meanwhile: what remains is another number, what was typed stays. And what
/// the statement takes from the company and the customer is as it will be printed.
void DeliveryEditorPage::refresh()
{
    const Uuid customer = m_order.isNil() ? m_opening.customer.id : Uuid{};
    data().read(
        this, QStringLiteral("refresh"),
        [order = m_order, customer, today = data().today()](
            Reader& reader) { return readDeliveryOpening(reader, order, customer, today); },
        [this, customer](std::optional<DeliveryOpening>&& opening) {
            if (!opening || m_customerAwaited || (m_order.isNil() && customer != m_opening.customer.id))
                return;
            const DeliveryOpening was = std::exchange(m_opening, std::move(*opening));
            const Uuid ofOrder = m_opening.order ? m_opening.order->siteId : Uuid{};
            const Uuid chosen = m_head->site() == m_shownSite ? ofOrder : m_head->site();
            const bool isGone = !m_head->follow(m_opening, chosen, data().today());
            m_shownSite = ofOrder;
            if (m_opening.entries != was.entries)
                followEntries(was.entries);
            else if (m_opening.tax != was.tax || differ(m_opening.tolerance, was.tolerance))
                m_model->setTax(m_opening.tax, m_opening.tolerance);
            if (isGone) {
                strip().clear();
                strip().show(Tone::Amber, tr("The place you chose was deleted on another PC."),
                    tr("Choose where it goes; now it goes to the customer's address."));
            }
            showTotals();
            showStatement();
            Q_EMIT headerChanged();
        });
}

void DeliveryEditorPage::followEntries(const QList<DeliveryEntry>& shown)
{
    const QList<DeliveryEntry> typed = m_model->entries();
    // a quantity that nobody touched follows what remains now
    QList<DeliveryEntry> now = m_opening.entries;
    m_before = now;
    for (DeliveryEntry& entry : now) {
        const auto was = std::ranges::find(shown, entry.orderLineId, &DeliveryEntry::orderLineId);
        const auto is = std::ranges::find(typed, entry.orderLineId, &DeliveryEntry::orderLineId);
        if (was != shown.end() && is != typed.end() && is->now != was->now)
            entry.now = is->now;
    }
    for (const DeliveryEntry& entry : typed) {
        if (!entry.isOrdered())
            now += entry;
    }
    showRefreshed(now);
    strip().clear();
    strip().show(Tone::Info, tr("Another PC changed this order or delivered from it."),
        tr("What remains was read anew; what you typed stays."));
}

/// The cursor stays on its line, also if another PC added or took out lines.
void DeliveryEditorPage::showRefreshed(const QList<DeliveryEntry>& entries)
{
    const QModelIndex cell = m_grid->cell();
    const Uuid line = cell.isValid() ? m_model->entries().at(cell.row()).orderLineId : Uuid{};
    const int column = cell.column();
    m_model->refresh(entries, m_opening.tax, m_opening.tolerance);
    if (m_grid->cell().isValid() && m_model->entries().at(m_grid->cell().row()).orderLineId == line)
        return;
    const auto& now = m_model->entries();
    const auto at = std::ranges::find(now, line, &DeliveryEntry::orderLineId);
    if (!line.isNil() && at != now.end())
        m_grid->goTo(m_model->index(int(at - now.begin()), column));
    else
        m_grid->goToFirst();
}

} // namespace dure::app
