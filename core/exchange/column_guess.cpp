#include "core/exchange/column_guess.h"

#include "core/domain/business_number.h"
#include "core/domain/phone_number.h"
#include "core/exchange/import_values.h"

#include <algorithm>
#include <array>

namespace dure::exchange {

namespace {

// Ranks of evidence: a name outweighs any content, an earlier name in a field's list outweighs a later one.
constexpr int exactName = 1000;
constexpr int partOfName = 500;
constexpr int contentAlone = 100;
constexpr std::size_t fewestAgainstName = 2; // cells
constexpr std::size_t shortestPart = 6; // bytes: two syllables; "코드" inside "바코드" says little less

/// How many of a column's sample cells are of a kind.
struct ColumnSample
{
    std::vector<std::string_view> texts; // not empty, not NULL

    bool mostly(bool (*test)(std::string_view)) const { return !texts.empty() && fit(test, 8); }
    /// At least so many tenths.
    bool fit(bool (*test)(std::string_view), std::ptrdiff_t tenths) const
    {
        return std::ranges::count_if(texts, test) * 10 >= std::ssize(texts) * tenths;
    }
};

bool isNumber(std::string_view text) { return readDecimal(text).has_value(); }
bool isMeasure(std::string_view text) { return readMeasure(text).has_value(); }
// the year cannot be missing, so that any day will do as today
bool isDate(std::string_view text) { return readDate(text, Date::fromYmd(2026, 1, 1)).has_value(); }
bool isDiscount(std::string_view text) { return readDiscount(text).has_value(); }
bool isFlag(std::string_view text) { return readFlag(text).has_value(); }
bool isTaxKind(std::string_view text) { return readTaxKind(text).has_value(); }
bool isEmail(std::string_view text)
{
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos;
}
bool isBusinessNumber(std::string_view text) { return checkBusinessNumber(text) == BusinessNumberCheck::Valid; }
bool isPhone(std::string_view text) { return isKoreanPhoneNumber(text); }

/// Null: anything may stand in such a field.
bool (*testOf(FieldContent content))(std::string_view)
{
    switch (content) {
    case FieldContent::Number:
        return isNumber;
    case FieldContent::Measure:
        return isMeasure;
    case FieldContent::Date:
        return isDate;
    case FieldContent::Discount:
        return isDiscount;
    case FieldContent::Flag:
        return isFlag;
    case FieldContent::TaxKind:
        return isTaxKind;
    default:
        return nullptr;
    }
}

/// Whether the sample speaks against the field. Real lists hold wrong numbers and foreign phones: those only lack
/// evidence, while a text in a price's place refutes. A column that is called exactly so keeps its name with some bad
/// cells in it, which are better reported where they stand than with the whole column missing.
bool refuted(FieldContent content, const ColumnSample& sample, bool isNamedSo)
{
    const auto test = testOf(content);
    if (!test || sample.texts.empty())
        return false;
    if (!isNamedSo)
        return !sample.mostly(test);
    return sample.texts.size() >= fewestAgainstName && !sample.fit(test, 3);
}

bool provenByContent(FieldContent content, const ColumnSample& sample)
{
    switch (content) {
    case FieldContent::BusinessNumber:
        return sample.mostly(isBusinessNumber);
    case FieldContent::Email:
        return sample.mostly(isEmail);
    case FieldContent::Phone:
        return sample.mostly(isPhone);
    default:
        return false;
    }
}

bool isHangul(std::string_view text) { return !text.empty() && static_cast<unsigned char>(text.front()) >= 0x80; }

int nameScore(const ImportField& field, const std::string& name)
{
    const auto exact = std::ranges::find(field.headers, name);
    if (exact != field.headers.end())
        return exactName - static_cast<int>(exact - field.headers.begin());
    int best = 0;
    if (field.joinsColumns)
        return best; // "납품처주소" is not the customer's address
    for (const std::string_view each : field.headers)
        if (each.size() >= shortestPart && isHangul(each) && name.find(each) != std::string::npos)
            best = std::max(best, partOfName + static_cast<int>(each.size()));
    return best;
}

bool isExact(int score) { return score > exactName - 100; }

struct Match
{
    int score = 0;
    std::size_t field = 0;
    std::size_t column = 0;
};

std::vector<ColumnSample> samplesOf(std::size_t columns, std::span<const SourceRow> rows)
{
    std::vector<ColumnSample> samples(columns);
    for (const SourceRow& row : rows)
        for (std::size_t i = 0; i < std::min(columns, row.cells.size()); ++i)
            if (!row.cells[i].isEmpty() && row.cells[i].text != "NULL")
                samples[i].texts.emplace_back(row.cells[i].text);
    return samples;
}

std::vector<Match> matchesOf(
    std::span<const ImportField> fields, std::span<const std::string> header, std::span<const SourceRow> rows)
{
    const std::vector<ColumnSample> samples = samplesOf(header.size(), rows);
    std::vector<Match> matches;
    for (std::size_t column = 0; column < header.size(); ++column) {
        const std::string name = normaliseHeader(header[column]);
        for (std::size_t field = 0; field < fields.size(); ++field) {
            int score = nameScore(fields[field], name);
            if (score > 0 && refuted(fields[field].content, samples[column], isExact(score)))
                score = 0;
            if (provenByContent(fields[field].content, samples[column]))
                score += contentAlone;
            if (score > 0)
                matches.push_back({score, field, column});
        }
    }
    std::ranges::stable_sort(matches, std::greater(), &Match::score);
    return matches;
}

} // namespace

ColumnMapping guessColumns(TargetKind kind, std::span<const std::string> header, std::span<const SourceRow> sample)
{
    const auto fields = fieldsOf(kind);
    std::vector<std::ptrdiff_t> fieldOfColumn(header.size(), -1);
    std::vector<bool> fed(fields.size(), false);
    for (const Match& match : matchesOf(fields, header, sample)) {
        const bool free = !fed[match.field] || fields[match.field].joinsColumns;
        if (!free || fieldOfColumn[match.column] >= 0)
            continue;
        fieldOfColumn[match.column] = static_cast<std::ptrdiff_t>(match.field);
        fed[match.field] = true;
    }
    ColumnMapping mapping{kind, {}};
    for (std::size_t field = 0; field < fields.size(); ++field)
        for (std::size_t column = 0; column < header.size(); ++column)
            if (fieldOfColumn[column] == static_cast<std::ptrdiff_t>(field))
                mapping.columns.push_back({std::string(fields[field].name), header[column]});
    // A file of heads: its remark is the order's, and what else looks like a line's is not one without a quantity.
    if (kind == TargetKind::Order && !mapping.has("quantity")) {
        const bool hasMemo = mapping.has("memo");
        for (MappedColumn& each : mapping.columns)
            if (each.field == "note" && !hasMemo)
                each.field = "memo";
        std::erase_if(mapping.columns, [](const MappedColumn& each) {
            const ImportField* field = findField(TargetKind::Order, each.field);
            return field && field->ofLine;
        });
    }
    return mapping;
}

std::optional<TargetKind> guessKind(std::span<const std::string> header, std::span<const SourceRow> sample)
{
    const auto suffices = [&](TargetKind kind) { return missingFields(guessColumns(kind, header, sample)).empty(); };
    for (const TargetKind kind : {TargetKind::Order, TargetKind::OrderLine})
        if (suffices(kind))
            return kind;
    const auto strength = [&](TargetKind kind) {
        return suffices(kind) ? guessColumns(kind, header, sample).columns.size() : std::size_t{0};
    };
    const std::size_t asCustomers = strength(TargetKind::Customer);
    const std::size_t asProducts = strength(TargetKind::Product);
    if (asCustomers == 0 && asProducts == 0)
        return std::nullopt;
    return asProducts > asCustomers ? TargetKind::Product : TargetKind::Customer;
}

} // namespace dure::exchange
