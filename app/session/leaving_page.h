#pragma once
#include "app/sync/leave_reason.h"

#include <QWidget>

namespace dure::app {

class Departure;
class KeyButton;
class Label;
class MessageStrip;

/// Stands in place of a company's window while it is being left: why, how far it is, and what stops it. No work is
/// offered.
class LeavingPage : public QWidget
{
    Q_OBJECT
public:
    /// `departure` outlives the page.
    LeavingPage(const QString& company, LeaveReason reason, Departure& departure, QWidget* parent = nullptr);

    QString progress() const; ///< as shown
    MessageStrip& strip() const { return *m_strip; }

Q_SIGNALS:
    void signInRequested(); ///< the work can only be handed in signed in

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow(Departure& departure);

    QWidget* m_box = nullptr; // child
    Label* m_progress; // child
    MessageStrip* m_strip; // child
};

/// "X를 이 PC에서 더 쓸 수 없습니다", with the reason.
QString leaveText(const QString& company, LeaveReason reason);

} // namespace dure::app
