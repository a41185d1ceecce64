#pragma once
#include "core/exchange/column_guess.h"
#include "core/exchange/table_source.h"
#include "core/intake/import_writer.h"
#include "core/intake/name_matching.h"
#include "tests/core/commands_fixture.h"

namespace dure::test {

/// A company, and tables as an import reads them.
struct IntakeFixture : CommandsFixture
{
    /// A CSV text; its kind is guessed.
    static intake::SourceTable table(const std::string& csv)
    {
        auto source = exchange::TableSource::open(csv);
        const auto sample = source->preview(50);
        const auto kind = exchange::guessKind(source->header(), *sample);
        intake::SourceTable read;
        read.mapping = exchange::guessColumns(*kind, source->header(), *sample);
        read.header = source->header();
        read.plan = *exchange::planImport(*source, read.mapping, {.today = today});
        return read;
    }

    std::expected<intake::ImportOutcome, commands::CommandError> write(
        const std::vector<intake::SourceTable>& tables, const intake::NameChoices& choices = {}, bool dryRun = false)
    {
        return intake::writeImport(commands, tables, {today, dryRun, choices, {}});
    }

    std::int64_t count(const std::string& table)
    {
        auto rows = db().prepareOnce("SELECT count(*) FROM " + table + " WHERE deleted = 0");
        rows.step();
        return rows.integer(0);
    }
    std::int64_t waiting()
    {
        auto rows = db().prepareOnce("SELECT count(*) FROM outbox");
        rows.step();
        return rows.integer(0);
    }
};

} // namespace dure::test
