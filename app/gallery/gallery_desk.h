#pragma once
#include "app/gallery/gallery_company.h"
#include "app/gallery/picture_output.h"
#include "app/shell/main_window.h"

namespace dure::app {

class WorkPlaces;

/// The dashboard; claims as they are listed, written down and settled; quotations.
void shootDesk(MainWindow& window, WorkPlaces& places, GalleryCompany& company, const Output& out);

} // namespace dure::app
