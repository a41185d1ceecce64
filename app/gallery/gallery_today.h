#pragma once
#include "app/gallery/gallery_company.h"
#include "app/gallery/picture_output.h"
#include "app/shell/main_window.h"

namespace dure::app {

class WorkPlaces;

/// The day, a vehicle being planned, the loading list; a customer's time line and a record being written.
void shootToday(MainWindow& window, WorkPlaces& places, const Output& out);

} // namespace dure::app
