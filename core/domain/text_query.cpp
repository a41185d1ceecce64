#include "core/domain/text_query.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace dure {

namespace {

constexpr char32_t firstSyllable = 0xac00;
constexpr char32_t finalsPerVowel = 28;
constexpr char32_t syllablesPerInitial = 21 * finalsPerVowel;

constexpr std::u32string_view initialLetters = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

/// What a final consonant leaves in the syllable and hands to the next one as its initial, by the final's number.
struct FinalSplit
{
    char32_t stays; ///< number of the final that stays
    char32_t moves; ///< the letter that moves on
};
constexpr std::array<FinalSplit, 28> finalSplits = {
    {{0, 0}, {0, U'ㄱ'}, {0, U'ㄲ'}, {1, U'ㅅ'}, {0, U'ㄴ'}, {4, U'ㅈ'}, {4, U'ㅎ'}, {0, U'ㄷ'}, {0, U'ㄹ'}, {8, U'ㄱ'},
        {8, U'ㅁ'}, {8, U'ㅂ'}, {8, U'ㅅ'}, {8, U'ㅌ'}, {8, U'ㅍ'}, {8, U'ㅎ'}, {0, U'ㅁ'}, {0, U'ㅂ'}, {17, U'ㅅ'},
        {0, U'ㅅ'}, {0, U'ㅆ'}, {0, U'ㅇ'}, {0, U'ㅈ'}, {0, U'ㅊ'}, {0, U'ㅋ'}, {0, U'ㅌ'}, {0, U'ㅍ'}, {0, U'ㅎ'}}};

/// Two consonants typed one after the other reach us as one cluster letter: the input method joins ㄱㅅ to ㄳ.
struct Cluster
{
    char32_t joined;
    std::u32string_view letters;
};
constexpr Cluster clusters[]
    = {{U'ㄳ', U"ㄱㅅ"}, {U'ㄵ', U"ㄴㅈ"}, {U'ㄶ', U"ㄴㅎ"}, {U'ㄺ', U"ㄹㄱ"}, {U'ㄻ', U"ㄹㅁ"}, {U'ㄼ', U"ㄹㅂ"},
        {U'ㄽ', U"ㄹㅅ"}, {U'ㄾ', U"ㄹㅌ"}, {U'ㄿ', U"ㄹㅍ"}, {U'ㅀ', U"ㄹㅎ"}, {U'ㅄ', U"ㅂㅅ"}};

/// Signs that stand for letters.
constexpr Cluster signs[]
    = {{U'㈜', U"주"}, {U'㎖', U"ml"}, {U'㎏', U"kg"}, {U'㎎', U"mg"}, {U'㎜', U"mm"}, {U'㎝', U"cm"}, {U'㎡', U"m2"},
        {U'㎥', U"m3"}, {U'ℓ', U"l"}, {U'㏄', U"cc"}, {U'Φ', U"φ"}, {U'Ø', U"φ"}, {U'ø', U"φ"}, {U'⌀', U"φ"}};

/// Latin-1 letters from À on, without their accents; a blank where there is none.
constexpr std::string_view latinBase = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";

std::u32string_view expansion(std::span<const Cluster> table, char32_t c)
{
    for (const Cluster& entry : table)
        if (entry.joined == c)
            return entry.letters;
    return {};
}

/// The next code point; a broken byte counts as one character of its own.
char32_t next(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at++);
    const int more = lead >= 0xf5 ? 0 : lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    char32_t code = lead & (0x3fU >> more);
    for (int i = 0; i < more; ++i) {
        const std::size_t follower = at + static_cast<std::size_t>(i);
        if (follower >= text.size() || (byte(follower) & 0xc0) != 0x80)
            return lead;
        code = code << 6 | (byte(follower) & 0x3fU);
    }
    at += static_cast<std::size_t>(more);
    return more == 0 ? lead : code;
}

