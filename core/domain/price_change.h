#pragma once
#include "core/domain/pricing.h"
#include "core/domain/uuid.h"

#include <string>
#include <vector>

/// 단가 일괄 변경: many prices changed by one rule. What is here is arithmetic alone; what holds today comes from
/// storage::PriceChangeStore, and commands::changePrices() writes what came out.
namespace dure {

enum class PriceChangeKind : std::uint8_t {
    Percent, ///< by `amount` hundredths of a percent
    Won, ///< by `amount` ten-thousandths of a won
    NewPrice, ///< to `amount` ten-thousandths of a won; not rounded, it is what was typed
};

/// How a price changes. A negative amount lowers it.
struct PriceChange
{
    PriceChangeKind kind = PriceChangeKind::Percent;
    std::int64_t amount = 0;
    std::int64_t step = 1; ///< ten-thousandths of a won that the new price is a multiple of; 1: as exact as prices are
    RoundingMode mode = RoundingMode::HalfUp;
};

enum class PriceFault : std::uint8_t {
    None,
    NoPrice, ///< there is none yet that could be raised
    NotPositive, ///< it would be 0 or less
    TooLarge,
};

struct ChangedPrice
{
    UnitPrice price; ///< of a fault: as it was
    PriceFault fault = PriceFault::None;

    bool operator==(const ChangedPrice&) const = default;
};

ChangedPrice changedPrice(UnitPrice old, const PriceChange& change);

/// The prices of one customer for one product that new ones from `from` on replace, by rising least quantity: what
/// holds on the day before, or where nothing does what is agreed from that very day. A price that a later one of
/// smaller quantities has taken over from is none of them. `prices` as agreedPrice() wants them.
std::vector<AgreedPrice> pricesReplaced(std::span<const AgreedPrice> prices, Date from);
/// What is agreed from `day` itself on and would be paid that day for `quantity`, also as a step of less; 0: nothing.
UnitPrice agreedFromThatDay(std::span<const AgreedPrice> prices, Quantity quantity, Date day);
/// Whether the last price is paid on the eve of `from` for the smallest quantities, given what is replaced then.
bool isLastPaid(std::span<const AgreedPrice> replaced, Date from);

/// A price that a change can start from.
struct PriceBase
{
    Uuid product;
    Uuid customer; ///< nil: the list price
    std::string code, productName, spec, customerName;
    PriceSource source = PriceSource::List; ///< List, Agreed, or Last: paid without an agreement
    Quantity minQuantity;
    UnitPrice price;
    Date since; ///< agreed from, or last paid on; null for a list price
    UnitPrice listPrice;
    UnitPrice agreedThen; ///< agreed for this quantity from the first day of the new price already; 0: none
    Date laterOn; ///< the first later day on which another agreed price begins; null: none
};

/// What a person said of one row.
struct PriceEdit
{
    bool leftOut = false;
    bool isUnreadable = false; ///< what was typed is no price
    UnitPrice typed; ///< 0: as computed
};

enum class PriceOutcome : std::uint8_t {
    Changes,
    Same, ///< nothing to write
    NoPrice, ///< PriceFault::NoPrice
    LeftOut,
    NotYet, ///< a list price has no day, and the new ones hold from a later one
    NotPositive,
    TooLarge,
    Unreadable,
};
/// Whether it must be put right, or left out, before anything is saved.
constexpr bool stopsSaving(PriceOutcome outcome) { return outcome >= PriceOutcome::NotPositive; }

/// What is worth a look and stops nothing. Bits.
enum PriceWarning : std::uint8_t {
    LaterPriceExists = 1, ///< it holds only until then
    ReplacesThatDays = 2, ///< another price is agreed from that very day
    AboveListPrice = 4, ///< an agreed price dearer than the list's, which it was not before
    MoreForMore = 8, ///< a larger quantity would be dearer apiece than a smaller one
    MoreThanHalf = 16, ///< up or down by more than half of what it was
};

struct PricePreview
{
    UnitPrice price; ///< the new one; of what does not change: as it was
    PriceOutcome outcome = PriceOutcome::Same;
    std::uint8_t warnings = 0;

    bool operator==(const PricePreview&) const = default;
};

struct PriceException
{
    Uuid customer;
    std::int64_t amount = 0; ///< in place of the change's
};

struct PriceWish
{
    PriceChange change;
    std::vector<PriceException> exceptions;
    Date from, today;
};

/// What the wish makes of each base. `bases`: the rows of a product follow each other, its list price first, and those
/// of one customer by rising quantity. `edits` is as long as `bases`.
std::vector<PricePreview> previewPrices(
    std::span<const PriceBase> bases, std::span<const PriceEdit> edits, const PriceWish& wish);

} // namespace dure
