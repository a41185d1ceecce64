#include "app/exchange/import_columns_step.h"

#include "app/exchange/exchange_words.h"
#include "app/exchange/text_table.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QAbstractItemView>
#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <map>

namespace dure::app {
namespace {

using exchange::TargetKind;

constexpr std::array kinds{TargetKind::Customer, TargetKind::Product, TargetKind::Order, TargetKind::OrderLine};
constexpr int examples = 2;
constexpr int headerRowWidth = 64; // at 100 %
constexpr int choiceWidth = 180;
constexpr int columnsWidth = 460;
constexpr int mostColumnsPercent = 42;
constexpr int mostShownCharacters = 80;

QString cellText(const exchange::SourceRow& row, std::size_t column)
{
    return column < row.cells.size() ? toQString(row.cells[column].text).simplified().left(mostShownCharacters)
                                     : QString();
}

/// By column name: what is wrong there. The row's own problems are under an empty name.
using RowProblems = std::map<std::string, const exchange::ImportProblem*>;

std::map<std::int64_t, RowProblems> problemsByLine(const ImportSource& source)
{
    std::map<std::int64_t, RowProblems> found;
    for (const exchange::ImportProblem& each : source.problems) {
        const exchange::ImportProblem*& at = found[each.line][each.column];
        if (!at || (exchange::keepsRow(at->code) && !exchange::keepsRow(each.code)))
            at = &each;
    }
    return found;
}

/// The worst of a row, first column first.
const exchange::ImportProblem* worstOf(const RowProblems& problems)
{
    const exchange::ImportProblem* worst = nullptr;
    for (const auto& [column, problem] : problems)
        if (!worst || (exchange::keepsRow(worst->code) && !exchange::keepsRow(problem->code)))
            worst = problem;
    return worst;
}

QString problemText(const exchange::ImportProblem& problem)
{
    const QString word = problemWord(problem.code);
    return problem.column.empty() ? word : QStringLiteral("%1: %2").arg(toQString(problem.column), word);
}

} // namespace

ImportColumnsStep::ImportColumnsStep(QWidget* parent)
    : QWidget(parent)
    , m_filesRow(new Panel(Color::Sheet))
    , m_sheet(new ChoiceField)
    , m_sheetLabel(new Label(LabelRole::Muted, tr("Sheet")))
    , m_headerRow(new ImeLineEdit)
    , m_kind(new ChoiceField)
    , m_message(new MessageStrip(MessageStrip::Shape::Row))
    , m_columns(new LedgerTable)
    , m_columnRows(new TextTable(*m_columns))
    , m_preview(new LedgerTable)
    , m_previewRows(new TextTable(*m_preview))
{
    m_columns->setAccessibleName(tr("Columns of the file and what they mean"));
    m_preview->setAccessibleName(tr("First rows of the file"));
    m_columnRows->setColumns(
        {{QStringLiteral("column"), tr("Column of the file"), ColumnKind::Text, 130, false, false, false},
            {QStringLiteral("meaning"), tr("Means"), ColumnKind::Text, 120, false, false, false},
            {QStringLiteral("example"), tr("Examples"), ColumnKind::Text, 120, true, false, false}});
    auto* across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(m_columns);
    across->addWidget(new HairLine(Qt::Vertical, nullptr, Color::Panel));
    across->addWidget(m_preview, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filesRow);
    layout->addWidget(makeHead());
    layout->addWidget(m_message);
    layout->addLayout(across, 1);
    auto* files = new QHBoxLayout(m_filesRow);
    Theme::follow(this, [this, files](const Tokens& t) {
        shareWidth();
        files->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space16), 0);
    });
    connect(m_columns, &LedgerTable::opened, this, &ImportColumnsStep::chooseMeaning);
    auto* choices = new QShortcut(QKeySequence(Qt::Key_F4), m_columns);
    choices->setContext(Qt::WidgetShortcut);
    connect(choices, &QShortcut::activated, this, &ImportColumnsStep::chooseMeaning);
}

