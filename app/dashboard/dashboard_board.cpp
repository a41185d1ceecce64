#include "app/dashboard/dashboard_board.h"

#include "app/dashboard/chart_key.h"
#include "app/dashboard/figure_table.h"
#include "app/dashboard/figure_tile.h"
#include "app/dashboard/month_chart.h"
#include "app/receivables/ageing_bar.h"
#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QGridLayout>

namespace dure::app {
namespace {

constexpr int rankRows = 5;
constexpr int shortRows = 3; // of what stands two high in the left column
constexpr int ageRows = int(debtAgeCount) + 1;

LedgerColumn column(const char* id, const QString& title, ColumnKind kind, int width, bool stretch = false)
{
    return {QLatin1String(id), title, kind, width, stretch};
}

} // namespace

DashboardBoard::DashboardBoard(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
{
    m_grid->setSpacing(Tokens::px(Fixed::Line));
    makeTiles();
    auto* chart = makeChartPanel();
    auto* ageing = makeAgeingPanel();
    auto* left = new Panel(Color::Sheet);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    leftLayout->addWidget(makeLatePanel());
    leftLayout->addWidget(makeBelowSafetyPanel());
    leftLayout->addStretch(1);
    auto* customers
        = makeRankPanel(m_customers, m_customersSubtitle, tr("Best customers"), tr("Customer"), TableId::Customer);
    auto* products
        = makeRankPanel(m_products, m_productsSubtitle, tr("Best products"), tr("Product"), TableId::Product);
    m_panels = {chart, ageing, left, customers, products};
    connectTiles();
    // hairlines between areas: what shows through the spacing
    auto* ground = new Panel(Color::Panel);
    auto* groundLayout = new QVBoxLayout(ground);
    groundLayout->setContentsMargins(0, 0, 0, Tokens::px(Fixed::Line));
    groundLayout->setSpacing(Tokens::px(Fixed::Line));
    for (QHBoxLayout*& row : m_tileRows) {
        row = new QHBoxLayout;
        row->setSpacing(Tokens::px(Fixed::Line));
        groundLayout->addLayout(row);
    }
    groundLayout->addLayout(m_grid);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(ground);
    layout->addStretch(1);
    Theme::follow(this, [this](const Tokens&) {
        m_columns = 0;
        arrange();
    });
}

void DashboardBoard::makeTiles()
{
    for (FigureTile*& tile : m_tiles)
        tile = new FigureTile;
}

QWidget* DashboardBoard::makePanel(
    const QString& title, Label*& subtitle, const QList<QWidget*>& beside, const QList<QWidget*>& below)
{
    auto* panel = new Panel(Color::Sheet);
    subtitle = new Label(LabelRole::Hint);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(LabelRole::Section, title));
    head->addWidget(subtitle);
    head->addStretch(1);
    for (QWidget* each : beside)
        head->addWidget(each);
    auto* layout = new QVBoxLayout(panel);
    layout->setSpacing(0);
    layout->addLayout(head);
    for (QWidget* each : below)
        layout->addWidget(each);
    layout->addStretch(1);
    Theme::follow(panel, [=](const Tokens& t) {
        head->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space16), t.px(Px::Space4));
        head->setSpacing(t.px(Px::Space8));
        layout->setContentsMargins(0, 0, 0, t.px(Px::Space8));
    });
    return panel;
}

KeyButton* DashboardBoard::makeLink(const QString& text, const QString& name)
{
    auto* link = new KeyButton(ButtonKind::Link, text);
    link->setAccessibleName(name);
    return link;
}

QWidget* DashboardBoard::makeChartPanel()
{
    m_chart = new MonthChart;
    connect(m_chart, &MonthChart::opened, this,
        [this](int month) { Q_EMIT deliveriesWanted(Period::of(PeriodKind::Month, firstDayOf(month)).days()); });
    auto* room = new QWidget;
    auto* layout = new QVBoxLayout(room);
    layout->addWidget(m_chart);
    Theme::follow(room,
        [=](const Tokens& t) { layout->setContentsMargins(t.px(Px::Space8), t.px(Px::Space8), t.px(Px::Space16), 0); });
    return makePanel(tr("Delivered by month"), m_chartSubtitle,
        {new ChartKey(ChartKey::Bar, tr("Delivered")), new ChartKey(ChartKey::Line, tr("Same month a year before"))},
        {room});
}

