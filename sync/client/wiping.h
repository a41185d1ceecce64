#pragma once
#include "core/domain/uuid.h"

#include <expected>
#include <string>

namespace dure::client {

/// Deletes all that this PC has of a space: database, WAL, copies before migrations, local
/// backups wherever they lie, whatever is in its folder. The
/// caller has closed it, and has the receipts of what it had not sent (hand_in.h). The folder is renamed first, so that
/// a crash leaves nothing that looks like a company; finishWipes() deletes the rest. A message: another program has the
/// folder, or the system refuses.
std::expected<void, std::string> wipeSpace(const std::string& dataFolder, const Uuid& space);
/// To be called at the start of a program: what an interrupted wipe has left goes.
void finishWipes(const std::string& dataFolder);

} // namespace dure::client
