#include "core/storage/product_choices.h"

#include "core/domain/text_query.h"
#include "core/storage/entity_reader.h"
#include "core/storage/search_index.h"

#include <algorithm>

namespace dure::storage {

namespace {

std::optional<ProductChoice> readChoice(sqlite::Database& db, const Uuid& id, bool inactiveToo)
{
    auto rows = db.prepare("SELECT p.code, p.name, p.spec, p.unit, ifnull(p.list_price, 0), ifnull(p.tax_kind, 0), "
                           "ifnull(s.quantity, 0), ifnull(p.inactive, 0), ifnull(s.reserved, 0), "
                           "ifnull(p.units_per_box, 0), ifnull(p.boxes_per_pallet, 0) FROM product p LEFT JOIN "
                           "product_stock s ON s.product_id = p.id WHERE p.id = ? AND p.deleted = 0");
    rows->bindBorrowed(1, blobOf(id));
    if (!rows->step() || (rows->integer(7) != 0 && !inactiveToo))
        return std::nullopt;
    ProductChoice choice;
    choice.id = id;
    choice.code = rows->text(0);
    choice.name = rows->text(1);
    choice.spec = rows->text(2);
    choice.unit = rows->text(3);
    choice.listPrice = {rows->integer(4)};
    choice.taxKind = static_cast<TaxKind>(rows->integer(5));
    choice.stock = {rows->integer(6)};
    choice.usable = choice.stock - Quantity{rows->integer(8)};
    choice.unitsPerBox = {rows->integer(9)};
    choice.boxesPerPallet = rows->integer(10);
    return choice;
}

/// "PB-05": what is typed of a code is answered in the order of codes.
bool looksLikeCode(std::string_view text)
{
    const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    return std::ranges::all_of(text, ascii) && text.find_first_of("0123456789-") != std::string_view::npos;
}

/// As search compares: case, blanks and punctuation count for nothing.
std::string comparable(std::string_view text) { return toUtf8(FoldedText::of(text).characters); }

bool startsLike(std::string_view code, std::string_view text) { return comparable(code).starts_with(comparable(text)); }

} // namespace

std::vector<Uuid> ProductChoiceStore::withoutText(const CustomerPricing& pricing, std::size_t limit)
{
    std::vector<std::pair<Date, Uuid>> known;
    for (const auto& [product, last] : pricing.last)
        known.emplace_back(last.on, product);
    std::ranges::sort(known, std::greater());
    std::vector<Uuid> ids;
    known.resize(std::min(known.size(), 2 * limit)); // some may be inactive
    for (const auto& [on, product] : known)
        ids.push_back(product);
    auto rows = m_db.prepareOnce("SELECT id FROM product WHERE deleted = 0 AND ifnull(inactive, 0) = 0 "
                                 "ORDER BY ifnull(code, ''), id LIMIT ?");
    rows.bind(1, static_cast<std::int64_t>(limit + ids.size()));
    while (rows.step())
        if (const Uuid id = uuidAt(rows, 0);
            std::ranges::find(known, id, &std::pair<Date, Uuid>::second) == known.end())
            ids.push_back(id);
    return ids;
}

ProductChoices ProductChoiceStore::find(
    std::string_view text, const CustomerPricing& pricing, const Uuid& except, std::size_t limit)
{
    ProductChoices choices;
    std::vector<Uuid> ids;
    if (text.empty()) {
        ids = withoutText(pricing, limit);
    } else {
        SearchResult result = SearchIndex(m_db).find(text, TableId::Product, 4 * limit);
        choices.complete = result.complete;
        const auto isKnown = [&](const Uuid& id) { return pricing.agreed.contains(id) || pricing.last.contains(id); };
        std::ranges::stable_sort(result.hits, [&](const SearchHit& a, const SearchHit& b) {
            return std::pair(a.rank, !isKnown(a.id)) < std::pair(b.rank, !isKnown(b.id));
        });
        for (const SearchHit& hit : result.hits)
            ids.push_back(hit.id);
    }
    for (const Uuid& id : ids)
        if (auto choice = readChoice(m_db, id, false))
            choices.rows.push_back(std::move(*choice));
    if (looksLikeCode(text)) {
        const auto others = std::ranges::stable_partition(
            choices.rows, [&](const ProductChoice& choice) { return startsLike(choice.code, text); });
        std::ranges::stable_sort(choices.rows.begin(), others.begin(), {}, &ProductChoice::code);
    }
    if (choices.rows.size() > limit) {
        choices.rows.resize(limit);
        choices.complete = false;
    }
    addOwn(choices.rows, except);
    return choices;
}

std::optional<ProductChoice> ProductChoiceStore::find(const Uuid& id, const Uuid& except)
{
    auto choice = readChoice(m_db, id, true);
    if (!choice)
        return std::nullopt;
    std::vector<ProductChoice> one{std::move(*choice)};
    addOwn(one, except);
    return one.front();
}

void ProductChoiceStore::addOwn(std::vector<ProductChoice>& rows, const Uuid& except)
{
    if (except.isNil())
        return;
    // its own lines take nothing from what it may use
    auto own = m_db.prepare("SELECT product_id, sum(quantity) FROM open_line WHERE order_id = ? AND "
                            "product_id IS NOT NULL GROUP BY product_id");
    own->bindBorrowed(1, blobOf(except));
    while (own->step())
        for (ProductChoice& row : rows)
            if (row.id == uuidAt(*own, 0))
                row.usable += Quantity{own->integer(1)};
}

std::vector<std::optional<ProductChoice>> ProductChoiceStore::identify(std::span<const std::string> texts)
{
    // one pass over the products' texts: hundreds of pasted lines ask at once
    struct Known
    {
        Uuid id;
        int count = 0;
        bool byCode = false;
    };
    std::unordered_map<std::string, Known> known;
    for (const std::string& text : texts)
        known.try_emplace(comparable(text));
    auto rows = m_db.prepareOnce("SELECT id, code, name, spec FROM product WHERE deleted = 0");
    const auto met = [&](const std::string& text, const Uuid& id, bool byCode) {
        const auto at = text.empty() ? known.end() : known.find(text);
        if (at == known.end() || (at->second.byCode && !byCode))
            return;
        Known& entry = at->second;
        if (byCode && !entry.byCode)
            entry = {id, 0, true}; // a code says more than a name
        entry.count += entry.count == 0 || entry.id != id ? 1 : 0;
        entry.id = id;
    };
    while (rows.step()) {
        const Uuid id = uuidAt(rows, 0);
        const std::string name(rows.text(2));
        met(comparable(rows.text(1)), id, true);
        met(comparable(name), id, false);
        if (!rows.text(3).empty())
            met(comparable(name + " " + std::string(rows.text(3))), id, false);
    }
    std::vector<std::optional<ProductChoice>> found;
    for (const std::string& text : texts) {
        const Known& entry = known[comparable(text)];
        found.push_back(entry.count == 1 ? readChoice(m_db, entry.id, true) : std::nullopt);
    }
    return found;
}

} // namespace dure::storage
