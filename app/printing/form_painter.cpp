#include "app/printing/form_painter.h"

#include "app/widgets/tokens.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainterPath>

namespace dure::app {
namespace {

constexpr double paddingMm = 1.3;
constexpr double smallestShrink = 0.68; // below this a name is cut instead of shrunk
constexpr double evenShrink = 0.97;
constexpr double smallestOneLine = 0.85; // a remark that needs smaller letters takes more lines instead
constexpr double smallestRemarkMm = 1.15; // about 3 points: the least that a laser printer keeps legible
constexpr double lineEm = 1.12; // from line to line of a remark
constexpr double baselineEm = 0.36; // from the middle of a Hangul letter down to its baseline
constexpr int outlinePx = 200; // outlines are made at this size and scaled

/// Runs of digits and of anything else. Among Latin letters the shaper takes other digit glyphs of Noto Sans CJK, which
/// a PDF's text table does not know: "D261125" would be read back as "D". Digits by themselves are found.
QStringList digitRuns(const QString& text)
{
    QStringList runs;
    for (qsizetype begin = 0, end = 0; begin < text.size(); begin = end) {
        const bool digits = text[begin].isDigit();
        while (end < text.size() && text[end].isDigit() == digits)
            ++end;
        runs += text.mid(begin, end - begin);
    }
    return runs;
}

/// What is printed does not follow the screen's theme or text size, and may be painted on any thread.
const Tokens& paperTokens()
{
    static const Tokens paper(false, 100);
    return paper;
}

QString qstring(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }

} // namespace

FormPainter::FormPainter(QPainter& painter, double dotsPerMm, FormInk ink)
    : m_painter(painter)
    , m_dotsPerMm(dotsPerMm)
    , m_isPdf(painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Pdf)
    , m_onlyValues(ink == FormInk::OnlyValues)
{
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
}

QFont FormPainter::fontOf(double sizeMm, bool bold) const
{
    QFont font = paperTokens().font(TextStyle::Body, bold ? Weight::Bold : Weight::Regular);
    font.setHintingPreference(QFont::PreferNoHinting); // the same proportions on every device
    font.setPointSizeF(sizeMm * m_dotsPerMm * 72.0 / m_painter.device()->logicalDpiY());
    return font;
}

double FormPainter::widthOf(const QFont& font, const QString& text) const
{
    const QFontMetricsF metrics(font, m_painter.device());
    double width = 0;
    for (const QString& run : digitRuns(text))
        width += metrics.horizontalAdvance(run);
    return width;
}

void FormPainter::draw(const QFont& font, QPointF baseline, const QString& text)
{
    const QFontMetricsF metrics(font, m_painter.device());
    m_painter.setFont(font);
    for (const QString& run : digitRuns(text)) {
        m_painter.drawText(baseline, run);
        baseline.rx() += metrics.horizontalAdvance(run);
    }
}

QString FormPainter::cut(const QFont& font, QString text, double room) const
{
    if (widthOf(font, text) <= room)
        return text;
    while (!text.isEmpty() && widthOf(font, text + QChar(0x2026)) > room)
        text.chop(text.back().isLowSurrogate() ? 2 : 1);
    return text.trimmed() + QChar(0x2026);
}

void FormPainter::line(double x1, double y1, double x2, double y2, double widthMm, const QColor& ink)
{
    if (m_onlyValues)
        return;
    // On a screen a line is never thinner than a dot, or it would fade.
    m_painter.setPen(QPen(ink, qMax(widthMm * m_dotsPerMm, 0.8), Qt::SolidLine, Qt::SquareCap));
    m_painter.drawLine(dots(x1, y1), dots(x2, y2));
}

void FormPainter::image(const QRectF& placeMm, const QImage& image)
{
    if (image.isNull())
        return;
    QRectF place({}, QSizeF(image.size()).scaled(placeMm.size() * m_dotsPerMm, Qt::KeepAspectRatio));
    place.moveCenter(placeMm.center() * m_dotsPerMm);
    QImage shown = image;
    if (!m_isPdf && place.width() < image.width()) // the painter's own way of making small leaves out dots
        shown = image.scaled(place.size().toSize().expandedTo({1, 1}), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    m_painter.save();
    m_painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::LosslessImageRendering);
    m_painter.drawImage(place, shown);
    m_painter.restore();
}

void FormPainter::frame(const QRectF& mm, double widthMm, const QColor& ink)
{
    if (m_onlyValues)
        return;
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(ink, qMax(widthMm * m_dotsPerMm, 0.8), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    m_painter.drawRect(QRectF(dots(mm.left(), mm.top()), dots(mm.right(), mm.bottom())));
}

void FormPainter::dashedLine(double x1, double x2, double y, const QColor& ink)
{
    if (m_onlyValues)
        return;
    QPen pen(ink, qMax(0.15 * m_dotsPerMm, 0.8));
    pen.setDashPattern({4, 3});
    m_painter.setPen(pen);
    m_painter.drawLine(dots(x1, y), dots(x2, y));
}

double FormPainter::text(const QRectF& cellMm, std::string_view utf8, const FormText& look)
{
    QString shown = qstring(utf8).simplified();
    if (shown.isEmpty() || isOnPaper(look))
        return 0;
    const double room = (cellMm.width() - 2 * paddingMm) * m_dotsPerMm;
    if (room <= 0)
        return 0;
    double sizeMm = look.sizeMm;
    QFont font = fontOf(sizeMm, look.bold);
    double width = widthOf(font, shown);
    if (width > room) {
        const double shrink = room / width * 0.995;
        sizeMm *= look.figure ? shrink : qMax(shrink, smallestShrink);
        font = fontOf(sizeMm, look.bold);
        // On a screen the letters' widths do not follow their size evenly.
        while (!look.figure && sizeMm > look.sizeMm * smallestShrink && widthOf(font, shown) > room) {
            sizeMm *= evenShrink;
            font = fontOf(sizeMm, look.bold);
        }
        if (!look.figure)
            shown = cut(font, shown, room);
        width = widthOf(font, shown);
    }
    double x = (cellMm.left() + paddingMm) * m_dotsPerMm;
    if (look.align & Qt::AlignRight)
        x += room - width;
    else if (look.align & Qt::AlignHCenter)
        x += (room - width) / 2;
    const double baseline = (cellMm.center().y() + baselineEm * sizeMm) * m_dotsPerMm;
    m_painter.setPen(look.ink);
    draw(font, {x, baseline}, shown);
    return width / m_dotsPerMm;
}

void FormPainter::remark(const QRectF& cellMm, std::string_view utf8, const FormText& look)
{
    const QString whole = qstring(utf8).simplified();
    const double room = (cellMm.width() - 2 * paddingMm) * m_dotsPerMm;
    if (widthOf(fontOf(look.sizeMm * smallestOneLine, look.bold), whole) <= room) {
        text(cellMm, utf8, look);
        return;
    }
    // Broken between any two letters: Korean is read well so, and a word may be longer than the cell.
    for (double sizeMm = look.sizeMm;; sizeMm *= 0.92) {
        const QFont font = fontOf(sizeMm, look.bold);
        const int most = qMax(1, static_cast<int>(cellMm.height() / (sizeMm * lineEm)));
        QStringList lines{QString()};
        for (const QChar letter : whole) {
            if (!lines.back().isEmpty() && !letter.isLowSurrogate() && widthOf(font, lines.back() + letter) > room)
                lines += QString();
            lines.back() += letter;
        }
        const bool last = sizeMm * 0.92 < smallestRemarkMm;
        if (lines.size() > most && !last)
            continue;
        if (lines.size() > most) {
            lines = lines.mid(0, most);
            lines.back() = cut(font, lines.back() + QString(2, QChar(0x2026)), room);
        }
        const double pitch = sizeMm * lineEm;
        double baseline = cellMm.center().y() + baselineEm * sizeMm - pitch * static_cast<double>(lines.size() - 1) / 2;
        m_painter.setPen(look.ink);
        for (const QString& line : lines) {
            draw(font, {(cellMm.left() + paddingMm) * m_dotsPerMm, baseline * m_dotsPerMm}, line.trimmed());
            baseline += pitch;
        }
        return;
    }
}

// Letter spacing makes five words of 거래명세서 for every program that reads a PDF. So such a word is drawn as shapes,
// and the text itself lies under it without ink.
void FormPainter::spacedText(const QRectF& cellMm, std::string_view utf8, double gapEm, const FormText& look)
{
    if (isOnPaper(look))
        return;
    const QString word = qstring(utf8);
    const double pitch = look.sizeMm * (1 + gapEm);
    const double baseline = cellMm.center().y() + baselineEm * look.sizeMm;
    double x = cellMm.center().x() - pitch * static_cast<double>(word.size() - 1) / 2;
    for (const QChar letter : word) {
        outline(letter, x, baseline, look);
        x += pitch;
    }
    hiddenText(word, cellMm.center().x(), baseline, look);
}

void FormPainter::uprightText(const QRectF& cellMm, std::string_view utf8, const FormText& look)
{
    if (isOnPaper(look))
        return;
    const QString word = qstring(utf8);
    const double pitch = cellMm.height() / static_cast<double>(word.size());
    double y = cellMm.top() + pitch / 2 + baselineEm * look.sizeMm;
    for (const QChar letter : word) {
        outline(letter, cellMm.center().x(), y, look);
        y += pitch;
    }
}

void FormPainter::outline(const QString& text, double centreX, double baselineY, const FormText& look)
{
    QFont font = paperTokens().font(TextStyle::Body, look.bold ? Weight::Bold : Weight::Regular);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(outlinePx);
    QPainterPath path;
    path.addText(0, 0, font, text);
    const double scale = look.sizeMm * m_dotsPerMm / outlinePx;
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    m_painter.save();
    m_painter.translate(dots(centreX, baselineY));
    m_painter.scale(scale, scale);
    m_painter.translate(-width / 2, 0);
    m_painter.fillPath(path, look.ink);
    m_painter.restore();
}

void FormPainter::hiddenText(const QString& text, double centreX, double baselineY, const FormText& look)
{
    if (!m_isPdf)
        return;
    const QFont font = fontOf(look.sizeMm, look.bold);
    const double width = QFontMetricsF(font, m_painter.device()).horizontalAdvance(text);
    m_painter.setFont(font);
    m_painter.setPen(QColor(255, 255, 255, 0));
    m_painter.drawText(dots(centreX, baselineY) - QPointF(width / 2, 0), text);
}

} // namespace dure::app
