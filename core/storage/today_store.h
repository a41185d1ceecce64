#pragma once
#include "core/domain/activity.h"
#include "core/domain/truck_load.h"
#include "core/storage/order_store.h"

/// What a day asks of the office: which truck goes where, what is late, which money should come, whom to call. Any
/// connection will do; nothing here writes.
namespace dure::storage {

enum class StopState : std::uint8_t {
    Waiting, ///< 대기
    Partly, ///< part of the order went out before
    Late, ///< something of the order was due before
    Held, ///< 보류: stands on no loading list
    Delivered, ///< 납품 완료
};

struct StopLine
{
    std::string product, spec, unit;
    Quantity quantity; ///< what remains, or what was delivered
    TruckLoad load;
};

/// One place a truck goes to on a day: what remains of an order's lines that are due then, or a delivery of that day.
struct Stop
{
    Uuid order; ///< nil: a delivery without one
    Uuid delivery; ///< nil: still to go
    Date on;
    std::optional<std::int64_t> time; ///< minutes of the day; as planned
    std::string number; ///< of the order, or of a delivery without one
    std::string vehicle, driver; ///< both empty: not decided
    Uuid customerId;
    std::string customerName, siteName, address, phone;
    std::vector<StopLine> lines; ///< by position; never empty
    StopState state = StopState::Waiting;

    Quantity quantity() const;
    TruckLoad load() const;
    bool isDecided() const { return !vehicle.empty() || !driver.empty(); }
};

/// What one vehicle does on one day.
struct TruckDay
{
    Date on;
    std::string vehicle; ///< empty: the driver alone is known, or nothing is decided
    std::vector<std::string> drivers;
    std::vector<Stop> stops; ///< by time, those without one last; never empty
    TruckLoad load; ///< of all stops
    std::size_t delivered = 0; ///< of the stops

    bool isDecided() const { return !vehicle.empty() || !drivers.empty(); }
};

/// By day, then the vehicle that begins first; what is not decided comes last of its day.
std::vector<TruckDay> trucksOf(std::vector<Stop> stops);

struct LateOrder
{
    OrderListRow order;
    std::optional<std::int64_t> time;
    std::string vehicle;
};

/// Money that should come: a promise, or an 어음 that matures.
struct ExpectedMoney
{
    Uuid id; ///< of the activity or the payment
    bool isNote = false;
    Uuid customerId;
    std::string customerName;
    Won amount;
    Date on;
    std::string text; ///< of a promise what was said; of an 어음 its bank
};

/// Something to do for a customer.
struct DueAction
{
    Activity activity;
    std::string customerName;
};

class TodayStore
{
public:
    explicit TodayStore(sqlite::Database& db)
        : m_db(db)
    { }

    /// What remains of open orders, by the day its lines are due, from `from` to `to`; held orders too, cancelled ones
    /// not. At most `limit` orders.
    std::vector<Stop> planned(Date from, Date to, std::int64_t limit = 1'000);
    /// What is to go out today: planned(today, today), and what is late and has a vehicle or a driver, which goes with
    /// the next run.
    std::vector<Stop> goingOut(Date today);
    /// What went out that day. What was taken back, goods that came back and amounts without goods are no stops.
    std::vector<Stop> delivered(Date day, std::int64_t limit = 1'000);
    /// The latest ones first to be done: by due date.
    std::vector<LateOrder> late(Date today, std::int64_t limit);
    std::int64_t lateCount(Date today);
    /// Promises up to `today` that nobody has marked as done, then 어음 that mature from `today` to the end of its week
    /// (Sunday) and were neither taken back, given on, sold nor collected; each by date.
    std::vector<ExpectedMoney> money(Date today, std::int64_t limit = 200);
    /// Next actions up to `today` that are not done, other than promises; by date.
    std::vector<DueAction> actions(Date today, std::int64_t limit = 200);

private:
    sqlite::Database& m_db;
};

} // namespace dure::storage
