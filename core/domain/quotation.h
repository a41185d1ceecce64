#pragma once
#include "core/domain/entities.h"

namespace dure {

/// 견적서: an offer. Its lines are an order's without a due date, and its amounts are computed alike.
struct Quotation : Entity
{
    static constexpr TableId table = TableId::Quotation;
    using Col = col::Quotation;
    std::string number; ///< never changes once given
    Uuid customerId;
    Date quotedOn;
    Date validUntil; ///< null: not limited
    std::string subject; ///< 건명
    QuotationState state = QuotationState::Open;
    TaxTerms tax; ///< the customer's, copied when the quotation was made
    std::string deliveryTerms, paymentTerms; ///< 납품 조건, 결제 조건
    std::string staff, memo;
    std::int64_t createdAt = 0;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::number, s.number);
        visit(Col::customerId, s.customerId);
        visit(Col::quotedOn, s.quotedOn);
        visit(Col::validUntil, s.validUntil);
        visit(Col::subject, s.subject);
        visit(Col::state, s.state);
        visit(Col::taxKind, s.tax.kind);
        visit(Col::priceKind, s.tax.priceKind);
        visit(Col::roundingMode, s.tax.roundingMode);
        visit(Col::taxScope, s.tax.scope);
        visit(Col::deliveryTerms, s.deliveryTerms);
        visit(Col::paymentTerms, s.paymentTerms);
        visit(Col::staff, s.staff);
        visit(Col::memo, s.memo);
        visit(Col::createdAt, s.createdAt);
    }
    bool operator==(const Quotation&) const = default;
};

struct QuotationLine : Entity
{
    static constexpr TableId table = TableId::QuotationLine;
    using Col = col::QuotationLine;
    Uuid quotationId;
    std::int64_t position = 0;
    Uuid productId; ///< nil: typed freely
    std::string productName, spec, unit;
    Quantity quantity;
    UnitPrice unitPrice;
    PriceSource priceSource = PriceSource::List;
    Won supply, tax; ///< computed by the command, except a typed tax
    bool taxTyped = false;
    std::string note;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::quotationId, s.quotationId);
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
        visit(Col::note, s.note);
    }
    bool operator==(const QuotationLine&) const = default;
};

/// The line as an order's, which grids and amounts know; of no order yet.
inline OrderLine orderLineOf(const QuotationLine& line)
{
    OrderLine same;
    same.id = line.id;
    same.seq = line.seq;
    same.extra = line.extra;
    same.position = line.position;
    same.productId = line.productId;
    same.productName = line.productName;
    same.spec = line.spec;
    same.unit = line.unit;
    same.quantity = line.quantity;
    same.unitPrice = line.unitPrice;
    same.priceSource = line.priceSource;
    same.supply = line.supply;
    same.tax = line.tax;
    same.taxTyped = line.taxTyped;
    same.note = line.note;
    return same;
}

/// The way back; a due date of the line is lost.
inline QuotationLine quotationLineOf(const OrderLine& line)
{
    QuotationLine same;
    same.id = line.id;
    same.seq = line.seq;
    same.extra = line.extra;
    same.position = line.position;
    same.productId = line.productId;
    same.productName = line.productName;
    same.spec = line.spec;
    same.unit = line.unit;
    same.quantity = line.quantity;
    same.unitPrice = line.unitPrice;
    same.priceSource = line.priceSource;
    same.supply = line.supply;
    same.tax = line.tax;
    same.taxTyped = line.taxTyped;
    same.note = line.note;
    return same;
}

} // namespace dure
