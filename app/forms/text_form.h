#pragma once
#include "core/domain/value.h"

#include <QString>

namespace dure::app {

/// What a text field does with what people type or paste there, once it is left.
enum class TextForm { Plain, BusinessNumber, Phone, PostalCode, Email };

/// As it is stored.
std::string tidiedText(TextForm form, const QString& typed);
/// What is stored, as a person reads it.
QString storedText(TextForm form, const Value& value);

} // namespace dure::app
