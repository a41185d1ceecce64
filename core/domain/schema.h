#pragma once
#include "core/domain/value.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// The one declaration of everything that is synced. SQLite DDL (core/storage), the wire codec (sync/protocol), server
/// validation and access (sync/server) and the merge (sync/merge) all read these tables; a new column is one line in
/// schema.cpp. Names and types, once shipped, are never changed.
namespace dure {

enum class ColumnType : std::uint8_t {
    Text, ///< UTF-8, at most `maxBytes`
    Integer, ///< between `min` and `max`
    Boolean, ///< 0 or 1
    Date, ///< yyyymmdd, a day that exists
    Time, ///< milliseconds since 1970 UTC
    Won, ///< whole won, |v| ≤ maxAmountWon
    UnitPrice, ///< ten-thousandths of a won
    Quantity, ///< ten-thousandths of the product's unit
    Id, ///< another row's id; not enforced (a parent edited later arrives after its child)
};

enum ColumnFlag : std::uint8_t {
    Required = 1, ///< never null or empty in a live row
    Searched = 2, ///< its text goes into the search index
    ServerOnly = 4, ///< clients may read it, only the server writes it
};

enum class TableId : std::uint8_t {
    CompanyProfile = 1,
    Customer = 2,
    Contact = 3,
    DeliverySite = 4,
    Product = 5,
    CustomerPrice = 6,
    SalesOrder = 7,
    OrderLine = 8,
    Delivery = 9,
    DeliveryLine = 10,
    Payment = 11,
    StockMovement = 12,
    Conflict = 13,
    Resolution = 14,
    Alias = 15,
    Holiday = 16,
    Attachment = 17,
    Quotation = 18,
    QuotationLine = 19,
    Claim = 20,
    PaymentAllocation = 21,
    NoteEvent = 22,
    Activity = 23,
};

struct Column
{
    std::string_view name; ///< on the wire and in SQLite
    ColumnType type = ColumnType::Text;
    std::uint8_t flags = 0;
    std::string_view group = {}; ///< merge group; fields of one group win or lose together. Empty: alone
    std::int64_t max = 0; ///< Text: bytes (0: 400). Integer: largest value (0: 2^53)
    std::int64_t min = 0; ///< Integer: smallest value
    int since = 1; ///< schema version that brought it
    /// Id: the table whose rows it names. A live row holds what it names: a delete never wins over it (DECISIONS 51).
    /// Empty where another column tells the table (conflict, alias), and for what only the server makes and nobody
    /// deletes.
    std::optional<TableId> refersTo = {};

    bool has(ColumnFlag flag) const { return (flags & flag) != 0; }
    std::int64_t maxBytes() const { return max == 0 ? 400 : max; }
};

enum class SpaceKind : std::uint8_t { Company = 0, Service = 1, Room = 2, Platform = 3 };

/// A user's role in a space; a set of them is a bit mask.
enum Role : std::uint8_t {
    Owner = 1, ///< 대표
    Executive = 2, ///< 임원: reads everything, writes nothing
    Staff = 4, ///< 직원
    Coordinator = 8, ///< IT코디네이터, for a time the owner grants
    Association = 16, ///< 조합
    Operator = 32, ///< 운영기관
};

enum class WritePolicy : std::uint8_t {
    Editable, ///< create, change, delete
    AppendOnly, ///< facts: created once, corrected by a reversal (DESIGN §3.11)
    ServerOnly, ///< made by the merge alone
};

struct Table
{
    TableId id;
    std::string_view name;
    SpaceKind space;
    WritePolicy policy;
    std::uint8_t readers; ///< mask of Role
    std::uint8_t writers; ///< mask of Role
    /// The column that names the aggregate's root row ("order_id" in order_line), or empty: the row is its own root.
    /// A delete is decided for the whole aggregate.
    std::string_view rootColumn;
    TableId rootTable; ///< where that root lies; the table itself if rows are their own roots
    std::span<const Column> columns;
    /// Secondary indexes, each a comma-separated column list.
    std::span<const std::string_view> indexes;

