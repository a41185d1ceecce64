#pragma once
#include "app/data/company_data.h"

namespace dure::app {

/// What happened, and what to do about it; both may be shown apart.
struct ErrorText
{
    QString what;
    QString wayOut; ///< may be empty

    QString whole() const { return wayOut.isEmpty() ? what : what + u' ' + wayOut; }
};

/// core gives codes, this gives the sentences.
ErrorText errorText(const commands::CommandError& error);
ErrorText errorText(const OpenFailure& failure);
ErrorText errorText(commands::Refusal refusal);
/// Why nothing opens or is decided for a role that only reads.
ErrorText readsOnlyText();
/// For one field: "Enter a name." The screen shows it below the field.
QString problemText(const commands::FieldProblem& problem);
/// What undo takes back, as a noun: "the change of order O261123-A02", "the prices of PET 500ml".
QString undoText(const commands::UndoDescription& description);
/// Where it can be looked at; std::nullopt: nowhere of its own.
std::optional<TableId> undoTable(const commands::UndoDescription& description);

} // namespace dure::app
