#pragma once
#include "app/widgets/icons.h"

#include <QWidget>

namespace dure::app {

/// An icon standing in a layout; says nothing to screen readers. The small one is as high as a line of body text, so
/// that it stands on the middle of the first line beside it.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(Icon icon, Color color = Color::Text2, Px size = Px::Icon, QWidget* parent = nullptr);
    void setIcon(Icon icon, Color color);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
    Color m_color;
    Px m_size;
};

} // namespace dure::app
