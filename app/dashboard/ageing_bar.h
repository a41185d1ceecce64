#pragma once
#include "app/widgets/tokens.h"
#include "core/reports/figures.h"

#include <QWidget>

namespace dure::app {

Color colorOf(DebtAge age);

/// How much of what is owed is how old, as one bar; the table below says it in figures.
class AgeingBar : public QWidget
{
    Q_OBJECT
public:
    explicit AgeingBar(QWidget* parent = nullptr);
    void setAgeing(const AgeingOfAll& ageing);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    AgeingOfAll m_ageing;
};

} // namespace dure::app
