#include "app/search/search_popup.h"

#include "app/data/company_data.h"
#include "app/lookup/found_text.h"
#include "app/shell/search_field.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"
#include "core/domain/text_query.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace dure::app {
namespace {

constexpr int leastWidth = 560; // at 100 %
constexpr int commandsWithoutQuery = 8;
constexpr int commandsFound = 5;

} // namespace

SearchPopup::SearchPopup(SearchField& field, CompanyData& data)
    : QWidget(field.window())
    , m_field(field)
    , m_data(data)
{
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Found"));
    hide();
    field.installEventFilter(this);
    field.window()->installEventFilter(this);
    connect(&field, &SearchField::queryChanged, this, &SearchPopup::search);
    connect(&field, &SearchField::left, this, &QWidget::hide);
    Theme::follow(this, [this](const Tokens&) {
        if (isVisible())
            place();
    });
}

void SearchPopup::addCommand(Command command) { m_commands += std::move(command); }

QStringList SearchPopup::shownTitles() const
{
    QStringList titles;
    for (const Line& line : m_lines) {
        if (!line.heading)
            titles += line.title;
    }
    return titles;
}

void SearchPopup::search(const QString& query)
{
    if (!m_field.hasFocus())
        return;
    m_openWhenFound = false;
    if (query.isEmpty()) {
        m_waiting = false;
        show(query, {});
        return;
    }
    m_waiting = true;
    m_data.read(
        this, QStringLiteral("search"),
        [text = query.toStdString(), today = m_data.today()](Reader& reader) { return findRows(reader, text, today); },
        [this, query](std::vector<SearchRow>&& rows) {
            m_waiting = false;
            show(query, rows);
            if (std::exchange(m_openWhenFound, false))
                openCurrent();
        });
}

void SearchPopup::show(const QString& query, const std::vector<SearchRow>& rows)
{
    m_query = query;
    m_lines.clear();
    std::optional<TableId> last;
    for (const SearchRow& row : rows) {
        if (last != row.table)
            m_lines += Line{.heading = true, .title = headingOf(row.table)};
        last = row.table;
        m_lines += Line{
            .icon = iconOf(row.table), .title = row.title, .detail = row.detail, .table = row.table, .id = row.id};
    }
    addCommands(query);
    m_current = m_lines.size() > 1 ? 1 : -1;
    if (!m_field.hasFocus())
        return;
    place();
    QWidget::show();
    raise();
    update();
}

void SearchPopup::addCommands(const QString& query)
{
    const TextQuery wanted(query.toStdString());
    QList<Line> found;
    for (int i = 0; i < m_commands.size(); ++i) {
        if (!query.isEmpty() && !wanted.match(m_commands[i].title.toStdString()))
            continue;
        if (found.size() == (query.isEmpty() ? commandsWithoutQuery : commandsFound))
            break;
        found += Line{
            .icon = m_commands[i].icon, .title = m_commands[i].title, .detail = m_commands[i].key, .command = i};
    }
    if (found.isEmpty())
        return;
    m_lines += Line{.heading = true, .title = tr("Do")};
    m_lines += found;
}

int SearchPopup::lineHeight(const Line& line) const { return tokens().px(line.heading ? Px::HeadRow : Px::Row); }

void SearchPopup::place()
{
    int height = 2 * Tokens::px(Fixed::Line) + tokens().px(Px::Space8);
    for (const Line& line : std::as_const(m_lines))
        height += lineHeight(line);
    if (m_lines.isEmpty())
        height += tokens().px(Px::Row);
    const QPoint below = m_field.mapTo(window(), QPoint(0, m_field.height() + tokens().px(Px::Space4)));
    const int width = qMax(m_field.width(), tokens().scaled(leastWidth));
    const int most = window()->height() - below.y() - tokens().px(Px::Space8);
    setGeometry(
        qMin(below.x(), window()->width() - width - tokens().px(Px::Space8)), below.y(), width, qMin(height, most));
}

bool SearchPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_field) {
        switch (event->type()) {
        case QEvent::KeyPress:
            return keyPressed(static_cast<QKeyEvent*>(event)->key());
        case QEvent::FocusIn:
            search(m_field.effectiveText().trimmed());
            break;
        case QEvent::FocusOut:
            hide();
            break;
        default:
            break;
        }
    } else if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

bool SearchPopup::keyPressed(int key)
{
    switch (key) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_field.commitComposition();
        if (m_waiting)
            m_openWhenFound = true;
        else
            openCurrent();
        return true;
    default:
        return false;
    }
}

