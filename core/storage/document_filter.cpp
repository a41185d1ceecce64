#include "core/storage/document_filter.h"

#include "core/storage/line_gathering.h"
#include "core/storage/row_store.h"
#include "core/storage/search_index.h"

#include <algorithm>
#include <limits>

namespace dure::storage {

namespace {

constexpr std::size_t noLimit = std::numeric_limits<std::size_t>::max();

constexpr const char* ordersOfProduct = "SELECT order_id FROM order_line WHERE product_id = ?";

std::uint64_t readMark(std::string_view hex)
{
    std::uint64_t mark = 0;
    for (char c : hex)
        mark = mark << 4 | static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    return mark;
}

std::uint64_t markOf(const Uuid& product) { return readMark(GatheredLines::productMark(product)); }

template <class Test> bool anyProduct(std::string_view products, Test&& test)
{
    for (std::size_t at = 0; at + GatheredLines::markSize <= products.size(); at += GatheredLines::markSize)
        if (test(readMark(products.substr(at, GatheredLines::markSize))))
            return true;
    return false;
}

} // namespace

/// Gathers ids up to a limit.
class DocumentFilter::Collector
{
public:
    explicit Collector(std::size_t most)
        : m_most(most)
    { }
    /// The first column of every row; false once there are too many.
    bool take(sqlite::Statement& rows)
    {
        while (rows.step())
            if (!take(uuidAt(rows, 0)))
                return false;
        return true;
    }
    bool take(const Uuid& id)
    {
        m_ids.insert(id);
        return m_ids.size() <= m_most && ++m_looked <= m_most * looksEach;
    }
    std::unordered_set<Uuid> take() { return std::move(m_ids); }
    std::vector<Uuid> ids() const { return {m_ids.begin(), m_ids.end()}; }
    std::size_t most() const { return m_most; }
    static constexpr std::size_t looksEach = 4; ///< rows looked at for a document to be found

private:
    std::size_t m_most;
    std::size_t m_looked = 0;
    std::unordered_set<Uuid> m_ids;
};

DocumentFilter::DocumentFilter(sqlite::Database& db, std::string_view text, TableId documents, const Uuid& product)
    : m_db(db)
    , m_query(text)
    , m_documents(documents)
    , m_product(product)
{
    if (!product.isNil())
        m_productMark = markOf(product);
    SearchIndex search(db);
    m_parts.resize(m_query.parts().size());
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const auto customers = search.rowsWith(m_query, i, TableId::Customer, noLimit).value_or(std::vector<Uuid>{});
        m_parts[i].customers.insert(customers.begin(), customers.end());
        m_parts[i].productIds = search.rowsWith(m_query, i, TableId::Product, noLimit).value_or(std::vector<Uuid>{});
        for (const Uuid& id : m_parts[i].productIds)
            m_parts[i].products.insert(markOf(id));
    }
}

bool DocumentFilter::matches(const DocumentView& document) const
{
    if (m_productMark && !anyProduct(document.products, [this](std::uint64_t mark) { return mark == *m_productMark; }))
        return false;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        if (!partMatches(i, document))
            return false;
    return true;
}

bool DocumentFilter::partMatches(std::size_t index, const DocumentView& document) const
{
    const Part& part = m_parts[index];
    if (part.customers.contains(document.customer))
        return true;
    if (!part.products.empty()
        && anyProduct(document.products, [&](std::uint64_t mark) { return part.products.contains(mark); }))
        return true;
    return numbersFit(index, document.number, document.customerNo)
        || (!document.freeText.empty() && m_query.partMatches(index, document.freeText));
}

bool DocumentFilter::numbersFit(std::size_t index, std::string_view number, std::string_view customerNo) const
{
    return (!number.empty() && m_query.partMatches(index, number))
        || (!customerNo.empty() && m_query.partMatches(index, customerNo));
}

bool DocumentFilter::gatherOthers(std::size_t most)
{
    bool any = false;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        Collector collector(most);
        m_parts[i].hasFewOthers = collectOthers(i, collector);
        if (m_parts[i].hasFewOthers)
            m_parts[i].others = collector.take();
        any = any || m_parts[i].hasFewOthers;
    }
    return any;
}

DocumentFilter::Fit DocumentFilter::matchesNumbers(
    std::string_view number, std::string_view customerNo, const sqlite::Statement& row, int idColumn) const
{
    Fit fit = m_productMark ? Fit::Perhaps : Fit::Yes;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (numbersFit(i, number, customerNo))
            continue;
        const Part& part = m_parts[i];
        if (part.hasFewOthers && (part.others.empty() || !part.others.contains(uuidAt(row, idColumn))))
            return Fit::No;
        fit = Fit::Perhaps;
    }
    return fit;
}

