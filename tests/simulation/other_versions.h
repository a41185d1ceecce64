#pragma once
#include "core/sqlite/database.h"
#include "sync/client/engine.h"
#include "sync/protocol/messages.h"

#include <vector>

/// What programs of other versions do, as far as it shows on the wire: a cloud from tomorrow that has a table more and
/// fields and values that nobody here knows, and a PC from yesterday that has a table less.
namespace dure::simulation {

inline constexpr const char* tableOfTomorrow = "table_of_tomorrow";
/// Rows of that table with a seq above `after` and up to `upTo`, in order: a few ids that change again and again, and
/// go and come back.
std::vector<protocol::PulledRow> rowsOfTomorrow(std::int64_t after, std::int64_t upTo);
/// What a newer cloud adds to a page that it sends to a PC which asked for `cursors`.
void addTomorrow(protocol::PullReply& page, const std::map<std::string, std::int64_t>& cursors);

/// The table a PC from yesterday does not know: its engine meets it under a name that no declaration has.
inline constexpr const char* hiddenTable = "customer_price";
inline constexpr const char* hiddenName = "table_unknown_yesterday";
client::Request askedFromYesterday(client::Request request);
client::Reply readYesterday(client::Reply reply);
/// The file of a PC from yesterday as the next version finds it. Returns how many rows had been kept raw.
std::int64_t upgradeFile(sqlite::Database& db);

} // namespace dure::simulation
