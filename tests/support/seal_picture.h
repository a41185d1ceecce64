#pragma once
#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace dure::test {

/// A red seal as somebody scans it: on white paper, with room around it.
inline QImage sealPicture(int side = 600, const QColor& paper = Qt::white)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(paper);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(200, 30, 30), side / 20.0));
    painter.drawEllipse(QRectF(side * 0.25, side * 0.25, side * 0.5, side * 0.5));
    painter.drawLine(QPointF(side * 0.35, side * 0.5), QPointF(side * 0.65, side * 0.5));
    return image;
}

inline QByteArray encoded(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format))
        qFatal("no writer of %s", format);
    return bytes;
}

} // namespace dure::test