void SearchPopup::move(int step)
{
    int next = m_current;
    do {
        next += step;
    } while (next >= 0 && next < m_lines.size() && m_lines[next].heading);
    if (next < 0 || next >= m_lines.size())
        return;
    m_current = next;
    setAccessibleDescription(m_lines[next].title);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
    update();
}

void SearchPopup::openCurrent()
{
    if (m_current < 0 || m_current >= m_lines.size())
        return;
    const Line line = m_lines[m_current];
    hide();
    m_field.clear();
    Q_EMIT m_field.left(); // the page takes the focus before what follows moves it
    if (line.command >= 0)
        m_commands[line.command].run();
    else
        Q_EMIT opened(line.table, line.id);
}

int SearchPopup::lineAt(const QPoint& place) const
{
    int top = Tokens::px(Fixed::Line) + tokens().px(Px::Space4);
    for (int i = 0; i < m_lines.size(); ++i) {
        const int bottom = top + lineHeight(m_lines[i]);
        if (place.y() >= top && place.y() < bottom)
            return m_lines[i].heading ? -1 : i;
        top = bottom;
    }
    return -1;
}

void SearchPopup::mouseMoveEvent(QMouseEvent* event)
{
    const int line = lineAt(event->position().toPoint());
    if (line >= 0 && std::exchange(m_current, line) != line)
        update();
}

void SearchPopup::mouseReleaseEvent(QMouseEvent* event)
{
    const int line = lineAt(event->position().toPoint());
    if (line < 0 || event->button() != Qt::LeftButton)
        return;
    m_current = line;
    openCurrent();
}

void SearchPopup::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    QPainter painter(this);
    painter.fillRect(rect(), t.color(Color::Control));
    painter.fillRect(rect().adjusted(line, line, -line, -line), t.color(Color::Sheet));
    int top = line + t.px(Px::Space4);
    if (m_lines.isEmpty()) {
        painter.setFont(t.font(TextStyle::Body));
        painter.setPen(t.color(Color::Text2));
        painter.drawText(QRect(t.px(Px::Space16), top, width(), t.px(Px::Row)), Qt::AlignVCenter | Qt::AlignLeft,
            tr("Nothing was found. Initial consonants and parts of a word work, too."));
    }
    for (int i = 0; i < m_lines.size(); ++i) {
        const QRect rect(line, top, width() - 2 * line, lineHeight(m_lines[i]));
        paintLine(painter, m_lines[i], rect, i == m_current);
        top += rect.height();
    }
}

void SearchPopup::paintLine(QPainter& painter, const Line& line, const QRect& rect, bool current) const
{
    const Tokens& t = tokens();
    const QRect inside = rect.adjusted(t.px(Px::Space16), 0, -t.px(Px::Space16), 0);
    const SearchedParts parts(m_query);
    if (line.heading) {
        painter.setFont(t.font(TextStyle::Hint));
        painter.setPen(t.color(Color::Text2));
        painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, line.title);
        return;
    }
    if (current) {
        painter.fillRect(rect, t.color(Color::Selected));
        painter.fillRect(rect.left(), rect.top(), Tokens::px(Fixed::RowMark), rect.height(), t.color(Color::Accent));
    }
    const int icon = t.px(Px::Icon);
    paintIcon(painter, QRect(inside.left(), rect.top(), icon, rect.height()), line.icon, Color::Text2);
    QRect texts = inside.adjusted(icon + t.px(Px::Space8), 0, 0, 0);
    if (line.command >= 0) {
        if (!line.detail.isEmpty()) {
            const int cap = keyCapWidth(line.detail);
            paintKeyCap(painter, QRect(texts.right() + 1 - cap, rect.top(), cap, rect.height()), line.detail);
        }
        paintFoundText(painter, texts, parts.in(line.title));
        return;
    }
    const QFontMetrics metrics(t.font(TextStyle::Body));
    const QFontMetrics hint(t.font(TextStyle::Hint));
    const int titleWidth = qMin(textWidth(metrics, line.title) + t.px(Px::Space24), texts.width() * 2 / 3);
    paintFoundText(painter, QRect(texts.left(), rect.top(), titleWidth, rect.height()), parts.in(line.title));
    const QRect rest = texts.adjusted(titleWidth + t.px(Px::Space16), 0, 0, 0);
    painter.setFont(t.font(TextStyle::Hint));
    painter.setPen(t.color(Color::Text2));
    painter.drawText(
        rest, int(Qt::AlignVCenter | Qt::AlignRight) | Qt::TextSingleLine, fitText(hint, line.detail, rest.width()));
}

} // namespace dure::app

#include "moc_search_popup.cpp"
