#pragma once
#include "core/domain/schema.h"
#include "core/sqlite/database.h"

#include <functional>
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
    /// Starts a new one; its next number is `nextN`.
    void setIncarnation(const Uuid& incarnation, std::int64_t nextN = 1);
    /// Whose actions the incarnation numbers; each user of a PC has an own one, so that nobody's work waits for
    /// another's.
    Uuid incarnationUser();
    /// From now on the user's actions are numbered: in the incarnation the user last had here, with its letters, or in
    /// a new one made by `fresh`. Letters are few; whoever takes turns at a PC must not use them up.
    void beginTurn(const Uuid& user, const std::function<Uuid()>& fresh);
    /// Whoever else had a turn starts anew with the next one.
    void forgetOtherTurns();
    /// The letters in document numbers. Before enrolment: three random characters made with the incarnation.
    std::string letters();
    void setLetters(const std::string& letters);
    bool isEnrolled(); ///< the letters come from the cloud
    void setEnrolled(bool enrolled);
    std::int64_t nextN();
    void setNextN(std::int64_t n);

    std::string epoch();
    void setEpoch(const std::string& epoch);
    /// The epoch ends; up to `shared` the next one has the same past.
    void noteEpochEnd(std::int64_t shared);
    /// The cloud has never heard of this epoch: takes up the one before it. False if none is known.
    bool stepBackAnEpoch();
    /// How much of this PC's past is the cloud's, if the cloud shares `shared` with the epoch named to it.
    std::int64_t sharedSince(std::int64_t shared);
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
    void keepTurn();
    bool takeUpTurn(const Uuid& user);
    sqlite::Database& m_db;
};

} // namespace dure::storage
