#pragma once
#include "app/exchange/import_source.h"
#include "app/shell/page.h"
#include "core/intake/import_writer.h"
#include "core/intake/name_matching.h"

class QStackedLayout;
class QTimer;

namespace dure::app {

class CompanyData;
class EmptyState;
class ImportColumnsStep;
class ImportNamesStep;
class ImportReportView;
class KeyButton;
class Label;
class MessageStrip;
class ProgressView;
class UndoOffer;
struct ErrorText;
struct ImportedFile;

/// 엑셀 가져오기: a file is chosen, its columns are looked at, names that nobody knows find their place, a trial says
/// what would happen, and only then is anything written: in the background, as one action with one undo.
class ImportPage : public Page
{
    Q_OBJECT
public:
    enum class Step { File, Columns, Names, Check, Result };

    /// The data outlives the page.
    explicit ImportPage(CompanyData& data, QWidget* parent = nullptr);
    ~ImportPage() override;

    QString title() const override { return tr("Import from Excel"); }
    QString subtitle() const override;
    void entered() override;
    bool mayClose() override;
    void leaving() override;

    /// Reads these files, which are imported together: at most one of each kind.
    void open(const QStringList& paths);
    Step step() const { return m_step; }
    bool isWorking() const { return m_progress != nullptr; }
    const QList<ImportSource>& sources() const { return m_sources; }
    const intake::ImportOutcome& outcome() const { return m_outcome; }

    ImportColumnsStep& columnsStep() const { return *m_columns; }
    ImportNamesStep& namesStep() const { return *m_names; }
    ImportReportView& report() const { return *m_report; }
    MessageStrip& strip() const { return *m_strip; }
    KeyButton& next() const { return *m_next; }
    /// Writes what was left out to this file, and for further tables beside it.
    void saveLeftOut(const QString& path);

Q_SIGNALS:
    void showList(dure::exchange::TargetKind kind); ///< what was imported

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addButtons();
    QWidget* makeStepBar();
    void connectColumns();
    void show(Step step);
    void showSteps();
    void showButtons();
    void askForFiles();
    void goOn();
    void goBack();
    void close();
    void askForLeftOutFile();

    // work
    ProgressPtr begin(const QString& what);
    void end();
    void refuse(const ErrorText& why);
    void readNext(const QStringList& paths, qsizetype at, std::shared_ptr<QList<ImportSource>> read);
    void readAgain(const SourceWish& wish);
    ImportSource& current() { return m_sources[m_current]; }
    void showSource();
    bool mayImport();
    void readTables();
    void takeTables(std::vector<intake::SourceTable> tables);
    void findNames();
    void write(bool dryRun);
    void takeOutcome(std::expected<intake::ImportOutcome, commands::CommandError>&& outcome, bool dryRun);
    void showDone();
    QList<ImportedFile> importedFiles() const;

    CompanyData& m_data;
    MappingMemory m_memory;
    Step m_step = Step::File;
    QList<ImportSource> m_sources;
    int m_current = 0;
    std::shared_ptr<const std::vector<intake::SourceTable>> m_tables; // as read, in the order of writing
    QList<int> m_sourceOfTable; // index in m_sources
    intake::UnknownNames m_unknown;
    intake::ImportOutcome m_outcome;
    ProgressPtr m_progress; // null: nothing is under way
    bool m_closes = false; // as soon as the work has stopped

    QTimer* m_clock; // child; looks at the progress
    QStackedLayout* m_stack;
    QList<Label*> m_stepLabels; // children
    EmptyState* m_file; // child
    ImportColumnsStep* m_columns; // child
    ImportNamesStep* m_names; // child
    ImportReportView* m_report; // child
    ProgressView* m_working; // child
    MessageStrip* m_strip; // child
    UndoOffer* m_undo; // the strip's
    KeyButton* m_close; // child, as the others
    KeyButton* m_back;
    KeyButton* m_next;
    KeyButton* m_leftOut;
};

} // namespace dure::app
