#include "core/intake/name_matching.h"

#include "core/domain/text_query.h"
#include "core/storage/name_store.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace dure::intake {

namespace {

constexpr int fewestPermille = 450;
constexpr std::size_t mostSuggestions = 5;

/// Names are compared by pairs of letters, a syllable being two or three: 한빛 and 한빗 differ in one letter of six.
using Pairs = std::vector<std::uint64_t>; // ascending, each once

std::string withoutLegalForm(std::string_view name)
{
    std::string text(name);
    for (const std::string_view form : {"주식회사", "유한회사", "(주)", "㈜", "(유)", "（주）"})
        for (auto at = text.find(form); at != std::string::npos && text.size() > form.size(); at = text.find(form))
            text.erase(at, form.size());
    return text;
}

std::u32string lettersOf(std::string_view name)
{
    std::u32string letters;
    for (const char32_t c : FoldedText::of(withoutLegalForm(name)).characters) {
        if (!isHangulSyllable(c)) {
            letters += c;
            continue;
        }
        const char32_t index = c - 0xac00;
        letters += 0x1100 + index / 588;
        letters += 0x1161 + index % 588 / 28;
        if (index % 28 != 0)
            letters += 0x11a7 + index % 28;
    }
    return letters;
}

Pairs pairsOf(const std::u32string& letters)
{
    Pairs pairs;
    char32_t before = 0; // the beginning counts as a letter: a name is known by how it starts
    for (const char32_t c : letters) {
        pairs.push_back(std::uint64_t{before} << 32U | c);
        before = c;
    }
    std::ranges::sort(pairs);
    pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    return pairs;
}

int permilleOf(std::size_t shared, std::size_t one, std::size_t other, bool same)
{
    if (same)
        return 1000;
    const std::size_t all = one + other;
    return all == 0 ? 0 : std::min(999, static_cast<int>(2000 * shared / all));
}

/// The stored rows, by the pairs of their names.
class NameIndex
{
public:
    explicit NameIndex(std::vector<storage::NamedRow> rows)
        : m_rows(std::move(rows))
    {
        for (std::uint32_t i = 0; i < m_rows.size(); ++i) {
            const storage::NamedRow& row = m_rows[i];
            if (row.deleted) {
                m_deleted.insert(row.code);
                m_deleted.insert(row.name);
                continue;
            }
            for (const std::string& key : {row.code, row.name, row.name + '\n' + row.spec})
                m_known.insert(key);
            addEntry(i, row.name);
            if (!row.spec.empty())
                addEntry(i, row.name + ' ' + row.spec);
        }
    }

    void addKnown(const std::string& key) { m_known.insert(key); }
    bool isKnown(const std::string& key) const { return !key.empty() && m_known.contains(key); }
    bool wasDeleted(const std::string& key) const { return !key.empty() && m_deleted.contains(key); }

    std::vector<Suggestion> suggestionsFor(const UnknownName& name) const
    {
        std::unordered_map<std::uint32_t, int> best; // by row
        for (const std::string& text : {name.name, name.name + ' ' + name.spec, name.code})
            if (!text.empty() && text != " ")
                rate(text, best);
        std::vector<std::pair<int, std::uint32_t>> order;
        for (const auto& [row, permille] : best)
            if (permille >= fewestPermille)
                order.emplace_back(-permille, row);
        std::ranges::sort(order);
        std::vector<Suggestion> found;
        for (const auto& [permille, at] : order) {
            if (found.size() == mostSuggestions)
                break;
            const storage::NamedRow& row = m_rows[at];
            found.push_back({row.id, row.code, row.name, row.spec, -permille});
        }
        return found;
    }

private:
    struct Entry
    {
        std::uint32_t row;
        std::size_t pairs;
        std::u32string letters;
    };

    void addEntry(std::uint32_t row, const std::string& text)
    {
        std::u32string letters = lettersOf(text);
        const Pairs pairs = pairsOf(letters);
        for (const std::uint64_t pair : pairs)
            m_byPair[pair].push_back(static_cast<std::uint32_t>(m_entries.size()));
        m_entries.push_back({row, pairs.size(), std::move(letters)});
    }

