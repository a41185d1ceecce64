#include "app/cli/sentences.h"

namespace dure::cli {

std::string sentenceFor(commands::Problem problem)
{
    using enum commands::Problem;
    switch (problem) {
    case Missing:
        return "is empty";
    case TooLong:
        return "is too long";
    case OutOfRange:
        return "cannot stand there";
    case BadText:
        return "holds characters that cannot be stored";
    case UnknownRow:
        return "is not known; import it first";
    case NoLines:
        return "has no lines";
    case TooManyLines:
        return "has too many lines";
    case ZeroQuantity:
        return "has the quantity 0";
    case AmountTooLarge:
        return "makes an amount that is too large";
    case BelowDelivered:
        return "was delivered already and cannot go";
    case FileTooLarge:
        return "is empty or larger than 10 MB";
    case FileKind:
        return "is not a kind of file that is taken";
    case Duplicate:
        return "appears twice";
    case NotPositive:
        return "is not more than 0";
    case BeforeItsBegin:
        return "lies before the day it begins";
    case MoreThanThePayment:
        return "comes to more than the payment";
    case MoreThanDelivered:
        return "is more than was delivered";
    case PriceUnknown:
        return "has no price that is known";
    }
    return {};
}

std::string_view codeName(commands::Problem problem)
{
    using enum commands::Problem;
    switch (problem) {
    case Missing:
        return "missing";
    case TooLong:
        return "too_long";
    case OutOfRange:
        return "out_of_range";
    case BadText:
        return "bad_text";
    case UnknownRow:
        return "unknown_row";
    case NoLines:
        return "no_lines";
    case TooManyLines:
        return "too_many_lines";
    case ZeroQuantity:
        return "zero_quantity";
    case AmountTooLarge:
        return "amount_too_large";
    case BelowDelivered:
        return "below_delivered";
    case FileTooLarge:
        return "file_too_large";
    case FileKind:
        return "file_kind";
    case Duplicate:
        return "duplicate";
    case NotPositive:
        return "not_positive";
    case BeforeItsBegin:
        return "before_its_begin";
    case MoreThanThePayment:
        return "more_than_the_payment";
    case MoreThanDelivered:
        return "more_than_delivered";
    case PriceUnknown:
        return "price_unknown";
    }
    return {};
}

std::string sentenceFor(const commands::CommandError& error)
{
    using enum commands::ErrorKind;
    const std::string nothing = " Nothing was written.";
    switch (error.kind) {
    case Invalid:
        if (error.problems.empty())
            return "Something in the input must be put right." + nothing;
        return "The input " + sentenceFor(error.problems.front().problem) + "." + nothing;
    case NotFound:
        return "It is not there, or no longer." + nothing;
    case Refused:
        return "The rules forbid it now." + nothing;
    case TooLarge:
        return "It is too large for one step." + nothing;
    case StorageFull:
        return "The disk is full." + nothing + " Free some space and try again.";
    case StorageBusy:
        return "Another program holds the database." + nothing + " Close it and try again.";
    case StorageFailed:
        return "The disk could not be written (" + error.detail + ")." + nothing;
    }
    return error.detail;
}

std::string_view codeName(commands::ErrorKind kind)
{
    using enum commands::ErrorKind;
    switch (kind) {
    case Invalid:
        return "invalid";
    case NotFound:
        return "not_found";
    case Refused:
        return "refused";
    case TooLarge:
        return "too_large";
    case StorageFull:
        return "storage_full";
    case StorageBusy:
        return "storage_busy";
    case StorageFailed:
        return "storage_failed";
    }
    return {};
}

std::string sentenceFor(const storage::OpenError& error, const std::string& path)
{
    using enum storage::OpenErrorKind;
    switch (error.kind) {
    case NewerVersion:
        return path + " was made by a newer Dure (file version " + error.detail
            + "). Nothing was changed. Install the newest version.";
    case NotDure:
        return path + " is not Dure's data. Nothing was changed.";
    case Damaged:
        return path + " is damaged (" + error.detail + "). Put back the last backup.";
    case InUse:
        return path + " is held by another program. Close it and try again.";
    case UnsafeFolder:
        return path
            + " lies on a network or a synchronised folder, where data can be lost. Choose a folder on this PC.";
    case CannotOpen:
        return path + " cannot be opened: " + error.detail;
    }
    return path;
}

std::string_view codeName(storage::OpenErrorKind kind)
{
    using enum storage::OpenErrorKind;
    switch (kind) {
    case NewerVersion:
        return "newer_version";
    case NotDure:
        return "not_dure";
    case Damaged:
        return "damaged";
    case InUse:
        return "in_use";
    case UnsafeFolder:
        return "unsafe_folder";
    case CannotOpen:
        return "cannot_open";
    }
    return {};
}

namespace {

std::string reasonOf(const exchange::ExchangeError& error)
{
    using enum exchange::ExchangeErrorCode;
    switch (error.code) {
    case CannotOpen:
        return "cannot be opened";
    case CannotRead:
        return "cannot be read";
    case CannotWrite:
        return "cannot be written";
    case TooLarge:
        return "is too large";
    case NotText:
        return "is not a text file";
    case UnsupportedEncoding:
        return "is UTF-16 or UTF-32 text; save it as UTF-8";
    case NotAWorkbook:
        return "is not an Excel workbook";
    case OldWorkbook:
        return "is an .xls of before 2007; save it as .xlsx";
    case Encrypted:
        return "is protected by a password; save it without one";
    case Truncated:
        return "has lost its end; copy it again";
    case Damaged:
        return "is damaged";
    case ZipBomb:
        return "expands beyond any real workbook and was not read";
    case TooManyEntries:
        return "holds too many parts";
    case MissingPart:
        return "lacks a part every workbook has";
    case BadXml:
        return "holds XML that cannot be read";
    case EntityRefused:
        return "declares XML entities, which no spreadsheet program writes; it was not read";
    case TooDeep:
        return "is nested too deeply";
    case TooManyRows:
        return "has too many rows";
    case TooManyColumns:
        return "has too many columns";
    case TextTooLong:
        return "holds a text that is too long";
    case BadCell:
        return "holds a cell that cannot exist";
    case NoSuchSheet:
        return "has no such sheet";
    case NoHeader:
        return "has no row that names the columns; say which with --header-row";
    case BadMapping:
        return "is no mapping that can be used";
    case MissingColumn:
        return "lacks a column that the mapping names";
    case Stopped:
        return "was not read to its end";
    }
    return "cannot be used";
}

} // namespace

std::string sentenceFor(const exchange::ExchangeError& error, const std::string& file)
{
    std::string text = file;
    if (error.line != 0)
        text += ":" + std::to_string(error.line);
    text += " " + reasonOf(error);
    if (!error.place.empty() && error.place != file)
        text += " [" + error.place + "]";
    if (!error.detail.empty())
        text += ": " + error.detail;
    return text;
}

std::string sentenceFor(exchange::ImportProblemCode code)
{
    using enum exchange::ImportProblemCode;
    switch (code) {
    case MissingValue:
        return "is empty";
    case BadNumber:
        return "is not a number";
    case NumberTooLarge:
        return "is too large a number";
    case BadDate:
        return "is not a date with its year";
    case BadDiscount:
        return "is neither a fraction (0.15) nor a percentage (15%)";
    case BadChoice:
        return "is none of the words that can stand here";
    case TextTooLong:
        return "is too long";
    case DuplicateKey:
        return "appeared in an earlier row";
    case HeadDiffers:
        return "differs from earlier rows of the same order";
    case UnknownOrder:
        return "is an order that is not there";
    case OrderHasBadRow:
        return "another row of this order is bad; the stored order stays as it is";
    case BrokenQuote:
        return "has a quotation mark that opens and never closes";
    case BadBytes:
        return "holds bytes that are no characters in the file's encoding";
    case MoreCellsThanHeader:
        return "has more cells than the header";
    case CellError:
        return "is an error of the spreadsheet";
    case NumberRounded:
        return "a number was rounded to four decimals";
    case TextAfterQuote:
        return "text stood after a closing quotation mark";
    case JoinedCells:
        return "a comma in a text was not quoted, the cells were joined again";
    case DoubtfulBusinessNumber:
        return "the business number is not one (ten digits, of which the last checks the others)";
    case NoPrice:
        return "no price: a new line is written at 0 won, a stored one keeps its price";
    }
    return {};
}

std::string sentenceFor(client::Standing standing, const std::string& detail)
{
    using enum client::Standing;
    switch (standing) {
    case Working:
        return "Working.";
    case Offline:
        return "The cloud does not answer (" + detail + "). What waits is kept here and goes out later.";
    case SignedOut:
        return "The session has ended. Sign in again; what waits is kept here.";
    case Forbidden:
        return "You are no member of this company any more. What waits is kept here.";
    case UpgradeNeeded:
        return "This version may not write to the cloud any more. Install the newest one; what waits is kept here.";
    case StorageFailed:
        return "The disk could not be written (" + detail + "). Free some space and try again.";
    }
    return detail;
}

std::string_view codeName(client::Standing standing)
{
    using enum client::Standing;
    switch (standing) {
    case Working:
        return "working";
    case Offline:
        return "offline";
    case SignedOut:
        return "signed_out";
    case Forbidden:
        return "forbidden";
    case UpgradeNeeded:
        return "upgrade_needed";
    case StorageFailed:
        return "storage_failed";
    }
    return {};
}

} // namespace dure::cli
