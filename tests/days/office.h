#pragma once
#include "core/domain/reversal.h"
#include "core/storage/entity_reader.h"
#include "tests/core/company_fixture.h"
#include "tests/days/plain_books.h"
#include "tests/sync/desk.h"

#include <functional>

/// Three PCs of one company, what was done at each, and whether a command wrote what was asked of it.
namespace dure::test {

inline PlainGoods plain(const Delivery& delivery, const std::vector<DeliveryLine>& lines)
{
    PlainGoods goods{delivery.id, delivery.customerId, delivery.reversesId, delivery.deliveredOn, delivery.number,
        delivery.createdAt, {}};
    for (const DeliveryLine& line : lines)
        goods.lines.push_back({line.id, line.productId, line.orderLineId, line.quantity.tenThousandths,
            line.supply.amount, line.tax.amount});
    return goods;
}
inline PlainMoney plain(const Payment& payment)
{
    return {payment.id, payment.customerId, payment.reversesId, payment.receivedOn, payment.noteDueOn, payment.number,
        payment.createdAt, payment.kind, payment.amount.amount};
}
inline PlainMove plain(const StockMovement& move)
{
    return {move.id, move.productId, move.reversesId, move.movedOn, move.quantity.tenThousandths};
}
inline PlainShare plain(const PaymentAllocation& share)
{
    return {share.paymentId, share.deliveryId, share.amount.amount};
}

inline std::set<Uuid> idsOf(sqlite::Database& db, const std::string& from)
{
    std::set<Uuid> ids;
    auto rows = db.prepareOnce("SELECT id FROM " + from);
    while (rows.step())
        ids.insert(storage::uuidAt(rows, 0));
    return ids;
}
inline std::vector<DeliveryLine> linesOf(sqlite::Database& db, const Uuid& delivery)
{
    return storage::entitiesWhere<DeliveryLine>(db, "delivery_id", delivery, "position, id");
}

/// The facts that a PC holds, as they lie in its tables.
struct RawFacts
{
    std::map<Uuid, PlainGoods> goods;
    std::map<Uuid, PlainMoney> money;
    std::map<Uuid, PlainShare> shares;
    std::map<Uuid, PlainMove> moves; ///< without those of deliveries
    std::map<Uuid, PlainMove> goodsMoves; ///< those of deliveries, by delivery line

    static RawFacts of(sqlite::Database& db)
    {
        RawFacts raw;
        for (const Uuid& id : idsOf(db, "delivery WHERE deleted = 0"))
            raw.goods[id] = plain(*storage::findEntity<Delivery>(db, id), linesOf(db, id));
        for (const Uuid& id : idsOf(db, "payment WHERE deleted = 0"))
            raw.money[id] = plain(*storage::findEntity<Payment>(db, id));
        for (const Uuid& id : idsOf(db, "payment_allocation WHERE deleted = 0"))
            raw.shares[id] = plain(*storage::findEntity<PaymentAllocation>(db, id));
        for (const Uuid& id : idsOf(db, "stock_movement WHERE deleted = 0")) {
            const auto move = *storage::findEntity<StockMovement>(db, id);
            if (move.deliveryLineId.isNil())
                raw.moves[id] = plain(move);
            else
                raw.goodsMoves[move.deliveryLineId] = plain(move);
        }
        return raw;
    }
    /// What is here and was not there before.
    RawFacts since(const RawFacts& before) const
    {
        RawFacts fresh = *this;
        const auto drop = [](auto& from, const auto& known) {
            std::erase_if(from, [&](const auto& each) { return known.contains(each.first); });
        };
        drop(fresh.goods, before.goods);
        drop(fresh.money, before.money);
        drop(fresh.shares, before.shares);
        drop(fresh.moves, before.moves);
        drop(fresh.goodsMoves, before.goodsMoves);
        return fresh;
    }
    bool isEmpty() const { return goods.empty() && money.empty() && shares.empty() && moves.empty(); }
};

/// Every way in which a fact was written: two PCs may take the same entry back on different days, and one of them wins.
struct Written
{
    std::map<Uuid, std::vector<PlainGoods>> goods;
    std::map<Uuid, std::vector<PlainMoney>> money;
    std::map<Uuid, PlainShare> shares;
    std::map<Uuid, std::vector<PlainMove>> moves;
    std::map<Uuid, std::vector<PlainOpening>> openings;
};

struct Office
{
    struct Seat
    {
        std::unique_ptr<Desk> desk;
        std::vector<RawFacts> done; ///< what undo would take back, the last at the end
    };

