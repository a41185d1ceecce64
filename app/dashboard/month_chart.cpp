#include "app/dashboard/month_chart.h"

#include "app/dashboard/dashboard_text.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QStackedBarSeries>

namespace dure::app {
namespace {

constexpr int heightAt100 = 236;
constexpr int mostTicks = 5;
constexpr qreal overAllSeries = 1000; // the z-value of words

/// 1, 2, 2.5 or 5 times a power of ten, so that few lines reach over the highest value.
std::int64_t tickFor(std::int64_t highest)
{
    for (std::int64_t power = 1;; power *= 10)
        for (std::int64_t tenths : {10, 20, 25, 50})
            if (const std::int64_t tick = power * tenths / 10; tick > 0 && tick * (mostTicks - 1) >= highest)
                return tick;
}

} // namespace

MonthChart::MonthChart(QWidget* parent)
    : QChartView(new QChart, parent)
    , m_bars(new QStackedBarSeries)
    , m_past(new QBarSet({}))
    , m_running(new QBarSet({}))
    , m_expected(new QBarSet({}))
    , m_line(new QLineSeries)
    , m_points(new QScatterSeries)
    , m_monthAxis(new QBarCategoryAxis)
    , m_amountAxis(new QCategoryAxis)
    , m_expectation(new QGraphicsSimpleTextItem(chart()))
{
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setFocusPolicy(Qt::NoFocus); // the chart has the keyboard, and the name
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setAccessibleName(tr("Delivered by month"));
    QChart* chart = this->chart();
    chart->legend()->hide();
    chart->setBackgroundRoundness(0);
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    for (QBarSet* set : {m_past, m_running, m_expected})
        m_bars->append(set);
    m_bars->setBarWidth(0.5);
    chart->addSeries(m_bars);
    chart->addSeries(m_line);
    chart->addSeries(m_points);
    m_points->setMarkerShape(QScatterSeries::MarkerShapeRectangle);
    chart->addAxis(m_monthAxis, Qt::AlignBottom);
    chart->addAxis(m_amountAxis, Qt::AlignLeft);
    for (QAbstractSeries* series : std::initializer_list<QAbstractSeries*>{m_bars, m_line, m_points}) {
        series->attachAxis(m_monthAxis);
        series->attachAxis(m_amountAxis);
    }
    m_amountAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_monthAxis->setGridLineVisible(false);
    m_amountAxis->setLineVisible(false);
    connect(chart, &QChart::plotAreaChanged, this, &MonthChart::placeExpectation);
    Theme::follow(this, [this](const Tokens& t) { applyTokens(t); });
}

void MonthChart::applyTokens(const Tokens& t)
{
    setFixedHeight(t.scaled(heightAt100));
    const QPen none(Qt::NoPen);
    chart()->setBackgroundBrush(t.color(Color::Sheet));
    chart()->setBackgroundPen(none);
    setBackgroundBrush(t.color(Color::Sheet));
    m_past->setBrush(t.color(Color::Bar));
    m_running->setBrush(t.color(Color::Accent));
    m_past->setPen(none);
    m_running->setPen(none);
    m_expected->setBrush(Qt::NoBrush);
    m_expected->setPen(QPen(t.color(Color::Bar), Tokens::px(Fixed::Line), Qt::DashLine));
    m_line->setPen(QPen(t.color(Color::Text), Tokens::px(Fixed::Line) * 1.5));
    m_points->setMarkerSize(t.px(Px::Space8) - 1);
    m_points->setBrush(t.color(Color::Sheet));
    m_points->setBorderColor(t.color(Color::Text));
    for (QAbstractAxis* axis : std::initializer_list<QAbstractAxis*>{m_monthAxis, m_amountAxis}) {
        axis->setLabelsFont(t.font(TextStyle::Hint));
        axis->setLabelsBrush(t.color(Color::Text2));
        axis->setGridLinePen(QPen(t.color(Color::Hair), Tokens::px(Fixed::Line)));
        axis->setLinePen(QPen(t.color(Color::Panel), Tokens::px(Fixed::Line)));
    }
    chart()->layout()->setContentsMargins(0, t.px(Px::Space8), 0, 0); // half of the highest amount's letters
    m_expectation->setFont(t.font(TextStyle::Hint));
    m_expectation->setBrush(t.color(Color::Text2));
    placeExpectation();
    viewport()->update();
}

void MonthChart::setMonths(const Months& months)
{
    const bool wasLast = m_current + 1 >= static_cast<int>(m_months.now.size());
    const int chosen = currentMonth();
    m_months = months;
    fillSeries();
    fillAxes();
    const auto same = std::ranges::find(m_months.now, chosen, &storage::MonthAmount::month);
    const bool stays = !wasLast && same != m_months.now.end();
    setCurrent(static_cast<int>(stays ? same - m_months.now.begin() : std::ssize(m_months.now) - 1));
    placeExpectation();
}

void MonthChart::fillSeries()
{
    for (QBarSet* set : {m_past, m_running, m_expected})
        set->remove(0, set->count());
    m_line->clear();
    m_points->clear();
    bool lineBegan = false; // what was before the first delivery is no month of nothing
    for (std::size_t i = 0; i < m_months.now.size(); ++i) {
        const auto& [month, supply] = m_months.now[i];
        const bool runs = month == m_months.running;
        const Won drawn = std::max(supply, Won{}); // a month of returns is an empty column; its words say the figure
        const Won more = runs && m_months.expected ? std::max(*m_months.expected - drawn, Won{}) : Won{};
        m_past->append(runs ? 0 : qreal(drawn.amount));
        m_running->append(runs ? qreal(drawn.amount) : 0);
        m_expected->append(qreal(more.amount));
        lineBegan = lineBegan || (i < m_months.yearBefore.size() && m_months.yearBefore[i].supply != Won{});
        if (lineBegan && i < m_months.yearBefore.size()) {
            const QPointF point(qreal(i), qreal(std::max(m_months.yearBefore[i].supply, Won{}).amount));
            m_line->append(point);
            m_points->append(point);
        }
    }
}

void MonthChart::fillAxes()
{
    Won highest{1};
    for (const auto* months : {&m_months.now, &m_months.yearBefore})
        for (const storage::MonthAmount& month : *months)
            highest = std::max(highest, month.supply);
    highest = std::max(highest, m_months.expected.value_or(Won{}));
    for (const QString& label : m_amountAxis->categoriesLabels())
        m_amountAxis->remove(label);
    const std::int64_t tick = tickFor(highest.amount);
    std::int64_t top = 0;
    for (; top < highest.amount; top += tick)
        m_amountAxis->append(shortWonText({top}, highest), qreal(top));
    m_amountAxis->append(shortWonText({top}, highest), qreal(top));
    m_amountAxis->setRange(0, qreal(top));

    QStringList labels;
    for (std::size_t i = 0; i < m_months.now.size(); ++i) {
        const int month = m_months.now[i].month;
        const QString text = monthText(month, i == 0 || month % 100 == 1);
        labels += month == m_months.running ? QStringLiteral("<b>%1</b>").arg(text) : text;
    }
    m_monthAxis->setCategories(labels);
    // the number axis of the line runs from the first bar's middle
    if (!labels.isEmpty())
        m_monthAxis->setRange(labels.first(), labels.last());
}

void MonthChart::placeExpectation()
{
    const auto running = std::ranges::find(m_months.now, m_months.running, &storage::MonthAmount::month);
    const bool shown = m_months.expected && running != m_months.now.end();
    m_expectation->setVisible(shown);
    if (!shown)
        return;
    Won highest = *m_months.expected;
    for (const storage::MonthAmount& month : m_months.now)
        highest = std::max(highest, month.supply);
    m_expectation->setZValue(overAllSeries);
    m_expectation->setText(tr("exp. %1").arg(shortWonText(*m_months.expected, highest)));
    const auto index = running - m_months.now.begin();
    const QPointF top = chart()->mapToPosition({qreal(index), qreal(m_months.expected->amount)}, m_bars);
    const QRectF text = m_expectation->boundingRect();
    qreal above = top.y();
    if (const auto at = std::size_t(index); at < m_months.yearBefore.size()) { // over the line's point too
        const Won before = std::max(m_months.yearBefore[at].supply, Won{});
        const qreal point = chart()->mapToPosition({qreal(index), qreal(before.amount)}, m_line).y();
        above = std::min(above, point - m_points->markerSize() / 2);
    }
    const qreal left = std::min(top.x() - text.width() / 2, chart()->plotArea().right() - text.width());
    m_expectation->setPos(left, std::max(above - text.height() - tokens().px(Px::Space4) / 2, 0.0));
}

int MonthChart::currentMonth() const
{
    return m_current >= 0 && m_current < static_cast<int>(m_months.now.size())
        ? m_months.now[static_cast<std::size_t>(m_current)].month
        : 0;
}

void MonthChart::setCurrent(int index)
{
    m_current = std::min(index, static_cast<int>(m_months.now.size()) - 1);
    index = m_current;
    setAccessibleDescription(index < 0 ? QString() : monthWords(index));
    viewport()->update();
}

QString MonthChart::monthWords(int index) const
{
    const auto at = static_cast<std::size_t>(index);
    const storage::MonthAmount& month = m_months.now[at];
    QString words = QStringLiteral("%1: %2").arg(
        periodText(Period::of(PeriodKind::Month, firstDayOf(month.month))), wonText(month.supply));
    if (at < m_months.yearBefore.size() && m_months.yearBefore[at].supply != Won{})
        words += QStringLiteral("\n") + tr("A year before: %1").arg(wonText(m_months.yearBefore[at].supply));
    if (month.month == m_months.running && m_months.expected)
        words += QStringLiteral("\n") + tr("Expected: %1").arg(wonText(*m_months.expected));
    return words;
}

QRectF MonthChart::columnRect(int index) const
{
    const QRectF area = chart()->plotArea();
    const qreal width = area.width() / qreal(std::max<std::size_t>(1, m_months.now.size()));
    return {area.left() + width * index, area.top(), width, area.height()};
}

int MonthChart::indexAt(const QPoint& place) const
{
    for (int i = 0; i < static_cast<int>(m_months.now.size()); ++i)
        if (columnRect(i).contains(chart()->mapFromScene(mapToScene(place))))
            return i;
    return -1;
}

void MonthChart::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_months.now.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent(std::min(last, std::max(0, m_current - 1)));
    case Qt::Key_Right:
        return setCurrent(std::min(last, m_current + 1));
    case Qt::Key_Home:
        return setCurrent(last < 0 ? -1 : 0);
    case Qt::Key_End:
        return setCurrent(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentMonth() != 0)
            Q_EMIT opened(currentMonth());
        return;
    default:
        event->ignore();
    }
}

void MonthChart::mousePressEvent(QMouseEvent* event)
{
    const int index = indexAt(event->pos());
    if (index < 0 || event->button() != Qt::LeftButton)
        return;
    setFocus(Qt::MouseFocusReason);
    setCurrent(index);
    Q_EMIT opened(currentMonth());
}

void MonthChart::mouseMoveEvent(QMouseEvent* event)
{
    const int index = indexAt(event->pos());
    setCursor(index < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (index >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), monthWords(index), this);
}

void MonthChart::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void MonthChart::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void MonthChart::drawForeground(QPainter* painter, const QRectF&)
{
    if (!hasFocus() || m_current < 0)
        return;
    const QRectF column = chart()->mapToScene(columnRect(m_current)).boundingRect();
    const int width = Tokens::px(Fixed::FocusLine);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(tokens().color(Color::Accent), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawRect(column.adjusted(width, width / 2.0, -width, 0));
}

} // namespace dure::app

#include "moc_month_chart.cpp"
