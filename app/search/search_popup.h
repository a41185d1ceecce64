#pragma once
#include "app/search/search_hits.h"
#include "app/widgets/tokens.h"

#include <QTimer>
#include <QWidget>
#include <functional>

namespace dure::app {

class CompanyData;
class SearchField;

/// Something that can be done, found by its name beside customers and orders.
struct Command
{
    QString title;
    Icon icon = Icon::None;
    QString key; ///< as on the caps; empty: none
    std::function<void()> run;
};

/// What opens below the search field: what was found, and what can be done. It never takes the focus, so that a
/// composition stays in the field; the field's arrows and Enter work here.
class SearchPopup : public QWidget
{
    Q_OBJECT
public:
    /// Lives in the field's window. Both outlive this.
    SearchPopup(SearchField& field, CompanyData& data);

    void addCommand(Command command);
    /// Titles of what is shown, headings left out; for tests and screen readers.
    QStringList shownTitles() const;

Q_SIGNALS:
    void opened(dure::TableId table, const dure::Uuid& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    struct Line
    {
        bool heading = false;
        Icon icon = Icon::None;
        QString title;
        QString detail; ///< or a command's key
        TableId table = TableId::Customer;
        Uuid id;
        int command = -1;
    };
    void search(const QString& query);
    void show(const QString& query, const std::vector<SearchRow>& rows);
    void addCommands(const QString& query);
    void place();
    bool keyPressed(int key);
    void move(int step);
    void openCurrent();
    int lineAt(const QPoint& place) const;
    int lineHeight(const Line& line) const;
    void paintLine(QPainter& painter, const Line& line, const QRect& rect, bool current) const;

    SearchField& m_field;
    CompanyData& m_data;
    QList<Command> m_commands;
    QString m_query; // what the lines were found for
    QList<Line> m_lines;
    int m_current = -1;
    bool m_waiting = false; // for the reader
    bool m_openWhenFound = false; // Enter came before the answer
};

} // namespace dure::app
