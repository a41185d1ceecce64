#include "core/domain/units.h"

#include "core/domain/typed_text.h"

#include <algorithm>
#include <vector>

namespace dure {

namespace {

/// 1 yd = 0.9144 m, in ten-thousandths.
constexpr std::int64_t yardInMetres = 9'144;
/// Terms are added as multiples of 1 / (scale × yardInMetres) of a ten-thousandth: every conversion is whole in it.
constexpr Int128 finest = Int128{Quantity::scale} * yardInMetres;
/// A box or pallet of more, in ten-thousandths, is too large even where the least part of one is typed.
constexpr Int128 largestPack = Int128{maxTenThousandths} * Quantity::scale;

struct Word
{
    std::string_view text;
    UnitKind kind;
};

using enum UnitKind;
constexpr Word words[]
    = {{"개", Each}, {"낱개", Each}, {"ea", Each}, {"each", Each}, {"pc", Each}, {"pcs", Each}, {"piece", Each},
        {"pieces", Each}, {"박스", Box}, {"상자", Box}, {"카톤", Box}, {"box", Box}, {"boxes", Box}, {"bx", Box},
        {"ctn", Box}, {"팔레트", Pallet}, {"파레트", Pallet}, {"파렛트", Pallet}, {"빠레트", Pallet}, {"팰릿", Pallet},
        {"pallet", Pallet}, {"pallets", Pallet}, {"plt", Pallet}, {"plts", Pallet}, {"pl", Pallet}, {"m", Metre},
        {"미터", Metre}, {"metre", Metre}, {"metres", Metre}, {"meter", Metre}, {"meters", Metre}, {"mtr", Metre},
        {"yd", Yard}, {"yds", Yard}, {"y", Yard}, {"yard", Yard}, {"yards", Yard}, {"야드", Yard}, {"마", Yard}};

std::string folded(std::string_view word)
{
    std::string text = foldTyped(word);
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    while (!text.empty() && text.back() == '.')
        text.pop_back();
    return text;
}

bool isNumeric(char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

ParsedQuantity failed(QuantityError error, std::string unit = {})
{
    ParsedQuantity result;
    result.error = error;
    result.unit = std::move(unit);
    return result;
}

QuantityError quantityError(NumberError error)
{
    switch (error) {
    case NumberError::Empty:
        return QuantityError::Empty;
    case NumberError::TooManyDecimals:
        return QuantityError::TooManyDecimals;
    case NumberError::TooLarge:
        return QuantityError::TooLarge;
    case NumberError::NotANumber:
        break;
    }
    return QuantityError::NotANumber;
}

struct Term
{
    std::string number;
    std::string unit; ///< empty: the product's own
};

/// Takes "3박스 + 20" apart; nothing if it is not built like that.
std::vector<Term> split(std::string_view text)
{
    std::vector<Term> terms;
    const auto take = [&](auto isWanted) {
        std::size_t length = 0;
        while (length < text.size() && isWanted(text[length]))
            ++length;
        const std::string taken(text.substr(0, length));
        text.remove_prefix(length);
        return taken;
    };
    const auto skipBlanks = [&] { return !take([](char c) { return c == ' '; }).empty(); };
    bool separated = true;
    while (!text.empty()) {
        // "100m2" is no sum, and a number without a word ends one
        if (!terms.empty() && (terms.back().unit.empty() || (!separated && isLetter(terms.back().unit.back()))))
            return {};
        Term term;
        term.number = take(isNumeric);
        if (term.number.empty())
            return {};
        separated = skipBlanks();
        term.unit = take([](char c) { return !isNumeric(c) && c != ' ' && c != '+' && c != '-'; });
        separated = skipBlanks() || (separated && term.unit.empty());
        if (!text.empty() && text.front() == '+') {
            text.remove_prefix(1);
            skipBlanks();
            separated = true;
            if (text.empty())
                return {};
        }
        terms.push_back(std::move(term));
    }
    return terms;
}

/// How much one of the typed unit is, as a multiple of 1 / finest of the product's own.
struct Factor
{
    Int128 times = finest;
    std::optional<QuantityError> error;
};

Factor factorOf(const std::string& word, const PackingTerms& terms)
{
    const std::string own = folded(terms.unit);
    const UnitKind ownKind = own.empty() ? Each : unitKind(own);
    const UnitKind kind = unitKind(word);
    if (word.empty() || folded(word) == own || (kind != Unknown && kind == ownKind))
        return {};
    switch (kind) {
    case Box:
    case Pallet: {
        if (ownKind == Pallet)
            return {0, QuantityError::OtherMeasure};
        if (ownKind != Box && terms.unitsPerBox <= Quantity{})
            return {0, QuantityError::NoUnitsPerBox};
        if (kind == Pallet && terms.boxesPerPallet <= 0)
            return {0, QuantityError::NoBoxesPerPallet};
        const std::int64_t box = ownKind == Box ? Quantity::scale : terms.unitsPerBox.tenThousandths;
        const Int128 pack = Int128{box} * (kind == Pallet ? terms.boxesPerPallet : 1);
        if (pack > largestPack)
            return {0, QuantityError::TooLarge};
        return {pack * yardInMetres, {}};
    }
    case Metre:
        if (ownKind == Yard)
            return {Int128{Quantity::scale} * Quantity::scale, {}};
        return {0, QuantityError::OtherMeasure};
    case Yard:
        if (ownKind == Metre)
            return {Int128{yardInMetres} * yardInMetres, {}};
        return {0, QuantityError::OtherMeasure};
    case Each:
        return {0, QuantityError::OtherMeasure};
    case Unknown:
        break;
    }
    return {0, QuantityError::UnknownUnit};
}

PackedQuantity packedBy(Quantity quantity, const PackingTerms& terms, std::int64_t boxesPerPallet)
{
    const UnitKind own = unitKind(terms.unit);
    if (terms.unitsPerBox <= Quantity{} || own == Box || own == Pallet)
        return {0, 0, quantity};
    const std::int64_t box = terms.unitsPerBox.tenThousandths;
    const std::int64_t boxes = quantity.tenThousandths / box;
    PackedQuantity result{0, boxes, {quantity.tenThousandths % box}};
    if (boxesPerPallet > 0) {
        result.pallets = boxes / boxesPerPallet;
        result.boxes = boxes % boxesPerPallet;
    }
    return result;
}

} // namespace

UnitKind unitKind(std::string_view word)
{
    const std::string text = folded(word);
    const auto* const found = std::ranges::find(words, std::string_view(text), &Word::text);
    return found == std::end(words) ? Unknown : found->kind;
}

ParsedQuantity parseQuantity(std::string_view utf8, const PackingTerms& terms)
{
    const ParsedNumber plain = parseNumber(utf8, 4, maxTenThousandths);
    if (!plain.error)
        return {{plain.scaled}, false, true, {}, {}};
    if (plain.error != NumberError::NotANumber)
        return failed(quantityError(*plain.error));
    std::string text = foldTyped(utf8);
    const bool negative = text.front() == '-';
    if (negative || text.front() == '+')
        text = foldTyped(std::string_view(text).substr(1));
    const std::vector<Term> typed = split(text);
    if (typed.empty())
        return failed(QuantityError::NotANumber);
    ParsedQuantity result;
    Int128 sum = 0;
    for (const Term& term : typed) {
        const ParsedNumber number = parseNumber(term.number, 4, maxTenThousandths);
        if (number.error)
            return failed(quantityError(*number.error));
        const Factor factor = factorOf(term.unit, terms);
        if (factor.error)
            return failed(*factor.error, term.unit);
        result.converted = result.converted || factor.times != finest || typed.size() > 1;
        sum += Int128{number.scaled} * factor.times; // at most 10^13 × 10^17 × 10^4
        if (sum > Int128{maxTenThousandths} * finest)
            return failed(QuantityError::TooLarge, term.unit);
    }
    const std::int64_t rounded = divideRounded(sum, finest, RoundingMode::HalfUp);
    result.quantity = {negative ? -rounded : rounded};
    result.exact = sum % finest == 0;
    return result;
}

PackedQuantity packed(Quantity quantity, const PackingTerms& terms)
{
    return packedBy(quantity, terms, terms.boxesPerPallet);
}

PackedQuantity boxed(Quantity quantity, const PackingTerms& terms) { return packedBy(quantity, terms, 0); }

} // namespace dure
