#pragma once
#include "core/domain/activity.h"
#include "core/domain/claim.h"
#include "core/domain/order_status.h"
#include "core/sqlite/database.h"

#include <array>
#include <optional>
#include <vector>

/// Everything between a customer and us, on one time line. Any connection will do; nothing here writes.
namespace dure::storage {

enum class RelationKind : std::uint8_t { Activity, Claim, Order, Delivery, Payment };

/// What the chips above the time line let through.
enum class RelationChip : std::uint8_t {
    All,
    Contacts, ///< notes, calls, visits, mails
    Promises,
    Open, ///< what is still to be done: next actions and promises
    Claims,
    Orders,
    Deliveries,
    Payments,
    Count
};
using RelationChipCounts = std::array<std::int64_t, static_cast<std::size_t>(RelationChip::Count)>;

/// One line. Which fields mean something depends on the kind.
struct RelationEntry
{
    Uuid id;
    RelationKind kind = RelationKind::Activity;
    Date on;
    Activity activity; ///< of an activity, all of it
    std::string number; ///< of a document
    std::string text; ///< first product, reason of a claim, memo of a payment
    std::int64_t moreLines = 0; ///< "외 n"
    Won amount; ///< of an order or a delivery with tax; of a payment; of a promise
    Quantity quantity; ///< of a delivery or a claim
    OrderStatus orderStatus = OrderStatus::Received;
    bool isLate = false; ///< of an order, on the asker's today
    bool isReversal = false; ///< takes another one back
    DeliveryKind deliveryKind = DeliveryKind::Sale;
    PaymentKind paymentKind = PaymentKind::Transfer;
    Date noteDueOn;
    ClaimKind claimKind = ClaimKind::Defect;
    ClaimDecision decision = ClaimDecision::Open;
    std::string staff;

    /// An activity that asks for something that nobody has marked as done.
    bool isToDo() const
    {
        return kind == RelationKind::Activity && activity.doneOn.isNull() && !activity.nextOn.isNull();
    }
};

class RelationStore
{
public:
    explicit RelationStore(sqlite::Database& db)
        : m_db(db)
    { }

    /// Newest first; of one day what was made last comes first.
    std::vector<RelationEntry> list(
        const Uuid& customer, RelationChip chip, Date today, std::int64_t offset, std::int64_t limit);
    RelationChipCounts counts(const Uuid& customer);
    std::optional<RelationEntry> entry(RelationKind kind, const Uuid& id, Date today);
    /// What is to be done for a customer, the most urgent first.
    std::vector<Activity> toDo(const Uuid& customer, std::int64_t limit);
    /// The latest activities.
    std::vector<Activity> latest(const Uuid& customer, std::int64_t limit);

private:
    sqlite::Database& m_db;
};

} // namespace dure::storage
