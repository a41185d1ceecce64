#pragma once
#include "app/orders/call_off_model.h"
#include "app/orders/entry_line.h"
#include "app/people/people_sheets.h"
#include "core/domain/call_off.h"

namespace dure::app {

class CallOffGrid;
class DateField;

/// 납기 나누기: gives parts of an order's line dates of their own, below the lines. Parts are typed, or "3 parts every
/// 7 days from then on" fills them in; Enter goes on and at last splits, Esc leaves it. Knows no disk.
class CallOffSheet : public InPlaceSheet
{
    Q_OBJECT
public:
    explicit CallOffSheet(QWidget* parent = nullptr);

    /// `left`: how much of the line has no delivery yet; above 0. `due`: when the line is due now; may be null.
    void open(const EntryLine& line, Quantity left, Date due, Date orderedOn, Date today);
    qint64 lineKey() const { return m_lineKey; }
    bool isBegun() const; ///< something is typed that open() of the line shown would bring back
    /// What is begun, of whichever line, by the line's key.
    QHash<qint64, QList<CallOffText>> typed() const;
    /// In place of all that: what open() brings back.
    void keep(const QHash<qint64, QList<CallOffText>>& parts);
    void forget(); ///< what is typed; after it was split
    /// The line changed under it, or more of it went out: nothing of what is typed is lost.
    void follow(Quantity left);
    /// What the button does: checks what is typed and says splitWanted(), or marks what is wrong.
    void split();
    void close();
    CallOffModel& model() const { return *m_model; }
    CallOffGrid& grid() const { return *m_grid; }

Q_SIGNALS:
    void splitWanted(qint64 lineKey, const std::vector<dure::CallOffPart>& parts);
    void shown(bool shown);
    void closed(); ///< and nothing was split

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    bool fillIn();
    void showLeft();
    static std::optional<int> readCount(ImeLineEdit& field, FormCell& cell, int most);

    Label* m_about; // child
    ImeLineEdit* m_count; // child
    ImeLineEdit* m_days; // child
    DateField* m_first; // child
    CallOffModel* m_model; // child
    CallOffGrid* m_grid; // child
    FormCell *m_countCell, *m_daysCell, *m_firstCell;
    Label* m_left; // child
    qint64 m_lineKey = 0;
    QHash<qint64, QList<CallOffText>> m_kept; // of lines that are not shown
    Date m_due, m_today;
};

} // namespace dure::app
