#include "app/dashboard/ageing_bar.h"

#include "app/widgets/theme.h"

#include <QPainter>

namespace dure::app {

Color colorOf(DebtAge age)
{
    switch (age) {
    case DebtAge::Within30:
        return Color::Track;
    case DebtAge::From31To60:
        return Color::Bar;
    case DebtAge::From61To90:
        return Color::Amber;
    case DebtAge::Over90:
        break;
    }
    return Color::Red;
}

AgeingBar::AgeingBar(QWidget* parent)
    : QWidget(parent)
{
    Theme::follow(this, [this](const Tokens& t) { setFixedHeight(t.px(Px::Space12) + t.px(Px::Space4) / 2); });
}

void AgeingBar::setAgeing(const AgeingOfAll& ageing)
{
    m_ageing = ageing;
    update();
}

void AgeingBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    const std::int64_t total = m_ageing.total.owed.amount;
    if (total <= 0) {
        painter.fillRect(rect(), t.color(Color::Track));
        return;
    }
    const int gap = 2 * Tokens::px(Fixed::Line);
    std::int64_t sum = 0;
    const auto place = [&](std::int64_t amount) { return int(Int128{width()} * amount / total); };
    for (std::size_t age = 0; age < debtAgeCount; ++age) {
        const int left = place(sum);
        sum += m_ageing.rows[age].owed.amount;
        const QRect part(left, 0, qMax(0, place(sum) - left - (sum < total ? gap : 0)), height());
        if (m_ageing.rows[age].owed == Won{})
            continue;
        painter.fillRect(part, t.color(colorOf(static_cast<DebtAge>(age))));
        if (static_cast<DebtAge>(age) == DebtAge::Within30) {
            painter.setPen(t.color(Color::Control));
            painter.drawRect(part.adjusted(0, 0, -1, -1));
        }
    }
}

} // namespace dure::app

#include "moc_ageing_bar.cpp"
