#pragma once
#include <QAbstractItemDelegate>
#include <QHeaderView>

namespace dure::app {

class EntryGrid;

/// The row numbers at the left of a grid; the current row's is bold on the selected surface.
class RowNumbers : public QHeaderView
{
    Q_OBJECT
public:
    explicit RowNumbers(EntryGrid* grid);
    void setPaperBelow(bool paper);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int row) const override;

private:
    EntryGrid* m_grid;
    bool m_paperBelow = true;
};

/// The titles of a grid's columns, aligned as their cells are.
class ColumnTitles : public QHeaderView
{
    Q_OBJECT
public:
    explicit ColumnTitles(EntryGrid* grid);
    void setLines(bool lines); ///< between the columns

protected:
    void paintEvent(QPaintEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int column) const override;

private:
    bool m_lines = true;
};

/// Paints the cells of a grid; fonts and inks come from the roles of EntryRole.
class EntryDelegate : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    explicit EntryDelegate(QObject* parent);
    void setVerticalLines(bool lines) { m_verticalLines = lines; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    virtual void paintContent(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    void paintText(QPainter& painter, const QRect& rect, const QModelIndex& index) const;

private:
    bool m_verticalLines = true;
};

} // namespace dure::app
