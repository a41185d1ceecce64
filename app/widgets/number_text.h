#pragma once
#include "core/domain/fixed_point.h"

#include <QString>

namespace dure::app {

// How figures stand on the screen: thousands commas, decimals only if present, − for negative.

QString numberText(qint64 number);
QString numberText(Won won);
QString numberText(Quantity quantity);
QString numberText(UnitPrice price);
/// "–" for nothing: where a 0 would only be noise.
template <class Number> QString numberOrDash(Number number)
{
    return number == Number{} ? QStringLiteral("–") : numberText(number);
}
/// "5,291,000원": sums outside tables.
QString wonText(Won won);
/// "3 %" from hundredths of a percent.
QString percentText(qint64 hundredths);

inline QString toQString(const std::string& utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

} // namespace dure::app
