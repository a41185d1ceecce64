#include "core/domain/schema.h"

#include "core/domain/blob.h"
#include "core/domain/date.h"
#include "core/domain/fixed_point.h"

#include <array>

namespace dure {

namespace {

using enum ColumnType;
using C = Column;
using Indexes = std::string_view;

constexpr std::uint8_t everyone = Owner | Executive | Staff | Coordinator;
constexpr std::uint8_t office = Owner | Staff;
constexpr std::uint8_t importers = Owner | Staff | Coordinator; // what a coordinator's import brings; never facts

constexpr C reference(
    std::string_view name, TableId to, std::uint8_t flags = 0, std::string_view group = {}, int since = 1)
{
    return {name, Id, flags, group, 0, 0, since, to};
}

constexpr C companyProfile[] = {
    {"name", Text, Required, {}, 200},
    {"business_no", Text, 0, {}, 20},
    {"sub_business_no", Text, 0, {}, 4},
    {"representative", Text, 0, {}, 100},
    {"business_type", Text, 0, {}, 100},
    {"business_item", Text, 0, {}, 100},
    {"postal_code", Text, 0, "address", 10},
    {"address", Text, 0, "address"},
    {"phone", Text, 0, {}, 40},
    {"fax", Text, 0, {}, 40},
    {"email", Text, 0, {}, 200},
    {"bank_account", Text, 0, {}, 200},
    {"statement_note", Text, 0, {}, 400},
    {"quotation_note", Text, 0, {}, 400, 0, 2},
    {"bill_note", Text, 0, {}, 400, 0, 2},
};

constexpr C customer[] = {
    {"code", Text, Searched, {}, 40},
    {"name", Text, Required | Searched, {}, 200},
    {"business_no", Text, Searched, {}, 20},
    {"sub_business_no", Text, 0, {}, 4},
    {"representative", Text, Searched, {}, 100},
    {"business_type", Text, 0, {}, 100},
    {"business_item", Text, 0, {}, 100},
    {"postal_code", Text, 0, "address", 10},
    {"address", Text, 0, "address"},
    {"phone", Text, Searched, {}, 40},
    {"fax", Text, 0, {}, 40},
    {"email", Text, 0, {}, 200},
    {"staff", Text, 0, {}, 100},
    {"tax_kind", Integer, 0, "tax", 2},
    {"price_kind", Integer, 0, "tax", 1},
    {"rounding_mode", Integer, 0, "tax", 2},
    {"tax_scope", Integer, 0, "tax", 1},
    {"closing_day", Integer, 0, "terms", 31},
    {"pay_months", Integer, 0, "terms", 12},
    {"pay_day", Integer, 0, "terms", 31},
    {"credit_limit", Won},
    {"opening_balance", Won, 0, "opening"},
    {"opening_on", ColumnType::Date, 0, "opening"},
    {"over_tolerance_bp", Integer, 0, {}, 10000},
    {"under_tolerance_bp", Integer, 0, {}, 10000},
    {"inactive", Boolean},
    {"note", Text, 0, {}, 4000},
};

constexpr C contact[] = {
    reference("customer_id", TableId::Customer, Required),
    {"position", Integer},
    {"name", Text, Required, {}, 100},
    {"title", Text, 0, {}, 100},
    {"phone", Text, 0, {}, 40},
    {"email", Text, 0, {}, 200},
    {"note", Text, 0, {}, 1000},
};

constexpr C deliverySite[] = {
    reference("customer_id", TableId::Customer, Required),
    {"position", Integer},
    {"name", Text, Required, {}, 200},
    {"postal_code", Text, 0, "address", 10},
    {"address", Text, 0, "address"},
    {"phone", Text, 0, {}, 40},
    {"receiver", Text, 0, {}, 100},
    {"note", Text, 0, {}, 1000},
};

constexpr C product[] = {
    {"code", Text, Searched, {}, 60},
    {"name", Text, Required | Searched, {}, 200},
    {"spec", Text, Searched, {}, 200},
    {"unit", Text, 0, {}, 20},
    {"list_price", ColumnType::UnitPrice},
    {"tax_kind", Integer, 0, {}, 2},
    {"units_per_box", ColumnType::Quantity},
    {"boxes_per_pallet", Integer},
    {"volume_ml", ColumnType::Quantity},
    {"neck", Text, 0, {}, 40},
    {"weight_g", ColumnType::Quantity},
    {"material", Text, 0, {}, 40},
    {"color", Text, 0, {}, 60},
    {"masterbatch", Text, 0, {}, 60},
    {"mold_no", Text, 0, {}, 60},
    {"moq", ColumnType::Quantity},
    {"lead_days", Integer, 0, {}, 3650},
    {"safety_stock", ColumnType::Quantity},
    {"inactive", Boolean},
    {"note", Text, 0, {}, 4000},
};

constexpr C customerPrice[] = {
    reference("customer_id", TableId::Customer, Required),
    reference("product_id", TableId::Product, Required),
    {"valid_from", ColumnType::Date, Required, "agreement"},
    {"min_quantity", ColumnType::Quantity, 0, "agreement"},
    {"unit_price", ColumnType::UnitPrice, Required, "agreement"},
    {"note", Text, 0, {}, 400},
};

constexpr C salesOrder[] = {
    {"number", Text, Required | Searched, {}, 40},
    reference("customer_id", TableId::Customer, Required),
    reference("site_id", TableId::DeliverySite),
    {"ordered_on", ColumnType::Date, Required},
    {"due_on", ColumnType::Date},
    {"customer_order_no", Text, Searched, {}, 60},
    {"state", Integer, 0, {}, 2},
    {"tax_kind", Integer, 0, "tax", 2},
    {"price_kind", Integer, 0, "tax", 1},
    {"rounding_mode", Integer, 0, "tax", 2},
    {"tax_scope", Integer, 0, "tax", 1},
    {"staff", Text, 0, {}, 100},
    {"memo", Text, 0, {}, 4000},
    {"created_at", Time},
    reference("quotation_id", TableId::Quotation, 0, {}, 2),
    {"due_time", Integer, 0, {}, 1439, 0, 2},
    {"vehicle", Text, 0, {}, 100, 0, 2},
    {"driver", Text, 0, {}, 100, 0, 2},
};

constexpr C orderLine[] = {
    reference("order_id", TableId::SalesOrder, Required),
    {"position", Integer},
    reference("product_id", TableId::Product, 0, "product"),
    {"product_name", Text, Required, "product", 200},
    {"spec", Text, 0, "product", 200},
    {"unit", Text, 0, "product", 20},
    {"quantity", ColumnType::Quantity, Required, "amount"},
    {"unit_price", ColumnType::UnitPrice, 0, "amount"},
    {"price_source", Integer, 0, "amount", 3},
    {"supply", Won, 0, "amount"},
    {"tax", Won, 0, "amount"},
    {"tax_typed", Boolean, 0, "amount"},
    {"due_on", ColumnType::Date},
    {"note", Text, 0, {}, 1000},
};

constexpr C delivery[] = {
    {"number", Text, Required | Searched, {}, 40},
    reference("customer_id", TableId::Customer, Required),
    reference("order_id", TableId::SalesOrder),
    reference("site_id", TableId::DeliverySite),
    {"delivered_on", ColumnType::Date, Required},
    {"posted_on", ColumnType::Date, ServerOnly},
    {"tax_kind", Integer, 0, "tax", 2},
    {"price_kind", Integer, 0, "tax", 1},
    {"rounding_mode", Integer, 0, "tax", 2},
    {"tax_scope", Integer, 0, "tax", 1},
    {"vehicle", Text, 0, {}, 100},
    {"driver", Text, 0, {}, 100},
    {"receiver", Text, 0, {}, 100},
    {"memo", Text, 0, {}, 4000},
    reference("reverses_id", TableId::Delivery),
    {"created_at", Time},
    {"kind", Integer, 0, {}, 9, 0, 2},
    reference("claim_id", TableId::Claim, 0, {}, 2),
};

constexpr C deliveryLine[] = {
    reference("delivery_id", TableId::Delivery, Required),
    {"position", Integer},
    reference("order_id", TableId::SalesOrder),
    reference("order_line_id", TableId::OrderLine),
    reference("product_id", TableId::Product, 0, "product"),
    {"product_name", Text, Required, "product", 200},
    {"spec", Text, 0, "product", 200},
    {"unit", Text, 0, "product", 20},
    {"quantity", ColumnType::Quantity, Required, "amount"},
    {"unit_price", ColumnType::UnitPrice, 0, "amount"},
    {"supply", Won, 0, "amount"},
    {"tax", Won, 0, "amount"},
    {"lot", Text, 0, {}, 60},
    {"note", Text, 0, {}, 1000},
    {"produced_on", ColumnType::Date, 0, {}, 0, 0, 2},
};

constexpr C payment[] = {
    {"number", Text, Required, {}, 40},
    reference("customer_id", TableId::Customer, Required),
    {"received_on", ColumnType::Date, Required},
    {"posted_on", ColumnType::Date, ServerOnly},
    {"kind", Integer, 0, {}, 9},
    {"amount", Won, Required},
    {"note_number", Text, 0, {}, 60},
    {"note_issuer", Text, 0, {}, 100},
    {"note_bank", Text, 0, {}, 100},
    {"note_issued_on", ColumnType::Date},
    {"note_due_on", ColumnType::Date},
    {"memo", Text, 0, {}, 1000},
    reference("reverses_id", TableId::Payment),
    {"created_at", Time},
    {"reversal_kind", Integer, 0, {}, 9, 0, 2},
};

constexpr C stockMovement[] = {
    reference("product_id", TableId::Product, Required),
    {"moved_on", ColumnType::Date, Required},
    {"posted_on", ColumnType::Date, ServerOnly},
    {"kind", Integer, 0, {}, 9},
    {"quantity", ColumnType::Quantity, Required},
    reference("delivery_line_id", TableId::DeliveryLine),
    {"memo", Text, 0, {}, 1000},
    reference("reverses_id", TableId::StockMovement),
    {"created_at", Time},
    {"lot", Text, 0, {}, 60, 0, 2},
    {"produced_on", ColumnType::Date, 0, {}, 0, 0, 2},
};

constexpr C conflict[] = {
    {"table_name", Text, Required, {}, 60},
    {"row_id", Id, Required},
    {"root_id", Id},
    {"field", Text, 0, {}, 60},
    {"kind", Integer, 0, {}, 9},
    {"base_value", Text, 0, {}, 65536},
    {"winner_value", Text, 0, {}, 65536},
    {"loser_value", Text, 0, {}, 65536},
    {"winner_user", Text, 0, {}, 200},
    {"winner_at", Time},
    {"winner_device", Text, 0, {}, 200},
    {"loser_user", Text, 0, {}, 200},
    {"loser_at", Time},
    {"loser_device", Text, 0, {}, 200},
};

constexpr C resolution[] = {
    {"conflict_id", Id, Required},
    {"choice", Integer, 0, {}, 9},
    {"user", Text, 0, {}, 200},
    {"at", Time},
};

constexpr C alias[] = {
    {"table_name", Text, Required, {}, 60},
    {"from_id", Id, Required},
    {"to_id", Id, Required},
};

constexpr C holiday[] = {
    {"on", ColumnType::Date, Required},
    {"name", Text, Required, {}, 100},
    {"substitute", Boolean},
};

// Says which file belongs to which row; the file itself travels beside the rows (blob.h) and may arrive later.
constexpr C attachment[] = {
    {"owner_table", Text, Required, {}, 60},
    {"owner_id", Id, Required},
    {"kind", Integer, Required, {}, 9},
    {"file_name", Text, 0, "file", 255},
    {"type", Text, Required, "file", 100},
    {"size", Integer, Required, "file", maxBlobBytes, 1},
    {"sha256", Text, Required, "file", 64},
};

constexpr C quotation[] = {
    {"number", Text, Required, {}, 40},
    reference("customer_id", TableId::Customer, Required),
    {"quoted_on", ColumnType::Date, Required},
    {"valid_until", ColumnType::Date},
    {"subject", Text, 0, {}, 200},
    {"state", Integer, 0, {}, 9},
    {"tax_kind", Integer, 0, "tax", 2},
    {"price_kind", Integer, 0, "tax", 1},
    {"rounding_mode", Integer, 0, "tax", 2},
    {"tax_scope", Integer, 0, "tax", 1},
    {"delivery_terms", Text, 0, {}, 200},
    {"payment_terms", Text, 0, {}, 200},
    {"staff", Text, 0, {}, 100},
    {"memo", Text, 0, {}, 4000},
    {"created_at", Time},
};

constexpr C quotationLine[] = {
    reference("quotation_id", TableId::Quotation, Required),
    {"position", Integer},
    reference("product_id", TableId::Product, 0, "product"),
    {"product_name", Text, Required, "product", 200},
    {"spec", Text, 0, "product", 200},
    {"unit", Text, 0, "product", 20},
    {"quantity", ColumnType::Quantity, Required, "amount"},
    {"unit_price", ColumnType::UnitPrice, 0, "amount"},
    {"price_source", Integer, 0, "amount", 3},
    {"supply", Won, 0, "amount"},
    {"tax", Won, 0, "amount"},
    {"tax_typed", Boolean, 0, "amount"},
    {"note", Text, 0, {}, 1000},
};

constexpr C claim[] = {
    {"number", Text, Required, {}, 40},
    reference("customer_id", TableId::Customer, Required),
    {"claimed_on", ColumnType::Date, Required},
    {"kind", Integer, 0, {}, 9},
    reference("delivery_id", TableId::Delivery, 0, "delivered"),
    reference("delivery_line_id", TableId::DeliveryLine, 0, "delivered"),
    reference("product_id", TableId::Product, 0, "product"),
    {"product_name", Text, Required, "product", 200},
    {"quantity", ColumnType::Quantity},
    {"lot", Text, 0, {}, 60},
    {"produced_on", ColumnType::Date},
    {"reason", Text, 0, {}, 4000},
    {"decision", Integer, 0, "decision", 9},
    {"closed_on", ColumnType::Date, 0, "decision"},
    {"staff", Text, 0, {}, 100},
    {"memo", Text, 0, {}, 4000},
    {"created_at", Time},
};

constexpr C paymentAllocation[] = {
    reference("payment_id", TableId::Payment, Required),
    reference("delivery_id", TableId::Delivery, Required),
    {"amount", Won, Required},
};

constexpr C noteEvent[] = {
    reference("payment_id", TableId::Payment, Required),
    {"on", ColumnType::Date, Required},
    {"kind", Integer, Required, {}, 9},
    {"counterparty", Text, 0, {}, 100},
    {"memo", Text, 0, {}, 1000},
    {"created_at", Time},
};

constexpr C activity[] = {
    reference("customer_id", TableId::Customer, Required),
    {"on", ColumnType::Date, Required},
    {"kind", Integer, 0, {}, 9},
    {"contact", Text, 0, {}, 100},
    {"text", Text, 0, {}, 4000},
    {"amount", Won, 0, "promise"},
    {"next_action", Text, 0, {}, 200},
    {"next_on", ColumnType::Date, 0, "promise"},
    {"done_on", ColumnType::Date},
    {"staff", Text, 0, {}, 100},
    reference("order_id", TableId::SalesOrder),
    {"created_at", Time},
};

constexpr Indexes customerIndexes[] = {"name", "code"};
constexpr Indexes byCustomer[] = {"customer_id"};
constexpr Indexes productIndexes[] = {"code", "name"};
constexpr Indexes priceIndexes[] = {"customer_id, product_id, valid_from"};
constexpr Indexes orderIndexes[] = {"customer_id, ordered_on"};
constexpr Indexes orderLineIndexes[] = {"order_id", "product_id"};
constexpr Indexes deliveryIndexes[] = {"order_id"};
constexpr Indexes deliveryLineIndexes[] = {"delivery_id", "order_line_id, deleted, quantity"};
constexpr Indexes paymentIndexes[] = {"customer_id, received_on"};
constexpr Indexes stockIndexes[] = {"product_id, moved_on", "product_id, deleted, quantity"};
constexpr Indexes conflictIndexes[] = {"row_id"};
constexpr Indexes resolutionIndexes[] = {"conflict_id"};
constexpr Indexes aliasIndexes[] = {"from_id"};
constexpr Indexes attachmentIndexes[] = {"owner_id, kind", "kind, deleted, sha256", "sha256"};

constexpr Indexes quotationIndexes[] = {"customer_id, quoted_on", "quoted_on"};
constexpr Indexes quotationLineIndexes[] = {"quotation_id"};
constexpr Indexes claimIndexes[] = {"customer_id, claimed_on", "claimed_on"};
constexpr Indexes allocationIndexes[] = {"payment_id", "delivery_id"};
constexpr Indexes noteEventIndexes[] = {"payment_id"};
constexpr Indexes activityIndexes[] = {"customer_id, \"on\"", "done_on, next_on"};

using enum WritePolicy;
constexpr std::uint8_t anyRole = 63;

constexpr Table tables[] = {
    {TableId::CompanyProfile, "company_profile", SpaceKind::Company, Editable, everyone, office, "",
        TableId::CompanyProfile, companyProfile, {}},
    {TableId::Customer, "customer", SpaceKind::Company, Editable, everyone, importers, "", TableId::Customer, customer,
        customerIndexes},
    {TableId::Contact, "contact", SpaceKind::Company, Editable, everyone, importers, "customer_id", TableId::Customer,
        contact, byCustomer},
    {TableId::DeliverySite, "delivery_site", SpaceKind::Company, Editable, everyone, importers, "customer_id",
        TableId::Customer, deliverySite, byCustomer},
    {TableId::Product, "product", SpaceKind::Company, Editable, everyone, importers, "", TableId::Product, product,
        productIndexes},
    {TableId::CustomerPrice, "customer_price", SpaceKind::Company, Editable, everyone, importers, "",
        TableId::CustomerPrice, customerPrice, priceIndexes},
    {TableId::SalesOrder, "sales_order", SpaceKind::Company, Editable, everyone, importers, "", TableId::SalesOrder,
        salesOrder, orderIndexes},
    {TableId::OrderLine, "order_line", SpaceKind::Company, Editable, everyone, importers, "order_id",
        TableId::SalesOrder, orderLine, orderLineIndexes},
    {TableId::Delivery, "delivery", SpaceKind::Company, AppendOnly, everyone, office, "", TableId::Delivery, delivery,
        deliveryIndexes},
    {TableId::DeliveryLine, "delivery_line", SpaceKind::Company, AppendOnly, everyone, office, "delivery_id",
        TableId::Delivery, deliveryLine, deliveryLineIndexes},
    {TableId::Payment, "payment", SpaceKind::Company, AppendOnly, everyone, office, "", TableId::Payment, payment,
        paymentIndexes},
    {TableId::StockMovement, "stock_movement", SpaceKind::Company, AppendOnly, everyone, office, "",
        TableId::StockMovement, stockMovement, stockIndexes},
    {TableId::Conflict, "conflict", SpaceKind::Company, WritePolicy::ServerOnly, everyone, 0, "", TableId::Conflict,
        conflict, conflictIndexes},
    {TableId::Resolution, "resolution", SpaceKind::Company, AppendOnly, everyone, office, "", TableId::Resolution,
        resolution, resolutionIndexes},
    {TableId::Alias, "alias", SpaceKind::Company, AppendOnly, everyone, office, "", TableId::Alias, alias,
        aliasIndexes},
    {TableId::Holiday, "holiday", SpaceKind::Platform, Editable, anyRole, Operator, "", TableId::Holiday, holiday, {}},
    {TableId::Attachment, "attachment", SpaceKind::Company, Editable, everyone, office, "", TableId::Attachment,
        attachment, attachmentIndexes},
    {TableId::Quotation, "quotation", SpaceKind::Company, Editable, everyone, office, "", TableId::Quotation, quotation,
        quotationIndexes},
    {TableId::QuotationLine, "quotation_line", SpaceKind::Company, Editable, everyone, office, "quotation_id",
        TableId::Quotation, quotationLine, quotationLineIndexes},
    {TableId::Claim, "claim", SpaceKind::Company, Editable, everyone, office, "", TableId::Claim, claim, claimIndexes},
    {TableId::PaymentAllocation, "payment_allocation", SpaceKind::Company, Editable, everyone, office, "",
        TableId::PaymentAllocation, paymentAllocation, allocationIndexes},
    {TableId::NoteEvent, "note_event", SpaceKind::Company, Editable, everyone, office, "", TableId::NoteEvent,
        noteEvent, noteEventIndexes},
    {TableId::Activity, "activity", SpaceKind::Company, Editable, everyone, office, "", TableId::Activity, activity,
        activityIndexes},
};

} // namespace

int Table::columnIndex(std::string_view wanted) const
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == wanted)
            return static_cast<int>(i);
    return -1;
}

std::span<const Table> allTables() { return tables; }

const Table& tableOf(TableId id) { return tables[static_cast<std::size_t>(id) - 1]; }

const Table* findTable(std::string_view name)
{
    for (const Table& table : tables)
        if (table.name == name)
            return &table;
    return nullptr;
}

} // namespace dure
