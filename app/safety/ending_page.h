#pragma once
#include <QWidget>

namespace dure::app {

class BackupDesk;
class KeyButton;
class Label;

/// What stands after a company's window was closed while the day's backup is still made: it says so, goes by itself and
/// takes the program along if it was the last window. Escape breaks the backup off; the next start makes it.
class EndingPage : public QWidget
{
    Q_OBJECT
public:
    /// Begins the backup. The desk outlives this.
    explicit EndingPage(BackupDesk& desk);

    QString word() const;
    KeyButton& endButton() { return *m_end; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showPercent();

    BackupDesk& m_desk;
    Label* m_what; // children
    Label* m_note;
    KeyButton* m_end;
};

} // namespace dure::app
