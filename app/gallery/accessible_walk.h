#pragma once
#include <QStringList>

class QWidget;

namespace dure::app {

/// Walks every screen that the gallery shows as a screen reader or a keyboard would, so that a new screen is covered as
/// soon as it has a picture. No control is without a name, and Tab goes down and to the
/// right.
class AccessibleWalk
{
public:
    enum class Way {
        InProcess, ///< through QAccessible
        FromOutside, ///< names each screen on standard output and waits for a line on standard input, while another
                     ///< program walks it over AT-SPI
    };
    explicit AccessibleWalk(Way way)
        : m_way(way)
    { }
    void look(QWidget& screen, const QString& name);
    int problems() const { return int(m_problems.size()); }
    int screens() const { return m_screens; }

private:
    Way m_way;
    QStringList m_problems; // each said once, where it was seen first
    int m_screens = 0;
};

/// Controls that can be seen and have no name.
QStringList unnamedControls(QWidget& screen);
/// Where Tab jumps up within one group of controls.
QStringList focusJumps(QWidget& screen);

} // namespace dure::app
