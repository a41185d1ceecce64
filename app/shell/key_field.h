#pragma once
#include "app/widgets/key_map.h"

#include <QPushButton>

namespace dure::app {

/// Shows the key of an action; click or Enter, then press the new one. Esc leaves it, Delete takes the default back.
class KeyField : public QPushButton
{
    Q_OBJECT
public:
    explicit KeyField(KeyAction action, QWidget* parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void changed();
    void taken(const QString& keyText); ///< another action has that key; nothing changed
    void unusable(const QString& keyText); ///< fields and grids need it; nothing changed

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void setListening(bool listening);
    void take(const QKeySequence& key);
    KeyAction m_action;
    bool m_listening = false;
};

} // namespace dure::app