    void rate(const std::string& text, std::unordered_map<std::uint32_t, int>& best) const
    {
        const std::u32string letters = lettersOf(text);
        const Pairs pairs = pairsOf(letters);
        std::unordered_map<std::uint32_t, std::size_t> shared; // by entry
        for (const std::uint64_t pair : pairs)
            if (const auto found = m_byPair.find(pair); found != m_byPair.end())
                for (const std::uint32_t entry : found->second)
                    ++shared[entry];
        for (const auto& [at, count] : shared) {
            const Entry& entry = m_entries[at];
            int& permille = best[entry.row];
            permille = std::max(permille, permilleOf(count, pairs.size(), entry.pairs, letters == entry.letters));
        }
    }

    std::vector<storage::NamedRow> m_rows;
    std::vector<Entry> m_entries;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_byPair;
    std::unordered_set<std::string> m_known, m_deleted;
};

/// Collects what is not known, each name once.
class Unknowns
{
public:
    void see(const std::string& key, UnknownName&& name, std::int64_t line, std::int64_t rows)
    {
        const auto [found, isNew] = m_at.try_emplace(key, m_names.size());
        if (isNew) {
            name.key = key;
            name.firstLine = line;
            m_names.push_back(std::move(name));
        }
        m_names[found->second].rows += rows;
    }

    std::vector<UnknownName> take(const NameIndex& index)
    {
        for (UnknownName& name : m_names) {
            name.wasDeleted = index.wasDeleted(name.code) || index.wasDeleted(name.name);
            name.suggestions = index.suggestionsFor(name);
        }
        std::ranges::stable_sort(m_names, std::ranges::greater(), &UnknownName::rows);
        return std::move(m_names);
    }

private:
    std::vector<UnknownName> m_names;
    std::unordered_map<std::string, std::size_t> m_at;
};

void seeLine(const exchange::ImportedOrderLine& line, const NameIndex& products, Unknowns& unknown)
{
    const OrderLine& values = line.values;
    const bool isKnown = !line.productCode.empty()
        ? products.isKnown(line.productCode)
        : products.isKnown(values.productName + '\n' + values.spec) || products.isKnown(values.productName + '\n')
            || (values.spec.empty() && products.isKnown(values.productName));
    if (!isKnown)
        unknown.see(productKeyOf(line), {{}, line.productCode, values.productName, values.spec}, line.line, 1);
}

} // namespace

UnknownNames findUnknownNames(sqlite::Database& db, std::span<const SourceTable> tables)
{
    NameIndex customers(storage::customerNames(db));
    NameIndex products(storage::productNames(db));
    for (const SourceTable& table : tables) {
        for (const exchange::ImportedCustomer& each : table.plan.customers)
            for (const std::string& key : {each.customer.code, each.customer.name})
                customers.addKnown(key);
        for (const exchange::ImportedProduct& each : table.plan.products)
            for (const std::string& key :
                {each.product.code, each.product.name, each.product.name + '\n' + each.product.spec})
                products.addKnown(key);
    }
    Unknowns unknownCustomers;
    Unknowns unknownProducts;
    for (const SourceTable& table : tables) {
        for (const exchange::ImportedOrder& order : table.plan.orders) {
            const auto rows = std::max<std::int64_t>(1, std::ssize(order.lines));
            if (const std::string& key = customerKeyOf(order); !customers.isKnown(key))
                unknownCustomers.see(key, {{}, order.customerCode, order.customerName, {}}, order.line, rows);
            for (const exchange::ImportedOrderLine& line : order.lines)
                seeLine(line, products, unknownProducts);
        }
        for (const exchange::ImportedOrderLine& line : table.plan.orderLines)
            seeLine(line, products, unknownProducts);
    }
    return {unknownCustomers.take(customers), unknownProducts.take(products)};
}

NameChoice firstChoice(const UnknownName& name, bool isProduct)
{
    const auto sure = std::ranges::count(name.suggestions, 1000, &Suggestion::permille);
    if (sure == 1)
        return {NameChoice::What::Existing, name.suggestions.front().row};
    if (isProduct && name.code.empty())
        return {NameChoice::What::AsTyped, {}};
    return {NameChoice::What::LeaveOut, {}};
}

int likeness(std::string_view one, std::string_view other)
{
    const std::u32string first = lettersOf(one);
    const std::u32string second = lettersOf(other);
    const Pairs a = pairsOf(first);
    const Pairs b = pairsOf(second);
    Pairs shared;
    std::ranges::set_intersection(a, b, std::back_inserter(shared));
    return permilleOf(shared.size(), a.size(), b.size(), first == second);
}

} // namespace dure::intake
