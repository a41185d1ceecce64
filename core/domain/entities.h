#pragma once
#include "core/domain/date.h"
#include "core/domain/entry_kinds.h"
#include "core/domain/fixed_point.h"
#include "core/domain/order_status.h"
#include "core/domain/pricing.h"
#include "core/domain/schema.h"
#include "core/domain/vat.h"

#include <optional>
#include <type_traits>

/// The rows of the business as typed values. Each struct lists its columns once, in columns(); reading, writing and
/// comparing rows all walk that list, and a test holds it against the schema.
///
/// In every entity: `id` nil means "not yet saved"; `seq` is the server image this was read from (0: none), so that a
/// change says what its author saw; `extra` carries the fields this version does not know and must be kept.
namespace dure {

struct Entity
{
    Uuid id;
    std::int64_t seq = 0;
    std::string extra;

    bool operator==(const Entity&) const = default;
};

struct CompanyProfile : Entity
{
    static constexpr TableId table = TableId::CompanyProfile;
    using Col = col::CompanyProfile;
    std::string name, businessNo, subBusinessNo, representative, businessType, businessItem, postalCode, address, phone,
        fax, email, bankAccount;
    std::string statementNote, quotationNote, billNote; ///< 하단 문구 of 거래명세서, 견적서, 청구서

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::name, s.name);
        visit(Col::businessNo, s.businessNo);
        visit(Col::subBusinessNo, s.subBusinessNo);
        visit(Col::representative, s.representative);
        visit(Col::businessType, s.businessType);
        visit(Col::businessItem, s.businessItem);
        visit(Col::postalCode, s.postalCode);
        visit(Col::address, s.address);
        visit(Col::phone, s.phone);
        visit(Col::fax, s.fax);
        visit(Col::email, s.email);
        visit(Col::bankAccount, s.bankAccount);
        visit(Col::statementNote, s.statementNote);
        visit(Col::quotationNote, s.quotationNote);
        visit(Col::billNote, s.billNote);
    }
    bool operator==(const CompanyProfile&) const = default;
};

struct Customer : Entity
{
    static constexpr TableId table = TableId::Customer;
    using Col = col::Customer;
    std::string code, name, businessNo, subBusinessNo, representative, businessType, businessItem, postalCode, address,
        phone, fax, email;
    std::string staff; ///< who looks after this customer
    TaxTerms tax;
    std::int64_t closingDay = 0, payMonths = 0, payDay = 0; ///< PaymentTerms; 0: none agreed
    Won creditLimit; ///< 0: none
    Won openingBalance; ///< what was owed on openingOn, before Dure
    Date openingOn;
    std::int64_t overToleranceBp = 0, underToleranceBp = 0; ///< of a quantity, in hundredths of a percent
    bool inactive = false;
    std::string note;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::code, s.code);
        visit(Col::name, s.name);
        visit(Col::businessNo, s.businessNo);
        visit(Col::subBusinessNo, s.subBusinessNo);
        visit(Col::representative, s.representative);
        visit(Col::businessType, s.businessType);
        visit(Col::businessItem, s.businessItem);
        visit(Col::postalCode, s.postalCode);
        visit(Col::address, s.address);
        visit(Col::phone, s.phone);
        visit(Col::fax, s.fax);
        visit(Col::email, s.email);
        visit(Col::staff, s.staff);
        visit(Col::taxKind, s.tax.kind);
        visit(Col::priceKind, s.tax.priceKind);
        visit(Col::roundingMode, s.tax.roundingMode);
        visit(Col::taxScope, s.tax.scope);
        visit(Col::closingDay, s.closingDay);
        visit(Col::payMonths, s.payMonths);
        visit(Col::payDay, s.payDay);
        visit(Col::creditLimit, s.creditLimit);
        visit(Col::openingBalance, s.openingBalance);
        visit(Col::openingOn, s.openingOn);
        visit(Col::overToleranceBp, s.overToleranceBp);
        visit(Col::underToleranceBp, s.underToleranceBp);
        visit(Col::inactive, s.inactive);
        visit(Col::note, s.note);
    }
    bool operator==(const Customer&) const = default;
};

struct Contact : Entity
{
    static constexpr TableId table = TableId::Contact;
    using Col = col::Contact;
    Uuid customerId;
    std::int64_t position = 0;
    std::string name, title, phone, email, note;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::customerId, s.customerId);
        visit(Col::position, s.position);
        visit(Col::name, s.name);
        visit(Col::title, s.title);
        visit(Col::phone, s.phone);
        visit(Col::email, s.email);
        visit(Col::note, s.note);
    }
    bool operator==(const Contact&) const = default;
};

