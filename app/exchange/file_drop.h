#pragma once
#include <QObject>

class QWidget;

namespace dure::app {

/// Excel and CSV files dropped anywhere on a window, unless what lies there takes drops itself.
class FileDrop : public QObject
{
    Q_OBJECT
public:
    /// The window's child.
    explicit FileDrop(QWidget& window);

Q_SIGNALS:
    void dropped(const QStringList& paths);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace dure::app
