#pragma once
#include "core/storage/space_database.h"
#include "sync/protocol/messages.h"

#include <map>
#include <string>
#include <vector>

namespace dure::client {

/// A table whose kept digest, or whose digest in the cloud, is not that of the rows.
struct DigestDifference
{
    std::string table;
    protocol::TableDigest counted; ///< from the rows, anew
    protocol::TableDigest other; ///< kept here, or the cloud's
};

/// A live row that names a row which is not there, or is deleted. No foreign key is enforced between synced rows
/// (DESIGN §3.4), so at the head this is worth a look and before it quite normal.
struct Orphan
{
    std::string table;
    Uuid row;
    std::string column;
    Uuid missing;
};

struct SpaceCheck
{
    std::string integrity; ///< "ok", or what SQLite says
    std::string derived; ///< tables of derived data that differ from the rows; empty: none
    bool derivedLater = false; ///< a first sync is under way: derived data is made at its end and was not looked at
    std::vector<DigestDifference> digests;
    std::vector<Orphan> orphans;
    std::int64_t rows = 0; ///< live rows looked at
    /// All that the cloud had at the last pull has arrived; a company without a cloud is always at the head.
    bool atHead = false;
    std::map<std::string, protocol::TableDigest> counted; ///< of every table, to be compared with the cloud's
};

/// Reads the whole file and computes everything anew; changes nothing (derived data is made beside the kept and rolled
/// back, so this is for the writing connection). Throws sqlite::Failure if the file cannot be read to its end.
SpaceCheck checkSpace(storage::SpaceDatabase& space, bool isCloud);

/// What differs from the cloud's answer; std::nullopt: they stand at another epoch or seq and cannot be compared.
std::optional<std::vector<DigestDifference>> compareDigests(
    storage::SpaceDatabase& space, const SpaceCheck& check, const protocol::DigestReply& cloud);

/// Keeps the digests of the rows as they are. Where they are not the cloud's, the next sync finds the difference and
/// reads those tables again; a kept digest that agrees with the cloud would hide a damaged row for ever.
void keepCountedDigests(storage::SpaceDatabase& space, const SpaceCheck& check);

} // namespace dure::client
