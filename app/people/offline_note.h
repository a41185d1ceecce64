#pragma once
#include <QWidget>

namespace dure::app {

/// What a screen shows that needs the cloud while there is none: calm, and nothing that cannot be done.
class OfflineNote : public QWidget
{
    Q_OBJECT
public:
    OfflineNote(const QString& what, const QString& wayOut, QWidget* parent = nullptr);

Q_SIGNALS:
    void retry();
};

} // namespace dure::app
