#pragma once
#include "core/domain/payment_papers.h"

#include <map>
#include <set>
#include <vector>

/// What a company's books must say, from the facts alone, in whole won and whole ten-thousandths. It shares nothing
/// with what it judges but the values that facts are made of: no VAT of core/domain, no report, no store.
namespace dure::test {

using Amount = std::int64_t;

struct PlainLine
{
    Uuid id, product, orderLine;
    Amount quantity = 0, supply = 0, tax = 0;
    bool operator==(const PlainLine&) const = default;
};

struct PlainGoods
{
    Uuid id, customer, reverses;
    Date on;
    std::string number;
    std::int64_t createdAt = 0;
    std::vector<PlainLine> lines;

    Amount supply() const { return sum(&PlainLine::supply); }
    Amount tax() const { return sum(&PlainLine::tax); }
    Amount total() const { return supply() + tax(); }
    Amount sum(Amount PlainLine::*part) const
    {
        Amount sum = 0;
        for (const PlainLine& line : lines)
            sum += line.*part;
        return sum;
    }
    bool operator==(const PlainGoods&) const = default;
};

struct PlainMoney
{
    Uuid id, customer, reverses;
    Date on, noteDue;
    std::string number;
    std::int64_t createdAt = 0;
    PaymentKind kind = PaymentKind::Transfer;
    Amount amount = 0;
    bool operator==(const PlainMoney&) const = default;
};

struct PlainShare
{
    Uuid payment, delivery;
    Amount amount = 0;
    bool operator==(const PlainShare&) const = default;
};

struct PlainMove
{
    Uuid id, product, reverses;
    Date on;
    Amount quantity = 0;
    bool operator==(const PlainMove&) const = default;
};

/// A line as somebody typed it, with its amounts as they were stored.
struct PricedLine
{
    Amount quantity = 0, price = 0; ///< ten-thousandths
    bool isTyped = false;
    Amount typedTax = 0;
    Amount supply = 0, tax = 0;
};

inline Amount roundedPart(Int128 whole, Int128 divisor, RoundingMode mode)
{
    const Int128 size = whole < 0 ? -whole : whole;
    Int128 part = size / divisor;
    const Int128 rest = size % divisor;
    if ((mode == RoundingMode::Up && rest > 0) || (mode == RoundingMode::HalfUp && rest * 2 >= divisor))
        ++part;
    return static_cast<Amount>(whole < 0 ? -part : part);
}

/// Whether a document's amounts are what its quantities, prices and terms come to.
inline bool areRightAmounts(const TaxTerms& terms, const std::vector<PricedLine>& lines)
{
    const bool isInclusive = terms.priceKind == PriceKind::Inclusive;
    const Int128 divisor = isInclusive ? 11 : 10;
    const RoundingMode mode = isInclusive ? RoundingMode::Down : terms.roundingMode;
    Int128 openBase = 0;
    Amount openTax = 0;
    for (const PricedLine& line : lines) {
        const Amount base = roundedPart(Int128{line.quantity} * line.price, 100'000'000, terms.roundingMode);
        if (terms.kind != TaxKind::Taxable) {
            if (line.tax != 0 || line.supply != base)
                return false;
            continue;
        }
        if (line.supply + (isInclusive ? line.tax : 0) != base)
            return false;
        if (line.isTyped) {
            if (line.tax != line.typedTax)
                return false;
            continue;
        }
        openBase += base;
        openTax += line.tax;
        const Int128 off = line.tax * divisor - base;
        if (terms.scope == TaxScope::Line ? line.tax != roundedPart(base, divisor, mode)
                                          : off <= -divisor || off >= divisor)
            return false;
    }
    return terms.kind != TaxKind::Taxable || terms.scope == TaxScope::Line
        || openTax == roundedPart(openBase, divisor, mode);
}

struct PlainOpening
{
    Amount amount = 0;
    Date on; ///< null: since before anything
};

struct PlainBooks
{
    std::map<Uuid, PlainGoods> goods;
    std::map<Uuid, PlainMoney> money;
    std::map<Uuid, PlainShare> shares;
    std::map<Uuid, PlainMove> moves;
    std::map<Uuid, PlainOpening> openings; ///< by customer

