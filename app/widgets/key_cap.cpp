#include "app/widgets/key_cap.h"

#include "app/widgets/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace dure::app {

QString keyText(const QKeySequence& keys)
{
    QString text = keys.toString(QKeySequence::PortableText);
    const std::pair<QLatin1String, QString> names[]{
        {QLatin1String("Return"), QStringLiteral("Enter")},
        {QLatin1String("Up"), QStringLiteral("↑")},
        {QLatin1String("Down"), QStringLiteral("↓")},
    };
    const qsizetype lastStart = text.lastIndexOf(QLatin1Char('+'), -2) + 1;
    for (const auto& [qtName, ours] : names) {
        if (QStringView(text).mid(lastStart) == qtName)
            text.replace(lastStart, qtName.size(), ours);
    }
    return text;
}

int keyCapWidth(const QString& text)
{
    const int pad = tokens().px(Px::InputPad);
    const int wide = QFontMetrics(tokens().font(TextStyle::Cap)).horizontalAdvance(text) + 2 * pad;
    return qMax(wide, tokens().px(Px::Cap));
}

void paintKeyCap(QPainter& painter, const QRect& rect, const QString& text, CapInk ink)
{
    const Tokens& t = tokens();
    const int height = t.px(Px::Cap);
    const QRect cap(rect.left(), rect.top() + (rect.height() - height) / 2, keyCapWidth(text), height);
    const qreal half = Tokens::px(Fixed::Line) / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool quiet = ink == CapInk::Quiet;
    painter.setPen(QPen(t.color(quiet ? Color::Panel : Color::OnAccent), Tokens::px(Fixed::Line)));
    painter.setBrush(quiet ? QBrush(t.color(Color::Sunken)) : QBrush(Qt::NoBrush));
    const int radius = Tokens::px(Fixed::RadiusCell);
    painter.drawRoundedRect(QRectF(cap).adjusted(half, half, -half, -half), radius, radius);
    painter.setFont(t.font(TextStyle::Cap));
    painter.setPen(t.color(quiet ? Color::Text2 : Color::OnAccent));
    painter.drawText(cap, Qt::AlignCenter, text);
    painter.restore();
}

KeyCap::KeyCap(const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
{
    setAccessibleName(text);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    Theme::follow(this, [this](const Tokens&) {
        setFixedSize(sizeHint());
        update();
    });
}

void KeyCap::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    setFixedSize(sizeHint());
    update();
}

QSize KeyCap::sizeHint() const { return {keyCapWidth(m_text), tokens().px(Px::Cap)}; }

void KeyCap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintKeyCap(painter, rect(), m_text);
}

} // namespace dure::app
