#pragma once
#include "core/domain/entities.h"
#include "core/exchange/column_mapping.h"
#include "core/exchange/table_source.h"

#include <functional>
#include <unordered_set>

/// From a file's rows to what the business knows: typed drafts, and every problem with its line. Nothing here looks
/// into a database; whether a customer exists already is found out, by the keys, when the drafts are written.
namespace dure::exchange {

enum class ImportProblemCode : std::uint8_t {
    // the row is left out
    MissingValue,
    BadNumber,
    NumberTooLarge,
    BadDate,
    BadDiscount,
    BadChoice, ///< no yes or no, no kind of tax
    TextTooLong,
    DuplicateKey, ///< an earlier row has this code or number
    HeadDiffers, ///< another customer or date than earlier rows of the same order
    UnknownOrder, ///< a line of an order that is not there
    OrderHasBadRow, ///< a stored order of which another row is left out: it stays as it is
    BrokenQuote,
    BadBytes,
    MoreCellsThanHeader,
    CellError, ///< "#REF!" where a value is needed
    // the row is kept
    NumberRounded, ///< to four decimals, half up
    TextAfterQuote,
    JoinedCells, ///< an unquoted comma was taken for text
    DoubtfulBusinessNumber, ///< its check digit is wrong; real exceptions exist
    NoPrice, ///< of an order's line: a new one costs nothing, a stored one keeps its price
};

struct ImportProblem
{
    std::int64_t line = 0; ///< in the file, 1-based
    std::string column; ///< its name in the header; empty: the row as a whole
    ImportProblemCode code = ImportProblemCode::MissingValue;
    std::string text; ///< the offending text

    bool operator==(const ImportProblem&) const = default;
};

/// Whether a row with this problem is imported nevertheless.
bool keepsRow(ImportProblemCode code);
/// "bad_date": for JSON, never changed once shipped.
std::string_view codeName(ImportProblemCode code);

// In the drafts `key` is what the file calls the row by, the same in every later export of it. `given` has a bit for
// each column of the entity's table (1 << col::Customer::name) whose cell has a value: what is stored keeps the others.

struct ImportedCustomer
{
    std::int64_t line = 0;
    std::string key; ///< code, or business number, or name
    Customer customer;
    std::uint64_t given = 0;
    Contact contact; ///< no name: none
};

struct ImportedProduct
{
    std::int64_t line = 0;
    std::string key; ///< code, or name and spec
    Product product;
    std::uint64_t given = 0;
};

struct ImportedOrderLine
{
    std::int64_t line = 0;
    std::string key; ///< "10248/11": order, product; from the second line of the same product on "10248/11/2"
    std::string orderNumber;
    std::string productCode; ///< the file's; the product's name, spec and unit are in `values`
    OrderLine values; ///< position counts the order's rows from 0; unitPrice is net of the discount
    std::uint64_t given = 0;
};

struct ImportedOrder
{
    std::int64_t line = 0;
    std::string key; ///< number
    SalesOrder order;
    std::uint64_t given = 0;
    std::string customerCode, customerName; ///< at least one
    Date deliveredOn; ///< null: the file does not say
    std::vector<ImportedOrderLine> lines;
};

struct ImportPlan
{
    TargetKind kind = TargetKind::Customer;
    std::vector<ImportedCustomer> customers;
    std::vector<ImportedProduct> products;
    std::vector<ImportedOrder> orders;
    std::vector<ImportedOrderLine> orderLines; ///< of a file of lines alone, until joinLines()
    std::unordered_set<std::string> ordersWithBadRows; ///< by number, as far as the bad row still tells it
    std::vector<ImportProblem> problems; ///< in the order of the file
    std::int64_t problemsNotListed = 0; ///< beyond ImportOptions::maxProblems
    std::int64_t rowsRead = 0;
    std::int64_t rowsLeftOut = 0;
};

struct ImportOptions
{
    Date today; ///< must be valid; see readDate()
    bool nullTextIsEmpty = true; ///< a cell that is exactly NULL, as databases export it
    std::size_t maxProblems = 10'000;
    std::int64_t maxRows = 0; ///< more: TooManyRows. 0: as many as the file has
    std::function<bool(std::int64_t rowsRead)> watch = {}; ///< told every few hundred rows; false: Stopped
};

/// Reads the source to its end. A row is imported whole or not at all; bad rows never stop the others.
/// In a file of orders with lines, a row whose order number, customer and dates are all empty belongs to the order
/// above it. Errors: those of the source, MissingColumn (detail: the column), BadMapping (detail: the field that is
/// needed).
std::expected<ImportPlan, ExchangeError> planImport(
    TableSource& source, const ColumnMapping& mapping, const ImportOptions& options);

/// The same for rows that were read already, under these column names.
std::expected<ImportPlan, ExchangeError> planRows(RowReader& rows, const std::vector<std::string>& header,
    const ColumnMapping& mapping, const ImportOptions& options);

/// Moves the lines of a file of lines to the orders of a file of heads. Lines without their order become problems of
/// `lines`.
void joinLines(ImportPlan& orders, ImportPlan& lines);

} // namespace dure::exchange
