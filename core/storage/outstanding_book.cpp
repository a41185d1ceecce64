#include "core/storage/outstanding_book.h"

#include "core/storage/row_store.h"
#include "core/storage/search_index.h"
#include "core/storage/summaries.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>
#include <tuple>

namespace dure::storage {

namespace {

using Line = OutstandingBook::Line;
using Name = OutstandingBook::Name;
using Group = OutstandingArrangement::Group;

constexpr std::size_t noLimit = std::numeric_limits<std::size_t>::max();

/// Gives each id or text a place, in the order in which they are met.
class Places
{
public:
    std::uint32_t of(const Uuid& id)
    {
        if (m_last < names.size() && names[m_last].id == id)
            return m_last; // as in the line before
        const auto [at, isNew] = m_byId.try_emplace(id, static_cast<std::uint32_t>(names.size()));
        m_last = at->second;
        if (isNew)
            names.push_back({id, {}, {}, {}});
        return at->second;
    }
    std::uint32_t of(std::string_view text)
    {
        if (m_last < names.size() && names[m_last].id.isNil() && names[m_last].name == text)
            return m_last;
        const auto [at, isNew] = m_byText.try_emplace(std::string(text), static_cast<std::uint32_t>(names.size()));
        if (isNew)
            names.push_back({{}, std::string(text), {}, std::string(text)});
        m_last = at->second;
        return at->second;
    }
    std::vector<Name> names;

private:
    std::uint32_t m_last = 0;
    std::unordered_map<Uuid, std::uint32_t> m_byId;
    std::unordered_map<std::string, std::uint32_t> m_byText;
};

void readOrders(sqlite::Database& db, std::vector<OutstandingBook::Order>& orders)
{
    auto rows = db.prepare("SELECT order_id, number, customer_no FROM order_summary WHERE open = 1");
    while (rows->step())
        orders.push_back({uuidAt(*rows, 0), std::string(rows->text(1)), std::string(rows->text(2))});
    std::ranges::sort(orders, {}, &OutstandingBook::Order::id);
}

/// Which of them are held (보류).
std::vector<bool> heldOf(sqlite::Database& db, const std::vector<OutstandingBook::Order>& orders)
{
    std::vector<bool> held(orders.size());
    auto rows = db.prepare("SELECT order_id FROM order_summary WHERE state = 1");
    while (rows->step()) {
        const Uuid id = uuidAt(*rows, 0);
        const auto at = std::ranges::lower_bound(orders, id, {}, &OutstandingBook::Order::id);
        if (at != orders.end() && at->id == id)
            held[static_cast<std::size_t>(at - orders.begin())] = true;
    }
    return held;
}

void readNames(sqlite::Database& db, const char* sql, std::vector<Name>& names)
{
    auto rows = db.prepare(sql);
    for (Name& each : names) {
        if (each.id.isNil())
            continue;
        rows->bindBorrowed(1, blobOf(each.id));
        if (rows->step()) {
            each.name = rows->text(0);
            each.spec = rows->text(1);
            each.sort = rows->text(2);
        }
        rows->reset();
    }
}

/// Sorts the names; what each place has become.
std::vector<std::uint32_t> rank(std::vector<Name>& names)
{
    std::vector<std::uint32_t> order(names.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t at) {
        const Name& name = names[at];
        return std::tuple<const std::string&, const std::string&, const Uuid&>(name.sort, name.spec, name.id);
    });
    std::vector<Name> sorted;
    std::vector<std::uint32_t> became(names.size());
    for (const std::uint32_t at : order) {
        became[at] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(std::move(names[at]));
    }
    names = std::move(sorted);
    return became;
}

std::unordered_map<Uuid, std::uint32_t> placesOf(const std::vector<Name>& names)
{
    std::unordered_map<Uuid, std::uint32_t> places;
    for (std::uint32_t at = 0; at < names.size(); ++at)
        if (!names[at].id.isNil())
            places[names[at].id] = at;
    return places;
}

/// Which places of customers, products and orders fit one part of the text.
struct FittingPart
{
    std::vector<bool> customers, products, orders;

