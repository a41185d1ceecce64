#include "app/attention/field_text.h"

#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>

namespace dure::app {
namespace {

const char* const fieldContext = "Field";
const char* const tableContext = "Table";
const char* const actionContext = "Action";

struct Word
{
    const char* name;
    const char* text;
};

constexpr Word fields[]{
    {"name", QT_TRANSLATE_NOOP("Field", "Name")},
    {"code", QT_TRANSLATE_NOOP("Field", "Code")},
    {"business_no", QT_TRANSLATE_NOOP("Field", "Business number")},
    {"representative", QT_TRANSLATE_NOOP("Field", "Representative")},
    {"business_type", QT_TRANSLATE_NOOP("Field", "Business type")},
    {"business_item", QT_TRANSLATE_NOOP("Field", "Business item")},
    {"postal_code", QT_TRANSLATE_NOOP("Field", "Postal code")},
    {"address", QT_TRANSLATE_NOOP("Field", "Address")},
    {"phone", QT_TRANSLATE_NOOP("Field", "Phone")},
    {"fax", QT_TRANSLATE_NOOP("Field", "Fax")},
    {"email", QT_TRANSLATE_NOOP("Field", "Email")},
    {"staff", QT_TRANSLATE_NOOP("Field", "In charge")},
    {"note", QT_TRANSLATE_NOOP("Field", "Note")},
    {"memo", QT_TRANSLATE_NOOP("Field", "Memo")},
    {"closing_day", QT_TRANSLATE_NOOP("Field", "Closing day")},
    {"pay_months", QT_TRANSLATE_NOOP("Field", "Months until payment")},
    {"pay_day", QT_TRANSLATE_NOOP("Field", "Pay day")},
    {"credit_limit", QT_TRANSLATE_NOOP("Field", "Credit limit")},
    {"opening_balance", QT_TRANSLATE_NOOP("Field", "Opening balance")},
    {"spec", QT_TRANSLATE_NOOP("Field", "Spec")},
    {"unit", QT_TRANSLATE_NOOP("Field", "Unit")},
    {"list_price", QT_TRANSLATE_NOOP("Field", "List price")},
    {"unit_price", QT_TRANSLATE_NOOP("Field", "Price")},
    {"quantity", QT_TRANSLATE_NOOP("Field", "Quantity")},
    {"supply", QT_TRANSLATE_NOOP("Field", "Supply amount")},
    {"tax", QT_TRANSLATE_NOOP("Field", "Tax")},
    {"tax_kind", QT_TRANSLATE_NOOP("Field", "Kind of tax")},
    {"price_kind", QT_TRANSLATE_NOOP("Field", "Kind of price")},
    {"rounding_mode", QT_TRANSLATE_NOOP("Field", "Rounding")},
    {"tax_scope", QT_TRANSLATE_NOOP("Field", "Tax computed by")},
    {"tax_typed", QT_TRANSLATE_NOOP("Field", "Tax typed by hand")},
    {"price_source", QT_TRANSLATE_NOOP("Field", "Where the price comes from")},
    {"number", QT_TRANSLATE_NOOP("Field", "Number")},
    {"customer_id", QT_TRANSLATE_NOOP("Field", "Customer")},
    {"product_id", QT_TRANSLATE_NOOP("Field", "Product")},
    {"product_name", QT_TRANSLATE_NOOP("Field", "Product")},
    {"site_id", QT_TRANSLATE_NOOP("Field", "Delivered to")},
    {"order_id", QT_TRANSLATE_NOOP("Field", "Order")},
    {"ordered_on", QT_TRANSLATE_NOOP("Field", "Ordered on")},
    {"due_on", QT_TRANSLATE_NOOP("Field", "Due")},
    {"delivered_on", QT_TRANSLATE_NOOP("Field", "Delivered on")},
    {"received_on", QT_TRANSLATE_NOOP("Field", "Received on")},
    {"amount", QT_TRANSLATE_NOOP("Field", "Amount")},
    {"state", QT_TRANSLATE_NOOP("Field", "State")},
    {"customer_order_no", QT_TRANSLATE_NOOP("Field", "Customer's order number")},
    {"vehicle", QT_TRANSLATE_NOOP("Field", "Vehicle")},
    {"driver", QT_TRANSLATE_NOOP("Field", "Driver")},
    {"receiver", QT_TRANSLATE_NOOP("Field", "Received by")},
    {"valid_from", QT_TRANSLATE_NOOP("Field", "Valid from")},
    {"min_quantity", QT_TRANSLATE_NOOP("Field", "At least")},
    {"inactive", QT_TRANSLATE_NOOP("Field", "Inactive")},
    {"volume_ml", QT_TRANSLATE_NOOP("Field", "Volume, ml")},
    {"neck", QT_TRANSLATE_NOOP("Field", "Neck")},
    {"weight_g", QT_TRANSLATE_NOOP("Field", "Weight, g")},
    {"material", QT_TRANSLATE_NOOP("Field", "Material")},
    {"color", QT_TRANSLATE_NOOP("Field", "Colour")},
    {"masterbatch", QT_TRANSLATE_NOOP("Field", "Master batch")},
    {"mold_no", QT_TRANSLATE_NOOP("Field", "Mould")},
    {"moq", QT_TRANSLATE_NOOP("Field", "Least order")},
    {"lead_days", QT_TRANSLATE_NOOP("Field", "Lead time, days")},
    {"safety_stock", QT_TRANSLATE_NOOP("Field", "Safety stock")},
    {"units_per_box", QT_TRANSLATE_NOOP("Field", "Per box")},
    {"boxes_per_pallet", QT_TRANSLATE_NOOP("Field", "Boxes a pallet")},
    {"title", QT_TRANSLATE_NOOP("Field", "Title")},
    {"lot", QT_TRANSLATE_NOOP("Field", "Lot")},
    {"produced_on", QT_TRANSLATE_NOOP("Field", "Made on")},
    {"due_time", QT_TRANSLATE_NOOP("Field", "Time")},
    {"quotation_id", QT_TRANSLATE_NOOP("Field", "Quotation")},
    {"quoted_on", QT_TRANSLATE_NOOP("Field", "Quoted on")},
    {"valid_until", QT_TRANSLATE_NOOP("Field", "Valid until")},
    {"subject", QT_TRANSLATE_NOOP("Field", "Subject")},
    {"delivery_terms", QT_TRANSLATE_NOOP("Field", "Terms of delivery")},
    {"payment_terms", QT_TRANSLATE_NOOP("Field", "Terms of payment")},
    {"claim_id", QT_TRANSLATE_NOOP("Field", "Claim")},
    {"claimed_on", QT_TRANSLATE_NOOP("Field", "Claimed on")},
    {"closed_on", QT_TRANSLATE_NOOP("Field", "Closed on")},
    {"reason", QT_TRANSLATE_NOOP("Field", "Reason")},
    {"decision", QT_TRANSLATE_NOOP("Field", "Decision")},
    {"kind", QT_TRANSLATE_NOOP("Field", "Kind")},
    {"contact", QT_TRANSLATE_NOOP("Field", "With whom")},
    {"text", QT_TRANSLATE_NOOP("Field", "What was said")},
    {"next_action", QT_TRANSLATE_NOOP("Field", "Next action")},
    {"next_on", QT_TRANSLATE_NOOP("Field", "By")},
    {"done_on", QT_TRANSLATE_NOOP("Field", "Done on")},
    {"counterparty", QT_TRANSLATE_NOOP("Field", "To whom")},
    {"statement_note", QT_TRANSLATE_NOOP("Field", "Text on statements")},
    {"quotation_note", QT_TRANSLATE_NOOP("Field", "Text on quotations")},
    {"bill_note", QT_TRANSLATE_NOOP("Field", "Text on bills")},
    {"sub_business_no", QT_TRANSLATE_NOOP("Field", "Number of the workplace")},
    {"bank_account", QT_TRANSLATE_NOOP("Field", "Bank account")},
    {"opening_on", QT_TRANSLATE_NOOP("Field", "Opening balance as of")},
    {"over_tolerance_bp", QT_TRANSLATE_NOOP("Field", "More allowed, %")},
    {"under_tolerance_bp", QT_TRANSLATE_NOOP("Field", "Less allowed, %")},
    {"position", QT_TRANSLATE_NOOP("Field", "Line")},
    {"order_line_id", QT_TRANSLATE_NOOP("Field", "Line of the order")},
    {"delivery_id", QT_TRANSLATE_NOOP("Field", "Delivery")},
    {"delivery_line_id", QT_TRANSLATE_NOOP("Field", "Line of the delivery")},
    {"payment_id", QT_TRANSLATE_NOOP("Field", "Payment received")},
    {"reverses_id", QT_TRANSLATE_NOOP("Field", "Takes back")},
    {"reversal_kind", QT_TRANSLATE_NOOP("Field", "Why taken back")},
    {"moved_on", QT_TRANSLATE_NOOP("Field", "Moved on")},
    {"note_number", QT_TRANSLATE_NOOP("Field", "Number of the note")},
    {"note_issuer", QT_TRANSLATE_NOOP("Field", "Issuer of the note")},
    {"note_bank", QT_TRANSLATE_NOOP("Field", "Bank of the note")},
    {"note_issued_on", QT_TRANSLATE_NOOP("Field", "Note issued on")},
    {"note_due_on", QT_TRANSLATE_NOOP("Field", "Note due on")},
    {"on", QT_TRANSLATE_NOOP("Field", "Day")},
    {"posted_on", QT_TRANSLATE_NOOP("Field", "Booked on")},
    {"created_at", QT_TRANSLATE_NOOP("Field", "Entered at")},
};

constexpr Word groups[]{
    {"amount", QT_TRANSLATE_NOOP("Field", "Quantity and price")},
    {"product", QT_TRANSLATE_NOOP("Field", "Product")},
    {"tax", QT_TRANSLATE_NOOP("Field", "Tax")},
    {"terms", QT_TRANSLATE_NOOP("Field", "Payment")},
    {"address", QT_TRANSLATE_NOOP("Field", "Address")},
    {"opening", QT_TRANSLATE_NOOP("Field", "Opening balance")},
    {"agreement", QT_TRANSLATE_NOOP("Field", "Agreed price")},
    {"file", QT_TRANSLATE_NOOP("Field", "File")},
    {"delivered", QT_TRANSLATE_NOOP("Field", "Delivery")},
    {"decision", QT_TRANSLATE_NOOP("Field", "Decision")},
    {"promise", QT_TRANSLATE_NOOP("Field", "Promise")},
};

constexpr Word actions[]{
    {"save_customer", QT_TRANSLATE_NOOP("Action", "Saving a customer")},
    {"delete_customer", QT_TRANSLATE_NOOP("Action", "Deleting a customer")},
    {"save_product", QT_TRANSLATE_NOOP("Action", "Saving a product")},
    {"delete_product", QT_TRANSLATE_NOOP("Action", "Deleting a product")},
    {"save_order", QT_TRANSLATE_NOOP("Action", "Saving an order")},
    {"set_order_state", QT_TRANSLATE_NOOP("Action", "Changing an order's state")},
    {"plan_delivery", QT_TRANSLATE_NOOP("Action", "Planning a delivery")},
    {"delete_order", QT_TRANSLATE_NOOP("Action", "Deleting an order")},
    {"record_delivery", QT_TRANSLATE_NOOP("Action", "Recording a delivery")},
    {"reverse_delivery", QT_TRANSLATE_NOOP("Action", "Taking a delivery back")},
    {"record_payment", QT_TRANSLATE_NOOP("Action", "Recording a payment")},
    {"reverse_payment", QT_TRANSLATE_NOOP("Action", "Taking a payment back")},
    {"set_customer_price", QT_TRANSLATE_NOOP("Action", "Saving an agreed price")},
    {"change_prices", QT_TRANSLATE_NOOP("Action", "Changing many prices")},
    {"delete_customer_price", QT_TRANSLATE_NOOP("Action", "Deleting an agreed price")},
    {"save_company_profile", QT_TRANSLATE_NOOP("Action", "Saving the company")},
    {"attach_file", QT_TRANSLATE_NOOP("Action", "Attaching a file")},
    {"remove_file", QT_TRANSLATE_NOOP("Action", "Removing a file")},
    {"record_stock_movement", QT_TRANSLATE_NOOP("Action", "Recording a stock movement")},
    {"save_quotation", QT_TRANSLATE_NOOP("Action", "Saving a quotation")},
    {"delete_quotation", QT_TRANSLATE_NOOP("Action", "Deleting a quotation")},
    {"set_quotation_state", QT_TRANSLATE_NOOP("Action", "Changing a quotation's state")},
    {"order_quotation", QT_TRANSLATE_NOOP("Action", "Making an order of a quotation")},
    {"save_claim", QT_TRANSLATE_NOOP("Action", "Saving a claim")},
    {"delete_claim", QT_TRANSLATE_NOOP("Action", "Deleting a claim")},
    {"settle_claim", QT_TRANSLATE_NOOP("Action", "Settling a claim")},
    {"save_activity", QT_TRANSLATE_NOOP("Action", "Saving a note on a customer")},
    {"delete_activity", QT_TRANSLATE_NOOP("Action", "Deleting a note on a customer")},
    {"keep_as_it_is", QT_TRANSLATE_NOOP("Action", "Leaving a value as it is")},
    {"restore_value", QT_TRANSLATE_NOOP("Action", "Putting a value back")},
    {"delete_after_all", QT_TRANSLATE_NOOP("Action", "Deleting after all")},
    {"undo", QT_TRANSLATE_NOOP("Action", "Undoing")},
    {"restore_customer", QT_TRANSLATE_NOOP("Action", "Bringing back a customer")},
    {"restore_product", QT_TRANSLATE_NOOP("Action", "Bringing back a product")},
    {"restore_order", QT_TRANSLATE_NOOP("Action", "Bringing back an order")},
    {"restore_quotation", QT_TRANSLATE_NOOP("Action", "Bringing back a quotation")},
    {"restore_claim", QT_TRANSLATE_NOOP("Action", "Bringing back a claim")},
    {"restore_activity", QT_TRANSLATE_NOOP("Action", "Bringing back an activity")},
};

template <std::size_t N> const char* find(const Word (&words)[N], std::string_view name)
{
    for (const Word& word : words) {
        if (name == word.name)
            return word.text;
    }
    return nullptr;
}

QString inWords(const char* context, const char* text) { return QCoreApplication::translate(context, text); }

QString textOr(const char* context, const char* found, std::string_view name)
{
    return found ? inWords(context, found) : QString::fromUtf8(name.data(), qsizetype(name.size()));
}

class Reasons
{
    Q_DECLARE_TR_FUNCTIONS(Reasons)
};

} // namespace

QString choiceText(const Column& column, std::int64_t value)
{
    const auto one = [&](std::initializer_list<QString> words) {
        return value >= 0 && value < std::ssize(words) ? *(words.begin() + value) : QString();
    };
    const Table& quotations = tableOf(TableId::Quotation);
    if (&column == &quotations.columns[col::Quotation::state])
        return one({Reasons::tr("offered"), Reasons::tr("ordered"), Reasons::tr("lost")});
    const Table& claims = tableOf(TableId::Claim);
    if (&column == &claims.columns[col::Claim::decision])
        return one({Reasons::tr("open"), Reasons::tr("replaced"), Reasons::tr("credited"), Reasons::tr("taken back"),
            Reasons::tr("refused")});
    if (column.name == "state")
        return one({Reasons::tr("open"), Reasons::tr("on hold"), Reasons::tr("cancelled")});
    if (column.name == "tax_kind")
        return one({Reasons::tr("taxed"), Reasons::tr("zero-rated"), Reasons::tr("exempt")});
    if (column.name == "price_kind")
        return one({Reasons::tr("tax on top"), Reasons::tr("tax included")});
    return {};
}

QString fieldText(const Column& column) { return textOr(fieldContext, find(fields, column.name), column.name); }

QString unitText(const Table& table, std::string_view unit)
{
    for (const Column& column : table.columns) {
        if (!column.group.empty() && column.group == unit)
            return textOr(fieldContext, find(groups, unit), unit);
        if (column.name == unit)
            return fieldText(column);
    }
    return textOr(fieldContext, nullptr, unit);
}

QString tableText(TableId table)
{
    switch (table) {
    case TableId::CompanyProfile:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Company"));
    case TableId::Customer:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Customer"));
    case TableId::Contact:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Contact"));
    case TableId::DeliverySite:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Delivery site"));
    case TableId::Product:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Product"));
    case TableId::CustomerPrice:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Agreed price"));
    case TableId::SalesOrder:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Order"));
    case TableId::OrderLine:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Order line"));
    case TableId::Delivery:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Delivery"));
    case TableId::DeliveryLine:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Delivery line"));
    case TableId::Payment:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Payment"));
    case TableId::StockMovement:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Stock movement"));
    case TableId::Attachment:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "File"));
    case TableId::Quotation:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Quotation"));
    case TableId::QuotationLine:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Quotation line"));
    case TableId::Claim:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Claim"));
    case TableId::PaymentAllocation:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "What a payment is for"));
    case TableId::NoteEvent:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Promissory note"));
    case TableId::Activity:
        return inWords(tableContext, QT_TRANSLATE_NOOP("Table", "Note on a customer"));
    default:
        return QString::fromLatin1(tableOf(table).name.data(), qsizetype(tableOf(table).name.size()));
    }
}

