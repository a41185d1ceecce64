#pragma once
#include "core/domain/payment_papers.h"
#include "tests/core/figures_company.h"

#include <set>

namespace dure::test {

/// With codes, namesakes, stock and shares of payments.
struct ExportedCompany : FiguresCompany
{
    explicit ExportedCompany(std::uint64_t seed)
        : FiguresCompany(seed)
    {
        grow(14);
        page([&] {
            int n = 0;
            for (auto& [id, customer] : customers) {
                customer.code = "C" + std::to_string(++n);
                if (chance(40))
                    customer.name = "(주)가온"; // there are several of that name
                space.receive(customer);
            }
            n = 0;
            for (auto& [id, product] : products) {
                product.code = "P" + std::to_string(++n);
                product.name = chance(50) ? "PET 용기" : product.name;
                product.safetyStock = Quantity::fromInteger(chance(70) ? below(60) : 0);
                product.inactive = chance(15);
                space.receive(product);
            }
            n = 0;
            for (auto& [id, payment] : payments) {
                payment.number = "N" + std::to_string(++n); // a document has its number alone
                space.receive(payment);
            }
        });
        for (int i = 0; i < 40; ++i)
            page([&] {
                addMovement();
                addAllocation();
            });
    }
    void addMovement()
    {
        StockMovement move;
        move.productId = any(products)->id;
        move.movedOn = day();
        move.kind = StockMovementKind::Production;
        move.quantity = {below(400'000) - 100'000};
        space.receive(move);
    }
    /// Of one payment, for one delivery of its customer.
    void addAllocation()
    {
        const Payment* payment = any(payments);
        const Delivery* delivery = any(deliveries);
        if (!payment || payment->amount <= Won{} || !allocated.insert(payment->id).second)
            return;
        for (int tries = 0; tries < 30 && delivery->customerId != payment->customerId; ++tries)
            delivery = any(deliveries);
        PaymentAllocation share;
        share.paymentId = payment->id;
        share.deliveryId = delivery->id;
        share.amount = {1 + below(payment->amount.amount)};
        space.receive(share);
    }
    std::set<Uuid> allocated;
};

} // namespace dure::test
