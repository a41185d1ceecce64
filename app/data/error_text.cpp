#include "app/data/error_text.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

class Errors
{
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

} // namespace

ErrorText readsOnlyText()
{
    return {Errors::tr("Your role reads here and changes nothing."),
        Errors::tr("The owner of the company can give you another role.")};
}

QString problemText(const commands::FieldProblem& problem)
{
    using commands::Problem;
    switch (problem.problem) {
    case Problem::Missing:
        return Errors::tr("Empty. Fill it in.");
    case Problem::TooLong:
        return Errors::tr("Too long. Shorten it.");
    case Problem::OutOfRange:
        return Errors::tr("Not a value that can stand here. Correct it.");
    case Problem::BadText:
        return Errors::tr("Holds characters that cannot be stored. Type it anew.");
    case Problem::UnknownRow:
        return Errors::tr("No longer there. Choose again.");
    case Problem::NoLines:
        return Errors::tr("There is no line. Enter at least one.");
    case Problem::TooManyLines:
        return Errors::tr("Too many lines. Split it in two.");
    case Problem::ZeroQuantity:
        return Errors::tr("The quantity is 0. Enter it.");
    case Problem::AmountTooLarge:
        return Errors::tr("Quantity times price is too large. Check both.");
    case Problem::BelowDelivered:
        return Errors::tr("This line was delivered already. Keep it.");
    case Problem::FileTooLarge:
        return Errors::tr("The file is empty, or larger than 10 MB. Choose a smaller one.");
    case Problem::NotPositive:
        return Errors::tr("The amount is not more than 0. Enter it.");
    case Problem::BeforeItsBegin:
        return Errors::tr("Lies before the day it begins. Correct the date.");
    case Problem::MoreThanThePayment:
        return Errors::tr("Together more than the payment. Take some off.");
    case Problem::MoreThanDelivered:
        return Errors::tr("More than was delivered, less what was settled before. Correct it.");
    case Problem::PriceUnknown:
        return Errors::tr("What it was sold for is not known. Choose the delivered line in the claim first.");
    case Problem::FileKind:
        return Errors::tr("A file of this kind is not taken. Choose a PNG or JPEG image.");
    case Problem::Duplicate:
        return Errors::tr("Appears twice. Keep one.");
    }
    return {};
}

ErrorText errorText(commands::Refusal refusal)
{
    using commands::Refusal;
    switch (refusal) {
    case Refusal::HasDeliveries:
        return {
            Errors::tr("It was delivered, so it cannot be cancelled."), Errors::tr("Take the deliveries back first.")};
    case Refusal::HasDocuments:
        return {Errors::tr("Documents name it, so it cannot be deleted."), Errors::tr("Make it inactive instead.")};
    case Refusal::SiteHasDocuments:
        return {Errors::tr("Orders or deliveries go to a delivery site that was taken away."),
            Errors::tr("Leave the site: documents show its address.")};
    case Refusal::AlreadyReversed:
        return {Errors::tr("It was taken back already."), {}};
    case Refusal::NothingToUndo:
        return {Errors::tr("There is nothing to undo."), {}};
    case Refusal::NotTheLast:
        return {Errors::tr("Something newer was done since, or it was undone already."), {}};
    case Refusal::ChangedSince:
        return {
            Errors::tr("Somebody changed it since, so it cannot be undone."), Errors::tr("Open it and correct it.")};
    case Refusal::BuiltUpon:
        return {Errors::tr("Something was made from it, so it cannot be undone."),
            Errors::tr("Take that back first; an order whose deliveries are taken back can be cancelled.")};
    case Refusal::OfDelivery:
        return {Errors::tr("It belongs to a delivery."), Errors::tr("Take the delivery back; the stock follows.")};
    case Refusal::IsReversal:
        return {Errors::tr("It takes another entry back itself."), Errors::tr("Undo brings that entry back.")};
    case Refusal::IsNoNote:
        return {Errors::tr("It is not a promissory note."), {}};
    case Refusal::AlreadyDecided:
        return {Errors::tr("Somebody decided it meanwhile."), Errors::tr("It is under “Done”.")};
    case Refusal::NotAsSeen:
        return {Errors::tr("Somebody changed the value meanwhile."), Errors::tr("Look at it anew and choose again.")};
    case Refusal::Stopped:
        return {Errors::tr("It was stopped."), Errors::tr("Nothing was changed.")};
    case Refusal::None:
        break;
    }
    return {};
}

ErrorText errorText(const commands::CommandError& error)
{
    using commands::ErrorKind;
    const QString notSaved = Errors::tr("It was not saved.");
    switch (error.kind) {
    case ErrorKind::Invalid:
        return {notSaved, error.problems.empty() ? QString() : problemText(error.problems.front())};
    case ErrorKind::NotFound:
        return {Errors::tr("It is no longer there."), Errors::tr("Somebody may have deleted it.")};
    case ErrorKind::Refused:
        return errorText(error.refusal);
    case ErrorKind::TooLarge:
        return {notSaved, Errors::tr("It is too large for one step. Split it.")};
    case ErrorKind::StorageFull:
        return {notSaved, Errors::tr("The disk is full. Free some space and try again.")};
    case ErrorKind::StorageBusy:
        return {notSaved, Errors::tr("Another program holds the file. Close it and try again.")};
    case ErrorKind::StorageFailed:
        return {notSaved, Errors::tr("The disk could not be written. Check it and try again.")};
    }
    return {notSaved, {}};
}

