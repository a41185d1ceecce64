#include "app/widgets/dialogs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>

namespace dure::app {

void askForFile(
    QWidget* over, const FileQuestion& question, QObject* context, std::function<void(const QString& path)> chosen)
{
    const QFileInfo place(question.place);
    auto* dialog = new QFileDialog(
        over, question.title, question.writes ? place.absolutePath() : question.place, question.filter);
    if (question.writes) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(place.fileName());
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, context, std::move(chosen));
    QObject::connect(dialog, &QDialog::finished, dialog, &QObject::deleteLater);
    dialog->open();
}

void askForPrinter(
    QWidget* over, std::unique_ptr<QPrinter> printer, QObject* context, std::function<void(QPrinter*)> then)
{
    const std::shared_ptr<QPrinter> kept = std::move(printer);
    auto* dialog = new QPrintDialog(kept.get(), over);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    QObject::connect(dialog, &QDialog::finished, context,
        [kept, then = std::move(then)](int result) { then(result == QDialog::Accepted ? kept.get() : nullptr); });
    // the dialog writes into the printer to its very end
    QObject::connect(dialog, &QObject::destroyed, [kept] {});
    QObject::connect(dialog, &QDialog::finished, dialog, &QObject::deleteLater);
    dialog->open();
}

} // namespace dure::app
