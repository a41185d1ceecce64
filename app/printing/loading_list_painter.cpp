#include "app/printing/loading_list_painter.h"

#include "app/printing/form_painter.h"
#include "dure_version.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>

namespace dure::app {
namespace {

namespace caption = loading_caption;
using Kind = LoadingBlock::Kind;

constexpr int pdfDpi = 1200;
const QColor textInk(0x1D, 0x1E, 0x20);
const QColor faintInk(0x66, 0x67, 0x6B);
const QColor lineInk(0xA8, 0xA8, 0xA4);

// In millimetres.
constexpr double left = 10, right = 200, titleTop = 12, titleHeight = 12, blocksTop = 27, footTop = 283;
constexpr double thinMm = 0.15, thickMm = 0.4;
constexpr double bodyMm = 3.1, smallMm = 2.6, strongMm = 3.6, titleMm = 6.4;

struct Column
{
    std::string_view title;
    double x, width;
    Qt::Alignment align = Qt::AlignLeft;
};
constexpr double timeX = left, placeX = 23, productX = 91, quantityX = 140, boxesX = 161, palletsX = 173,
                 receivedX = 186;
const Column columns[] = {{caption::time, timeX, placeX - timeX}, {caption::place, placeX, productX - placeX},
    {caption::product, productX, quantityX - productX},
    {caption::quantity, quantityX, boxesX - quantityX, Qt::AlignRight},
    {caption::boxes, boxesX, palletsX - boxesX, Qt::AlignRight},
    {caption::pallets, palletsX, receivedX - palletsX, Qt::AlignRight},
    {caption::received, receivedX, right - receivedX, Qt::AlignHCenter}};

FormText look(double sizeMm, bool bold = false, Qt::Alignment align = Qt::AlignLeft, const QColor& ink = textInk)
{
    return {sizeMm, bold, align, ink, false};
}

FormText figure() { return {bodyMm, false, Qt::AlignRight, textInk, true}; }

/// Pallets of one product to a tenth: several products share a begun one.
std::string palletsText(const TruckLoad& load)
{
    return load.palletParts == 0 ? std::string() : formatNumber((load.palletParts + 999) / 1000, 1);
}

void paintStop(FormPainter& form, const LoadingBlock& block, double top)
{
    const LoadingStop& stop = block.stop;
    form.text({timeX, top + 1, placeX - timeX, 5}, stop.time.empty() ? "–" : stop.time, look(strongMm, true));
    const double placeWidth = productX - placeX;
    const std::string name = stop.site.empty() ? stop.customer : stop.customer + "  " + stop.site;
    form.text({placeX, top + 1, placeWidth, 5}, name, look(strongMm, true));
    form.remark({placeX, top + 6, placeWidth, 5}, stop.address, look(smallMm));
    const std::string contact = stop.phone.empty() ? stop.number : stop.phone + "   " + stop.number;
    form.text({placeX, top + 11, placeWidth, 4}, contact, look(smallMm, false, Qt::AlignLeft, faintInk));
    for (std::size_t i = 0; i < block.lines; ++i) {
        const LoadingLine& line = stop.lines[block.firstLine + i];
        const double y = top + static_cast<double>(i) * loadingLineMm;
        form.text({productX, y, quantityX - productX, loadingLineMm}, line.product, look(bodyMm));
        const std::string quantity
            = line.unit.empty() ? toText(line.quantity) : toText(line.quantity) + ' ' + line.unit;
        form.text({quantityX, y, boxesX - quantityX, loadingLineMm}, quantity, figure());
        if (line.load.boxes > 0)
            form.text({boxesX, y, palletsX - boxesX, loadingLineMm}, toText(Won{line.load.boxes}), figure());
        form.text({palletsX, y, receivedX - palletsX, loadingLineMm}, palletsText(line.load), figure());
    }
    form.line(left, top + block.heightMm, right, top + block.heightMm, thinMm, lineInk);
}

void paintBlock(FormPainter& form, const LoadingBlock& block, double top)
{
    const double bottom = top + block.heightMm;
    switch (block.kind) {
    case Kind::Truck:
        form.text({left, bottom - 8, 130, 7}, block.left, look(4.2, true));
        form.text({140, bottom - 8, right - 140, 7}, block.right, look(strongMm, true, Qt::AlignRight));
        form.line(left, bottom, right, bottom, thickMm, textInk);
        break;
    case Kind::Heads:
        for (const Column& column : columns)
            form.text({column.x, top, column.width, block.heightMm}, column.title,
                look(smallMm, false, column.align, faintInk));
        form.line(left, bottom, right, bottom, thinMm, lineInk);
        break;
    case Kind::Stop:
        paintStop(form, block, top);
        break;
    case Kind::Nothing:
        form.text({left, top, right - left, block.heightMm}, caption::nothing, look(strongMm));
        break;
    }
}

QPageLayout wholePaper() { return {QPageSize(QPageSize::A4), QPageLayout::Portrait, {}}; }

QString captionText(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

} // namespace

void paintLoadingPage(QPainter& painter, const LoadingList& list, int page, double dotsPerMm)
{
    FormPainter form(painter, dotsPerMm);
    form.spacedText({left, titleTop, 44, titleHeight}, caption::title, 0.5, look(titleMm, true));
    form.text({58, titleTop + 3, 70, 8}, list.period, look(4.2));
    form.text({128, titleTop + 3, right - 128, 8}, list.company, look(4.2, true, Qt::AlignRight));
    double top = blocksTop;
    for (const LoadingBlock& block : list.pages[static_cast<std::size_t>(page)]) {
        paintBlock(form, block, top);
        top += block.heightMm;
    }
    const std::string number = std::to_string(page + 1) + " / " + std::to_string(list.pages.size());
    form.text({left, footTop, right - left, 5}, number, look(smallMm, false, Qt::AlignHCenter, faintInk));
}

bool paintLoadingList(QPagedPaintDevice& device, const LoadingList& list, int dpi)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    for (int page = 0; page < static_cast<int>(list.pages.size()); ++page) {
        if (page > 0 && !device.newPage())
            return false;
        paintLoadingPage(painter, list, page, dpi / 25.4);
    }
    return painter.end();
}

QByteArray loadingListPdf(const LoadingList& list)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pdfDpi);
    writer.setPageLayout(wholePaper());
    writer.setTitle(loadingListTitle(list));
    writer.setCreator(QStringLiteral("Dure ") + QStringLiteral(DURE_VERSION));
    return paintLoadingList(writer, list, pdfDpi) ? bytes : QByteArray();
}

QString loadingListTitle(const LoadingList& list)
{
    return captionText(caption::title) + u' ' + QString::fromStdString(list.period);
}

} // namespace dure::app
