#include "app/printing/statement_printer.h"

#include "app/widgets/dialogs.h"
#include "dure_version.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPrinter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSettings>

namespace dure::app {
namespace {

constexpr int pdfDpi = 1200;
const auto folderSetting = QStringLiteral("printing/statementPdfFolder");

QPageLayout wholePaper(StatementCopies copies)
{
    return {QPageSize(QPageSize::A4), isLandscape(copies) ? QPageLayout::Landscape : QPageLayout::Portrait, {}};
}

/// False: the device did not take it.
bool paintAll(QPagedPaintDevice& device, const TransactionStatement& statement, StatementCopies copies, int dpi)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    for (int page = 0; page < static_cast<int>(statement.pages.size()); ++page) {
        if (page > 0 && !device.newPage())
            return false;
        paintStatementPage(painter, statement, page, copies, dpi / 25.4);
    }
    return painter.end();
}

} // namespace

QString statementTitle(const TransactionStatement& statement)
{
    const auto& caption = statement_caption::title;
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromUtf8(caption.data(), static_cast<qsizetype>(caption.size())),
            QString::fromStdString(statement.number), QString::fromStdString(statement.buyer.name))
        .trimmed();
}

QString statementFileName(const TransactionStatement& statement)
{
    static const QRegularExpression forbidden(QStringLiteral("[<>:\"/\\\\|?*\\x00-\\x1f]"));
    QString name = statementTitle(statement).replace(forbidden, QStringLiteral("_")).left(120);
    while (name.endsWith(u'.') || name.endsWith(u' ')) // Windows drops them, and then the name is another one
        name.chop(1);
    return name + QStringLiteral(".pdf");
}

QByteArray statementPdf(const TransactionStatement& statement, StatementCopies copies)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pdfDpi);
    writer.setPageLayout(wholePaper(copies));
    writer.setTitle(statementTitle(statement));
    writer.setCreator(QStringLiteral("Dure ") + QStringLiteral(DURE_VERSION));
    return paintAll(writer, statement, copies, pdfDpi) ? bytes : QByteArray();
}

std::expected<void, PrintFailure> writeStatementFile(const QByteArray& pdf, const QString& path)
{
    QSaveFile file(path);
    if (pdf.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.commit())
        return std::unexpected(PrintFailure::CannotWrite);
    return {};
}

std::expected<void, PrintFailure> writeStatementPdf(
    const TransactionStatement& statement, StatementCopies copies, const QString& path)
{
    return writeStatementFile(statementPdf(statement, copies), path);
}

void printStatement(const TransactionStatement& statement, StatementCopies copies, QWidget* parent, QObject* context,
    std::function<void(std::expected<QString, PrintFailure>)> then)
{
    auto asked = std::make_unique<QPrinter>(QPrinter::HighResolution);
    asked->setPageLayout(wholePaper(copies));
    asked->setFullPage(true);
    asked->setDocName(statementTitle(statement));
    asked->setFromTo(1, static_cast<int>(statement.pages.size()));
    askForPrinter(parent, std::move(asked), context, [statement, copies, then = std::move(then)](QPrinter* printer) {
        if (!printer)
            then(std::unexpected(PrintFailure::Cancelled));
        else if (!paintAll(*printer, statement, copies, printer->resolution())
            || printer->printerState() == QPrinter::Error)
            then(std::unexpected(PrintFailure::NoPrinter));
        else if (const QString file = printer->outputFileName(); file.isEmpty())
            then(QString());
        else
            then(QFileInfo(file).absoluteFilePath());
    });
}

QString statementPdfFolder()
{
    const QString forced = qEnvironmentVariable("DURE_PRINT_TO_PDF");
    return forced.isEmpty() ? QSettings().value(folderSetting).toString() : forced;
}

void setStatementPdfFolder(const QString& folder) { QSettings().setValue(folderSetting, folder); }

} // namespace dure::app
