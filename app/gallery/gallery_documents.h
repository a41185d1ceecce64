#pragma once
#include "app/gallery/picture_output.h"

namespace dure::app {

class GalleryCompany;
class MainWindow;
class WorkPlaces;

/// Each form as its page and as the sheet that a printer gets.
void shootDocuments(MainWindow& window, WorkPlaces& places, GalleryCompany& company, const Output& out);

} // namespace dure::app
