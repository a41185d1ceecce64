#include "app/deliveries/statement_printing.h"

#include "app/deliveries/delivery_statement.h"
#include "app/deliveries/statement_pane.h"
#include "app/widgets/key_button.h"
#include "app/widgets/message_strip.h"

#include <QDir>
#include <QFileDialog>
#include <QPointer>
#include <QSettings>
#include <QStandardPaths>

namespace dure::app {
namespace {

const auto saveFolderSetting = QStringLiteral("printing/saveFolder");

QString saveFolder()
{
    const QString last = QSettings().value(saveFolderSetting).toString();
    return last.isEmpty() || !QDir(last).exists() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                                  : last;
}

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

void StatementPrinting::print(const Uuid& delivery, MessageStrip& strip, const QString& before)
{
    read(delivery, [this, delivery, before, to = QPointer(&strip)](const TransactionStatement& statement) {
        const auto result = deliverStatement(statement, rememberedCopies(), to ? to->window() : nullptr);
        if (to)
            onPrinted(delivery, *to, before, result);
    });
}

void StatementPrinting::onPrinted(const Uuid& delivery, MessageStrip& strip, const QString& before,
    const std::expected<PrintedStatement, PrintFailure>& result)
{
    const auto said = [&](const QString& text) { return before.isEmpty() ? text : before + u' ' + text; };
    if (result) {
        const QString where = result->pdfPath.isEmpty()
            ? tr("The statement went to the printer.")
            : tr("The statement lies in %1.").arg(QDir::toNativeSeparators(result->pdfPath));
        // a strip that offers to take the delivery back goes on offering it
        if (before.isEmpty()) {
            strip.clear();
            strip.show(Tone::Info, where);
        } else {
            strip.show(Tone::Info, before, where);
        }
        Q_EMIT printed(result->pdfPath);
        return;
    }
    if (result.error() == PrintFailure::Cancelled)
        return;
    strip.clear();
    const bool printer = result.error() == PrintFailure::NoPrinter;
    strip.show(Tone::Red,
        said(printer ? tr("The printer does not answer.") : tr("The statement could not be written.")),
        printer ? tr("Look whether it is on, or save a PDF.")
                : tr("Look whether the folder is there, or choose another."));
    connect(
        strip.addAction(tr("Print again")), &QAbstractButton::clicked, this, [this, delivery, to = QPointer(&strip)] {
            if (to)
                print(delivery, *to);
        });
    connect(
        strip.addAction(tr("Save as PDF")), &QAbstractButton::clicked, this, [this, delivery, to = QPointer(&strip)] {
            if (to)
                savePdf(delivery, *to);
        });
    Q_EMIT failed();
}

void StatementPrinting::savePdf(const Uuid& delivery, MessageStrip& strip)
{
    read(delivery, [this, delivery, to = QPointer(&strip)](const TransactionStatement& statement) {
        if (!to)
            return;
        const QString path = QFileDialog::getSaveFileName(to->window(), tr("Save the statement"),
            QDir(saveFolder()).filePath(statementFileName(statement)), QStringLiteral("PDF (*.pdf)"));
        if (path.isEmpty() || !to)
            return;
        QSettings().setValue(saveFolderSetting, QFileInfo(path).absolutePath());
        const auto written = writeStatementPdf(statement, rememberedCopies(), path);
        onPrinted(delivery, *to, {},
            written ? std::expected<PrintedStatement, PrintFailure>(PrintedStatement{path})
                    : std::unexpected(written.error()));
    });
}

} // namespace dure::app

#include "moc_statement_printing.cpp"
