#pragma once
#include <QString>

namespace dure::app {

/// Korean particles have two forms, by how what stands before them is read. Translations write both, "%1을(를)",
/// "이(가)", "은(는)", "와(과)", "%1(으)로"; this leaves the one that fits: "O261127-B01을", "F4를", "“큰통”을". Digits
/// are read as numbers, capitals as letters. Where nobody knows how it is read both stay. Texts without particles stay
/// as they are.
QString withParticles(const QString& text);

} // namespace dure::app