struct DeliverySite : Entity
{
    static constexpr TableId table = TableId::DeliverySite;
    using Col = col::DeliverySite;
    Uuid customerId;
    std::int64_t position = 0;
    std::string name, postalCode, address, phone, receiver, note;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::customerId, s.customerId);
        visit(Col::position, s.position);
        visit(Col::name, s.name);
        visit(Col::postalCode, s.postalCode);
        visit(Col::address, s.address);
        visit(Col::phone, s.phone);
        visit(Col::receiver, s.receiver);
        visit(Col::note, s.note);
    }
    bool operator==(const DeliverySite&) const = default;
};

struct Product : Entity
{
    static constexpr TableId table = TableId::Product;
    using Col = col::Product;
    std::string code, name, spec, unit;
    UnitPrice listPrice;
    TaxKind taxKind = TaxKind::Taxable;
    Quantity unitsPerBox;
    std::int64_t boxesPerPallet = 0;
    Quantity volumeMl;
    std::string neck;
    Quantity weightG;
    std::string material, color, masterbatch, moldNo;
    Quantity moq;
    std::int64_t leadDays = 0;
    Quantity safetyStock;
    bool inactive = false;
    std::string note;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::code, s.code);
        visit(Col::name, s.name);
        visit(Col::spec, s.spec);
        visit(Col::unit, s.unit);
        visit(Col::listPrice, s.listPrice);
        visit(Col::taxKind, s.taxKind);
        visit(Col::unitsPerBox, s.unitsPerBox);
        visit(Col::boxesPerPallet, s.boxesPerPallet);
        visit(Col::volumeMl, s.volumeMl);
        visit(Col::neck, s.neck);
        visit(Col::weightG, s.weightG);
        visit(Col::material, s.material);
        visit(Col::color, s.color);
        visit(Col::masterbatch, s.masterbatch);
        visit(Col::moldNo, s.moldNo);
        visit(Col::moq, s.moq);
        visit(Col::leadDays, s.leadDays);
        visit(Col::safetyStock, s.safetyStock);
        visit(Col::inactive, s.inactive);
        visit(Col::note, s.note);
    }
    bool operator==(const Product&) const = default;
};

/// 합의 단가: holds from `validFrom` on, for quantities of at least `minQuantity`, until a later one.
struct CustomerPrice : Entity
{
    static constexpr TableId table = TableId::CustomerPrice;
    using Col = col::CustomerPrice;
    Uuid customerId, productId;
    Date validFrom;
    Quantity minQuantity;
    UnitPrice unitPrice;
    std::string note;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::customerId, s.customerId);
        visit(Col::productId, s.productId);
        visit(Col::validFrom, s.validFrom);
        visit(Col::minQuantity, s.minQuantity);
        visit(Col::unitPrice, s.unitPrice);
        visit(Col::note, s.note);
    }
    bool operator==(const CustomerPrice&) const = default;
};

struct SalesOrder : Entity
{
    static constexpr TableId table = TableId::SalesOrder;
    using Col = col::SalesOrder;
    std::string number; ///< never changes once given
    Uuid customerId, siteId;
    Date orderedOn, dueOn;
    std::string customerOrderNo;
    OrderState state = OrderState::Open;
    TaxTerms tax; ///< the customer's, copied when the order was made
    std::string staff, memo;
    std::int64_t createdAt = 0;
    Uuid quotationId; ///< nil: not from a quotation
    std::optional<std::int64_t> dueTime; ///< minutes of the day
    std::string vehicle, driver; ///< planned; a delivery says its own

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::number, s.number);
        visit(Col::customerId, s.customerId);
        visit(Col::siteId, s.siteId);
        visit(Col::orderedOn, s.orderedOn);
        visit(Col::dueOn, s.dueOn);
        visit(Col::customerOrderNo, s.customerOrderNo);
        visit(Col::state, s.state);
        visit(Col::taxKind, s.tax.kind);
        visit(Col::priceKind, s.tax.priceKind);
        visit(Col::roundingMode, s.tax.roundingMode);
        visit(Col::taxScope, s.tax.scope);
        visit(Col::staff, s.staff);
        visit(Col::memo, s.memo);
        visit(Col::createdAt, s.createdAt);
        visit(Col::quotationId, s.quotationId);
        visit(Col::dueTime, s.dueTime);
        visit(Col::vehicle, s.vehicle);
        visit(Col::driver, s.driver);
    }
    bool operator==(const SalesOrder&) const = default;
};

