#include "core/storage/outstanding_store.h"

#include "core/domain/content_hash.h"
#include "core/storage/outstanding_book.h"
#include "core/storage/row_store.h"
#include "core/storage/summaries.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace dure::storage {

namespace {

using Book = OutstandingBook;
using Arrangement = OutstandingArrangement;

/// Another one in every thread that ever was: a connection belongs to one thread, but another thread's may come to lie
/// at the same address.
std::uint64_t threadNumber()
{
    static std::atomic<std::uint64_t> last = 0;
    thread_local const std::uint64_t mine = ++last;
    return mine;
}

/// What a connection sees: PRAGMA data_version moves when others commit, total_changes() when it writes itself.
struct Moment
{
    std::uint64_t thread = 0;
    const sqlite::Database* db = nullptr;
    std::int64_t version = 0, changes = 0;
    bool operator==(const Moment&) const = default;
};

Moment momentOf(sqlite::Database& db)
{
    auto row = db.prepare("SELECT data_version, total_changes() FROM pragma_data_version");
    row->step();
    return {threadNumber(), &db, row->integer(0), row->integer(1)};
}

/// An id for a group that has none of its own; `kind` keeps them apart.
Uuid madeId(char kind, std::uint64_t number)
{
    Uuid id;
    id.bytes[0] = static_cast<std::uint8_t>(kind);
    for (std::size_t i = 0; i < sizeof number; ++i)
        id.bytes[8 + i] = static_cast<std::uint8_t>(number >> (8 * i));
    return id;
}

Date dueOf(std::int32_t dueOn) { return dueOn == noDueDate ? Date{} : Date{dueOn}; }

OutstandingRow groupRow(const Book& book, const Arrangement::Group& group, OutstandingView view)
{
    OutstandingRow row;
    row.isGroup = true;
    row.dueOn = dueOf(group.dueOn);
    row.lines = group.lines;
    row.lateLines = group.lateLines;
    row.late = group.lateLines > 0;
    row.oneUnit = group.oneUnit;
    if (group.oneUnit) {
        row.unit = book.units[group.unit];
        row.remaining = {group.quantity};
    }
    row.supply = {group.supply};
    if (view == OutstandingView::Customer) {
        const Book::Name& customer = book.customers[static_cast<std::size_t>(group.key)];
        row.customerName = customer.name;
        row.customerId = customer.id;
        row.id = customer.id.isNil() ? madeId('C', 0) : customer.id;
    } else if (view == OutstandingView::Product) {
        const Book::Name& product = book.products[static_cast<std::size_t>(group.key)];
        row.productName = product.name;
        row.spec = product.spec;
        row.productId = product.id;
        row.id = product.id.isNil() ? madeId('P', hashBytes(product.name)) : product.id;
    } else {
        row.id = madeId('D', static_cast<std::uint64_t>(group.key));
    }
    return row;
}

OutstandingRow lineRow(sqlite::Database& db, const Book& book, const Book::Line& line, Date today)
{
    OutstandingRow row;
    row.id = line.id;
    row.orderId = book.orders[line.order].id;
    row.number = book.orders[line.order].number;
    row.customerId = book.customers[line.customer].id;
    row.customerName = book.customers[line.customer].name;
    row.productId = book.products[line.product].id;
    row.unit = book.units[line.unit];
    row.dueOn = dueOf(line.dueOn);
    row.late = isLate(line, today);
    row.lateLines = row.late ? 1 : 0;
    row.held = line.held;
    row.remaining = {line.quantity};
    row.supply = {line.supply};
    auto ordered = db.prepare("SELECT product_name, spec, quantity FROM order_line WHERE id = ?");
    ordered->bindBorrowed(1, blobOf(line.id));
    if (ordered->step()) {
        row.productName = ordered->text(0);
        row.spec = ordered->text(1);
        row.ordered = {ordered->integer(2)};
    }
    return row;
}

} // namespace

class OutstandingMemory
{
public:
    /// The open lines as `db` sees them.
    std::shared_ptr<const Book> book(sqlite::Database& db)
    {
        const std::lock_guard lock(m_mutex);
        const Moment now = momentOf(db);
        if (!m_book || m_moment != now) {
            m_book = std::make_shared<const Book>(Book::read(db));
            m_moment = now;
        }
        return m_book;
    }
    std::shared_ptr<const Arrangement> arrangement(sqlite::Database& db, const std::shared_ptr<const Book>& book,
        const OutstandingFilter& filter, OutstandingSort sort, bool descending)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_arrangement || m_arranged != book || m_filter != filter || m_sort != sort
            || m_descending != descending) {
            m_arrangement = std::make_shared<const Arrangement>(Arrangement::make(db, *book, filter, sort, descending));
            m_arranged = book;
            m_filter = filter;
            m_sort = sort;
            m_descending = descending;
        }
        return m_arrangement;
    }
    /// Any order will do: that of the last list, if it was of this filter.
    std::shared_ptr<const Arrangement> arrangement(
        sqlite::Database& db, const std::shared_ptr<const Book>& book, const OutstandingFilter& filter)
    {
        const auto [sort, descending] = [&] {
            const std::lock_guard lock(m_mutex);
            return std::pair(m_sort, m_descending);
        }();
        return arrangement(db, book, filter, sort, descending);
    }

