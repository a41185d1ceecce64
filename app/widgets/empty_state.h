#pragma once
#include "app/widgets/icons.h"

#include <QWidget>

class QVBoxLayout;

namespace dure::app {

class KeyButton;
class Panel;

/// What a screen shows before there is anything: what this is, ways to begin, and how long each takes.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString& title, const QString& explanation, QWidget* parent = nullptr);

    /// Takes the button. At most one of them is Primary.
    void addWay(
        Icon icon, const QString& title, const QString& duration, const QString& explanation, KeyButton* button);
    /// A last line under the ways.
    void setFootnote(Icon icon, const QString& text, const QString& key = {});

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_column; // child
    QVBoxLayout* m_ways; // in m_box
    Panel* m_box; // child
    QVBoxLayout* m_foot; // in m_column
};

} // namespace dure::app
