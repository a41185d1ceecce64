#pragma once
#include "app/widgets/tokens.h"
#include "core/storage/figures_store.h"

#include <QtCharts/QChartView>
#include <optional>

class QBarSet;
class QCategoryAxis;
class QGraphicsSimpleTextItem;
class QBarCategoryAxis;
class QLineSeries;
class QScatterSeries;
class QStackedBarSeries;

namespace dure::app {

/// Twelve months' delivered amounts as bars, the same months a year before as a line, and what the running month is
/// expected to come to. Left and right go from month to month, Enter or a click opens one.
class MonthChart : public QChartView
{
    Q_OBJECT
public:
    explicit MonthChart(QWidget* parent = nullptr);

    struct Months
    {
        std::vector<storage::MonthAmount> now, yearBefore; ///< as many, month for month
        int running = 0; ///< yyyymm; drawn stronger, with `expected` above it
        std::optional<Won> expected;
    };
    void setMonths(const Months& months);
    int currentMonth() const; ///< yyyymm; 0: none

Q_SIGNALS:
    void opened(int month); ///< yyyymm

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void applyTokens(const Tokens& t);
    void fillSeries();
    void fillAxes();
    void placeExpectation();
    void setCurrent(int index);
    int indexAt(const QPoint& place) const; ///< -1: beside the bars
    QRectF columnRect(int index) const;
    QString monthWords(int index) const;

    Months m_months;
    int m_current = -1;
    QStackedBarSeries* m_bars; // the chart's, as all of these
    QBarSet *m_past, *m_running, *m_expected;
    QLineSeries* m_line;
    QScatterSeries* m_points;
    QBarCategoryAxis* m_monthAxis;
    QCategoryAxis* m_amountAxis;
    QGraphicsSimpleTextItem* m_expectation;
};

} // namespace dure::app