QString valueText(const Column& column, const Value& value, Date today, storage::AttentionStore& names)
{
    if (isNull(value))
        return QStringLiteral("–");
    switch (column.type) {
    case ColumnType::Text:
        return toQString(textOf(value));
    case ColumnType::Boolean:
        return integerOf(value) != 0 ? Reasons::tr("yes") : Reasons::tr("no");
    case ColumnType::Date:
        return dateText(Date{static_cast<std::int32_t>(integerOf(value))}, today);
    case ColumnType::Time:
        return momentText(integerOf(value), today);
    case ColumnType::Won:
        return wonText(Won{integerOf(value)});
    case ColumnType::UnitPrice:
        return numberText(UnitPrice{integerOf(value)});
    case ColumnType::Quantity:
        return numberText(Quantity{integerOf(value)});
    case ColumnType::Integer:
        if (const QString word = choiceText(column, integerOf(value)); !word.isEmpty())
            return word;
        return numberText(qint64{integerOf(value)});
    case ColumnType::Id:
        for (const TableId table : {TableId::Customer, TableId::Product, TableId::DeliverySite, TableId::SalesOrder}) {
            if (const std::string name = names.nameOf(table, idOf(value)); !name.empty())
                return toQString(name);
        }
        return QStringLiteral("–");
    }
    return {};
}

