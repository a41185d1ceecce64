#pragma once
#include "core/domain/mutation.h"

#include <optional>

/// What `undo` has to know of an action, as it is kept in the file.
namespace dure::commands {

struct UndoStep
{
    TableId table = TableId::Customer;
    Op op = Op::Put; ///< what the action did
    Uuid row;
    Fields before; ///< of a put: the old values of what it wrote; of a delete: the whole row; of a create: nothing
    std::uint64_t afterHash = 0; ///< hashOfColumns() of what the action left
};

struct UndoRecord
{
    std::string intent;
    std::string subject;
    std::int64_t at = 0;
    std::vector<UndoStep> steps; ///< in the order they were done
};

std::string encodeSteps(const UndoRecord& record);
/// std::nullopt: not written by encodeSteps().
std::optional<UndoRecord> decodeSteps(std::string_view body);
struct UndoOutline
{
    std::string subject;
    std::int64_t steps = 0;
    bool isCreation = false; ///< the first step made a document or a master row
};
/// Without reading all steps.
std::optional<UndoOutline> peekSteps(std::string_view body);

} // namespace dure::commands
