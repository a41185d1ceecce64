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

/// Text as search compares it: lower case, blanks and punctuation gone. Each kept character knows where it stood.
struct FoldedText
{
    std::u32string characters;
    std::vector<std::uint32_t> begins; ///< byte of each character in the source; one more entry at the end

    static FoldedText of(std::string_view utf8);
};

/// The initial consonant of a Hangul syllable as the letter one types (삼 → ㅅ); any other character is itself.
char32_t initialConsonant(char32_t character);

/// What a person typed into a search field, the way Koreans search: a substring from one syllable on; initial
/// consonants ("ㅅㅅㄱㅇ" finds 삼성공업), also mixed with syllables ("삼ㅅ"); a last syllable that is still being
/// composed ("다오" on the way to 다온, "간" on the way to 가나). Blanks and a change between Hangul and other letters split the
/// query; every part must be found, in any order, possibly in different fields. Case, blanks and punctuation count
/// for nothing. Pure; used by the search index, the lists' filters and the command palette alike.
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
    /// Whether part `index` is found in the text.
    bool partMatches(std::size_t index, const FoldedText& text) const;

private:
    bool isLast(std::size_t index) const { return index + 1 == m_parts.size(); }
    std::vector<std::u32string> m_parts;
};

} // namespace dure
