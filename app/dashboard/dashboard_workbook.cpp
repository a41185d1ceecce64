#include "app/dashboard/dashboard_workbook.h"

#include "app/dashboard/dashboard_text.h"
#include "app/receivables/ageing_bar.h"
#include "app/widgets/number_text.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

struct WorkbookWords
{
    Q_DECLARE_TR_FUNCTIONS(dure::app::Dashboard)
};

using exchange::OutCell;
using exchange::OutKind;

OutCell text(const QString& words) { return words.toStdString(); }
/// A share or a change in percent, as a number with one decimal.
OutCell percent(std::optional<std::int64_t> tenths)
{
    return tenths ? OutCell(Quantity{*tenths * Quantity::scale / 10}) : OutCell();
}
OutCell number(std::int64_t count) { return Quantity::fromInteger(count); }

class Rows
{
public:
    explicit Rows(DashboardSheet& sheet)
        : m_sheet(sheet)
    { }
    void begin(const QString& section) { m_section = section; }
    /// Cells of the columns after the section: what, amount, before, change, share, count.
    void add(const QString& what, OutCell amount, OutCell before = {}, OutCell change = {}, OutCell share = {},
        OutCell count = {})
    {
        m_sheet.rows.push_back({text(m_section), text(what), std::move(amount), std::move(before), std::move(change),
            std::move(share), std::move(count)});
    }

private:
    DashboardSheet& m_sheet;
    QString m_section;
};

void addCompared(Rows& rows, const DashboardFigures& f)
{
    const auto add = [&](const QString& what, const ComparedAmount& amount) {
        const auto row = [&](const QString& against, const storage::PeriodAmount& before) {
            rows.add(QStringLiteral("%1 %2").arg(what, against), amount.now.supply, before.supply,
                percent(changeOf(amount.now.supply.amount, before.supply.amount)), {}, number(amount.now.count));
        };
        row(againstBefore(f.period, f.today), amount.before);
        row(againstYearBefore(f.period, f.today), amount.yearBefore);
    };
    rows.begin(periodText(f.period));
    add(WorkbookWords::tr("Orders (VAT not included)"), f.ordered);
    add(WorkbookWords::tr("Deliveries (VAT not included)"), f.delivered);
    add(WorkbookWords::tr("Collections"), f.collected);
    rows.add(WorkbookWords::tr("Delivered on time, lines"), number(f.onTime.met), {}, {},
        percent(shareOf(f.onTime.met, f.onTime.lines)), number(f.onTime.lines));
}

void addMonths(Rows& rows, const DashboardFigures& f)
{
    rows.begin(WorkbookWords::tr("Delivered by month"));
    for (std::size_t i = 0; i < f.months.size(); ++i) {
        const Won before = f.monthsYearBefore[i].supply;
        rows.add(periodText(Period::of(PeriodKind::Month, firstDayOf(f.months[i].month))), f.months[i].supply, before,
            percent(changeOf(f.months[i].supply.amount, before.amount)));
    }
    if (f.expected)
        rows.add(WorkbookWords::tr("Expected of the running month"), *f.expected);
}

void addReceivables(Rows& rows, const DashboardFigures& f)
{
    rows.begin(WorkbookWords::tr("Age of receivables"));
    const auto add = [&](const QString& what, const AgeingOfAll::Row& row, bool hasShare) {
        rows.add(what, row.owed, {}, {},
            hasShare ? percent(shareOf(row.owed.amount, f.ageing.total.owed.amount)) : OutCell(),
            number(row.customers));
    };
    for (std::size_t age = 0; age < debtAgeCount; ++age)
        add(debtAgeText(static_cast<DebtAge>(age)), f.ageing.rows[age], true);
    add(WorkbookWords::tr("Total"), f.ageing.total, false);
    if (f.ageing.credit.customers > 0)
        add(WorkbookWords::tr("Paid in advance"), f.ageing.credit, false);
}

void addRanked(
    Rows& rows, const DashboardFigures& f, const QString& section, const std::vector<storage::RankedAmount>& ranked)
{
    rows.begin(section);
    for (const storage::RankedAmount& each : ranked)
        rows.add(toQString(each.name), each.supply, each.before,
            percent(changeOf(each.supply.amount, each.before.amount)),
            percent(shareOf(each.supply.amount, f.delivered.now.supply.amount)));
}

} // namespace

DashboardSheet dashboardSheet(const DashboardFigures& figures)
{
    DashboardSheet sheet;
    sheet.name = WorkbookWords::tr("Dashboard").toStdString();
    const auto column = [&](const QString& title, OutKind kind, int width) {
        sheet.columns.push_back({title.toStdString(), kind, width});
    };
    column(WorkbookWords::tr("Section"), OutKind::Text, 18);
    column(WorkbookWords::tr("Figure"), OutKind::Text, 36);
    column(WorkbookWords::tr("Amount"), OutKind::Number, 16);
    column(WorkbookWords::tr("Set beside"), OutKind::Number, 16);
    column(WorkbookWords::tr("Change %"), OutKind::Number, 10);
    column(WorkbookWords::tr("Share %"), OutKind::Number, 10);
    column(WorkbookWords::tr("Count"), OutKind::Number, 10);
    Rows rows(sheet);
    addCompared(rows, figures);
    addMonths(rows, figures);
    addReceivables(rows, figures);
    rows.begin(WorkbookWords::tr("Late orders"));
    for (const storage::OrderListRow& order : figures.late)
        rows.add(QStringLiteral("%1 %2 %3")
                     .arg(toQString(order.number), toQString(order.customerName), toQString(order.firstProduct)),
            order.supply, order.dueOn, {}, {}, order.remaining);
    addRanked(rows, figures, WorkbookWords::tr("Best customers"), figures.customers);
    addRanked(rows, figures, WorkbookWords::tr("Best products"), figures.products);
    rows.begin(WorkbookWords::tr("Stock below safety"));
    for (const storage::ProductListRow& product : figures.belowSafety)
        rows.add(toQString(product.name + " " + product.spec).trimmed(), product.stock, product.safetyStock);
    return sheet;
}

std::expected<void, PrintFailure> writeDashboardSheet(const DashboardSheet& sheet, const QString& path)
{
    const auto failed = std::unexpected(PrintFailure::CannotWrite);
    auto writer = exchange::createXlsx(path.toStdU16String(), sheet.name, sheet.columns);
    if (!writer)
        return failed;
    for (const std::vector<OutCell>& row : sheet.rows)
        if (!(*writer)->addRow(row))
            return failed;
    if (!(*writer)->finish())
        return failed;
    return {};
}

} // namespace dure::app
