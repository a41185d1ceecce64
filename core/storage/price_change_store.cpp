#include "core/storage/price_change_store.h"

#include "core/storage/row_store.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace dure::storage {

namespace {

struct Payer
{
    Uuid id;
    std::string name;
};

/// What one payer has of one product.
struct Known
{
    std::vector<AgreedPrice> agreed;
    std::optional<LastPrice> last;
};
/// By the payer's place among all, which is the order of a product's rows.
using KnownByPayer = std::map<std::size_t, Known>;
using KnownByProduct = std::unordered_map<Uuid, KnownByPayer>;

/// By name, so that a product's rows stand as people look for them.
std::vector<Payer> readPayers(sqlite::Database& db, const Uuid& only)
{
    auto rows = db.prepareOnce("SELECT id, ifnull(name, '') FROM customer WHERE deleted = 0 AND "
        + std::string(only.isNil() ? "ifnull(inactive, 0) = 0" : "id = ?") + " ORDER BY ifnull(name, ''), id");
    if (!only.isNil())
        rows.bindBorrowed(1, blobOf(only));
    std::vector<Payer> payers;
    while (rows.step())
        payers.push_back({uuidAt(rows, 0), std::string(rows.text(1))});
    return payers;
}

void readAgreed(sqlite::Database& db, const std::vector<Payer>& payers, KnownByProduct& known)
{
    std::unordered_map<Uuid, std::size_t> places;
    for (std::size_t i = 0; i < payers.size(); ++i)
        places.emplace(payers[i].id, i);
    auto rows = db.prepareOnce("SELECT customer_id, product_id, valid_from, ifnull(min_quantity, 0), unit_price "
                               "FROM customer_price WHERE deleted = 0 ORDER BY id");
    while (rows.step()) {
        const auto payer = places.find(uuidAt(rows, 0));
        if (payer != places.end())
            known[uuidAt(rows, 1)][payer->second].agreed.push_back(
                {Date{static_cast<std::int32_t>(rows.integer(2))}, {rows.integer(3)}, {rows.integer(4)}});
    }
}

/// What each payer paid last for each product, the day of the order not before `since`.
void readLast(sqlite::Database& db, const std::vector<Payer>& payers, Date since, KnownByProduct& known)
{
    // the newest first, as OrderStore::lastPrice() asks; the first met is the last paid
    auto rows = db.prepareOnce("SELECT l.product_id, ifnull(l.unit_price, 0), o.ordered_on FROM sales_order o CROSS "
                               "JOIN order_line l ON l.order_id = o.id AND l.deleted = 0 AND l.product_id IS NOT NULL "
                               "WHERE o.customer_id = ?1 AND o.ordered_on >= ?2 AND o.deleted = 0 "
                               "AND ifnull(o.state, 0) <> 2 ORDER BY o.ordered_on DESC, o.id DESC, l.position DESC");
    for (std::size_t i = 0; i < payers.size(); ++i) {
        rows.reset();
        rows.bindBorrowed(1, blobOf(payers[i].id)).bind(2, since.yyyymmdd);
        while (rows.step()) {
            std::optional<LastPrice>& last = known[uuidAt(rows, 0)][i].last;
            if (!last)
                last = LastPrice{{rows.integer(1)}, Date{static_cast<std::int32_t>(rows.integer(2))}};
        }
    }
}

void addAgreed(std::vector<PriceBase>& bases, PriceBase base, const Known& known,
    const std::vector<AgreedPrice>& replaced, Date from)
{
    base.source = PriceSource::Agreed;
    for (const AgreedPrice& step : replaced) {
        base.minQuantity = step.minQuantity;
        base.price = step.unitPrice;
        base.since = step.validFrom;
        base.agreedThen = agreedFromThatDay(known.agreed, step.minQuantity, from);
        bases.push_back(base);
    }
}

Date firstAfter(const std::vector<AgreedPrice>& prices, Date day)
{
    Date first;
    for (const AgreedPrice& each : prices)
        if (each.validFrom > day && (first.isNull() || each.validFrom < first))
            first = each.validFrom;
    return first;
}

} // namespace

