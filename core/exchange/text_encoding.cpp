#include "core/exchange/text_encoding.h"

#include "core/domain/schema.h"

#include <algorithm>
#include <cerrno>

#ifdef _WIN32
#include <windows.h>
#else
#include <iconv.h>
#endif

namespace dure::exchange {

namespace {

constexpr std::string_view utf8Mark = "\xef\xbb\xbf";
constexpr std::string_view replacement = "\xef\xbf\xbd";

bool isAscii(std::string_view bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The length of the well-formed character at the front, or 0.
std::size_t utf8Length(std::string_view bytes)
{
    for (std::size_t length = 1; length <= 4 && length <= bytes.size(); ++length)
        if (isUtf8(bytes.substr(0, length)))
            return length;
    return 0;
}

bool repairUtf8(std::string_view bytes, std::string& utf8)
{
    if (isUtf8(bytes)) {
        utf8 += bytes;
        return true;
    }
    while (!bytes.empty()) {
        const std::size_t length = utf8Length(bytes);
        utf8 += length == 0 ? replacement : bytes.substr(0, length);
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return false;
}

} // namespace

std::expected<TextEncoding, ExchangeError> detectEncoding(std::string_view bytes)
{
    if (bytes.starts_with(utf8Mark))
        return TextEncoding::Utf8WithBom;
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        return std::unexpected(ExchangeError{ExchangeErrorCode::UnsupportedEncoding, {}, 1, "UTF-16"});
    if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
        const auto line = 1 + std::ranges::count(bytes.substr(0, nul), '\n');
        return std::unexpected(ExchangeError{ExchangeErrorCode::NotText, {}, line, {}});
    }
    return isUtf8(bytes) ? TextEncoding::Utf8 : TextEncoding::Cp949;
}

std::string shownPart(std::string_view utf8)
{
    constexpr std::size_t shownBytes = 60;
    if (utf8.size() <= shownBytes)
        return std::string(utf8);
    std::size_t end = shownBytes;
    while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xc0U) == 0x80U)
        --end;
    return std::string(utf8.substr(0, end));
}

#ifdef _WIN32

struct TextDecoder::Converter
{
    bool decode(std::string_view bytes, std::string& utf8)
    {
        constexpr UINT koreanCodePage = 949;
        const int size = static_cast<int>(bytes.size());
        bool clean = true;
        int wideSize = MultiByteToWideChar(koreanCodePage, MB_ERR_INVALID_CHARS, bytes.data(), size, nullptr, 0);
        if (wideSize == 0) {
            clean = false;
            wideSize = MultiByteToWideChar(koreanCodePage, 0, bytes.data(), size, nullptr, 0);
        }
        std::wstring wide(static_cast<std::size_t>(wideSize), L'\0');
        MultiByteToWideChar(koreanCodePage, 0, bytes.data(), size, wide.data(), wideSize);
        const int outSize = WideCharToMultiByte(CP_UTF8, 0, wide.data(), wideSize, nullptr, 0, nullptr, nullptr);
        const std::size_t before = utf8.size();
        utf8.resize(before + static_cast<std::size_t>(outSize));
        WideCharToMultiByte(CP_UTF8, 0, wide.data(), wideSize, utf8.data() + before, outSize, nullptr, nullptr);
        return clean;
    }
};

#else

struct TextDecoder::Converter
{
    // "CP949" is glibc's name for the code page with all 11,172 syllables; its "EUC-KR" lacks 똠.
    iconv_t handle = iconv_open("UTF-8", "CP949");

    Converter() = default;
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter()
    {
        if (isOpen())
            iconv_close(handle);
    }
    bool isOpen() const { return handle != reinterpret_cast<iconv_t>(-1); } // NOLINT: the API's error value

    bool decode(std::string_view bytes, std::string& utf8)
    {
        if (!isOpen())
            return repairUtf8(bytes, utf8);
        bool clean = true;
        char* in = const_cast<char*>(bytes.data()); // iconv's signature; it does not write there
        std::size_t inLeft = bytes.size();
        char block[4096];
        iconv(handle, nullptr, nullptr, nullptr, nullptr);
        while (inLeft > 0) {
            char* out = block;
            std::size_t outLeft = sizeof block;
            const std::size_t outcome = iconv(handle, &in, &inLeft, &out, &outLeft);
            utf8.append(block, sizeof block - outLeft);
            const bool blockFull = outcome == static_cast<std::size_t>(-1) && errno == E2BIG;
            if (outcome != static_cast<std::size_t>(-1) || blockFull)
                continue;
            clean = false;
            utf8 += replacement;
            ++in;
            --inLeft;
        }
        return clean;
    }
};

#endif

TextDecoder::TextDecoder(TextEncoding encoding)
    : m_encoding(encoding)
{ }

TextDecoder::~TextDecoder() = default;
TextDecoder::TextDecoder(TextDecoder&&) noexcept = default;
TextDecoder& TextDecoder::operator=(TextDecoder&&) noexcept = default;

bool TextDecoder::decode(std::string_view bytes, std::string& utf8)
{
    if (isAscii(bytes)) {
        utf8 += bytes;
        return true;
    }
    if (m_encoding != TextEncoding::Cp949)
        return repairUtf8(bytes, utf8);
    if (!m_converter)
        m_converter = std::make_unique<Converter>();
    return m_converter->decode(bytes, utf8);
}

} // namespace dure::exchange
