#include "app/printing/paper_preview.h"

#include "app/printing/form_sheet_painter.h"
#include "app/printing/seal_image.h"
#include "app/widgets/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace dure::app {
namespace {

constexpr int widest = 860; // at 100 %: wider sheets are no easier to read

} // namespace

PaperPreview::PaperPreview(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setAccessibleName(tr("Preview of the paper"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(40);
    Theme::follow(this, [this](const Tokens&) { renew(); });
}

void PaperPreview::setPaper(int pages, Paint paint)
{
    m_paint = std::move(paint);
    m_sheets = QList<QImage>(pages);
    renew();
}

QSize PaperPreview::sheetSize() const
{
    const int room = viewport()->width() - 2 * tokens().px(Px::Space16);
    const int width = qBound(100, room, tokens().scaled(widest));
    return {width, qRound(width * paperHeightMm / paperWidthMm)};
}

void PaperPreview::renew()
{
    m_sheets = QList<QImage>(m_sheets.size());
    const int gap = tokens().px(Px::Space16);
    const int height = int(m_sheets.size()) * (sheetSize().height() + gap) + gap;
    verticalScrollBar()->setRange(0, qMax(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    viewport()->update();
}

const QImage& PaperPreview::sheet(int page)
{
    QImage& image = m_sheets[page];
    if (!image.isNull())
        return image;
    const qreal ratio = devicePixelRatioF();
    image = QImage(sheetSize() * ratio, QImage::Format_RGB32);
    image.fill(paperWhite());
    QPainter painter(&image);
    m_paint(painter, page, image.width() / paperWidthMm);
    painter.end();
    image.setDevicePixelRatio(ratio);
    return image;
}

void PaperPreview::paintEvent(QPaintEvent* event)
{
    const Tokens& t = tokens();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), t.color(Color::Window));
    const QSize size = sheetSize();
    const int gap = t.px(Px::Space16);
    for (int page = 0; page < m_sheets.size(); ++page) {
        const QRect place({qMax(gap, (viewport()->width() - size.width()) / 2),
                              gap + page * (size.height() + gap) - verticalScrollBar()->value()},
            size);
        if (!place.intersects(event->rect()))
            continue;
        painter.drawImage(place, sheet(page));
        painter.setPen(t.color(Color::Panel));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
}

void PaperPreview::resizeEvent(QResizeEvent*) { renew(); }

} // namespace dure::app

#include "moc_paper_preview.cpp"
