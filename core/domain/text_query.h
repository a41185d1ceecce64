#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dure {

/// A stretch of bytes of the text that was searched, for highlighting.
struct TextRange
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const TextRange&) const = default;
};

enum class MatchRank : std::uint8_t { Exact, Prefix, Substring, None };

struct TextMatch
{
    MatchRank rank = MatchRank::None;
    std::vector<TextRange> ranges; ///< ascending, not overlapping

    explicit operator bool() const { return rank != MatchRank::None; }
};

/// Text as search compares it: lower case without accents, blanks and punctuation gone, ㈜ as 주, ㎖ as ml. Each kept
/// character knows which bytes of the source it came from.
struct FoldedText
{
    std::u32string characters;
    std::vector<TextRange> sources;
    std::size_t nameAt = 0; ///< where the name begins after a leading (주), ㈜ or 주식회사

    static FoldedText of(std::string_view utf8);
};

/// The bytes of folded characters as UTF-8.
std::string toUtf8(std::u32string_view characters);

constexpr bool isHangulSyllable(char32_t c) { return c >= 0xac00 && c <= 0xd7a3; }
/// One of the consonant letters one types (ㄱ … ㅎ), not a cluster like ㄳ.
bool isConsonantLetter(char32_t c);
/// A syllable without its final consonant (삼 → 사); any other character is itself.
char32_t withoutFinal(char32_t c);
/// The initial consonant of a Hangul syllable as the letter one types (삼 → ㅅ); any other character is itself.
char32_t initialConsonant(char32_t character);

/// What a person typed into a search field, the way Koreans search: a substring from one syllable on; initial
/// consonants ("ㅅㅅㄱㅇ" finds 삼성공업), also mixed with syllables ("삼ㅅ"); a last syllable that is still being
/// composed ("다오" on the way to 다온, "간" on the way to 가나). Blanks and a change between Hangul and other letters
/// split the query; every part must be found, in any order, possibly in different fields. Case, blanks and punctuation
/// count for nothing. Pure; used by the search index, the lists' filters and the command palette alike.
class TextQuery
{
public:
    explicit TextQuery(std::string_view utf8);

    bool empty() const { return m_parts.empty(); }
    const std::vector<std::u32string>& parts() const { return m_parts; }

    /// All parts in one text.
    TextMatch match(std::string_view utf8) const;
    /// All parts in any of the fields; one result per field, all with rank None if some part is found nowhere. The
    /// rank of a field says how well the whole query fits it.
    std::vector<TextMatch> matchFields(const std::vector<std::string_view>& fields) const;
    bool partMatches(std::size_t index, const FoldedText& text) const;
    /// The same for a text as it is stored; of plain letters and digits, as numbers are, without folding it aside.
    bool partMatches(std::size_t index, std::string_view utf8) const;
    /// Only the very last character typed can still be in composition.
    bool isLast(std::size_t part) const { return part + 1 == m_parts.size(); }

private:
    std::vector<std::u32string> m_parts;
    std::vector<std::string> m_plain; ///< the parts that are ASCII, else empty
    std::u32string m_whole;
};

} // namespace dure