    SeededRandom random;
    CloudSpace cloud;
    std::vector<Seat> seats;
    std::vector<Uuid> customers, products;
    Written written;
    Date today{20260921};
    std::string wrong; ///< the first command that did something else than asked
    std::map<std::string, int> tally; ///< what was done how often

    explicit Office(std::uint64_t seed)
        : random(seed)
    { }

    std::int64_t below(std::int64_t limit) { return random.below(limit); }
    bool chance(int percent) { return random.chance(percent); }
    template <class T> const T& any(const std::vector<T>& from)
    {
        return from[static_cast<std::size_t>(random.below(std::ssize(from)))];
    }
    /// Mostly today; or weeks ago, entered only now.
    Date factDay() { return chance(65) ? today : today.addDays(-static_cast<int>(below(75))); }

    void blame(const std::string& what)
    {
        if (wrong.empty())
            wrong = today.toIso() + " " + what;
    }
    void expect(bool isTrue, const std::string& what)
    {
        if (!isTrue)
            blame(what);
    }

    using Expectation = std::function<bool(const RawFacts& fresh)>;
    /// Runs a command at a desk. What it wrote must be `expected`; a refusal must write nothing.
    commands::Result run(Seat& seat, const std::string& name, const std::function<commands::Result()>& command,
        const Expectation& expected)
    {
        Desk& desk = *seat.desk;
        desk.clock.now += 1'000 + below(30'000);
        const auto undoBefore = desk.commands.undoDescription();
        const RawFacts before = RawFacts::of(desk.space->db());
        const commands::Result result = command();
        const RawFacts fresh = RawFacts::of(desk.space->db()).since(before);
        ++tally[result ? name : name + " refused"];
        if (!result) {
            expect(result.error().kind == commands::ErrorKind::Refused, name + " was not taken");
            expect(fresh.isEmpty(), name + " was refused and wrote something");
            return result;
        }
        expect(expected(fresh), name + " wrote something else");
        const auto undoAfter = desk.commands.undoDescription();
        if (undoAfter && (!undoBefore || undoAfter->id > undoBefore->id))
            seat.done.push_back(fresh);
        learn(fresh);
        return result;
    }

    void learn(const RawFacts& fresh)
    {
        for (const auto& [id, each] : fresh.goods)
            written.goods[id].push_back(each);
        for (const auto& [id, each] : fresh.money)
            written.money[id].push_back(each);
        for (const auto& [id, each] : fresh.shares)
            written.shares[id] = each;
        for (const auto& [id, each] : fresh.moves)
            written.moves[id].push_back(each);
        for (const auto& [id, goods] : fresh.goods)
            for (const PlainLine& line : goods.lines) {
                const auto move = fresh.goodsMoves.find(line.id);
                const bool isMoved = move != fresh.goodsMoves.end();
                expect(isMoved != line.product.isNil(), "goods without their movement");
                expect(!isMoved || move->second.quantity == -line.quantity, "a movement of another quantity");
                expect(!isMoved || (move->second.product == line.product && move->second.on == goods.on),
                    "a movement of another day or product");
            }
    }

    static bool isNegative(const PlainGoods& reversal, const PlainGoods& of)
    {
        bool same = reversal.reverses == of.id && reversal.customer == of.customer
            && reversal.lines.size() == of.lines.size();
        for (std::size_t i = 0; same && i < of.lines.size(); ++i) {
            const PlainLine &a = reversal.lines[i], &b = of.lines[i];
            same = a.product == b.product && a.orderLine == b.orderLine && a.quantity == -b.quantity
                && a.supply == -b.supply && a.tax == -b.tax;
        }
        return same;
    }
    static bool isNegative(const PlainMoney& reversal, const PlainMoney& of)
    {
        return reversal.reverses == of.id && reversal.customer == of.customer && reversal.kind == of.kind
            && reversal.noteDue == of.noteDue && reversal.amount == -of.amount;
    }
    static bool isNegative(const PlainMove& reversal, const PlainMove& of)
    {
        return reversal.reverses == of.id && reversal.product == of.product && reversal.quantity == -of.quantity;
    }
    /// Whether every fact of one was taken back by one of the other, that day.
    template <class M> static bool takesBack(const M& fresh, const M& of, Date on)
    {
        return fresh.size() == of.size() && std::ranges::all_of(fresh, [&](const auto& each) {
            const auto original = of.find(each.second.reverses);
            return original != of.end() && each.second.on == on && isNegative(each.second, original->second);
        });
    }
    static bool takesBack(const RawFacts& fresh, const RawFacts& of, Date on)
    {
        return takesBack(fresh.goods, of.goods, on) && takesBack(fresh.money, of.money, on)
            && takesBack(fresh.moves, of.moves, on) && fresh.shares.empty();
    }

