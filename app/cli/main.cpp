#include "app/cli/display_width.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "core/sqlite/database.h"
#include "dure_version.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace {

using namespace dure::cli;

constexpr std::array globalOptions = {
    OptionSpec{"data", "DIR", "where this PC's companies lie (default: $DURE_DATA, ~/.local/share/dure)"},
    OptionSpec{"company", "NAME", "which company, by name or id (default: the one that was open last)"},
    OptionSpec{"json", {}, "one JSON object on standard output instead of text"},
    OptionSpec{"help", {}, "what a verb does and takes"},
    OptionSpec{"version", {}, "the version of this program"},
};

constexpr std::string_view exitText
    = "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some rows were bad (the good ones "
      "are written),\n            4 not signed in, 5 no connection.\n";

void say(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::vector<Verb> allVerbs()
{
    std::vector<Verb> verbs;
    for (const auto family : {accountVerbs(), syncVerbs(), peopleVerbs(), importVerbs(), listVerbs(), showVerbs(),
             exportVerbs(), careVerbs()})
        verbs.insert(verbs.end(), family.begin(), family.end());
    return verbs;
}

void sayOptions(std::span<const OptionSpec> options)
{
    for (const OptionSpec& option : options) {
        std::string name = "  --" + std::string(option.name);
        if (!option.value.empty())
            name += " " + std::string(option.value);
        name.append(std::max<std::size_t>(2, 24 - std::min<std::size_t>(24, displayWidth(name))), ' ');
        say(name + std::string(option.help) + "\n");
    }
}

void sayHelp()
{
    say("dure-cli: Dure without a window. The same data, rules and sync as the desktop client.\n\n"
        "Usage: dure-cli VERB [WORDS] [OPTIONS]\n\n");
    for (const Verb& verb : allVerbs()) {
        std::string name = "  " + std::string(verb.name) + " " + std::string(verb.words);
        name.append(std::max<std::size_t>(2, 24 - std::min<std::size_t>(24, displayWidth(name))), ' ');
        say(name + std::string(verb.summary) + "\n");
    }
    say("\nEverywhere:\n");
    sayOptions(globalOptions);
    say("\n" + std::string(exitText));
}

void sayHelp(const Verb& verb)
{
    say("Usage: dure-cli " + std::string(verb.name) + " " + std::string(verb.words) + " [OPTIONS]\n\n"
        + std::string(verb.summary) + "\n");
    if (!verb.details.empty())
        say("\n" + std::string(verb.details) + "\n");
    if (!verb.options.empty())
        say("\nOptions:\n");
    sayOptions(verb.options);
    say("\nEverywhere:\n");
    sayOptions(globalOptions);
    say("\n" + std::string(exitText));
}

/// The verb is the first word that is neither an option nor a global option's value.
std::string takeVerb(std::vector<std::string>& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].starts_with("--")) {
            std::string name = words[i];
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
            return name;
        }
        const auto global = std::ranges::find(globalOptions, words[i].substr(2), &OptionSpec::name);
        if (global != globalOptions.end() && !global->value.empty())
            ++i;
    }
    return {};
}

Exit usageError(Output& output, const std::string& sentence)
{
    return output.fail(Exit::Usage, "usage", sentence + ". See: dure-cli --help");
}

Exit run(Output& output, std::vector<std::string> words)
{
    const std::string name = takeVerb(words);
    const std::vector<Verb> verbs = allVerbs();
    const auto verb = std::ranges::find(verbs, name, &Verb::name);
    if (!name.empty() && verb == verbs.end())
        return usageError(output, "there is no verb " + name);
    std::vector<OptionSpec> known(globalOptions.begin(), globalOptions.end());
    if (verb != verbs.end())
        known.insert(known.end(), verb->options.begin(), verb->options.end());
    const auto arguments = Arguments::parse(words, known);
    if (!arguments)
        return usageError(output, arguments.error());
    if (arguments->has("version")) {
        output.fact("version", "dure-cli", Cell::text(DURE_VERSION));
        return Exit::Ok;
    }
    if (arguments->has("help") || verb == verbs.end()) {
        verb == verbs.end() ? sayHelp() : sayHelp(*verb);
        return arguments->has("help") ? Exit::Ok : Exit::Usage;
    }
    const std::size_t count = arguments->positional().size();
    if (count < verb->minWords || count > verb->maxWords)
        return usageError(output, name + " takes: " + (verb->words.empty() ? "no words" : std::string(verb->words)));
    Program program(
        output, {arguments->has("data") ? arguments->value("data") : defaultDataFolder(), arguments->value("company")});
    try {
        return verb->run(program, *arguments);
    } catch (const dure::sqlite::Failure& failure) {
        return output.fail(Exit::Failed, "storage_failed",
            "the database could not be read or written (" + std::string(failure.what()) + "). Nothing was written.");
    }
}

} // namespace

int main(int argc, char** argv)
{
    ignoreFileSizeSignal();
    const std::vector<std::string> words(argv + 1, argv + argc);
    const auto options = std::ranges::find(words, "--");
    const bool json = std::find(words.begin(), options, "--json") != options;
    Output output(json && std::find(words.begin(), options, "--help") == options);
    return static_cast<int>(output.finish(run(output, words)));
}
