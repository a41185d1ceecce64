#include "app/people/people_words.h"

#include "app/widgets/date_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace dure::app {
namespace {

/// For the translator: sentences about people, and what the cloud answers.
struct People
{
    Q_DECLARE_TR_FUNCTIONS(People)
};

QDate qtDay(Date day) { return QDate(day.year(), int(day.month()), int(day.day())); }

} // namespace

QString roleText(std::uint8_t role)
{
    switch (role) {
    case Owner:
        return People::tr("Owner");
    case Executive:
        return People::tr("Executive");
    case Staff:
        return People::tr("Office");
    case Coordinator:
        return People::tr("Coordinator");
    case Association:
        return People::tr("Association");
    case Operator:
        return People::tr("Operator");
    default:
        return QStringLiteral("–");
    }
}

QString roleExplanation(std::uint8_t role)
{
    switch (role) {
    case Owner:
        return People::tr("Does everything and decides about people and devices.");
    case Executive:
        return People::tr("Reads everything and changes nothing.");
    case Staff:
        return People::tr("Writes orders, deliveries, customers and products.");
    case Coordinator:
        return People::tr("Reads and brings in lists until the day you choose.");
    default:
        return {};
    }
}

QString dayText(std::int64_t ms, Date today)
{
    if (ms == 0)
        return QStringLiteral("–");
    const QDate day = QDateTime::fromMSecsSinceEpoch(ms).date();
    return dateText(Date::fromYmd(day.year(), unsigned(day.month()), unsigned(day.day())), today);
}

std::int64_t endOfDay(Date day) { return qtDay(day).endOfDay().toMSecsSinceEpoch(); }

bool isOffline(const client::Failure& failure) { return std::holds_alternative<client::NoAnswer>(failure); }

ErrorText accountErrorText(const client::Failure& failure)
{
    using protocol::ErrorCode;
    const auto* error = std::get_if<protocol::ErrorReply>(&failure);
    if (!error)
        return {People::tr("The cloud does not answer."), People::tr("Try again once there is a connection.")};
    switch (error->code) {
    case ErrorCode::WeakPassword:
        return {People::tr("The new password is too short."), People::tr("Take 8 characters or more.")};
    case ErrorCode::WrongPassword:
        return {People::tr("The password is not right."), People::tr("Check the input language and Caps Lock.")};
    case ErrorCode::SecondFactor:
        return {People::tr("The code is not right."),
            People::tr("Type the six digits that the telephone shows now, or a recovery code.")};
    case ErrorCode::WrongCode:
        return {People::tr("The code is not right or is over."),
            People::tr("Compare it letter by letter, or ask for a new one.")};
    case ErrorCode::LastOwner:
        return {People::tr("This is the only owner."), People::tr("Make somebody else an owner first.")};
    case ErrorCode::Already:
        return {People::tr("Somebody has decided this meanwhile."), People::tr("The list shows how it is now.")};
    case ErrorCode::NotFound:
        return {People::tr("This is gone meanwhile."), People::tr("The list shows how it is now.")};
    case ErrorCode::Forbidden:
        return {People::tr("Your role may not do this."), People::tr("Ask the owner of the company.")};
    case ErrorCode::Unauthorized:
    case ErrorCode::Revoked:
    case ErrorCode::AccessEnded:
        return {People::tr("You are signed out."), People::tr("Sign in again.")};
    case ErrorCode::BadRequest:
        return {People::tr("The cloud cannot use what was typed."), People::tr("Check the e-mail and the day.")};
    case ErrorCode::TooMany:
        return {People::tr("Too many attempts."), People::tr("Wait a minute and try again.")};
    default:
        return {People::tr("The cloud cannot do this now."), People::tr("Try again in a few minutes.")};
    }
}

} // namespace dure::app