    /// Requests and answers may be lost on the way.
    void sync(Seat& seat, int lossPercent)
    {
        seat.desk->clock.now += 1'000;
        seat.desk->sync([&](const client::Request&) { return chance(lossPercent); });
    }
    /// Until nobody has anything that the others lack; why it could not.
    std::string settle()
    {
        for (int round = 0; round < 8; ++round)
            for (Seat& seat : seats) {
                seat.desk->clock.now += 600'000; // past any pause after a failure
                seat.desk->sync();
            }
        for (const Seat& seat : seats) {
            const client::Status status = seat.desk->engine.status();
            if (!status.upToDate || status.waiting > 0)
                return "it does not come to rest: " + status.detail;
            if (status.digestMismatches > 0)
                return "a PC held other rows than the cloud and fetched them again";
            if (const std::string refused = dropRefused(*seat.desk); !refused.empty())
                return "the cloud refused " + refused;
        }
        return {};
    }
    /// Two PCs that take the same entry back on their own: the cloud takes one, and tells the other of it. What else
    /// the refused action held has not happened.
    std::string dropRefused(Desk& desk)
    {
        for (const storage::OutboxEntry& entry :
            storage::Outbox(desk.space->db()).inState(storage::EntryState::Rejected, 1'000)) {
            ++tally["refused by the cloud"];
            if (entry.reason != "row_exists")
                return entry.intent + ": " + entry.reason + " " + entry.detail;
            storage::RowStore rows(desk.space->db());
            const auto mutation = protocol::decodeMutation(entry.body);
            for (const Change& change : mutation->changes) {
                const auto row = rows.find(tableOf(change.table), change.row);
                if (change.op != Op::Create || (row && !row->deleted))
                    continue;
                written.goods.erase(change.row);
                written.money.erase(change.row);
                written.moves.erase(change.row);
            }
        }
        return {};
    }
};

/// The one way of several in which a fact stands on a PC at last; nothing if it stands in none of them.
template <class T> const T* oneOf(const std::map<Uuid, std::vector<T>>& written, const T& raw)
{
    const auto ways = written.find(raw.id);
    if (ways == written.end())
        return nullptr;
    const auto found = std::ranges::find(ways->second, raw);
    return found == ways->second.end() ? nullptr : &*found;
}

/// The books of what was done: every fact that somebody wrote is there once, as it was written. `why` says what is not.
inline PlainBooks booksOf(const Written& written, sqlite::Database& db, std::string& why)
{
    const RawFacts raw = RawFacts::of(db);
    PlainBooks books;
    const auto take = [&](const auto& ways, const auto& from, auto& into, const char* what) {
        if (ways.size() != from.size())
            why = std::string(what) + ": " + std::to_string(from.size()) + " of " + std::to_string(ways.size());
        for (const auto& [id, each] : from) {
            if (const auto* one = oneOf(ways, each))
                into[id] = *one;
            else
                why = std::string("a changed ") + what;
        }
    };
    take(written.goods, raw.goods, books.goods, "delivery");
    take(written.money, raw.money, books.money, "payment");
    take(written.moves, raw.moves, books.moves, "movement");
    const auto checkOnce = [&](const auto& facts, const char* what) {
        std::map<Uuid, int> takenBack;
        for (const auto& [id, each] : facts)
            if (!each.reverses.isNil() && !PlainBooks::isTakenBack(facts, id) && ++takenBack[each.reverses] > 1)
                why = std::string(what) + " taken back twice";
    };
    checkOnce(books.goods, "a delivery");
    checkOnce(books.money, "a payment");
    checkOnce(books.moves, "a movement");
    books.shares = raw.shares;
    for (const auto& [id, share] : raw.shares)
        if (!written.shares.contains(id) || written.shares.at(id) != share)
            why = "a changed allocation";
    for (const auto& [id, share] : written.shares) // undoing a payment takes its shares away
        if (!raw.shares.contains(id) && PlainBooks::stands(books.money, share.payment))
            why = "a lost allocation";
    for (const auto& [customer, ways] : written.openings) {
        const auto row = storage::findEntity<Customer>(db, customer);
        const PlainOpening opening{row->openingBalance.amount, row->openingOn};
        const bool isWritten = std::ranges::any_of(
            ways, [&](const PlainOpening& way) { return way.amount == opening.amount && way.on == opening.on; });
        if (!isWritten)
            why = "an opening balance that nobody wrote";
        books.openings[customer] = opening;
    }
    return books;
}

} // namespace dure::test
