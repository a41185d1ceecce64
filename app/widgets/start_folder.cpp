#include "app/widgets/start_folder.h"

#include <QDir>
#include <QSettings>

namespace dure::app {

QString startFolder(const QString& setting, QStandardPaths::StandardLocation usual)
{
    for (const QString& folder : {QSettings().value(setting).toString(), QStandardPaths::writableLocation(usual)}) {
        if (!folder.isEmpty() && QDir(folder).exists())
            return folder;
    }
    return QDir::homePath();
}

} // namespace dure::app
