#pragma once
#include "core/domain/schema.h"
#include "core/sqlite/database.h"

#include <map>
#include <optional>
#include <string>

namespace dure::storage {

struct LocalDigest
{
    std::int64_t count = 0;
    std::uint64_t sum = 0;
};

/// Where this PC stands with the cloud in one space: single values, cursors and digests. Inside the caller's
/// transaction.
class SyncState
{
public:
    explicit SyncState(sqlite::Database& db)
        : m_db(db)
    { }

    /// This installation's life in this space. Made with the file; a new one after a clone or a restored backup.
    Uuid incarnation();
    void setIncarnation(const Uuid& incarnation);
    /// The letters in document numbers. Before enrolment: three random characters made with the incarnation.
    std::string letters();
    void setLetters(const std::string& letters);
    bool isEnrolled(); ///< the letters come from the cloud
    void setEnrolled(bool enrolled);
    std::int64_t nextN();
    void setNextN(std::int64_t n);

    std::string epoch();
    void setEpoch(const std::string& epoch);
    std::int64_t head(); ///< the cloud's seq at the last pull
    void setHead(std::int64_t head);
    std::int64_t grants();
    void setGrants(std::int64_t version);
    /// False until the first sync reached the head known at its start: sums say "loading".
    bool isComplete();
    void setComplete(bool complete);

    std::map<std::string, std::int64_t> cursors();
    void setCursor(const std::string& table, std::int64_t seq);
    void clearCursors();
    /// The smallest cursor of all: everything up to it has arrived.
    std::int64_t reached();

    LocalDigest digest(TableId table);
    void setDigest(TableId table, const LocalDigest& digest);

    std::string text(const std::string& name);
    std::int64_t integer(const std::string& name, std::int64_t otherwise = 0);
    void set(const std::string& name, const std::string& value);
    void set(const std::string& name, std::int64_t value);

private:
    sqlite::Database& m_db;
};

/// Characters of the letters before enrolment: no 0 O 1 I L, which people mix up on paper.
inline constexpr std::string_view unenrolledAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

} // namespace dure::storage
