#include "core/exchange/import_plan.h"

#include "core/domain/business_number.h"
#include "core/domain/phone_number.h"
#include "core/exchange/import_row.h"
#include "core/exchange/import_values.h"

#include <cassert>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace dure::exchange {

namespace {

using enum ImportProblemCode;

constexpr std::int64_t rowsBetweenWords = 256;

/// Turns row after row into drafts of one kind.
class Planner
{
public:
    Planner(const ColumnMapping& mapping, const BoundMapping& bound, const ImportOptions& options)
        : m_bound(bound)
        , m_options(options)
        , m_ordersHaveLines(mapping.kind == TargetKind::Order && mapping.has("quantity"))
    {
        m_plan.kind = mapping.kind;
    }

    void add(const SourceRow& source)
    {
        ++m_plan.rowsRead;
        ImportRow row(m_bound, source, m_options, m_plan);
        if (row.isGood()) // a row whose cells cannot be told apart has no further problems worth a line
            addAs(m_plan.kind, row);
        if (!row.isGood()) {
            ++m_plan.rowsLeftOut;
            noteBadOrder(row);
        }
    }

    ImportPlan take() { return std::move(m_plan); }

private:
    void noteBadOrder(const ImportRow& row)
    {
        std::string number = row.text(m_plan.kind == TargetKind::Order ? "number" : "order_number");
        if (number.empty() && m_ordersHaveLines)
            number = m_lastNumber;
        if (!number.empty())
            m_plan.ordersWithBadRows.insert(std::move(number));
    }
    void addAs(TargetKind kind, ImportRow& row)
    {
        switch (kind) {
        case TargetKind::Customer:
            return addCustomer(row);
        case TargetKind::Product:
            return addProduct(row);
        case TargetKind::Order:
            return addOrder(row);
        case TargetKind::OrderLine:
            return addLineAlone(row);
        }
    }
    void addCustomer(ImportRow& row);
    void addProduct(ImportRow& row);
    void addOrder(ImportRow& row);
    void addLineAlone(ImportRow& row);
    ImportedOrder readHead(ImportRow& row) const;
    ImportedOrderLine readLine(ImportRow& row, const std::string& orderNumber);
    void mergeHead(ImportRow& row, const ImportedOrder& head, std::string number);

    bool isNewKey(ImportRow& row, const std::string& key, std::string_view field)
    {
        if (!row.isGood())
            return false;
        if (!m_keys.insert(key).second)
            row.note(DuplicateKey, field, key);
        return row.isGood();
    }

