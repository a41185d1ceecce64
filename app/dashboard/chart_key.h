#pragma once
#include "app/widgets/label.h"

namespace dure::app {

/// What a colour or a line of the chart means, over it.
class ChartKey : public QWidget
{
    Q_OBJECT
public:
    enum Kind { Bar, Line };
    ChartKey(Kind kind, const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int markWidth() const;
    Kind m_kind;
    QString m_text;
};

} // namespace dure::app
