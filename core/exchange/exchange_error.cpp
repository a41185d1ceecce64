#include "core/exchange/exchange_error.h"

namespace dure::exchange {

std::string_view codeName(ExchangeErrorCode code)
{
    using enum ExchangeErrorCode;
    switch (code) {
    case CannotOpen:
        return "cannot_open";
    case CannotRead:
        return "cannot_read";
    case CannotWrite:
        return "cannot_write";
    case TooLarge:
        return "too_large";
    case NotText:
        return "not_text";
    case UnsupportedEncoding:
        return "unsupported_encoding";
    case NotAWorkbook:
        return "not_a_workbook";
    case OldWorkbook:
        return "old_workbook";
    case Encrypted:
        return "encrypted";
    case Truncated:
        return "truncated";
    case Damaged:
        return "damaged";
    case ZipBomb:
        return "zip_bomb";
    case TooManyEntries:
        return "too_many_entries";
    case MissingPart:
        return "missing_part";
    case BadXml:
        return "bad_xml";
    case EntityRefused:
        return "entity_refused";
    case TooDeep:
        return "too_deep";
    case TooManyRows:
        return "too_many_rows";
    case TooManyColumns:
        return "too_many_columns";
    case TextTooLong:
        return "text_too_long";
    case BadCell:
        return "bad_cell";
    case NoSuchSheet:
        return "no_such_sheet";
    case NoHeader:
        return "no_header";
    case BadMapping:
        return "bad_mapping";
    case MissingColumn:
        return "missing_column";
    case Stopped:
        return "stopped";
    }
    return "unknown";
}

} // namespace dure::exchange
