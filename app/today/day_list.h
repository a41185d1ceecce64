#pragma once
#include "app/today/day_row.h"

#include <QAbstractListModel>
#include <QListView>

namespace dure::app {

/// The rows of one of the day's lists, held whole: a day has few.
class DayModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(QList<DayRow> rows);
    const DayRow* rowAt(int row) const; ///< null: no such row
    /// The row that shows the same thing as `like`; -1: none.
    int find(const DayRow& like) const;
    /// From there on, or -1; `toDeliver`: one that can be delivered.
    int nextChoice(int from, bool toDeliver) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QList<DayRow> m_rows;
};

/// A list of the day: titles, trucks and what they bring, painted. Enter and a double click open a row, a click a
/// title's link.
class DayList : public QListView
{
    Q_OBJECT
public:
    explicit DayList(QWidget* parent = nullptr);

    /// Keeps what is chosen if it is still there, else chooses `wanted` of what can be, or the row in its place.
    void setRows(QList<DayRow> rows);
    const DayModel& rows() const { return *m_model; }
    const DayRow* current() const; ///< null: nothing is chosen
    void choose(int row);
    void keyboardSearch(const QString& search) override; ///< does nothing: keys of the page are letters too

Q_SIGNALS:
    void chosen();
    void opened();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void step(int by);
    int firstChoice() const;

    DayModel* m_model; // child
    bool m_setting = false; // our own choosing is not the user's
};

} // namespace dure::app
