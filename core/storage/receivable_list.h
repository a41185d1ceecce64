#pragma once
#include "core/domain/entities.h"
#include "core/domain/holidays.h"
#include "core/reports/ageing.h"
#include "core/sqlite/database.h"

#include <optional>

/// 미수금 현황: a line a customer that owes, is owed, or whose 어음 has not matured. Any connection will do; nothing
/// here writes.
namespace dure::storage {

enum class ReceivableChip : std::uint8_t {
    All,
    Overdue, ///< 기한 지남: by the customer's payment terms
    OverLimit, ///< 한도 넘음
    Promised, ///< 입금 약속: due today, or before and not kept
    NotesThisWeek, ///< 이번 주 만기 어음, up to and with Sunday
};

struct ReceivableFilter
{
    ReceivableChip chip = ReceivableChip::All;
    std::string text; ///< name, code, business number, representative, telephone of the customer
    Date today; ///< never null
};

enum class ReceivableSort : std::uint8_t { Name, Balance, Overdue, Oldest, NotesHeld, LastPaid, Promised, OverNinety };

struct ReceivableWindow
{
    ReceivableSort sort = ReceivableSort::Balance;
    bool descending = true;
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

struct ReceivableRow
{
    Uuid id; ///< the customer's
    std::string code, name, phone, staff;
    Won balance; ///< 미수잔액, VAT included; negative: paid in advance
    Won overdue; ///< of it, what is due by the customer's terms; 0 where none are agreed
    Date overdueSince; ///< the earliest day of those
    Date oldestOn; ///< the day of the oldest delivery not paid; null: nothing is owed, or since before the beginning
    Ageing ages; ///< of the balance
    Won notesHeld; ///< 미도래 어음: taken, and mature after today
    Won notesThisWeek; ///< of them, those that mature this week
    Won creditLimit; ///< 0: none
    Date lastPaidOn;
    Date promisedOn; ///< the earliest promise that is open; null: none
    Won promised; ///< its amount; 0: none was said

    bool isOverLimit() const { return creditLimit > Won{} && balance > creditLimit; }
};

struct ReceivableTotals
{
    std::int64_t count = 0;
    Won balance, overdue, notesHeld;
    Ageing ages;
};

struct ReceivableChipCounts
{
    std::int64_t all = 0, overdue = 0, overLimit = 0, promised = 0, notesThisWeek = 0;
};

class ReceivableListStore
{
public:
    /// Both are borrowed.
    ReceivableListStore(sqlite::Database& db, const HolidayCalendar& calendar)
        : m_db(db)
        , m_calendar(calendar)
    { }

    std::vector<ReceivableRow> list(const ReceivableFilter& filter, const ReceivableWindow& window);
    std::vector<ReceivableRow> all(Date today); ///< in no order
    ReceivableTotals totals(const ReceivableFilter& filter);
    ReceivableChipCounts chipCounts(Date today);
    /// Of any customer, also one that owes nothing.
    std::optional<ReceivableRow> row(const Uuid& customer, Date today);

private:
    struct Found;
    class Reading;
    std::vector<Found> gather(const ReceivableFilter& filter);
    sqlite::Database& m_db;
    const HolidayCalendar& m_calendar;
};

} // namespace dure::storage
