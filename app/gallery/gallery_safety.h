#pragma once
#include "app/gallery/picture_output.h"

namespace dure::app {

class AppSettings;

/// Backups (none, some, what one holds, the question before a restore, days without one) and the trash, on a company
/// of their own that is small.
void shootSafety(AppSettings& settings, const Output& out);

} // namespace dure::app
