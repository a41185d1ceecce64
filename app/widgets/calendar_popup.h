#pragma once
#include "core/domain/date.h"

#include <QWidget>

namespace dure::app {

/// A month to pick a day from. Deletes itself when closed; arrows and PageUp/PageDown move, Enter picks, Esc closes.
class CalendarPopup : public QWidget
{
    Q_OBJECT
public:
    CalendarPopup(Date chosen, Date today, QWidget* parent);
    /// Opens under `anchor`, or over it when there is no room.
    void openBelow(const QWidget& anchor);
    QSize sizeHint() const override;

Q_SIGNALS:
    void picked(dure::Date date);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    Date firstShown() const; ///< the Sunday that begins the first of six weeks
    QRect cell(int index) const; ///< of 42 days
    QRect arrow(bool next) const;
    void paintHead(QPainter& painter) const;
    void paintDay(QPainter& painter, int index) const;
    void moveTo(Date date);
    void pick(Date date);

    Date m_current;
    Date m_today;
    int m_hovered = -1;
};

} // namespace dure::app
