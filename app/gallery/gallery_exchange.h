#pragma once
#include "app/gallery/gallery_company.h"
#include "app/gallery/picture_output.h"

namespace dure::app {

class MainWindow;
class WorkPlaces;

/// Each step of an import of orders with something wrong in them, and what a list says of its export.
void shootExchange(MainWindow& window, WorkPlaces& places, GalleryCompany& company, const Output& out);

} // namespace dure::app
