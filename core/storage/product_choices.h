#pragma once
#include "core/domain/entities.h"
#include "core/domain/units.h"
#include "core/sqlite/database.h"
#include "core/storage/customer_pricing.h"

#include <span>

/// What the product cells of the editors are filled from. Any connection will do; nothing here writes.
namespace dure::storage {

/// A product as an editor takes it over.
struct ProductChoice
{
    Uuid id;
    std::string code, name, spec, unit;
    UnitPrice listPrice;
    TaxKind taxKind = TaxKind::Taxable;
    Quantity stock; ///< on hand
    Quantity usable; ///< on hand less what open orders still wait for
    Quantity unitsPerBox;
    std::int64_t boxesPerPallet = 0;

    PackingTerms packing() const { return {unit, unitsPerBox, boxesPerPallet}; }
};

struct ProductChoices
{
    std::vector<ProductChoice> rows; ///< best first
    bool complete = true; ///< false: there are more
};

class ProductChoiceStore
{
public:
    explicit ProductChoiceStore(sqlite::Database& db)
        : m_db(db)
    { }

    /// Active products that fit the text, by how well they fit, and of those that fit alike first what this customer
    /// has a price for; what looks like a code is answered in the order of codes. An empty text: what the customer
    /// ordered last, then all by code. `except`: the order that is being edited, whose own lines take nothing from what
    /// it may use.
    ProductChoices find(
        std::string_view text, const CustomerPricing& pricing, const Uuid& except = {}, std::size_t limit = 40);
    std::optional<ProductChoice> find(const Uuid& id, const Uuid& except = {});
    /// For each text, as pasted or typed ahead: the product with that code, or of that name or name and spec, if there
    /// is exactly one (letter case and blanks count for nothing). Stock is left out.
    std::vector<std::optional<ProductChoice>> identify(std::span<const std::string> texts);

private:
    std::vector<Uuid> withoutText(const CustomerPricing& pricing, std::size_t limit);
    void addOwn(std::vector<ProductChoice>& rows, const Uuid& except);
    sqlite::Database& m_db;
};

} // namespace dure::storage
