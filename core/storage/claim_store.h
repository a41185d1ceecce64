#pragma once
#include "core/domain/claim.h"
#include "core/sqlite/database.h"

#include <optional>
#include <vector>

/// What the claim screens read. Any connection will do; nothing here writes.
namespace dure::storage {

enum class ClaimChip : std::uint8_t { Open, Closed, All };

struct ClaimFilter
{
    ClaimChip chip = ClaimChip::Open;
    std::string text; ///< number, customer, product, lot, reason; as people search (TextQuery)
};

enum class ClaimSort : std::uint8_t { Date, Number, Customer };

struct ClaimWindow
{
    ClaimSort sort = ClaimSort::Date;
    bool descending = true;
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

struct ClaimListRow
{
    Uuid id;
    std::string number;
    Date claimedOn, closedOn;
    ClaimKind kind = ClaimKind::Defect;
    ClaimDecision decision = ClaimDecision::Open;
    Uuid customerId;
    std::string customerName, productName, lot;
    Quantity quantity;
};

struct ClaimTotals
{
    std::int64_t count = 0;
};

struct ClaimChipCounts
{
    std::int64_t open = 0, closed = 0, all = 0;
};

/// A line that went to a customer, as a claim may name it.
struct DeliveredLine
{
    DeliveryLine line;
    std::string deliveryNumber;
    Date deliveredOn;
};

struct ClaimDetail
{
    Claim claim;
    std::string customerName;
    std::optional<DeliveredLine> delivered; ///< what it complains of
    struct Answer
    {
        Uuid delivery;
        std::string number;
        DeliveryKind kind = DeliveryKind::Sale;
        Date on;
        Quantity quantity;
        Won total; ///< VAT included
    };
    std::vector<Answer> answers; ///< what was recorded for it; taken back ones are left out
};

/// What was given back for a delivered line by all claims on it; answers that were taken back are left out.
struct LineAnswers
{
    Quantity returned;
    Won supply, tax; ///< above 0: owed less
    int count = 0;
};

class ClaimStore
{
public:
    explicit ClaimStore(sqlite::Database& db)
        : m_db(db)
    { }

    std::vector<ClaimListRow> list(const ClaimFilter& filter, const ClaimWindow& window);
    ClaimTotals totals(const ClaimFilter& filter);
    ClaimChipCounts chipCounts();
    std::optional<ClaimDetail> detail(const Uuid& id);
    LineAnswers answersOf(const Uuid& deliveryLine);
    /// What went to a customer lately, newest first; `delivery`: of that one alone.
    std::vector<DeliveredLine> deliveredLines(const Uuid& customer, const Uuid& delivery = {}, std::size_t limit = 50);

private:
    std::vector<ClaimListRow> matching(const ClaimFilter& filter, const std::string& orderBy);
    sqlite::Database& m_db;
};

} // namespace dure::storage
