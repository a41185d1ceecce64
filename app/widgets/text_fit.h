#pragma once
#include <QFontMetrics>
#include <QString>

namespace dure::app {

/// Width to reserve for a text. Advances are fractions of a pixel: one more keeps QFontMetrics::elidedText() from
/// cutting a text that was given exactly its own width.
inline int textWidth(const QFontMetrics& metrics, const QString& text)
{
    return text.isEmpty() ? 0 : metrics.horizontalAdvance(text) + 1;
}

/// The text, elided at the right only if it does not fit.
inline QString fitText(const QFontMetrics& metrics, const QString& text, int width)
{
    return metrics.horizontalAdvance(text) <= width ? text : metrics.elidedText(text, Qt::ElideRight, width);
}

} // namespace dure::app
