#pragma once
#include "core/domain/mutation.h"

#include <string>
#include <vector>

/// How a command says that it did nothing. Codes and places; the sentences are the app's.
namespace dure::commands {

enum class ErrorKind : std::uint8_t {
    Invalid, ///< see `problems`: something in the input must be put right
    NotFound, ///< the row is not there, or no longer
    Refused, ///< the rules forbid it now; see `refusal`
    TooLarge, ///< more than one mutation may hold
    StorageFull, ///< the disk is full: nothing was written, free some space and try again
    StorageBusy, ///< another program holds the file
    StorageFailed, ///< damaged, unplugged, read-only …; `detail` has the system's words
};

enum class Problem : std::uint8_t {
    Missing, ///< must not be empty
    TooLong,
    OutOfRange,
    BadText, ///< not UTF-8, or holds a NUL
    UnknownRow, ///< names a row that is not there
    NoLines, ///< a document needs a line
    TooManyLines,
    ZeroQuantity,
    AmountTooLarge, ///< quantity × price
    BelowDelivered, ///< an ordered quantity below what was delivered is fine; a removed line that was delivered is not
    Duplicate, ///< a key appears twice in one import
    FileTooLarge, ///< over maxBlobBytes, or empty
    NotPositive, ///< an amount of 0 or less
    BeforeItsBegin, ///< a day before the one on which it can begin: an 어음 due before it was issued
    MoreThanThePayment, ///< shares that come to more than the payment
    FileKind, ///< not a kind of file that is taken here
    MoreThanDelivered, ///< more goods back, or more money off, than a claim's delivered line had and still has
    PriceUnknown, ///< goods back at a price that nothing tells: neither a delivered line nor a list price
};

/// Where: a declared column, and for rows in a list (lines, contacts, sites) which one.
struct FieldProblem
{
    TableId table = TableId::Customer;
    int column = -1; ///< -1: the document as a whole
    int line = -1; ///< index in the input, -1: the head
    Problem problem = Problem::Missing;

    bool operator==(const FieldProblem&) const = default;
};

enum class Refusal : std::uint8_t {
    None,
    HasDeliveries, ///< an order that was delivered cannot be cancelled or deleted: take the deliveries back first
    HasDocuments, ///< a customer or product that documents name is not deleted: make it inactive
    SiteHasDocuments, ///< a delivery site that orders or deliveries go to is not taken away: they show its address
    AlreadyReversed,
    OfDelivery, ///< a movement of stock that a delivery made goes with its delivery
    IsReversal, ///< what takes another entry back is not taken back itself, except by undo
    IsNoNote, ///< only an 어음 is dishonoured, discounted, endorsed
    NothingToUndo,
    NotTheLast, ///< undo: something newer was done, or it was taken back already
    ChangedSince, ///< undo: somebody changed it after that
    BuiltUpon, ///< undo: something was made from it
    AlreadyDecided, ///< somebody decided this matter before
    NotAsSeen, ///< restoring: somebody changed the value after it was shown
    Stopped, ///< the user stopped a long one before its end
};

struct CommandError
{
    ErrorKind kind = ErrorKind::Invalid;
    std::vector<FieldProblem> problems;
    Refusal refusal = Refusal::None;
    std::string detail; ///< English, for logs

    static CommandError invalid(std::vector<FieldProblem> problems)
    {
        return {ErrorKind::Invalid, std::move(problems)};
    }
    static CommandError refused(Refusal refusal) { return {ErrorKind::Refused, {}, refusal}; }
    static CommandError notFound() { return {ErrorKind::NotFound}; }
};

} // namespace dure::commands
