#include "app/attention/matter_sheet.h"

#include "app/widgets/key_cap.h"
#include "app/widgets/label.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <algorithm>
#include <numeric>

namespace dure::app {
namespace {

constexpr int wrap = Qt::TextWordWrap;

int pad() { return tokens().scaled(14); }

/// Of a line that breaks between words only: Qt breaks after a hyphen too, which would part a telephone number.
QString unbroken(const QString& text)
{
    QString kept = keepWordsWhole(text);
    return kept.replace(QStringLiteral("-"), QStringLiteral("\u2060-\u2060"));
}

/// The widest of what is never parted.
int widestWord(const QFont& font, const QString& text)
{
    const QFontMetrics metrics(font);
    int widest = 0;
    for (const QString& word : text.split(QRegularExpression(QStringLiteral("\\s+"))))
        widest = qMax(widest, textWidth(metrics, word));
    return widest;
}

/// The font, smaller if the widest word needs it, down to what hints are written in.
QFont fittedFont(QFont font, const QString& text, int width)
{
    const int least = tokens().font(TextStyle::Hint).pixelSize();
    while (font.pixelSize() > least && widestWord(font, text) > width)
        font.setPixelSize(font.pixelSize() - 1);
    return font;
}

/// Shares the width, then lets columns whose words are wider take from those that have room.
QList<int> widthsFor(const QList<int>& shares, const QList<int>& leasts, int width)
{
    const int all = qMax(1, std::accumulate(shares.begin(), shares.end(), 0));
    QList<int> widths;
    int missing = 0;
    int spare = 0;
    for (int column = 0; column < shares.size(); ++column) {
        widths += width * shares[column] / all;
        missing += qMax(0, leasts[column] - widths[column]);
        spare += qMax(0, widths[column] - leasts[column]);
    }
    const int moved = qMin(missing, spare);
    for (int column = 0; moved > 0 && column < shares.size(); ++column) {
        const int lack = leasts[column] - widths[column];
        widths[column] += lack > 0 ? lack * moved / missing : lack * moved / spare;
    }
    return widths;
}

} // namespace

MatterSheet::MatterSheet(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    Theme::follow(this, [this](const Tokens&) {
        updateGeometry();
        placeFoot();
    });
}

void MatterSheet::setContents(const QList<MatterHead>& heads, const QList<MatterRow>& rows)
{
    m_heads = heads;
    m_rows = rows;
    QStringList spoken;
    for (const MatterRow& row : rows) {
        QStringList cells;
        for (int column = 0; column < row.cells.size(); ++column)
            cells += heads[column].title + u' ' + row.cells[column].text;
        spoken += cells.join(QStringLiteral(", "));
    }
    setAccessibleDescription(spoken.join(u'\n'));
    m_choices.clear();
    m_current = -1;
    updateGeometry();
    placeFoot();
    update();
}

void MatterSheet::setHighlighted(int column)
{
    m_highlighted = column;
    update();
}

void MatterSheet::setChoices(const QList<int>& choices, int current)
{
    m_choices = choices;
    m_current = current;
    update();
}

void MatterSheet::setFoot(const QList<Foot>& foot)
{
    m_foot = foot;
    for (const Foot& each : foot)
        each.button->setParent(this);
    QList<Foot> across = foot; // Tab goes as the eye does, whatever order they came in
    std::ranges::stable_sort(across, {}, &Foot::column);
    for (qsizetype i = 1; i < across.size(); ++i)
        QWidget::setTabOrder(across[i - 1].button, across[i].button);
    updateGeometry();
    placeFoot();
}

QFont MatterSheet::fontOf(const MatterCell& cell) const
{
    return tokens().font(cell.isStrong ? TextStyle::Section : TextStyle::Body);
}

int MatterSheet::wrappedHeight(const QFont& font, const QString& text, int width) const
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, qMax(width, 1), 10'000), wrap, unbroken(text)).height();
}

int MatterSheet::leastWidth(int column) const
{
    const Tokens& t = tokens();
    const MatterHead& head = m_heads[column];
    const int cap = head.cap.isEmpty() ? 0 : keyCapWidth(head.cap) + t.px(Px::Space8);
    int least = cap + widestWord(t.font(TextStyle::Body, Weight::Bold), head.title);
    least = qMax(least, widestWord(t.font(TextStyle::Hint), head.subtitle));
    for (const MatterRow& row : m_rows)
        least = qMax(least, widestWord(fontOf(row.cells[column]), row.cells[column].text));
    return least + 2 * pad();
}

