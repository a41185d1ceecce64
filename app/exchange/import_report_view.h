#pragma once
#include "core/intake/import_writer.h"

#include <QWidget>

namespace dure::app {

class LedgerTable;
class TextTable;

struct ImportedFile
{
    QString name; ///< without its folder
    exchange::TargetKind kind = exchange::TargetKind::Customer;
};

/// What an import would do, or has done: how many rows of each kind become what, and row by row what is wrong.
class ImportReportView : public QWidget
{
    Q_OBJECT
public:
    enum class Tense { Would, Did };
    explicit ImportReportView(QWidget* parent = nullptr);

    /// `files` in the order of the outcome's tables.
    void show(const intake::ImportOutcome& outcome, const QList<ImportedFile>& files, Tense tense);
    void focusFirst();
    LedgerTable& counts() const { return *m_counts; }
    LedgerTable& problems() const { return *m_problems; }

private:
    void showCounts(const intake::ImportOutcome& outcome, const QList<ImportedFile>& files, Tense tense);
    void showProblems(const intake::ImportOutcome& outcome, const QList<ImportedFile>& files);

    LedgerTable* m_counts; // child
    TextTable* m_countRows; // the table's
    LedgerTable* m_problems; // child
    TextTable* m_problemRows; // the table's
};

} // namespace dure::app
