#pragma once
#include "app/widgets/tokens.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace dure::app {

/// A few exclusive choices in one frame; the chosen one has ✓, bold and the selected surface. Arrow keys move it.
class SegmentedControl : public QWidget
{
    Q_OBJECT
public:
    /// `name` is what screen readers call the whole.
    explicit SegmentedControl(const QString& name, QWidget* parent = nullptr);

    /// `style` shows a text size by example.
    void addSegment(const QString& id, const QString& text, TextStyle style = TextStyle::Body);
    /// Does not emit.
    void setChosen(const QString& id);
    QString chosenId() const;
    QWidget* firstFocus() const; ///< the chosen segment, or the first

Q_SIGNALS:
    void chosen(const QString& id); ///< by the user

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group; // child
    QHBoxLayout* m_layout; // child
    QStringList m_ids;
};

} // namespace dure::app
