#pragma once
#include <QWidget>

class QHBoxLayout;

namespace dure::app {

class KeyButton;
class Label;
class StatusGlyph;

enum class Tone { Info, Amber, Red, Green };

/// A message where its cause is: glyph, what happened, and the way out. Hidden while it says nothing.
class MessageStrip : public QWidget
{
    Q_OBJECT
public:
    enum class Shape {
        Box, ///< bordered, between fields
        Row ///< edge to edge, under a row of a list
    };
    explicit MessageStrip(Shape shape, QWidget* parent = nullptr);

    /// `wayOut` is an instruction ("한/영 상태와 Caps Lock을 확인하세요."); it may be empty if an action says it.
    void show(Tone tone, const QString& what, const QString& wayOut = {});
    /// A link behind the text, shown with its key until clear(). Owned by the strip.
    KeyButton* addAction(const QString& text);
    void clear();
    QString text() const; ///< what is shown, for screen readers and tests

Q_SIGNALS:
    void cleared();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void wrapIfNeeded();

    Shape m_shape;
    Tone m_tone = Tone::Info;
    StatusGlyph* m_glyph; // child
    Label* m_what; // child
    Label* m_wayOut; // child
    QHBoxLayout* m_second = nullptr; // the way out and the actions
    QHBoxLayout* m_actions; // child
};

} // namespace dure::app
