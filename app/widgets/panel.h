#pragma once
#include "app/widgets/tokens.h"

#include <QWidget>

namespace dure::app {

/// A plain surface with lines at chosen edges: what separates areas instead of boxes in boxes.
class Panel : public QWidget
{
    Q_OBJECT
public:
    explicit Panel(Color background, QWidget* parent = nullptr);
    /// Lines of one pixel inside the widget's edges, in Color::Panel or Color::Hair.
    void setEdges(Qt::Edges edges, Color line = Color::Panel);
    /// All four edges with rounded corners (radius 8): the sign-in box, the empty state.
    void setRounded(bool rounded);
    void setBackground(Color background);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Color m_background;
    Color m_line = Color::Panel;
    Qt::Edges m_edges;
    bool m_rounded = false;
};

/// A hairline on its own.
class HairLine : public QWidget
{
    Q_OBJECT
public:
    explicit HairLine(Qt::Orientation orientation, QWidget* parent = nullptr, Color color = Color::Hair);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Color m_color;
};

} // namespace dure::app
