#pragma once
#include "app/dashboard/dashboard_figures.h"

#include <QByteArray>
#include <QString>

class QPageLayout;
class QPagedPaintDevice;

namespace dure::app {

// The dashboard on one A4 page.

/// "경영 현황 2026년 11월.pdf"; without the ending if that is empty.
QString dashboardFileName(const Period& period, const QString& ending);
QPageLayout dashboardPageLayout();
/// False: the device did not take it. `asOf`: day and time of the figures.
bool paintDashboard(
    QPagedPaintDevice& device, int dpi, const DashboardFigures& figures, const QString& company, const QString& asOf);
/// Empty: it could not be made.
QByteArray dashboardPdf(const DashboardFigures& figures, const QString& company, const QString& asOf);

} // namespace dure::app
