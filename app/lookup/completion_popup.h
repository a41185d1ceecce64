#pragma once
#include "app/lookup/found_text.h"
#include "app/widgets/key_hint_bar.h"

#include <QPointer>
#include <QWidget>

class QKeyEvent;

namespace dure::app {

struct CompletionColumn
{
    QString title;
    int width = 80; ///< at 100 % text
    bool right = false; ///< numbers
    bool stretch = false; ///< takes what is left over
};

struct CompletionCell
{
    FoundText text;
    QString suffix; ///< behind it in the size of hints: a price's date
    bool muted = false;
};

/// The table that opens under a field while something is typed there. A child of the window without focus, so that a
/// Korean composition stays in the field: whoever owns the field hands the keys on to keyPressed().
class CompletionPopup : public QWidget
{
    Q_OBJECT
public:
    explicit CompletionPopup(QList<CompletionColumn> columns);

    struct Content
    {
        QList<QList<CompletionCell>> rows;
        QString count; ///< at the left of the foot
        QString nothing; ///< instead of rows
        int chosen = 0; ///< -1: none until ↓
    };
    /// Under `anchor`, or over it where there is no room; follows the anchor and hides with it.
    void open(QWidget& anchor, Content content);
    void setHints(QList<KeyHint> hints); ///< at the right of the foot
    /// Rows alone, without head and foot: a short list of words.
    void setHeadless(bool headless) { m_headless = headless; }
    void dismiss();
    bool isOpen() const { return isVisible(); }
    /// -1: none.
    int current() const { return m_current; }
    int rows() const { return int(m_content.rows.size()); }
    QString cellText(int row, int column) const;

    /// ↑↓ and Page keys choose, Enter and Shift+Enter take, Esc closes. True: done.
    bool keyPressed(QKeyEvent* event);

Q_SIGNALS:
    void taken(int row, bool shift);
    void currentChanged(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void place();
    void choose(int row);
    void tell();
    int shownRows() const;
    int rowsTop() const;
    int rowAt(const QPoint& place) const;
    QList<QRect> cellRects(int top, int height) const;
    void paintHead(QPainter& painter) const;
    void paintRow(QPainter& painter, int row, int top) const;
    void paintCell(QPainter& painter, const QRect& rect, const CompletionCell& cell, bool right) const;
    void paintFoot(QPainter& painter) const;

    QPointer<QWidget> m_anchor;
    QList<CompletionColumn> m_columns;
    Content m_content;
    QList<KeyHint> m_hints;
    int m_current = -1;
    bool m_headless = false;
    int m_first = 0; // the row at the top
    int m_room = 1; // rows that fit
};

} // namespace dure::app
