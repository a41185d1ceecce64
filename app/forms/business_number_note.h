#pragma once
#include <QString>

namespace dure::app {

class FormCell;
class RowForm;

/// What can be said of a 사업자등록번호 while it is typed: right, wrong at the end (which may be kept), not ten digits
/// yet, the same as `twin`'s. Says nothing of an empty one.
void noteBusinessNumber(FormCell& cell, const QString& typed, const QString& twin = {});
/// 000-00-00000 is nobody's: marks the field and is true.
bool isRefusedBusinessNumber(RowForm& form, int column);

} // namespace dure::app
