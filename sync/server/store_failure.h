#pragma once
#include <stdexcept>

namespace dure::server {

/// A fault of the store that passes: a lost connection, a full disk, a lock held too long. Nothing half-written stays.
/// If the answer to a commit was lost, the repeated request finds out whether it was done.
class StoreUnavailable : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

} // namespace dure::server
