#pragma once
#include "core/exchange/exchange_error.h"

#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace dure::exchange {

enum class TextEncoding : std::uint8_t { Utf8, Utf8WithBom, Cp949 };

/// BOM, else strict UTF-8, else CP949 (what Korean Windows programs write). NotText for a NUL byte,
/// UnsupportedEncoding for the marks of UTF-16 and UTF-32.
std::expected<TextEncoding, ExchangeError> detectEncoding(std::string_view bytes);

/// Turns stretches of a file into UTF-8. A stretch must begin and end between characters.
class TextDecoder
{
public:
    explicit TextDecoder(TextEncoding encoding);
    ~TextDecoder();
    TextDecoder(TextDecoder&&) noexcept;
    TextDecoder& operator=(TextDecoder&&) noexcept;

    /// Appends to `utf8`; false if something was not a character and stands there as U+FFFD.
    bool decode(std::string_view bytes, std::string& utf8);

private:
    struct Converter;
    TextEncoding m_encoding;
    std::unique_ptr<Converter> m_converter; // only for CP949
};

/// The beginning of a text, for a message; never half a character.
std::string shownPart(std::string_view utf8);

} // namespace dure::exchange
