#pragma once
#include "app/widgets/ime_line_edit.h"

namespace dure::app {

/// The line edit over the current cell of an EntryGrid; made by it. At rest it looks like the cell with a border around
/// it: all its text is selected, so that typing replaces it, and neither selection nor cursor shows.
class CellField : public ImeLineEdit
{
    Q_OBJECT
public:
    explicit CellField(QWidget* viewport);
    void setResting(bool resting);
    void setProblem(const QString& problem);

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    bool m_resting = true;
    QString m_problem;
};

} // namespace dure::app
