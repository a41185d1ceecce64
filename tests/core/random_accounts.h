#pragma once
#include "core/domain/activity.h"
#include "core/domain/payment_papers.h"
#include "core/reports/ageing.h"
#include "tests/core/company_fixture.h"

#include <map>
#include <set>

/// Accounts of a few customers made of random facts: deliveries, returns, payments, 어음, what takes them back, what
/// takes that back, facts that come late, allocations; and what they owe, computed the plain way.
namespace dure::test {

struct RandomAccounts
{
    SpaceFixture space;
    std::vector<Customer> customers;
    std::map<Uuid, Delivery> deliveries;
    std::map<Uuid, Won> totals; ///< of deliveries
    std::map<Uuid, Payment> payments;
    std::vector<PaymentAllocation> allocations;
    std::vector<Activity> promises;
    static constexpr Date today{20261123};

    explicit RandomAccounts(std::uint64_t seed)
    {
        space.random = SeededRandom(seed);
        for (int round = 0; round < 4; ++round) { // what comes late finds what is there
            sqlite::Transaction transaction(space.db());
            if (round == 0)
                for (int i = 0; i < 8; ++i)
                    addCustomer(i);
            for (int i = 0; i < 40; ++i)
                addDelivery();
            for (int i = 0; i < 20; ++i)
                addPayment();
            for (int i = 0; i < 8; ++i)
                addAllocation();
            for (int i = 0; i < 6; ++i)
                takeBack();
            for (int i = 0; i < 3; ++i)
                addPromise();
            changeOpening();
            space.derived.refresh();
            transaction.commit();
        }
    }

    Date near(int before, int after)
    {
        return today.addDays(static_cast<int>(space.random.below(before + after + 1)) - before);
    }
    template <class M> const typename M::mapped_type& any(const M& from)
    {
        auto at = from.begin();
        std::advance(at, space.random.below(std::ssize(from)));
        return at->second;
    }
    const Customer& anyCustomer() { return customers[static_cast<std::size_t>(space.random.below(8))]; }

