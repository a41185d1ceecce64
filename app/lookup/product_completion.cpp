#include "app/lookup/product_completion.h"

#include "app/data/company_data.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/number_text.h"
#include "core/domain/text_query.h"

#include <QKeyEvent>

namespace dure::app {
namespace {

/// "11-10", "24-11-10" in another year.
QString shortDate(Date date, Date today)
{
    const QString iso = QString::fromStdString(date.toIso());
    return date.year() == today.year() ? iso.sliced(5) : iso.sliced(2);
}

CompletionCell dash() { return {{QStringLiteral("–"), {}}, {}, true}; }

} // namespace

ProductCompletion::ProductCompletion(CompanyData& data, QObject* parent)
    : QObject(parent)
    , m_data(data)
    , m_popup(new CompletionPopup(
          {{tr("Code"), 118, false, false}, {tr("Product"), 240, false, true}, {tr("Last price"), 122, true, false},
              {tr("Agreed price"), 130, true, false}, {tr("Usable stock"), 110, true, false}}))
    , m_pricing(std::make_shared<storage::CustomerPricing>())
    , m_day(data.today())
{
    m_popup->setAccessibleName(tr("Products"));
    connect(m_popup, &CompletionPopup::currentChanged, this, &ProductCompletion::showHints);
    connect(m_popup, &CompletionPopup::taken, this, [this](int row, bool shift) {
        if (std::size_t(row) >= m_shown.size()) {
            const QString name = m_newName;
            dismiss();
            Q_EMIT newWanted(name);
            return;
        }
        const storage::ProductChoice product = m_shown[std::size_t(row)];
        dismiss();
        Q_EMIT chosen(product, shift);
    });
    connect(&data, &CompanyData::changed, this, [this](const ChangeSet& changes) {
        if (changes.touches(TableId::CustomerPrice) || changes.touches(TableId::SalesOrder)
            || changes.touches(TableId::OrderLine))
            readPricing();
    });
}

ProductCompletion::~ProductCompletion() { delete m_popup; }

QString ProductCompletion::newProductUnit() { return tr("pcs", "unit of a new product"); }

void ProductCompletion::setCustomer(const Uuid& customer, const Uuid& except)
{
    if (customer == m_customer && except == m_except)
        return;
    m_customer = customer;
    m_except = except;
    m_pricing = customer.isNil() ? std::make_shared<storage::CustomerPricing>() : nullptr;
    Q_EMIT pricingChanged();
    if (!customer.isNil())
        readPricing();
}

void ProductCompletion::setDay(Date day) { m_day = day.isNull() ? m_data.today() : day; }

void ProductCompletion::readPricing()
{
    if (m_customer.isNil())
        return;
    m_data.read(
        this, QStringLiteral("pricing"),
        [customer = m_customer, except = m_except](Reader& reader) {
            return std::make_shared<const storage::CustomerPricing>(
                storage::readCustomerPricing(reader.db(), customer, except));
        },
        [this](std::shared_ptr<const storage::CustomerPricing>&& pricing) {
            if (pricing->customer != m_customer)
                return;
            m_pricing = std::move(pricing);
            Q_EMIT pricingChanged();
        });
}

std::shared_ptr<const storage::CustomerPricing> ProductCompletion::pricingOrNone() const
{
    return m_pricing ? m_pricing : std::make_shared<const storage::CustomerPricing>();
}

void ProductCompletion::search(ImeLineEdit& field, const QString& text)
{
    if (text.trimmed().isEmpty()) {
        dismiss();
        return;
    }
    ask(field, text);
}

void ProductCompletion::openAll(ImeLineEdit& field, const QString& text) { ask(field, text); }

void ProductCompletion::ask(ImeLineEdit& field, const QString& text)
{
    m_asked = text;
    m_waiting = true;
    m_data.read(
        this, QStringLiteral("products"),
        [utf8 = text.toStdString(), pricing = pricingOrNone(), except = m_except](
            Reader& reader) { return storage::ProductChoiceStore(reader.db()).find(utf8, *pricing, except); },
        [this, text, field = QPointer(&field)](storage::ProductChoices&& choices) {
            if (!m_waiting || text != m_asked || !field)
                return;
            m_waiting = false;
            show(*field, text, choices);
        });
}

void ProductCompletion::dismiss()
{
    m_waiting = false;
    m_asked.clear();
    m_shown.clear();
    m_newName.clear();
    if (m_popup)
        m_popup->dismiss();
}

bool ProductCompletion::isChoosing() const { return m_popup->isOpen() && !m_waiting && m_popup->current() >= 0; }

bool ProductCompletion::keyPressed(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_waiting)
        return false;
    if (event->key() == Qt::Key_Escape && m_popup->isOpen()) {
        dismiss();
        return true;
    }
    return m_popup->keyPressed(event);
}