    bool fits(const Line& line) const
    {
        return customers[line.customer] || products[line.product] || orders[line.order];
    }
};

FittingPart fittingPart(sqlite::Database& db, const OutstandingBook& book, const TextQuery& query, std::size_t part)
{
    FittingPart fitting{std::vector<bool>(book.customers.size()), std::vector<bool>(book.products.size()),
        std::vector<bool>(book.orders.size())};
    SearchIndex search(db);
    const auto mark = [&](TableId table, const std::unordered_map<Uuid, std::uint32_t>& places, std::vector<bool>& in) {
        for (const Uuid& id : search.rowsWith(query, part, table, noLimit).value_or(std::vector<Uuid>{}))
            if (const auto at = places.find(id); at != places.end())
                in[at->second] = true;
    };
    mark(TableId::Customer, book.customerAt, fitting.customers);
    mark(TableId::Product, book.productAt, fitting.products);
    for (std::size_t at = 0; at < book.products.size(); ++at)
        if (book.products[at].id.isNil())
            fitting.products[at] = query.partMatches(part, book.products[at].name);
    for (std::size_t at = 0; at < book.orders.size(); ++at) {
        const auto& [id, number, customerNo] = book.orders[at];
        fitting.orders[at] = (!number.empty() && query.partMatches(part, number))
            || (!customerNo.empty() && query.partMatches(part, customerNo));
    }
    return fitting;
}

bool passes(const Line& line, OutstandingChip chip, Date today, std::int32_t monday, std::int32_t sunday)
{
    switch (chip) {
    case OutstandingChip::Late:
        return isLate(line, today);
    case OutstandingChip::ThisWeek:
        return line.dueOn >= monday && line.dueOn <= sunday;
    case OutstandingChip::All:
        break;
    }
    return true;
}

std::vector<std::uint32_t> passing(sqlite::Database& db, const OutstandingBook& book, const OutstandingFilter& filter)
{
    const Date monday = filter.today.addDays(-static_cast<int>((filter.today.weekday() + 6) % 7));
    const std::int32_t sunday = monday.addDays(6).yyyymmdd;
    const TextQuery query(filter.text);
    std::vector<FittingPart> parts;
    for (std::size_t part = 0; part < query.parts().size(); ++part)
        parts.push_back(fittingPart(db, book, query, part));
    std::vector<std::uint32_t> found;
    for (std::uint32_t at = 0; at < book.lines.size(); ++at) {
        const Line& line = book.lines[at];
        if (passes(line, filter.chip, filter.today, monday.yyyymmdd, sunday)
            && std::ranges::all_of(parts, [&](const FittingPart& part) { return part.fits(line); }))
            found.push_back(at);
    }
    return found;
}

std::int64_t keyOf(const Line& line, OutstandingView view)
{
    switch (view) {
    case OutstandingView::Customer:
        return line.customer;
    case OutstandingView::Product:
        return line.product;
    case OutstandingView::Due:
        break;
    }
    return line.dueOn;
}

void add(Group& group, const Line& line, Date today)
{
    if (group.lines == 0) {
        group.dueOn = line.dueOn; // lines come by due date
        group.unit = line.unit;
    }
    ++group.lines;
    group.lateLines += isLate(line, today) ? 1 : 0;
    group.oneUnit = group.oneUnit && group.unit == line.unit;
    group.quantity += line.quantity;
    group.supply += line.supply;
}

std::int64_t sortKey(const Group& group, OutstandingSort sort)
{
    switch (sort) {
    case OutstandingSort::Group:
        return group.key;
    case OutstandingSort::Due:
        return group.dueOn;
    case OutstandingSort::Quantity:
        return group.quantity;
    case OutstandingSort::Supply:
        break;
    }
    return group.supply;
}

void sortGroups(std::vector<Group>& groups, OutstandingSort sort, bool descending)
{
    std::ranges::sort(groups, [&](const Group& a, const Group& b) {
        const std::int64_t first = sortKey(a, sort);
        const std::int64_t second = sortKey(b, sort);
        if (first != second)
            return descending ? first > second : first < second;
        return a.key < b.key;
    });
}

/// Within a group lines come as the book has them, unless they are sorted by what they hold.
void sortLines(const OutstandingBook& book, std::span<std::uint32_t> lines, OutstandingSort sort, bool descending)
{
    if (sort == OutstandingSort::Group)
        return;
    if (sort == OutstandingSort::Due) {
        if (descending)
            std::ranges::stable_sort(lines, std::greater{}, [&](std::uint32_t at) { return book.lines[at].dueOn; });
        return;
    }
    const auto amount = [&](std::uint32_t at) {
        return sort == OutstandingSort::Quantity ? book.lines[at].quantity : book.lines[at].supply;
    };
    if (descending)
        std::ranges::stable_sort(lines, std::greater{}, amount);
    else
        std::ranges::stable_sort(lines, std::less{}, amount);
}

} // namespace

