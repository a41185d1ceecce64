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
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int leadingWidth() const;
    QString m_count;
    Status m_glyph;
};

/// A row of exclusive filters with counts. The chosen one has ✓, bold and a border; arrow keys move the choice.
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

Q_SIGNALS:
    void chosen(const QString& id);

private:
    Chip* chip(const QString& id) const;
    QButtonGroup* m_group; // child
    QHBoxLayout* m_layout; // child
    QStringList m_ids; // the index is the button's id in the group
};

} // namespace dure::app
