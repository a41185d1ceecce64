#include "app/exchange/file_drop.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace dure::app {
namespace {

QStringList tablesIn(const QMimeData& data)
{
    static const QStringList endings{QStringLiteral("xlsx"), QStringLiteral("xlsm"), QStringLiteral("xls"),
        QStringLiteral("csv"), QStringLiteral("txt"), QStringLiteral("tsv")};
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile() && endings.contains(QFileInfo(url.toLocalFile()).suffix().toLower()))
            paths += url.toLocalFile();
    return paths;
}

} // namespace

FileDrop::FileDrop(QWidget& window)
    : QObject(&window)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

bool FileDrop::eventFilter(QObject*, QEvent* event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return false;
    auto* drop = static_cast<QDropEvent*>(event); // of which a QDragEnterEvent is one
    const QStringList paths = tablesIn(*drop->mimeData());
    if (paths.isEmpty())
        return false;
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        Q_EMIT dropped(paths);
    return true;
}

} // namespace dure::app

#include "moc_file_drop.cpp"
