#include "app/dashboard/dashboard_paper.h"

#include "app/dashboard/dashboard_text.h"
#include "app/printing/form_painter.h"
#include "app/receivables/ageing_bar.h"
#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"
#include "dure_version.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPdfWriter>

namespace dure::app {
namespace {

struct PaperWords
{
    Q_DECLARE_TR_FUNCTIONS(dure::app::Dashboard)
};

constexpr int pdfDpi = 1200;
constexpr double leftMm = 15, rightMm = 195, topMm = 14;
constexpr double rowMm = 5.6, headMm = 7.5, gapMm = 5;
constexpr double textMm = 2.9, smallMm = 2.5, sectionMm = 3.5, titleMm = 6, kpiMm = 4.6;
constexpr double lineMm = 0.15, strongMm = 0.3;
constexpr double chartMm = 42;

/// One column of a table on paper.
struct PaperColumn
{
    QString title;
    double widthMm;
    bool isNumber;
};

class DashboardPaper
{
public:
    DashboardPaper(QPainter& painter, double dotsPerMm, const DashboardFigures& figures)
        : m_painter(painter)
        , m_dotsPerMm(dotsPerMm)
        , m_form(painter, dotsPerMm)
        , m_figures(figures)
    { }

    void paint(const QString& company, const QString& asOf);

private:
    QColor ink(Color role) const { return m_tokens.color(role); }
    void write(double x, double y, double width, double height, const QString& text, double size, bool bold = false,
        Qt::Alignment align = Qt::AlignLeft, Color role = Color::Text, bool figure = false)
    {
        m_form.text({x, y, width, height}, text.toStdString(), {size, bold, align, ink(role), figure});
    }
    void fill(double x, double y, double width, double height, Color role)
    {
        m_painter.fillRect(
            QRectF(x * m_dotsPerMm, y * m_dotsPerMm, width * m_dotsPerMm, height * m_dotsPerMm), ink(role));
    }
    void head(const QString& company, const QString& asOf);
    void tiles();
    void chart();
    void section(double x, double width, const QString& title);
    /// Rows at x, from m_y on; returns where it ends.
    double table(double x, const std::vector<PaperColumn>& columns, const QList<QStringList>& rows);
    double ranks(double x, double width, const QString& title, const std::vector<storage::RankedAmount>& ranked);
    double ageing(double x, double width);
    double late(double x, double width);
    double belowSafety(double x, double width);

