#pragma once
#include "app/widgets/ledger_roles.h"
#include "app/widgets/status_glyph.h"

#include <QList>
#include <QWidget>

namespace dure::app {

struct SheetColumn
{
    QString title;
    Qt::Alignment align = Qt::AlignLeft;
    bool stretch = false; ///< takes what is left over and is elided; the others keep their natural width
    int leastWidth = 0; ///< at 100 % text
};

struct SheetCell
{
    QString text;
    CellInk ink = CellInk::Normal;
    bool bold = false;
    Status glyph = Status::None; ///< before the text
};

/// A short table inside a detail: all of it is shown, hairlines below the rows, no scrolling. Painted as one widget,
/// so that holding an arrow key in the list beside it does not build hundreds of labels.
class LineSheet : public QWidget
{
    Q_OBJECT
public:
    explicit LineSheet(QList<SheetColumn> columns, QWidget* parent = nullptr);

    void setTitle(int column, const QString& title);
    void setRows(QList<QList<SheetCell>> rows);
    int rows() const { return int(m_rows.size()); }
    QString cellText(int row, int column) const { return m_rows[row][column].text; }
    /// Rows are links: the mouse and Enter open them.
    void setOpens(bool opens);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    bool hasHead() const;
    int headHeight() const;
    int rowHeight() const;
    QList<int> columnWidths() const;
    void paintHead(QPainter& painter, const QList<int>& widths) const;
    void paintRow(QPainter& painter, int row, const QList<int>& widths) const;
    int rowAt(const QPoint& place) const;
    void setHovered(int row);

    QList<SheetColumn> m_columns;
    QList<QList<SheetCell>> m_rows;
    bool m_opens = false;
    int m_hovered = -1;
    int m_current = 0;
};

} // namespace dure::app
