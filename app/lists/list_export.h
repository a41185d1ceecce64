#pragma once
#include "app/data/windowed_model.h"
#include "app/widgets/ledger_table.h"
#include "core/exchange/table_writer.h"

#include <QObject>
#include <thread>

namespace dure::app {

/// What a list's columns become in a file: in the order in which they are shown, hidden ones left out.
struct ExportColumn
{
    int column = 0; ///< of the model
    QString title;
    ColumnKind kind = ColumnKind::Text;
};
QList<ExportColumn> shownColumns(const LedgerTable& table);

/// Writes a list as it is shown, all of its rows, into an .xlsx or a .csv (by the path's ending). Rows are read from
/// one moment by a connection of its own on a thread of its own; the GUI thread only says what the cells of some rows
/// show, a few milliseconds at a time.
class ListExport : public QObject
{
    Q_OBJECT
public:
    /// The model is asked until the end; if it goes first, or this does, nothing is written.
    ListExport(const QString& databasePath, WindowedModel& model, const QList<ExportColumn>& columns,
        const QString& title, const QString& path, QObject* parent);
    ~ListExport() override;
    void stop();

Q_SIGNALS:
    void progressed(qint64 rows);
    void written(qint64 rows);
    void stopped();
    void failed(const dure::exchange::ExchangeError& error);

private:
    struct Work;
    struct Slice;
    void answer(const Slice& slice);

    QPointer<WindowedModel> m_model;
    QList<ExportColumn> m_columns;
    std::shared_ptr<Work> m_work; // shared with the thread
    std::thread m_thread;
};

/// One cell as a value: a figure as a number, a day as a date, all else as its text.
exchange::OutCell exportedValue(
    const WindowedModel& model, const WindowedModel::ExportPage& page, std::size_t row, const ExportColumn& column);

} // namespace dure::app
