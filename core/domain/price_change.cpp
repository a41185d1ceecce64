#include "core/domain/price_change.h"

#include <algorithm>

namespace dure {

namespace {

constexpr std::int64_t whole = 10'000; // hundredths of a percent in all of something

ChangedPrice checked(Int128 tenThousandths, UnitPrice old)
{
    if (tenThousandths <= 0)
        return {old, PriceFault::NotPositive};
    if (tenThousandths > maxTenThousandths)
        return {old, PriceFault::TooLarge};
    return {{static_cast<std::int64_t>(tenThousandths)}, PriceFault::None};
}

PriceOutcome outcomeOf(PriceFault fault)
{
    switch (fault) {
    case PriceFault::NoPrice:
        return PriceOutcome::NoPrice;
    case PriceFault::NotPositive:
        return PriceOutcome::NotPositive;
    case PriceFault::TooLarge:
        return PriceOutcome::TooLarge;
    case PriceFault::None:
        break;
    }
    return PriceOutcome::Changes;
}

PriceChange changeFor(const PriceBase& base, const PriceWish& wish)
{
    PriceChange change = wish.change;
    const auto exception = std::ranges::find(wish.exceptions, base.customer, &PriceException::customer);
    if (!base.customer.isNil() && exception != wish.exceptions.end())
        change.amount = exception->amount;
    return change;
}

PricePreview previewOne(const PriceBase& base, const PriceEdit& edit, const PriceWish& wish)
{
    if (edit.leftOut)
        return {base.price, PriceOutcome::LeftOut};
    if (base.source == PriceSource::List && wish.from > wish.today)
        return {base.price, PriceOutcome::NotYet};
    if (edit.isUnreadable)
        return {base.price, PriceOutcome::Unreadable};
    const ChangedPrice changed
        = edit.typed.isZero() ? changedPrice(base.price, changeFor(base, wish)) : ChangedPrice{edit.typed};
    if (changed.fault != PriceFault::None)
        return {base.price, outcomeOf(changed.fault)};
    const UnitPrice stands = base.agreedThen.isZero() ? base.price : base.agreedThen;
    return {changed.price, changed.price == stands ? PriceOutcome::Same : PriceOutcome::Changes};
}

std::uint8_t warningsOf(const PriceBase& base, UnitPrice price, UnitPrice listPrice)
{
    unsigned warnings = 0;
    if (!base.laterOn.isNull())
        warnings |= LaterPriceExists;
    if (!base.agreedThen.isZero())
        warnings |= ReplacesThatDays;
    const bool hasList = base.source != PriceSource::List && !listPrice.isZero();
    if (hasList && price > listPrice && base.price <= base.listPrice)
        warnings |= AboveListPrice;
    const std::int64_t old = base.price.tenThousandths;
    if (old > 0 && (price.tenThousandths < old - old / 2 || price.tenThousandths > old + old / 2))
        warnings |= MoreThanHalf;
    return static_cast<std::uint8_t>(warnings);
}

/// What others are compared with: a list price that cannot change yet will have by the day.
UnitPrice listPriceThen(const PriceBase& base, const PriceEdit& edit, const PricePreview& now, const PriceWish& wish)
{
    if (now.outcome != PriceOutcome::NotYet || edit.leftOut)
        return now.price;
    return changedPrice(base.price, changeFor(base, wish)).price;
}

} // namespace

ChangedPrice changedPrice(UnitPrice old, const PriceChange& change)
{
    if (change.kind == PriceChangeKind::NewPrice)
        return checked(change.amount, old);
    if (old.isZero())
        return {old, PriceFault::NoPrice};
    if (change.amount == 0)
        return {old}; // it stays as it is, and is not rounded either
    // in 128 bits: a price of nine digits with four decimals, times a percentage with two, is more than 64 hold
    const Int128 price = old.tenThousandths;
    const Int128 step = std::max<std::int64_t>(1, change.step);
    const Int128 amount = change.amount;
    if (change.kind == PriceChangeKind::Won) {
        if (price + amount > maxTenThousandths)
            return {old, PriceFault::TooLarge};
        return checked(divideRounded(price + amount, step, change.mode) * step, old);
    }
    const Int128 raised = price * (whole + amount);
    if (raised / whole > maxTenThousandths)
        return {old, PriceFault::TooLarge};
    return checked(divideRounded(raised, whole * step, change.mode) * step, old);
}

std::vector<AgreedPrice> pricesReplaced(std::span<const AgreedPrice> prices, Date from)
{
    const auto heldOn = [&](auto isIn) {
        std::vector<AgreedPrice> valid;
        std::ranges::copy_if(prices, std::back_inserter(valid), isIn);
        std::vector<Quantity> least;
        for (const AgreedPrice& price : valid)
            least.push_back(price.minQuantity);
        std::ranges::sort(least);
        const auto same = std::ranges::unique(least);
        least.erase(same.begin(), same.end());
        std::vector<AgreedPrice> held;
        for (const Quantity quantity : least) {
            const auto price = agreedPrice(valid, quantity, from);
            if (price && price->minQuantity == quantity)
                held.push_back(*price);
        }
        return held;
    };
    std::vector<AgreedPrice> before = heldOn([&](const AgreedPrice& price) { return price.validFrom < from; });
    return before.empty() ? heldOn([&](const AgreedPrice& price) { return price.validFrom == from; }) : before;
}

UnitPrice agreedFromThatDay(std::span<const AgreedPrice> prices, Quantity quantity, Date day)
{
    const auto price = agreedPrice(prices, quantity, day);
    return price && price->validFrom == day ? price->unitPrice : UnitPrice{};
}

bool isLastPaid(std::span<const AgreedPrice> replaced, Date from)
{
    return replaced.empty() || replaced.front().validFrom == from || replaced.front().minQuantity > Quantity{};
}

std::vector<PricePreview> previewPrices(
    std::span<const PriceBase> bases, std::span<const PriceEdit> edits, const PriceWish& wish)
{
    std::vector<PricePreview> all;
    all.reserve(bases.size());
    UnitPrice listPrice; // of the product at hand, as it will be
    for (std::size_t i = 0; i < bases.size(); ++i) {
        const PriceBase& base = bases[i];
        PricePreview& now = all.emplace_back(previewOne(base, edits[i], wish));
        const PriceBase* before = i > 0 ? &bases[i - 1] : nullptr;
        if (!before || before->product != base.product)
            listPrice = base.listPrice;
        if (base.source == PriceSource::List)
            listPrice = listPriceThen(base, edits[i], now, wish);
        if (now.outcome != PriceOutcome::Changes)
            continue;
        now.warnings = warningsOf(base, now.price, listPrice);
        const bool isNextStep = before && before->product == base.product && before->customer == base.customer
            && before->minQuantity < base.minQuantity;
        if (isNextStep && now.price > all[i - 1].price)
            now.warnings = static_cast<std::uint8_t>(now.warnings | MoreForMore);
    }
    return all;
}

} // namespace dure