QWidget* ImportColumnsStep::makeHead()
{
    auto* head = new Panel(Color::Sheet);
    head->setEdges(Qt::BottomEdge);
    auto* layout = new QHBoxLayout(head);
    const auto labelled = [layout](Label* label, QWidget* field) {
        label->setBuddy(field);
        field->setAccessibleName(label->text());
        layout->addWidget(label);
        layout->addWidget(field);
    };
    for (const TargetKind kind : kinds)
        m_kind->addItem(kindWord(kind));
    labelled(new Label(LabelRole::Muted, tr("Rows are")), m_kind);
    labelled(m_sheetLabel, m_sheet);
    labelled(new Label(LabelRole::Muted, tr("Columns are named in row")), m_headerRow);
    layout->addStretch();
    Theme::follow(head, [this, layout](const Tokens& t) {
        layout->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space16), t.px(Px::Space8));
        layout->setSpacing(t.px(Px::Space8));
        m_headerRow->setFixedWidth(t.scaled(headerRowWidth));
        m_kind->setFixedWidth(t.scaled(choiceWidth));
        m_sheet->setFixedWidth(t.scaled(choiceWidth));
    });
    connect(
        m_kind, &QComboBox::activated, this, [this](int index) { Q_EMIT kindChosen(kinds.at(std::size_t(index))); });
    connect(m_sheet, &QComboBox::textActivated, this, &ImportColumnsStep::sheetChosen);
    connect(m_headerRow, &QLineEdit::editingFinished, this, &ImportColumnsStep::takeHeaderRow);
    return head;
}

void ImportColumnsStep::takeHeaderRow()
{
    const auto typed = parseNumber(m_headerRow->text().toStdString(), 0, mostImportRows);
    const bool good = !typed.error && typed.scaled >= 1;
    m_headerRow->setInvalid(good ? QString() : tr("The number of a row, from 1."));
    if (good && typed.scaled != m_headerLine && !m_showing)
        Q_EMIT headerRowChosen(typed.scaled);
}

void ImportColumnsStep::show(const QList<ImportSource>& sources, int current)
{
    m_showing = true;
    const ImportSource& source = sources[current];
    showFiles(sources, current);
    const bool hasSheets = source.sheets.size() > 1;
    m_sheet->setVisible(hasSheets);
    m_sheetLabel->setVisible(hasSheets);
    m_sheet->clear();
    for (const std::string& sheet : source.sheets)
        m_sheet->addItem(toQString(sheet));
    if (!source.sheet.empty())
        m_sheet->setCurrentText(toQString(source.sheet));
    m_headerLine = source.headerLine;
    m_headerRow->setText(QString::number(source.headerLine));
    m_headerRow->setInvalid({});
    m_kind->setCurrentIndex(int(std::ranges::find(kinds, source.mapping.kind) - kinds.begin()));
    showColumns(source);
    showPreview(source);
    showMessage(source);
    m_showing = false;
}

void ImportColumnsStep::showFiles(const QList<ImportSource>& sources, int current)
{
    QStringList names;
    for (const ImportSource& source : sources)
        names += source.name;
    m_filesRow->setVisible(sources.size() > 1);
    if (names != m_fileNames) {
        m_fileNames = names;
        delete m_files;
        m_files = new ChipRow;
        for (int i = 0; i < names.size(); ++i)
            m_files->addChip(QString::number(i), names[i]);
        m_filesRow->layout()->addWidget(m_files);
        connect(m_files, &ChipRow::chosen, this, [this](const QString& id) {
            if (!m_showing)
                Q_EMIT sourceChosen(id.toInt());
        });
    }
    m_files->choose(QString::number(current));
}

/// Large text must leave room for the rows.
void ImportColumnsStep::shareWidth()
{
    m_columns->setFixedWidth(std::min(tokens().scaled(columnsWidth), width() * mostColumnsPercent / 100));
}

void ImportColumnsStep::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    shareWidth();
}

void ImportColumnsStep::focusFirst() { m_columns->setFocus(); }

void ImportColumnsStep::showColumns(const ImportSource& source)
{
    const int before = m_header == source.header ? m_columns->currentRow() : 0;
    m_mapping = source.mapping;
    m_header = source.header;
    QList<QList<TextCell>> rows;
    for (std::size_t column = 0; column < source.header.size(); ++column) {
        const auto meaning
            = std::ranges::find(m_mapping.columns, source.header[column], &exchange::MappedColumn::column);
        QStringList shown;
        for (const exchange::SourceRow& row : source.sample) {
            if (const QString text = cellText(row, column); !text.isEmpty() && !shown.contains(text))
                shown += text;
            if (shown.size() == examples)
                break;
        }
        const bool used = meaning != m_mapping.columns.end();
        rows += {{toQString(source.header[column])},
            used ? TextCell{fieldWord(m_mapping.kind, meaning->field), CellInk::Normal, true}
                 : TextCell{tr("Not used"), CellInk::Faint},
            {shown.join(QStringLiteral(" · ")), CellInk::Muted}};
    }
    m_columnRows->setRows(rows);
    m_columns->selectRow(std::max(0, before));
}

