#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dure::exchange {

/// What the rows of a file become.
enum class TargetKind : std::uint8_t {
    Customer,
    Product,
    Order, ///< heads; where quantity is mapped, each row is also a line, and rows of one number are one order
    OrderLine, ///< lines that name their order
};

/// What the cells of a field look like; a guess is checked against it.
enum class FieldContent : std::uint8_t {
    Text,
    Number,
    Measure, ///< a number that may carry its unit: 500ml
    Date,
    BusinessNumber,
    Phone,
    Email,
    Discount, ///< a fraction (0.15) or a percentage (15%)
    Flag, ///< 1/0, Y/N, TRUE/FALSE, 예/아니오, 사용/중지
    TaxKind, ///< 과세, 영세율, 면세
};

struct ImportField
{
    std::string_view name; ///< in mapping files; never changed once shipped
    FieldContent content = FieldContent::Text;
    /// Several columns may feed it; their texts are joined by a blank (address, detailed address).
    bool joinsColumns = false;
    /// Part of an order's line, not of its head.
    bool ofLine = false;
    /// How a header may call it, as normaliseHeader() leaves it; the most telling first.
    std::span<const std::string_view> headers;
};

std::span<const ImportField> fieldsOf(TargetKind kind);
const ImportField* findField(TargetKind kind, std::string_view name);
/// "customer", "product", "order", "order_line": section names of a mapping file.
std::string_view nameOf(TargetKind kind);
std::optional<TargetKind> targetKindOf(std::string_view name);

/// Blanks of every kind, line breaks included, become one blank; none at the ends.
std::string collapseBlanks(std::string_view text);
/// "Unit Price (원)" gives "unitprice": ASCII lower case without blanks, signs and what stands in brackets.
std::string normaliseHeader(std::string_view header);
/// Whether some field of some kind is called so.
bool isKnownHeader(std::string_view header);

} // namespace dure::exchange