QWidget* DashboardBoard::makeAgeingPanel()
{
    m_ageingBar = new AgeingBar;
    auto* room = new QWidget;
    auto* layout = new QVBoxLayout(room);
    layout->addWidget(m_ageingBar);
    Theme::follow(room, [=](const Tokens& t) {
        layout->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space16), t.px(Px::Space8));
    });
    m_ageing = new FigureTable(tr("Receivables by age"),
        {column("age", tr("Age"), ColumnKind::Status, 120, true),
            column("count", tr("Customers"), ColumnKind::Number, 70),
            column("share", tr("Share"), ColumnKind::Number, 64),
            column("amount", tr("Amount"), ColumnKind::Number, 110)},
        ageRows);
    connect(m_ageing, &FigureTable::chosen, this, &DashboardBoard::receivablesWanted);
    auto* link = makeLink(tr("Receivables"), tr("Show the receivables"));
    connect(link, &QAbstractButton::clicked, this, &DashboardBoard::receivablesWanted);
    return makePanel(tr("Age of receivables"), m_ageingSubtitle, {link}, {room, m_ageing});
}

QWidget* DashboardBoard::makeLatePanel()
{
    m_late = new FigureTable(tr("Late orders"),
        {column("customer", tr("Customer"), ColumnKind::Text, 90),
            column("product", tr("Product"), ColumnKind::Name, 100, true),
            column("remaining", tr("Remaining"), ColumnKind::Number, 64),
            column("late", tr("Late"), ColumnKind::Status, 84)},
        shortRows);
    connect(
        m_late, &FigureTable::chosen, this, [this](int, const Uuid& id) { Q_EMIT rowWanted(TableId::SalesOrder, id); });
    auto* link = makeLink(tr("Show all"), tr("Show all late orders"));
    connect(link, &QAbstractButton::clicked, this, &DashboardBoard::lateOrdersWanted);
    return makePanel(tr("Late orders"), m_lateSubtitle, {link}, {m_late});
}

QWidget* DashboardBoard::makeBelowSafetyPanel()
{
    m_belowSafety = new FigureTable(tr("Stock below safety"),
        {column("product", tr("Product"), ColumnKind::Text, 140, true),
            column("stock", tr("Stock"), ColumnKind::Number, 74),
            column("safety", tr("Safety stock"), ColumnKind::Number, 74)},
        shortRows);
    connect(m_belowSafety, &FigureTable::chosen, this,
        [this](int, const Uuid& id) { Q_EMIT rowWanted(TableId::Product, id); });
    auto* link = makeLink(tr("Show all"), tr("Show all products below their safety stock"));
    connect(link, &QAbstractButton::clicked, this, &DashboardBoard::belowSafetyWanted);
    return makePanel(tr("Stock below safety"), m_belowSafetySubtitle, {link}, {m_belowSafety});
}

QWidget* DashboardBoard::makeRankPanel(
    FigureTable*& table, Label*& subtitle, const QString& title, const QString& what, TableId opens)
{
    table = new FigureTable(title,
        {column("name", what, ColumnKind::Text, 100, true), column("share", tr("Share"), ColumnKind::Number, 50),
            column("amount", tr("Delivered"), ColumnKind::Number, 92),
            column("trend", tr("Change"), ColumnKind::Number, 56)},
        rankRows);
    connect(table, &FigureTable::chosen, this, [this, opens](int, const Uuid& id) { Q_EMIT rowWanted(opens, id); });
    return makePanel(title, subtitle, {}, {table});
}

void DashboardBoard::connectTiles()
{
    const auto opens = [this](Tile tile, auto run) { connect(m_tiles[tile], &QAbstractButton::clicked, this, run); };
    opens(Orders, [this] { Q_EMIT ordersWanted(days()); });
    opens(Deliveries, [this] { Q_EMIT deliveriesWanted(days()); });
    opens(Collections, [this] { Q_EMIT collectionsWanted(days()); });
    opens(Receivables, [this] { Q_EMIT receivablesWanted(); });
    opens(OnTimeRate, [this] { // what is late is so today; of a past period there is what was delivered
        if (m_figures.period.days().contains(m_figures.today))
            Q_EMIT lateOrdersWanted();
        else
            Q_EMIT deliveriesWanted(days());
    });
}

void DashboardBoard::focusFirst() { m_tiles[Orders]->setFocus(Qt::OtherFocusReason); }

void DashboardBoard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace dure::app

#include "moc_dashboard_board.cpp"
