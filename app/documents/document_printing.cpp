#include "app/documents/document_printing.h"

#include "app/widgets/dialogs.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/start_folder.h"

#include <QDesktopServices>
#include <QDir>
#include <QFuture>
#include <QPromise>
#include <QSettings>
#include <QThreadPool>
#include <QUrl>

namespace dure::app {
namespace {

const auto saveFolderSetting = QStringLiteral("printing/saveFolder");

PrintJob jobOf(const DocumentsRead& read, FormKind kind)
{
    PrintJob job{{}, rememberedSettings(kind)};
    for (const FormInput& input : read.inputs)
        job.forms.push_back(makeForm(input, job.settings));
    return job;
}

} // namespace

QString missingSealText(SealState seal)
{
    switch (seal) {
    case SealState::None:
        return DocumentPrinting::tr("No seal is chosen; \"(인)\" stands in its place.");
    case SealState::OnItsWay:
        return DocumentPrinting::tr("The seal's picture has not come to this PC yet; it is missing on the paper.");
    case SealState::Here:
        break;
    }
    return {};
}

DocumentPrinting::DocumentPrinting(CompanyData& data, QObject* parent)
    : QObject(parent)
    , m_data(data)
{ }

void DocumentPrinting::prepare(const DocumentRequest& request, const Telling& telling,
    std::function<void(const PrintJob& job, SealState seal)> then)
{
    m_data.read(
        this, {}, [request, today = m_data.today()](Reader& reader) { return readDocuments(reader, request, today); },
        [this, kind = request.kind, telling, then = std::move(then)](const DocumentsRead& read) {
            if (!read.inputs.empty()) {
                then(jobOf(read, kind), read.seal);
                return;
            }
            startTelling(telling);
            if (telling.strip)
                telling.strip->show(Tone::Amber, tr("There is nothing to print."),
                    read.gone > 0 ? tr("It was deleted on another PC.") : tr("Nothing was delivered on that day."));
            Q_EMIT failed();
        });
}

void DocumentPrinting::write(const PrintJob& job, const QString& path, bool makeFolder,
    std::function<void(std::expected<void, PrintFailure>)> then)
{
    auto promise = std::make_shared<QPromise<std::expected<void, PrintFailure>>>();
    promise->start();
    promise->future().then(this, std::move(then));
    QThreadPool::globalInstance()->start([promise, path, makeFolder, job] {
        if (makeFolder)
            QDir().mkpath(QFileInfo(path).absolutePath()); // whether it is there shows in writing
        promise->addResult(writeJobPdf(job, path));
        promise->finish();
    });
}

void DocumentPrinting::print(
    const DocumentRequest& request, MessageStrip& strip, const QString& before, const std::function<void()>& sayBefore)
{
    const Telling telling{&strip, before, sayBefore};
    prepare(request, telling, [this, request, telling](const PrintJob& job, SealState seal) {
        const auto documents = static_cast<int>(job.forms.size());
        const QString folder = printedPdfFolder();
        if (folder.isEmpty()) {
            QWidget* window = telling.strip ? telling.strip->window() : nullptr;
            printJob(job, window, this, [=, this](const std::expected<Printed, PrintFailure>& printed) {
                tell(request, telling, {printed, documents, seal});
            });
            return;
        }
        const QString path = QDir(folder).filePath(jobFileName(job));
        write(job, path, true, [=, this](std::expected<void, PrintFailure> written) {
            const auto printed
                = written ? std::expected<Printed, PrintFailure>(Printed{path, 1}) : std::unexpected(written.error());
            tell(request, telling, {printed, documents, seal});
        });
    });
}

void DocumentPrinting::savePdf(const DocumentRequest& request, MessageStrip& strip)
{
    const Telling telling{&strip, {}, {}};
    prepare(request, telling, [this, request, telling](const PrintJob& job, SealState seal) {
        if (!telling.strip)
            return;
        const FileQuestion question{tr("Save as PDF"),
            QDir(startFolder(saveFolderSetting, QStandardPaths::DocumentsLocation)).filePath(jobFileName(job)),
            QStringLiteral("PDF (*.pdf)"), true};
        askForFile(telling.strip->window(), question, this, [=, this](const QString& path) {
            QSettings().setValue(saveFolderSetting, QFileInfo(path).absolutePath());
            write(job, path, false, [=, this](std::expected<void, PrintFailure> written) {
                const auto printed = written ? std::expected<Printed, PrintFailure>(Printed{path, 1})
                                             : std::unexpected(written.error());
                tell(request, telling, {printed, static_cast<int>(job.forms.size()), seal});
            });
        });
    });
}

void DocumentPrinting::startTelling(const Telling& telling)
{
    if (!telling.strip)
        return;
    telling.strip->clear();
    if (telling.sayBefore)
        telling.sayBefore(); // with the way back, which a failing printer must not take away
}

void DocumentPrinting::tell(const DocumentRequest& request, const Telling& telling, const Outcome& outcome)
{
    if (!telling.strip || (!outcome.printed && outcome.printed.error() == PrintFailure::Cancelled))
        return;
    startTelling(telling);
    if (!outcome.printed) {
        tellFailure(request, telling, outcome.printed.error());
        return;
    }
    MessageStrip& strip = *telling.strip;
    const QString& file = outcome.printed->file;
    if (file.isEmpty()) { // the printer's own dialog may have been told another number
        FormSettings settings = rememberedSettings(request.kind);
        settings.printedCopies = qBound(1, outcome.printed->copies, mostPrintedCopies);
        rememberSettings(request.kind, settings);
    }
    QString where = file.isEmpty()
        ? (outcome.documents > 1 ? tr("%n document(s) went to the printer.", nullptr, outcome.documents)
                                 : tr("%n copy(s) went to the printer.", nullptr, outcome.printed->copies))
        : tr("It was saved as %1.").arg(QDir::toNativeSeparators(file));
    if (const QString seal = missingSealText(outcome.seal); !seal.isEmpty())
        where += u' ' + seal;
    if (telling.before.isEmpty())
        strip.show(Tone::Info, where);
    else
        strip.show(Tone::Info, telling.before, where);
    if (!file.isEmpty())
        connect(strip.addAction(tr("Open the folder")), &QAbstractButton::clicked, this,
            [folder = QFileInfo(file).absolutePath()] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    Q_EMIT printed(file);
}

void DocumentPrinting::tellFailure(const DocumentRequest& request, const Telling& telling, PrintFailure failure)
{
    MessageStrip& strip = *telling.strip;
    const auto said
        = [&](const QString& text) { return telling.before.isEmpty() ? text : telling.before + u' ' + text; };
    const bool printer = failure == PrintFailure::NoPrinter;
    strip.show(Tone::Red, said(printer ? tr("The printer does not answer.") : tr("The PDF could not be written.")),
        printer ? tr("Look whether it is on, or save a PDF.")
                : tr("Look whether the folder is there, or choose another."));
    connect(strip.addAction(tr("Print again")), &QAbstractButton::clicked, this, [=, this] {
        if (telling.strip)
            print(request, *telling.strip, telling.before, telling.sayBefore);
    });
    connect(strip.addAction(tr("Save as PDF")), &QAbstractButton::clicked, this, [=, this] {
        if (telling.strip)
            savePdf(request, *telling.strip);
    });
    Q_EMIT failed();
}

} // namespace dure::app

#include "moc_document_printing.cpp"
