#include "app/widgets/cell_field.h"

#include "app/widgets/theme.h"

#include <QPainter>

namespace dure::app {

CellField::CellField(QWidget* viewport)
    : ImeLineEdit(viewport)
{
    setProperty("cellField", true); // theme.qss
    setMinimumHeight(0);
    setMaximumHeight(QWIDGETSIZE_MAX); // the cell decides
    Theme::follow(this, [this](const Tokens&) {
        setMinimumHeight(0);
        setMaximumHeight(QWIDGETSIZE_MAX);
    });
}

void CellField::setResting(bool resting)
{
    if (m_resting == resting)
        return;
    m_resting = resting;
    update();
}

void CellField::setProblem(const QString& problem)
{
    m_problem = problem;
    setAccessibleDescription(problem);
    update();
}

void CellField::paintEvent(QPaintEvent* event)
{
    if (!m_resting && hasFocus()) {
        ImeLineEdit::paintEvent(event);
        return;
    }
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.color(Color::Sheet));
    painter.setFont(font());
    painter.setPen(t.color(!m_problem.isEmpty() ? Color::Red : Color::Text));
    const int pad = t.px(Px::Space8);
    const int hair = Tokens::px(Fixed::Line);
    // The field reaches over the lines at its left and top: the text stands where the cell's own stands.
    const QRect textRect = rect().adjusted(pad + hair, hair, -pad, -hair);
    painter.drawText(
        textRect, alignment() | Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width()));
    const int line = hasFocus() ? Tokens::px(Fixed::FocusLine) : hair;
    const Color ink = !m_problem.isEmpty() ? Color::Red : hasFocus() ? Color::Accent : Color::Hair;
    painter.setPen(QPen(t.color(ink), line));
    const qreal half = line / 2.0;
    painter.drawRect(QRectF(rect()).adjusted(half, half, -half, -half));
}

void CellField::contextMenuEvent(QContextMenuEvent* event) { event->ignore(); }

} // namespace dure::app
