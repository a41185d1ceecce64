#pragma once
#include "core/commands/command_error.h"
#include "core/domain/entities.h"
#include "core/storage/row_store.h"

#include <optional>

/// Comparing rows and checking them against the schema. Pure.
namespace dure::commands {

/// What a put carries: the columns that differ, and with one of a merge group all of its group, since its fields
/// depend on each other.
Fields changedFields(const Table& table, const Row& before, const Row& after);

/// All columns of a new row that hold something.
Fields allFields(const Row& row);

/// What the schema has against a row, as problems of `line`.
void checkRow(const Table& table, const Row& row, int line, std::vector<FieldProblem>& problems);
/// The same for a row that may stand in the file already. A value that stands there, larger than this version allows,
/// was written by a newer one and is no problem: it is carried, and everything beside it can be edited.
void checkRow(
    storage::RowStore& rows, const Table& table, const Row& row, int line, std::vector<FieldProblem>& problems);

/// A hash of some columns' values, for asking later whether somebody changed them. Columns only the server writes are
/// left out.
std::uint64_t hashOfColumns(const Table& table, const Row& row, const Fields& columns);

/// One row to be written, decided before anything is written.
struct PlannedChange
{
    TableId table = TableId::Customer;
    Op op = Op::Put;
    Row row; ///< of a create: the whole row. Else its id alone
    Fields fields; ///< of a put
    std::int64_t seen = 0; ///< the server image the author saw
};

} // namespace dure::commands