    const BoundMapping& m_bound;
    const ImportOptions& m_options;
    bool m_ordersHaveLines;
    ImportPlan m_plan;
    std::unordered_set<std::string> m_keys;
    std::unordered_map<std::string, std::size_t> m_orderIndex; // by number
    std::unordered_map<std::string, std::int64_t> m_rowsOfOrder; // good or bad
    std::unordered_map<std::string, int> m_timesOfProduct; // by line key
    std::string m_lastNumber; // of the row above
};

void Planner::addCustomer(ImportRow& row)
{
    using Col = col::Customer;
    ImportedCustomer draft{.line = row.line()};
    Customer& customer = draft.customer;
    EntityFields fields(row, TableId::Customer);
    fields.take(customer.code, "code", Col::code);
    fields.take(customer.name, "name", Col::name);
    fields.take(customer.businessNo, "business_no", Col::businessNo);
    fields.take(customer.subBusinessNo, "sub_business_no", Col::subBusinessNo);
    fields.take(customer.representative, "representative", Col::representative);
    fields.take(customer.businessType, "business_type", Col::businessType);
    fields.take(customer.businessItem, "business_item", Col::businessItem);
    fields.take(customer.postalCode, "postal_code", Col::postalCode);
    fields.take(customer.address, "address", Col::address);
    fields.take(customer.phone, "phone", Col::phone);
    fields.take(customer.fax, "fax", Col::fax);
    fields.take(customer.email, "email", Col::email);
    fields.take(customer.staff, "staff", Col::staff);
    fields.take(customer.creditLimit, "credit_limit", Col::creditLimit);
    fields.take(customer.openingBalance, "opening_balance", Col::openingBalance);
    fields.take(customer.inactive, "inactive", Col::inactive);
    fields.take(customer.note, "note", Col::note);
    draft.given = fields.given();
    EntityFields contact(row, TableId::Contact);
    contact.take(draft.contact.name, "contact_name", col::Contact::name);
    contact.take(draft.contact.title, "contact_title", col::Contact::title);
    contact.take(draft.contact.phone, "contact_phone", col::Contact::phone);

    row.require({"name"});
    if (!customer.businessNo.empty() && checkBusinessNumber(customer.businessNo) != BusinessNumberCheck::Valid)
        row.note(DoubtfulBusinessNumber, "business_no", customer.businessNo);
    customer.businessNo = normaliseBusinessNumber(customer.businessNo);
    for (std::string* phone : {&customer.phone, &customer.fax, &draft.contact.phone})
        *phone = formatPhoneNumber(*phone);
    const std::string& otherKey = customer.businessNo.empty() ? customer.name : customer.businessNo;
    draft.key = customer.code.empty() ? otherKey : customer.code;
    if (isNewKey(row, draft.key, customer.code.empty() ? "name" : "code"))
        m_plan.customers.push_back(std::move(draft));
}

void Planner::addProduct(ImportRow& row)
{
    using Col = col::Product;
    ImportedProduct draft{.line = row.line()};
    Product& product = draft.product;
    EntityFields fields(row, TableId::Product);
    fields.take(product.code, "code", Col::code);
    fields.take(product.name, "name", Col::name);
    fields.take(product.spec, "spec", Col::spec);
    fields.take(product.unit, "unit", Col::unit);
    fields.take(product.listPrice, "list_price", Col::listPrice);
    fields.take(product.taxKind, "tax_kind", Col::taxKind);
    fields.take(product.unitsPerBox, "units_per_box", Col::unitsPerBox);
    fields.take(product.boxesPerPallet, "boxes_per_pallet", Col::boxesPerPallet);
    fields.take(product.volumeMl, "volume_ml", Col::volumeMl);
    fields.take(product.neck, "neck", Col::neck);
    fields.take(product.weightG, "weight_g", Col::weightG);
    fields.take(product.material, "material", Col::material);
    fields.take(product.color, "color", Col::color);
    fields.take(product.moldNo, "mold_no", Col::moldNo);
    fields.take(product.moq, "moq", Col::moq);
    fields.take(product.leadDays, "lead_days", Col::leadDays);
    fields.take(product.safetyStock, "safety_stock", Col::safetyStock);
    fields.take(product.inactive, "inactive", Col::inactive);
    fields.take(product.note, "note", Col::note);
    draft.given = fields.given();

    row.require({"name"});
    draft.key = product.code;
    if (draft.key.empty())
        draft.key = product.spec.empty() ? product.name : product.name + "/" + product.spec;
    if (isNewKey(row, draft.key, product.code.empty() ? "name" : "code"))
        m_plan.products.push_back(std::move(draft));
}

ImportedOrder Planner::readHead(ImportRow& row) const
{
    using Col = col::SalesOrder;
    ImportedOrder head{.line = row.line()};
    EntityFields fields(row, TableId::SalesOrder);
    fields.take(head.order.number, "number", Col::number);
    fields.take(head.order.orderedOn, "ordered_on", Col::orderedOn);
    fields.take(head.order.dueOn, "due_on", Col::dueOn);
    fields.take(head.order.customerOrderNo, "customer_order_no", Col::customerOrderNo);
    fields.take(head.order.staff, "staff", Col::staff);
    fields.take(head.order.memo, "memo", Col::memo);
    head.given = fields.given();
    head.deliveredOn = row.date("delivered_on").value_or(Date());
    // the customer's code and name are looked up, so they must fit what is stored
    EntityFields customer(row, TableId::Customer);
    customer.take(head.customerCode, "customer_code", col::Customer::code);
    customer.take(head.customerName, "customer_name", col::Customer::name);
    return head;
}

ImportedOrderLine Planner::readLine(ImportRow& row, const std::string& orderNumber)
{
    using Col = col::OrderLine;
    ImportedOrderLine line{.line = row.line(), .orderNumber = orderNumber};
    EntityFields fields(row, TableId::OrderLine);
    fields.take(line.values.productName, "product_name", Col::productName);
    fields.take(line.values.spec, "spec", Col::spec);
    fields.take(line.values.unit, "unit", Col::unit);
    fields.take(line.values.quantity, "quantity", Col::quantity);
    fields.take(line.values.unitPrice, "unit_price", Col::unitPrice);
    if (m_plan.kind == TargetKind::OrderLine) // otherwise it was read with the head
        fields.take(line.values.dueOn, "due_on", Col::dueOn);
    fields.take(line.values.note, "note", Col::note);
    line.given = fields.given();
    EntityFields product(row, TableId::Product);
    product.take(line.productCode, "product_code", col::Product::code);
    row.require({"quantity"});
    row.require({"product_code", "product_name"});

    if (const auto discount = row.discount("discount"))
        line.values.unitPrice = discounted(line.values.unitPrice, *discount);
    if (row.has("unit_price"))
        line.values.priceSource = PriceSource::Typed;
    if ((line.given >> Col::unitPrice & 1) != 0)
        line.given |= std::uint64_t{1} << Col::priceSource;
    else if (row.isGood())
        row.note(NoPrice, "unit_price", {});
    line.values.position = m_rowsOfOrder[orderNumber]++;
    line.key = orderNumber + "/" + (line.productCode.empty() ? line.values.productName : line.productCode);
    if (row.isGood()) {
        const int times = ++m_timesOfProduct[line.key];
        if (times > 1)
            line.key += "/" + std::to_string(times);
    }
    return line;
}

/// A further row of an order that is known already: its head must not contradict.
void Planner::mergeHead(ImportRow& row, const ImportedOrder& head, std::string number)
{
    const auto known = m_orderIndex.find(number);
    if (known == m_orderIndex.end())
        return;
    const ImportedOrder& first = m_plan.orders[known->second];
    const auto differs = []<class T>(const T& mine, const T& theirs) { return mine != T() && mine != theirs; };
    if (!m_ordersHaveLines)
        row.note(DuplicateKey, "number", std::move(number));
    else if (differs(head.customerCode, first.customerCode))
        row.note(HeadDiffers, "customer_code", head.customerCode);
    else if (differs(head.customerName, first.customerName))
        row.note(HeadDiffers, "customer_name", head.customerName);
    else if (differs(head.order.orderedOn, first.order.orderedOn))
        row.note(HeadDiffers, "ordered_on", head.order.orderedOn.toIso());
}

void Planner::addOrder(ImportRow& row)
{
    ImportedOrder head = readHead(row);
    const bool headless = head.order.number.empty() && head.customerCode.empty() && head.customerName.empty()
        && row.text("ordered_on").empty();
    const bool continues = headless && m_ordersHaveLines && !m_lastNumber.empty();
    const std::string number = continues ? m_lastNumber : head.order.number;
    if (!continues) {
        row.require({"number"});
        row.require({"ordered_on"});
        row.require({"customer_code", "customer_name"});
        m_lastNumber = number;
    }
    if (continues && !m_orderIndex.contains(number))
        row.note(UnknownOrder, "number", number); // the row that opened it was left out
    mergeHead(row, head, number);
    std::optional<ImportedOrderLine> line;
    if (m_ordersHaveLines)
        line = readLine(row, number);
    if (!row.isGood())
        return;
    const Date due = head.order.dueOn;
    const auto [at, isNew] = m_orderIndex.emplace(number, m_plan.orders.size());
    if (isNew) {
        head.key = number;
        m_plan.orders.push_back(std::move(head));
    }
    if (!line)
        return;
    ImportedOrder& order = m_plan.orders[at->second];
    if (due != order.order.dueOn)
        line->values.dueOn = due;
    if (!due.isNull())
        line->given |= std::uint64_t{1} << col::OrderLine::dueOn;
    order.lines.push_back(std::move(*line));
}

void Planner::addLineAlone(ImportRow& row)
{
    std::string number;
    EntityFields order(row, TableId::SalesOrder);
    order.take(number, "order_number", col::SalesOrder::number);
    row.require({"order_number"});
    ImportedOrderLine line = readLine(row, number);
    if (row.isGood())
        m_plan.orderLines.push_back(std::move(line));
}

} // namespace

