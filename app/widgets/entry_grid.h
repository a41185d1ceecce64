#pragma once
#include "app/widgets/tokens.h"

#include <QPersistentModelIndex>
#include <QTableView>

namespace dure::app {

class CellField;
class ImeLineEdit;

/// What a grid's model tells about a cell beside Qt's own roles.
enum EntryRole : int {
    ProblemRole = Qt::UserRole + 0x200, ///< QString: what is wrong with the cell; it is marked
    QuietRole, ///< bool: the second ink, in the size of hints
    MutedRole, ///< bool: the second ink
    StrongRole, ///< bool: bold, what decides
};

/// A grid that is typed into as in Excel. One line edit lies over the current cell and has the keyboard the whole time,
/// so a Korean composition begins and ends in the same field: nothing moves the focus under it.
///
/// A cell rests until something is typed; typing replaces what stands there, F2 goes on with it. Arrows, Tab, Enter and
/// Page keys take the text into the model (setData with EditRole) and move; Esc drops it. What the model refuses stays
/// visible by ProblemRole; the keyboard is never caught in a cell. Rows that are not enabled are passed over.
class EntryGrid : public QTableView
{
    Q_OBJECT
public:
    explicit EntryGrid(QWidget* parent = nullptr);
    ~EntryGrid() override;
    void setModel(QAbstractItemModel* model) override;

    struct Column
    {
        int width = 80; ///< at 100 % text
        bool stretch = false; ///< takes what is left over, but is never narrower than `width`
        QString whole; ///< a text that is never cut, in whatever font
    };
    static int widthOf(const Column& column);
    void setColumns(const QList<Column>& columns);
    /// Lines below the last row down to the edge of the view, so that there is always paper to write on.
    void setPaperBelow(bool paper);
    /// Hides the row numbers.
    void setRowNumbers(bool shown);

    QModelIndex cell() const { return m_cell; }
    /// Takes what is typed and goes there; does not take the focus from another widget.
    void goTo(const QModelIndex& index);
    ImeLineEdit& field() const;
    bool isTyping() const { return m_mode != Mode::Resting; }
    /// Takes what is typed, composition included, into the model. Before anything that reads the model.
    void takeCell();
    /// Esc: what stood in the cell before stands there again.
    void dropTyped();
    /// Where the field lies; in the viewport's coordinates.
    QRect cellRect() const;
    /// Part of a cell that is the field's: all of it unless a subclass draws an input box in the cell.
    virtual QRect fieldRect(const QModelIndex& index) const;

Q_SIGNALS:
    void typed(const QModelIndex& index, const QString& text); ///< with the composition; nothing is taken yet
    void cellChanged(const QModelIndex& index);
    void rested(); ///< what was typed in a cell was taken or dropped: what had to wait for it may come
    void leftUpwards(); ///< Alt+Up, or Up in the first row

protected:
    /// A key before the grid looks at it; true: done.
    virtual bool cellKey(QKeyEvent* event);
    /// Whether cellKey() wants a key that is also a shortcut of the window.
    virtual bool wantsShortcut(const QKeyEvent& event) const;
    /// Where Enter goes; default: the next editable cell of the row, then of the next row.
    virtual QModelIndex afterEnter(const QModelIndex& index) const;
    /// Puts text into the model.
    virtual void write(const QModelIndex& index, const QString& text);
    virtual void undo() { }
    virtual void redo() { }

    QModelIndex nextEditable(const QModelIndex& from, int step) const;
    void startTyping(); ///< F2

    bool eventFilter(QObject* watched, QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void rowsInserted(const QModelIndex& parent, int first, int last) override;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Mode {
        Resting,
        Typing, ///< begun by typing: arrows move on
        Editing ///< begun by F2: arrows move the cursor
    };
    bool keyPressed(QKeyEvent* event);
    bool moveKey(QKeyEvent* event);
    bool restingKey(QKeyEvent* event);
    bool isShortcutOfCell(const QKeyEvent& event) const;
    void move(int rows, int columns);
    void moveTo(const QModelIndex& index);
    void fieldChanged(const QString& text);
    void loadCell();
    void placeField();
    void setMode(Mode mode);
    void layOutColumns();
    QModelIndex enabledFrom(int row, int column, int step) const;

    CellField* m_field; // child of the viewport
    QPersistentModelIndex m_cell;
    Mode m_mode = Mode::Resting;
    QList<Column> m_columns;
    bool m_paperBelow = true;
    bool m_loading = false; // our own text is not typing
};

} // namespace dure::app
