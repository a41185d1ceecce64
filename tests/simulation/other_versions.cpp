#include "tests/simulation/other_versions.h"

#include "core/domain/schema.h"
#include "sync/protocol/codec.h"

#include <algorithm>

namespace dure::simulation {

using namespace protocol;

std::vector<PulledRow> rowsOfTomorrow(std::int64_t after, std::int64_t upTo)
{
    constexpr std::int64_t every = 5;
    constexpr std::int64_t ids = 7;
    std::vector<PulledRow> rows;
    for (std::int64_t number = after / every + 1; number * every <= upTo; ++number) {
        PulledRow& row = rows.emplace_back();
        row.table = tableOfTomorrow;
        row.id = derivedUuid({}, "tomorrow " + std::to_string(number % ids));
        row.seq = number * every;
        row.deleted = number % 11 == 0;
        row.fields = "{\"what\":{\"nobody\":[\"knows\"," + std::to_string(row.seq) + "]}}";
    }
    return rows;
}

void addTomorrow(PullReply& page, const std::map<std::string, std::int64_t>& cursors)
{
    const auto known = cursors.find(tableOfTomorrow);
    const std::int64_t cursor = known == cursors.end() ? 0 : known->second;
    const std::int64_t reached = page.more ? page.rows.back().seq : page.head;
    for (PulledRow& row : rowsOfTomorrow(cursor, reached))
        page.rows.push_back(std::move(row));
    page.tables.emplace_back(tableOfTomorrow);
    page.cursors[tableOfTomorrow] = std::max(cursor, reached);
}

client::Request askedFromYesterday(client::Request request)
{
    if (auto* pull = std::get_if<PullRequest>(&request))
        if (auto cursor = pull->cursors.extract(hiddenName); !cursor.empty())
            pull->cursors[hiddenTable] = cursor.mapped();
    return request;
}

client::Reply readYesterday(client::Reply reply)
{
    if (!reply)
        return reply;
    if (auto* digest = std::get_if<DigestReply>(&*reply))
        digest->tables.erase(hiddenTable);
    auto* page = std::get_if<PullReply>(&*reply);
    if (!page)
        return reply;
    std::ranges::replace(page->tables, std::string(hiddenTable), std::string(hiddenName));
    if (auto cursor = page->cursors.extract(hiddenTable); !cursor.empty())
        page->cursors[hiddenName] = cursor.mapped();
    for (PulledRow& row : page->rows) {
        if (row.table != hiddenTable)
            continue;
        row.fields = encodeRow(*findTable(hiddenTable), row.row);
        row.table = hiddenName;
        row.row = {};
    }
    return reply;
}

std::int64_t upgradeFile(sqlite::Database& db)
{
    auto kept = db.prepareOnce("SELECT count(*) FROM raw_row WHERE table_name = ?");
    kept.bind(1, hiddenName).step();
    auto cursor = db.prepareOnce("SELECT 1 FROM cursor WHERE table_name = ?");
    if (!cursor.bind(1, hiddenName).step())
        return 0;
    sqlite::Transaction transaction(db);
    for (const char* table : {"raw_row", "cursor"}) {
        auto rename = db.prepareOnce("UPDATE " + std::string(table) + " SET table_name = ? WHERE table_name = ?");
        rename.bind(1, hiddenTable).bind(2, hiddenName).run();
    }
    transaction.commit();
    return kept.integer(0);
}

} // namespace dure::simulation
