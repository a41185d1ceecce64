#include "core/storage/customer_store.h"

#include "core/domain/business_number.h"
#include "core/storage/blob_store.h"
#include "core/storage/entity_reader.h"
#include "core/storage/receivable_store.h"
#include "core/storage/search_index.h"
#include "core/storage/summaries.h"

#include <algorithm>

namespace dure::storage {

namespace {

#define DURE_LAST_ORDER "(SELECT max(o.ordered_on) FROM sales_order o WHERE o.customer_id = c.id AND o.deleted = 0)"

constexpr const char* listSql
    = "SELECT c.id, c.code, c.name, c.business_no, c.representative, c.phone, c.staff, " DURE_BALANCE " AS balance, "
      "ifnull(c.credit_limit, 0), ifnull(f.open_orders, 0) AS open_orders, " DURE_LAST_ORDER " AS last_order, "
      "ifnull(c.inactive, 0), " DURE_CUSTOMER_SORT " AS sort FROM customer c "
      "LEFT JOIN customer_figures f ON f.customer_id = c.id WHERE c.deleted = 0";

std::string chipSql(CustomerChip chip)
{
    switch (chip) {
    case CustomerChip::Active:
        return " AND ifnull(c.inactive, 0) = 0";
    case CustomerChip::Owing:
        return " AND " DURE_BALANCE " > 0";
    case CustomerChip::OverLimit:
        return " AND c.credit_limit > 0 AND " DURE_BALANCE " > c.credit_limit";
    case CustomerChip::All:
        break;
    }
    return {};
}

std::string sortSql(CustomerSort sort, bool descending)
{
    const std::string down = descending ? " DESC" : "";
    const auto by = [&](const char* first) { return " ORDER BY " + std::string(first) + down + ", c.id" + down; };
    switch (sort) {
    case CustomerSort::Name:
        break;
    case CustomerSort::Code:
        return by("c.code");
    case CustomerSort::Staff:
        return by("ifnull(c.staff, '')");
    case CustomerSort::Balance:
        return by("balance");
    case CustomerSort::OpenOrders:
        return by("open_orders");
    case CustomerSort::LastOrder:
        return by("ifnull(last_order, 0)");
    }
    return by("sort");
}

struct FoundCustomer
{
    CustomerListRow row;
    std::string sort;
};

FoundCustomer readCustomer(const sqlite::Statement& s)
{
    FoundCustomer found;
    CustomerListRow& row = found.row;
    row.id = uuidAt(s, 0);
    row.code = s.text(1);
    row.name = s.text(2);
    row.businessNo = s.text(3);
    row.representative = s.text(4);
    row.phone = s.text(5);
    row.staff = s.text(6);
    row.balance = {s.integer(7)};
    row.creditLimit = {s.integer(8)};
    row.openOrders = s.integer(9);
    row.lastOrderedOn = {static_cast<std::int32_t>(s.integer(10))};
    row.inactive = s.integer(11) != 0;
    found.sort = s.text(12);
    return found;
}

bool passes(CustomerChip chip, const CustomerListRow& row)
{
    switch (chip) {
    case CustomerChip::Active:
        return !row.inactive;
    case CustomerChip::Owing:
        return row.balance > Won{};
    case CustomerChip::OverLimit:
        return row.creditLimit > Won{} && row.balance > row.creditLimit;
    case CustomerChip::All:
        break;
    }
    return true;
}

std::strong_ordering compare(const FoundCustomer& a, const FoundCustomer& b, CustomerSort sort)
{
    switch (sort) {
    case CustomerSort::Name:
        break;
    case CustomerSort::Code:
        return a.row.code <=> b.row.code;
    case CustomerSort::Staff:
        return a.row.staff <=> b.row.staff;
    case CustomerSort::Balance:
        return a.row.balance <=> b.row.balance;
    case CustomerSort::OpenOrders:
        return a.row.openOrders <=> b.row.openOrders;
    case CustomerSort::LastOrder:
        return a.row.lastOrderedOn <=> b.row.lastOrderedOn;
    }
    return a.sort <=> b.sort;
}

/// All customers that a text filter finds: masters are few enough to hold.
std::vector<FoundCustomer> gather(sqlite::Database& db, const CustomerFilter& filter, const TextQuery& query)
{
    auto rows = db.prepareOnce(std::string(listSql) + " AND c.id = ?");
    std::vector<FoundCustomer> found;
    for (const Uuid& id : SearchIndex(db).allMatching(query, TableId::Customer)) {
        rows.bindBorrowed(1, blobOf(id));
        if (rows.step()) {
            FoundCustomer customer = readCustomer(rows);
            if (passes(filter.chip, customer.row))
                found.push_back(std::move(customer));
        }
        rows.reset();
    }
    return found;
}

std::vector<Uuid> idsOf(sqlite::Statement& rows, const Uuid& except)
{
    std::vector<Uuid> ids;
    while (rows.step())
        if (const Uuid id = uuidAt(rows, 0); id != except)
            ids.push_back(id);
    return ids;
}

Date lastDate(sqlite::Database& db, std::string_view sql, const Uuid& customer)
{
    auto rows = db.prepare(sql);
    rows->bindBorrowed(1, blobOf(customer));
    return {rows->step() ? static_cast<std::int32_t>(rows->integer(0)) : 0};
}

} // namespace

std::vector<CustomerListRow> CustomerStore::list(const CustomerFilter& filter, const CustomerWindow& window)
{
    std::vector<CustomerListRow> out;
    if (const TextQuery query(filter.text); !query.empty()) {
        std::vector<FoundCustomer> found = gather(m_db, filter, query);
        std::ranges::sort(found, [&](const FoundCustomer& a, const FoundCustomer& b) {
            const auto order = compare(a, b, window.sort);
            const auto decided = order != 0 ? order : a.row.id <=> b.row.id;
            return window.descending ? decided > 0 : decided < 0;
        });
        const auto begin = static_cast<std::size_t>(std::max<std::int64_t>(0, window.offset));
        for (std::size_t i = begin; i < found.size() && out.size() < static_cast<std::size_t>(window.limit); ++i)
            out.push_back(std::move(found[i].row));
        return out;
    }
    auto rows = m_db.prepareOnce(
        std::string(listSql) + chipSql(filter.chip) + sortSql(window.sort, window.descending) + " LIMIT ? OFFSET ?");
    rows.bindAll(window.limit, window.offset);
    while (rows.step())
        out.push_back(readCustomer(rows).row);
    return out;
}

CustomerTotals CustomerStore::totals(const CustomerFilter& filter)
{
    CustomerTotals totals;
    if (const TextQuery query(filter.text); !query.empty()) {
        for (const FoundCustomer& found : gather(m_db, filter, query)) {
            ++totals.count;
            totals.balance += found.row.balance;
        }
        return totals;
    }
    auto rows = m_db.prepareOnce("SELECT count(*), sum(" DURE_BALANCE ") FROM customer c LEFT JOIN customer_figures f "
                                 "ON f.customer_id = c.id WHERE c.deleted = 0"
        + chipSql(filter.chip));
    rows.step();
    return {rows.integer(0), {rows.integer(1)}};
}

CustomerChipCounts CustomerStore::chipCounts()
{
    auto rows = m_db.prepare("SELECT count(*), sum(ifnull(c.inactive, 0) = 0), sum(" DURE_BALANCE " > 0), "
                             "sum(c.credit_limit > 0 AND " DURE_BALANCE " > c.credit_limit) FROM customer c "
                             "LEFT JOIN customer_figures f ON f.customer_id = c.id WHERE c.deleted = 0");
    rows->step();
    return {rows->integer(1), rows->integer(2), rows->integer(3), rows->integer(0)};
}

std::optional<CustomerListRow> CustomerStore::row(const Uuid& id)
{
    static const std::string sql = std::string(listSql) + " AND c.id = ?";
    auto rows = m_db.prepare(sql);
    rows->bindBorrowed(1, blobOf(id));
    return rows->step() ? std::optional(readCustomer(*rows).row) : std::nullopt;
}

std::optional<CustomerDetail> CustomerStore::detail(const Uuid& id)
{
    auto customer = find(id);
    const auto listed = row(id);
    if (!customer || !listed)
        return std::nullopt;
    CustomerDetail detail;
    detail.customer = std::move(*customer);
    detail.contacts = entitiesWhere<Contact>(m_db, "customer_id", id, "position, id");
    detail.sites = sites(id);
    detail.balance = listed->balance;
    detail.openOrders = listed->openOrders;
    detail.lastOrderedOn = listed->lastOrderedOn;
    detail.lastDeliveredOn = lastDate(m_db, "SELECT max(delivered_on) FROM delivery_summary WHERE customer_id = ?", id);
    detail.lastPaidOn
        = lastDate(m_db, "SELECT max(received_on) FROM payment WHERE customer_id = ? AND deleted = 0", id);
    detail.files = AttachmentStore(m_db).fileCount(TableId::Customer, id);
    return detail;
}

std::optional<Customer> CustomerStore::find(const Uuid& id) { return findEntity<Customer>(m_db, id); }

std::vector<DeliverySite> CustomerStore::sites(const Uuid& customer)
{
    return entitiesWhere<DeliverySite>(m_db, "customer_id", customer, "position, id");
}

std::vector<CustomerPriceRow> CustomerStore::prices(const Uuid& customer)
{
    std::vector<CustomerPriceRow> rows;
    for (CustomerPrice& price :
        entitiesWhere<CustomerPrice>(m_db, "customer_id", customer, "product_id, valid_from, min_quantity, id")) {
        CustomerPriceRow& row = rows.emplace_back();
        if (auto product = findEntity<Product>(m_db, price.productId)) {
            row.productCode = std::move(product->code);
            row.productName = std::move(product->name);
            row.productSpec = std::move(product->spec);
        }
        row.price = std::move(price);
    }
    std::ranges::stable_sort(rows, {}, &CustomerPriceRow::productCode);
    return rows;
}

std::vector<Uuid> CustomerStore::withCode(std::string_view code, const Uuid& except)
{
    if (code.empty())
        return {};
    auto rows = m_db.prepareOnce("SELECT id FROM customer WHERE code = ? AND deleted = 0 ORDER BY id");
    rows.bind(1, code);
    return idsOf(rows, except);
}

std::vector<Uuid> CustomerStore::withBusinessNo(std::string_view businessNo, const Uuid& except)
{
    const std::string digits = normaliseBusinessNumber(businessNo);
    if (digits.empty())
        return {};
    auto rows = m_db.prepareOnce(
        "SELECT id FROM customer WHERE replace(business_no, '-', '') = ? AND deleted = 0 ORDER BY id");
    rows.bind(1, digits);
    return idsOf(rows, except);
}

std::optional<CompanyProfile> CustomerStore::companyProfile()
{
    auto rows = m_db.prepare("SELECT id FROM company_profile WHERE deleted = 0 ORDER BY id LIMIT 1");
    return rows->step() ? findEntity<CompanyProfile>(m_db, uuidAt(*rows, 0)) : std::nullopt;
}

} // namespace dure::storage