    /// An entry is taken back by one that takes it back and was not taken back itself.
    template <class M> static bool isTakenBack(const M& facts, const Uuid& id)
    {
        for (const auto& [other, fact] : facts)
            if (fact.reverses == id && !isTakenBack(facts, other))
                return true;
        return false;
    }
    template <class M> static bool stands(const M& facts, const Uuid& id)
    {
        return facts.at(id).reverses.isNil() && !isTakenBack(facts, id);
    }

    Amount openingUntil(const Uuid& customer, Date day) const
    {
        const auto found = openings.find(customer);
        return found == openings.end() || found->second.on > day ? 0 : found->second.amount;
    }
    Amount suppliedIn(const Uuid& customer, Date from, Date to, Amount (PlainGoods::*of)() const) const
    {
        Amount sum = 0;
        for (const auto& [id, each] : goods)
            if (each.customer == customer && from <= each.on && each.on <= to)
                sum += (each.*of)();
        return sum;
    }
    Amount receivedIn(const Uuid& customer, Date from, Date to) const
    {
        Amount sum = 0;
        for (const auto& [id, each] : money)
            if (each.customer == customer && from <= each.on && each.on <= to)
                sum += each.amount;
        return sum;
    }
    /// Opening + delivered with VAT − returns and credits − received, at the end of the day.
    Amount owedAt(const Uuid& customer, Date day) const
    {
        return openingUntil(customer, day) + suppliedIn(customer, {}, day, &PlainGoods::total)
            - receivedIn(customer, {}, day);
    }
    Amount notesHeld(const Uuid& customer, Date day) const
    {
        Amount sum = 0;
        for (const auto& [id, each] : money)
            if (each.customer == customer && each.kind == PaymentKind::Note && each.noteDue > day && each.on <= day)
                sum += each.amount;
        return sum;
    }
    Date lastPaidOn(const Uuid& customer) const
    {
        Date last;
        for (const auto& [id, each] : money)
            if (each.customer == customer && each.amount > 0 && stands(money, id))
                last = std::max(last, each.on);
        return last;
    }

    Amount sharesOf(const PlainGoods& delivery) const
    {
        Amount sum = 0;
        for (const auto& [id, share] : shares)
            if (share.delivery == delivery.id && stands(money, share.payment)
                && money.at(share.payment).customer == delivery.customer)
                sum += share.amount;
        return sum;
    }
    /// What is still owed by the day it was asked for: money goes to the oldest day first, forwards.
    std::map<Date, Amount> unpaid(const Uuid& customer) const
    {
        std::map<Date, Amount> asked;
        if (const auto opening = openings.find(customer); opening != openings.end() && opening->second.amount > 0)
            asked[opening->second.on] += opening->second.amount;
        for (const auto& [id, each] : goods)
            if (each.customer == customer && stands(goods, id))
                asked[each.on] += each.total() - (each.total() > 0 ? std::min(each.total(), sharesOf(each)) : 0);
        Amount settled = -owedAt(customer, Date{99991231});
        for (const auto& [on, amount] : asked)
            settled += std::max<Amount>(amount, 0);
        std::map<Date, Amount> open;
        if (settled < 0)
            open[Date{}] = -settled; // owed since nobody knows when
        for (const auto& [on, amount] : asked) {
            if (amount > settled && amount > 0)
                open[on] += amount - std::max<Amount>(settled, 0);
            settled -= std::max<Amount>(amount, 0);
        }
        return open;
    }

    Amount onHandAt(const Uuid& product, Date day) const
    {
        Amount sum = 0;
        for (const auto& [id, each] : moves)
            if (each.product == product && each.on <= day)
                sum += each.quantity;
        for (const auto& [id, each] : goods)
            for (const PlainLine& line : each.lines)
                if (line.product == product && each.on <= day)
                    sum -= line.quantity;
        return sum;
    }
};

} // namespace dure::test
