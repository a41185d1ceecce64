#pragma once
#include <QWidget>

namespace dure::app {

class Label;

/// Work that takes its time: what is being done, how far it is, and the key that stops it.
class ProgressView : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressView(QWidget* parent = nullptr);

    void setWhat(const QString& what);
    /// `all` 0: nobody knows how much it is.
    void setProgress(qint64 done, qint64 all);
    QString text() const;

private:
    class Bar;
    Label* m_what; // child
    Label* m_far; // child
    Bar* m_bar; // child
};

} // namespace dure::app
