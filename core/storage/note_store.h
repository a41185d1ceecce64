#pragma once
#include "core/domain/payment_papers.h"
#include "core/sqlite/database.h"

#include <optional>

/// 받을어음 현황: every 어음 that customers paid with. Any connection will do; nothing here writes.
namespace dure::storage {

enum class NoteState : std::uint8_t {
    Held, ///< 보유
    Discounted, ///< 할인
    Endorsed, ///< 배서
    Collected, ///< 추심 완료
    Matured, ///< 만기: its day has come, and nobody said what became of it
    Dishonoured, ///< 부도
    TakenBack, ///< entered by mistake
};

enum class NoteChip : std::uint8_t {
    Held, ///< not matured, in the house or not
    ThisWeek, ///< those that mature this week, up to and with Sunday
    Matured, ///< also collected ones
    Dishonoured,
    All,
};

struct NoteFilter
{
    NoteChip chip = NoteChip::Held;
    std::string text; ///< number, issuer, bank, customer
    Date today; ///< never null
};

enum class NoteSort : std::uint8_t { Due, Amount, Customer, Received };

struct NoteWindow
{
    NoteSort sort = NoteSort::Due;
    bool descending = false;
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

struct NoteRow
{
    Uuid id; ///< the payment's
    std::string receipt; ///< the payment's number
    Uuid customerId;
    std::string customerName;
    std::string number, issuer, bank;
    Date receivedOn, issuedOn, dueOn; ///< dueOn null: not known, so it never matures by itself
    Won amount;
    NoteState state = NoteState::Held;
    Date stateOn; ///< when it was dishonoured, discounted …; null where the state follows from the date
    std::string counterparty; ///< of a discount or an endorsement
};

struct NoteTotals
{
    std::int64_t count = 0;
    Won amount;
};

struct NoteChipCounts
{
    std::int64_t held = 0, thisWeek = 0, matured = 0, dishonoured = 0, all = 0;
};

/// Few of a company's payments are notes: all of them are looked at.
class NoteStore
{
public:
    explicit NoteStore(sqlite::Database& db)
        : m_db(db)
    { }

    std::vector<NoteRow> list(const NoteFilter& filter, const NoteWindow& window);
    NoteTotals totals(const NoteFilter& filter);
    NoteChipCounts chipCounts(Date today);
    std::optional<NoteRow> row(const Uuid& payment, Date today);

private:
    std::vector<NoteRow> gather(const NoteFilter& filter);
    sqlite::Database& m_db;
};

} // namespace dure::storage
