#include "app/shell/key_field.h"

#include "app/widgets/key_cap.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace dure::app {

KeyField::KeyField(KeyAction action, QWidget* parent)
    : QPushButton(parent)
    , m_action(action)
{
    setAccessibleName(keyActionText(action) + QStringLiteral(": ") + keyText(keyFor(action)));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, [this] { setListening(true); });
    Theme::follow(this, [this](const Tokens&) { updateGeometry(); });
}

QSize KeyField::sizeHint() const { return {tokens().scaled(104), tokens().px(Px::Chip)}; }

void KeyField::setListening(bool listening)
{
    m_listening = listening;
    update();
}

bool KeyField::event(QEvent* event)
{
    // While listening even the window's shortcuts are keys to be taken.
    if (m_listening && event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QPushButton::event(event);
}

void KeyField::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (!m_listening) {
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            setListening(true);
        else
            QPushButton::keyPressEvent(event);
        return;
    }
    if (key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_Meta)
        return;
    if (key == Qt::Key_Escape && m_action != KeyAction::Close)
        setListening(false);
    else if (key == Qt::Key_Delete)
        take({});
    else
        take(QKeySequence(event->keyCombination()));
}

void KeyField::take(const QKeySequence& key)
{
    setListening(false);
    if (!key.isEmpty() && !isUsableKey(m_action, key))
        Q_EMIT unusable(keyText(key));
    else if (setKeyFor(m_action, key))
        Q_EMIT changed();
    else
        Q_EMIT taken(keyText(key));
    setAccessibleName(keyActionText(m_action) + QStringLiteral(": ") + keyText(keyFor(m_action)));
    update();
}

void KeyField::focusOutEvent(QFocusEvent* event)
{
    setListening(false);
    QPushButton::focusOutEvent(event);
}

void KeyField::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    if (m_listening) {
        painter.setFont(t.font(TextStyle::Hint));
        painter.setPen(t.color(Color::Accent));
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, tr("Press a key"));
        return;
    }
    paintKeyCap(painter, rect(), keyText(keyFor(m_action)));
}

} // namespace dure::app
