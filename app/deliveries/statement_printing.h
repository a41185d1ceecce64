#pragma once
#include "app/data/company_data.h"
#include "app/printing/statement_printer.h"

#include <QObject>
#include <QPointer>
#include <functional>

namespace dure::app {

class MessageStrip;

/// Prints the statements of recorded deliveries and says in a strip how it went. A printer that fails loses nothing:
/// the delivery is recorded, and the strip offers the PDF.
class StatementPrinting : public QObject
{
    Q_OBJECT
public:
    /// The data outlives this.
    explicit StatementPrinting(CompanyData& data, QObject* parent = nullptr);

    /// `sayBefore` shows in the strip what it says already and goes on saying ("Delivery no. 3 was recorded.", with its
    /// way back); `before` is its text.
    void print(const Uuid& delivery, MessageStrip& strip, const QString& before = {},
        const std::function<void()>& sayBefore = {});
    /// Asks where, and writes the PDF there.
    void savePdf(const Uuid& delivery, MessageStrip& strip);

Q_SIGNALS:
    void printed(const QString& pdfPath); ///< empty: on a printer
    void failed();

private:
    void read(const Uuid& delivery, std::function<void(const TransactionStatement&)> then);
    /// Off the GUI thread: a disk may be slow, or gone.
    void write(const TransactionStatement& statement, const QString& path, bool makeFolder,
        std::function<void(std::expected<void, PrintFailure>)> then);
    struct Telling
    {
        QPointer<MessageStrip> strip;
        QString before;
        std::function<void()> sayBefore;
    };
    void tell(const Uuid& delivery, const Telling& telling, const QString& pdfPath,
        const std::expected<void, PrintFailure>& result);

    CompanyData& m_data;
};

} // namespace dure::app
