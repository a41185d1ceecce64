#pragma once
#include <QStandardPaths>

namespace dure::app {

/// Where a file dialog begins: in the folder that is kept under this setting, else in the system's own for such files,
/// else at home. One that is gone is not offered: the dialog would show the program's own folder in its place.
QString startFolder(const QString& setting, QStandardPaths::StandardLocation usual);

} // namespace dure::app
