#include "app/dashboard/chart_key.h"

#include "app/widgets/theme.h"

#include <QPainter>

namespace dure::app {

ChartKey::ChartKey(Kind kind, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_text(text)
{
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    Theme::follow(this, [this](const Tokens&) { updateGeometry(); });
}

int ChartKey::markWidth() const { return tokens().px(m_kind == Bar ? Px::Space12 : Px::Space24); }

QSize ChartKey::sizeHint() const
{
    const QFontMetrics metrics(tokens().font(TextStyle::Hint));
    return {markWidth() + tokens().px(Px::Space8) + metrics.horizontalAdvance(m_text), metrics.height()};
}

void ChartKey::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    const int mark = markWidth();
    const int middle = height() / 2;
    const int half = t.px(Px::Space8) / 2 - 1;
    if (m_kind == Bar) {
        painter.fillRect(QRect(0, middle - half - 1, mark, 2 * half + 2), t.color(Color::Bar));
    } else {
        painter.setPen(t.color(Color::Text));
        painter.drawLine(0, middle, mark, middle);
        painter.setBrush(t.color(Color::Sheet));
        painter.drawRect(mark / 2 - half, middle - half, 2 * half, 2 * half);
    }
    painter.setPen(t.color(Color::Text2));
    painter.setFont(t.font(TextStyle::Hint));
    painter.drawText(rect().adjusted(mark + t.px(Px::Space8), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_text);
}

} // namespace dure::app

#include "moc_chart_key.cpp"
