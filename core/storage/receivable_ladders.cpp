// What each customer still owes by the day of its deliveries: receivable.
#include "core/reports/ageing.h"
#include "core/storage/row_store.h"
#include "core/storage/summaries.h"

#include <algorithm>
#include <vector>

namespace dure::storage {

namespace {

struct Account
{
    Won owed;
    Won opening;
    Date openingOn;
};

Account accountOf(sqlite::Database& db, const Uuid& customer)
{
    Account account;
    auto opening = db.prepare("SELECT ifnull(opening_balance, 0), ifnull(opening_on, 0) FROM customer WHERE id = ?");
    opening->bindBorrowed(1, blobOf(customer));
    if (opening->step()) {
        account.opening = {opening->integer(0)};
        account.openingOn = {static_cast<std::int32_t>(opening->integer(1))};
    }
    auto figures = db.prepare("SELECT delivered - received FROM customer_figures WHERE customer_id = ?");
    figures->bindBorrowed(1, blobOf(customer));
    account.owed = account.opening + Won{figures->step() ? figures->integer(0) : 0};
    return account;
}

/// The youngest days are read until they account for what is owed: of a customer who pays, few.
std::vector<DatedDebt> youngestDebts(sqlite::Database& db, const Uuid& customer, const Account& account)
{
    std::vector<DatedDebt> debts;
    if (account.opening > Won{} && !account.openingOn.isNull())
        debts.push_back({account.openingOn, account.opening});
    auto days = db.prepare("SELECT s.delivered_on, sum(" DURE_ASKED ") FROM delivery_summary s WHERE s.customer_id = ? "
                           "AND " DURE_DELIVERY_STANDS " GROUP BY s.delivered_on ORDER BY s.delivered_on DESC");
    days->bindBorrowed(1, blobOf(customer));
    Won sum;
    while (sum < account.owed && days->step()) {
        const Date on{static_cast<std::int32_t>(days->integer(0))};
        const Won asked{days->integer(1)};
        if (asked <= Won{} && on != account.openingOn) // what came back on the opening's day is taken off the opening
            continue;
        debts.push_back({on, asked});
        sum += std::max(asked, Won{});
    }
    return debts;
}

std::int64_t lastPaidOn(sqlite::Database& db, const Uuid& customer)
{
    auto last
        = db.prepare("SELECT p.received_on FROM payment p WHERE p.customer_id = ? AND p.deleted = 0 AND p.amount > "
                     "0 AND " DURE_PAYMENT_STANDS " ORDER BY p.received_on DESC LIMIT 1");
    last->bindBorrowed(1, blobOf(customer));
    return last->step() ? last->integer(0) : 0;
}

void refreshOne(sqlite::Database& db, const Uuid& customer)
{
    const Account account = accountOf(db, customer);
    std::string unpaid;
    if (account.owed > Won{})
        for (const DatedDebt& day : unpaidDays(account.owed, youngestDebts(db, customer, account)))
            unpaid.append(unpaid.empty() ? "" : " ")
                .append(std::to_string(day.on.yyyymmdd))
                .append(":")
                .append(std::to_string(day.amount.amount));
    const std::int64_t paid = lastPaidOn(db, customer);
    if (unpaid.empty() && paid == 0) {
        db.prepare("DELETE FROM receivable WHERE customer_id = ?")->bind(1, blobOf(customer)).run();
        return;
    }
    auto put = db.prepare("INSERT OR REPLACE INTO receivable(customer_id, unpaid, last_paid_on) VALUES(?, ?, ?)");
    put->bindBorrowed(1, blobOf(customer)).bindBorrowed(2, std::string_view(unpaid)).bind(3, paid);
    put->run();
}

} // namespace

void refreshReceivables(sqlite::Database& db, const std::set<Uuid>& customers)
{
    for (const Uuid& customer : customers)
        refreshOne(db, customer);
}

void rebuildReceivables(sqlite::Database& db)
{
    db.execute("DELETE FROM receivable");
    std::set<Uuid> customers;
    {
        auto rows = db.prepareOnce("SELECT customer_id FROM customer_figures UNION SELECT id FROM customer WHERE "
                                   "ifnull(opening_balance, 0) <> 0");
        while (rows.step())
            customers.insert(uuidAt(rows, 0));
    }
    refreshReceivables(db, customers);
}

} // namespace dure::storage
