#pragma once
#include <string>
#include <string_view>

namespace dure {

/// The stored and shown form of a typed telephone number: a Korean one with its dashes (02-123-4567, 031-1234-5678,
/// 010-1234-5678, 0505-123-4567, 1588-1234; +82 10… becomes 010…). Anything else — a foreign number, an extension,
/// two numbers in one field — comes back as typed, only folded to ASCII signs.
std::string formatPhoneNumber(std::string_view typed);

/// Whether formatPhoneNumber() knows the number's form. It says nothing about whether it is in service.
bool isKoreanPhoneNumber(std::string_view typed);

/// The digits alone, +82 as 0, for searching and for finding the same number typed in two ways.
std::string phoneDigits(std::string_view typed);

} // namespace dure
