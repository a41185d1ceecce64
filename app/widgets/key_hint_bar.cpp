#include "app/widgets/key_hint_bar.h"

#include "app/widgets/key_cap.h"
#include "app/widgets/theme.h"

#include <QPainter>

namespace dure::app {

KeyHintBar::KeyHintBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    Theme::follow(this, [this](const Tokens& t) { setFixedHeight(t.px(Px::HintBar)); });
}

void KeyHintBar::setHints(QList<KeyHint> hints)
{
    m_hints = std::move(hints);
    QStringList spoken;
    for (const KeyHint& hint : std::as_const(m_hints))
        spoken += hint.keys + u' ' + hint.text;
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    update();
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
    const int pad = t.px(Px::Space16);
    int x = pad;
    for (const KeyHint& hint : std::as_const(m_hints)) {
        const int cap = keyCapWidth(hint.keys);
        const int text = metrics.horizontalAdvance(hint.text);
        if (x + cap + gap + text > width() - pad)
            break;
        paintKeyCap(painter, QRect(x, line, cap, height() - line), hint.keys);
        x += cap + gap - line;
        painter.setFont(font);
        painter.setPen(t.color(Color::Text2));
        painter.drawText(QRect(x, line, text + line, height() - line), Qt::AlignVCenter | Qt::AlignLeft, hint.text);
        x += text + pad + line;
    }
}

} // namespace dure::app
