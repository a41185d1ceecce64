#include "app/cli/import_sources.h"

#include "app/cli/sentences.h"
#include "core/exchange/column_guess.h"
#include "core/exchange/mapping_file.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace dure::cli {

using exchange::ColumnMapping;
using exchange::TargetKind;

namespace {

constexpr std::size_t sampleRows = 200;
constexpr std::size_t shownRows = 3;
constexpr std::size_t maxMappingBytes = 1U << 20U;

using Mappings = std::vector<ColumnMapping>;

Said<Mappings> readMappings(Program& program, const std::string& path)
{
    if (path.empty())
        return Mappings{};
    std::ifstream file(path, std::ios::binary);
    std::string text(maxMappingBytes, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    if (!file && !file.eof())
        return std::unexpected(program.out.fail(Exit::Failed, "cannot_open", path + " cannot be read"));
    auto mappings = exchange::parseMappings(text);
    if (!mappings)
        return std::unexpected(
            program.out.fail(Exit::Failed, codeName(mappings.error().code), sentenceFor(mappings.error(), path)));
    return std::move(*mappings);
}

bool fits(const ColumnMapping& mapping, const std::vector<std::string>& header)
{
    return std::ranges::all_of(mapping.columns,
        [&](const exchange::MappedColumn& each) { return std::ranges::find(header, each.column) != header.end(); });
}

/// What the user's file says for this file, if anything: the section of its kind, or the one whose columns it has.
const ColumnMapping* givenMapping(const Mappings& given, std::optional<TargetKind> kind, const SourceFile& file)
{
    for (const ColumnMapping& mapping : given)
        if (kind ? mapping.kind == *kind : fits(mapping, file.header))
            return &mapping;
    return nullptr;
}

std::string fieldNames(const std::vector<std::string_view>& fields)
{
    std::string names;
    for (std::string_view field : fields)
        names += (names.empty() ? "" : ", ") + std::string(field);
    return names;
}

/// With two files of orders it is their columns that tell heads from lines.
std::optional<TargetKind> wantedKind(const SourceWish& wish)
{
    const bool headsAndLines = wish.kind == TargetKind::Order && wish.paths.size() > 1;
    return headsAndLines ? std::nullopt : wish.kind;
}

Said<void> chooseMapping(Program& program, const SourceWish& wish, const Mappings& given,
    std::span<const exchange::SourceRow> sample, SourceFile& file)
{
    std::optional<TargetKind> kind = wantedKind(wish);
    if (const ColumnMapping* mapping = givenMapping(given, kind, file)) {
        file.mapping = *mapping;
        file.isGuessed = false;
    } else {
        if (!kind)
            kind = exchange::guessKind(file.header, sample);
        if (!kind)
            return std::unexpected(program.out.fail(Exit::Failed, "unknown_kind",
                file.path
                    + ": its columns do not say what it holds. Say it with --kind, or map them with --mapping "
                      "(--write-mapping writes a file to start from)."));
        file.mapping = exchange::guessColumns(*kind, file.header, sample);
    }
    const auto missing = exchange::missingFields(file.mapping);
    if (missing.empty())
        return {};
    return std::unexpected(program.out.fail(Exit::Failed, "missing_fields",
        file.path + ": no column was found for: " + fieldNames(missing) + ". Name it in a mapping file (--mapping)."));
}

Said<SourceFile> readSource(Program& program, const SourceWish& wish, const Mappings& given, const std::string& path)
{
    const auto fail = [&](const exchange::ExchangeError& error) {
        return std::unexpected(program.out.fail(Exit::Failed, codeName(error.code), sentenceFor(error, path)));
    };
    auto table = exchange::openTable(path, wish.table);
    if (!table)
        return fail(table.error());
    auto sample = table->preview(sampleRows);
    if (!sample)
        return fail(sample.error());
    SourceFile file;
    file.path = path;
    file.header = table->header();
    file.headerLine = table->headerLine();
    if (auto chosen = chooseMapping(program, wish, given, *sample, file); !chosen)
        return std::unexpected(chosen.error());
    file.sample.assign(sample->begin(), sample->begin() + std::min<std::ptrdiff_t>(shownRows, std::ssize(*sample)));
    auto plan = exchange::planImport(*table, file.mapping, {.today = program.today()});
    if (!plan)
        return fail(plan.error());
    file.plan = std::move(*plan);
    return file;
}

} // namespace

Said<std::vector<SourceFile>> readSources(Program& program, const SourceWish& wish)
{
    const auto given = readMappings(program, wish.mappingPath);
    if (!given)
        return std::unexpected(given.error());
    std::vector<SourceFile> files;
    for (const std::string& path : wish.paths) {
        auto file = readSource(program, wish, *given, path);
        if (!file)
            return std::unexpected(file.error());
        const auto same = std::ranges::find(files, file->kind(), &SourceFile::kind);
        if (same != files.end())
            return std::unexpected(program.out.fail(Exit::Failed, "same_kind",
                same->path + " and " + path + " both hold " + std::string(exchange::nameOf(file->kind()))
                    + " rows; import one after the other"));
        files.push_back(std::move(*file));
    }
    std::ranges::sort(files, {}, &SourceFile::kind);
    const auto orders = std::ranges::find(files, TargetKind::Order, &SourceFile::kind);
    const auto lines = std::ranges::find(files, TargetKind::OrderLine, &SourceFile::kind);
    if (orders != files.end() && lines != files.end())
        exchange::joinLines(orders->plan, lines->plan);
    return files;
}

} // namespace dure::cli
