#pragma once
#include "app/attention/history_words.h"
#include "app/data/company_data.h"

#include <QTimer>
#include <QWidget>

namespace dure::app {

class HistoryDesk;
class KeyButton;
class Label;

/// The lines of a history, painted; all of each is shown.
class HistorySheet : public QWidget
{
    Q_OBJECT
public:
    explicit HistorySheet(QWidget* parent = nullptr);
    void setLines(std::vector<HistoryLine> lines);
    const std::vector<HistoryLine>& lines() const { return m_lines; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {width(), heightForWidth(qMax(width(), 1))}; }
    QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Columns
    {
        int when, who, what, device; ///< left edges
        int whatWidth, deviceWidth;
    };
    static Columns columnsFor(int width);
    static int heightOf(const HistoryLine& line, const Columns& columns);

    std::vector<HistoryLine> m_lines;
};

/// What happened to a document: asked from the cloud when it is looked at, the newest first, a bounded number of lines
/// until more is wanted. Says so while there is no line to the cloud.
class HistoryView : public QWidget
{
    Q_OBJECT
public:
    enum class State { Nothing, Loading, Shown, NoLine, Failed };

    /// Both outlive this.
    HistoryView(CompanyData& data, HistoryDesk& desk, QWidget* parent = nullptr);

    /// Empty: nothing is asked or shown.
    void setRows(const QString& title, std::vector<HistoryRow> rows);
    State state() const { return m_state; }
    HistorySheet& sheet() const { return *m_sheet; }

Q_SIGNALS:
    void shown(bool shown); ///< whether there is anything to see

private:
    void ask();
    void take(std::vector<HistoryLine>&& lines);
    void setState(State state);
    void showMore();

    CompanyData& m_data;
    HistoryDesk& m_desk;
    std::vector<HistoryRow> m_rows;
    std::vector<HistoryLine> m_lines;
    State m_state = State::Nothing;
    int m_shown = 0;
    Label* m_title; // child
    Label* m_message; // child
    HistorySheet* m_sheet; // child
    KeyButton* m_more; // child
    KeyButton* m_again; // child
    QTimer m_wait; // while somebody runs through a list nothing is asked
};

} // namespace dure::app
