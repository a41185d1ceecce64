#pragma once
#include "core/domain/entities.h"
#include "core/storage/derived_data.h"
#include "core/storage/row_store.h"
#include "core/storage/space_database.h"

#include <QTemporaryDir>
#include <random>

/// A space in a real file, and rows written as the applying of a pulled page writes them.
namespace dure::test {

class SeededRandom final : public RandomSource
{
public:
    explicit SeededRandom(std::uint64_t seed)
        : m_engine(seed)
    { }
    std::uint64_t next64() override { return m_engine(); }
    std::int64_t below(std::int64_t limit) { return static_cast<std::int64_t>(m_engine() % std::uint64_t(limit)); }
    bool chance(int percent) { return below(100) < percent; }

private:
    std::mt19937_64 m_engine;
};

class SteppingClock final : public Clock
{
public:
    std::int64_t nowMs() const override { return ++m_ms; }

private:
    mutable std::int64_t m_ms = 1'795'000'000'000; // 2026-11-18
};

class SpaceFixture
{
public:
    static std::unique_ptr<storage::SpaceDatabase> opened(const std::string& path)
    {
        auto space = storage::SpaceDatabase::open(path);
        if (!space)
            qFatal("cannot open %s", path.c_str());
        return std::move(*space);
    }

    sqlite::Database& db() { return space->db(); }
    Uuid newId() { return makeUuidV7(clock.nowMs(), random); }

    /// As the server sent it.
    template <class E> Uuid receive(E entity, bool deleted = false)
    {
        if (entity.id.isNil())
            entity.id = newId();
        storage::RowStore rows(db());
        const Table& table = tableOf(E::table);
        const auto before = rows.find(table, entity.id);
        const storage::LocalRow after{toRow(entity), ++seq, deleted, 0};
        rows.put(table, after);
        derived.changed(table, before ? &*before : nullptr, after);
        return entity.id;
    }

    QTemporaryDir dir;
    std::string path = dir.filePath("space.sqlite").toStdString();
    std::unique_ptr<storage::SpaceDatabase> space = opened(path);
    SeededRandom random{1};
    SteppingClock clock;
    storage::DerivedData derived{space->db()};
    std::int64_t seq = 0;
};

} // namespace dure::test
