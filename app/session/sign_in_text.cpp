#include "app/session/sign_in_text.h"

#include "app/people/people_words.h"
#include "app/session/session.h"

namespace dure::app {

ErrorText signInText(const client::Failure& failure)
{
    const auto* error = std::get_if<protocol::ErrorReply>(&failure);
    if (!error)
        return {Session::tr("The cloud does not answer."),
            Session::tr("Check the network and the server's address, then try again.")};
    switch (error->code) {
    case protocol::ErrorCode::WrongPassword:
    case protocol::ErrorCode::Unauthorized:
        return {Session::tr("The e-mail or the password is not right."),
            Session::tr("Check the input language and Caps Lock.")};
    case protocol::ErrorCode::WrongCode:
        return {Session::tr("The code is not right, is over, or is meant for another e-mail."),
            Session::tr("Compare it letter by letter. With an account you have already, its password counts.")};
    case protocol::ErrorCode::UpgradeNeeded:
        return {Session::tr("This version of Dure is too old for the cloud."), Session::tr("Install the new version.")};
    case protocol::ErrorCode::Forbidden:
        return {Session::tr("This account may not sign in here."), Session::tr("Ask the owner of the company.")};
    case protocol::ErrorCode::WeakPassword:
    case protocol::ErrorCode::TooMany:
    case protocol::ErrorCode::BadRequest:
        return accountErrorText(failure);
    default:
        return {Session::tr("The cloud cannot sign you in now."), Session::tr("Try again in a few minutes.")};
    }
}

} // namespace dure::app
