#include "app/printing/form_printer.h"

#include "app/printing/form_sheet_painter.h"
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

QPageLayout wholePaper(const PrintJob& job)
{
    const auto lies = isLandscape(job.kind(), job.settings) ? QPageLayout::Landscape : QPageLayout::Portrait;
    return {QPageSize(QPageSize::A4), lies, {}};
}

/// False: the device did not take it.
bool paintAll(QPagedPaintDevice& device, const PrintJob& job, int dpi)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    bool isFirst = true;
    for (const PaperForm& form : job.forms) {
        for (int page = 0; page < static_cast<int>(form.pages.size()); ++page) {
            if (!std::exchange(isFirst, false) && !device.newPage())
                return false;
            paintFormPage(painter, form, page, job.settings, dpi / 25.4);
        }
    }
    return painter.end();
}

} // namespace

int PrintJob::sheets() const
{
    std::size_t sheets = 0;
    for (const PaperForm& form : forms)
        sheets += form.pages.size();
    return static_cast<int>(sheets);
}

QString jobTitle(const PrintJob& job)
{
    const PaperForm& first = job.forms.front();
    if (job.forms.size() == 1)
        return QString::fromStdString(formTitle(first));
    // the form's own words: they are Korean whatever language the program is in
    const std::string& name = first.number.empty() ? first.buyer.name : first.number;
    return QString::fromStdString(
        std::string(first.title) + " " + name + " 외 " + std::to_string(job.forms.size() - 1) + "건");
}

QString jobFileName(const PrintJob& job)
{
    static const QRegularExpression forbidden(QStringLiteral("[<>:\"/\\\\|?*\\x00-\\x1f]"));
    QString name = jobTitle(job).replace(forbidden, QStringLiteral("_")).left(120);
    while (name.endsWith(u'.') || name.endsWith(u' ')) // Windows drops them, and then the name is another one
        name.chop(1);
    return name + QStringLiteral(".pdf");
}

QByteArray jobPdf(const PrintJob& job)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pdfDpi);
    writer.setPageLayout(wholePaper(job));
    writer.setTitle(jobTitle(job));
    writer.setCreator(QStringLiteral("Dure ") + QStringLiteral(DURE_VERSION));
    return paintAll(writer, job, pdfDpi) ? bytes : QByteArray();
}

std::expected<void, PrintFailure> writePdfFile(const QByteArray& pdf, const QString& path)
{
    QSaveFile file(path);
    if (pdf.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.commit())
        return std::unexpected(PrintFailure::CannotWrite);
    return {};
}

std::expected<void, PrintFailure> writeJobPdf(const PrintJob& job, const QString& path)
{
    return writePdfFile(jobPdf(job), path);
}

std::expected<Printed, PrintFailure> printOn(QPrinter& printer, const PrintJob& job)
{
    if (!paintAll(printer, job, printer.resolution()) || printer.printerState() == QPrinter::Error)
        return std::unexpected(PrintFailure::NoPrinter);
    const QString file = printer.outputFileName();
    return Printed{file.isEmpty() ? file : QFileInfo(file).absoluteFilePath(), qMax(1, printer.copyCount())};
}

void printJob(const PrintJob& job, QWidget* parent, QObject* context,
    std::function<void(std::expected<Printed, PrintFailure>)> then)
{
    auto asked = std::make_unique<QPrinter>(QPrinter::HighResolution);
    asked->setPageLayout(wholePaper(job));
    asked->setFullPage(true);
    asked->setDocName(jobTitle(job));
    asked->setCopyCount(job.settings.printedCopies);
    asked->setCollateCopies(true); // of several forms, each set after the other
    asked->setFromTo(1, job.sheets());
    askForPrinter(parent, std::move(asked), context, [job, then = std::move(then)](QPrinter* printer) {
        then(printer ? printOn(*printer, job) : std::unexpected(PrintFailure::Cancelled));
    });
}

QString printedPdfFolder()
{
    const QString forced = qEnvironmentVariable("DURE_PRINT_TO_PDF");
    return forced.isEmpty() ? QSettings().value(folderSetting).toString() : forced;
}

void setPrintedPdfFolder(const QString& folder) { QSettings().setValue(folderSetting, folder); }

} // namespace dure::app
