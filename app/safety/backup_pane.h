#pragma once
#include "app/lists/detail_pane.h"
#include "core/storage/backup.h"

class QGridLayout;

namespace dure::app {

/// What a backup holds beside what is here now, and the button that puts it back.
class BackupPane : public DetailPane
{
    Q_OBJECT
public:
    explicit BackupPane(QWidget* parent = nullptr);

    void setTitle(const QString& title, const QString& path);
    void setHeld(const std::optional<storage::BackupFacts>& facts, Date today); ///< nullopt: it is being read
    void setNow(const std::optional<storage::BackupFacts>& facts, Date today);
    void setUnreadable(const QString& why); ///< instead of what it holds
    KeyButton* restoreButton() const { return m_restore; }

private:
    struct Line
    {
        Label *held, *now;
    };
    Line addLine(const QString& name);
    static void show(
        const QList<Line>& lines, Label* Line::*side, const std::optional<storage::BackupFacts>& facts, Date today);

    Label* m_title; // children
    Label* m_path;
    Label* m_state;
    QWidget* m_figures;
    QGridLayout* m_grid;
    QList<Line> m_lines;
    KeyButton* m_restore;
};

} // namespace dure::app
