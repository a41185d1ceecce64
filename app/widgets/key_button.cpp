#include "app/widgets/key_button.h"

#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>

namespace dure::app {

KeyButton::KeyButton(ButtonKind kind, const QString& text, QWidget* parent)
    : QPushButton(text, parent)
    , m_kind(kind)
{
    setCursor(kind == ButtonKind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    Theme::follow(this, [this](const Tokens&) { updateGeometry(); });
}

void KeyButton::setKey(const QKeySequence& key)
{
    if (!m_shortcut) {
        m_shortcut = new QShortcut(this);
        connect(m_shortcut, &QShortcut::activated, this, [this] {
            commitComposition();
            click();
        });
    }
    QList<QKeySequence> keys{key};
    if (const QKeyCombination first = key[0]; first.key() == Qt::Key_Return)
        keys += QKeySequence(QKeyCombination(first.keyboardModifiers(), Qt::Key_Enter));
    m_shortcut->setKeys(keys);
    setKeyHint(keyText(key));
}

bool KeyButton::isKey(const QKeySequence& pressed) const { return m_shortcut && m_shortcut->keys().contains(pressed); }

void KeyButton::setKeyHint(const QString& text)
{
    m_keyHint = text;
    updateGeometry();
    update();
}

void KeyButton::setSymbol(Icon icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void KeyButton::setKind(ButtonKind kind)
{
    m_kind = kind;
    updateGeometry();
    update();
}

void KeyButton::setOpensList(bool opensList)
{
    m_opensList = opensList;
    updateGeometry();
    update();
}

void KeyButton::setBrief(bool brief)
{
    if (std::exchange(m_brief, brief) == brief)
        return;
    if (brief)
        m_tipBefore = toolTip();
    const QString key = m_keyHint.isEmpty() ? m_tipBefore : m_keyHint;
    setToolTip(!brief ? m_tipBefore : key.isEmpty() ? text() : text() + QStringLiteral("  ") + key);
    updateGeometry();
    update();
}

int KeyButton::fullWidth() const { return contentWidth(false) + 2 * padding(); }

void KeyButton::setUnderlined(bool underlined)
{
    m_underlined = underlined;
    update();
}

QFont KeyButton::textFont() const
{
    if (m_kind == ButtonKind::Link)
        return tokens().font(TextStyle::Hint);
    return tokens().font(TextStyle::Body, m_kind == ButtonKind::Primary ? Weight::Bold : Weight::Regular);
}

Color KeyButton::textColor() const
{
    if (!isEnabled())
        return Color::Text3;
    switch (m_kind) {
    case ButtonKind::Primary:
        return Color::OnAccent;
    case ButtonKind::Plain:
        return Color::Text;
    case ButtonKind::Quiet:
        return Color::Text2;
    case ButtonKind::Link:
        return Color::Accent;
    }
    return Color::Text;
}

int KeyButton::padding() const
{
    switch (m_kind) {
    case ButtonKind::Link:
        return 0;
    case ButtonKind::Quiet:
        return tokens().px(Px::Space8);
    default:
        return tokens().px(Px::Space12);
    }
}

int KeyButton::contentWidth(bool brief) const
{
    const Tokens& t = tokens();
    const int gap = t.px(Px::Space8);
    if (brief)
        return t.px(Px::Icon);
    int width = textWidth(QFontMetrics(textFont()), text());
    if (m_icon != Icon::None)
        width += t.px(Px::Icon) + (text().isEmpty() ? 0 : gap);
    if (!m_keyHint.isEmpty())
        width += gap + keyCapWidth(m_keyHint);
    if (m_opensList)
        width += gap + t.px(Px::Icon);
    return width;
}

QSize KeyButton::sizeHint() const
{
    const int height = m_kind == ButtonKind::Quiet ? tokens().px(Px::Chip)
        : m_kind == ButtonKind::Link               ? QFontMetrics(textFont()).height() + tokens().px(Px::Space4)
                                                   : tokens().px(Px::Control);
    return {contentWidth(m_brief) + 2 * padding(), height};
}

void KeyButton::paintFace(QPainter& painter) const
{
    const Tokens& t = tokens();
    const bool pressed = isDown() || isChecked();
    const bool over = underMouse() && isEnabled();
    const bool filled = m_kind == ButtonKind::Primary && isEnabled();
    QColor face = Qt::transparent;
    if (filled)
        face = over || pressed ? t.color(Color::Accent).darker(pressed ? 120 : 110) : t.color(Color::Accent);
    else if (pressed)
        face = t.color(Color::SelectedOff);
    else if (over)
        face = t.color(Color::Hover);
    else if (m_kind != ButtonKind::Quiet)
        face = t.color(isEnabled() ? Color::Sheet : Color::Sunken);
    const bool bordered = m_kind == ButtonKind::Plain || (m_kind == ButtonKind::Primary && !isEnabled());
    const qreal half = Tokens::px(Fixed::Line) / 2.0;
    painter.setPen(bordered ? QPen(t.color(Color::ButtonBorder), Tokens::px(Fixed::Line)) : QPen(Qt::NoPen));
    painter.setBrush(face);
    const int radius = Tokens::px(Fixed::RadiusControl);
    painter.drawRoundedRect(
        bordered ? QRectF(rect()).adjusted(half, half, -half, -half) : QRectF(rect()), radius, radius);
}

void KeyButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_kind != ButtonKind::Link)
        paintFace(painter);

    const int gap = t.px(Px::Space8);
    const int icon = t.px(Px::Icon);
    const Color ink = textColor();
    QRect content(0, 0, qMin(contentWidth(m_brief), width() - 2 * padding()), height());
    content.moveLeft((width() - content.width()) / 2);
    int x = content.left();
    if (m_icon != Icon::None) {
        paintIcon(painter, QRect(x, 0, icon, height()), m_icon, ink);
        x += icon + gap;
    }
    if (m_brief)
        return;
    int right = content.right() + 1;
    if (m_opensList) {
        right -= icon;
        paintIcon(painter, QRect(right, 0, icon, height()), Icon::ChevronDown, ink);
        right -= gap;
    }
    if (!m_keyHint.isEmpty()) {
        const int cap = keyCapWidth(m_keyHint);
        right -= cap;
        const bool onBlue = m_kind == ButtonKind::Primary && isEnabled();
        paintKeyCap(painter, QRect(right, 0, cap, height()), m_keyHint, onBlue ? CapInk::OnAccent : CapInk::Quiet);
        right -= gap;
    }
    QFont font = textFont();
    font.setUnderline(m_underlined || (m_kind == ButtonKind::Link && underMouse() && isEnabled()));
    painter.setFont(font);
    painter.setPen(t.color(ink));
    const QRect textRect(x, 0, qMax(0, right - x), height());
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft, fitText(QFontMetrics(font), text(), textRect.width()));
}

void KeyButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!event->isAutoRepeat()) // of a key that is held since another widget had it
            click();
    } else
        QPushButton::keyPressEvent(event);
}

void KeyButton::enterEvent(QEnterEvent* event)
{
    QPushButton::enterEvent(event);
    update();
}

void KeyButton::leaveEvent(QEvent* event)
{
    QPushButton::leaveEvent(event);
    update();
}

void KeyButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    update();
}

} // namespace dure::app
