#include "app/dashboard/dashboard_page.h"

#include "app/dashboard/dashboard_board.h"
#include "app/dashboard/dashboard_printing.h"
#include "app/dashboard/dashboard_text.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QDateTime>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>
#include <array>

namespace dure::app {
namespace {

constexpr int monthsListed = 24;
constexpr int quartersListed = 8;
constexpr int yearsListed = 3;
constexpr int mostPercentWithWords = 120; ///< beside larger letters there is no room for all the words
constexpr int quietMs = 250; ///< a sync that brings page after page redraws it a few times a second, not at every page

constexpr std::array tables{TableId::SalesOrder, TableId::OrderLine, TableId::Delivery, TableId::DeliveryLine,
    TableId::Payment, TableId::StockMovement, TableId::Customer, TableId::Product};

} // namespace

DashboardPage::DashboardPage(CompanyData& data, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_board(new DashboardBoard)
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_asOf(new Label(LabelRole::Hint))
    , m_period(new ChoiceField)
    , m_printing(new DashboardPrinting(data, *m_strip, this))
{
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* sheet = new Panel(Color::Sheet);
    auto* sheetLayout = new QVBoxLayout(sheet);
    sheetLayout->setContentsMargins(0, 0, 0, 0);
    sheetLayout->addWidget(m_board);
    scroll->setWidget(sheet);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(scroll, 1);
    layout->addWidget(makeFoot());
    addHead();
    fillPeriods();
    connect(m_period, &QComboBox::activated, this, &DashboardPage::read);
    connect(&data, &CompanyData::changed, this, [this](const ChangeSet& changes) {
        if (changes.everything || std::ranges::any_of(tables, [&](TableId table) { return changes.touches(table); }))
            readSoon();
    });
    connect(&data, &CompanyData::dayChanged, this, [this] {
        fillPeriods();
        read();
    });
    read();
}

void DashboardPage::addHead()
{
    addAction(m_asOf);
    m_period->setButtonLook(true);
    m_period->setAccessibleName(tr("Period"));
    addAction(m_period);
    auto* print = new KeyButton(ButtonKind::Plain, tr("Print"));
    print->setSymbol(Icon::Printer);
    print->setKey(keyFor(KeyAction::Print));
    addAction(print);
    connect(print, &QAbstractButton::clicked, this, [this] { m_printing->print(chosenPeriod()); });
}

QWidget* DashboardPage::makeFoot()
{
    auto* foot = new Panel(Color::Sunken);
    foot->setEdges(Qt::TopEdge);
    auto* layout = new QHBoxLayout(foot);
    layout->addWidget(
        new Label(LabelRole::Hint, tr("Orders and deliveries without VAT; collections and receivables with VAT.")));
    layout->addStretch(1);
    auto* excel = new KeyButton(ButtonKind::Quiet, tr("To Excel"));
    excel->setSymbol(Icon::FileSpreadsheet);
    excel->setKey(keyFor(KeyAction::Export));
    auto* pdf = new KeyButton(ButtonKind::Quiet, tr("Save as PDF"));
    pdf->setKey(keyFor(KeyAction::Save));
    connect(excel, &QAbstractButton::clicked, this, [this] { m_printing->saveWorkbook(chosenPeriod()); });
    connect(pdf, &QAbstractButton::clicked, this, [this] { m_printing->savePdf(chosenPeriod()); });
    layout->addWidget(excel);
    layout->addWidget(pdf);
    Theme::follow(foot, [=](const Tokens& t) {
        layout->setContentsMargins(t.px(Px::Space16), t.px(Px::Space4), t.px(Px::Space8), t.px(Px::Space4));
        layout->setSpacing(t.px(Px::Space8));
    });
    return foot;
}

/// The running month first; what was chosen stays chosen, but for a month that is no longer the running one.
void DashboardPage::fillPeriods()
{
    const Date today = m_data.today();
    const bool wasRunning = m_periods.empty() || chosenPeriod() == m_periods.front();
    const Period before = wasRunning ? Period::of(PeriodKind::Month, today) : chosenPeriod();
    m_periods.clear();
    m_period->clear();
    m_listedFor = today;
    const auto list = [&](PeriodKind kind, int count) {
        Period period = Period::of(kind, today);
        if (!m_periods.empty())
            m_period->insertSeparator(m_period->count());
        m_periods.resize(std::size_t(m_period->count())); // a separator has an index of its own
        for (int i = 0; i < count; ++i, period = period.before()) {
            m_period->addItem(periodText(period));
            m_periods.push_back(period);
        }
    };
    list(PeriodKind::Month, monthsListed);
    list(PeriodKind::Quarter, quartersListed);
    list(PeriodKind::Year, yearsListed);
    const auto at = std::ranges::find(m_periods, before);
    m_period->setCurrentIndex(at == m_periods.end() ? 0 : int(at - m_periods.begin()));
}

Period DashboardPage::chosenPeriod() const
{
    const int index = m_period->currentIndex();
    return m_periods[std::size_t(std::max(0, index))];
}

void DashboardPage::choosePeriod(const Period& period)
{
    const auto at = std::ranges::find(m_periods, period);
    if (at == m_periods.end())
        return;
    m_period->setCurrentIndex(int(at - m_periods.begin()));
    read();
}

void DashboardPage::readSoon()
{
    if (!isVisible() || std::exchange(m_readQueued, true))
        return; // entered() reads
    QTimer::singleShot(quietMs, this, [this] {
        m_readQueued = false;
        if (isVisible())
            read();
    });
}

void DashboardPage::read()
{
    m_data.read(
        this, QStringLiteral("figures"),
        [period = chosenPeriod(), today = m_data.today()](
            Reader& reader) { return readDashboard(reader, period, today); },
        [this](DashboardFigures&& figures) { show(std::move(figures)); });
}

void DashboardPage::show(DashboardFigures&& figures)
{
    m_figures = std::move(figures);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_data.clock().nowMs());
    const QString time = now.toString(QStringLiteral("MM-dd HH:mm"));
    const bool isWide = tokens().textPercent() <= mostPercentWithWords; // the foot says it too
    m_asOf->setText(isWide ? tr("as of %1, VAT not included").arg(time) : tr("as of %1").arg(time));
    if (!m_figures->complete) {
        m_strip->clear();
        m_strip->show(Tone::Info, tr("The first sync is under way."), tr("The figures come when everything is here."));
    } else if (m_strip->property("loading").toBool()) {
        m_strip->clear();
    }
    m_strip->setProperty("loading", !m_figures->complete);
    m_board->setFigures(*m_figures);
    Q_EMIT shown();
}

void DashboardPage::entered()
{
    m_board->focusFirst();
    if (m_listedFor != m_data.today())
        fillPeriods();
    read();
}

} // namespace dure::app

#include "moc_dashboard_page.cpp"
