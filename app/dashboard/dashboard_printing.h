#pragma once
#include "app/data/company_data.h"
#include "app/printing/form_printer.h"
#include "core/domain/period.h"

#include <QObject>

namespace dure::app {

struct DashboardFigures;
class MessageStrip;

/// The dashboard on paper, as a PDF and as a workbook; says in the strip how it went. What is printed is read then.
class DashboardPrinting : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this.
    DashboardPrinting(CompanyData& data, MessageStrip& strip, QObject* parent);

    void print(const Period& period);
    void savePdf(const Period& period); ///< asks where
    void saveWorkbook(const Period& period); ///< asks where
    void writeWorkbook(const Period& period, const QString& path);
    void writePdf(const Period& period, const QString& path);

Q_SIGNALS:
    void written(const QString& path); ///< empty: it went to a printer
    void failed();

private:
    struct Paper;
    void read(const Period& period, std::int64_t rows, std::function<void(const Paper&)> then);
    void ask(const QString& title, const QString& name, const QString& filter, std::function<void(QString)> then);
    void tell(const QString& path, const std::expected<void, PrintFailure>& result, const std::function<void()>& again);

    CompanyData& m_data;
    MessageStrip& m_strip;
};

} // namespace dure::app
