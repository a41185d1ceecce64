#pragma once
#include "app/gallery/picture_output.h"

namespace dure::app {

class CompanyData;
class MainWindow;
class WorkPlaces;

/// The place of stock and what opens over it, on the demo company.
void shootStock(MainWindow& window, WorkPlaces& places, CompanyData& data, const Output& out);

} // namespace dure::app
