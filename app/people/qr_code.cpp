#include "app/people/qr_code.h"

#include "app/widgets/theme.h"

#include <QPainter>
#include <memory>
#include <qrencode.h>

namespace dure::app {
namespace {

constexpr int quietModules = 4; // ISO/IEC 18004: the margin a reader needs

} // namespace

QrCode::QrCode(const QString& text, QWidget* parent)
    : QWidget(parent)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), QRcode_free);
    if (code) {
        m_side = code->width;
        for (int i = 0; i < m_side * m_side; ++i)
            m_modules += (code->data[i] & 1) != 0;
    }
    setAccessibleName(tr("A picture for the telephone; the letters beside it say the same."));
    Theme::follow(this, [this](const Tokens&) { setFixedSize(sizeHint()); });
}

int QrCode::modulePx() const { return qMax(3, tokens().scaled(4)); }

QSize QrCode::sizeHint() const
{
    const int px = (m_side + 2 * quietModules) * modulePx();
    return {px, px};
}

void QrCode::paintEvent(QPaintEvent*)
{
    // dark on light in both themes: readers expect it so
    const int side = m_side + 2 * quietModules;
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(0xff);
    for (int y = 0; y < m_side; ++y) {
        uchar* line = image.scanLine(y + quietModules) + quietModules;
        for (int x = 0; x < m_side; ++x)
            if (m_modules[y * m_side + x])
                line[x] = 0;
    }
    QPainter(this).drawImage(rect(), image);
}

} // namespace dure::app

#include "moc_qr_code.cpp"
