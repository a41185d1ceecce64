#include "sync/server/postgres_space_store.h"

#include "sync/server/postgres_space_session.h"
#include "sync/server/sqlite_space_store.h"

namespace dure::server {

namespace {

bool isThere(PostgresTransaction& db, const Uuid& space)
{
    return db->query("SELECT head FROM space_state WHERE space_id = $1", {space}).next();
}

void makeSpace(PostgresPool& pool, const Uuid& space, RandomSource& random)
{
    PostgresTransaction db(pool, PostgresTransaction::Kind::Write, space);
    if (isThere(db, space))
        return;
    const std::string first = newEpoch(random);
    const std::int64_t made
        = db->query("INSERT INTO space_state(space_id, epoch, epoch_start, head, safe, next_letters) "
                    "VALUES($1, $2, 0, 0, 0, 0) ON CONFLICT(space_id) DO NOTHING",
                {space, first})
              .changed();
    if (made == 0)
        return; // another server was first
    db->query("INSERT INTO space_epoch(space_id, number, name, start) VALUES($1, 1, $2, 0)", {space, first});
    db.commit();
}

class PostgresSpaceStore final : public SpaceStore
{
public:
    PostgresSpaceStore(PostgresPool& pool, const Uuid& space)
        : m_pool(pool)
        , m_space(space)
    { }
    std::unique_ptr<SpaceSession> beginWrite() override { return begin(PostgresTransaction::Kind::Write); }
    std::unique_ptr<SpaceSession> beginRead() override { return begin(PostgresTransaction::Kind::Read); }

private:
    std::unique_ptr<SpaceSession> begin(PostgresTransaction::Kind kind)
    {
        return std::make_unique<PostgresSpaceSession>(m_pool, m_space, kind);
    }
    PostgresPool& m_pool;
    const Uuid m_space;
};

} // namespace

bool isPostgresSpace(PostgresPool& pool, const Uuid& space)
{
    PostgresTransaction db(pool, PostgresTransaction::Kind::Write, space);
    return isThere(db, space);
}

std::unique_ptr<SpaceStore> openPostgresSpaceStore(PostgresPool& pool, const Uuid& space, RandomSource& random)
{
    makeSpace(pool, space, random);
    return std::make_unique<PostgresSpaceStore>(pool, space);
}

} // namespace dure::server
