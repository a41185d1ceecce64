#pragma once
#include "core/domain/quotation.h"
#include "core/sqlite/database.h"

#include <optional>
#include <vector>

/// What the quotation screens and the 견적서 read. Any connection will do; nothing here writes.
namespace dure::storage {

enum class QuotationChip : std::uint8_t { Open, Ordered, Lost, All };

struct QuotationFilter
{
    QuotationChip chip = QuotationChip::Open;
    std::string text; ///< number, subject, customer, products; as people search (TextQuery)
};

enum class QuotationSort : std::uint8_t { Date, Number, Customer, ValidUntil, Total };

struct QuotationWindow
{
    QuotationSort sort = QuotationSort::Date;
    bool descending = true;
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

struct QuotationListRow
{
    Uuid id;
    std::string number, subject;
    Date quotedOn, validUntil;
    QuotationState state = QuotationState::Open;
    Uuid customerId;
    std::string customerName, firstProduct;
    std::int64_t moreLines = 0;
    Won supply, tax;

    /// Still open though its day is past.
    bool hasRunOut(Date today) const
    {
        return state == QuotationState::Open && !validUntil.isNull() && validUntil < today;
    }
};

struct QuotationTotals
{
    std::int64_t count = 0;
    Won supply, tax;
};

struct QuotationChipCounts
{
    std::int64_t open = 0, ordered = 0, lost = 0, all = 0;
};

struct QuotationDetail
{
    Quotation quotation;
    std::vector<QuotationLine> lines; ///< by position
    std::string customerName;
    Won supply, tax;
    struct Order
    {
        Uuid id;
        std::string number;
    };
    std::vector<Order> orders; ///< made of it, oldest first
};

class QuotationStore
{
public:
    explicit QuotationStore(sqlite::Database& db)
        : m_db(db)
    { }

    std::vector<QuotationListRow> list(const QuotationFilter& filter, const QuotationWindow& window);
    QuotationTotals totals(const QuotationFilter& filter);
    QuotationChipCounts chipCounts();
    std::optional<QuotationDetail> detail(const Uuid& id);

private:
    std::vector<QuotationListRow> matching(const QuotationFilter& filter, const std::string& orderBy);
    sqlite::Database& m_db;
};

} // namespace dure::storage
