#pragma once
#include "sync/protocol/messages.h"
#include "sync/server/space_store.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace dure::simulation {

/// The simulation's own book, kept beside the programs: what PCs saved and what the cloud did with it. It decides with
/// rules of its own, far simpler than the merge's, whether anything got lost, came twice or was overwritten silently.
class Ledger
{
public:
    /// A mutation's identity on its way: its text without the bases, which a new epoch may cap.
    static std::uint64_t keyOf(const std::string& body);

    /// A PC told its user that this is saved. What poison() made the cloud is right to refuse.
    void saved(const std::string& body, const std::string& who);
    /// The PC shows this under "needs attention".
    void attended(const std::string& body) { m_attended.insert(keyOf(body)); }

    /// One row written while a mutation was merged.
    struct Written
    {
        server::StoredRow after;
        std::optional<server::StoredRow> before;
    };
    /// A mutation as the cloud answered it for the first time; `rows`: what was written for it, in order; `find` reads
    /// a row as it stands now.
    struct Answered
    {
        std::string body;
        Uuid incarnation;
        std::uint8_t role = 0;
        protocol::MutationResult result;
        std::vector<Written> rows;
    };
    void answered(const Answered& answer, server::SpaceSession& session);

    /// What belongs to the cloud's past and is lost with it.
    struct Past
    {
        std::map<std::uint64_t, int> effects;
        struct Writer
        {
            Uuid incarnation;
            std::int64_t seq = 0;
        };
        std::map<std::string, Writer> writers; ///< by row and unit
        std::set<std::uint64_t> rejected;
        std::set<Uuid> refusedRows; ///< that only a rejected mutation made, or brought back
    };
    const Past& past() const { return m_past; }
    void restore(Past past) { m_past = std::move(past); }
    /// The cloud's past was lost: a PC may change a row before the PC that made it has sent it again.
    void pastWasLost(std::int64_t headLeft) { m_lostFrom.push_back(headLeft); }

    /// Empty, or the first rule that was broken.
    const std::string& violation() const { return m_violation; }
    /// At the end: each save took effect once, or is refused and shown.
    void checkSaves();
    std::size_t saves() const { return m_saved.size(); }
    /// How many were refused at first and took effect later.
    std::int64_t afterAll() const;

private:
    struct Saved
    {
        std::string who;
        std::string body;
        bool isPoison = false;
        std::size_t losses = 0; ///< of the past before it was saved
    };
    void checkWrite(const Answered& answer, const Change& change, server::SpaceSession& session);
    void checkUnit(const Answered& answer, const Change& change, const std::string& unit, const Written* written,
        server::SpaceSession& session);
    void checkDelete(const Answered& answer, const Change& change, server::SpaceSession& session);
    void checkBuried(const Answered& answer, const Mutation& mutation);
    void checkRevived(const Answered& answer, const Mutation& mutation);
    void checkBases(const Mutation& mutation, const Saved& saved);
    void checkRejection(const Answered& answer, std::uint64_t key, server::SpaceSession& session);
    void fail(const std::string& what);

    std::map<std::uint64_t, Saved> m_saved;
    std::set<std::uint64_t> m_attended;
    std::set<std::uint64_t> m_everRefused; ///< also in a past that was lost
    std::set<std::uint64_t> m_rowless; ///< refused once for a row that was missing; it may come
    std::set<std::uint64_t> m_idle; ///< applied with nothing to change: no loss of the past takes that away
    Past m_past;
    std::string m_violation;
    std::vector<std::int64_t> m_lostFrom; ///< the head that was left, for each loss of the past
};

} // namespace dure::simulation
