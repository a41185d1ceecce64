#include "app/exchange/import_report_view.h"

#include "app/exchange/exchange_words.h"
#include "app/exchange/text_table.h"
#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QVBoxLayout>

namespace dure::app {
namespace {

constexpr qsizetype mostShownProblems = 5'000; // all of them go into the file of what was left out

QString countText(std::int64_t count) { return count == 0 ? QStringLiteral("–") : numberText(count); }

/// Rows, not orders: that is what stands in the file. Those of a file of lines go with their orders.
std::int64_t leftOutOf(
    const intake::ImportOutcome& outcome, const QList<ImportedFile>& files, exchange::TargetKind kind)
{
    using enum exchange::TargetKind;
    std::int64_t rows = 0;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const bool withOrders = kind == Order && files[i].kind == OrderLine;
        if (files[i].kind == kind || withOrders)
            rows += std::ssize(outcome.leftOutLines[std::size_t(i)]);
    }
    return rows;
}

} // namespace

ImportReportView::ImportReportView(QWidget* parent)
    : QWidget(parent)
    , m_counts(new LedgerTable)
    , m_countRows(new TextTable(*m_counts))
    , m_problems(new LedgerTable)
    , m_problemRows(new TextTable(*m_problems))
{
    m_counts->setAccessibleName(tr("What becomes of the rows"));
    m_problems->setAccessibleName(tr("Rows with something wrong"));
    m_problems->setEmptyText(tr("Nothing is wrong."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_counts);
    layout->addWidget(new HairLine(Qt::Horizontal, nullptr, Color::Panel));
    layout->addWidget(m_problems, 1);
    Theme::follow(this, [this](const Tokens& t) {
        const int rows = m_countRows->rowCount();
        m_counts->setFixedHeight(t.px(Px::HeadRow) + t.px(Px::Row) * std::max(rows, 1) + t.px(Px::Space8));
    });
}

void ImportReportView::show(const intake::ImportOutcome& outcome, const QList<ImportedFile>& files, Tense tense)
{
    showCounts(outcome, files, tense);
    showProblems(outcome, files);
}

void ImportReportView::focusFirst() { m_problems->setFocus(); }

void ImportReportView::showCounts(const intake::ImportOutcome& outcome, const QList<ImportedFile>& files, Tense tense)
{
    const bool would = tense == Tense::Would;
    m_countRows->setColumns({{QStringLiteral("kind"), would ? tr("Would be imported") : tr("Imported"),
                                 ColumnKind::Text, 200, true, false, false},
        {QStringLiteral("new"), tr("New"), ColumnKind::Number, 90, false, false, false},
        {QStringLiteral("changed"), tr("Changed"), ColumnKind::Number, 90, false, false, false},
        {QStringLiteral("same"), tr("As before"), ColumnKind::Number, 90, false, false, false},
        {QStringLiteral("left"), would ? tr("Rows to be left out") : tr("Rows left out"), ColumnKind::Number, 110,
            false, false, false},
        {QStringLiteral("lines"), tr("Lines of orders"), ColumnKind::Number, 110, false, false, false}});
    QList<QList<TextCell>> rows;
    for (const intake::KindCounts& each : outcome.counts) {
        const std::int64_t leftOut = leftOutOf(outcome, files, each.kind);
        rows += {{kindWord(each.kind), CellInk::Normal, true}, {countText(each.created)}, {countText(each.changed)},
            {countText(each.unchanged), CellInk::Muted},
            {countText(leftOut), leftOut > 0 ? CellInk::Red : CellInk::Muted, leftOut > 0},
            {countText(each.lines), CellInk::Muted}};
    }
    const auto made = [&](std::int64_t count, const QString& what) {
        if (count > 0)
            rows += {{what, CellInk::Normal, true}, {countText(count)}, {countText(0)}, {countText(0), CellInk::Muted},
                {countText(0), CellInk::Muted}, {countText(0), CellInk::Muted}};
    };
    made(outcome.customersMade, tr("Customers that orders name"));
    made(outcome.productsMade, tr("Products that orders name"));
    m_countRows->setRows(rows);
    const Tokens& t = tokens();
    m_counts->setFixedHeight(t.px(Px::HeadRow) + t.px(Px::Row) * std::max<int>(int(rows.size()), 1) + t.px(Px::Space8));
}

void ImportReportView::showProblems(const intake::ImportOutcome& outcome, const QList<ImportedFile>& files)
{
    QList<LedgerColumn> columns{{QStringLiteral("line"), tr("Row"), ColumnKind::Number, 60, false, false, false},
        {QStringLiteral("fate"), tr("Becomes"), ColumnKind::Status, 90, false, false, false},
        {QStringLiteral("column"), tr("Column"), ColumnKind::Text, 130, false, false, false},
        {QStringLiteral("text"), tr("Stands there"), ColumnKind::Text, 180, false, false, false},
        {QStringLiteral("why"), tr("What is wrong"), ColumnKind::Text, 240, true, false, false}};
    const bool many = files.size() > 1;
    if (many)
        columns.prepend({QStringLiteral("file"), tr("File"), ColumnKind::Text, 140, false, false, false});
    QList<QList<TextCell>> rows;
    for (const bool kept : {false, true}) // what is left out first
        for (const intake::RowProblem& each : outcome.problems) {
            if (each.isKept != kept)
                continue;
            if (rows.size() == mostShownProblems)
                break;
            QList<TextCell> cells;
            if (many)
                cells += {files.value(qsizetype(each.table)).name, CellInk::Muted};
            TextCell fate{kept ? tr("Goes in") : tr("Left out")};
            fate.status = kept ? Status::Attention : Status::Late;
            const QString text = toQString(each.text).simplified();
            cells += {numberText(each.line), CellInk::Muted};
            cells += fate;
            cells += {toQString(each.column)};
            cells += {text, CellInk::Normal, false, text};
            cells += {problemWord(each.cause)};
            rows += cells;
        }
    m_problemRows->setColumns(columns);
    m_problemRows->setRows(rows);
    if (!rows.isEmpty())
        m_problems->selectRow(0);
}

} // namespace dure::app

#include "moc_import_report_view.cpp"
