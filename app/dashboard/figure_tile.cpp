#include "app/dashboard/figure_tile.h"

#include "app/widgets/status_glyph.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace dure::app {
namespace {

int lineHeight(TextStyle style) { return QFontMetrics(tokens().font(style)).height(); }
int widthOf(TextStyle style, Weight weight, const QString& text)
{
    return QFontMetrics(tokens().font(style, weight)).horizontalAdvance(text);
}

} // namespace

FigureTile::FigureTile(QWidget* parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    Theme::follow(this, [this](const Tokens&) { updateGeometry(); });
}

void FigureTile::setFigure(const QString& label, const QString& number, const QString& unit, const QList<Note>& notes)
{
    setText(label);
    m_number = number;
    m_unit = unit;
    m_notes = notes;
    QStringList words{label, number + unit};
    for (const Note& note : notes)
        words += QStringLiteral("%1 %2").arg(note.strong, note.rest).trimmed();
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize FigureTile::sizeHint() const
{
    const Tokens& t = tokens();
    int width = qMax(widthOf(TextStyle::Hint, Weight::Regular, text()),
        widthOf(TextStyle::Kpi, Weight::Bold, m_number) + widthOf(TextStyle::Body, Weight::Regular, m_unit));
    for (const Note& note : m_notes)
        width = qMax(width,
            widthOf(TextStyle::Hint, Weight::Bold, note.strong) + t.px(Px::Space4)
                + widthOf(TextStyle::Hint, Weight::Regular, note.rest)
                + (note.isWarning ? t.px(Px::Glyph) + t.px(Px::Space4) : 0));
    const int notes = 2 * (lineHeight(TextStyle::Hint) + t.px(Px::Space4)); // as many lines in every tile
    return {width + 2 * t.px(Px::Space16),
        2 * t.px(Px::Space12) + lineHeight(TextStyle::Hint) + lineHeight(TextStyle::Kpi) + notes};
}

int FigureTile::paintNote(QPainter& painter, const QRect& place, const Note& note) const
{
    const Tokens& t = tokens();
    QRect left = place;
    const QColor ink = t.color(note.isWarning ? Color::Red : Color::Text2);
    if (note.isWarning) {
        paintStatus(painter, left, Status::Late);
        left.setLeft(left.left() + t.px(Px::Glyph) + t.px(Px::Space4));
    }
    painter.setPen(ink);
    painter.setFont(t.font(TextStyle::Hint, Weight::Bold));
    painter.drawText(left, Qt::AlignLeft | Qt::AlignVCenter, note.strong);
    if (!note.strong.isEmpty())
        left.setLeft(left.left() + widthOf(TextStyle::Hint, Weight::Bold, note.strong) + t.px(Px::Space4));
    painter.setFont(t.font(TextStyle::Hint));
    painter.drawText(left, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(note.rest, Qt::ElideRight, left.width()));
    return place.height() + t.px(Px::Space4);
}

void FigureTile::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.color(isDown() ? Color::Selected : underMouse() ? Color::Hover : Color::Sheet));
    QRect line = rect().adjusted(t.px(Px::Space16), t.px(Px::Space12), -t.px(Px::Space8), 0);
    line.setHeight(lineHeight(TextStyle::Hint));
    painter.setPen(t.color(Color::Text2));
    painter.setFont(t.font(TextStyle::Hint));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text());

    line.translate(0, line.height());
    line.setHeight(lineHeight(TextStyle::Kpi));
    painter.setPen(t.color(Color::Text));
    painter.setFont(t.font(TextStyle::Kpi, Weight::Bold));
    const QFontMetrics large = painter.fontMetrics();
    const int baseline = line.top() + large.ascent();
    painter.drawText(line.left(), baseline, m_number);
    painter.setFont(t.font(TextStyle::Body));
    painter.drawText(line.left() + large.horizontalAdvance(m_number), baseline, m_unit);

    line.translate(0, line.height() + t.px(Px::Space4) / 2);
    line.setHeight(lineHeight(TextStyle::Hint));
    for (const Note& note : m_notes)
        line.translate(0, paintNote(painter, line, note));
    if (hasFocus()) {
        const int width = Tokens::px(Fixed::FocusLine);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.color(Color::Accent), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(rect().adjusted(width / 2, width / 2, -(width + 1) / 2, -(width + 1) / 2));
    }
}

void FigureTile::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void FigureTile::enterEvent(QEnterEvent*) { update(); }
void FigureTile::leaveEvent(QEvent*) { update(); }

} // namespace dure::app

#include "moc_figure_tile.cpp"