    void addCustomer(int i)
    {
        Customer each;
        each.name = (i % 2 == 0 ? "(주)다온" : "새벽유업") + std::to_string(i);
        each.code = "C" + std::to_string(i);
        if (space.random.chance(60)) {
            each.closingDay = space.random.chance(50) ? 31 : 20;
            each.payMonths = space.random.below(3);
            each.payDay = space.random.chance(50) ? 10 : 31;
        }
        each.creditLimit = {space.random.below(3) * 60'000};
        each.id = space.receive(each);
        customers.push_back(each);
    }
    void changeOpening()
    {
        Customer& customer = customers[static_cast<std::size_t>(space.random.below(8))];
        customer.openingBalance = {space.random.below(60'000) - 15'000};
        customer.openingOn = space.random.chance(60) ? near(200, 0) : Date{};
        space.receive(customer);
    }
    void put(const Delivery& delivery, Won total)
    {
        space.receive(delivery);
        DeliveryLine line;
        line.id = derivedUuid(delivery.id, "line");
        line.deliveryId = delivery.id;
        line.productName = "PET 500ml";
        line.quantity = Quantity::fromInteger(1);
        line.supply = {total.amount * 10 / 11};
        line.tax = total - line.supply;
        space.receive(line);
        deliveries[delivery.id] = delivery;
        totals[delivery.id] = total;
    }
    void addDelivery()
    {
        Delivery each;
        each.id = space.newId();
        each.number = "D" + std::to_string(deliveries.size());
        each.customerId = anyCustomer().id;
        each.deliveredOn = near(140, 3);
        put(each, {space.random.chance(12) ? -space.random.below(4'000) : space.random.below(9'000)});
    }
    void addPayment()
    {
        Payment each;
        each.id = space.newId();
        each.number = "R" + std::to_string(payments.size());
        each.customerId = anyCustomer().id;
        each.receivedOn = near(120, 0);
        each.amount = {1 + space.random.below(16'000)};
        if (space.random.chance(30)) {
            each.kind = PaymentKind::Note;
            each.noteNumber = "N" + std::to_string(payments.size());
            if (space.random.chance(90))
                each.noteDueOn = near(30, 60);
        }
        space.receive(each);
        payments[each.id] = each;
    }
    void addAllocation()
    {
        const Payment& payment = any(payments);
        PaymentAllocation each;
        each.id = space.newId();
        each.paymentId = payment.id;
        each.deliveryId = any(deliveries).id; // another customer's count for nothing
        each.amount = {1 + space.random.below(payment.amount.amount > 0 ? payment.amount.amount : 1)};
        Won sum = each.amount;
        for (const PaymentAllocation& other : allocations)
            if (other.paymentId == payment.id)
                sum += other.amount;
        if (payment.amount <= Won{} || sum > payment.amount)
            return;
        space.receive(each);
        allocations.push_back(each);
    }
    void takeBack()
    {
        if (space.random.chance(50)) {
            const Delivery old = any(deliveries);
            if (isReversed(deliveries, old.id) || depth(deliveries, old) > 1)
                return;
            Delivery reversal = old;
            reversal.id = space.newId();
            reversal.number += "-";
            reversal.reversesId = old.id;
            reversal.deliveredOn = near(20, 0);
            return put(reversal, -totals[old.id]);
        }
        const Payment old = any(payments);
        if (isReversed(payments, old.id) || depth(payments, old) > 1)
            return;
        Payment reversal = old;
        reversal.id = space.newId();
        reversal.number += "-";
        reversal.reversesId = old.id;
        reversal.receivedOn = near(20, 0);
        reversal.amount = -old.amount;
        if (old.kind == PaymentKind::Note && space.random.chance(60))
            reversal.reversalKind = ReversalKind::Dishonour;
        space.receive(reversal);
        payments[reversal.id] = reversal;
    }
    void addPromise()
    {
        Activity each;
        each.customerId = anyCustomer().id;
        each.on = near(10, 0);
        each.kind = ActivityKind::Promise;
        each.nextOn = near(3, 3);
        each.amount = {space.random.below(9'000)};
        if (space.random.chance(25))
            each.doneOn = today;
        each.id = space.receive(each);
        promises.push_back(each);
    }

    template <class M> static bool isReversed(const M& facts, const Uuid& id)
    {
        for (const auto& [other, fact] : facts)
            if (fact.reversesId == id && !isReversed(facts, other))
                return true;
        return false;
    }
    template <class M> static int depth(const M& facts, const typename M::mapped_type& fact)
    {
        return fact.reversesId.isNil() ? 0 : 1 + depth(facts, facts.at(fact.reversesId));
    }
    template <class M> static bool stands(const M& facts, const Uuid& id)
    {
        return facts.at(id).reversesId.isNil() && !isReversed(facts, id);
    }

    Won owed(const Customer& customer) const
    {
        Won sum = customer.openingBalance;
        for (const auto& [id, delivery] : deliveries)
            if (delivery.customerId == customer.id)
                sum += totals.at(id);
        for (const auto& [id, payment] : payments)
            if (payment.customerId == customer.id)
                sum = sum - payment.amount;
        return sum;
    }
    Won allocatedTo(const Delivery& delivery) const
    {
        Won sum;
        for (const PaymentAllocation& each : allocations)
            if (each.deliveryId == delivery.id && stands(payments, each.paymentId)
                && payments.at(each.paymentId).customerId == delivery.customerId)
                sum += each.amount;
        return sum;
    }
    /// Money settles the oldest day first, forwards: what is not settled at the end, by day.
    std::map<Date, Won> unpaid(const Customer& customer) const
    {
        std::map<Date, Won> days;
        if (customer.openingBalance > Won{})
            days[customer.openingOn] += customer.openingBalance;
        for (const auto& [id, delivery] : deliveries) {
            if (delivery.customerId != customer.id || !stands(deliveries, id))
                continue;
            const Won total = totals.at(id);
            const Won allocated = allocatedTo(delivery);
            days[delivery.deliveredOn] += total <= Won{} ? total : total - (allocated < total ? allocated : total);
        }
        Won money = -owed(customer);
        for (const auto& [on, asked] : days)
            if (asked > Won{})
                money += asked;
        std::map<Date, Won> open;
        for (const auto& [on, asked] : days) {
            if (asked <= Won{})
                continue;
            const Won settled = money < asked ? money : asked;
            money = money - settled;
            if (settled < asked)
                open[on] = asked - settled;
        }
        return open;
    }
};

} // namespace dure::test
