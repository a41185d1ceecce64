#pragma once
#include "app/printing/form_settings.h"

class QPainter;

namespace dure::app {

inline constexpr double paperWidthMm = 210;
inline constexpr double paperHeightMm = 297;
/// Of the sheet as it lies in the printer.
double sheetWidthMm(FormKind kind, const FormSettings& settings);

/// Paints sheet `page` (from 0) of any form on an A4 paper whose upper left corner is the painter's origin.
/// `dotsPerMm` is the resolution of the painter's device. Text that is too long for its cell becomes smaller, and only
/// then is cut; numbers are never cut. On a PDF the letter-spaced words can be found and copied as words.
void paintFormPage(QPainter& painter, const PaperForm& form, int page, const FormSettings& settings, double dotsPerMm);

} // namespace dure::app
