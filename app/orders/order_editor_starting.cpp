// OrderEditorPage: a new order that begins with an earlier one or a quotation.
#include "app/data/error_text.h"
#include "app/lookup/customer_field.h"
#include "app/lookup/product_completion.h"
#include "app/orders/order_editor_page.h"
#include "app/orders/order_head.h"
#include "app/orders/order_line_grid.h"
#include "app/widgets/date_text.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"

namespace dure::app {

OrderEditorPage::OrderEditorPage(CompanyData& data, const OrderStart& start, const Uuid& forCustomer, QWidget* parent)
    : OrderEditorPage(data, Uuid{}, forCustomer, parent)
{
    readStart(start);
}

void OrderEditorPage::readStart(const OrderStart& start)
{
    const Date today = data().today();
    data().read(
        this, QStringLiteral("start"),
        [start, today](Reader& reader) {
            return start.quotation.isNil() ? readCopy(reader, start.copyOf, today)
                                           : readQuoted(reader, start.quotation, today);
        },
        [this, start](std::optional<OrderDraft>&& draft) {
            if (draft)
                return begin(*draft, start);
            const ErrorText text = errorText(commands::CommandError::notFound());
            strip().clear();
            strip().show(Tone::Red, text.what, text.wayOut);
        });
}

void OrderEditorPage::begin(const OrderDraft& draft, const OrderStart& start)
{
    show(draft);
    m_reoffer = true; // of what nobody typed or quoted: today's prices
    setTouched(true);
    m_grid->setFocus(Qt::OtherFocusReason);
    strip().clear();
    if (start.quotation.isNil())
        strip().show(Tone::Info, tr("The lines of the earlier order are taken over."),
            tr("Agreed and list prices are today's. Check quantities and dates."));
    else
        strip().show(Tone::Info, tr("The lines of the quotation are taken over."),
            tr("The prices are those that were quoted. Check quantities and dates."));
}

/// Ctrl+D on the empty paper: as the last time.
void OrderEditorPage::repeatLastOrder()
{
    const Uuid customer = m_head->customer().customer();
    if (customer.isNil() || m_model->lineCount() > 0)
        return;
    const Date today = data().today();
    data().read(
        this, QStringLiteral("start"),
        [customer, today](Reader& reader) { return readCopy(reader, reader.orders().lastOf(customer), today); },
        [this, customer](std::optional<OrderDraft>&& draft) {
            if (m_head->customer().customer() != customer || m_model->lineCount() > 0)
                return; // typed meanwhile
            strip().clear();
            if (!draft) {
                strip().show(Tone::Info, tr("This customer has no earlier order."));
                return;
            }
            std::vector<EntryLine> lines;
            for (const auto& line : draft->lines)
                lines.push_back(*line);
            m_model->setLines(std::move(lines));
            m_model->setPricing(m_completion->pricing(), true);
            touched();
            strip().show(Tone::Info, tr("The lines of the last order are taken over."),
                tr("Agreed and list prices are today's. Check quantities and dates."));
            if (m_saveWhenSettled)
                save();
        });
}

} // namespace dure::app
