#pragma once
#include "core/commands/command_error.h"
#include "core/exchange/exchange_error.h"
#include "core/exchange/import_plan.h"
#include "core/storage/space_database.h"
#include "sync/client/engine.h"

#include <string>

/// What core and sync say in codes, as English sentences: what went wrong, then what to do.
namespace dure::cli {

std::string sentenceFor(commands::Problem problem);
std::string sentenceFor(const commands::CommandError& error);
std::string sentenceFor(const storage::OpenError& error, const std::string& path);
std::string sentenceFor(const exchange::ExchangeError& error, const std::string& file);
std::string sentenceFor(exchange::ImportProblemCode code);
std::string sentenceFor(client::Standing standing, const std::string& detail);

std::string_view codeName(commands::Problem problem); ///< "unknown_row", for JSON
std::string_view codeName(commands::ErrorKind kind);
std::string_view codeName(storage::OpenErrorKind kind);
std::string_view codeName(client::Standing standing);

} // namespace dure::cli
