#pragma once
#include "core/domain/schema.h"
#include "core/sqlite/database.h"
#include "core/storage/row_store.h"
#include "core/storage/summaries.h"

#include <set>
#include <string>

namespace dure::storage {

/// Everything this PC computes from rows so that lists need not: the search index, what a list shows of an order and a
/// delivery, a customer's balance, a product's stock, and the figures on the orders' chips. Whoever writes rows (a
/// command, the applying of a pulled page) tells it of each row and refreshes once before it commits:
///
///     derived.changed(table, before, after);   // for each row written
///     derived.refresh();                       // last thing before transaction.commit()
///
/// A first sync calls postpone() in its first page's transaction and rebuild() with its last page: nothing is derived
/// row by row in between. The mark is in the file, so a program that died between them rebuilds later.
class DerivedData
{
public:
    explicit DerivedData(sqlite::Database& db)
        : m_db(db)
    { }

    /// `before`: the row as it was seen, null if there was none. `after.deleted` means it is gone.
    void changed(const Table& table, const LocalRow* before, const LocalRow& after);
    /// The same for a new row whose id was made in this very transaction, so that no other row can name it yet but
    /// those told of here: a new order is then summed up from what is being written, not read again.
    void created(const Table& table, LocalRow row);
    /// The row is gone altogether (a rejected create).
    void erased(const Table& table, const LocalRow& before);
    void refresh();
    /// Forgets what it was told: for a transaction that rolled back.
    void forget();

    void postpone();
    bool isPostponed();
    /// All of it anew, by set-based statements. Also what `verify --repair` does.
    void rebuild();
    /// Computes everything anew in a transaction of its own that is rolled back, and compares: empty if equal,
    /// otherwise the tables that differ. On the writing connection.
    std::string differences();

private:
    void note(const Table& table, const LocalRow* before, const LocalRow& after);
    void noteParents(const Table& table, const Row& row);
    /// Remembers a delivery line as this transaction found it.
    void noteBefore(const Table& table, const LocalRow* before, const Uuid& id);
    /// Whether an order was in time hangs on the days of its deliveries, and of what takes them back.
    void noteOrdersOf(const Uuid& delivery, std::set<Uuid>& seen);
    /// Orders that `row` belongs to are no longer only what created() was told.
    void forgetNew(const Table& table, const Row& row);
    void noteAllocation(const Row& row);
    void noteOrder(const LocalRow& before, const LocalRow& after);
    void noteCustomer(const LocalRow* before, const LocalRow& after);
    sqlite::Database& m_db;
    std::optional<bool> m_postponed; ///< as read in this transaction
    std::set<Uuid> m_orders;
    std::map<Uuid, OrderState> m_moved; ///< orders of which nothing else has changed that their summary shows
    NewOrders m_newOrders;
    std::set<Uuid> m_deliveries;
    std::set<Uuid> m_deliveryHeads; ///< those of them whose own row was written
    LinesBefore m_linesBefore;
    std::set<Uuid> m_customers;
    std::set<Uuid> m_products;
    std::set<Uuid> m_renamed; ///< customers whose name or tolerance their documents show
};

} // namespace dure::storage