struct OrderLine : Entity
{
    static constexpr TableId table = TableId::OrderLine;
    using Col = col::OrderLine;
    Uuid orderId;
    std::int64_t position = 0;
    Uuid productId; ///< nil: typed freely (금형비, 샘플)
    std::string productName, spec, unit;
    Quantity quantity;
    UnitPrice unitPrice;
    PriceSource priceSource = PriceSource::List;
    Won supply, tax; ///< computed by the command, except a typed tax
    bool taxTyped = false;
    Date dueOn; ///< null: the order's
    std::string note;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::orderId, s.orderId);
        visit(Col::position, s.position);
        visit(Col::productId, s.productId);
        visit(Col::productName, s.productName);
        visit(Col::spec, s.spec);
        visit(Col::unit, s.unit);
        visit(Col::quantity, s.quantity);
        visit(Col::unitPrice, s.unitPrice);
        visit(Col::priceSource, s.priceSource);
        visit(Col::supply, s.supply);
        visit(Col::tax, s.tax);
        visit(Col::taxTyped, s.taxTyped);
        visit(Col::dueOn, s.dueOn);
        visit(Col::note, s.note);
    }
    bool operator==(const OrderLine&) const = default;
};

/// A fact: never changed, corrected by a reversal, which is a delivery with negative quantities and amounts.
struct Delivery : Entity
{
    static constexpr TableId table = TableId::Delivery;
    using Col = col::Delivery;
    std::string number;
    Uuid customerId;
    Uuid orderId; ///< nil: without an order (samples, repairs)
    Uuid siteId;
    Date deliveredOn;
    Date postedOn; ///< given by the cloud if deliveredOn's month was closed
    TaxTerms tax;
    std::string vehicle, driver, receiver, memo;
    Uuid reversesId;
    std::int64_t createdAt = 0;
    DeliveryKind kind = DeliveryKind::Sale;
    Uuid claimId; ///< of what answers a claim

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::number, s.number);
        visit(Col::customerId, s.customerId);
        visit(Col::orderId, s.orderId);
        visit(Col::siteId, s.siteId);
        visit(Col::deliveredOn, s.deliveredOn);
        visit(Col::postedOn, s.postedOn);
        visit(Col::taxKind, s.tax.kind);
        visit(Col::priceKind, s.tax.priceKind);
        visit(Col::roundingMode, s.tax.roundingMode);
        visit(Col::taxScope, s.tax.scope);
        visit(Col::vehicle, s.vehicle);
        visit(Col::driver, s.driver);
        visit(Col::receiver, s.receiver);
        visit(Col::memo, s.memo);
        visit(Col::reversesId, s.reversesId);
        visit(Col::createdAt, s.createdAt);
        visit(Col::kind, s.kind);
        visit(Col::claimId, s.claimId);
    }
    bool operator==(const Delivery&) const = default;
};

struct DeliveryLine : Entity
{
    static constexpr TableId table = TableId::DeliveryLine;
    using Col = col::DeliveryLine;
    Uuid deliveryId;
    std::int64_t position = 0;
    Uuid orderId, orderLineId; ///< nil: not ordered
    Uuid productId;
    std::string productName, spec, unit;
    Quantity quantity;
    UnitPrice unitPrice;
    Won supply, tax;
    std::string lot, note;
    Date producedOn;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::deliveryId, s.deliveryId);
        visit(Col::position, s.position);
        visit(Col::orderId, s.orderId);
        visit(Col::orderLineId, s.orderLineId);
        visit(Col::productId, s.productId);
        visit(Col::productName, s.productName);
        visit(Col::spec, s.spec);
        visit(Col::unit, s.unit);
        visit(Col::quantity, s.quantity);
        visit(Col::unitPrice, s.unitPrice);
        visit(Col::supply, s.supply);
        visit(Col::tax, s.tax);
        visit(Col::lot, s.lot);
        visit(Col::note, s.note);
        visit(Col::producedOn, s.producedOn);
    }
    bool operator==(const DeliveryLine&) const = default;
};

