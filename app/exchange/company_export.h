#pragma once
#include "app/exchange/import_source.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace dure::app {

class CompanyData;
class MessageStrip;

/// Everything the company has, as one workbook with a sheet a table: what names another row says what that is called,
/// figures are figures, days are days, the heads are in the user's language. Reads one moment by a connection of its
/// own; on any thread. `progress` counts rows. Returns the rows written.
std::expected<std::int64_t, exchange::ExchangeError> exportCompany(
    const QString& databasePath, const QString& target, const ProgressPtr& progress);

/// Asks for the file, writes it in the background and says how far it is.
class CompanyExport : public QObject
{
    Q_OBJECT
public:
    /// The data outlives this.
    CompanyExport(CompanyData& data, QWidget& over, QObject* parent);
    ~CompanyExport() override;

    /// `says` is told; it may die first.
    void ask(MessageStrip& says);
    void writeTo(const QString& path, MessageStrip& says);
    bool isWriting() const { return m_progress != nullptr; }

private:
    void say(const QString& name);

    CompanyData& m_data;
    QWidget& m_over;
    QPointer<MessageStrip> m_says;
    ProgressPtr m_progress; // null: nothing is written
};

} // namespace dure::app
