#pragma once
#include <Qt>

namespace dure::app {

/// What a model hands to the delegates of LedgerTable: values; the delegates decide how they look. Text is
/// Qt::DisplayRole (numbers already formatted), explanations Qt::ToolTipRole. A role that does not apply is left out.
enum LedgerRole : int {
    StatusRole = Qt::UserRole + 0x100, ///< int(Status). Its word is DisplayRole, or statusWord() without one.
    DateRole, ///< int, Date::yyyymmdd; 0 = none. Without it a date cell shows DisplayRole.
    SettledRole, ///< bool: nothing is due any more, so no "4일 지남" behind the date
    PermilleRole, ///< int 0–1000 of a progress bar; above 1000 it is full
    SuffixRole, ///< QString behind a name that is never elided: "외 2"
    InkRole, ///< int(CellInk)
    BoldRole, ///< bool: what decides
    SwatchRole ///< int(Color): a square of it in place of a status, as the key of a bar
};

enum class CellInk { Normal, Muted, Faint, Red, Amber, Green, Accent };

enum class ColumnKind {
    Text,
    Status, ///< glyph and word
    Date, ///< "11-23 월", of what happened
    DueDate, ///< "11-23 월 오늘", of what is to happen
    Progress, ///< a bar
    Number, ///< right-aligned
    Name ///< text and suffix
};

} // namespace dure::app
