#pragma once
#include "app/widgets/tokens.h"
#include "core/reports/ageing.h"

#include <QWidget>

namespace dure::app {

/// How old what is owed is: one bar in four parts, the youngest first, with the share of each written below it by
/// whoever shows it. The older, the heavier the ink.
class AgeingBar : public QWidget
{
    Q_OBJECT
public:
    explicit AgeingBar(QWidget* parent = nullptr);
    void setAges(const Ageing& ages);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Ageing m_ages;
};

/// "30일 이내", "31~60일" …
QString debtAgeText(DebtAge age);
/// Its part of the bar. The youngest has an outline, as its ink is that of an empty bar.
Color colorOf(DebtAge age);

} // namespace dure::app
