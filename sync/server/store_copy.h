#pragma once
#include "sync/server/accounts.h"
#include "sync/server/cloud_store.h"

#include <expected>
#include <string>

namespace dure::server {

/// Compares the rows that a space holds with the digests it keeps; what is wrong with it, or nothing.
std::vector<std::string> digestFaults(SpaceSession& space);

/// The same, and every file against its hash.
std::vector<std::string> spaceFaults(SpaceSession& space);

/// Copies all that a space holds, in one transaction, and compares both sides then. A space that is there already is
/// left as it is if it is the same one; otherwise std::runtime_error. Returns how many live
/// rows it has.
std::int64_t copySpace(SpaceSession& from, SpaceStore& to);

struct MoveReport
{
    std::size_t companies = 0;
    std::int64_t rows = 0; ///< live ones
    std::vector<BackupMark> heads; ///< where each space stood
};

struct CopyChoice
{
    std::optional<Uuid> company; ///< or all
    bool isLive = false; ///< servers go on writing to the source: each space is copied as of one moment
};

/// Copies companies with their spaces, members, devices, tokens and invitations; all of them: rooms and the platform
/// too. Each space comes before its accounts, so that nobody enters a half-filled one. May be repeated after it was cut
/// off. Nobody may write to the target meanwhile. A message on failure.
std::expected<MoveReport, std::string> copyCompanies(
    CloudStore& from, CloudStore& to, const CopyChoice& choice, const Clock& clock, RandomSource& random);

} // namespace dure::server
