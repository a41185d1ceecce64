#include "app/deliveries/statement_printing.h"

#include "app/deliveries/delivery_statement.h"
#include "app/deliveries/statement_pane.h"
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

} // namespace

StatementPrinting::StatementPrinting(CompanyData& data, QObject* parent)
    : QObject(parent)
    , m_data(data)
{ }

void StatementPrinting::read(const Uuid& delivery, std::function<void(const TransactionStatement&)> then)
{
    m_data.read(
        this, {}, [delivery](Reader& reader) { return readStatement(reader, delivery); },
        [then = std::move(then)](std::optional<StatementInput>&& input) {
            if (input)
                then(makeTransactionStatement(*input, linesPerSheet(rememberedCopies())));
        });
}

void StatementPrinting::write(const TransactionStatement& statement, const QString& path, bool makeFolder,
    std::function<void(std::expected<void, PrintFailure>)> then)
{
    auto promise = std::make_shared<QPromise<std::expected<void, PrintFailure>>>();
    promise->start();
    promise->future().then(this, std::move(then));
    QThreadPool::globalInstance()->start(
        [promise, path, makeFolder, pdf = statementPdf(statement, rememberedCopies())] {
            if (makeFolder)
                QDir().mkpath(QFileInfo(path).absolutePath()); // whether it is there shows in writing
            promise->addResult(writeStatementFile(pdf, path));
            promise->finish();
        });
}

void StatementPrinting::print(
    const Uuid& delivery, MessageStrip& strip, const QString& before, const std::function<void()>& sayBefore)
{
    const Telling telling{&strip, before, sayBefore};
    read(delivery, [this, delivery, telling](const TransactionStatement& statement) {
        const QString folder = statementPdfFolder();
        if (folder.isEmpty()) {
            QWidget* window = telling.strip ? telling.strip->window() : nullptr;
            printStatement(statement, rememberedCopies(), window, this,
                [=, this](const std::expected<QString, PrintFailure>& printed) {
                    if (printed)
                        tell(delivery, telling, *printed, {});
                    else
                        tell(delivery, telling, {}, std::unexpected(printed.error()));
                });
            return;
        }
        const QString path = QDir(folder).filePath(statementFileName(statement));
        write(statement, path, true,
            [=, this](std::expected<void, PrintFailure> result) { tell(delivery, telling, path, result); });
    });
}

void StatementPrinting::tell(const Uuid& delivery, const Telling& telling, const QString& pdfPath,
    const std::expected<void, PrintFailure>& result)
{
    if (!telling.strip || (!result && result.error() == PrintFailure::Cancelled))
        return;
    MessageStrip& strip = *telling.strip;
    strip.clear();
    if (telling.sayBefore)
        telling.sayBefore(); // with the way back, which a failing printer must not take away
    if (result) {
        const QString where = pdfPath.isEmpty()
            ? tr("The statement went to the printer.")
            : tr("The statement lies in %1.").arg(QDir::toNativeSeparators(pdfPath));
        if (telling.before.isEmpty())
            strip.show(Tone::Info, where);
        else
            strip.show(Tone::Info, telling.before, where);
        if (!pdfPath.isEmpty())
            connect(strip.addAction(tr("Open the folder")), &QAbstractButton::clicked, this,
                [folder = QFileInfo(pdfPath).absolutePath()] {
                    QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
                });
        Q_EMIT printed(pdfPath);
        return;
    }
    const auto said
        = [&](const QString& text) { return telling.before.isEmpty() ? text : telling.before + u' ' + text; };
    const bool printer = result.error() == PrintFailure::NoPrinter;
    strip.show(Tone::Red,
        said(printer ? tr("The printer does not answer.") : tr("The statement could not be written.")),
        printer ? tr("Look whether it is on, or save a PDF.")
                : tr("Look whether the folder is there, or choose another."));
    connect(strip.addAction(tr("Print again")), &QAbstractButton::clicked, this, [=, this] {
        if (telling.strip)
            print(delivery, *telling.strip, telling.before, telling.sayBefore);
    });
    connect(strip.addAction(tr("Save as PDF")), &QAbstractButton::clicked, this, [=, this] {
        if (telling.strip)
            savePdf(delivery, *telling.strip);
    });
    Q_EMIT failed();
}

void StatementPrinting::savePdf(const Uuid& delivery, MessageStrip& strip)
{
    read(delivery, [this, delivery, to = QPointer(&strip)](const TransactionStatement& statement) {
        if (!to)
            return;
        const FileQuestion question{tr("Save the statement"),
            QDir(startFolder(saveFolderSetting, QStandardPaths::DocumentsLocation))
                .filePath(statementFileName(statement)),
            QStringLiteral("PDF (*.pdf)"), true};
        askForFile(to->window(), question, this, [=, this](const QString& path) {
            QSettings().setValue(saveFolderSetting, QFileInfo(path).absolutePath());
            write(statement, path, false, [=, this](std::expected<void, PrintFailure> result) {
                tell(delivery, {to, {}, {}}, path, result);
            });
        });
    });
}

} // namespace dure::app

#include "moc_statement_printing.cpp"
