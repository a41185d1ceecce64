#pragma once
#include "app/data/company_data.h"
#include "app/printing/statement_printer.h"

#include <QObject>

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

    /// `before`: what the strip already says ("Delivery no. 3 was recorded.").
    void print(const Uuid& delivery, MessageStrip& strip, const QString& before = {});
    /// Asks where, and writes the PDF there.
    void savePdf(const Uuid& delivery, MessageStrip& strip);

Q_SIGNALS:
    void printed(const QString& pdfPath); ///< empty: on a printer
    void failed();

private:
    void read(const Uuid& delivery, std::function<void(const TransactionStatement&)> then);
    void onPrinted(const Uuid& delivery, MessageStrip& strip, const QString& before,
        const std::expected<PrintedStatement, PrintFailure>& result);

    CompanyData& m_data;
};

} // namespace dure::app
