#pragma once
#include "tests/simulation/pc.h"

#include <optional>
#include <string>

namespace dure::simulation {

/// All PCs fetch a logo by themselves, and a row has one.
commands::Result attachLogo(Pc& pc, const Uuid& customer);
/// It comes to whoever looks at it.
commands::Result attachDrawing(Pc& pc, const Uuid& product);
std::string lookAtFile(Pc& pc, const std::optional<Attachment>& attachment);
/// Whatever file a live row names.
void lookAtAllFiles(Pc& pc);

} // namespace dure::simulation
