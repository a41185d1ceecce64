#pragma once
#include "core/exchange/column_mapping.h"
#include "core/exchange/exchange_error.h"

#include <expected>

namespace dure::exchange {

/// A mapping as a text file that a person can edit: one section a kind, one line a field.
///
///     # Dure column mapping 1
///     [customer]
///     code = customerID
///     name = companyName
///     address = address
///     address = city
///
/// Sections are customer, product, order, order_line; fields are those of import_fields.cpp. What follows the first "="
/// is the column's name as the file's header has it. A field given twice joins its columns where the field allows that.
/// Lines beginning with "#" and empty lines are left out. UTF-8, with or without BOM; any line ends.
///
/// Errors are BadMapping with the line and the offending text.
std::expected<std::vector<ColumnMapping>, ExchangeError> parseMappings(std::string_view text);

/// Fields without a column are written as comments, so that the file shows what could be mapped.
std::string writeMappings(std::span<const ColumnMapping> mappings);

} // namespace dure::exchange
