#pragma once
#include "core/exchange/import_plan.h"

/// Inside the import only: one row seen through a mapping.
namespace dure::exchange {

/// A mapping with its columns found in a header.
class BoundMapping
{
public:
    /// Errors: MissingColumn, BadMapping.
    static std::expected<BoundMapping, ExchangeError> bind(
        const ColumnMapping& mapping, const std::vector<std::string>& header);

    /// Columns that feed the field, in the mapping's order; none: not mapped.
    std::span<const std::size_t> columnsOf(std::string_view field) const;
    bool uses(std::size_t column) const;
    const std::string& nameOf(std::size_t column) const { return m_header[column]; }

private:
    struct Field
    {
        std::string name;
        std::vector<std::size_t> columns;
    };
    std::vector<Field> m_fields;
    std::vector<std::string> m_header;
};

/// Reads fields and notes what is wrong with them.
class ImportRow
{
public:
    ImportRow(const BoundMapping& mapping, const SourceRow& row, const ImportOptions& options, ImportPlan& plan);

    bool has(std::string_view field) const { return !m_mapping.columnsOf(field).empty(); }
    /// Trimmed, NULL being empty; several columns are joined by a blank.
    std::string text(std::string_view field) const;
    std::int64_t line() const { return m_row.line; }
    bool isGood() const { return m_good; }
    void note(ImportProblemCode code, std::string_view field, std::string text);
    /// Notes MissingValue at the first of these fields that is mapped, unless one of them has a value.
    void require(std::initializer_list<std::string_view> fields);

    /// The value of a field, or nothing where it is empty, not mapped, or wrong (which is then noted).
    std::optional<std::int64_t> number(std::string_view field, std::int64_t limit);
    std::optional<Date> date(std::string_view field);
    std::optional<std::int64_t> discount(std::string_view field);
    std::optional<bool> flag(std::string_view field);
    std::optional<TaxKind> taxKind(std::string_view field);

private:
    void noteFaults();
    std::string cellText(std::size_t column) const;

    const BoundMapping& m_mapping;
    const SourceRow& m_row;
    const ImportOptions& m_options;
    ImportPlan& m_plan;
    bool m_good = true;
};

/// Fills an entity's members from a row, within the limits that the schema declares for its table.
class EntityFields
{
public:
    EntityFields(ImportRow& row, TableId table)
        : m_row(row)
        , m_table(tableOf(table))
    { }
    void take(std::string& member, std::string_view field, int column);
    void take(Won& member, std::string_view field, int column);
    void take(Date& member, std::string_view field, int column);
    void take(std::int64_t& member, std::string_view field, int column);
    void take(bool& member, std::string_view field, int column);
    void take(TaxKind& member, std::string_view field, int column);
    template <class Tag> void take(FixedPoint<Tag>& member, std::string_view field, int column)
    {
        mark(field, column);
        if (const auto number = m_row.number(field, maxTenThousandths))
            member.tenThousandths = *number;
    }
    std::uint64_t given() const { return m_given; }

private:
    void mark(std::string_view field, int column);

    ImportRow& m_row;
    const Table& m_table;
    std::uint64_t m_given = 0;
};

} // namespace dure::exchange
