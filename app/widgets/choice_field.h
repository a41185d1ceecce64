#pragma once
#include <QComboBox>

namespace dure::app {

/// A combo box as the forms draw it: the frame of an input, a chevron, a list below. F4 and Alt+Down open it; the
/// wheel does not change a value that is merely scrolled past. Esc closes the list alone.
class ChoiceField : public QComboBox
{
    Q_OBJECT
public:
    explicit ChoiceField(QWidget* parent = nullptr);

    /// Buttons beside a title are plain buttons with a chevron: no input border, at most as wide as the
    /// chosen text; where there is less room the text is cut.
    void setButtonLook(bool buttonLook);
    void setStrong(bool strong); ///< bold text: what decides
    void showPopup() override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QFont textFont() const;
    bool keepsEscape(QEvent* event) const; // it closes the open list, and not the page under it
    bool m_buttonLook = false;
    bool m_strong = false;
};

} // namespace dure::app
