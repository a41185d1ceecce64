#pragma once
#include "core/domain/uuid.h"

#include <string>

namespace dure {

/// The id of an entry's first, second … reversal: two PCs that reverse the same one without each other make the same
/// row, so that it is taken back once.
inline Uuid reversalId(const Uuid& reversed, int number)
{
    return derivedUuid(reversed, "reversal " + std::to_string(number));
}

} // namespace dure
