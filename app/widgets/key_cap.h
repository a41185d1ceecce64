#pragma once
#include <QKeySequence>
#include <QWidget>

class QPainter;

namespace dure::app {

/// How keys are written everywhere: "Ctrl+Enter", "Esc", "Alt+↑".
QString keyText(const QKeySequence& keys);

enum class CapInk { Quiet, OnAccent };

/// Width of the cap for `text`; its height is Px::Cap.
int keyCapWidth(const QString& text);
/// Drawn at the left of `rect`, centred vertically.
void paintKeyCap(QPainter& painter, const QRect& rect, const QString& text, CapInk ink = CapInk::Quiet);

/// A cap standing alone, as in the search field.
class KeyCap : public QWidget
{
    Q_OBJECT
public:
    explicit KeyCap(const QString& text, QWidget* parent = nullptr);
    void setText(const QString& text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

} // namespace dure::app
