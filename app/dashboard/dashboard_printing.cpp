#include "app/dashboard/dashboard_printing.h"

#include "app/dashboard/dashboard_paper.h"
#include "app/dashboard/dashboard_text.h"
#include "app/dashboard/dashboard_workbook.h"
#include "app/data/background.h"
#include "app/widgets/dialogs.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/start_folder.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPageLayout>
#include <QSettings>
#include <QUrl>

namespace dure::app {
namespace {

const auto saveFolderSetting = QStringLiteral("printing/saveFolder");
constexpr std::int64_t paperRows = 10;
constexpr std::int64_t workbookRows = 10'000;

using Written = std::expected<void, PrintFailure>;

} // namespace

struct DashboardPrinting::Paper
{
    DashboardFigures figures;
    QString company;
    QString asOf;
};

DashboardPrinting::DashboardPrinting(CompanyData& data, MessageStrip& strip, QObject* parent)
    : QObject(parent)
    , m_data(data)
    , m_strip(strip)
{ }

void DashboardPrinting::read(const Period& period, std::int64_t rows, std::function<void(const Paper&)> then)
{
    const QString asOf
        = QDateTime::fromMSecsSinceEpoch(m_data.clock().nowMs()).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_data.read(
        this, {},
        [period, rows, asOf, today = m_data.today()](Reader& reader) {
            const auto profile = reader.customers().companyProfile();
            return Paper{
                readDashboard(reader, period, today, rows), profile ? toQString(profile->name) : QString(), asOf};
        },
        [this, then = std::move(then)](Paper&& paper) {
            if (paper.figures.complete)
                return then(paper);
            m_strip.clear();
            m_strip.show(Tone::Amber, tr("The first sync is under way."), tr("Print when everything is here."));
        });
}

void DashboardPrinting::print(const Period& period)
{
    const QString folder = printedPdfFolder();
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        return writePdf(period, QDir(folder).filePath(dashboardFileName(period, QStringLiteral("pdf"))));
    }
    read(period, paperRows, [this, period](const Paper& paper) {
        auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
        printer->setPageLayout(dashboardPageLayout());
        printer->setFullPage(true);
        printer->setDocName(dashboardFileName(period, {}));
        askForPrinter(m_strip.window(), std::move(printer), this, [=, this](QPrinter* chosen) {
            if (!chosen)
                return;
            const bool painted = paintDashboard(*chosen, chosen->resolution(), paper.figures, paper.company, paper.asOf)
                && chosen->printerState() != QPrinter::Error;
            tell(chosen->outputFileName(), painted ? Written() : std::unexpected(PrintFailure::NoPrinter),
                [this, period] { print(period); });
        });
    });
}

void DashboardPrinting::ask(
    const QString& title, const QString& name, const QString& filter, std::function<void(QString)> then)
{
    const FileQuestion question{
        title, QDir(startFolder(saveFolderSetting, QStandardPaths::DocumentsLocation)).filePath(name), filter, true};
    askForFile(m_strip.window(), question, this, [then = std::move(then)](const QString& path) {
        QSettings().setValue(saveFolderSetting, QFileInfo(path).absolutePath());
        then(path);
    });
}

void DashboardPrinting::savePdf(const Period& period)
{
    ask(tr("Save the dashboard"), dashboardFileName(period, QStringLiteral("pdf")), QStringLiteral("PDF (*.pdf)"),
        [this, period](const QString& path) { writePdf(period, path); });
}

void DashboardPrinting::saveWorkbook(const Period& period)
{
    ask(tr("Save the dashboard"), dashboardFileName(period, QStringLiteral("xlsx")), QStringLiteral("Excel (*.xlsx)"),
        [this, period](const QString& path) { writeWorkbook(period, path); });
}

void DashboardPrinting::writePdf(const Period& period, const QString& path)
{
    read(period, paperRows, [this, period, path](const Paper& paper) {
        const QByteArray pdf = dashboardPdf(paper.figures, paper.company, paper.asOf);
        inBackground(
            this, [pdf, path] { return writePdfFile(pdf, path); },
            [this, period, path](Written result) { tell(path, result, [this, period] { savePdf(period); }); });
    });
}

void DashboardPrinting::writeWorkbook(const Period& period, const QString& path)
{
    read(period, workbookRows, [this, period, path](const Paper& paper) {
        const DashboardSheet sheet = dashboardSheet(paper.figures);
        inBackground(
            this, [sheet, path] { return writeDashboardSheet(sheet, path); },
            [this, period, path](Written result) { tell(path, result, [this, period] { saveWorkbook(period); }); });
    });
}

void DashboardPrinting::tell(const QString& path, const Written& result, const std::function<void()>& again)
{
    m_strip.clear();
    if (result) {
        m_strip.show(Tone::Info,
            path.isEmpty() ? tr("The dashboard went to the printer.")
                           : tr("The dashboard lies in %1.").arg(QDir::toNativeSeparators(path)));
        if (!path.isEmpty())
            connect(m_strip.addAction(tr("Open the folder")), &QAbstractButton::clicked, this,
                [folder = QFileInfo(path).absolutePath()] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
        Q_EMIT written(path);
        return;
    }
    const bool printer = result.error() == PrintFailure::NoPrinter;
    m_strip.show(Tone::Red, printer ? tr("The printer does not answer.") : tr("The dashboard could not be written."),
        printer ? tr("Look whether it is on, or save a PDF.")
                : tr("Look whether the folder is there, or choose another."));
    connect(m_strip.addAction(tr("Try again")), &QAbstractButton::clicked, this, again);
    Q_EMIT failed();
}

} // namespace dure::app

#include "moc_dashboard_printing.cpp"
