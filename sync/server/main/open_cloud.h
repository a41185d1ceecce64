#pragma once
#include "sync/server/cloud_store.h"
#include "sync/server/main/arguments.h"

namespace dure::server {

/// For verbs that take --data or --postgres; runVerb() has seen to it that one of them is there. Makes the folder if it
/// is new, so that companies can be enrolled before the first start. Throws with a message.
std::unique_ptr<CloudStore> openCloud(
    const Arguments& arguments, OpenedBy by, RandomSource& random, std::size_t connections = 2);

} // namespace dure::server
