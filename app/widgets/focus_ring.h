#pragma once
#include <QObject>
#include <memory>

class QFocusFrame;
class QWidget;

namespace dure::app {

/// The 2 px frame around the focused button, chip or check box, 2 px away from it. One for the process; Theme owns it.
/// Inputs and cells show the focus inside their own border instead.
class FocusRing : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QObject* parent = nullptr);
    ~FocusRing() override;

private:
    void moveTo(QWidget* widget);
    QFocusFrame* m_frame = nullptr; // lives in the window of the focused widget
};

} // namespace dure::app
