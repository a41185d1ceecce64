#pragma once
#include "app/widgets/icons.h"

#include <QKeySequence>
#include <QPushButton>

class QShortcut;

namespace dure::app {

enum class ButtonKind {
    Primary, ///< the one blue button of a screen
    Plain,
    Quiet, ///< no border, second ink: beside lists
    Link ///< accent text in the size of hints
};

/// A button with its key on it. Pressing the key commits a Korean composition first, then clicks.
class KeyButton : public QPushButton
{
    Q_OBJECT
public:
    KeyButton(ButtonKind kind, const QString& text, QWidget* parent = nullptr);

    /// Makes the shortcut (in this window, while the button is visible and enabled) and shows it. Ctrl+Return also
    /// takes the keypad's Enter.
    void setKey(const QKeySequence& key);
    bool isKey(const QKeySequence& pressed) const; ///< of setKey(), whether it is visible or not
    /// Shows a key that somebody else handles.
    void setKeyHint(const QString& text);
    const QString& keyHint() const { return m_keyHint; }
    void setSymbol(Icon icon);
    void setKind(ButtonKind kind);
    /// A chevron at the right: the button opens a list.
    void setOpensList(bool opensList);
    /// Only the picture, with the word as a tip: where there is no room for words. Needs a symbol.
    void setBrief(bool brief);
    int fullWidth() const; ///< with its word
    /// Underlined always, not only under the mouse: a link inside a line of text.
    void setUnderlined(bool underlined);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void paintFace(QPainter& painter) const;
    QFont textFont() const;
    Color textColor() const;
    int padding() const;
    int contentWidth(bool brief) const;

    ButtonKind m_kind;
    Icon m_icon = Icon::None;
    QString m_keyHint;
    bool m_opensList = false;
    bool m_underlined = false;
    bool m_brief = false;
    QString m_tipBefore; // the tip it has with its word
    QShortcut* m_shortcut = nullptr; // child
};

} // namespace dure::app
