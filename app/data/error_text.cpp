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
    case Refusal::IsReversal:
        return {Errors::tr("It takes another entry back itself."), Errors::tr("Undo brings that entry back.")};
    case Refusal::AlreadyDecided:
        return {Errors::tr("Somebody decided it meanwhile."), Errors::tr("It is under “Done”.")};
    case Refusal::NotAsSeen:
        return {Errors::tr("Somebody changed the value meanwhile."), Errors::tr("Look at it anew and choose again.")};
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
    return subject.isEmpty() ? Errors::tr("the last action") : subject;
}

} // namespace dure::app
