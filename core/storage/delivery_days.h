#pragma once
#include "core/domain/date.h"
#include "core/domain/uuid.h"
#include "core/sqlite/database.h"

#include <optional>
#include <vector>

namespace dure::storage {

/// The day on which a delivery counts where the question is when goods were there: its own; of a reversal, that of the
/// delivery it takes back, since it says that those goods never went out.
class DeliveryDays
{
public:
    explicit DeliveryDays(sqlite::Database& db)
        : m_db(db)
    { }

    /// std::nullopt: not there, or deleted.
    std::optional<Date> of(const Uuid& delivery);
    /// Reads all of them at once: for whoever is going to ask for all.
    void load();

private:
    struct Known
    {
        Uuid id;
        Date day;
    };
    std::optional<Date> read(const Uuid& delivery);
    sqlite::Database& m_db;
    bool m_loaded = false;
    std::vector<Known> m_known; ///< by id
};

} // namespace dure::storage
