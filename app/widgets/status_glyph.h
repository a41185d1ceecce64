#pragma once
#include "app/widgets/tokens.h"

#include <QString>
#include <QWidget>

class QPainter;

namespace dure::app {

/// What a row's state looks like; always a shape and a word, never a colour alone.
enum class Status { None, Received, Partial, Done, Late, Held, Cancelled, Attention, Info };

/// "접수", "일부 납품" … in the user's language; empty for None and Info.
QString statusWord(Status status);
/// Ink of the glyph, and of the word beside it.
Color statusColor(Status status);
Color statusWordColor(Status status);

/// Drawn in a square of Px::Glyph at the left of `rect`, centred vertically.
void paintStatus(QPainter& painter, const QRect& rect, Status status);
/// The same filling `square`, in an ink of the caller's choice.
void paintStatus(QPainter& painter, const QRectF& square, Status status, const QColor& ink, const QColor& onInk);

/// A glyph standing alone in a layout.
class StatusGlyph : public QWidget
{
    Q_OBJECT
public:
    /// As high as a line of `line`, so that it stands on the middle of the first line beside it.
    explicit StatusGlyph(Status status, TextStyle line = TextStyle::Body, QWidget* parent = nullptr);
    void setStatus(Status status);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Status m_status;
};

} // namespace dure::app
