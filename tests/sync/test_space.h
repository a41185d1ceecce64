#pragma once
#include "core/domain/content_hash.h"
#include "sync/server/space_store.h"

#ifdef DURE_TEST_POSTGRES
#include "tests/sync/postgres_cloud.h"
#else
#include "sync/server/sqlite_space_store.h"
#endif

namespace dure::test {

class CountingRandom final : public RandomSource
{
public:
    std::uint64_t next64() override { return hashInteger(++m_drawn, 7); }

private:
    std::int64_t m_drawn = 0;
};

/// A new space: in memory, or in PostgreSQL where the test is built for it.
inline std::unique_ptr<server::SpaceStore> openTestSpace(RandomSource& random)
{
#ifdef DURE_TEST_POSTGRES
    static std::int64_t spaces = 0;
    Uuid space;
    space.bytes[0] = 0x50;
    space.bytes[15] = static_cast<std::uint8_t>(++spaces);
    space.bytes[14] = static_cast<std::uint8_t>(spaces >> 8);
    return server::openPostgresSpaceStore(PostgresCloud::shared().pool, space, random);
#else
    return server::openSqliteSpaceStore(":memory:", random);
#endif
}

} // namespace dure::test
