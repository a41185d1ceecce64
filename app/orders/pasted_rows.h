#pragma once
#include "app/orders/entry_line.h"

#include <QStringList>

namespace dure::app {

/// Cells as Excel puts them on the clipboard: tabs between cells, line ends between rows, quotes around a cell that
/// holds either. Empty rows at the end are dropped.
QList<QStringList> clipboardRows(const QString& text);

/// Makes lines of rows, not yet matched with products. A first row of titles decides what each column is; without one
/// their contents do: texts are code, product, spec and unit, numbers are quantity and price, in the order in which
/// people write them. What has no place of its own is kept in the note, unless it repeats what the line's amounts say
/// anyway.
QList<EntryLine> linesOf(const QList<QStringList>& rows, const LineTerms& terms);

} // namespace dure::app