    /// Index into `columns`, or -1.
    int columnIndex(std::string_view name) const;
};

/// The version of this declaration. It goes into every push and into each database file.
inline constexpr int schemaVersion = 2;

std::span<const Table> allTables();
const Table& tableOf(TableId id);
const Table* findTable(std::string_view name);

/// Why a value may not stand in a column.
enum class ValueError : std::uint8_t { WrongType, TooLong, OutOfRange, Missing, BadText, NotWritable };

/// Checks one value against its column: type, length, range, well-formed UTF-8 without NUL. Null is always accepted
/// here; Required is judged on the whole row (missingColumn), since a change may carry only some of the fields.
std::optional<ValueError> checkValue(const Column& column, const Value& value);
/// The first required column that is null or empty, if any.
const Column* missingColumn(const Table& table, const std::vector<Value>& values);
bool isUtf8(std::string_view text);

/// Declared positions, so that typed code need not search by name.
namespace col {
struct CompanyProfile
{
    enum {
        name,
        businessNo,
        subBusinessNo,
        representative,
        businessType,
        businessItem,
        postalCode,
        address,
        phone,
        fax,
        email,
        bankAccount,
        statementNote,
        quotationNote,
        billNote
    };
};
struct Customer
{
    enum {
        code,
        name,
        businessNo,
        subBusinessNo,
        representative,
        businessType,
        businessItem,
        postalCode,
        address,
        phone,
        fax,
        email,
        staff,
        taxKind,
        priceKind,
        roundingMode,
        taxScope,
        closingDay,
        payMonths,
        payDay,
        creditLimit,
        openingBalance,
        openingOn,
        overToleranceBp,
        underToleranceBp,
        inactive,
        note
    };
};
struct Contact
{
    enum { customerId, position, name, title, phone, email, note };
};
struct DeliverySite
{
    enum { customerId, position, name, postalCode, address, phone, receiver, note };
};
struct Product
{
    enum {
        code,
        name,
        spec,
        unit,
        listPrice,
        taxKind,
        unitsPerBox,
        boxesPerPallet,
        volumeMl,
        neck,
        weightG,
        material,
        color,
        masterbatch,
        moldNo,
        moq,
        leadDays,
        safetyStock,
        inactive,
        note
    };
};
struct CustomerPrice
{
    enum { customerId, productId, validFrom, minQuantity, unitPrice, note };
};
struct SalesOrder
{
    enum {
        number,
        customerId,
        siteId,
        orderedOn,
        dueOn,
        customerOrderNo,
        state,
        taxKind,
        priceKind,
        roundingMode,
        taxScope,
        staff,
        memo,
        createdAt,
        quotationId,
        dueTime,
        vehicle,
        driver
    };
};
struct OrderLine
{
    enum {
        orderId,
        position,
        productId,
        productName,
        spec,
        unit,
        quantity,
        unitPrice,
        priceSource,
        supply,
        tax,
        taxTyped,
        dueOn,
        note
    };
};
struct Delivery
{
    enum {
        number,
        customerId,
        orderId,
        siteId,
        deliveredOn,
        postedOn,
        taxKind,
        priceKind,
        roundingMode,
        taxScope,
        vehicle,
        driver,
        receiver,
        memo,
        reversesId,
        createdAt,
        kind,
        claimId
    };
};
struct DeliveryLine
{
    enum {
        deliveryId,
        position,
        orderId,
        orderLineId,
        productId,
        productName,
        spec,
        unit,
        quantity,
        unitPrice,
        supply,
        tax,
        lot,
        note,
        producedOn
    };
};
struct Payment
{
    enum {
        number,
        customerId,
        receivedOn,
        postedOn,
        kind,
        amount,
        noteNumber,
        noteIssuer,
        noteBank,
        noteIssuedOn,
        noteDueOn,
        memo,
        reversesId,
        createdAt,
        reversalKind
    };
};
struct StockMovement
{
    enum { productId, movedOn, postedOn, kind, quantity, deliveryLineId, memo, reversesId, createdAt, lot, producedOn };
};
struct Conflict
{
    enum {
        tableName,
        rowId,
        rootId,
        field,
        kind,
        baseValue,
        winnerValue,
        loserValue,
        winnerUser,
        winnerAt,
        winnerDevice,
        loserUser,
        loserAt,
        loserDevice
    };
};
struct Resolution
{
    enum { conflictId, choice, user, at };
};
struct Alias
{
    enum { tableName, fromId, toId };
};
struct Holiday
{
    enum { on, name, substitute };
};
struct Attachment
{
    enum { ownerTable, ownerId, kind, fileName, type, size, sha256 };
};
struct Quotation
{
    enum {
        number,
        customerId,
        quotedOn,
        validUntil,
        subject,
        state,
        taxKind,
        priceKind,
        roundingMode,
        taxScope,
        deliveryTerms,
        paymentTerms,
        staff,
        memo,
        createdAt
    };
};
struct QuotationLine
{
    enum {
        quotationId,
        position,
        productId,
        productName,
        spec,
        unit,
        quantity,
        unitPrice,
        priceSource,
        supply,
        tax,
        taxTyped,
        note
    };
};
struct Claim
{
    enum {
        number,
        customerId,
        claimedOn,
        kind,
        deliveryId,
        deliveryLineId,
        productId,
        productName,
        quantity,
        lot,
        producedOn,
        reason,
        decision,
        closedOn,
        staff,
        memo,
        createdAt
    };
};
struct PaymentAllocation
{
    enum { paymentId, deliveryId, amount };
};
struct NoteEvent
{
    enum { paymentId, on, kind, counterparty, memo, createdAt };
};
struct Activity
{
    enum { customerId, on, kind, contact, text, amount, nextAction, nextOn, doneOn, staff, orderId, createdAt };
};
} // namespace col

} // namespace dure
