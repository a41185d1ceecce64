#pragma once
#include "app/dashboard/dashboard_figures.h"

#include <QWidget>
#include <array>

class QGridLayout;
class QHBoxLayout;

namespace dure::app {

class AgeingBar;
class FigureTable;
class FigureTile;
class KeyButton;
class Label;
class MonthChart;

/// What of the dashboard scrolls: figures, the year's bars, ages of debts, and the tables. Shows what it is given and
/// says what somebody wants to see behind it.
class DashboardBoard : public QWidget
{
    Q_OBJECT
public:
    explicit DashboardBoard(QWidget* parent = nullptr);

    void setFigures(const DashboardFigures& figures);
    void focusFirst();

Q_SIGNALS:
    void ordersWanted(const dure::DaySpan& orderedOn);
    void lateOrdersWanted();
    void deliveriesWanted(const dure::DaySpan& deliveredOn);
    void collectionsWanted(const dure::DaySpan& receivedOn);
    void receivablesWanted();
    void belowSafetyWanted();
    void rowWanted(dure::TableId table, const dure::Uuid& id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Tile { Orders, Deliveries, Collections, Receivables, OnTimeRate, TileCount };
    void makeTiles();
    QWidget* makeChartPanel();
    QWidget* makeAgeingPanel();
    QWidget* makeLatePanel();
    QWidget* makeBelowSafetyPanel();
    QWidget* makeRankPanel(
        FigureTable*& table, Label*& subtitle, const QString& title, const QString& column, TableId opens);
    QWidget* makePanel(
        const QString& title, Label*& subtitle, const QList<QWidget*>& beside, const QList<QWidget*>& below);
    KeyButton* makeLink(const QString& text, const QString& name);
    void connectTiles();
    void arrange();
    void arrangeTiles();
    void showTiles();
    void showChart();
    void showAgeing();
    void showLate();
    void showRanks();
    void showBelowSafety();
    DaySpan days() const { return m_figures.period.until(m_figures.today); }

    DashboardFigures m_figures;
    std::array<FigureTile*, TileCount> m_tiles{}; // children, as all of these
    std::array<QHBoxLayout*, TileCount> m_tileRows{};
    QGridLayout* m_grid;
    QList<QWidget*> m_panels; // chart, ageing, the left column, customers, products
    MonthChart* m_chart = nullptr;
    AgeingBar* m_ageingBar = nullptr;
    FigureTable* m_ageing = nullptr;
    FigureTable* m_late = nullptr;
    FigureTable* m_customers = nullptr;
    FigureTable* m_products = nullptr;
    FigureTable* m_belowSafety = nullptr;
    Label* m_chartSubtitle = nullptr;
    Label* m_ageingSubtitle = nullptr;
    Label* m_lateSubtitle = nullptr;
    Label* m_customersSubtitle = nullptr;
    Label* m_productsSubtitle = nullptr;
    Label* m_belowSafetySubtitle = nullptr;
    int m_columns = 0; // of panels: 3, or 1 where the window is narrow for the text
};

} // namespace dure::app
