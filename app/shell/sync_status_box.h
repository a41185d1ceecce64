#pragma once
#include <QDateTime>
#include <QWidget>

namespace dure::app {

class KeyButton;
class Label;
class SyncIcon;
class Tokens;

/// What the corner of the window says about the cloud.
struct SyncStatus
{
    enum class State { Synced, Offline, Syncing, Attention, SignedOut, LocalOnly };
    State state = State::LocalOnly;
    QDateTime checkedAt; ///< Synced: when the cloud last answered
    int waiting = 0; ///< Offline: changes kept on this PC
    QDateTime waitingSince; ///< Offline: the oldest of them
    int toSend = 0; ///< Syncing
    int toReceive = 0; ///< Syncing; 0 = not known
    int attention = 0; ///< Attention: how many

    bool operator==(const SyncStatus&) const = default;
};

class SyncStatusBox : public QWidget
{
    Q_OBJECT
public:
    explicit SyncStatusBox(QWidget* parent = nullptr);

    void setStatus(const SyncStatus& status);
    /// Only the icon; the words move into its tooltip.
    void setIconsOnly(bool iconsOnly);
    /// Both lines as shown; for screen readers and tests.
    QString text() const;

Q_SIGNALS:
    void signInRequested();
    void clicked(); ///< anywhere else: show what waits

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showWords();
    void applyTokens(const Tokens& t);

    SyncStatus m_status;
    bool m_iconsOnly = false;
    SyncIcon* m_icon; // child
    QWidget* m_words; // child
    Label* m_first; // child
    Label* m_second; // child
    KeyButton* m_link; // child
};

} // namespace dure::app