constexpr bool isBlank(char32_t c)
{
    return c <= U' ' || c == 0xa0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

constexpr bool isPunctuation(char32_t c)
{
    if (c < 0x80)
        return !((c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'));
    return (c >= 0xa1 && c <= 0xbf) || c == 0xd7 || c == 0xf7 || (c >= 0x2010 && c <= 0x206f)
        || (c >= 0x3001 && c <= 0x3020) || c == 0x318d || c == 0x30fb;
}

constexpr char32_t foldLetter(char32_t c)
{
    if (c >= U'A' && c <= U'Z')
        return c + 32;
    if (c >= 0xc0 && c <= 0xff && latinBase[c - 0xc0] != ' ')
        return static_cast<char32_t>(latinBase[c - 0xc0]);
    if ((c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f))
        return c + 32;
    return c;
}

/// What FoldedText makes of each ASCII character; 0: left out.
constexpr std::array<char, 256> plainFolds = [] {
    std::array<char, 256> folds{};
    for (char32_t c = 0; c < 0x80; ++c)
        if (!isBlank(c) && !isPunctuation(c))
            folds[c] = static_cast<char>(foldLetter(c));
    return folds;
}();

/// Joins the decomposed letters that files from other systems carry (U+1112 U+1161 U+11AB) to syllables.
bool joinsBefore(FoldedText& text, char32_t c, std::uint32_t end)
{
    if (text.characters.empty())
        return false;
    char32_t& before = text.characters.back();
    if (before >= 0x1100 && before <= 0x1112 && c >= 0x1161 && c <= 0x1175)
        before = firstSyllable + (before - 0x1100) * syllablesPerInitial + (c - 0x1161) * finalsPerVowel;
    else if (isHangulSyllable(before) && (before - firstSyllable) % finalsPerVowel == 0 && c > 0x11a7 && c <= 0x11c2)
        before += c - 0x11a7;
    else
        return false;
    text.sources.back().end = end;
    return true;
}

bool isHangul(char32_t c) { return isHangulSyllable(c) || (c >= 0x3131 && c <= 0x3163); }

/// Whether a query's character stands for the text's.
bool stands(char32_t wanted, char32_t found)
{
    return wanted == found || (isConsonantLetter(wanted) && initialConsonant(found) == wanted);
}

/// How many characters of `text` from `at` the last typed character takes: it may still be in composition.
std::size_t takesComposing(char32_t wanted, std::u32string_view text, std::size_t at)
{
    if (stands(wanted, text[at]))
        return 1;
    if (!isHangulSyllable(wanted) || !isHangulSyllable(text[at]))
        return 0;
    const char32_t final = (wanted - firstSyllable) % finalsPerVowel;
    if (final == 0)
        return withoutFinal(text[at]) == wanted ? 1 : 0;
    const FinalSplit split = finalSplits[final];
    const bool movesOn = text[at] == wanted - final + split.stays && at + 1 < text.size()
        && isHangulSyllable(text[at + 1]) && initialConsonant(text[at + 1]) == split.moves;
    return movesOn ? 2 : 0;
}

struct Found
{
    std::size_t at = 0;
    std::size_t length = 0;
};

std::optional<Found> findPart(std::u32string_view part, bool last, std::u32string_view text)
{
    const std::size_t fixed = last ? part.size() - 1 : part.size();
    for (std::size_t at = 0; at + part.size() <= text.size(); ++at) {
        std::size_t length = 0;
        while (length < fixed && stands(part[length], text[at + length]))
            ++length;
        if (length < fixed)
            continue;
        if (!last)
            return Found{at, length};
        if (const std::size_t tail = takesComposing(part.back(), text, at + length))
            return Found{at, length + tail};
    }
    return std::nullopt;
}

MatchRank rankOf(std::u32string_view whole, const FoldedText& text)
{
    for (std::size_t start : {std::size_t{0}, text.nameAt}) {
        const std::u32string_view rest = std::u32string_view(text.characters).substr(start);
        const auto found = findPart(whole, true, rest.substr(0, std::min(rest.size(), whole.size() + 1)));
        if (found && found->at == 0)
            return found->length == rest.size() ? MatchRank::Exact : MatchRank::Prefix;
    }
    return MatchRank::Substring;
}

std::vector<TextRange> merged(std::vector<TextRange> ranges)
{
    std::ranges::sort(ranges, {}, &TextRange::begin);
    std::vector<TextRange> out;
    for (const TextRange& range : ranges) {
        if (!out.empty() && range.begin <= out.back().end)
            out.back().end = std::max(out.back().end, range.end);
        else
            out.push_back(range);
    }
    return out;
}

} // namespace

bool isConsonantLetter(char32_t c)
{
    return c >= 0x3131 && c <= 0x314e && initialLetters.find(c) != std::u32string_view::npos;
}

char32_t withoutFinal(char32_t c) { return isHangulSyllable(c) ? c - (c - firstSyllable) % finalsPerVowel : c; }

char32_t initialConsonant(char32_t c)
{
    return isHangulSyllable(c) ? initialLetters[(c - firstSyllable) / syllablesPerInitial] : c;
}

FoldedText FoldedText::of(std::string_view utf8)
{
    FoldedText text;
    text.characters.reserve(utf8.size());
    text.sources.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const auto begin = static_cast<std::uint32_t>(at);
        char32_t c = next(utf8, at);
        const auto end = static_cast<std::uint32_t>(at);
        if (c >= 0xff01 && c <= 0xff5e)
            c -= 0xfee0; // full width
        if (isBlank(c) || isPunctuation(c) || joinsBefore(text, c, end))
            continue;
        const std::u32string_view letters = expansion(signs, c);
        for (char32_t letter : letters.empty() ? std::u32string_view(&c, 1) : letters) {
            text.characters += foldLetter(letter);
            text.sources.push_back({begin, end});
        }
    }
    if (utf8.starts_with("(주)") || utf8.starts_with("㈜"))
        text.nameAt = 1;
    else if (utf8.starts_with("주식회사"))
        text.nameAt = 4;
    return text;
}

std::string toUtf8(std::u32string_view characters)
{
    std::string out;
    for (char32_t c : characters) {
        if (c < 0x80) {
            out += static_cast<char>(c);
            continue;
        }
        const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        out += static_cast<char>((0xff00U >> (more + 1) & 0xffU) | c >> (6 * more));
        for (int i = more - 1; i >= 0; --i)
            out += static_cast<char>(0x80 | (c >> (6 * i) & 0x3f));
    }
    return out;
}

TextQuery::TextQuery(std::string_view utf8)
{
    const FoldedText typed = FoldedText::of(utf8);
    std::uint32_t lastEnd = 0;
    for (std::size_t i = 0; i < typed.characters.size(); ++i) {
        const char32_t c = typed.characters[i];
        const std::string_view gap = utf8.substr(lastEnd, std::max(typed.sources[i].begin, lastEnd) - lastEnd);
        std::size_t at = 0;
        bool apart = m_parts.empty();
        while (at < gap.size())
            apart = isBlank(next(gap, at)) || apart;
        if (!apart && !m_parts.back().empty())
            apart = isHangul(m_parts.back().back()) != isHangul(c);
        if (apart)
            m_parts.emplace_back();
        const std::u32string_view letters = expansion(clusters, c);
        m_parts.back() += letters.empty() ? std::u32string_view(&c, 1) : letters;
        lastEnd = typed.sources[i].end;
    }
    for (const std::u32string& part : m_parts) {
        m_whole += part;
        const bool plain = std::ranges::all_of(part, [](char32_t c) { return c < 0x80; });
        m_plain.emplace_back(plain ? toUtf8(part) : std::string());
    }
}

bool TextQuery::partMatches(std::size_t index, const FoldedText& text) const
{
    return findPart(m_parts[index], isLast(index), text.characters).has_value();
}

bool TextQuery::partMatches(std::size_t index, std::string_view utf8) const
{
    std::array<char, 64> folded;
    if (utf8.size() > folded.size())
        return partMatches(index, FoldedText::of(utf8));
    std::size_t size = 0;
    char seen = 0;
    for (char c : utf8) {
        seen = static_cast<char>(seen | c);
        folded[size] = plainFolds[static_cast<unsigned char>(c)];
        size += folded[size] != 0 ? 1 : 0;
    }
    if ((seen & 0x80) != 0)
        return partMatches(index, FoldedText::of(utf8));
    if (m_plain[index].empty())
        return false; // nothing but itself stands for a letter outside ASCII
    return std::string_view(folded.data(), size).find(m_plain[index]) != std::string_view::npos;
}

TextMatch TextQuery::match(std::string_view utf8) const { return matchFields({utf8}).front(); }

std::vector<TextMatch> TextQuery::matchFields(const std::vector<std::string_view>& fields) const
{
    std::vector<TextMatch> matches(fields.size());
    if (m_parts.empty())
        return matches;
    std::vector<bool> found(m_parts.size());
    for (std::size_t f = 0; f < fields.size(); ++f) {
        const FoldedText text = FoldedText::of(fields[f]);
        for (std::size_t p = 0; p < m_parts.size(); ++p) {
            const auto hit = findPart(m_parts[p], isLast(p), text.characters);
            if (!hit)
                continue;
            found[p] = true;
            // a blank within the hit is not highlighted apart: one stretch from its first to its last byte
            matches[f].ranges.push_back({text.sources[hit->at].begin, text.sources[hit->at + hit->length - 1].end});
        }
        if (!matches[f].ranges.empty()) {
            matches[f].ranges = merged(std::move(matches[f].ranges));
            matches[f].rank = rankOf(m_whole, text);
        }
    }
    if (std::ranges::find(found, false) != found.end())
        matches.assign(fields.size(), {});
    return matches;
}

} // namespace dure
