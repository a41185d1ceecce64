#pragma once
#include <QList>
#include <QString>
#include <QWidget>

namespace dure::app {

struct MatterHead
{
    QString title;
    QString subtitle; ///< below it, small: who, on which device, when
    QString cap = {}; ///< the key that chooses this column
    int share = 1; ///< of the width
    bool isNumber = false; ///< its cells stand at the right
};

struct MatterCell
{
    QString text;
    bool isStrong = false; ///< big: what decides
    bool isMuted = false;
};

struct MatterRow
{
    QList<MatterCell> cells; ///< one a column
    int unit = -1; ///< what is chosen together, in field-by-field choice
};

/// What a matter is about, as a table that is read, with its buttons in the last row. Text wraps between words; all of
/// it is shown. One widget, painted.
class MatterSheet : public QWidget
{
    Q_OBJECT
public:
    explicit MatterSheet(QWidget* parent = nullptr);

    void setContents(const QList<MatterHead>& heads, const QList<MatterRow>& rows);
    /// The column that holds what stands; -1: none.
    void setHighlighted(int column);
    /// Field by field: which column each unit takes (-1: not chosen), and which unit is being chosen.
    void setChoices(const QList<int>& choices, int current);
    /// The buttons of the last row, which become children. `column` -1: they stand side by side from the left.
    struct Foot
    {
        QWidget* button; ///< not null
        int column = -1;
    };
    void setFoot(const QList<Foot>& foot);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }
    QString cellText(int row, int column) const { return m_rows[row].cells[column].text; }
    int rows() const { return int(m_rows.size()); }
    QString headText(int column) const { return m_heads[column].title + u'\n' + m_heads[column].subtitle; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Layout
    {
        QList<int> lefts; ///< of each column, and the right edge
        QList<int> tops; ///< of each row, then the foot's, then the bottom
    };
    Layout layoutFor(int width) const;
    int leastWidth(int column) const; ///< that parts no word and no number
    int headHeight(const QList<int>& lefts) const;
    QList<QRect> footPlaces(const QList<int>& lefts) const; ///< from the foot's top; empty: not shown
    int footHeight(const QList<int>& lefts) const;
    int wrappedHeight(const QFont& font, const QString& text, int width) const;
    QFont fontOf(const MatterCell& cell) const;
    void paintHead(QPainter& painter, const Layout& layout) const;
    void paintRow(QPainter& painter, const Layout& layout, int row) const;
    bool isChosen(int row, int column) const;
    void placeFoot();

    QList<MatterHead> m_heads;
    QList<MatterRow> m_rows;
    QList<Foot> m_foot;
    int m_highlighted = -1;
    QList<int> m_choices; // empty: not field by field
    int m_current = -1;
};

} // namespace dure::app
