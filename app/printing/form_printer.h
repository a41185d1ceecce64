#pragma once
#include "app/printing/form_settings.h"

#include <QString>
#include <expected>
#include <functional>
#include <memory>

class QObject;
class QPrinter;
class QWidget;

namespace dure::app {

enum class PrintFailure {
    Cancelled, ///< by the user, in the printer dialog
    NoPrinter, ///< the printer did not take the job
    CannotWrite, ///< the folder is missing, full or write-protected
};

/// Forms of one kind that go to the printer or into a PDF together, each beginning on a sheet of its own.
struct PrintJob
{
    std::vector<PaperForm> forms; ///< at least one
    FormSettings settings;

    FormKind kind() const { return forms.front().kind; }
    int sheets() const;
};

/// "거래명세서 D261125-A02 가온F&B"; of several "거래명세서 D261125-A02 외 3건". Also without what a file name must not
/// hold.
QString jobTitle(const PrintJob& job);
QString jobFileName(const PrintJob& job);

/// A PDF with its fonts embedded; empty: it could not be made. The printed copies are the printer's: a file has one.
QByteArray jobPdf(const PrintJob& job);
/// From any thread: a disk may be slow. An existing file is replaced only once the new one is complete.
std::expected<void, PrintFailure> writePdfFile(const QByteArray& pdf, const QString& path);
/// Both at once.
std::expected<void, PrintFailure> writeJobPdf(const PrintJob& job, const QString& path);

/// What was printed: the file, if one was chosen in the printer's dialog; empty: it went to a printer.
struct Printed
{
    QString file;
    int copies = 1; ///< as chosen in the dialog
};
/// Asks for a printer and prints; `parent` is under the dialog, which goes with it: `then` is not called then, nor if
/// `context` has died.
void printJob(const PrintJob& job, QWidget* parent, QObject* context,
    std::function<void(std::expected<Printed, PrintFailure>)> then);
/// Paints on a printer that was chosen.
std::expected<Printed, PrintFailure> printOn(QPrinter& printer, const PrintJob& job);

/// Where forms go instead of to a printer. Empty: to a printer. The environment's DURE_PRINT_TO_PDF stands above the
/// user's setting.
QString printedPdfFolder();
void setPrintedPdfFolder(const QString& folder);

} // namespace dure::app
