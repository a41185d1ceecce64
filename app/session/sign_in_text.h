#pragma once
#include "app/data/error_text.h"
#include "sync/client/account_calls.h"

namespace dure::app {

/// Why the cloud let nobody in, as a person can use it.
ErrorText signInText(const client::Failure& failure);

} // namespace dure::app
