#include "app/widgets/icons.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>
#include <array>

namespace dure::app {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(Icon::Count)> fileNames{"", "arrow-down", "arrow-up",
    "building-2", "calendar", "calendar-days", "chart-column", "check", "chevron-down", "chevron-left", "chevron-right",
    "chevrons-up-down", "circle-alert", "circle-help", "circle-play", "clipboard-list", "clipboard-paste", "cloud-off",
    "columns-3", "eye", "eye-off", "file-spreadsheet", "graduation-cap", "hard-drive", "history", "info", "list-checks",
    "log-out", "message-square-text", "notebook-pen", "package", "paperclip", "phone", "plus", "printer",
    "receipt-text", "refresh-cw", "search", "settings", "square-pen", "stamp", "trash-2", "truck", "undo-2", "users",
    "wallet", "warehouse", "x"};

QByteArray svgOf(Icon icon, const QColor& color)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(fileNames[static_cast<std::size_t>(icon)])));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("icon %s is missing from the resources", fileNames[static_cast<std::size_t>(icon)]);
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    return svg;
}

QPixmap draw(Icon icon, const QColor& color, int px, qreal pixelRatio)
{
    const int devicePx = qRound(px * pixelRatio);
    QPixmap pixmap(devicePx, devicePx);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svgOf(icon, color)).render(&painter, QRectF(0, 0, devicePx, devicePx));
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

/// Paints with the tokens of the moment, so that an action's icon needs no renewal when the theme changes.
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(Icon icon, Color color)
        : m_icon(icon)
        , m_color(color)
    { }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_icon, roleFor(mode), qMin(rect.width(), rect.height()));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_icon, roleFor(mode), qMin(size.width(), size.height()), 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return iconPixmap(m_icon, roleFor(mode), qRound(qMin(size.width(), size.height()) / scale), scale);
    }
    QIconEngine* clone() const override { return new ThemedIconEngine(m_icon, m_color); }

private:
    Color roleFor(QIcon::Mode mode) const { return mode == QIcon::Disabled ? Color::Text3 : m_color; }
    Icon m_icon;
    Color m_color;
};

} // namespace

QPixmap iconPixmap(Icon icon, Color color, int px, qreal pixelRatio)
{
    if (icon == Icon::None || px <= 0)
        return {};
    static QHash<quint64, QPixmap> cache;
    const QRgb rgb = tokens().color(color).rgb() & 0xffffff;
    const quint64 key = rgb | quint64(icon) << 24 | quint64(px & 0xfff) << 32 | quint64(qRound(pixelRatio * 64)) << 44;
    auto found = cache.find(key);
    if (found == cache.end())
        found = cache.insert(key, draw(icon, tokens().color(color), px, pixelRatio));
    return *found;
}

void paintIcon(QPainter& painter, const QRect& rect, Icon icon, Color color, int px)
{
    const int side = px > 0 ? px : tokens().px(Px::Icon);
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const QPoint corner(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
    painter.drawPixmap(corner, iconPixmap(icon, color, side, ratio));
}

QIcon themedIcon(Icon icon, Color color) { return QIcon(new ThemedIconEngine(icon, color)); }

} // namespace dure::app
