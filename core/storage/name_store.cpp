#include "core/storage/name_store.h"

#include "core/storage/row_store.h"

namespace dure::storage {

namespace {

std::vector<NamedRow> namesOf(sqlite::Database& db, const char* sql)
{
    auto rows = db.prepareOnce(sql);
    std::vector<NamedRow> names;
    while (rows.step())
        names.push_back({uuidAt(rows, 0), std::string(rows.text(1)), std::string(rows.text(2)),
            std::string(rows.text(3)), rows.integer(4) != 0});
    return names;
}

} // namespace

std::vector<NamedRow> customerNames(sqlite::Database& db)
{
    return namesOf(db, "SELECT id, ifnull(code, ''), ifnull(name, ''), '', deleted FROM customer ORDER BY id");
}

std::vector<NamedRow> productNames(sqlite::Database& db)
{
    return namesOf(
        db, "SELECT id, ifnull(code, ''), ifnull(name, ''), ifnull(spec, ''), deleted FROM product ORDER BY id");
}

} // namespace dure::storage
