#pragma once
#include "app/data/error_text.h"
#include "core/intake/import_writer.h"

/// What core's codes of files, rows and fields are called on the screen.
namespace dure::app {

/// What goes in at once: Excel's own 1,048,576 rows would take gigabytes of memory here and hours of sync.
inline constexpr qint64 mostImportRows = 200'000;

/// Why a file as a whole could not be read or written. `name` is the file's, without its folder.
ErrorText errorText(const exchange::ExchangeError& error, const QString& name);
/// Of one row: "No such date". Without a full stop, to stand in a cell.
QString problemWord(const std::variant<exchange::ImportProblemCode, commands::Problem>& cause);

QString kindWord(exchange::TargetKind kind); ///< "Customers"
/// What may stand in a column: "Unit price". `name` is ImportField::name.
QString fieldWord(exchange::TargetKind kind, std::string_view name);
/// What is still missing: "customer (code or name), quantity".
QString missingWords(exchange::TargetKind kind, const std::vector<std::string_view>& missing);

/// The table whose rows such a file changes.
TableId tableFor(exchange::TargetKind kind);

} // namespace dure::app
