// How the figures are put on the board, and how the board is arranged.
#include "app/dashboard/dashboard_board.h"
#include "app/dashboard/dashboard_text.h"
#include "app/dashboard/figure_table.h"
#include "app/dashboard/figure_tile.h"
#include "app/dashboard/month_chart.h"
#include "app/receivables/ageing_bar.h"
#include "app/widgets/date_text.h"
#include "app/widgets/label.h"
#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"

#include <QGridLayout>

namespace dure::app {
namespace {

constexpr int threeColumnsAt100 = 1060; // below that a column would cut what it shows
const auto loadingText = QStringLiteral("…");

int widthShare(int columns) { return columns == 3 ? 6 : 1; }

} // namespace

void DashboardBoard::arrange()
{
    const int columns = width() >= tokens().scaled(threeColumnsAt100) ? 3 : 1;
    arrangeTiles();
    if (columns == m_columns)
        return;
    m_columns = columns;
    const auto place
        = [&](int panel, int row, int column, int span) { m_grid->addWidget(m_panels[panel], row, column, 1, span); };
    for (int i = 0; i < 6; ++i)
        m_grid->setColumnStretch(i, columns == 3 || i == 0 ? widthShare(columns) : 0);
    if (columns == 3) {
        place(0, 0, 0, 4);
        place(1, 0, 4, 2);
        for (int i = 0; i < 3; ++i)
            place(2 + i, 1, 2 * i, 2);
    } else {
        for (int i = 0; i < m_panels.size(); ++i)
            place(i, i, 0, 6);
    }
}

/// As few rows as they fit in, each filled: no row is left with a hole.
void DashboardBoard::arrangeTiles()
{
    int widest = 1;
    for (const FigureTile* tile : m_tiles)
        widest = qMax(widest, tile->sizeHint().width());
    const int fitting = qBound(1, width() / widest, int(TileCount));
    const int rows = (TileCount + fitting - 1) / fitting;
    const int perRow = (TileCount + rows - 1) / rows;
    for (int i = 0; i < TileCount; ++i)
        m_tileRows[std::size_t(i / perRow)]->addWidget(m_tiles[std::size_t(i)], 1);
}

void DashboardBoard::setFigures(const DashboardFigures& figures)
{
    m_figures = figures;
    if (!figures.complete) { // sums that are not right yet are not shown at all
        m_figures = {};
        m_figures.period = figures.period;
        m_figures.today = figures.today;
        m_figures.complete = false;
    }
    showTiles();
    showChart();
    showAgeing();
    showLate();
    showRanks();
    showBelowSafety();
    const auto none = [&](FigureTable* table, const QString& words) {
        table->setEmptyText(m_figures.complete ? words : tr("Loading…"));
    };
    none(m_ageing, {});
    none(m_late, tr("No order is late."));
    none(m_customers, tr("Nothing was delivered."));
    none(m_products, tr("Nothing was delivered."));
    none(m_belowSafety, tr("Every product has enough."));
    arrange();
}

void DashboardBoard::showTiles()
{
    const DashboardFigures& f = m_figures;
    const QString word = periodWord(f.period, f.today);
    const auto shown = [&](const QString& number) { return f.complete ? number : loadingText; };
    const auto set = [&](Tile tile, const QString& label, const ComparedAmount& amount) {
        const auto note = [&](const storage::PeriodAmount& before, const QString& against) -> FigureTile::Note {
            return {changeText(changeOf(amount.now.supply.amount, before.supply.amount)), against, false};
        };
        QList<FigureTile::Note> notes;
        if (f.complete)
            notes = {note(amount.before, againstBefore(f.period, f.today)),
                note(amount.yearBefore, againstYearBefore(f.period, f.today))};
        m_tiles[tile]->setFigure(label, shown(numberText(amount.now.supply)), tr("won"), notes);
    };
    set(Orders, tr("%1: orders").arg(word), f.ordered);
    set(Deliveries, tr("%1: deliveries").arg(word), f.delivered);
    set(Collections, tr("%1: collections").arg(word), f.collected);

    QList<FigureTile::Note> debts;
    const Won over90 = f.ageing.at(DebtAge::Over90).owed;
    if (over90 > Won{})
        debts += {tr("Over 90 days: %1").arg(numberText(over90)), {}, true};
    if (f.ageing.credit.owed > Won{})
        debts += {{}, tr("paid in advance, not taken off: %1").arg(numberText(f.ageing.credit.owed)), false};
    if (debts.size() < 2)
        debts += {{}, tr("%n customer(s)", nullptr, int(f.ageing.total.customers)), false};
    m_tiles[Receivables]->setFigure(tr("Receivables today"), shown(numberText(f.ageing.total.owed)), tr("won"),
        f.complete ? debts : QList<FigureTile::Note>());

    const bool any = f.onTime.lines > 0;
    m_tiles[OnTimeRate]->setFigure(tr("Delivered on time"),
        shown(any ? onTimeText(f.onTime).chopped(1) : QStringLiteral("–")), any && f.complete ? tr("%") : QString(),
        f.complete ? QList<FigureTile::Note>{{{},
                                                 tr("%1 of %2 lines due")
                                                     .arg(numberText(qint64(f.onTime.met)),
                                                         numberText(qint64(f.onTime.lines))),
                                                 false},
            {{}, tr("%1: %2").arg(periodBeforeText(f.period.kind), onTimeText(f.onTimeBefore)), false}}
                   : QList<FigureTile::Note>());
}

void DashboardBoard::showChart()
{
    m_chartSubtitle->setText(tr("last 12 months, VAT not included"));
    MonthChart::Months months;
    if (m_figures.complete)
        months = {m_figures.months, m_figures.monthsYearBefore, monthOf(m_figures.today), m_figures.expected};
    m_chart->setMonths(months);
}

void DashboardBoard::showAgeing()
{
    m_ageingSubtitle->setText(tr("since delivery, oldest paid first"));
    const AgeingOfAll ageing = m_figures.complete ? m_figures.ageing : AgeingOfAll();
    Ageing ages;
    for (std::size_t age = 0; age < debtAgeCount; ++age)
        ages.owed[age] = ageing.rows[age].owed;
    m_ageingBar->setAges(ages);
    QList<FigureTable::Row> rows;
    const auto add = [&](const QString& name, const AgeingOfAll::Row& row, std::optional<DebtAge> age) {
        const bool isTotal = !age, isOver = age == DebtAge::Over90;
        const CellInk ink = isOver && row.owed > Won{} ? CellInk::Red : CellInk::Normal;
        const bool bold = isTotal || ink == CellInk::Red;
        const auto share = isTotal ? std::nullopt : shareOf(row.owed.amount, ageing.total.owed.amount);
        const auto cell = [&](const QString& text) { return FigureTable::Cell{text, ink, bold}; };
        FigureTable::Cell first = cell(name);
        if (ink == CellInk::Red)
            first.status = Status::Late;
        else if (age)
            first.swatch = colorOf(*age);
        rows += {{},
            {first, cell(numberText(qint64(row.customers))), cell(share ? tenthsText(*share) : QString()),
                cell(numberText(row.owed))}};
    };
    for (std::size_t age = 0; m_figures.complete && age < debtAgeCount; ++age)
        add(debtAgeText(static_cast<DebtAge>(age)), ageing.rows[age], static_cast<DebtAge>(age));
    if (m_figures.complete)
        add(tr("Total"), ageing.total, {});
    m_ageing->setRows(rows);
}

void DashboardBoard::showLate()
{
    const storage::OrderTotals& totals = m_figures.lateTotals;
    m_lateSubtitle->setText(!m_figures.complete ? loadingText
            : totals.count > 0 ? tr("%n order(s), %1", nullptr, int(totals.count)).arg(wonText(totals.supply))
                               : QString());
    QList<FigureTable::Row> rows;
    for (const storage::OrderListRow& order : m_figures.late) {
        if (rows.size() == 3)
            break;
        FigureTable::Cell product{toQString(order.firstProduct)};
        if (order.moreLines > 0)
            product.suffix = tr("+%1").arg(order.moreLines);
        rows += {order.id,
            {{toQString(order.customerName)}, product, {numberText(order.remaining)},
                {nearnessText(order.dueOn, m_figures.today), CellInk::Red, true, Status::Late}}};
    }
    m_late->setRows(rows);
}

void DashboardBoard::showRanks()
{
    const QString word
        = tr("%1, against as many days of the period before").arg(periodWord(m_figures.period, m_figures.today));
    const auto show = [&](FigureTable* table, Label* subtitle, const std::vector<storage::RankedAmount>& ranked) {
        subtitle->setText(periodWord(m_figures.period, m_figures.today));
        subtitle->setToolTip(word);
        QList<FigureTable::Row> rows;
        const std::int64_t whole = m_figures.delivered.now.supply.amount;
        for (const storage::RankedAmount& each : ranked) {
            const auto share = shareOf(each.supply.amount, whole);
            const auto change = changeOf(each.supply.amount, each.before.amount);
            rows += {each.id,
                {{toQString(each.name)}, {share ? tenthsText(*share) : QString(), CellInk::Muted},
                    {numberText(each.supply)}, {changeText(change), CellInk::Muted}}};
        }
        table->setRows(rows);
    };
    show(m_customers, m_customersSubtitle, m_figures.customers);
    show(m_products, m_productsSubtitle, m_figures.products);
}

void DashboardBoard::showBelowSafety()
{
    m_belowSafetySubtitle->setText(!m_figures.complete ? loadingText
            : m_figures.belowSafetyCount > 0           ? tr("%n product(s)", nullptr, int(m_figures.belowSafetyCount))
                                                       : QString());
    QList<FigureTable::Row> rows;
    for (const storage::ProductListRow& product : m_figures.belowSafety) {
        if (rows.size() == 3)
            break;
        rows += {product.id,
            {{toQString(product.name + " " + product.spec).trimmed()}, {numberText(product.stock), CellInk::Red, true},
                {numberText(product.safetyStock), CellInk::Muted}}};
    }
    m_belowSafety->setRows(rows);
}

} // namespace dure::app
