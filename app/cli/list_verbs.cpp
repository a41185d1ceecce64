#include "app/cli/status_names.h"
#include "app/cli/verbs.h"
#include "core/storage/customer_store.h"
#include "core/storage/delivery_store.h"
#include "core/storage/order_store.h"
#include "core/storage/product_store.h"

#include <algorithm>
#include <array>
#include <limits>

namespace dure::cli {

namespace {

constexpr std::int64_t pageRows = 2000;
constexpr std::int64_t defaultLimit = 50;

std::string withMore(const std::string& first, std::int64_t more)
{
    return more > 0 ? first + " 외 " + std::to_string(more) : first;
}

/// What `list` was asked for.
struct Wish
{
    std::string text;
    std::int64_t limit = 0; ///< 0: all
    bool totals = false;
    Date today;
};

/// Goes through a list page by page: `read` gives a page, `take` gets each row and whether it is to be shown.
template <class Read, class Take> void walk(const Wish& wish, Read read, Take take)
{
    const std::int64_t end = wish.limit == 0 || wish.totals ? std::numeric_limits<std::int64_t>::max() : wish.limit;
    for (std::int64_t seen = 0; seen < end;) {
        const std::int64_t wanted = std::min(pageRows, end - seen);
        const auto page = read(seen, wanted);
        for (const auto& row : page)
            take(row, wish.limit == 0 || seen++ < wish.limit);
        if (wish.limit == 0)
            seen += std::ssize(page);
        if (std::ssize(page) < wanted)
            return;
    }
}

void listCustomers(sqlite::Database& db, const Wish& wish, Output& out)
{
    storage::CustomerStore store(db);
    const storage::CustomerFilter filter{storage::CustomerChip::All, wish.text};
    OutputTable table{{{"id", ""}, {"code", "Code"}, {"name", "Name"}, {"business_no", "Business no"},
                          {"phone", "Phone"}, {"staff", "Staff"}, {"balance", "Balance"},
                          {"open_orders", "Open orders"}, {"last_ordered_on", "Last order"}, {"inactive", ""}},
        {}};
    walk(
        wish,
        [&](std::int64_t offset, std::int64_t limit) {
            return store.list(filter, {storage::CustomerSort::Name, false, offset, limit});
        },
        [&](const storage::CustomerListRow& row, bool shown) {
            if (shown)
                table.rows.push_back({Cell::id(row.id), Cell::text(row.code), Cell::text(row.name),
                    Cell::text(row.businessNo), Cell::text(row.phone), Cell::text(row.staff), Cell::won(row.balance),
                    Cell::number(row.openOrders), Cell::date(row.lastOrderedOn), Cell::yes(row.inactive)});
        });
    out.table("customers", table);
    if (!wish.totals)
        return;
    const storage::CustomerTotals totals = store.totals(filter);
    out.fact("count", "Customers", Cell::number(totals.count));
    out.fact("balance", "Balance", Cell::won(totals.balance));
}

void listProducts(sqlite::Database& db, const Wish& wish, Output& out)
{
    storage::ProductStore store(db);
    const storage::ProductFilter filter{storage::ProductChip::All, wish.text};
    OutputTable table{
        {{"id", ""}, {"code", "Code"}, {"name", "Name"}, {"spec", "Spec"}, {"unit", "Unit"},
            {"list_price", "List price"}, {"stock", "Stock"}, {"safety_stock", "Safety"}, {"inactive", ""}},
        {}};
    walk(
        wish,
        [&](std::int64_t offset, std::int64_t limit) {
            return store.list(filter, {storage::ProductSort::Code, false, offset, limit});
        },
        [&](const storage::ProductListRow& row, bool shown) {
            if (shown)
                table.rows.push_back({Cell::id(row.id), Cell::text(row.code), Cell::text(row.name),
                    Cell::text(row.spec), Cell::text(row.unit), Cell::decimal(row.listPrice), Cell::decimal(row.stock),
                    Cell::decimal(row.safetyStock), Cell::yes(row.inactive)});
        });
    out.table("products", table);
    if (wish.totals)
        out.fact("count", "Products", Cell::number(store.count(filter)));
}

void listOrders(sqlite::Database& db, const Wish& wish, Output& out)
{
    storage::OrderStore store(db);
    storage::OrderFilter filter;
    filter.chip = storage::OrderChip::All;
    filter.text = wish.text;
    filter.today = wish.today;
    OutputTable table{
        {{"id", ""}, {"number", "Number"}, {"status", "Status"}, {"late", "Late"}, {"ordered_on", "Ordered"},
            {"due_on", "Due"}, {"customer", "Customer"}, {"products", "Products"}, {"lines", "Lines"},
            {"quantity", "Quantity"}, {"remaining", "Remaining"}, {"supply", "Supply"}, {"tax", "Tax"}},
        {}};
    std::int64_t count = 0;
    std::int64_t lines = 0;
    Won supply;
    Won tax;
    walk(
        wish,
        [&](std::int64_t offset, std::int64_t limit) {
            return store.list(filter, {storage::OrderSort::Ordered, true, offset, limit});
        },
        [&](const storage::OrderListRow& row, bool shown) {
            const std::int64_t rowLines = row.firstProduct.empty() ? 0 : row.moreLines + 1;
            ++count;
            lines += rowLines;
            if (row.status != OrderStatus::Cancelled) {
                supply += row.supply;
                tax += row.tax;
            }
            if (shown)
                table.rows.push_back({Cell::id(row.id), Cell::text(row.number), Cell::text(statusName(row.status)),
                    {row.late ? "late" : "", row.late ? "true" : "false"}, Cell::date(row.orderedOn),
                    Cell::date(row.dueOn), Cell::text(row.customerName),
                    Cell::text(withMore(row.firstProduct, row.moreLines)), Cell::number(rowLines),
                    Cell::decimal(row.ordered), Cell::decimal(row.remaining), Cell::won(row.supply),
                    Cell::won(row.tax)});
        });
    out.table("orders", table);
    if (!wish.totals)
        return;
    out.fact("count", "Orders", Cell::number(count));
    out.fact("lines", "Lines", Cell::number(lines));
    out.fact("supply", "Supply", Cell::won(supply));
    out.fact("tax", "Tax", Cell::won(tax));
    out.fact("total", "Total", Cell::won(supply + tax));
}

void listDeliveries(sqlite::Database& db, const Wish& wish, Output& out)
{
    storage::DeliveryStore store(db);
    storage::DeliveryFilter filter;
    filter.chip = storage::DeliveryChip::All;
    filter.text = wish.text;
    filter.today = wish.today;
    OutputTable table{{{"id", ""}, {"number", "Number"}, {"delivered_on", "Delivered"}, {"customer", "Customer"},
                          {"order_number", "Order"}, {"products", "Products"}, {"quantity", "Quantity"},
                          {"supply", "Supply"}, {"tax", "Tax"}, {"reversal", ""}, {"reversed", "Taken back"}},
        {}};
    walk(
        wish,
        [&](std::int64_t offset, std::int64_t limit) {
            return store.list(filter, {storage::DeliverySort::Date, true, offset, limit});
        },
        [&](const storage::DeliveryListRow& row, bool shown) {
            if (shown)
                table.rows.push_back({Cell::id(row.id), Cell::text(row.number), Cell::date(row.deliveredOn),
                    Cell::text(row.customerName), Cell::text(row.orderNumber),
                    Cell::text(withMore(row.firstProduct, row.moreLines)), Cell::decimal(row.quantity),
                    Cell::won(row.supply), Cell::won(row.tax), Cell::yes(row.isReversal),
                    {row.isReversed ? "yes" : "", row.isReversed ? "true" : "false"}});
        });
    out.table("deliveries", table);
    if (!wish.totals)
        return;
    const storage::DeliveryTotals totals = store.totals(filter, 0);
    out.fact("count", "Deliveries", Cell::number(totals.count));
    out.fact("supply", "Supply", Cell::won(totals.supply));
    out.fact("tax", "Tax", Cell::won(totals.tax));
    out.fact("total", "Total", Cell::won(totals.supply + totals.tax));
}

Exit list(Program& program, const Arguments& arguments)
{
    using Listing = void (*)(sqlite::Database&, const Wish&, Output&);
    constexpr std::array<std::pair<std::string_view, Listing>, 4> listings = {{
        {"customers", listCustomers},
        {"products", listProducts},
        {"orders", listOrders},
        {"deliveries", listDeliveries},
    }};
    const std::string& what = arguments.positional().front();
    const auto listing = std::ranges::find(listings, what, &std::pair<std::string_view, Listing>::first);
    if (listing == listings.end())
        return program.out.fail(Exit::Usage, "usage",
            "there is no list of " + what + "; there are customers, products, orders, deliveries");
    const auto limit = arguments.integer("limit", defaultLimit, 0, 1'000'000'000);
    if (!limit)
        return program.out.fail(Exit::Usage, "usage", limit.error());
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    auto open = program.openToRead(*profile);
    if (!open)
        return open.error();
    const sqlite::Snapshot snapshot(open->space->db());
    const Wish wish{arguments.value("filter"), *limit, arguments.has("totals"), program.today()};
    listing->second(open->space->db(), wish, program.out);
    return Exit::Ok;
}

constexpr std::array listOptions = {
    OptionSpec{"filter", "TEXT", "only what holds the text, as the search field finds it: substrings and 초성"},
    OptionSpec{"limit", "N", "show so many rows; 0 for all (default: 50)"},
    OptionSpec{"totals", {}, "counts and sums of all that pass the filter; cancelled orders are counted, not summed"},
};

constexpr std::array verbs = {
    Verb{"list", "LIST", "a list as the client shows it, or as JSON",
        "LIST is customers, products, orders or deliveries. Orders and deliveries come newest first. Works beside an "
        "open client.",
        listOptions, 1, 1, list},
};

} // namespace

std::span<const Verb> listVerbs() { return verbs; }

} // namespace dure::cli