private:
    std::mutex m_mutex;
    Moment m_moment; // guarded, as what follows
    std::shared_ptr<const Book> m_book;
    std::shared_ptr<const Book> m_arranged;
    std::shared_ptr<const Arrangement> m_arrangement;
    OutstandingFilter m_filter;
    OutstandingSort m_sort = OutstandingSort::Group;
    bool m_descending = false;
};

std::shared_ptr<OutstandingMemory> makeOutstandingMemory() { return std::make_shared<OutstandingMemory>(); }

OutstandingStore::OutstandingStore(sqlite::Database& db, std::shared_ptr<OutstandingMemory> memory)
    : m_db(db)
    , m_memory(std::move(memory))
{ }

std::vector<OutstandingRow> OutstandingStore::list(const OutstandingFilter& filter, const OutstandingWindow& window)
{
    const auto book = m_memory->book(m_db);
    const auto arranged = m_memory->arrangement(m_db, book, filter, window.sort, window.descending);
    std::vector<OutstandingRow> rows;
    const std::int64_t offset = std::max<std::int64_t>(0, window.offset);
    const std::int64_t end = std::min(arranged->rows(), offset + window.limit);
    auto group = std::ranges::upper_bound(arranged->groups, offset, {}, &Arrangement::Group::row);
    for (std::int64_t row = offset; row < end; ++row) {
        if (group != arranged->groups.end() && group->row == row)
            ++group;
        const Arrangement::Group& own = *std::prev(group);
        if (own.row == row)
            rows.push_back(groupRow(*book, own, filter.view));
        else
            rows.push_back(lineRow(m_db, *book,
                book->lines[arranged->lines[own.first + static_cast<std::size_t>(row - own.row - 1)]], filter.today));
    }
    return rows;
}

OutstandingTotals OutstandingStore::totals(const OutstandingFilter& filter)
{
    const auto book = m_memory->book(m_db);
    const auto arranged = m_memory->arrangement(m_db, book, filter);
    OutstandingTotals totals;
    totals.count = arranged->rows();
    totals.groups = std::ssize(arranged->groups);
    for (const Arrangement::Group& group : arranged->groups) {
        totals.lines += group.lines;
        totals.lateLines += group.lateLines;
        totals.oneUnit = totals.oneUnit && group.oneUnit && group.unit == arranged->groups.front().unit;
        totals.remaining += Quantity{group.quantity};
        totals.supply += Won{group.supply};
    }
    if (!totals.oneUnit)
        totals.remaining = {};
    return totals;
}

OutstandingChipCounts OutstandingStore::chipCounts(Date today)
{
    const auto book = m_memory->book(m_db);
    const Date monday = today.addDays(-static_cast<int>((today.weekday() + 6) % 7));
    const std::int32_t sunday = monday.addDays(6).yyyymmdd;
    OutstandingChipCounts counts;
    for (const Book::Line& line : book->lines) {
        ++counts.all;
        counts.late += isLate(line, today) ? 1 : 0;
        counts.thisWeek += line.dueOn >= monday.yyyymmdd && line.dueOn <= sunday ? 1 : 0;
    }
    return counts;
}

std::optional<OutstandingRow> OutstandingStore::find(const OutstandingFilter& filter, const Uuid& id)
{
    const auto book = m_memory->book(m_db);
    const auto arranged = m_memory->arrangement(m_db, book, filter);
    for (const std::uint32_t at : arranged->lines)
        if (book->lines[at].id == id)
            return lineRow(m_db, *book, book->lines[at], filter.today);
    for (const Arrangement::Group& group : arranged->groups)
        if (OutstandingRow row = groupRow(*book, group, filter.view); row.id == id)
            return row;
    return std::nullopt;
}

std::vector<OutstandingRow> OutstandingStore::ofOrder(const Uuid& order, Date today)
{
    const auto book = m_memory->book(m_db);
    std::vector<OutstandingRow> rows;
    const auto at = std::ranges::lower_bound(book->orders, order, {}, &Book::Order::id);
    if (at == book->orders.end() || at->id != order)
        return rows;
    const auto place = static_cast<std::uint32_t>(at - book->orders.begin());
    for (const Book::Line& line : book->lines)
        if (line.order == place)
            rows.push_back(lineRow(m_db, *book, line, today));
    return rows;
}

} // namespace dure::storage
