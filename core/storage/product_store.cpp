#include "core/storage/product_store.h"

#include "core/storage/blob_store.h"
#include "core/storage/entity_reader.h"
#include "core/storage/search_index.h"

#include <algorithm>

namespace dure::storage {

namespace {

constexpr const char* listSql
    = "SELECT p.id, p.code, p.name, p.spec, p.unit, p.material, p.color, p.neck, ifnull(p.list_price, 0), "
      "ifnull(s.quantity, 0) AS stock, ifnull(p.safety_stock, 0), ifnull(p.units_per_box, 0), ifnull(p.inactive, 0) "
      "FROM product p LEFT JOIN product_stock s ON s.product_id = p.id WHERE p.deleted = 0";

#define DURE_BELOW_SAFETY "ifnull(p.inactive, 0) = 0 AND p.safety_stock > 0 AND ifnull(s.quantity, 0) < p.safety_stock"

std::string chipSql(ProductChip chip)
{
    switch (chip) {
    case ProductChip::Active:
        return " AND ifnull(p.inactive, 0) = 0";
    case ProductChip::BelowSafety:
        return " AND " DURE_BELOW_SAFETY;
    case ProductChip::All:
        break;
    }
    return {};
}

std::string sortSql(ProductSort sort, bool descending)
{
    const std::string down = descending ? " DESC" : "";
    const auto by = [&](const char* first) { return " ORDER BY " + std::string(first) + down + ", p.id" + down; };
    switch (sort) {
    case ProductSort::Name:
        return by("ifnull(p.name, '')");
    case ProductSort::Code:
        break;
    case ProductSort::Spec:
        return by("ifnull(p.spec, '')");
    case ProductSort::Material:
        return by("ifnull(p.material, '')");
    case ProductSort::ListPrice:
        return by("ifnull(p.list_price, 0)");
    case ProductSort::Stock:
        return by("stock");
    }
    return by("ifnull(p.code, '')");
}

ProductListRow readProduct(const sqlite::Statement& s)
{
    ProductListRow row;
    row.id = uuidAt(s, 0);
    row.code = s.text(1);
    row.name = s.text(2);
    row.spec = s.text(3);
    row.unit = s.text(4);
    row.material = s.text(5);
    row.color = s.text(6);
    row.neck = s.text(7);
    row.listPrice = {s.integer(8)};
    row.stock = {s.integer(9)};
    row.safetyStock = {s.integer(10)};
    row.unitsPerBox = {s.integer(11)};
    row.inactive = s.integer(12) != 0;
    return row;
}

bool passes(ProductChip chip, const ProductListRow& row)
{
    switch (chip) {
    case ProductChip::Active:
        return !row.inactive;
    case ProductChip::BelowSafety:
        return !row.inactive && row.safetyStock > Quantity{} && row.stock < row.safetyStock;
    case ProductChip::All:
        break;
    }
    return true;
}

std::strong_ordering compare(const ProductListRow& a, const ProductListRow& b, ProductSort sort)
{
    switch (sort) {
    case ProductSort::Name:
        return a.name <=> b.name;
    case ProductSort::Code:
        break;
    case ProductSort::Spec:
        return a.spec <=> b.spec;
    case ProductSort::Material:
        return a.material <=> b.material;
    case ProductSort::ListPrice:
        return a.listPrice <=> b.listPrice;
    case ProductSort::Stock:
        return a.stock <=> b.stock;
    }
    return a.code <=> b.code;
}

/// All products that a text filter finds: masters are few enough to hold.
std::vector<ProductListRow> gather(sqlite::Database& db, const ProductFilter& filter, const TextQuery& query)
{
    auto rows = db.prepareOnce(std::string(listSql) + " AND p.id = ?");
    std::vector<ProductListRow> found;
    for (const Uuid& id : SearchIndex(db).allMatching(query, TableId::Product)) {
        rows.bindBorrowed(1, blobOf(id));
        if (rows.step()) {
            ProductListRow product = readProduct(rows);
            if (passes(filter.chip, product))
                found.push_back(std::move(product));
        }
        rows.reset();
    }
    return found;
}

} // namespace

std::vector<ProductListRow> ProductStore::list(const ProductFilter& filter, const ProductWindow& window)
{
    std::vector<ProductListRow> out;
    if (const TextQuery query(filter.text); !query.empty()) {
        std::vector<ProductListRow> found = gather(m_db, filter, query);
        std::ranges::sort(found, [&](const ProductListRow& a, const ProductListRow& b) {
            const auto order = compare(a, b, window.sort);
            const auto decided = order != 0 ? order : a.id <=> b.id;
            return window.descending ? decided > 0 : decided < 0;
        });
        const auto begin = static_cast<std::size_t>(std::max<std::int64_t>(0, window.offset));
        for (std::size_t i = begin; i < found.size() && out.size() < static_cast<std::size_t>(window.limit); ++i)
            out.push_back(std::move(found[i]));
        return out;
    }
    auto rows = m_db.prepareOnce(
        std::string(listSql) + chipSql(filter.chip) + sortSql(window.sort, window.descending) + " LIMIT ? OFFSET ?");
    rows.bindAll(window.limit, window.offset);
    while (rows.step())
        out.push_back(readProduct(rows));
    return out;
}

std::int64_t ProductStore::count(const ProductFilter& filter)
{
    if (const TextQuery query(filter.text); !query.empty())
        return static_cast<std::int64_t>(gather(m_db, filter, query).size());
    const ProductChipCounts counts = chipCounts();
    switch (filter.chip) {
    case ProductChip::Active:
        return counts.active;
    case ProductChip::BelowSafety:
        return counts.belowSafety;
    case ProductChip::All:
        break;
    }
    return counts.all;
}

ProductChipCounts ProductStore::chipCounts()
{
    auto rows
        = m_db.prepare("SELECT count(*), sum(ifnull(p.inactive, 0) = 0), sum(" DURE_BELOW_SAFETY ") FROM product p "
                       "LEFT JOIN product_stock s ON s.product_id = p.id WHERE p.deleted = 0");
    rows->step();
    return {rows->integer(1), rows->integer(2), rows->integer(0)};
}

std::optional<ProductListRow> ProductStore::row(const Uuid& id)
{
    static const std::string sql = std::string(listSql) + " AND p.id = ?";
    auto rows = m_db.prepare(sql);
    rows->bindBorrowed(1, blobOf(id));
    return rows->step() ? std::optional(readProduct(*rows)) : std::nullopt;
}

std::optional<ProductDetail> ProductStore::detail(const Uuid& id)
{
    auto product = find(id);
    if (!product)
        return std::nullopt;
    ProductDetail detail;
    detail.product = std::move(*product);
    auto figures = m_db.prepare("SELECT quantity, reserved FROM product_stock WHERE product_id = ?");
    figures->bindBorrowed(1, blobOf(id));
    if (figures->step()) {
        detail.stock = {figures->integer(0)};
        detail.ordered = {figures->integer(1)};
    }
    auto prices = m_db.prepare(
        "SELECT p.id, c.name FROM customer_price p LEFT JOIN customer c ON c.id = p.customer_id "
        "WHERE p.product_id = ? AND p.deleted = 0 ORDER BY c.name, p.valid_from, ifnull(p.min_quantity, 0), "
        "p.id");
    prices->bindBorrowed(1, blobOf(id));
    while (prices->step())
        if (auto price = findEntity<CustomerPrice>(m_db, uuidAt(*prices, 0)))
            detail.prices.push_back({std::move(*price), std::string(prices->text(1))});
    detail.files = AttachmentStore(m_db).fileCount(TableId::Product, id);
    return detail;
}

std::optional<Product> ProductStore::find(const Uuid& id) { return findEntity<Product>(m_db, id); }

std::vector<Uuid> ProductStore::withCode(std::string_view code, const Uuid& except)
{
    if (code.empty())
        return {};
    auto rows = m_db.prepareOnce("SELECT id FROM product WHERE code = ? AND deleted = 0 ORDER BY id");
    rows.bind(1, code);
    std::vector<Uuid> ids;
    while (rows.step())
        if (const Uuid id = uuidAt(rows, 0); id != except)
            ids.push_back(id);
    return ids;
}

Quantity ProductStore::stock(const Uuid& id)
{
    auto rows = m_db.prepare("SELECT quantity FROM product_stock WHERE product_id = ?");
    rows->bindBorrowed(1, blobOf(id));
    return {rows->step() ? rows->integer(0) : 0};
}

} // namespace dure::storage
