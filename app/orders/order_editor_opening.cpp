// OrderEditorPage: what is opened, what was kept of it, and what comes in while it is open.
#include "app/attention/field_text.h"
#include "app/data/error_text.h"
#include "app/lookup/customer_field.h"
#include "app/orders/call_off_sheet.h"
#include "app/orders/order_editor_page.h"
#include "app/orders/order_head.h"
#include "app/orders/order_line_grid.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"

namespace dure::app {
namespace {

struct KeptDrafts
{
    std::optional<OrderDraft> own;
    /// An order was begun for this customer; offered when a new one is opened by itself.
    Uuid otherCustomer;
    /// Orders whose changes were not saved; likewise, if such an order is gone.
    std::vector<Uuid> changed;
};

KeptDrafts readDrafts(commands::Commands& commands, const Uuid& order, const Uuid& forCustomer)
{
    KeptDrafts kept;
    if (const auto text = commands.loadDraft(draftName(order, forCustomer)))
        kept.own = readDraft(*text);
    if (kept.own || !order.isNil() || !forCustomer.isNil())
        return kept;
    for (const std::string& name : commands.draftNames()) {
        if (const Uuid customer = customerOfDraft(name); !customer.isNil())
            kept.otherCustomer = customer;
        else if (const Uuid changed = orderOfDraft(name); !changed.isNil())
            kept.changed.push_back(changed);
    }
    return kept;
}

} // namespace

void OrderEditorPage::open()
{
    readStaffNames();
    if (m_order.isNil()) {
        OrderDraft blank;
        blank.order.orderedOn = data().today();
        blank.order.staff = data().author().name;
        blank.order.customerId = m_forCustomer;
        show(blank);
        if (!m_forCustomer.isNil())
            readCustomer(m_forCustomer, true);
        becomeReady();
    } else {
        m_head->setEnabled(false);
        m_grid->setEnabled(false);
    }
    data().run(
        this,
        [order = m_order, customer = m_forCustomer](commands::Commands& c) { return readDrafts(c, order, customer); },
        [this](KeptDrafts&& kept) {
            if (!m_order.isNil())
                openStored(kept.own);
            else if (kept.own)
                offerDraft(*kept.own, !isTouched());
            else if (!kept.otherCustomer.isNil())
                offerOther(kept.otherCustomer);
            else if (!kept.changed.empty())
                offerGone(kept.changed);
        });
}

void OrderEditorPage::openStored(const std::optional<OrderDraft>& kept)
{
    data().read(
        this, QStringLiteral("order"),
        [id = m_order, today = data().today()](Reader& reader) { return readOrderOpening(reader, id, today); },
        [this, kept](std::optional<OrderOpening>&& opening) {
            if (!opening)
                return openGone(kept);
            m_before = std::move(opening);
            m_number = toQString(m_before->order.number);
            OrderDraft stored;
            stored.order = m_before->order;
            for (const EntryLine& line : m_before->entries)
                stored.lines += std::make_shared<const EntryLine>(line);
            m_head->setCustomerFixed(m_before->hasDeliveries);
            show(stored);
            becomeReady();
            if (kept)
                offerDraft(*kept, true);
        });
}

/// What was typed into an order that was deleted since: there is no other way to it.
void OrderEditorPage::openGone(const std::optional<OrderDraft>& kept)
{
    strip().clear();
    if (!kept) {
        const ErrorText text = errorText(commands::CommandError::notFound());
        strip().show(Tone::Red, text.what, text.wayOut);
        return;
    }
    m_before = kept->before;
    m_number = toQString(kept->order.number);
    show(*kept);
    becomeReady();
    setTouched(true);
    showGone();
    connect(strip().addAction(tr("Throw the changes away")), &QAbstractButton::clicked, this,
        &OrderEditorPage::throwGoneAway);
}

void OrderEditorPage::throwGoneAway()
{
    takeTyped();
    const OrderDraft typed = this->typed();
    dropDraft();
    setTouched(false);
    setReady(false);
    m_head->setEnabled(false);
    m_grid->setEnabled(false);
    m_model->setLines({});
    offerBack([this, typed] { openGone(typed); });
}

void OrderEditorPage::showGone()
{
    strip().clear();
    strip().show(Tone::Amber, tr("This order was deleted elsewhere."), tr("What you typed is still here."));
    connect(strip().addAction(tr("Save as a new order")), &QAbstractButton::clicked, this, &OrderEditorPage::saveAsNew);
}

void OrderEditorPage::show(const OrderDraft& draft)
{
    const bool wasReady = isReady();
    setReady(false); // what is shown is not typed
    m_shown = draft.order;
    m_chosen = false; // terms and site are the draft's
    m_head->setOrder(draft.order);
    m_completion->setCustomer(draft.order.customerId, m_order);
    m_completion->setDay(draft.order.orderedOn);
    m_model->setTax(draft.order.tax);
    m_model->setDay(draft.order.orderedOn);
    m_model->setDue(draft.order.dueOn);
    std::vector<EntryLine> lines;
    for (const auto& line : draft.lines)
        lines.push_back(*line);
    m_model->setLines(std::move(lines));
    keepSplits(draft.splits);
    readCustomer(draft.order.customerId, false);
    readNumber();
    setReady(wasReady);
}

void OrderEditorPage::becomeReady()
{
    setReady(true);
    m_head->setEnabled(true);
    m_grid->setEnabled(true);
    if (host() && isVisible())
        entered();
    Q_EMIT headerChanged();
    Q_EMIT ready();
}

void OrderEditorPage::offerDraft(const OrderDraft& draft, bool restored)
{
    strip().clear();
    if (!restored) {
        strip().show(Tone::Info, tr("An order was begun here and not saved."));
        connect(strip().addAction(tr("Go on with it")), &QAbstractButton::clicked, this,
            [this, draft] { offerDraft(draft, true); });
        return;
    }
    if (draft.before)
        m_before = draft.before; // saving compares with what was seen then
    show(draft);
    setTouched(true);
    const QString at = momentText(draft.at, data().today());
    strip().show(Tone::Info,
        m_order.isNil() ? tr("This order was begun before and goes on. Typed until %1.").arg(at)
                        : tr("What was changed and not saved is here again. Typed until %1.").arg(at),
        splitsText());
    connect(strip().addAction(m_order.isNil() ? tr("Begin a new one") : tr("Throw the changes away")),
        &QAbstractButton::clicked, this, &OrderEditorPage::startAnew);
    if (m_before)
        readIncomingChanges();
}

void OrderEditorPage::offerOther(const Uuid& customer)
{
    data().read(
        this, QStringLiteral("other"), [customer](Reader& reader) { return reader.customers().find(customer); },
        [this, customer](std::optional<Customer>&& found) {
            if (!found || isTouched() || holdsBack())
                return;
            strip().clear();
            strip().show(Tone::Info, tr("An order for %1 was begun and not saved.").arg(toQString(found->name)));
            connect(strip().addAction(tr("Go on with it")), &QAbstractButton::clicked, this, [this, customer] {
                m_forCustomer = customer;
                strip().clear();
                open();
            });
        });
}

/// No list holds an order that is gone: only here can one come back to what was changed in it.
void OrderEditorPage::offerGone(const std::vector<Uuid>& changed)
{
    data().read(
        this, QStringLiteral("other"),
        [changed, today = data().today()](Reader& reader) {
            const auto gone = std::ranges::find_if(
                changed, [&](const Uuid& order) { return !readOrderOpening(reader, order, today).has_value(); });
            return gone == changed.end() ? Uuid{} : *gone;
        },
        [this](Uuid&& gone) {
            if (gone.isNil() || isTouched() || holdsBack())
                return;
            strip().clear();
            strip().show(Tone::Info, tr("What was changed in an order that is deleted now was not saved."));
            connect(strip().addAction(tr("Go on with it")), &QAbstractButton::clicked, this, [this, gone] {
                m_opened = m_order = gone;
                strip().clear();
                open();
            });
        });
}

void OrderEditorPage::startAnew()
{
    takeTyped();
    const OrderDraft typed = this->typed();
    dropDraft();
    setTouched(false);
    m_customer.reset();
    if (m_order.isNil())
        m_head->customer().setCustomer({});
    open();
    offerBack([this, typed] { offerDraft(typed, true); });
}

void OrderEditorPage::readCustomer(const Uuid& id, bool chosen)
{
    m_customerAwaited = !id.isNil();
    if (id.isNil()) {
        m_customer.reset();
        m_head->showCustomer(std::nullopt);
        showMessage();
        Q_EMIT customerShown();
        return;
    }
    m_chosen = m_chosen || chosen; // a later reading of the balance does not take the choice back
    data().read(
        this, QStringLiteral("customer"), [id](Reader& reader) { return readOrderCustomer(reader, id); },
        [this, id](std::optional<OrderCustomer>&& customer) {
            if (m_head->customer().customer() != id)
                return;
            m_customerAwaited = false;
            m_customer = std::move(customer);
            const bool wasChosen = std::exchange(m_chosen, false);
            m_head->showCustomer(m_customer);
            if (m_customer && wasChosen) {
                m_head->setTax(m_customer->customer.tax);
                m_head->setSite(m_customer->sites.empty() ? Uuid{} : m_customer->sites.front().id);
                if (!m_customer->customer.staff.empty())
                    m_head->setStaff(toQString(m_customer->customer.staff));
                const bool typedHere = isTouched();
                onHeadChanged();
                if (!typedHere) { // opened for this customer: nothing worth keeping yet
                    setTouched(false);
                    m_shown = m_head->order();
                }
            }
            showMessage();
            Q_EMIT customerShown();
        });
}

void OrderEditorPage::makeCustomer(const QString& name)
{
    commands::CustomerInput input;
    input.customer.name = name.toStdString();
    data().run(
        this, [input](commands::Commands& c) { return c.saveCustomer(input); },
        [this, name](commands::Result&& result) {
            strip().clear();
            if (!result) {
                const ErrorText error = errorText(result.error());
                strip().show(Tone::Red, error.what, error.wayOut);
                return;
            }
            m_head->customer().choose(result->id, name);
            strip().show(Tone::Info, tr("The customer “%1” was made.").arg(name),
                tr("Address and terms can be filled in under Customers later."));
        });
}

void OrderEditorPage::makeProduct(qint64 lineKey, const QString& name)
{
    Product product;
    product.name = name.toStdString();
    product.unit = ProductCompletion::newProductUnit().toStdString();
    ++m_productsAwaited;
    data().run(
        this, [product](commands::Commands& c) { return c.saveProduct(product); },
        [this, product, lineKey, name](commands::Result&& result) {
            --m_productsAwaited;
            strip().clear();
            if (!result) {
                const ErrorText error = errorText(result.error());
                strip().show(Tone::Red, error.what, error.wayOut);
                m_saveWhenSettled = false;
                return;
            }
            storage::ProductChoice made;
            made.id = result->id;
            made.name = product.name;
            made.unit = product.unit;
            m_model->answerProducts({{lineKey, name, made, false}});
            strip().show(Tone::Info, tr("The product “%1” was made.").arg(name),
                tr("Code, spec and price can be filled in under Products later."));
            Q_EMIT m_grid->settled(); // a save may have waited for it
        });
}

void OrderEditorPage::readStaffNames()
{
    data().read(
        this, QStringLiteral("staff"), [](Reader& reader) { return reader.orders().staffNames(); },
        [this](std::vector<std::string>&& names) {
            QStringList texts;
            for (const std::string& name : names)
                texts += toQString(name);
            m_head->setStaffNames(texts);
        });
}

void OrderEditorPage::readNumber()
{
    if (!m_order.isNil())
        return;
    const Date day = m_head->order().orderedOn;
    data().run(
        this, [day](commands::Commands& c) { return c.nextNumber(DocumentKind::Order, day); },
        [this](std::string&& number) {
            m_number = toQString(number);
            Q_EMIT headerChanged();
        });
}

void OrderEditorPage::onDataChanged(const ChangeSet& changes)
{
    if (!isAtWork())
        return;
    const Uuid customer = m_head->customer().customer();
    bool concernsOrder = changes.everything;
    bool concernsCustomer = changes.everything;
    const bool delivered = changes.touches(TableId::DeliveryLine);
    for (const ChangeSet::Touched& row : changes.rows) {
        concernsOrder = concernsOrder || (!m_order.isNil() && row.root == m_order);
        concernsCustomer = concernsCustomer || row.root == customer || row.table == TableId::Payment
            || row.table == TableId::DeliveryLine;
    }
    if (concernsCustomer && !customer.isNil())
        readCustomer(customer, false);
    if (m_order.isNil() && changes.touches(TableId::SalesOrder))
        readNumber();
    if ((concernsOrder || delivered) && m_before)
        readIncomingChanges();
}

void OrderEditorPage::readIncomingChanges()
{
    data().read(
        this, QStringLiteral("incoming"),
        [before = *m_before, today = data().today()](Reader& reader) { return readIncoming(reader, before, today); },
        [this](OrderIncoming&& incoming) { showIncoming(incoming); });
}

void OrderEditorPage::showIncoming(const OrderIncoming& incoming)
{
    constexpr qsizetype mostSentences = 3;
    m_goneLines = incoming.goneLines;
    if (m_before->delivered != incoming.delivered) {
        m_before->delivered = incoming.delivered;
        showMessage();
        followCallOff();
    }
    if (incoming.gone)
        return showGone();
    if (incoming.sentences.isEmpty())
        return;
    QString what = incoming.sentences.mid(0, mostSentences).join(QStringLiteral(" · "));
    if (const int more = int(incoming.sentences.size() - mostSentences); more > 0)
        what += u' ' + tr("and %n more", nullptr, more);
    strip().clear();
    strip().show(Tone::Amber, tr("This order was changed elsewhere meanwhile: %1").arg(what),
        tr("What you typed stays. Saving changes only what you changed."));
}

} // namespace dure::app
