#include "core/storage/sync_state.h"

#include "core/domain/content_hash.h"
#include "core/domain/document_number.h"
#include "core/storage/row_store.h"

#include <limits>
#include <sstream>
#include <vector>

namespace dure::storage {

namespace {

/// A device that has no letters from the cloud yet makes them from its incarnation, which is random.
class IdBits final : public RandomSource
{
public:
    explicit IdBits(const Uuid& id)
        : m_text(id.toString())
    { }
    std::uint64_t next64() override { return hashBytes(m_text, ++m_drawn); }

private:
    std::string m_text;
    std::uint64_t m_drawn = 0;
};

} // namespace

Uuid SyncState::incarnation()
{
    auto rows = m_db.prepare("SELECT value FROM state WHERE name = 'incarnation'");
    return rows->step() ? uuidAt(*rows, 0) : Uuid{};
}

void SyncState::setIncarnation(const Uuid& incarnation, std::int64_t nextN)
{
    auto put = m_db.prepare("INSERT OR REPLACE INTO state(name, value) VALUES('incarnation', ?)");
    put->bind(1, blobOf(incarnation)).run();
    IdBits bits(incarnation);
    setLetters(provisionalDeviceCode(bits));
    setEnrolled(false);
    setNextN(nextN);
}

Uuid SyncState::incarnationUser()
{
    auto rows = m_db.prepare("SELECT value FROM state WHERE name = 'incarnation_user'");
    return rows->step() ? uuidAt(*rows, 0) : Uuid{};
}

void SyncState::beginTurn(const Uuid& user, const std::function<Uuid()>& fresh)
{
    if (!incarnation().isNil()) {
        if (incarnationUser() == user)
            return;
        keepTurn();
    }
    if (!takeUpTurn(user))
        setIncarnation(fresh());
    auto put = m_db.prepare("INSERT OR REPLACE INTO state(name, value) VALUES('incarnation_user', ?)");
    put->bind(1, blobOf(user)).run();
}

/// "incarnation letters enrolled next-n", under the user's id.
void SyncState::keepTurn()
{
    set("turn_" + incarnationUser().toString(),
        incarnation().toString() + " " + letters() + " " + std::to_string(isEnrolled()) + " "
            + std::to_string(nextN()));
}

bool SyncState::takeUpTurn(const Uuid& user)
{
    std::istringstream kept(text("turn_" + user.toString()));
    std::string id;
    std::string letters;
    bool enrolled = false;
    std::int64_t n = 0;
    if (!(kept >> id >> letters >> enrolled >> n))
        return false;
    setIncarnation(Uuid::fromString(id).value_or(Uuid{}), n);
    setLetters(letters);
    setEnrolled(enrolled);
    return true;
}

void SyncState::forgetOtherTurns() { m_db.prepare("DELETE FROM state WHERE name GLOB 'turn_*'")->run(); }

std::string SyncState::letters() { return text("letters"); }
void SyncState::setLetters(const std::string& letters) { set("letters", letters); }
bool SyncState::isEnrolled() { return integer("enrolled") != 0; }
void SyncState::setEnrolled(bool enrolled) { set("enrolled", std::int64_t{enrolled}); }
std::int64_t SyncState::nextN() { return integer("running_n", 1); }
void SyncState::setNextN(std::int64_t n) { set("running_n", n); }
std::string SyncState::epoch() { return text("epoch"); }
void SyncState::noteEpochEnd(std::int64_t shared)
{
    set("epochs_before", text("epochs_before") + " " + epoch() + " " + std::to_string(shared));
    set("shared_at_most", std::numeric_limits<std::int64_t>::max());
}

bool SyncState::stepBackAnEpoch()
{
    std::istringstream stored(text("epochs_before"));
    std::vector<std::pair<std::string, std::int64_t>> before;
    for (std::pair<std::string, std::int64_t> each; stored >> each.first >> each.second;)
        before.push_back(each);
    if (before.empty())
        return false;
    const auto [name, shared] = before.back();
    before.pop_back();
    std::string kept;
    for (const auto& [earlier, start] : before)
        kept += " " + earlier + " " + std::to_string(start);
    set("epochs_before", kept);
    set("shared_at_most", sharedSince(shared));
    setEpoch(name);
    return true;
}

std::int64_t SyncState::sharedSince(std::int64_t shared)
{
    return std::min(shared, integer("shared_at_most", std::numeric_limits<std::int64_t>::max()));
}

void SyncState::setEpoch(const std::string& epoch) { set("epoch", epoch); }
std::int64_t SyncState::head() { return integer("head"); }
void SyncState::setHead(std::int64_t head) { set("head", head); }
std::int64_t SyncState::grants() { return integer("grants"); }
void SyncState::setGrants(std::int64_t version) { set("grants", version); }
bool SyncState::isComplete() { return integer("complete") != 0; }
void SyncState::setComplete(bool complete) { set("complete", std::int64_t{complete}); }

std::map<std::string, std::int64_t> SyncState::cursors()
{
    auto rows = m_db.prepare("SELECT table_name, seq FROM cursor");
    std::map<std::string, std::int64_t> found;
    while (rows->step())
        found[std::string(rows->text(0))] = rows->integer(1);
    return found;
}

void SyncState::setCursor(const std::string& table, std::int64_t seq)
{
    m_db.prepare("INSERT OR REPLACE INTO cursor(table_name, seq) VALUES(?, ?)")->bind(1, table).bind(2, seq).run();
}

void SyncState::clearCursors() { m_db.prepare("DELETE FROM cursor")->run(); }

std::int64_t SyncState::reached()
{
    auto rows = m_db.prepare("SELECT min(seq), count(*) FROM cursor");
    rows->step();
    if (rows->integer(1) == 0)
        return isComplete() ? head() : 0; // a member who may read nothing misses nothing
    return rows->integer(0);
}

LocalDigest SyncState::digest(TableId table)
{
    auto rows = m_db.prepare("SELECT count, sum FROM digest WHERE table_id = ?");
    rows->bind(1, static_cast<std::int64_t>(table));
    if (!rows->step())
        return {};
    return {rows->integer(0), static_cast<std::uint64_t>(rows->integer(1))};
}

void SyncState::setDigest(TableId table, const LocalDigest& digest)
{
    auto put = m_db.prepare("INSERT OR REPLACE INTO digest(table_id, count, sum) VALUES(?, ?, ?)");
    put->bind(1, static_cast<std::int64_t>(table)).bind(2, digest.count);
    put->bind(3, static_cast<std::int64_t>(digest.sum)).run();
}

std::string SyncState::text(const std::string& name)
{
    auto rows = m_db.prepare("SELECT value FROM state WHERE name = ?");
    rows->bind(1, name);
    return rows->step() ? std::string(rows->text(0)) : std::string();
}

std::int64_t SyncState::integer(const std::string& name, std::int64_t otherwise)
{
    auto rows = m_db.prepare("SELECT value FROM state WHERE name = ?");
    rows->bind(1, name);
    return rows->step() ? rows->integer(0) : otherwise;
}

void SyncState::set(const std::string& name, const std::string& value)
{
    m_db.prepare("INSERT OR REPLACE INTO state(name, value) VALUES(?, ?)")->bind(1, name).bind(2, value).run();
}

void SyncState::set(const std::string& name, std::int64_t value)
{
    m_db.prepare("INSERT OR REPLACE INTO state(name, value) VALUES(?, ?)")->bind(1, name).bind(2, value).run();
}

} // namespace dure::storage
