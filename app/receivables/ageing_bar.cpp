#include "app/receivables/ageing_bar.h"

#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"

#include <QPainter>

namespace dure::app {

QString debtAgeText(DebtAge age)
{
    switch (age) {
    case DebtAge::Within30:
        return AgeingBar::tr("within 30 days");
    case DebtAge::From31To60:
        return AgeingBar::tr("31–60 days");
    case DebtAge::From61To90:
        return AgeingBar::tr("61–90 days");
    case DebtAge::Over90:
        break;
    }
    return AgeingBar::tr("over 90 days");
}

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
    setAccessibleName(tr("Age of what is owed"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    Theme::follow(this, [this](const Tokens&) { updateGeometry(); });
}

void AgeingBar::setAges(const Ageing& ages)
{
    m_ages = ages;
    QStringList parts;
    for (std::size_t age = 0; age < debtAgeCount; ++age)
        parts += debtAgeText(static_cast<DebtAge>(age)) + u' ' + wonText(ages.owed[age]);
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    update();
}

QSize AgeingBar::sizeHint() const { return {tokens().scaled(120), tokens().px(Px::Space12)}; }

void AgeingBar::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.setPen(Qt::NoPen);
    painter.fillRect(rect(), t.color(Color::Track));
    const std::int64_t total = m_ages.total().amount;
    if (total <= 0)
        return;
    const int gap = Tokens::px(Fixed::Line);
    std::int64_t before = 0;
    for (std::size_t age = 0; age < debtAgeCount; ++age) {
        const auto which = static_cast<DebtAge>(age);
        const int from = static_cast<int>(static_cast<Int128>(before) * width() / total);
        before += m_ages.owed[age].amount;
        const int to = static_cast<int>(static_cast<Int128>(before) * width() / total);
        if (to <= from)
            continue;
        const QRect part(from, 0, to - from - (before < total ? gap : 0), height());
        painter.fillRect(part, t.color(colorOf(which)));
        if (which == DebtAge::Within30) {
            painter.setPen(t.color(Color::Control));
            painter.drawRect(part.adjusted(0, 0, -1, -1));
        }
    }
}

} // namespace dure::app

#include "moc_ageing_bar.cpp"