int MatterSheet::headHeight(const QList<int>& lefts) const
{
    const Tokens& t = tokens();
    int height = 0;
    for (int column = 0; column < m_heads.size(); ++column) {
        const MatterHead& head = m_heads[column];
        if (head.title.isEmpty() && head.subtitle.isEmpty())
            continue;
        const int width = lefts[column + 1] - lefts[column] - 2 * pad();
        const int cap = head.cap.isEmpty() ? 0 : keyCapWidth(head.cap) + t.px(Px::Space8);
        int own = wrappedHeight(t.font(TextStyle::Body, Weight::Bold), head.title, width - cap);
        if (!head.subtitle.isEmpty())
            own += t.px(Px::Space4) + wrappedHeight(t.font(TextStyle::Hint), head.subtitle, width);
        height = qMax(height, own);
    }
    return height == 0 ? 0 : height + 2 * t.px(Px::Space12);
}

/// Under their columns, or beside and below each other where these are narrower.
QList<QRect> MatterSheet::footPlaces(const QList<int>& lefts) const
{
    const int gap = tokens().px(Px::Space8);
    QList<QRect> places;
    bool fits = true;
    int left = pad();
    for (const Foot& each : m_foot) {
        const bool shown = !each.button->isHidden();
        const bool placed = each.column >= 0 && each.column + 1 < lefts.size();
        const QSize size = shown ? each.button->sizeHint() : QSize(0, 0);
        const int x = placed ? lefts[each.column] + pad() : left;
        fits = fits && (!shown || (x >= left && x + size.width() + pad() <= lefts.last()));
        places += QRect(QPoint(x, 0), size);
        if (shown)
            left = x + size.width() + gap;
    }
    if (fits)
        return places;
    QPoint at(pad(), 0);
    for (QRect& place : places) {
        if (place.isEmpty())
            continue;
        if (at.x() > pad() && at.x() + place.width() + pad() > lefts.last())
            at = {pad(), at.y() + place.height() + gap};
        place.moveTopLeft(at);
        at.rx() += place.width() + gap;
    }
    return places;
}

int MatterSheet::footHeight(const QList<int>& lefts) const
{
    int height = 0;
    for (const QRect& place : footPlaces(lefts))
        height = qMax(height, place.isEmpty() ? 0 : place.bottom() + 1);
    return height == 0 ? 0 : height + 2 * tokens().px(Px::Space12);
}

MatterSheet::Layout MatterSheet::layoutFor(int width) const
{
    Layout layout;
    QList<int> shares;
    QList<int> leasts;
    for (int column = 0; column < m_heads.size(); ++column) {
        shares += m_heads[column].share;
        leasts += leastWidth(column);
    }
    int left = 0;
    for (const int each : widthsFor(shares, leasts, width)) {
        layout.lefts += left;
        left += each;
    }
    layout.lefts += width;
    int top = headHeight(layout.lefts);
    for (const MatterRow& row : m_rows) {
        layout.tops += top;
        int height = 0;
        for (int column = 0; column < row.cells.size(); ++column) {
            const int room = layout.lefts[column + 1] - layout.lefts[column] - 2 * pad();
            const MatterCell& cell = row.cells[column];
            height = qMax(height, wrappedHeight(fittedFont(fontOf(cell), cell.text, room), cell.text, room));
        }
        top += height + 2 * tokens().scaled(9) + Tokens::px(Fixed::Line);
    }
    layout.tops += top;
    layout.tops += top + footHeight(layout.lefts);
    return layout;
}

int MatterSheet::heightForWidth(int width) const { return layoutFor(width).tops.last() + Tokens::px(Fixed::Line); }

QSize MatterSheet::sizeHint() const
{
    const int width = this->width() > 0 ? this->width() : tokens().scaled(600);
    return {width, heightForWidth(width)};
}

bool MatterSheet::isChosen(int row, int column) const
{
    if (m_choices.isEmpty())
        return column == m_highlighted;
    const int unit = m_rows[row].unit;
    return unit >= 0 && unit < m_choices.size() && m_choices[unit] == column;
}

