#pragma once
#include "app/printing/form_settings.h"

namespace dure::app {

class ChoiceField;

/// The ways in which the two copies of a form may lie on a sheet; each item's data is its FormCopies.
void fillCopies(ChoiceField& field);

/// "Statement", "Delivery note": what the program calls a form.
QString formName(FormKind kind);

} // namespace dure::app
