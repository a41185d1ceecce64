#include "app/attention/history_view.h"

#include "app/sync/history_desk.h"
#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"

#include <QBoxLayout>
#include <QPainter>

namespace dure::app {
namespace {

constexpr int restMs = 200;
constexpr int linesAtOnce = 50;
constexpr int wrap = Qt::TextWordWrap;

int wrappedHeight(const QFontMetrics& metrics, const QString& text, int width)
{
    return metrics.boundingRect(QRect(0, 0, qMax(width, 1), 10'000), wrap, keepWordsWhole(text)).height();
}

} // namespace

HistorySheet::HistorySheet(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    Theme::follow(this, [this](const Tokens&) { updateGeometry(); });
}

void HistorySheet::setLines(std::vector<HistoryLine> lines)
{
    m_lines = std::move(lines);
    QStringList spoken;
    for (const HistoryLine& line : m_lines)
        spoken += QStringList{line.when, line.who, line.what, line.device}.join(QStringLiteral(", "));
    setAccessibleDescription(spoken.join(u'\n'));
    updateGeometry();
    update();
}

HistorySheet::Columns HistorySheet::columnsFor(int width)
{
    const Tokens& t = tokens();
    const int pad = t.px(Px::Space24);
    Columns columns{};
    columns.when = pad;
    columns.who = columns.when + t.scaled(104);
    columns.what = columns.who + t.scaled(72);
    columns.deviceWidth = qMin(t.scaled(150), width / 5);
    columns.device = width - pad - columns.deviceWidth;
    columns.whatWidth = columns.device - columns.what - t.px(Px::Space16);
    return columns;
}

int HistorySheet::heightOf(const HistoryLine& line, const Columns& columns)
{
    const Tokens& t = tokens();
    const QFontMetrics metrics(t.font(TextStyle::Body));
    const int text = qMax(
        wrappedHeight(metrics, line.what, columns.whatWidth), wrappedHeight(metrics, line.device, columns.deviceWidth));
    return text + 2 * t.scaled(6) + Tokens::px(Fixed::Line);
}

int HistorySheet::heightForWidth(int width) const
{
    const Columns columns = columnsFor(width);
    int height = 0;
    for (const HistoryLine& line : m_lines)
        height += heightOf(line, columns);
    return height;
}

void HistorySheet::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const Columns columns = columnsFor(width());
    const int line = Tokens::px(Fixed::Line);
    QPainter painter(this);
    painter.setFont(t.font(TextStyle::Body));
    int top = 0;
    for (const HistoryLine& each : m_lines) {
        const int height = heightOf(each, columns);
        painter.fillRect(0, top, width(), line, t.color(Color::Hair));
        const auto draw = [&](int left, int wide, const QString& text, Color ink) {
            painter.setPen(t.color(ink));
            painter.drawText(
                QRect(left, top + line + t.scaled(6), wide, height), Qt::AlignLeft | wrap, keepWordsWhole(text));
        };
        draw(columns.when, columns.who - columns.when, each.when, Color::Text2);
        draw(columns.who, columns.what - columns.who - t.px(Px::Space4), each.who, Color::Text);
        draw(columns.what, columns.whatWidth, each.what, Color::Text);
        draw(columns.device, columns.deviceWidth, each.device, Color::Text2);
        top += height;
    }
}

HistoryView::HistoryView(CompanyData& data, HistoryDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_data(data)
    , m_desk(desk)
    , m_title(new Label(LabelRole::Strong))
    , m_message(new Label(LabelRole::Muted))
    , m_sheet(new HistorySheet)
    , m_more(new KeyButton(ButtonKind::Link, tr("Show more")))
    , m_again(new KeyButton(ButtonKind::Link, tr("Try again")))
{
    auto* layout = new QVBoxLayout(this);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    auto* said = new QHBoxLayout;
    said->addWidget(m_message);
    said->addWidget(m_again);
    said->addStretch();
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_more);
    foot->addStretch();
    layout->addLayout(head);
    layout->addLayout(said);
    layout->addWidget(m_sheet);
    layout->addLayout(foot);
    Theme::follow(this, [=](const Tokens& t) {
        const int side = t.px(Px::Space24);
        layout->setContentsMargins(0, t.px(Px::Space16), 0, t.px(Px::Space16));
        layout->setSpacing(t.px(Px::Space8));
        head->setContentsMargins(side, 0, side, 0);
        said->setContentsMargins(side, 0, side, 0);
        said->setSpacing(t.px(Px::Space12));
        foot->setContentsMargins(side, 0, side, 0);
    });
    m_wait.setSingleShot(true);
    m_wait.setInterval(restMs);
    connect(&m_wait, &QTimer::timeout, this, &HistoryView::ask);
    connect(m_more, &QAbstractButton::clicked, this, &HistoryView::showMore);
    connect(m_again, &QAbstractButton::clicked, this, &HistoryView::ask);
    connect(&desk, &HistoryDesk::connectionChanged, this, [this] {
        if (m_state == State::NoLine)
            ask();
    });
    setState(State::Nothing);
}

void HistoryView::setRows(const QString& title, std::vector<HistoryRow> rows)
{
    m_title->setText(title);
    m_rows = std::move(rows);
    m_lines.clear();
    m_sheet->setLines({});
    setState(m_rows.empty() ? State::Nothing : State::Loading);
    if (m_rows.empty())
        m_wait.stop();
    else
        m_wait.start();
}

void HistoryView::ask()
{
    if (m_rows.empty())
        return;
    std::vector<HistoryOf> wanted;
    for (const HistoryRow& row : m_rows)
        wanted.push_back({row.table, row.row});
    m_desk.ask(this, wanted, [this, rows = m_rows](HistoryReply&& reply) {
        if (!reply) {
            setState(reply.error() == HistoryFailure::NoLine ? State::NoLine : State::Failed);
            return;
        }
        m_data.read(
            this, QStringLiteral("history"),
            [rows, entries = std::move(*reply), today = m_data.today()](
                Reader& reader) { return historyLines(reader, rows, entries, today); },
            [this](std::vector<HistoryLine>&& lines) { take(std::move(lines)); });
    });
}

void HistoryView::take(std::vector<HistoryLine>&& lines)
{
    m_lines = std::move(lines);
    m_shown = 0;
    setState(State::Shown);
    showMore();
}

void HistoryView::showMore()
{
    m_shown = qMin(m_shown + linesAtOnce, int(m_lines.size()));
    m_sheet->setLines({m_lines.begin(), m_lines.begin() + m_shown});
    m_more->setVisible(m_shown < std::ssize(m_lines));
}

void HistoryView::setState(State state)
{
    m_state = state;
    setVisible(state != State::Nothing);
    Q_EMIT shown(state != State::Nothing);
    m_more->hide();
    m_sheet->setVisible(state == State::Shown);
    m_again->setVisible(state == State::Failed);
    QString message;
    if (state == State::Loading)
        message = tr("Asking the cloud…");
    else if (state == State::NoLine)
        message = m_desk.isOnlyHere() ? tr("The cloud keeps the history; this company is on this PC alone.")
                                      : tr("The history is shown once there is a connection.");
    else if (state == State::Failed)
        message = tr("The history could not be read.");
    else if (state == State::Shown && m_lines.empty())
        message = tr("The cloud knows nothing of it yet.");
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

} // namespace dure::app

#include "moc_history_view.cpp"
