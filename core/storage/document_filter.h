#pragma once
#include "core/domain/schema.h"
#include "core/domain/text_query.h"
#include "core/sqlite/database.h"

#include <optional>
#include <unordered_set>

namespace dure::storage {

/// What a text filter looks at of one order or delivery.
struct DocumentView
{
    std::string_view number;
    std::string_view customerNo; ///< the customer's own number; empty for deliveries
    Uuid customer;
    std::string_view products; ///< GatheredLines::products
    std::string_view freeText;
};

/// A list's text filter: each part of the query must fit the number, the customer or a product of the document. What
/// customers and products a part means is looked up once; then documents are either found from those (few), or the
/// list's own order is walked and each one tested (many).
class DocumentFilter
{
public:
    /// `documents`: SalesOrder or Delivery. `product` narrows to documents with that product; nil: any.
    DocumentFilter(sqlite::Database& db, std::string_view text, TableId documents, const Uuid& product);

    bool empty() const { return m_query.empty() && !m_productMark; }
    bool matches(const DocumentView& document) const;
    /// Finds the documents that fit a part by customer, product or free text; false if there are more than `most` for
    /// every part.
    bool gatherOthers(std::size_t most);
    enum class Fit : std::uint8_t { No, Yes, Perhaps };
    /// After gatherOthers(): what the two numbers alone say of a document, whose id is `idColumn` of `row`. Perhaps:
    /// matches() has to look at all of it.
    Fit matchesNumbers(
        std::string_view number, std::string_view customerNo, const sqlite::Statement& row, int idColumn) const;
    /// A superset of what matches, if it can be had from at most `most` documents; not sorted, without repeats.
    std::optional<std::vector<Uuid>> candidates(std::size_t most);

private:
    struct Part
    {
        std::unordered_set<Uuid> customers;
        std::unordered_set<std::uint64_t> products; ///< by their mark
        std::vector<Uuid> productIds;
        bool hasFewOthers = false;
        std::unordered_set<Uuid> others; ///< if few: documents that may fit by something else than a number
    };
    class Collector;
    bool partMatches(std::size_t index, const DocumentView& document) const;
    bool numbersFit(std::size_t index, std::string_view number, std::string_view customerNo) const;
    bool collectPart(std::size_t index, Collector& collector);
    bool collectOthers(std::size_t index, Collector& collector);
    bool hasManyOthers(std::size_t index, std::size_t most);
    bool isBeginOfMany(std::size_t index, std::size_t most);

    sqlite::Database& m_db;
    TextQuery m_query;
    TableId m_documents;
    Uuid m_product;
    std::optional<std::uint64_t> m_productMark;
    std::vector<Part> m_parts;
};

} // namespace dure::storage
