#include "app/widgets/product_mark.h"

#include "app/widgets/theme.h"

#include <QIcon>
#include <QPainter>

namespace dure::app {
namespace {

void paintMark(QPainter& painter, const QRectF& square)
{
    const Tokens& t = tokens();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.color(Color::Accent));
    const qreal radius = square.width() / 5;
    painter.drawRoundedRect(square, radius, radius);
    QFont font = t.font(TextStyle::Kpi);
    font.setPixelSize(qMax(1, qRound(square.height() * 0.58)));
    painter.setFont(font);
    painter.setPen(t.color(Color::OnAccent));
    painter.drawText(square, Qt::AlignCenter, QStringLiteral("두"));
}

} // namespace

ProductMark::ProductMark(QWidget* parent)
    : QWidget(parent)
{
    Theme::follow(this, [this](const Tokens& t) {
        const int side = t.px(Px::Space24) + t.px(Px::Space16);
        setFixedSize(side, side);
        update();
    });
}

void ProductMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintMark(painter, rect());
}

QIcon productIcon()
{
    QIcon icon;
    for (const int side : {16, 20, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintMark(painter, QRectF(0, 0, side, side));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace dure::app