QString intentText(const std::string& intent) { return textOr(actionContext, find(actions, intent), intent); }

QString reasonText(const std::string& reason)
{
    if (reason == "not_allowed")
        return Reasons::tr("Your role may not do this. Ask the owner for the right, then do it again.");
    if (reason == "append_only")
        return Reasons::tr("What is recorded is not changed. Take it back and record it anew.");
    if (reason == "row_missing")
        return Reasons::tr("What it changes does not exist in the cloud. Make it anew.");
    if (reason == "row_exists")
        return Reasons::tr("It exists in the cloud with other content. Look at it there.");
    if (reason == "too_large")
        return Reasons::tr("It is too large for one step. Split it in two.");
    if (reason == "bad_value" || reason == "missing_value")
        return Reasons::tr("A value is missing or cannot be stored. Correct it and save again.");
    if (reason == "unknown_table" || reason == "unknown_column" || reason == "malformed")
        return Reasons::tr("The cloud does not understand this version of Dure. Install the newest one.");
    return Reasons::tr("The cloud refused it. Do it again, or ask your coordinator.");
}

QString reasonWord(const std::string& reason)
{
    if (reason == "not_allowed")
        return Reasons::tr("no right to do it");
    if (reason == "row_missing")
        return Reasons::tr("no longer there");
    if (reason == "too_large")
        return Reasons::tr("too large");
    if (reason == "bad_value" || reason == "missing_value")
        return Reasons::tr("a value is not right");
    return Reasons::tr("see why");
}

QString momentText(std::int64_t ms, Date today)
{
    if (ms == 0)
        return {};
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(ms);
    const QDate day = when.date();
    const Date date = Date::fromYmd(day.year(), unsigned(day.month()), unsigned(day.day()));
    const QString time = when.time().toString(QStringLiteral("HH:mm"));
    return (date == today ? Reasons::tr("today") : dateText(date, today)) + u' ' + time;
}

} // namespace dure::app