void ImportColumnsStep::showPreview(const ImportSource& source)
{
    QList<LedgerColumn> columns{{QStringLiteral("line"), tr("Row"), ColumnKind::Number, 44, false, false, false},
        {QStringLiteral("problem"), tr("What is wrong"), ColumnKind::Status, 150, false, false, false}};
    // what is used stands first, in the file's order: the rest would push it out of sight
    std::vector<std::size_t> order;
    for (const bool used : {true, false})
        for (std::size_t i = 0; i < source.header.size(); ++i)
            if ((std::ranges::find(source.mapping.columns, source.header[i], &exchange::MappedColumn::column)
                    != source.mapping.columns.end())
                == used)
                order.push_back(i);
    for (const std::size_t i : order)
        columns
            += {QStringLiteral("c%1").arg(i), toQString(source.header[i]), ColumnKind::Text, 96, false, false, false};
    const auto problems = problemsByLine(source);
    QList<QList<TextCell>> rows;
    for (const exchange::SourceRow& row : source.sample) {
        const auto found = problems.find(row.line);
        const exchange::ImportProblem* worst = found == problems.end() ? nullptr : worstOf(found->second);
        QList<TextCell> cells{{QString::number(row.line), CellInk::Faint}};
        TextCell& what = cells.emplace_back();
        if (worst) {
            what.text = problemText(*worst);
            what.tip = what.text;
            what.status = exchange::keepsRow(worst->code) ? Status::Attention : Status::Late;
        }
        for (const std::size_t i : order) {
            TextCell& cell = cells.emplace_back(TextCell{cellText(row, i)});
            if (found == problems.end())
                continue;
            const auto bad = found->second.find(source.header[i]);
            if (bad == found->second.end())
                continue;
            cell.text = QStringLiteral("▲ ") + (cell.text.isEmpty() ? tr("(empty)") : cell.text);
            cell.tip = problemWord(bad->second->code);
            cell.ink = exchange::keepsRow(bad->second->code) ? CellInk::Amber : CellInk::Red;
            cell.bold = true;
        }
        rows += cells;
    }
    m_previewRows->setColumns(columns);
    m_previewRows->setRows(rows);
    m_preview->setColumnHidden(1, problems.empty());
}

void ImportColumnsStep::showMessage(const ImportSource& source)
{
    m_message->clear();
    std::int64_t bad = 0;
    for (const auto& [line, problems] : problemsByLine(source))
        bad += exchange::keepsRow(worstOf(problems)->code) ? 0 : 1;
    if (!source.missing.empty())
        m_message->show(Tone::Amber,
            tr("No column was found for: %1.").arg(missingWords(source.mapping.kind, source.missing)),
            tr("Choose it in the list with Enter."));
    else if (bad > 0)
        m_message->show(Tone::Amber,
            tr("Of the first %1 rows %2 are wrong and would be left out.")
                .arg(numberText(qint64(source.sample.size())), numberText(bad)),
            tr("Correct them in the file, or go on without them."));
    else if (source.isRemembered)
        m_message->show(Tone::Info, tr("The columns are read as the last time."), tr("Change what is different now."));
}

void ImportColumnsStep::chooseMeaning()
{
    const int row = m_columns->currentRow();
    if (row < 0 || std::size_t(row) >= m_header.size())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto meaning
        = std::ranges::find(m_mapping.columns, m_header[std::size_t(row)], &exchange::MappedColumn::column);
    const auto add = [&](const QString& text, const QString& field, bool chosen) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(chosen);
        connect(action, &QAction::triggered, this, [this, row, field] { Q_EMIT meaningChosen(row, field); });
        if (chosen)
            menu->setActiveAction(action);
    };
    const bool used = meaning != m_mapping.columns.end();
    add(tr("Not used"), {}, !used);
    menu->addSeparator();
    for (const exchange::ImportField& field : exchange::fieldsOf(m_mapping.kind))
        add(fieldWord(m_mapping.kind, field.name), QString::fromUtf8(field.name.data(), qsizetype(field.name.size())),
            used && meaning->field == field.name);
    const QRect cell = m_columns->visualRect(m_columns->model()->index(row, 1));
    menu->popup(m_columns->viewport()->mapToGlobal(cell.bottomLeft()));
}

} // namespace dure::app

#include "moc_import_columns_step.cpp"