std::vector<AgreedPrice> PriceChangeStore::agreed(const Uuid& customer, const Uuid& product)
{
    auto rows = m_db.prepare("SELECT valid_from, ifnull(min_quantity, 0), unit_price FROM customer_price "
                             "WHERE customer_id = ? AND product_id = ? AND deleted = 0 ORDER BY id");
    rows->bindBorrowed(1, blobOf(customer)).bindBorrowed(2, blobOf(product));
    std::vector<AgreedPrice> prices;
    while (rows->step())
        prices.push_back({Date{static_cast<std::int32_t>(rows->integer(0))}, {rows->integer(1)}, {rows->integer(2)}});
    return prices;
}

std::string PriceChangeStore::noteOf(const CustomerPrice& same)
{
    auto rows = m_db.prepare("SELECT ifnull(note, '') FROM customer_price WHERE customer_id = ? AND product_id = ? "
                             "AND valid_from = ? AND ifnull(min_quantity, 0) = ? AND deleted = 0 ORDER BY id DESC");
    rows->bindBorrowed(1, blobOf(same.customerId)).bindBorrowed(2, blobOf(same.productId));
    rows->bind(3, same.validFrom.yyyymmdd).bind(4, same.minQuantity.tenThousandths);
    return rows->step() ? std::string(rows->text(0)) : std::string();
}

std::vector<PriceBase> PriceChangeStore::bases(const PriceScope& scope)
{
    ProductStore store(m_db);
    std::vector<ProductListRow> products;
    if (scope.products.empty()) {
        products = store.list(scope.filter, {.limit = std::numeric_limits<std::int32_t>::max()});
    } else {
        for (const Uuid& id : scope.products)
            if (auto row = store.row(id)) // else it was deleted since it was chosen
                products.push_back(std::move(*row));
        std::ranges::sort(products, {}, [](const ProductListRow& row) { return std::tie(row.code, row.id); });
    }
    std::vector<Payer> payers;
    KnownByProduct known;
    if (scope.agreedPrices || scope.lastPrices) {
        payers = readPayers(m_db, scope.customer);
        readAgreed(m_db, payers, known);
    }
    if (scope.lastPrices)
        readLast(m_db, payers, scope.paidSince, known);
    std::vector<PriceBase> bases;
    for (const ProductListRow& product : products) {
        PriceBase base;
        base.product = product.id;
        base.code = product.code;
        base.productName = product.name;
        base.spec = product.spec;
        base.price = base.listPrice = product.listPrice;
        if (scope.listPrices)
            bases.push_back(base);
        for (const auto& [place, each] : known[product.id]) {
            const std::vector<AgreedPrice> replaced = pricesReplaced(each.agreed, scope.from);
            base.customer = payers[place].id;
            base.customerName = payers[place].name;
            base.laterOn = firstAfter(each.agreed, scope.from);
            const bool wasPaid = each.last && each.last->unitPrice > UnitPrice{}; // a sample for nothing is no price
            // on the eve it would be paid still, whatever is agreed from the day itself
            const bool isPaidBefore = wasPaid && isLastPaid(replaced, scope.from);
            if (isPaidBefore) {
                PriceBase& own = bases.emplace_back(base);
                own.source = PriceSource::Last;
                own.price = each.last->unitPrice;
                own.since = each.last->on;
                own.agreedThen = agreedFromThatDay(each.agreed, {}, scope.from);
            }
            const bool isOfMoreOnly = !replaced.empty() && replaced.front().minQuantity > Quantity{};
            if (scope.agreedPrices && (!isPaidBefore || isOfMoreOnly))
                addAgreed(bases, base, each, replaced, scope.from);
        }
    }
    return bases;
}

} // namespace dure::storage
