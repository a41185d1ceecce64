#pragma once
#include "app/widgets/status_glyph.h"

#include <QAbstractButton>
#include <optional>

class QButtonGroup;
class QHBoxLayout;

namespace dure::app {

/// One chip; made by ChipRow.
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    Chip(const QString& text, Status glyph, QWidget* parent);
    void setCount(std::optional<qint64> count);
    /// Where there is not room for all, only the chosen chip says its count; the others tell it to who points at them.
    void setBrief(bool brief);
    QSize sizeHint() const override { return sizeFor(!m_brief || isChecked()); }
    QSize fullSize() const { return sizeFor(true); }
    QSize briefSize() const { return sizeFor(isChecked()); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int leadingWidth() const;
    QSize sizeFor(bool withCount) const;
    QString m_count;
    Status m_glyph;
    bool m_brief = false;
};

/// A row of exclusive filters with counts. The chosen one has ✓, bold and a border; arrow keys move the choice. Where
/// the row is too narrow for its counts, those of the others give way.
class ChipRow : public QWidget
{
    Q_OBJECT
public:
    explicit ChipRow(QWidget* parent = nullptr);

    /// The first chip added is chosen.
    void addChip(const QString& id, const QString& text, Status glyph = Status::None);
    /// std::nullopt: not counted yet; nothing is shown.
    void setCount(const QString& id, std::optional<qint64> count);
    /// Emits chosen() only if the choice changes; unknown ids are ignored.
    void choose(const QString& id);
    QString chosenId() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    Chip* chip(const QString& id) const;
    int widthOf(QSize (Chip::*size)() const) const;
    void fit();
    QButtonGroup* m_group; // child
    QHBoxLayout* m_layout; // child
    QStringList m_ids; // the index is the button's id in the group
};

} // namespace dure::app