    QPainter& m_painter;
    double m_dotsPerMm;
    FormPainter m_form;
    const DashboardFigures& m_figures;
    Tokens m_tokens{false, 100}; ///< paper is white in every theme
    double m_y = topMm;
};

void DashboardPaper::head(const QString& company, const QString& asOf)
{
    write(leftMm, m_y, 110, 9, QStringLiteral("%1 %2").arg(PaperWords::tr("Dashboard"), periodText(m_figures.period)),
        titleMm, true);
    write(rightMm - 70, m_y, 70, 4.5, company, textMm, true, Qt::AlignRight);
    write(rightMm - 70, m_y + 4.5, 70, 4.5, PaperWords::tr("as of %1").arg(asOf), smallMm, false, Qt::AlignRight,
        Color::Text2);
    m_y += 11;
    m_form.line(leftMm, m_y, rightMm, m_y, strongMm, ink(Color::Text));
}

void DashboardPaper::tiles()
{
    const DashboardFigures& f = m_figures;
    const double width = (rightMm - leftMm) / 5;
    double x = leftMm;
    const auto tile = [&](const QString& label, const QString& number, const QStringList& notes) {
        write(x, m_y + 2, width, 4.5, label, smallMm, false, Qt::AlignLeft, Color::Text2);
        write(x, m_y + 6.5, width, 7, number, kpiMm, true, Qt::AlignLeft, Color::Text, true);
        for (int i = 0; i < notes.size(); ++i)
            write(x, m_y + 13.5 + i * 4, width, 4, notes[i], smallMm, false, Qt::AlignLeft, Color::Text2);
        x += width;
    };
    const QString word = periodWord(f.period, f.today);
    const auto compared = [&](const QString& label, const ComparedAmount& amount) {
        const auto note = [&](const storage::PeriodAmount& before, const QString& against) {
            return QStringLiteral("%1 %2").arg(
                changeText(changeOf(amount.now.supply.amount, before.supply.amount)), against);
        };
        tile(label.arg(word), wonText(amount.now.supply),
            {note(amount.before, againstBefore(f.period, f.today)),
                note(amount.yearBefore, againstYearBefore(f.period, f.today))});
    };
    compared(PaperWords::tr("%1: orders"), f.ordered);
    compared(PaperWords::tr("%1: deliveries"), f.delivered);
    compared(PaperWords::tr("%1: collections"), f.collected);
    tile(PaperWords::tr("Receivables today"), wonText(f.ageing.total.owed),
        {PaperWords::tr("Over 90 days: %1").arg(numberText(f.ageing.at(DebtAge::Over90).owed))});
    tile(PaperWords::tr("Delivered on time"), onTimeText(f.onTime),
        {PaperWords::tr("%1 of %2 lines due")
                .arg(numberText(qint64(f.onTime.met)), numberText(qint64(f.onTime.lines)))});
    m_y += 23;
    m_form.line(leftMm, m_y, rightMm, m_y, lineMm, ink(Color::Panel));
    m_y += gapMm / 2;
}

void DashboardPaper::section(double x, double width, const QString& title)
{
    write(x, m_y, width, headMm, title, sectionMm, true);
}

/// Bars with their figures; the month of the year before as a line across its bar.
void DashboardPaper::chart()
{
    section(leftMm, rightMm - leftMm, PaperWords::tr("Delivered by month (VAT not included; line: a year before)"));
    m_y += headMm;
    Won highest = m_figures.expected.value_or(Won{1});
    for (const auto* months : {&m_figures.months, &m_figures.monthsYearBefore})
        for (const storage::MonthAmount& month : *months)
            highest = std::max(highest, month.supply);
    highest = std::max(highest, Won{1});
    const auto heightOf
        = [&](Won amount) { return double(std::max(amount, Won{}).amount) / double(highest.amount) * (chartMm - 6); };
    const double width = (rightMm - leftMm) / double(m_figures.months.size());
    const double foot = m_y + chartMm;
    for (std::size_t i = 0; i < m_figures.months.size(); ++i) {
        const auto& [month, supply] = m_figures.months[i];
        const double x = leftMm + width * double(i);
        const double high = heightOf(supply);
        const bool runs = month == monthOf(m_figures.today);
        fill(x + width * 0.25, foot - high, width * 0.5, high, runs ? Color::Accent : Color::Bar);
        if (runs && m_figures.expected) {
            const double expected = heightOf(*m_figures.expected);
            m_form.frame({x + width * 0.25, foot - expected, width * 0.5, expected}, lineMm, ink(Color::Bar));
        }
        const double before = foot - heightOf(m_figures.monthsYearBefore[i].supply);
        m_form.line(x + width * 0.15, before, x + width * 0.85, before, strongMm, ink(Color::Text));
        write(x, foot - std::max(high, foot - before) - 4.5, width, 4, shortWonText(supply, highest), smallMm, false,
            Qt::AlignHCenter, Color::Text2, true);
        write(x, foot + 0.5, width, 4.5, monthText(month, i == 0 || month % 100 == 1), smallMm, runs, Qt::AlignHCenter);
    }
    m_form.line(leftMm, foot, rightMm, foot, lineMm, ink(Color::Control));
    m_y = foot + 5 + gapMm / 2;
}

double DashboardPaper::table(double x, const std::vector<PaperColumn>& columns, const QList<QStringList>& rows)
{
    double width = 0;
    for (const PaperColumn& column : columns)
        width += column.widthMm;
    double y = m_y + headMm;
    const auto line = [&](const QStringList& cells, bool isHead) {
        double left = x;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            write(left, y, columns[i].widthMm, rowMm, cells.value(int(i)), isHead ? smallMm : textMm, false,
                columns[i].isNumber ? Qt::AlignRight : Qt::AlignLeft, isHead ? Color::Text2 : Color::Text,
                columns[i].isNumber);
            left += columns[i].widthMm;
        }
        y += rowMm;
        m_form.line(x, y, x + width, y, lineMm, ink(Color::Panel));
    };
    QStringList titles;
    for (const PaperColumn& column : columns)
        titles += column.title;
    line(titles, true);
    for (const QStringList& row : rows)
        line(row, false);
    if (rows.isEmpty()) {
        write(x, y, width, rowMm, PaperWords::tr("None."), textMm, false, Qt::AlignLeft, Color::Text3);
        y += rowMm;
    }
    return y + gapMm;
}

double DashboardPaper::ageing(double x, double width)
{
    section(x, width, PaperWords::tr("Age of receivables"));
    QList<QStringList> rows;
    const auto add = [&](const QString& name, const AgeingOfAll::Row& row) {
        const auto share = shareOf(row.owed.amount, m_figures.ageing.total.owed.amount);
        rows += {name, numberText(qint64(row.customers)), share ? tenthsText(*share) : QString(), numberText(row.owed)};
    };
    for (std::size_t age = 0; age < debtAgeCount; ++age)
        add(debtAgeText(static_cast<DebtAge>(age)), m_figures.ageing.rows[age]);
    add(PaperWords::tr("Total"), m_figures.ageing.total);
    return table(x,
        {{PaperWords::tr("Age"), width * 0.32, false}, {PaperWords::tr("Customers"), width * 0.18, true},
            {PaperWords::tr("Share"), width * 0.18, true}, {PaperWords::tr("Amount"), width * 0.32, true}},
        rows);
}

double DashboardPaper::late(double x, double width)
{
    section(x, width, PaperWords::tr("Late orders: %1").arg(numberText(qint64(m_figures.lateTotals.count))));
    QList<QStringList> rows;
    for (const storage::OrderListRow& order : m_figures.late)
        rows += {toQString(order.customerName),
            toQString(order.firstProduct)
                + (order.moreLines > 0 ? u' ' + PaperWords::tr("+%1").arg(order.moreLines) : QString()),
            numberText(order.remaining), nearnessText(order.dueOn, m_figures.today)};
    return table(x,
        {{PaperWords::tr("Customer"), width * 0.26, false}, {PaperWords::tr("Product"), width * 0.38, false},
            {PaperWords::tr("Remaining"), width * 0.17, true}, {PaperWords::tr("Late"), width * 0.19, true}},
        rows);
}

double DashboardPaper::ranks(
    double x, double width, const QString& title, const std::vector<storage::RankedAmount>& ranked)
{
    section(x, width, title);
    QList<QStringList> rows;
    for (const storage::RankedAmount& each : ranked) {
        const auto share = shareOf(each.supply.amount, m_figures.delivered.now.supply.amount);
        rows += {toQString(each.name), share ? tenthsText(*share) : QString(), numberText(each.supply),
            changeText(changeOf(each.supply.amount, each.before.amount))};
    }
    return table(x,
        {{PaperWords::tr("Name"), width * 0.42, false}, {PaperWords::tr("Share"), width * 0.15, true},
            {PaperWords::tr("Delivered"), width * 0.25, true}, {PaperWords::tr("Change"), width * 0.18, true}},
        rows);
}

double DashboardPaper::belowSafety(double x, double width)
{
    section(x, width, PaperWords::tr("Stock below safety: %1").arg(numberText(qint64(m_figures.belowSafetyCount))));
    QList<QStringList> rows;
    for (const storage::ProductListRow& product : m_figures.belowSafety)
        rows += {toQString(product.name + " " + product.spec).trimmed(), numberText(product.stock),
            numberText(product.safetyStock)};
    return table(x,
        {{PaperWords::tr("Product"), width * 0.5, false}, {PaperWords::tr("Stock"), width * 0.25, true},
            {PaperWords::tr("Safety stock"), width * 0.25, true}},
        rows);
}

void DashboardPaper::paint(const QString& company, const QString& asOf)
{
    head(company, asOf);
    tiles();
    chart();
    const double width = (rightMm - leftMm - 8) / 2;
    const double second = leftMm + width + 8;
    // short ones beside short ones, so that ten rows of each fit on the page
    const double customersEnd = ranks(leftMm, width, PaperWords::tr("Best customers"), m_figures.customers);
    m_y = std::max(customersEnd, ranks(second, width, PaperWords::tr("Best products"), m_figures.products));
    const double ageingEnd = ageing(leftMm, width);
    late(second, width);
    m_y = ageingEnd;
    belowSafety(leftMm, width);
}

} // namespace

QString dashboardFileName(const Period& period, const QString& ending)
{
    const QString name = QStringLiteral("%1 %2").arg(PaperWords::tr("Dashboard"), periodText(period));
    return ending.isEmpty() ? name : name + u'.' + ending;
}

QPageLayout dashboardPageLayout() { return {QPageSize(QPageSize::A4), QPageLayout::Portrait, {}}; }

bool paintDashboard(
    QPagedPaintDevice& device, int dpi, const DashboardFigures& figures, const QString& company, const QString& asOf)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    DashboardPaper(painter, dpi / 25.4, figures).paint(company, asOf);
    return painter.end();
}

QByteArray dashboardPdf(const DashboardFigures& figures, const QString& company, const QString& asOf)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pdfDpi);
    writer.setPageLayout(dashboardPageLayout());
    writer.setTitle(dashboardFileName(figures.period, {}));
    writer.setCreator(QStringLiteral("Dure ") + QStringLiteral(DURE_VERSION));
    return paintDashboard(writer, pdfDpi, figures, company, asOf) ? bytes : QByteArray();
}

} // namespace dure::app
