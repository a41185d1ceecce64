#pragma once
#include "app/widgets/ime_line_edit.h"

namespace dure::app {

class KeyCap;

/// The field that finds everything: magnifier, hint, and its key at the right while it is empty.
class SearchField : public ImeLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent = nullptr);
    /// `brief` is used where the long one would not fit.
    void setHints(const QString& full, const QString& brief);
    void setKey(const QKeySequence& key);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void queryChanged(const QString& query); ///< trimmed, with the composition
    void movedDown(); ///< Down: into the hits
    void left(); ///< Esc: back to the page

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();
    QString m_full;
    QString m_brief;
    KeyCap* m_cap; // child
};

} // namespace dure::app