std::optional<std::vector<Uuid>> DocumentFilter::candidates(std::size_t most)
{
    if (m_productMark && m_documents == TableId::SalesOrder) {
        Collector collector(most);
        auto rows = m_db.prepareOnce(ordersOfProduct);
        rows.bind(1, blobOf(m_product));
        if (collector.take(rows))
            return collector.ids();
    }
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        Collector collector(most);
        if (collectPart(i, collector))
            return collector.ids();
    }
    return std::nullopt;
}

/// All documents that fit one part; false if there are too many.
bool DocumentFilter::collectPart(std::size_t index, Collector& collector)
{
    if (hasManyOthers(index, collector.most()) || isBeginOfMany(index, collector.most()))
        return false;
    const auto numbered = SearchIndex(m_db).rowsWith(m_query, index, m_documents, collector.most());
    if (!numbered)
        return false;
    for (const Uuid& id : *numbered)
        if (!collector.take(id))
            return false;
    return collectOthers(index, collector);
}

/// Whether customers and products surely point at more documents than a Collector takes; counted in indexes alone.
bool DocumentFilter::hasManyOthers(std::size_t index, std::size_t most)
{
    const bool orders = m_documents == TableId::SalesOrder;
    // deliveries have no index by product: what a product's text meets is walked, unless no product is meant
    if (!orders && !m_parts[index].productIds.empty())
        return true;
    auto left = static_cast<std::int64_t>(most * Collector::looksEach);
    const auto count = [&](sqlite::Statement& rows, const Uuid& id) {
        rows.bind(1, blobOf(id)).bind(2, left + 1);
        rows.step();
        left -= rows.integer(0);
        rows.reset();
        return left >= 0;
    };
    auto ofCustomer = m_db.prepareOnce(orders
            ? "SELECT count(*) FROM (SELECT 1 FROM sales_order WHERE customer_id = ? LIMIT ?)"
            : "SELECT count(*) FROM (SELECT 1 FROM delivery_summary WHERE customer_id = ? LIMIT ?)");
    for (const Uuid& customer : m_parts[index].customers)
        if (!count(ofCustomer, customer))
            return true;
    auto ofProduct = m_db.prepareOnce("SELECT count(*) FROM (SELECT 1 FROM order_line WHERE product_id = ? LIMIT ?)");
    for (const Uuid& product : m_parts[index].productIds)
        if (!count(ofProduct, product))
            return true;
    return false;
}

/// Whether more than `most` documents have numbers that begin with the part ("O2605", "2605").
bool DocumentFilter::isBeginOfMany(std::size_t index, std::size_t most)
{
    std::string begin = toUtf8(m_query.parts()[index]);
    const bool orders = m_documents == TableId::SalesOrder;
    if (begin.front() >= '0' && begin.front() <= '9')
        begin.insert(begin.begin(), orders ? 'O' : 'D');
    else if (begin.front() >= 'a' && begin.front() <= 'z')
        begin.front() = static_cast<char>(begin.front() - 32);
    std::string end = begin;
    ++end.back();
    auto rows = m_db.prepareOnce(orders
            ? "SELECT count(*) FROM (SELECT 1 FROM order_summary WHERE number >= ? AND number < ? LIMIT ?)"
            : "SELECT count(*) FROM (SELECT 1 FROM delivery_summary WHERE number >= ? AND number < ? LIMIT ?)");
    rows.bindAll(begin, end, static_cast<std::int64_t>(most + 1));
    return rows.step() && rows.integer(0) > static_cast<std::int64_t>(most);
}

bool DocumentFilter::collectOthers(std::size_t index, Collector& collector)
{
    const bool orders = m_documents == TableId::SalesOrder;
    if (hasManyOthers(index, collector.most()))
        return false;
    auto byCustomer = m_db.prepareOnce(orders ? "SELECT id FROM sales_order WHERE customer_id = ?"
                                              : "SELECT delivery_id FROM delivery_summary WHERE customer_id = ?");
    for (const Uuid& customer : m_parts[index].customers) {
        byCustomer.bind(1, blobOf(customer));
        if (!collector.take(byCustomer))
            return false;
        byCustomer.reset();
    }
    auto byProduct = m_db.prepareOnce(ordersOfProduct);
    for (const Uuid& product : m_parts[index].productIds) {
        byProduct.bind(1, blobOf(product));
        if (!collector.take(byProduct))
            return false;
        byProduct.reset();
    }
    auto free = m_db.prepareOnce(orders ? "SELECT order_id FROM order_summary WHERE free_text IS NOT NULL"
                                        : "SELECT delivery_id FROM delivery_summary WHERE free_text IS NOT NULL");
    return collector.take(free);
}

} // namespace dure::storage