bool keepsRow(ImportProblemCode code) { return code >= NumberRounded; }

std::string_view codeName(ImportProblemCode code)
{
    constexpr std::string_view names[] = {"missing_value", "bad_number", "number_too_large", "bad_date", "bad_discount",
        "bad_choice", "text_too_long", "duplicate_key", "head_differs", "unknown_order", "order_has_bad_row",
        "broken_quote", "bad_bytes", "more_cells_than_header", "cell_error", "number_rounded", "text_after_quote",
        "joined_cells", "doubtful_business_number", "no_price"};
    static_assert(std::size(names) == static_cast<std::size_t>(NoPrice) + 1);
    return names[static_cast<std::size_t>(code)];
}

namespace {

/// `source` gives row after row by next().
template <class Source>
std::expected<ImportPlan, ExchangeError> plan(
    Source& source, const std::vector<std::string>& header, const ColumnMapping& mapping, const ImportOptions& options)
{
    assert(options.today.isValid());
    const auto bound = BoundMapping::bind(mapping, header);
    if (!bound)
        return std::unexpected(bound.error());
    Planner planner(mapping, *bound, options);
    SourceRow row;
    std::int64_t rows = 0;
    while (true) {
        const auto more = source.next(row);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return planner.take();
        if (options.maxRows > 0 && rows == options.maxRows)
            return std::unexpected(ExchangeError{ExchangeErrorCode::TooManyRows, {}, row.line, {}});
        if (options.watch && rows % rowsBetweenWords == 0 && !options.watch(rows))
            return std::unexpected(ExchangeError{ExchangeErrorCode::Stopped, {}, row.line, {}});
        ++rows;
        planner.add(row);
    }
}

} // namespace

std::expected<ImportPlan, ExchangeError> planImport(
    TableSource& source, const ColumnMapping& mapping, const ImportOptions& options)
{
    return plan(source, source.header(), mapping, options);
}

std::expected<ImportPlan, ExchangeError> planRows(
    RowReader& rows, const std::vector<std::string>& header, const ColumnMapping& mapping, const ImportOptions& options)
{
    return plan(rows, header, mapping, options);
}

void joinLines(ImportPlan& orders, ImportPlan& lines)
{
    std::unordered_map<std::string_view, ImportedOrder*> byNumber;
    for (ImportedOrder& order : orders.orders)
        byNumber.emplace(order.key, &order);
    for (ImportedOrderLine& line : lines.orderLines) {
        const auto found = byNumber.find(line.orderNumber);
        if (found != byNumber.end()) {
            found->second->lines.push_back(std::move(line));
            continue;
        }
        lines.problems.push_back({line.line, {}, UnknownOrder, line.orderNumber});
        ++lines.rowsLeftOut;
    }
    lines.orderLines.clear();
    orders.ordersWithBadRows.insert(lines.ordersWithBadRows.begin(), lines.ordersWithBadRows.end());
}

} // namespace dure::exchange
