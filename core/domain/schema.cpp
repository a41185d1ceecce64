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

constexpr C reference(std::string_view name, TableId to, std::uint8_t flags = 0, std::string_view group = {})
{
    return {name, Id, flags, group, 0, 0, 1, to};
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

bool isUtf8(std::string_view text)
{
    const auto* p = reinterpret_cast<const unsigned char*>(text.data());
    const auto* end = p + text.size();
    while (p < end) {
        const unsigned char lead = *p++;
        if (lead < 0x80)
            continue;
        int more = 0;
        std::uint32_t code = 0;
        if (lead >= 0xc2 && lead <= 0xdf) {
            more = 1;
            code = lead & 0x1fU;
        } else if (lead >= 0xe0 && lead <= 0xef) {
            more = 2;
            code = lead & 0x0fU;
        } else if (lead >= 0xf0 && lead <= 0xf4) {
            more = 3;
            code = lead & 0x07U;
        } else {
            return false;
        }
        if (end - p < more)
            return false;
        for (int i = 0; i < more; ++i, ++p) {
            if ((*p & 0xc0) != 0x80)
                return false;
            code = code << 6 | (*p & 0x3fU);
        }
        const bool overlong = (more == 2 && code < 0x800) || (more == 3 && code < 0x10000);
        if (overlong || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
            return false;
    }
    return true;
}

std::optional<ValueError> checkValue(const Column& column, const Value& value)
{
    if (dure::isNull(value))
        return std::nullopt;
    if (column.type == ColumnType::Text) {
        const auto* text = std::get_if<std::string>(&value);
        if (!text)
            return ValueError::WrongType;
        if (static_cast<std::int64_t>(text->size()) > column.maxBytes())
            return ValueError::TooLong;
        if (text->find('\0') != std::string::npos || !isUtf8(*text))
            return ValueError::BadText;
        return std::nullopt;
    }
    if (column.type == Id)
        return std::holds_alternative<Uuid>(value) ? std::nullopt : std::optional(ValueError::WrongType);
    const auto* integer = std::get_if<std::int64_t>(&value);
    if (!integer)
        return ValueError::WrongType;
    const std::int64_t magnitudeLimit = column.type == ColumnType::Won ? maxAmountWon : maxTenThousandths;
    bool inRange = true;
    switch (column.type) {
    case Integer:
        inRange = *integer >= column.min && *integer <= (column.max == 0 ? std::int64_t{1} << 53 : column.max);
        break;
    case Boolean:
        inRange = *integer == 0 || *integer == 1;
        break;
    case ColumnType::Date:
        inRange
            = *integer >= 19000101 && *integer <= 29991231 && dure::Date{static_cast<std::int32_t>(*integer)}.isValid();
        break;
    case Time:
        inRange = *integer >= 0 && *integer <= std::int64_t{1} << 53;
        break;
    default:
        inRange = *integer >= -magnitudeLimit && *integer <= magnitudeLimit;
    }
    return inRange ? std::nullopt : std::optional(ValueError::OutOfRange);
}

const Column* missingColumn(const Table& table, const std::vector<Value>& values)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].has(Required))
            continue;
        const auto* text = i < values.size() ? std::get_if<std::string>(&values[i]) : nullptr;
        if (i >= values.size() || dure::isNull(values[i]) || (text && text->empty()))
            return &table.columns[i];
    }
    return nullptr;
}

} // namespace dure
