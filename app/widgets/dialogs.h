#pragma once
#include <QPrinter>
#include <QString>
#include <functional>
#include <memory>

class QObject;
class QWidget;

namespace dure::app {

// The system's dialogs, over a window and without waiting in here: while one is open the company may have to be left,
// and then the dialog goes with its window. What was to follow is not called then, nor if `context` has died.

struct FileQuestion
{
    QString title;
    QString place; ///< a folder; for a file to be written its path
    QString filter; ///< "PDF (*.pdf)"
    bool writes = false;
};
void askForFile(
    QWidget* over, const FileQuestion& question, QObject* context, std::function<void(const QString& path)> chosen);

/// `then` gets the printer as it was chosen; null: none was.
void askForPrinter(
    QWidget* over, std::unique_ptr<QPrinter> printer, QObject* context, std::function<void(QPrinter*)> then);

} // namespace dure::app
