#pragma once
#include "core/domain/date.h"
#include "core/domain/schema.h"
#include "core/storage/attention_store.h"

#include <QString>

namespace dure::app {

/// A column's name as people call it; the wire's name if nobody gave it one.
QString fieldText(const Column& column);
/// A merge group's name ("amount", "tax"), or that of the one column.
QString unitText(const Table& table, std::string_view unit);
/// "Order", "Customer" …
QString tableText(TableId table);
/// What the number of a choice means ("exempt"); empty: it is a number.
QString choiceText(const Column& column, std::int64_t value);
/// A value as the screens show it; `names` finds what an id is called.
QString valueText(const Column& column, const Value& value, Date today, storage::AttentionStore& names);
/// "An order was saved" for a command's name.
QString intentText(const std::string& intent);
/// Why the cloud refused it, and what to do.
QString reasonText(const std::string& reason);
/// The same in two or three words, for a list.
QString reasonWord(const std::string& reason);
/// "today 09:31", "11-20 14:22".
QString momentText(std::int64_t ms, Date today);

} // namespace dure::app
