#pragma once
#include <QListView>

namespace dure::app {

/// The narrow list of matters: two lines a row, a mark at the left of the selected one. Enter and a double click open
/// what a matter is about.
class MatterList : public QListView
{
    Q_OBJECT
public:
    explicit MatterList(QWidget* parent = nullptr);

    void keyboardSearch(const QString& search) override; ///< does nothing: digits decide

Q_SIGNALS:
    void currentRowChanged(int row);
    void opened();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
};

} // namespace dure::app
