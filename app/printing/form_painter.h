#pragma once
#include <QColor>
#include <QImage>
#include <QPainter>
#include <QRectF>
#include <string_view>

namespace dure::app {

struct FormText
{
    double sizeMm = 3.0;
    bool bold = false;
    Qt::Alignment align = Qt::AlignLeft;
    QColor ink;
    /// A figure is made smaller until it fits, whatever size that is: a cut number would be another number.
    bool figure = false;
    /// A word of the form itself, which a pre-printed paper has already.
    bool caption = false;
};

/// What reaches the paper.
enum class FormInk {
    All,
    OnlyValues, ///< no lines and no captions: the paper has them
};

/// Draws lines and text of a paper form in millimetres on any paint device.
class FormPainter
{
public:
    FormPainter(QPainter& painter, double dotsPerMm, FormInk ink = FormInk::All);

    void line(double x1, double y1, double x2, double y2, double widthMm, const QColor& ink);
    void frame(const QRectF& mm, double widthMm, const QColor& ink);
    void dashedLine(double x1, double x2, double y, const QColor& ink);

    /// Within the cell less its padding; smaller if it does not fit, then cut. Returns the width taken.
    double text(const QRectF& cellMm, std::string_view utf8, const FormText& look);
    /// A remark: as text(), but where that would cut it, small letters on as many lines as the cell's height holds.
    void remark(const QRectF& cellMm, std::string_view utf8, const FormText& look);
    /// Letters `gapEm` of their size apart, centred; still one word to whoever searches a PDF.
    void spacedText(const QRectF& cellMm, std::string_view utf8, double gapEm, const FormText& look);
    /// As large as fits, in the middle of the place. It is stamped over what is there: where it is transparent that
    /// shows.
    void image(const QRectF& placeMm, const QImage& image);
    /// One letter below the other, spread over the height.
    void uprightText(const QRectF& cellMm, std::string_view utf8, const FormText& look);

private:
    bool isOnPaper(const FormText& look) const { return m_onlyValues && look.caption; }
    QFont fontOf(double sizeMm, bool bold) const;
    double widthOf(const QFont& font, const QString& text) const;
    void draw(const QFont& font, QPointF baseline, const QString& text);
    QString cut(const QFont& font, QString text, double room) const;
    void outline(const QString& text, double centreX, double baselineY, const FormText& look);
    void hiddenText(const QString& text, double centreX, double baselineY, const FormText& look);
    QPointF dots(double x, double y) const { return {x * m_dotsPerMm, y * m_dotsPerMm}; }

    QPainter& m_painter;
    double m_dotsPerMm;
    bool m_isPdf;
    bool m_onlyValues;
};

} // namespace dure::app