void MatterSheet::paintEvent(QPaintEvent*)
{
    if (m_heads.isEmpty())
        return;
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    const qreal half = line / 2.0;
    shape.addRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), Tokens::px(Fixed::RadiusPanel),
        Tokens::px(Fixed::RadiusPanel));
    painter.setClipPath(shape);
    painter.fillRect(rect(), t.color(Color::Sheet));
    const Layout layout = layoutFor(width());
    paintHead(painter, layout);
    for (int row = 0; row < m_rows.size(); ++row)
        paintRow(painter, layout, row);
    const int foot = layout.tops[m_rows.size()];
    if (m_highlighted >= 0 && m_choices.isEmpty() && footHeight(layout.lefts) > 0)
        painter.fillRect(layout.lefts[m_highlighted], foot,
            layout.lefts[m_highlighted + 1] - layout.lefts[m_highlighted], height() - foot, t.color(Color::Selected));
    for (int column = 1; m_highlighted >= 0 && column < m_heads.size(); ++column)
        painter.fillRect(layout.lefts[column], 0, line, column == 1 ? foot : height(), t.color(Color::Hair));
    painter.setClipping(false);
    painter.setPen(QPen(t.color(Color::Panel), line));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
}

void MatterSheet::paintHead(QPainter& painter, const Layout& layout) const
{
    const Tokens& t = tokens();
    const int height = layout.tops.first();
    if (height == 0)
        return;
    for (int column = 0; column < m_heads.size(); ++column) {
        const MatterHead& head = m_heads[column];
        const QRect cell(layout.lefts[column], 0, layout.lefts[column + 1] - layout.lefts[column], height);
        const bool chosen = m_choices.isEmpty() && column == m_highlighted;
        painter.fillRect(cell, t.color(chosen ? Color::Selected : Color::Sunken));
        QRect inner = cell.adjusted(pad(), t.px(Px::Space12), -pad(), 0);
        const QFont bold = t.font(TextStyle::Body, Weight::Bold);
        const int cap = head.cap.isEmpty() ? 0 : keyCapWidth(head.cap) + t.px(Px::Space8);
        const int line = wrappedHeight(bold, head.title, inner.width() - cap);
        if (cap > 0)
            paintKeyCap(painter, QRect(inner.left(), inner.top(), inner.width(), line), head.cap);
        const int align = head.isNumber ? Qt::AlignRight : Qt::AlignLeft;
        painter.setFont(bold);
        painter.setPen(t.color(Color::Text));
        painter.drawText(inner.adjusted(cap, 0, 0, 0), align | wrap, unbroken(head.title));
        inner.setTop(inner.top() + line + t.px(Px::Space4));
        painter.setFont(t.font(TextStyle::Hint));
        painter.setPen(t.color(Color::Text2));
        painter.drawText(inner, align | wrap, unbroken(head.subtitle));
    }
    painter.fillRect(0, height - Tokens::px(Fixed::Line), width(), Tokens::px(Fixed::Line), t.color(Color::Panel));
}

void MatterSheet::paintRow(QPainter& painter, const Layout& layout, int row) const
{
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    const int top = layout.tops[row];
    const int height = layout.tops[row + 1] - top;
    for (int column = 0; column < m_heads.size(); ++column) {
        const MatterCell& cell = m_rows[row].cells[column];
        const QRect whole(layout.lefts[column], top, layout.lefts[column + 1] - layout.lefts[column], height);
        if (isChosen(row, column))
            painter.fillRect(whole, t.color(Color::Selected));
        const QRect inner = whole.adjusted(pad(), 0, -pad(), -line);
        painter.setFont(fittedFont(fontOf(cell), cell.text, inner.width()));
        painter.setPen(t.color(cell.isMuted ? Color::Text2 : Color::Text));
        const int align = m_heads[column].isNumber ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(inner, align | Qt::AlignVCenter | wrap, unbroken(cell.text));
    }
    if (m_current >= 0 && m_rows[row].unit == m_current)
        painter.fillRect(0, top, Tokens::px(Fixed::RowMark), height, t.color(Color::Accent));
    const bool isLast = row + 1 == m_rows.size() && footHeight(layout.lefts) == 0;
    if (!isLast)
        painter.fillRect(0, top + height - line, width(), line, t.color(Color::Hair));
}

void MatterSheet::placeFoot()
{
    const Layout layout = layoutFor(width());
    const int top = layout.tops[m_rows.size()] + tokens().px(Px::Space12);
    const QList<QRect> places = footPlaces(layout.lefts);
    for (qsizetype i = 0; i < m_foot.size(); ++i) {
        if (!places[i].isEmpty())
            m_foot[i].button->setGeometry(places[i].translated(0, top));
    }
}

void MatterSheet::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeFoot();
}

bool MatterSheet::event(QEvent* event)
{
    // a button changed its words or came and went
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        placeFoot();
        update();
    }
    return QWidget::event(event);
}

} // namespace dure::app

#include "moc_matter_sheet.cpp"
