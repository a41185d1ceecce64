#include "app/cli/import_sources.h"
#include "app/cli/sentences.h"
#include "app/cli/verbs.h"
#include "core/exchange/mapping_file.h"
#include "core/intake/import_writer.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>

namespace dure::cli {

namespace {

using exchange::TargetKind;
using intake::ImportOutcome;
using intake::KindCounts;
using intake::RowProblem;

constexpr std::ptrdiff_t shownProblems = 50;
constexpr std::size_t shownLines = 10;
constexpr std::size_t maxFiles = 4;

struct KindName
{
    std::string_view name; ///< on the command line and in what is said
    TargetKind kind;
};
constexpr std::array kindNames = {
    KindName{"customers", TargetKind::Customer},
    KindName{"products", TargetKind::Product},
    KindName{"orders", TargetKind::Order},
    KindName{"order-lines", TargetKind::OrderLine},
};

std::string_view pluralName(TargetKind kind) { return std::ranges::find(kindNames, kind, &KindName::kind)->name; }

/// What the file's first rows hold in a column.
std::string cellText(const SourceFile& file, const std::string& column, std::size_t row)
{
    const auto at = static_cast<std::size_t>(std::ranges::find(file.header, column) - file.header.begin());
    if (row >= file.sample.size() || at >= file.sample[row].cells.size())
        return {};
    return file.sample[row].cells[at].text;
}

void sayFile(Output& out, const SourceFile& file, bool withMapping)
{
    out.line(file.path + ": " + std::string(pluralName(file.kind())) + ", " + formatNumber(file.plan.rowsRead, 0)
        + " rows, columns named in row " + std::to_string(file.headerLine));
    if (!withMapping || out.isJson())
        return;
    OutputTable table{{{"field", "  Field"}, {"column", file.isGuessed ? "Column (guessed)" : "Column"},
                          {"first", "1st row"}, {"second", "2nd row"}, {"third", "3rd row"}},
        {}};
    for (const exchange::MappedColumn& each : file.mapping.columns)
        table.rows.push_back(
            {Cell::text("  " + each.field), Cell::text(each.column), Cell::text(cellText(file, each.column, 0)),
                Cell::text(cellText(file, each.column, 1)), Cell::text(cellText(file, each.column, 2))});
    out.table("", table);
    std::string unused;
    for (const std::string& column : file.header)
        if (std::ranges::find(file.mapping.columns, column, &exchange::MappedColumn::column)
            == file.mapping.columns.end())
            unused += (unused.empty() ? "" : ", ") + column;
    if (!unused.empty())
        out.line("  not used: " + unused);
    out.line();
}

/// The same for JSON, in flat tables.
void putFiles(Output& out, std::span<const SourceFile> files)
{
    OutputTable table{
        {{"file", ""}, {"kind", ""}, {"header_row", ""}, {"rows", ""}, {"left_out", ""}, {"guessed", ""}}, {}};
    OutputTable columns{
        {{"file", ""}, {"field", ""}, {"column", ""}, {"first", ""}, {"second", ""}, {"third", ""}}, {}};
    for (const SourceFile& file : files) {
        table.rows.push_back({Cell::text(file.path), Cell::text(pluralName(file.kind())), Cell::number(file.headerLine),
            Cell::number(file.plan.rowsRead), Cell::number(file.plan.rowsLeftOut), Cell::yes(file.isGuessed)});
        for (const exchange::MappedColumn& each : file.mapping.columns)
            columns.rows.push_back({Cell::text(file.path), Cell::text(each.field), Cell::text(each.column),
                Cell::text(cellText(file, each.column, 0)), Cell::text(cellText(file, each.column, 1)),
                Cell::text(cellText(file, each.column, 2))});
    }
    out.table("files", table);
    out.table("mapping", columns);
}

/// A path's last part, to keep lines short.
std::string fileName(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// What an import came to, with the files it is about.
struct RowReport
{
    std::span<const SourceFile> files;
    const ImportOutcome& outcome;

    const std::string& pathOf(const RowProblem& problem) const { return files[problem.table].path; }
};

std::string codeOf(const RowProblem& problem)
{
    return std::visit([](auto cause) { return std::string(codeName(cause)); }, problem.cause);
}

std::string reasonOf(const RowProblem& problem)
{
    return std::visit([](auto cause) { return sentenceFor(cause); }, problem.cause);
}

void putProblems(Output& out, const RowReport& report)
{
    OutputTable table{
        {{"file", ""}, {"line", ""}, {"column", ""}, {"text", ""}, {"code", ""}, {"reason", ""}, {"kept", ""}}, {}};
    for (const RowProblem& each : report.outcome.problems)
        table.rows.push_back({Cell::text(report.pathOf(each)), Cell::number(each.line), Cell::text(each.column),
            Cell::text(each.text), Cell::text(codeOf(each)), Cell::text(reasonOf(each)), Cell::yes(each.isKept)});
    out.table("problems", table);
    out.member("problems_not_listed", std::to_string(report.outcome.problemsNotListed));
}

/// Rows that are imported all the same are told by how many there are of a sort.
void sayKeptRows(Output& out, const RowReport& report)
{
    std::set<std::pair<std::string, std::int64_t>> leftOut;
    for (const RowProblem& each : report.outcome.problems)
        if (!each.isKept)
            leftOut.emplace(report.pathOf(each), each.line);
    std::map<std::pair<std::string, std::string>, std::vector<std::int64_t>> lines;
    for (const RowProblem& each : report.outcome.problems)
        if (each.isKept && !leftOut.contains({report.pathOf(each), each.line}))
            lines[{fileName(report.pathOf(each)), reasonOf(each)}].push_back(each.line);
    for (const auto& [what, at] : lines) {
        std::string first;
        for (std::size_t i = 0; i < std::min(at.size(), shownLines); ++i)
            first += (i == 0 ? "" : ", ") + std::to_string(at[i]);
        out.line(what.first + ": " + formatNumber(std::ssize(at), 0) + (at.size() == 1 ? " row" : " rows")
            + " kept: " + what.second + " (line " + first + (at.size() > shownLines ? ", …)" : ")"));
    }
}

void sayProblems(Output& out, const RowReport& report)
{
    if (out.isJson())
        return putProblems(out, report);
    OutputTable table{
        {{"file", "Left out"}, {"line", "Line"}, {"column", "Column"}, {"text", "Text"}, {"reason", "Because it"}}, {}};
    std::int64_t more = report.outcome.problemsNotListed;
    for (const RowProblem& each : report.outcome.problems) {
        if (each.isKept)
            continue;
        if (std::ssize(table.rows) == shownProblems)
            ++more;
        else
            table.rows.push_back({Cell::text(fileName(report.pathOf(each))), Cell::number(each.line),
                Cell::text(each.column), Cell::text(each.text), Cell::text(reasonOf(each))});
    }
    out.line();
    out.table("problems", table);
    if (more > 0)
        out.line("… and " + formatNumber(more, 0) + " more; --json lists them");
    sayKeptRows(out, report);
}

void sayCounts(Output& out, const ImportOutcome& outcome, bool dryRun)
{
    OutputTable table{{{"kind", dryRun ? "Would import" : "Imported"}, {"created", "New"}, {"changed", "Changed"},
                          {"unchanged", "The same"}, {"left_out", "Left out"}, {"lines", "Lines written"},
                          {"contacts", "Contacts written"}},
        {}};
    for (const KindCounts& each : outcome.counts)
        table.rows.push_back({Cell::text(pluralName(each.kind)), Cell::number(each.created), Cell::number(each.changed),
            Cell::number(each.unchanged), Cell::number(each.leftOut), Cell::number(each.lines),
            Cell::number(each.contacts)});
    out.table("result", table);
}

Said<void> writeMapping(Program& program, const std::string& path, std::span<const SourceFile> files)
{
    std::vector<exchange::ColumnMapping> mappings;
    for (const SourceFile& file : files)
        mappings.push_back(file.mapping);
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << exchange::writeMappings(mappings);
    out.close();
    if (!out)
        return std::unexpected(program.out.fail(Exit::Failed, "cannot_write", path + " cannot be written"));
    program.out.fact("mapping_file", "Mapping", Cell::text(path));
    return {};
}

Exit import(Program& program, const Arguments& arguments)
{
    SourceWish wish{arguments.positional(), std::nullopt, arguments.value("mapping"), {}};
    if (arguments.has("kind")) {
        const auto kind = std::ranges::find(kindNames, arguments.value("kind"), &KindName::name);
        if (kind == kindNames.end())
            return program.out.fail(Exit::Usage, "usage", "--kind is customers, products, orders or order-lines");
        wish.kind = kind->kind;
    }
    const auto headerRow = arguments.integer("header-row", 0, 1, 1'000'000);
    if (!headerRow)
        return program.out.fail(Exit::Usage, "usage", headerRow.error());
    wish.table.headerLine = *headerRow;
    wish.table.sheet = arguments.value("sheet");
    const bool dryRun = arguments.has("dry-run");

    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    const auto files = readSources(program, wish);
    if (!files)
        return files.error();
    putFiles(program.out, *files);
    for (const SourceFile& file : *files)
        sayFile(program.out, file, file.isGuessed || dryRun);
    if (arguments.has("write-mapping"))
        if (auto written = writeMapping(program, arguments.value("write-mapping"), *files); !written)
            return written.error();
    auto open = program.openToWrite(*profile);
    if (!open)
        return open.error();
    const auto writer = program.makeCommands(*open, *profile);
    const auto outcome = intake::writeImport(*writer, *files, {program.today(), dryRun});
    if (!outcome)
        return program.fail(outcome.error());
    program.out.member("dry_run", dryRun ? "true" : "false");
    sayCounts(program.out, *outcome, dryRun);
    sayProblems(program.out, {*files, *outcome});
    if (dryRun)
        program.out.line("Nothing was written (--dry-run).");
    return outcome->rowsLeftOut == 0 ? Exit::Ok : Exit::SomeRowsBad;
}

constexpr std::array options = {
    OptionSpec{"kind", "K", "customers, products, orders or order-lines (default: found from the columns)"},
    OptionSpec{"mapping", "FILE", "which column feeds which field; what it does not say is guessed"},
    OptionSpec{"write-mapping", "FILE", "write the mapping that is used, to be edited and given back"},
    OptionSpec{"dry-run", {}, "show what would be done, with the same counts and problems, and write nothing"},
    OptionSpec{"header-row", "N", "the row that names the columns (default: found among the first 30)"},
    OptionSpec{"sheet", "NAME", "of a workbook (default: the first that is not hidden)"},
};

constexpr std::array verbs = {
    Verb{"import", "FILE…", "take in customers, products, orders from CSV or Excel files",
        "CSV in UTF-8 or CP949, or .xlsx. Orders may come in one file, or in two: heads and lines. Customers\n"
        "are found again by code, else by name; products by code, else by name and spec; orders by number:\n"
        "importing the same again changes nothing. Bad rows are listed with line, column, text and reason and\n"
        "left out (exit 3); all good ones are written in one transaction.",
        options, 1, maxFiles, import},
};

} // namespace

std::span<const Verb> importVerbs() { return verbs; }

} // namespace dure::cli
