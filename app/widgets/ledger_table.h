#pragma once
#include "app/widgets/ledger_roles.h"
#include "app/widgets/tokens.h"
#include "core/domain/date.h"

#include <QFontMetrics>
#include <QHash>
#include <QTableView>

class QMenu;

namespace dure::app {

class LedgerHeader;

struct LedgerColumn
{
    QString id; ///< never changes: the user's choice of columns is remembered by it
    QString title;
    ColumnKind kind = ColumnKind::Text;
    int width = 100; ///< at 100 % text; a column is wider where its words or numbers need it
    bool stretch = false; ///< takes what is left over
    bool hiddenAtFirst = false;
    bool sortable = true;
    bool whole = false; ///< texts that say nothing when they are cut, as document numbers
};

/// Fonts and colours of one theme, kept so that painting a cell builds none of them.
struct LedgerLook
{
    QFont body, bold, hint, hintBold;
    QFontMetrics bodyMetrics, boldMetrics;
    explicit LedgerLook(const Tokens& t);
};

/// A list as the screens draw it: hairlines, heads, one selected row with its blue mark. The model's columns are those
/// of setColumns(), in that order; sorting is the model's sort(). Row heights never depend on contents.
class LedgerTable : public QTableView
{
    Q_OBJECT
public:
    explicit LedgerTable(QWidget* parent = nullptr);
    ~LedgerTable() override;

    /// Widths follow the text size and what stands in the rows in sight; what the user set by hand stays.
    void setColumns(const QList<LedgerColumn>& columns);
    const QList<LedgerColumn>& columns() const { return m_columns; }
    int columnOf(const QString& id) const; ///< -1: no such column
    void setModel(QAbstractItemModel* model) override;

    /// Remembers order, widths and visibility under this key from now on, and restores them.
    void rememberColumnsAs(const QString& settingsKey);
    /// Which columns are shown; one always stays. The menu belongs to the caller.
    QMenu* makeColumnsMenu(QWidget* parent);

    /// What due dates are measured against; the PC's date unless set.
    void setToday(Date today);
    Date today() const { return m_today; }
    /// Shown in the middle while the model has no rows.
    void setEmptyText(const QString& text);
    /// The sum that stands under a column, which must be wide enough for it.
    void setSum(const QString& columnId, const QString& text);

    int currentRow() const; ///< -1: none
    void selectRow(int row); ///< and scrolls to it

    // For delegates and the totals row.
    const LedgerLook& look() const { return m_look; }
    int hoveredRow() const { return m_hoveredRow; }
    /// The part of a cell that text may take: 8 px inside, 16 px at the table's edges.
    QRect contentRect(const QRect& cell, int logicalColumn) const;
    bool isFirstVisible(int logicalColumn) const;

    int sizeHintForColumn(int column) const override; ///< a double click on the head's edge asks for it
    void keyboardSearch(const QString& search) override; ///< does nothing: it would walk a million rows

Q_SIGNALS:
    void opened(const QModelIndex& index); ///< Enter or double click
    void currentRowChanged(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override; ///< the current row, if it was in sight, stays so
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void applyTokens(const Tokens& t);
    int padding(int column) const;
    void measure(); // the rows in sight
    void measureLater();
    void arrangeColumns();
    void onSectionResized(int column, int oldWidth, int newWidth);
    void setHoveredRow(int row);
    void saveColumns() const;
    void restoreColumns();

    LedgerLook m_look;
    LedgerHeader* m_header; // child
    QList<LedgerColumn> m_columns;
    QString m_settingsKey;
    QString m_emptyText;
    Date m_today;
    int m_hoveredRow = -1;
    QHash<QString, int> m_ownWidths; // what the user set by hand, at 100 % text; by id
    QHash<QString, QString> m_sums; // by id
    QList<int> m_suffix; // likewise, of what stands behind a text
    QList<int> m_widest; // content seen so far in a column; only grows, so that columns do not jump while scrolling
    bool m_measuring = false; // measureLater() has been asked
    bool m_arranging = false; // our own resizing is not the user's
};

} // namespace dure::app