ErrorText errorText(const OpenFailure& failure)
{
    using storage::OpenErrorKind;
    switch (failure.kind) {
    case OpenErrorKind::InUse:
        return {Errors::tr("Dure is already open with this data."),
            failure.holder.isEmpty() ? Errors::tr("Go on in that window.")
                                     : Errors::tr("Go on in that window (%1).").arg(failure.holder)};
    case OpenErrorKind::NewerVersion:
        return {
            Errors::tr("A newer Dure made this data."), Errors::tr("Install the newest version. Nothing was changed.")};
    case OpenErrorKind::NotDure:
        return {Errors::tr("This is not Dure's data."), Errors::tr("Choose another folder.")};
    case OpenErrorKind::Damaged:
        return {Errors::tr("The data on this PC is damaged."), Errors::tr("Put back the last backup.")};
    case OpenErrorKind::UnsafeFolder:
        return {Errors::tr("This folder is on a network or is synchronised, where data can be lost."),
            Errors::tr("Choose a folder on this PC.")};
    case OpenErrorKind::CannotOpen:
        return {Errors::tr("The data could not be opened."),
            Errors::tr("Check the disk and the rights to the folder. (%1)").arg(failure.detail)};
    }
    return {};
}

QString undoText(const commands::UndoDescription& description)
{
    const QString subject = QString::fromStdString(description.subject);
    const std::string& intent = description.intent;
    if (intent == "import")
        return Errors::tr("the import of %n row(s)", nullptr, static_cast<int>(description.rows));
    if (intent == "save_company_profile")
        return Errors::tr("the company's details");
    if (subject.isEmpty())
        return Errors::tr("the last action");
    const bool isNew = description.isCreation;
    if (intent == "save_order")
        return (isNew ? Errors::tr("new order %1") : Errors::tr("change of order %1")).arg(subject);
    if (intent == "attach_file")
        return Errors::tr("attaching of %1").arg(subject);
    if (intent == "remove_file")
        return Errors::tr("removal of %1").arg(subject);
    if (intent == "set_order_state")
        return Errors::tr("state of order %1").arg(subject);
    if (intent == "plan_delivery")
        return Errors::tr("vehicle and time of order %1").arg(subject);
    if (intent == "save_activity")
        return Errors::tr("note on %1").arg(subject);
    if (intent == "delete_activity")
        return Errors::tr("deletion of a note on %1").arg(subject);
    if (intent == "delete_order")
        return Errors::tr("deletion of order %1").arg(subject);
    if (intent == "record_delivery")
        return Errors::tr("record of delivery %1").arg(subject);
    if (intent == "reverse_delivery")
        return Errors::tr("taking back of delivery %1").arg(subject);
    if (intent == "record_payment")
        return Errors::tr("record of payment %1").arg(subject);
    if (intent == "reverse_payment")
        return Errors::tr("taking back of payment %1").arg(subject);
    if (intent == "dishonour_note")
        return Errors::tr("dishonour of the note, %1").arg(subject);
    if (intent == "record_note_event")
        return Errors::tr("what was done with note %1").arg(subject);
    if (intent == "record_stock_count")
        return Errors::tr("stock count of %n product(s)", nullptr, static_cast<int>(description.rows));
    if (intent == "record_stock_movements")
        return Errors::tr("%n stock entries, first %1", nullptr, static_cast<int>(description.rows)).arg(subject);
    if (intent == "record_stock_movement")
        return Errors::tr("stock entry of %1").arg(subject);
    if (intent == "reverse_stock_movement")
        return Errors::tr("taking back of a stock entry of %1").arg(subject);
    if (intent == "save_customer")
        return (isNew ? Errors::tr("new customer %1") : Errors::tr("change of customer %1")).arg(subject);
    if (intent == "delete_customer")
        return Errors::tr("deletion of customer %1").arg(subject);
    if (intent == "save_product")
        return (isNew ? Errors::tr("new product %1") : Errors::tr("change of product %1")).arg(subject);
    if (intent == "delete_product")
        return Errors::tr("deletion of product %1").arg(subject);
    if (intent.starts_with("restore_") && intent != "restore_value")
        return Errors::tr("return of %1 from the trash").arg(subject);
    if (intent == "set_customer_prices" || intent == "set_customer_price" || intent == "delete_customer_price")
        return Errors::tr("agreed prices of %1").arg(subject);
    if (intent == "change_prices")
        return Errors::tr("change of %n price(s)", nullptr, static_cast<int>(description.rows));
    if (intent == "keep_as_it_is" || intent == "restore_value" || intent == "delete_after_all")
        return Errors::tr("decision on %1").arg(subject);
    return subject;
}

std::optional<TableId> undoTable(const commands::UndoDescription& description)
{
    const auto isOf = [&](const char* what) { return description.intent.ends_with(what); };
    if (isOf("_order") || isOf("_order_state") || description.intent == "plan_delivery")
        return TableId::SalesOrder;
    if (isOf("_delivery"))
        return TableId::Delivery;
    if (isOf("_payment") || isOf("_note") || isOf("_note_event"))
        return TableId::Payment;
    if (isOf("_customer"))
        return TableId::Customer;
    if (isOf("_product") || description.intent == "change_prices")
        return TableId::Product;
    return std::nullopt;
}

} // namespace dure::app
