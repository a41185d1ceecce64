#pragma once
#include "core/domain/entities.h"
#include "core/sqlite/database.h"

#include <optional>

/// What the product screens and the editors' completion read. Any connection will do; nothing here writes.
namespace dure::storage {

enum class ProductChip : std::uint8_t {
    Active,
    BelowSafety, ///< 안전재고 밑
    All, ///< also inactive ones
};

struct ProductFilter
{
    ProductChip chip = ProductChip::Active;
    std::string text;
};

enum class ProductSort : std::uint8_t { Name, Code, Spec, Material, ListPrice, Stock };

struct ProductWindow
{
    ProductSort sort = ProductSort::Code;
    bool descending = false;
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

struct ProductListRow
{
    Uuid id;
    std::string code, name, spec, unit, material, color, neck;
    UnitPrice listPrice;
    Quantity stock; ///< on hand
    Quantity safetyStock, unitsPerBox;
    bool inactive = false;
};

struct ProductChipCounts
{
    std::int64_t active = 0, belowSafety = 0, all = 0;
};

/// Who agreed to which price for a product.
struct ProductPriceRow
{
    CustomerPrice price;
    std::string customerName;
};

struct ProductDetail
{
    Product product;
    Quantity stock;
    Quantity ordered; ///< remaining in open orders
    std::vector<ProductPriceRow> prices;
    std::int64_t files = 0; ///< drawings, photos …
};

class ProductStore
{
public:
    explicit ProductStore(sqlite::Database& db)
        : m_db(db)
    { }

    std::vector<ProductListRow> list(const ProductFilter& filter, const ProductWindow& window);
    std::int64_t count(const ProductFilter& filter);
    ProductChipCounts chipCounts();
    std::optional<ProductListRow> row(const Uuid& id);

    std::optional<ProductDetail> detail(const Uuid& id);
    std::optional<Product> find(const Uuid& id);
    std::vector<Uuid> withCode(std::string_view code, const Uuid& except = {});
    Quantity stock(const Uuid& id);

private:
    sqlite::Database& m_db;
};

} // namespace dure::storage
