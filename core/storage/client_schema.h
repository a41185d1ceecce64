#pragma once
#include <string>

namespace dure {
struct Table;
}

namespace dure::storage {

/// CREATE TABLE and CREATE INDEX text of a synced table and of its image table (the last server image of rows with
/// pending changes), made from the declaration. Besides the declared columns each row has
///   id      16 bytes, the key
///   seq     the seq of the last server image, 0 if the cloud never sent it
///   deleted 1 for a tombstone
///   hash    protocol::rowHash() of the server image, for the digest
///   extra   fields this version does not know, a JSON object as text, or NULL
std::string tableDdl(const Table& table);
/// The name of the image table: "customer_image".
std::string imageTable(const Table& table);
/// What is not declared in the schema: outbox, cursors, digests, local state, search, summaries.
extern const char* const localDdl;

} // namespace dure::storage
