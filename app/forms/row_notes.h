#pragma once
#include <QList>

namespace dure::app {

class RowForm;

/// Under fields that were changed here and elsewhere: what is stored now.
void noteStored(RowForm& form, const QList<int>& columns);

} // namespace dure::app