/// A fact. A reversal is a payment of the negative amount.
struct Payment : Entity
{
    static constexpr TableId table = TableId::Payment;
    using Col = col::Payment;
    std::string number;
    Uuid customerId;
    Date receivedOn, postedOn;
    PaymentKind kind = PaymentKind::Transfer;
    Won amount;
    std::string noteNumber, noteIssuer, noteBank;
    Date noteIssuedOn, noteDueOn;
    std::string memo;
    Uuid reversesId;
    std::int64_t createdAt = 0;
    ReversalKind reversalKind = ReversalKind::Correction; ///< of a reversal

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::number, s.number);
        visit(Col::customerId, s.customerId);
        visit(Col::receivedOn, s.receivedOn);
        visit(Col::postedOn, s.postedOn);
        visit(Col::kind, s.kind);
        visit(Col::amount, s.amount);
        visit(Col::noteNumber, s.noteNumber);
        visit(Col::noteIssuer, s.noteIssuer);
        visit(Col::noteBank, s.noteBank);
        visit(Col::noteIssuedOn, s.noteIssuedOn);
        visit(Col::noteDueOn, s.noteDueOn);
        visit(Col::memo, s.memo);
        visit(Col::reversesId, s.reversesId);
        visit(Col::createdAt, s.createdAt);
        visit(Col::reversalKind, s.reversalKind);
    }
    bool operator==(const Payment&) const = default;
};

/// A fact. Positive quantities come in, negative ones go out.
struct StockMovement : Entity
{
    static constexpr TableId table = TableId::StockMovement;
    using Col = col::StockMovement;
    Uuid productId;
    Date movedOn, postedOn;
    StockMovementKind kind = StockMovementKind::Adjustment;
    Quantity quantity;
    Uuid deliveryLineId;
    std::string memo;
    Uuid reversesId;
    std::int64_t createdAt = 0;
    std::string lot;
    Date producedOn;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::productId, s.productId);
        visit(Col::movedOn, s.movedOn);
        visit(Col::postedOn, s.postedOn);
        visit(Col::kind, s.kind);
        visit(Col::quantity, s.quantity);
        visit(Col::deliveryLineId, s.deliveryLineId);
        visit(Col::memo, s.memo);
        visit(Col::reversesId, s.reversesId);
        visit(Col::createdAt, s.createdAt);
        visit(Col::lot, s.lot);
        visit(Col::producedOn, s.producedOn);
    }
    bool operator==(const StockMovement&) const = default;
};

namespace detail {

inline Value toValue(const std::string& text) { return text.empty() ? Value{} : Value{text}; }
inline Value toValue(const Uuid& id) { return id.isNil() ? Value{} : Value{id}; }
inline Value toValue(Date date) { return date.isNull() ? Value{} : Value{std::int64_t{date.yyyymmdd}}; }
inline Value toValue(Won won) { return won.amount; }
inline Value toValue(const std::optional<std::int64_t>& number) { return number ? Value{*number} : Value{}; }
template <class Tag> Value toValue(FixedPoint<Tag> number) { return number.tenThousandths; }
template <class T>
requires std::is_integral_v<T> || std::is_enum_v<T> Value toValue(T number)
{
    return static_cast<std::int64_t>(number);
}

inline void fromValue(const Value& value, std::string& text) { text = textOf(value); }
inline void fromValue(const Value& value, Uuid& id) { id = idOf(value); }
inline void fromValue(const Value& value, Date& date) { date = {static_cast<std::int32_t>(integerOf(value))}; }
inline void fromValue(const Value& value, Won& won) { won = {integerOf(value)}; }
inline void fromValue(const Value& value, std::optional<std::int64_t>& number)
{
    number = isNull(value) ? std::nullopt : std::optional(integerOf(value));
}
template <class Tag> void fromValue(const Value& value, FixedPoint<Tag>& number) { number = {integerOf(value)}; }
template <class T>
requires std::is_integral_v<T> || std::is_enum_v<T>
void fromValue(const Value& value, T& number) { number = static_cast<T>(integerOf(value)); }

} // namespace detail

/// Empty text, no date and a nil id become null; numbers are always written.
template <class E> Row toRow(const E& entity)
{
    Row row{entity.id, {}, entity.extra};
    row.values.resize(tableOf(E::table).columns.size());
    E::columns(entity,
        [&](int column, const auto& field) { row.values[static_cast<std::size_t>(column)] = detail::toValue(field); });
    return row;
}

/// A null number reads as 0. `seq` is the server image's.
template <class E> E fromRow(const Row& row, std::int64_t seq = 0)
{
    E entity;
    entity.id = row.id;
    entity.seq = seq;
    entity.extra = row.extra;
    E::columns(entity, [&](int column, auto& field) {
        const auto at = static_cast<std::size_t>(column);
        if (at < row.values.size())
            detail::fromValue(row.values[at], field);
    });
    return entity;
}

} // namespace dure
