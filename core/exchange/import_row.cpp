#include "core/exchange/import_row.h"

#include "core/exchange/import_values.h"

#include <algorithm>
#include <utility>

namespace dure::exchange {

namespace {

ImportProblemCode problemOf(RowFaultCode fault)
{
    switch (fault) {
    case RowFaultCode::BrokenQuote:
        return ImportProblemCode::BrokenQuote;
    case RowFaultCode::TextAfterQuote:
        return ImportProblemCode::TextAfterQuote;
    case RowFaultCode::FieldTooLong:
        return ImportProblemCode::TextTooLong;
    case RowFaultCode::BadBytes:
        return ImportProblemCode::BadBytes;
    case RowFaultCode::TooManyColumns:
    case RowFaultCode::MoreCellsThanHeader:
        return ImportProblemCode::MoreCellsThanHeader;
    case RowFaultCode::JoinedCells:
        return ImportProblemCode::JoinedCells;
    }
    return ImportProblemCode::BadBytes;
}

/// These harm the cell they stand in, the others the whole row.
bool harmsOneCell(RowFaultCode fault)
{
    return fault == RowFaultCode::TextAfterQuote || fault == RowFaultCode::FieldTooLong
        || fault == RowFaultCode::BadBytes;
}

ImportProblemCode problemOf(NumberError error)
{
    return error == NumberError::TooLarge ? ImportProblemCode::NumberTooLarge : ImportProblemCode::BadNumber;
}

} // namespace

std::expected<BoundMapping, ExchangeError> BoundMapping::bind(
    const ColumnMapping& mapping, const std::vector<std::string>& header)
{
    if (const auto missing = missingFields(mapping); !missing.empty())
        return std::unexpected(ExchangeError{ExchangeErrorCode::BadMapping, {}, 0, std::string(missing.front())});
    BoundMapping bound;
    bound.m_header = header;
    for (const MappedColumn& each : mapping.columns) {
        const auto found = std::ranges::find(header, each.column);
        if (found == header.end())
            return std::unexpected(ExchangeError{ExchangeErrorCode::MissingColumn, {}, 0, each.column});
        const ImportField* known = findField(mapping.kind, each.field);
        auto field = std::ranges::find(bound.m_fields, each.field, &Field::name);
        if (!known || (field != bound.m_fields.end() && !known->joinsColumns))
            return std::unexpected(ExchangeError{ExchangeErrorCode::BadMapping, {}, 0, each.field});
        if (field == bound.m_fields.end())
            field = bound.m_fields.insert(field, {each.field, {}});
        field->columns.push_back(static_cast<std::size_t>(found - header.begin()));
    }
    return bound;
}

std::span<const std::size_t> BoundMapping::columnsOf(std::string_view field) const
{
    for (const Field& each : m_fields)
        if (each.name == field)
            return each.columns;
    return {};
}

bool BoundMapping::uses(std::size_t column) const
{
    return std::ranges::any_of(m_fields,
        [column](const Field& field) { return std::ranges::find(field.columns, column) != field.columns.end(); });
}

ImportRow::ImportRow(const BoundMapping& mapping, const SourceRow& row, const ImportOptions& options, ImportPlan& plan)
    : m_mapping(mapping)
    , m_row(row)
    , m_options(options)
    , m_plan(plan)
{
    noteFaults();
}

void ImportRow::noteFaults()
{
    const auto add = [this](std::int64_t line, std::string column, ImportProblemCode code, std::string text) {
        m_good = m_good && keepsRow(code);
        if (m_plan.problems.size() < m_options.maxProblems)
            m_plan.problems.push_back({line, std::move(column), code, std::move(text)});
        else
            ++m_plan.problemsNotListed;
    };
    for (const RowFault& fault : m_row.faults)
        if (!harmsOneCell(fault.code))
            add(fault.line, {}, problemOf(fault.code), fault.text);
        else if (m_mapping.uses(fault.column))
            add(fault.line, m_mapping.nameOf(fault.column), problemOf(fault.code), fault.text);
    for (std::size_t column = 0; column < m_row.cells.size(); ++column)
        if (m_row.cells[column].kind == CellKind::Error && m_mapping.uses(column))
            add(m_row.line, m_mapping.nameOf(column), ImportProblemCode::CellError, m_row.cells[column].text);
}

void ImportRow::note(ImportProblemCode code, std::string_view field, std::string text)
{
    m_good = m_good && keepsRow(code);
    if (m_plan.problems.size() >= m_options.maxProblems) {
        ++m_plan.problemsNotListed;
        return;
    }
    const auto columns = m_mapping.columnsOf(field);
    m_plan.problems.push_back(
        {m_row.line, columns.empty() ? std::string() : m_mapping.nameOf(columns.front()), code, shownPart(text)});
}

std::string ImportRow::cellText(std::size_t column) const
{
    if (column >= m_row.cells.size())
        return {};
    std::string text = m_row.cells[column].text;
    if (m_options.nullTextIsEmpty && text == "NULL")
        return {};
    // an address of two lines stays one of two lines; only its ends are cut
    constexpr std::string_view blanks[] = {" ", "\t", "\r", "\n", "\xc2\xa0", "\xe3\x80\x80"};
    for (bool cut = true; std::exchange(cut, false);)
        for (const std::string_view blank : blanks) {
            if (text.starts_with(blank)) {
                text.erase(0, blank.size());
                cut = true;
            }
            if (text.ends_with(blank)) {
                text.resize(text.size() - blank.size());
                cut = true;
            }
        }
    return text;
}

std::string ImportRow::text(std::string_view field) const
{
    std::string joined;
    for (const std::size_t column : m_mapping.columnsOf(field)) {
        const std::string part = cellText(column);
        joined += joined.empty() || part.empty() ? part : " " + part;
    }
    return joined;
}

void ImportRow::require(std::initializer_list<std::string_view> fields)
{
    std::string_view named;
    for (const std::string_view field : fields) {
        if (!text(field).empty())
            return;
        if (named.empty() && has(field))
            named = field;
    }
    note(ImportProblemCode::MissingValue, named, {});
}

std::optional<std::int64_t> ImportRow::number(std::string_view field, std::int64_t limit)
{
    const std::string typed = text(field);
    if (typed.empty())
        return std::nullopt;
    const bool measure = field == "volume_ml" || field == "weight_g";
    const auto read = measure ? readMeasure(typed) : readDecimal(typed, limit);
    if (!read) {
        note(problemOf(read.error()), field, typed);
        return std::nullopt;
    }
    if (read->rounded)
        note(ImportProblemCode::NumberRounded, field, typed);
    return read->tenThousandths;
}

std::optional<Date> ImportRow::date(std::string_view field)
{
    const std::string typed = text(field);
    const auto read = typed.empty() ? std::nullopt : readDate(typed, m_options.today);
    if (!read && !typed.empty())
        note(ImportProblemCode::BadDate, field, typed);
    return read;
}

std::optional<std::int64_t> ImportRow::discount(std::string_view field)
{
    const std::string typed = text(field);
    const auto read = typed.empty() ? std::nullopt : readDiscount(typed);
    if (!read && !typed.empty())
        note(ImportProblemCode::BadDiscount, field, typed);
    return read;
}

std::optional<bool> ImportRow::flag(std::string_view field)
{
    const std::string typed = text(field);
    const auto read = typed.empty() ? std::nullopt : readFlag(typed);
    if (!read && !typed.empty())
        note(ImportProblemCode::BadChoice, field, typed);
    return read;
}

std::optional<TaxKind> ImportRow::taxKind(std::string_view field)
{
    const std::string typed = text(field);
    const auto read = typed.empty() ? std::nullopt : readTaxKind(typed);
    if (!read && !typed.empty())
        note(ImportProblemCode::BadChoice, field, typed);
    return read;
}

void EntityFields::mark(std::string_view field, int column)
{
    if (!m_row.text(field).empty())
        m_given |= std::uint64_t{1} << column;
}

void EntityFields::take(std::string& member, std::string_view field, int column)
{
    mark(field, column);
    member = m_row.text(field);
    const Column& declared = m_table.columns[static_cast<std::size_t>(column)];
    if (static_cast<std::int64_t>(member.size()) > declared.maxBytes())
        m_row.note(ImportProblemCode::TextTooLong, field, member);
}

void EntityFields::take(Won& member, std::string_view field, int column)
{
    mark(field, column);
    constexpr std::int64_t perWon = UnitPrice::scale;
    if (const auto number = m_row.number(field, maxAmountWon * perWon)) {
        member.amount = divideRounded(*number, perWon, RoundingMode::HalfUp);
        if (*number % perWon != 0)
            m_row.note(ImportProblemCode::NumberRounded, field, m_row.text(field));
    }
}

void EntityFields::take(Date& member, std::string_view field, int column)
{
    mark(field, column);
    member = m_row.date(field).value_or(Date());
}

void EntityFields::take(std::int64_t& member, std::string_view field, int column)
{
    mark(field, column);
    const auto number = m_row.number(field, maxTenThousandths);
    if (!number)
        return;
    const Column& declared = m_table.columns[static_cast<std::size_t>(column)];
    member = *number / Quantity::scale;
    if (*number % Quantity::scale != 0 || member < declared.min)
        m_row.note(ImportProblemCode::BadNumber, field, m_row.text(field));
    else if (declared.max != 0 && member > declared.max)
        m_row.note(ImportProblemCode::NumberTooLarge, field, m_row.text(field));
}

void EntityFields::take(bool& member, std::string_view field, int column)
{
    mark(field, column);
    member = m_row.flag(field).value_or(false);
}

void EntityFields::take(TaxKind& member, std::string_view field, int column)
{
    mark(field, column);
    member = m_row.taxKind(field).value_or(TaxKind::Taxable);
}

} // namespace dure::exchange
