#pragma once
#include <QList>
#include <QString>
#include <QWidget>

namespace dure::app {

struct KeyHint
{
    QString keys; ///< as on the cap: "Enter", "↑↓"
    QString text;
};

/// The line at the foot of a screen that says which keys work here. What does not fit goes
/// on in a second line.
class KeyHintBar : public QWidget
{
    Q_OBJECT
public:
    explicit KeyHintBar(QWidget* parent = nullptr);
    void setHints(QList<KeyHint> hints);
    const QList<KeyHint>& hints() const { return m_hints; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QList<QPoint> places() const; ///< of each hint: where it begins, and in which line
    void fit();

    int m_lineHeight = 0;
    QList<KeyHint> m_hints;
};

} // namespace dure::app
