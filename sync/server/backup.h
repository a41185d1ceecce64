#pragma once
#include "sync/server/accounts.h"
#include "sync/server/space_directory.h"

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace dure::server {

struct CopyReport
{
    std::size_t spaces = 0;
    std::uintmax_t bytes = 0;
};

/// Copies accounts and spaces into `to`, which must not exist, while the server may be at work. Each copy is opened and
/// checked; `to` appears only when all are good. Leaves marks for the server (DESIGN §3.15). A message on failure.
std::expected<CopyReport, std::string> backUp(
    const std::filesystem::path& data, const std::filesystem::path& to, const Clock& clock, RandomSource& random);

/// Copies a backup into `to`, which must not exist, checks it and begins a new epoch in each space, so that every
/// client compares what it has with what there is.
std::expected<CopyReport, std::string> restore(
    const std::filesystem::path& from, const std::filesystem::path& to, const Clock& clock, RandomSource& random);

struct Finding
{
    std::string file;
    std::string problem;
};
/// SQLite's own check of every file, and each table's digest against its rows, each file against its hash. A message if
/// it cannot be looked at.
std::expected<std::vector<Finding>, std::string> verifyData(
    const std::filesystem::path& data, const Clock& clock, RandomSource& random);

/// The same for a cloud that is not in files. The backup is a data folder that dure-server can serve as it is: each
/// space as of one moment, with all that it holds, and with digests that were compared.
std::expected<CopyReport, std::string> backUpCloud(
    CloudStore& cloud, const std::filesystem::path& to, const Clock& clock, RandomSource& random);
std::expected<CopyReport, std::string> restoreCloud(
    const std::filesystem::path& from, CloudStore& cloud, const Clock& clock, RandomSource& random);
std::vector<Finding> verifyCloud(CloudStore& cloud, const Clock& clock, RandomSource& random);

/// Tells live spaces up to where a verified backup has them. Done by the server, which alone writes them.
void applyBackupMarks(Accounts& accounts, SpaceDirectory& spaces);

} // namespace dure::server
