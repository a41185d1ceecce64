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
    const QRect textRect = rect().adjusted(pad, 0, -pad, 0);
    painter.drawText(
        textRect, alignment() | Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width()));
    if (!hasFocus() && m_problem.isEmpty())
        return;
    const int line = Tokens::px(hasFocus() ? Fixed::FocusLine : Fixed::Line);
    painter.setPen(QPen(t.color(m_problem.isEmpty() ? Color::Accent : Color::Red), line));
    const qreal half = line / 2.0;
    painter.drawRect(QRectF(rect()).adjusted(half, half, -half, -half));
}

void CellField::contextMenuEvent(QContextMenuEvent* event) { event->ignore(); }

} // namespace dure::app
