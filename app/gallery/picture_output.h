#pragma once
#include "app/gallery/accessible_walk.h"
#include "app/shell/sync_status_box.h"

#include <QtWidgets>

namespace dure::app {

inline constexpr QSize screen{1366, 738}; // 768 less the title bar that the desktop draws

/// Where the pictures of one look and language go.
struct Output
{
    QDir folder;
    QString suffix;
    AccessibleWalk* walk = nullptr; ///< looks instead of drawing
    void keep(QWidget& widget, const char* name) const
    {
        QApplication::processEvents();
        settle();
        if (walk)
            return walk->look(widget, QLatin1String(name));
        const QString file = folder.filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(name), suffix));
        if (!widget.grab().save(file))
            qFatal("cannot write %s", qPrintable(file));
    }
    /// For screens that read: until what they asked for has come.
    void waitAndKeep(QWidget& widget, const char* name) const
    {
        QElapsedTimer waiting;
        waiting.start();
        while (waiting.elapsed() < 600)
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        keep(widget, name);
    }
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
};

inline SyncStatus syncedStatus()
{
    SyncStatus status;
    status.state = SyncStatus::State::Synced;
    status.checkedAt = QDateTime(QDate::currentDate(), QTime(9, 41));
    return status;
}

} // namespace dure::app
