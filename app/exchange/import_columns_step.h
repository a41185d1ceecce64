#pragma once
#include "app/exchange/import_source.h"

#include <QWidget>

namespace dure::app {

class ChipRow;
class ChoiceField;
class ImeLineEdit;
class Label;
class LedgerTable;
class MessageStrip;
class TextTable;

/// What each column of the files means, beside their first rows as they would be read: bad cells are marked where they
/// stand, with the reason.
class ImportColumnsStep : public QWidget
{
    Q_OBJECT
public:
    explicit ImportColumnsStep(QWidget* parent = nullptr);

    /// Borrowed for the call; `current` is the one that is shown.
    void show(const QList<ImportSource>& sources, int current);
    void focusFirst();
    LedgerTable& columns() const { return *m_columns; }
    LedgerTable& preview() const { return *m_preview; }
    ChoiceField& kind() const { return *m_kind; }
    ChoiceField& sheet() const { return *m_sheet; }
    ImeLineEdit& headerRow() const { return *m_headerRow; }
    /// Opens the choices for the current column.
    void chooseMeaning();

Q_SIGNALS:
    void sourceChosen(int index);
    void sheetChosen(const QString& sheet);
    void headerRowChosen(qint64 line);
    void kindChosen(dure::exchange::TargetKind kind);
    void meaningChosen(int column, const QString& field); ///< empty: not used

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    void shareWidth();
    void showFiles(const QList<ImportSource>& sources, int current);
    void showColumns(const ImportSource& source);
    void showPreview(const ImportSource& source);
    void showMessage(const ImportSource& source);
    void takeHeaderRow();

    QWidget* m_filesRow; // child
    ChipRow* m_files = nullptr; // of m_filesRow
    QStringList m_fileNames;
    ChoiceField* m_sheet; // child
    Label* m_sheetLabel; // child
    ImeLineEdit* m_headerRow; // child
    ChoiceField* m_kind; // child
    MessageStrip* m_message; // child
    LedgerTable* m_columns; // child
    TextTable* m_columnRows; // the table's
    LedgerTable* m_preview; // child
    TextTable* m_previewRows; // the table's
    exchange::ColumnMapping m_mapping; // as shown
    std::vector<std::string> m_header;
    qint64 m_headerLine = 0;
    bool m_showing = false; // what changes is not the user's doing
};

} // namespace dure::app
