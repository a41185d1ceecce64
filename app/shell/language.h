#pragma once
#include <QString>

namespace dure::app {

/// Makes tr() speak `code` ("ko" or "en") from now on. Widgets that exist keep their words: windows are made anew.
void installLanguage(const QString& code);

} // namespace dure::app