void ProductCompletion::identify(const QStringList& texts, bool best, QObject* context,
    std::function<void(std::vector<std::optional<storage::ProductChoice>>)> done)
{
    std::vector<std::string> utf8;
    for (const QString& text : texts)
        utf8.push_back(text.trimmed().toStdString());
    m_data.read(
        context, {},
        [utf8 = std::move(utf8), best, pricing = pricingOrNone(), except = m_except](Reader& reader) {
            storage::ProductChoiceStore store(reader.db());
            auto found = store.identify(utf8);
            for (std::size_t i = 0; best && i < found.size(); ++i) {
                if (found[i] || TextQuery(utf8[i]).empty())
                    continue;
                const storage::ProductChoices choices = store.find(utf8[i], *pricing, except, 1);
                if (!choices.rows.empty())
                    found[i] = choices.rows.front();
            }
            return found;
        },
        [done = std::move(done)](
            std::vector<std::optional<storage::ProductChoice>>&& found) { done(std::move(found)); });
}

void ProductCompletion::show(ImeLineEdit& field, const QString& text, const storage::ProductChoices& choices)
{
    const SearchedParts parts(text);
    m_shown = choices.rows;
    CompletionPopup::Content content;
    for (const storage::ProductChoice& product : m_shown)
        content.rows += cellsOf(product, parts);
    const int count = int(m_shown.size());
    content.count = choices.complete ? tr("%n found", nullptr, count) : tr("the first %n", nullptr, count);
    const QString typed = text.trimmed();
    content.nothing = typed.isEmpty() ? tr("There are no products yet.") : tr("No product fits “%1”.").arg(typed);
    m_newName = m_offersNew && mayBeName(typed) ? typed : QString();
    if (!m_newName.isEmpty()) {
        content.chosen = m_shown.empty() ? -1 : 0;
        content.rows += {CompletionCell{}, CompletionCell{{tr("New product “%1”").arg(m_newName), {}}, {}, true}};
    }
    m_popup->open(field, std::move(content));
    showHints(m_popup->current());
}

QList<CompletionCell> ProductCompletion::cellsOf(
    const storage::ProductChoice& product, const SearchedParts& parts) const
{
    const Date today = m_data.today();
    const auto pricing = pricingOrNone();
    QList<CompletionCell> cells;
    cells += CompletionCell{parts.in(toQString(product.code)), {}, true};
    const std::string name = product.spec.empty() ? product.name : product.name + ' ' + product.spec;
    cells += CompletionCell{parts.in(toQString(name)), {}, false};
    if (const auto last = pricing->lastOf(product.id))
        cells += CompletionCell{{numberText(last->unitPrice), {}}, shortDate(last->on, today), false};
    else
        cells += dash();
    // Tiers begin with larger quantities: before one is typed the price from the first piece on is meant.
    if (const auto agreed = pricing->agreedOf(product.id, {}, m_day))
        cells += CompletionCell{
            {numberText(agreed->unitPrice), {}}, tr("from %1").arg(shortDate(agreed->validFrom, today)), false};
    else
        cells += dash();
    if (product.usable.isZero() && product.stock.isZero())
        cells += CompletionCell{{tr("none"), {}}, {}, true};
    else
        cells += CompletionCell{{numberText(product.usable), {}}, {}, false};
    return cells;
}

void ProductCompletion::showHints(int row)
{
    QList<KeyHint> hints{{QStringLiteral("↑↓"), tr("choose")}};
    if (!m_newName.isEmpty() && (row < 0 || std::size_t(row) == m_shown.size()))
        hints += {QStringLiteral("Enter"), row < 0 ? tr("keep as text") : tr("make the product")};
    if (row >= 0 && std::size_t(row) < m_shown.size()) {
        const storage::ProductChoice& product = m_shown[std::size_t(row)];
        const auto pricing = pricingOrNone();
        const OfferedPrice offered = pricing->offer(product.id, product.listPrice, {}, m_day);
        const bool hasLast = pricing->lastOf(product.id).has_value();
        hints += {QStringLiteral("Enter"),
            offered.source == PriceSource::Agreed     ? tr("take at the agreed price")
                : offered.source == PriceSource::Last ? tr("take at the last price")
                                                      : tr("take at the list price")};
        if (hasLast && offered.source != PriceSource::Last)
            hints += {QStringLiteral("Shift+Enter"), tr("at the last price")};
    }
    hints += {QStringLiteral("Esc"), tr("close")};
    m_popup->setHints(hints);
}

} // namespace dure::app

#include "moc_product_completion.cpp"
