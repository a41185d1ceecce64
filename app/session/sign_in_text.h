#pragma once
#include "app/data/error_text.h"
#include "sync/client/account_calls.h"

namespace dure::app {

/// Why the cloud let nobody in, as a person can use it.
ErrorText signInText(const client::Failure& failure);

/// Else nobody knows whether the cloud did what it was asked.
inline bool isAnswer(const client::Failure& failure) { return std::holds_alternative<protocol::ErrorReply>(failure); }

inline bool isCode(const client::Failure& failure, protocol::ErrorCode code)
{
    const auto* error = std::get_if<protocol::ErrorReply>(&failure);
    return error && error->code == code;
}

} // namespace dure::app
