#pragma once
#include "app/cli/arguments.h"
#include "app/cli/program.h"

#include <span>
#include <string_view>

namespace dure::cli {

struct Verb
{
    std::string_view name;
    std::string_view words; ///< of its synopsis: "FILE…"
    std::string_view summary; ///< one line in the list of verbs
    std::string_view details; ///< paragraphs of its --help; may be empty
    std::span<const OptionSpec> options;
    std::size_t minWords = 0;
    std::size_t maxWords = 0;
    Exit (*run)(Program& program, const Arguments& arguments) = nullptr;
};

// One function a file; the order is that of --help.
std::span<const Verb> accountVerbs(); ///< sign-in, sign-out, status, local
std::span<const Verb> syncVerbs(); ///< sync, history
std::span<const Verb> peopleVerbs(); ///< members, invite, set-role, devices, revoke-device, handovers, decide
std::span<const Verb> importVerbs(); ///< import
std::span<const Verb> listVerbs(); ///< list
std::span<const Verb> showVerbs(); ///< show
std::span<const Verb> exportVerbs(); ///< export
std::span<const Verb> careVerbs(); ///< verify, backup, demo

} // namespace dure::cli
