#pragma once
#include "core/documents/loading_list.h"

#include <QByteArray>
#include <QString>

class QPainter;
class QPagedPaintDevice;

namespace dure::app {

/// Paints page `page` (from 0) of a 배차표 on an A4 paper whose upper left corner is the painter's origin.
void paintLoadingPage(QPainter& painter, const LoadingList& list, int page, double dotsPerMm);
/// All of it on a device of that resolution; false: it did not take it.
bool paintLoadingList(QPagedPaintDevice& device, const LoadingList& list, int dpi);
/// A PDF with its fonts embedded; empty: it could not be made.
QByteArray loadingListPdf(const LoadingList& list);
/// "배차표 2026-11-23".
QString loadingListTitle(const LoadingList& list);

} // namespace dure::app
