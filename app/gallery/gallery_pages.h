#pragma once
#include "app/shell/page.h"
#include "core/domain/date.h"

namespace dure::app {

class DateField;

/// What the gallery calls today, so that its pictures are the same every day.
inline constexpr Date galleryToday = Date::fromYmd(2026, 11, 23);

/// A list with chips, sums and a panel beside it, on rows of its own.
Page* makeGalleryList();
/// Three ways to begin.
Page* makeGalleryEmpty();
/// Fields, messages, glyphs and the states of buttons. `due` receives the date field that gets the focus.
Page* makeGalleryForm(DateField** due);

} // namespace dure::app
