#pragma once
#include "app/dashboard/dashboard_figures.h"
#include "app/printing/form_printer.h"
#include "core/exchange/table_writer.h"

#include <QString>

namespace dure::app {

/// The dashboard's tables one below the other, a figure a row: its section, what it is, and numbers as numbers.
struct DashboardSheet
{
    std::string name;
    std::vector<exchange::OutColumn> columns;
    std::vector<std::vector<exchange::OutCell>> rows;
};

DashboardSheet dashboardSheet(const DashboardFigures& figures);
/// From any thread. An existing file is replaced only once the new one is complete.
std::expected<void, PrintFailure> writeDashboardSheet(const DashboardSheet& sheet, const QString& path);

} // namespace dure::app
