#include "app/exchange/import_page.h"

#include "app/data/company_data.h"
#include "app/exchange/exchange_words.h"
#include "app/exchange/import_columns_step.h"
#include "app/exchange/import_names_step.h"
#include "app/exchange/import_report_view.h"
#include "app/exchange/progress_view.h"
#include "app/lists/undo_offer.h"
#include "app/widgets/dialogs.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/panel.h"
#include "app/widgets/start_folder.h"
#include "app/widgets/theme.h"
#include "core/exchange/xls_reader.h"

#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>
#include <QShortcut>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace dure::app {
namespace {

const auto openFolderSetting = QStringLiteral("exchange/openFolder");
const auto saveFolderSetting = QStringLiteral("exchange/saveFolder");

} // namespace

ImportPage::ImportPage(CompanyData& data, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_memory(data.folder())
    , m_clock(new QTimer(this))
    , m_stack(new QStackedLayout)
    , m_file(new EmptyState(tr("Take in an Excel file"),
          tr("Customers, products and orders. Nothing is changed before you have seen what would happen.")))
    , m_columns(new ImportColumnsStep)
    , m_names(new ImportNamesStep)
    , m_report(new ImportReportView)
    , m_working(new ProgressView)
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_undo(new UndoOffer(data, *m_strip))
{
    auto* choose = new KeyButton(ButtonKind::Primary, tr("Choose a file…"));
    choose->setKey(keyFor(KeyAction::Primary));
    connect(choose, &QAbstractButton::clicked, this, &ImportPage::askForFiles);
    m_file->addWay(Icon::FileSpreadsheet, tr("Choose a file, or drop it here"), tr("2 minutes"),
        exchange::readsOldWorkbooks() ? tr("Excel (.xlsx, .xls) or CSV. The first row names the columns.")
                                      : tr("Excel (.xlsx) or CSV. The first row names the columns."),
        choose);
    m_file->setFootnote(
        Icon::Info, tr("Several files that belong together, as orders and their lines, are dropped together."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeStepBar());
    layout->addWidget(m_strip);
    layout->addLayout(m_stack, 1);
    // now that the stack has a parent: it shows its first page at once, which would be a window of its own
    for (QWidget* each : {static_cast<QWidget*>(m_file), static_cast<QWidget*>(m_columns),
             static_cast<QWidget*>(m_names), static_cast<QWidget*>(m_report), static_cast<QWidget*>(m_working)})
        m_stack->addWidget(each);
    setAcceptDrops(true);
    addButtons();
    connectColumns();
    connect(m_clock, &QTimer::timeout, this, [this] {
        if (m_progress)
            m_working->setProgress(m_progress->done, m_progress->all);
    });
    connect(m_undo, &UndoOffer::undone, this, [this] {
        if (m_step != Step::Result)
            return;
        m_report->show(m_outcome, importedFiles(), ImportReportView::Tense::Would); // it can be done again
        show(Step::Check);
    });
    auto* undoKey = new QShortcut(keyFor(KeyAction::Undo), this);
    undoKey->setAutoRepeat(false);
    connect(undoKey, &QShortcut::activated, this, [this] {
        if (m_step == Step::Result && !isWorking())
            m_undo->undoLast();
    });
    show(Step::File);
}

ImportPage::~ImportPage()
{
    if (m_progress)
        m_progress->stop = true;
}

QWidget* ImportPage::makeStepBar()
{
    auto* bar = new Panel(Color::Sunken);
    bar->setEdges(Qt::BottomEdge);
    auto* layout = new QHBoxLayout(bar);
    for (const QString& name : {tr("File"), tr("Columns"), tr("Names"), tr("Check"), tr("Result")}) {
        auto* label = new Label(LabelRole::Faint, tr("%1  %2").arg(m_stepLabels.size() + 1).arg(name));
        layout->addWidget(label);
        m_stepLabels += label;
    }
    layout->addStretch();
    Theme::follow(bar, [layout](const Tokens& t) {
        layout->setContentsMargins(t.px(Px::Space16), t.px(Px::Space4), t.px(Px::Space16), t.px(Px::Space4));
        layout->setSpacing(t.px(Px::Space24));
    });
    return bar;
}

void ImportPage::addButtons()
{
    m_close = new KeyButton(ButtonKind::Plain, tr("Close"));
    m_close->setKey(keyFor(KeyAction::Close));
    m_back = new KeyButton(ButtonKind::Plain, tr("Back"));
    m_back->setKey(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_leftOut = new KeyButton(ButtonKind::Plain, tr("Save what was left out…"));
    m_leftOut->setKey(keyFor(KeyAction::Save));
    m_next = new KeyButton(ButtonKind::Primary, tr("Go on"));
    m_next->setKey(keyFor(KeyAction::Primary));
    for (KeyButton* button : {m_close, m_back, m_leftOut, m_next})
        addAction(button);
    connect(m_close, &QAbstractButton::clicked, this, &ImportPage::close);
    connect(m_back, &QAbstractButton::clicked, this, &ImportPage::goBack);
    connect(m_next, &QAbstractButton::clicked, this, &ImportPage::goOn);
    connect(m_leftOut, &QAbstractButton::clicked, this, &ImportPage::askForLeftOutFile);
}

void ImportPage::connectColumns()
{
    connect(m_columns, &ImportColumnsStep::sourceChosen, this, [this](int index) {
        m_current = index;
        showSource();
    });
    connect(m_columns, &ImportColumnsStep::kindChosen, this, [this](exchange::TargetKind kind) {
        guessFor(current(), kind, m_data.today());
        showSource();
    });
    connect(m_columns, &ImportColumnsStep::sheetChosen, this, [this](const QString& sheet) {
        readAgain({current().path, sheet.toStdString(), 0, {}, m_data.today()});
    });
    connect(m_columns, &ImportColumnsStep::headerRowChosen, this, [this](qint64 line) {
        readAgain({current().path, current().sheet, line, {}, m_data.today()});
    });
    connect(m_columns, &ImportColumnsStep::meaningChosen, this, [this](int column, const QString& field) {
        auto& columns = current().mapping.columns;
        const exchange::TargetKind kind = current().mapping.kind;
        const std::string& name = current().header[std::size_t(column)];
        const std::string wanted = field.toStdString();
        const exchange::ImportField* known = exchange::findField(kind, wanted);
        std::erase_if(columns, [&](const exchange::MappedColumn& each) {
            return each.column == name || (known && !known->joinsColumns && each.field == wanted);
        });
        if (known)
            columns.push_back({wanted, name});
        tryMapping(current(), m_data.today());
        showSource();
    });
}

QString ImportPage::subtitle() const
{
    QStringList names;
    for (const ImportSource& source : m_sources)
        names += source.name;
    return names.join(QStringLiteral(", "));
}

void ImportPage::entered()
{
    if (isWorking())
        return setFocus();
    switch (m_step) {
    case Step::File:
        return Page::entered();
    case Step::Columns:
        return m_columns->focusFirst();
    case Step::Names:
        return m_names->focusFirst();
    case Step::Check:
    case Step::Result:
        return m_report->focusFirst();
    }
}

void ImportPage::show(Step step)
{
    m_step = step;
    m_stack->setCurrentIndex(step == Step::Result ? int(Step::Check) : int(step));
    showSteps();
    showButtons();
    Q_EMIT headerChanged();
    if (isVisible())
        entered();
}

void ImportPage::showSteps()
{
    for (int i = 0; i < m_stepLabels.size(); ++i)
        m_stepLabels[i]->setRole(i == int(m_step) ? LabelRole::Strong : LabelRole::Faint);
    m_stepLabels[int(Step::Names)]->setVisible(m_step <= Step::Columns || !m_unknown.empty());
}

void ImportPage::showButtons()
{
    const bool working = isWorking();
    m_close->setText(working ? tr("Stop") : tr("Close"));
    m_back->setVisible(!working && m_step > Step::File && m_step < Step::Result);
    m_next->setVisible(!working && m_step > Step::File);
    m_leftOut->setVisible(!working && m_step >= Step::Check
        && std::ranges::any_of(m_outcome.leftOutLines, [](const auto& lines) { return !lines.empty(); }));
    const bool hasAny = std::ranges::any_of(
        m_outcome.counts, [](const intake::KindCounts& each) { return each.created + each.changed > 0; });
    m_next->setEnabled(m_step != Step::Check || hasAny);
    m_next->setText(m_step == Step::Columns || m_step == Step::Names ? tr("See what would happen")
            : m_step == Step::Check                                  ? tr("Import")
                                                                     : tr("Show the list"));
}

void ImportPage::askForFiles()
{
    const QString endings = exchange::readsOldWorkbooks() ? QStringLiteral("*.xlsx *.xlsm *.xls *.csv *.txt")
                                                          : QStringLiteral("*.xlsx *.xlsm *.csv *.txt");
    const FileQuestion question{tr("Import from Excel"),
        startFolder(openFolderSetting, QStandardPaths::DocumentsLocation), tr("Excel and CSV (%1)").arg(endings)};
    askForFile(window(), question, this, [this](const QString& path) {
        QSettings().setValue(openFolderSetting, QFileInfo(path).absolutePath());
        open({path});
    });
}

void ImportPage::goOn()
{
    m_strip->clear();
    switch (m_step) {
    case Step::File:
        return askForFiles();
    case Step::Columns:
        return readTables();
    case Step::Names:
        return write(true);
    case Step::Check:
        return write(false);
    case Step::Result:
        Q_EMIT showList(m_sources[m_sourceOfTable.last()].mapping.kind);
        host()->closePage(this);
        return;
    }
}

void ImportPage::goBack()
{
    m_strip->clear();
    if (m_step == Step::Check && !m_unknown.empty())
        return show(Step::Names);
    if (m_step == Step::Columns) {
        m_sources.clear();
        return show(Step::File);
    }
    show(Step::Columns);
}

void ImportPage::close()
{
    if (m_progress)
        m_progress->stop = true;
    else
        host()->closePage(this);
}

/// Nothing is lost by closing: what is under way is stopped, and then nothing of it is written.
bool ImportPage::mayClose()
{
    if (!m_progress)
        return true;
    m_closes = true;
    m_progress->stop = true;
    return false;
}

void ImportPage::leaving()
{
    if (m_progress)
        m_progress->stop = true;
}

void ImportPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && !isWorking())
        event->acceptProposedAction();
}

void ImportPage::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths += url.toLocalFile();
    event->acceptProposedAction();
    if (!paths.isEmpty())
        open(paths);
}

void ImportPage::askForLeftOutFile()
{
    if (m_sources.isEmpty())
        return;
    const QString name
        = tr("%1 - left out").arg(QFileInfo(m_sources.first().name).completeBaseName()) + QStringLiteral(".xlsx");
    const QString folder = startFolder(saveFolderSetting, QStandardPaths::DocumentsLocation);
    const FileQuestion question{
        tr("Save what was left out"), QDir(folder).filePath(name), tr("Excel (*.xlsx);;CSV (*.csv)"), true};
    askForFile(window(), question, this, [this](const QString& path) {
        QSettings().setValue(saveFolderSetting, QFileInfo(path).absolutePath());
        saveLeftOut(path);
    });
}

} // namespace dure::app

#include "moc_import_page.cpp"