bool isLate(const Line& line, Date today) { return !line.held && line.dueOn < today.yyyymmdd; }

OutstandingBook OutstandingBook::read(sqlite::Database& db)
{
    OutstandingBook book;
    readOrders(db, book.orders);
    Places customers, products, units;
    const std::vector<bool> held = heldOf(db, book.orders);
    auto rows
        = db.prepare("SELECT order_id, line_id, customer_id, product_id, free_name, unit, due_on, quantity, supply "
                     "FROM open_line ORDER BY order_id, line_id");
    std::uint32_t order = 0;
    while (rows->step()) {
        const Uuid orderId = uuidAt(*rows, 0);
        while (order < book.orders.size() && book.orders[order].id < orderId)
            ++order;
        if (order == book.orders.size() || book.orders[order].id != orderId)
            continue; // never: an order that waits is open
        const Uuid product = uuidAt(*rows, 3);
        book.lines.push_back({uuidAt(*rows, 1), order, customers.of(uuidAt(*rows, 2)),
            product.isNil() ? products.of(rows->text(4)) : products.of(product), units.of(rows->text(5)),
            static_cast<std::int32_t>(rows->integer(6)), held[order], rows->integer(7), rows->integer(8)});
    }
    readNames(db, "SELECT c.name, '', " DURE_CUSTOMER_SORT " FROM customer c WHERE c.id = ?", customers.names);
    readNames(db, "SELECT name, spec, name FROM product WHERE id = ?", products.names);
    const auto customerRank = rank(customers.names);
    const auto productRank = rank(products.names);
    for (Line& line : book.lines) {
        line.customer = customerRank[line.customer];
        line.product = productRank[line.product];
    }
    std::ranges::sort(book.lines, {}, [](const Line& line) {
        return std::tuple<std::int32_t, std::uint32_t, std::uint32_t, std::uint32_t, const Uuid&>(
            line.dueOn, line.customer, line.product, line.order, line.id);
    });
    book.customers = std::move(customers.names);
    book.products = std::move(products.names);
    for (Name& unit : units.names)
        book.units.push_back(std::move(unit.name));
    book.customerAt = placesOf(book.customers);
    book.productAt = placesOf(book.products);
    return book;
}

OutstandingArrangement OutstandingArrangement::make(sqlite::Database& db, const OutstandingBook& book,
    const OutstandingFilter& filter, OutstandingSort sort, bool descending)
{
    OutstandingArrangement made;
    const std::vector<std::uint32_t> found = passing(db, book, filter);
    std::unordered_map<std::int64_t, std::uint32_t> groupAt;
    std::vector<std::uint32_t> groupOf(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Line& line = book.lines[found[i]];
        const std::int64_t key = keyOf(line, filter.view);
        const auto [at, isNew] = groupAt.try_emplace(key, static_cast<std::uint32_t>(made.groups.size()));
        if (isNew)
            made.groups.push_back({.key = key});
        add(made.groups[at->second], line, filter.today);
        groupOf[i] = at->second;
    }
    // each group remembers its place from before the sorting in `first`
    for (std::uint32_t at = 0; at < made.groups.size(); ++at)
        made.groups[at].first = at;
    sortGroups(made.groups, sort, descending);
    std::vector<std::uint32_t> next(made.groups.size());
    std::uint32_t first = 0;
    std::int64_t row = 0;
    for (Group& group : made.groups) {
        next[group.first] = first;
        group.first = first;
        group.row = row;
        first += group.lines;
        row += 1 + group.lines;
    }
    made.lines.resize(found.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        made.lines[next[groupOf[i]]++] = found[i];
    for (const Group& group : made.groups)
        sortLines(book, std::span(made.lines).subspan(group.first, group.lines), sort, descending);
    return made;
}

} // namespace dure::storage
