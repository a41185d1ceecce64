#include "app/widgets/key_hint_bar.h"

#include "app/widgets/key_cap.h"
#include "app/widgets/theme.h"

#include <QPainter>

namespace dure::app {

KeyHintBar::KeyHintBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    Theme::follow(this, [this](const Tokens& t) {
        m_lineHeight = t.px(Px::HintBar);
        fit();
    });
}

void KeyHintBar::setHints(QList<KeyHint> hints)
{
    m_hints = std::move(hints);
    QStringList spoken;
    for (const KeyHint& hint : std::as_const(m_hints))
        spoken += hint.keys + u' ' + hint.text;
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    fit();
    update();
}

/// What does not fit beside the others goes on below them: the last key is often the one that saves.
void KeyHintBar::fit() { setFixedHeight(m_lineHeight * (places().isEmpty() ? 1 : places().last().y() + 1)); }

void KeyHintBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

QList<QPoint> KeyHintBar::places() const
{
    const Tokens& t = tokens();
    const QFontMetrics metrics(t.font(TextStyle::Hint));
    const int pad = t.px(Px::Space16);
    QList<QPoint> places;
    QPoint at(pad, 0);
    for (const KeyHint& hint : m_hints) {
        const int width = keyCapWidth(hint.keys) + t.px(Px::Space8) + metrics.horizontalAdvance(hint.text);
        if (at.x() > pad && at.x() + width > this->width() - pad)
            at = {pad, at.y() + 1};
        places += at;
        at.rx() += width + pad;
    }
    return places;
}

void KeyHintBar::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    QPainter painter(this);
    painter.fillRect(rect(), t.color(Color::Window));
    painter.fillRect(0, 0, width(), line, t.color(Color::Panel));
    const QFont font = t.font(TextStyle::Hint);
    const QFontMetrics metrics(font);
    const int gap = t.px(Px::Space8);
    const QList<QPoint> places = this->places();
    for (qsizetype i = 0; i < m_hints.size(); ++i) {
        const KeyHint& hint = m_hints[i];
        const int cap = keyCapWidth(hint.keys);
        const int top = places[i].y() * m_lineHeight + line;
        const int x = places[i].x();
        paintKeyCap(painter, QRect(x, top, cap, m_lineHeight - line), hint.keys);
        painter.setFont(font);
        painter.setPen(t.color(Color::Text2));
        painter.drawText(
            QRect(x + cap + gap - line, top, metrics.horizontalAdvance(hint.text) + line, m_lineHeight - line),
            Qt::AlignVCenter | Qt::AlignLeft, hint.text);
    }
}

} // namespace dure::app
