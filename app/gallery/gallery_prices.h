#pragma once
#include "app/gallery/picture_output.h"

namespace dure::app {

class CompanyData;
class MainWindow;
class WorkPlaces;

/// Many prices changed at once: as it opens, with a rule and exceptions, with what is wrong.
void shootPrices(MainWindow& window, WorkPlaces& places, CompanyData& data, const Output& out);

} // namespace dure::app
