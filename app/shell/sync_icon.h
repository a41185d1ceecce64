#pragma once
#include "app/shell/sync_status_box.h"

#include <QTimer>
#include <QWidget>

namespace dure::app {

/// The icon of the sync state; turns while syncing, unless the desktop has animations switched off.
class SyncIcon : public QWidget
{
    Q_OBJECT
public:
    explicit SyncIcon(QWidget* parent = nullptr);
    void setState(SyncStatus::State state);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void turnIfNeeded();

    SyncStatus::State m_state = SyncStatus::State::LocalOnly;
    QTimer m_turning;
    int m_angle = 0;
};

} // namespace dure::app
