#pragma once
#include "app/widgets/ledger_roles.h"
#include "app/widgets/tokens.h"

#include <QAbstractItemDelegate>
#include <QHash>

namespace dure::app {

class LedgerTable;

/// Paints what all cells share (surface, hairline, the selected row's mark) and leaves the content to its kinds.
class LedgerDelegate : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    explicit LedgerDelegate(LedgerTable* table);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;
    /// What the kind needs so that its own words are not cut off, without the cell's padding.
    virtual int leastContentWidth() const { return 0; }
    /// What a cell needs so that nothing of it is cut off, without the cell's padding.
    virtual int contentWidth(const QModelIndex&) const { return leastContentWidth(); }
    /// What stands behind the text and is never elided.
    virtual int suffixWidth(const QModelIndex&) const { return 0; }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const final;

protected:
    /// `rect` is where content may stand; pen and font are set from InkRole and BoldRole.
    virtual void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index) const = 0;
    /// Elided at the right; returns the width taken.
    int paintText(QPainter& painter, const QRect& rect, const QString& text, Qt::Alignment align = Qt::AlignLeft) const;
    LedgerTable& table() const { return *m_table; }
    int displayWidth(const QModelIndex& index) const; ///< of DisplayRole, in the weight it is painted in

private:
    void paintSurface(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    LedgerTable* m_table;
};

/// The delegate of a kind of column; the table is its parent.
LedgerDelegate* makeLedgerDelegate(ColumnKind kind, LedgerTable* table);

} // namespace dure::app
