#pragma once
#include "app/printing/statement_painter.h"

#include <QString>
#include <expected>
#include <functional>

class QObject;
class QPagedPaintDevice;
class QWidget;

namespace dure::app {

enum class PrintFailure {
    Cancelled, ///< by the user, in the printer dialog
    NoPrinter, ///< the printer did not take the job
    CannotWrite, ///< the folder is missing, full or write-protected
};

/// "거래명세서 D261125-A02 가온F&B", also without what a file name must not hold.
QString statementTitle(const TransactionStatement& statement);
QString statementFileName(const TransactionStatement& statement);

/// A PDF with its fonts embedded; empty: it could not be made.
QByteArray statementPdf(const TransactionStatement& statement, StatementCopies copies);
/// From any thread: a disk may be slow. An existing file is replaced only once the new one is complete.
std::expected<void, PrintFailure> writeStatementFile(const QByteArray& pdf, const QString& path);
/// Both at once.
std::expected<void, PrintFailure> writeStatementPdf(
    const TransactionStatement& statement, StatementCopies copies, const QString& path);

/// Asks for a printer and prints; `parent` is under the dialog, which goes with it: `then` is not called then, nor if
/// `context` has died. It gets the file that was written if that was chosen there; empty: it went to a printer.
void printStatement(const TransactionStatement& statement, StatementCopies copies, QWidget* parent, QObject* context,
    std::function<void(std::expected<QString, PrintFailure>)> then);

/// Where statements go instead of to a printer. Empty: to a printer. The environment's DURE_PRINT_TO_PDF stands above
/// the user's setting.
QString statementPdfFolder();
void setStatementPdfFolder(const QString& folder);

} // namespace dure::app
