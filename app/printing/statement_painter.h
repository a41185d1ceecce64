#pragma once
#include "core/documents/transaction_statement.h"

class QPainter;

namespace dure::app {

/// Which of the two copies a sheet carries.
enum class StatementCopies {
    Both, ///< 위아래 2부, with a cut line between them
    Buyer, ///< 공급받는자 보관용, blue
    Supplier, ///< 공급자 보관용, red
    SideBySide, ///< 좌우 2부 on a sheet that lies on its side: smaller letters, room for many more lines
};
// Their numbers stand in the settings: never renumber them.

inline constexpr double paperWidthMm = 210;
inline constexpr double paperHeightMm = 297;
/// The A4 sheet as it lies in the printer; only SideBySide turns it.
constexpr bool isLandscape(StatementCopies copies) { return copies == StatementCopies::SideBySide; }
constexpr double sheetWidthMm(StatementCopies copies) { return isLandscape(copies) ? paperHeightMm : paperWidthMm; }
/// What makeTransactionStatement() may put on one page.
constexpr int linesPerSheet(StatementCopies copies) { return isLandscape(copies) ? 34 : statementLinesPerPage; }

/// Paints sheet `page` (from 0) of a 거래명세서 on an A4 paper whose upper left corner is the painter's origin.
/// `dotsPerMm` is the resolution of the painter's device. Text that is too long for its cell becomes smaller, and only
/// then is cut; numbers are never cut. On a PDF the letter-spaced words can be found and copied as words.
void paintStatementPage(
    QPainter& painter, const TransactionStatement& statement, int page, StatementCopies copies, double dotsPerMm);

} // namespace dure::app
