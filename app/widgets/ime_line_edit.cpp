#include "app/widgets/ime_line_edit.h"

#include "app/widgets/theme.h"

#include <QApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QStyle>

namespace dure::app {

ImeLineEdit::ImeLineEdit(QWidget* parent)
    : QLineEdit(parent)
{
    Theme::follow(this, [this](const Tokens& t) { setFixedHeight(t.px(Px::Control)); });
    connect(this, &QLineEdit::textChanged, this, &ImeLineEdit::report);
    // Text put in from outside, and text that is left, shows its beginning.
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (!hasFocus() && !isComposing())
            home(false);
    });
}

QString ImeLineEdit::effectiveText() const
{
    QString whole = text();
    whole.insert(cursorPosition(), m_preedit);
    return whole;
}

void ImeLineEdit::commitComposition()
{
    if (m_preedit.isEmpty())
        return;
    if (hasFocus())
        QGuiApplication::inputMethod()->commit();
    if (m_preedit.isEmpty())
        return;
    // Some input methods commit late or not at all. Take the text ourselves and make them forget it, so that it
    // cannot arrive twice.
    QInputMethodEvent commit;
    commit.setCommitString(m_preedit);
    inputMethodEvent(&commit);
    if (hasFocus())
        QGuiApplication::inputMethod()->reset();
}

void ImeLineEdit::setInvalid(const QString& why)
{
    setToolTip(why);
    setAccessibleDescription(why);
    const bool invalid = !why.isEmpty();
    if (property("invalid").toBool() == invalid)
        return;
    setProperty("invalid", invalid);
    style()->unpolish(this);
    style()->polish(this);
}

void ImeLineEdit::inputMethodEvent(QInputMethodEvent* event)
{
    // textChanged fires inside the base class, while the new composition is not yet known here: report once, after.
    m_preedit = event->preeditString();
    const bool blocked = m_inEvent;
    m_inEvent = true;
    QLineEdit::inputMethodEvent(event);
    m_inEvent = blocked;
    report();
}

void ImeLineEdit::focusOutEvent(QFocusEvent* event)
{
    commitComposition();
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        home(false);
}

void ImeLineEdit::report()
{
    if (m_inEvent)
        return;
    const QString now = effectiveText();
    if (now == m_reported)
        return;
    m_reported = now;
    Q_EMIT effectiveTextChanged(now);
}

void commitComposition()
{
    QWidget* focus = QApplication::focusWidget();
    if (auto* edit = qobject_cast<ImeLineEdit*>(focus))
        edit->commitComposition();
    else if (focus && focus->testAttribute(Qt::WA_InputMethodEnabled))
        QGuiApplication::inputMethod()->commit();
}

} // namespace dure::app
