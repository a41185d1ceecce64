#pragma once
#include "app/data/company_data.h"
#include "app/documents/document_reading.h"
#include "app/printing/form_printer.h"

#include <QObject>
#include <QPointer>
#include <functional>

namespace dure::app {

class MessageStrip;

/// Prints documents as they are recorded, or makes one PDF of them, and says in a strip how it went. A printer that
/// fails loses nothing: the documents are recorded, and the strip offers to print again or to save the PDF.
///
///     printing.print(DocumentRequest::of(FormKind::Receipt, payment), strip(), tr("The payment was recorded."));
class DocumentPrinting : public QObject
{
    Q_OBJECT
public:
    /// The data outlives this.
    explicit DocumentPrinting(CompanyData& data, QObject* parent = nullptr);

    /// `sayBefore` shows in the strip what it says already and goes on saying ("Delivery no. 3 was recorded.", with its
    /// way back); `before` is its text.
    void print(const DocumentRequest& request, MessageStrip& strip, const QString& before = {},
        const std::function<void()>& sayBefore = {});
    /// Asks where, and writes one PDF there.
    void savePdf(const DocumentRequest& request, MessageStrip& strip);

Q_SIGNALS:
    void printed(const QString& pdfPath); ///< empty: on a printer
    void failed();

private:
    struct Telling
    {
        QPointer<MessageStrip> strip;
        QString before;
        std::function<void()> sayBefore;
    };
    struct Outcome
    {
        std::expected<Printed, PrintFailure> printed;
        int documents = 1;
        SealState seal = SealState::Here;
    };
    /// Reads and lays out, then goes on; if there is nothing left, the strip says so.
    void prepare(const DocumentRequest& request, const Telling& telling,
        std::function<void(const PrintJob& job, SealState seal)> then);
    /// Off the GUI thread: many sheets take long, and a disk may be slow, or gone.
    void write(const PrintJob& job, const QString& path, bool makeFolder,
        std::function<void(std::expected<void, PrintFailure>)> then);
    void tell(const DocumentRequest& request, const Telling& telling, const Outcome& outcome);
    void tellFailure(const DocumentRequest& request, const Telling& telling, PrintFailure failure);
    static void startTelling(const Telling& telling);

    CompanyData& m_data;
};

/// What is worth knowing of a seal that is not printed; empty: nothing.
QString missingSealText(SealState seal);

} // namespace dure::app
