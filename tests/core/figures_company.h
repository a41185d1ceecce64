#pragma once
#include "core/storage/figures_store.h"
#include "tests/core/company_fixture.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

/// A company whose rows arrive in pages, in any order and changing again, kept in memory too; and the dashboard's
/// figures computed from those rows the plain way.
namespace dure::test {

struct FiguresCompany
{
    static constexpr Date today{20261123};
    SpaceFixture space;
    std::map<Uuid, Customer> customers;
    std::map<Uuid, Product> products;
    std::map<Uuid, SalesOrder> orders;
    std::map<Uuid, OrderLine> lines;
    std::map<Uuid, Delivery> deliveries;
    std::map<Uuid, DeliveryLine> deliveryLines;
    std::map<Uuid, Payment> payments;
    std::vector<Delivery> comeLater; ///< their lines are there already
    std::set<Uuid> takenBack;

    explicit FiguresCompany(std::uint64_t seed) { space.random = SeededRandom(seed); }

    /// Each `work` is applied as one page.
    template <class Work> void page(Work work)
    {
        sqlite::Transaction transaction(space.db());
        work();
        space.derived.refresh();
        transaction.commit();
    }

    template <class E> const Uuid& keep(std::map<Uuid, E>& in, E each)
    {
        each.id = space.receive(each);
        return in.insert_or_assign(each.id, each).first->first;
    }
    template <class E> void drop(std::map<Uuid, E>& in, const Uuid& id)
    {
        space.receive(in.at(id), true);
        in.erase(id);
    }
    template <class E> const E* any(const std::map<Uuid, E>& in)
    {
        return in.empty() ? nullptr : &std::next(in.begin(), space.random.below(std::ssize(in)))->second;
    }
    std::int64_t below(std::int64_t limit) { return space.random.below(limit); }
    bool chance(int percent) { return space.random.chance(percent); }
    /// Over two years, mostly lately.
    Date day() { return today.addDays(-static_cast<int>(chance(60) ? below(100) : below(800)) + (chance(3) ? 9 : 0)); }

    void addCustomer()
    {
        Customer each;
        each.name = "거래처" + std::to_string(customers.size());
        each.underToleranceBp = chance(40) ? 500 : 0;
        each.openingBalance = {chance(30) ? below(4'000) - 1'000 : 0};
        if (chance(50))
            each.openingOn = day();
        keep(customers, each);
    }
    void addProduct()
    {
        Product each;
        each.name = "품목" + std::to_string(products.size());
        each.spec = chance(50) ? "28파이" : "";
        keep(products, each);
    }
    void addOrder()
    {
        SalesOrder order;
        order.number = "O" + std::to_string(space.seq);
        order.customerId = any(customers)->id;
        order.orderedOn = day();
        if (chance(85))
            order.dueOn = order.orderedOn.addDays(static_cast<int>(below(20)));
        order.state = static_cast<OrderState>(chance(80) ? 0 : below(3));
        order.id = space.newId();
        for (std::int64_t count = below(4); count >= 0; --count) {
            OrderLine line;
            line.orderId = order.id;
            line.productName = "금형비";
            if (const Product* product = any(products); product && chance(90))
                line.productId = product->id;
            line.quantity = Quantity::fromInteger(chance(5) ? -below(20) : below(40));
            line.supply = {below(10'000)};
            line.tax = {line.supply.amount / 10};
            if (chance(20))
                line.dueOn = order.orderedOn.addDays(static_cast<int>(below(30)));
            keep(lines, line);
        }
        keep(orders, order);
    }
    void addDelivery(bool headFirst)
    {
        const SalesOrder* order = chance(85) ? any(orders) : nullptr;
        Delivery delivery;
        delivery.id = space.newId();
        delivery.number = "D" + std::to_string(space.seq);
        delivery.customerId = order ? order->customerId : any(customers)->id;
        delivery.orderId = order ? order->id : Uuid{};
        delivery.deliveredOn = order && chance(80) ? order->orderedOn.addDays(static_cast<int>(below(25))) : day();
        if (headFirst)
            keep(deliveries, delivery);
        std::vector<DeliveryLine> parts;
        for (const auto& [id, ordered] : lines)
            if (order && ordered.orderId == order->id && chance(80)) {
                DeliveryLine& line = parts.emplace_back();
                line.orderId = order->id;
                line.orderLineId = id;
                line.productId = ordered.productId;
                line.quantity = chance(70) ? ordered.quantity : Quantity::fromInteger(below(40));
            }
        if (parts.empty())
            if (const Product* product = any(products))
                parts.emplace_back().productId = product->id;
        for (DeliveryLine& line : parts) {
            line.deliveryId = delivery.id;
            line.productName = "품목";
            line.supply = {below(6'000)};
            line.tax = {line.supply.amount / 10};
            keep(deliveryLines, line);
        }
        if (!headFirst && chance(30))
            comeLater.push_back(delivery);
        else if (!headFirst)
            keep(deliveries, delivery);
    }
    /// Once each; also of a reversal.
    void reverseDelivery()
    {
        const Delivery* original = any(deliveries);
        if (!original || !takenBack.insert(original->id).second)
            return;
        const auto before = deliveries.find(original->reversesId);
        if (before != deliveries.end() && !before->second.reversesId.isNil())
            return;
        Delivery reversal = *original;
        reversal.id = space.newId();
        reversal.number = "R" + std::to_string(space.seq);
        reversal.reversesId = original->id;
        reversal.deliveredOn = original->deliveredOn.addDays(static_cast<int>(below(50)));
        std::vector<DeliveryLine> taken;
        for (const auto& [id, line] : deliveryLines)
            if (line.deliveryId == original->id)
                taken.push_back(line);
        for (DeliveryLine& line : taken) {
            line.id = {};
            line.deliveryId = reversal.id;
            line.quantity = -line.quantity;
            line.supply = -line.supply;
            line.tax = -line.tax;
            keep(deliveryLines, line);
        }
        keep(deliveries, reversal);
    }
    void addPayment()
    {
        Payment payment;
        payment.number = "P" + std::to_string(space.seq);
        payment.customerId = any(customers)->id;
        payment.receivedOn = day();
        payment.kind = static_cast<PaymentKind>(below(7));
        payment.amount = {below(20'000)};
        if (const Payment* other = any(payments); other && chance(15)) {
            payment = *other;
            payment.id = {};
            payment.reversesId = other->id;
            payment.amount = -other->amount;
            payment.receivedOn = other->receivedOn.addDays(static_cast<int>(below(90)));
        }
        keep(payments, payment);
    }

    /// Second versions, by other PCs and by the merge.
    void changeSomething()
    {
        switch (below(8)) {
        case 0:
            if (const SalesOrder* was = any(orders)) {
                SalesOrder order = *was;
                order.customerId = any(customers)->id;
                order.state = static_cast<OrderState>(below(3));
                order.dueOn = chance(70) ? day() : Date{};
                order.orderedOn = day();
                keep(orders, order);
            }
            break;
        case 1:
            if (const OrderLine* was = any(lines)) {
                OrderLine line = *was;
                line.quantity = Quantity::fromInteger(below(40));
                line.dueOn = chance(50) ? day() : Date{};
                line.supply = {below(9'000)};
                keep(lines, line);
            }
            break;
        case 2:
            if (const OrderLine* was = any(lines))
                drop(lines, was->id);
            break;
        case 3:
            if (const Delivery* was = any(deliveries)) {
                Delivery delivery = *was;
                delivery.deliveredOn = day();
                delivery.customerId = any(customers)->id;
                keep(deliveries, delivery);
            }
            break;
        case 4:
            if (const DeliveryLine* was = any(deliveryLines)) {
                DeliveryLine line = *was;
                line.supply = {below(9'000)};
                line.quantity = Quantity::fromInteger(below(40));
                if (const Delivery* other = any(deliveries); other && chance(30))
                    line.deliveryId = other->id;
                if (chance(30))
                    line.productId = any(products)->id;
                keep(deliveryLines, line);
            }
            break;
        case 5:
            if (const DeliveryLine* was = any(deliveryLines))
                drop(deliveryLines, was->id);
            break;
        case 6:
            if (const Delivery* was = any(deliveries); was && chance(30))
                drop(deliveries, was->id);
            break;
        default:
            Customer customer = *any(customers);
            customer.underToleranceBp = below(3) * 400;
            customer.name += "가";
            keep(customers, customer);
        }
    }

    void grow(int pages)
    {
        page([&] {
            for (int i = 0; i < 6; ++i) {
                addCustomer();
                addProduct();
            }
        });
        for (int i = 0; i < pages; ++i)
            page([&] {
                for (const Delivery& head : std::exchange(comeLater, {}))
                    keep(deliveries, head);
                for (std::int64_t n = below(6); n >= 0; --n)
                    addOrder();
                for (std::int64_t n = below(6); n >= 0; --n)
                    addDelivery(chance(50));
                for (std::int64_t n = below(3); n > 0; --n)
                    addPayment();
                if (chance(30))
                    reverseDelivery();
                for (std::int64_t n = below(4); n > 0; --n)
                    changeSomething();
            });
    }

    // The plain way.
    storage::PeriodAmount ordered(DaySpan days) const
    {
        storage::PeriodAmount sum;
        for (const auto& [id, order] : orders)
            if (days.contains(order.orderedOn) && order.state != OrderState::Cancelled) {
                ++sum.count;
                for (const auto& [lineId, line] : lines)
                    if (line.orderId == id) {
                        sum.supply += line.supply;
                        sum.tax += line.tax;
                    }
            }
        return sum;
    }
    storage::PeriodAmount delivered(DaySpan days) const
    {
        storage::PeriodAmount sum;
        for (const auto& [id, delivery] : deliveries)
            if (days.contains(delivery.deliveredOn)) {
                ++sum.count;
                for (const auto& [lineId, line] : deliveryLines)
                    if (line.deliveryId == id) {
                        sum.supply += line.supply;
                        sum.tax += line.tax;
                    }
            }
        return sum;
    }
    storage::PeriodAmount collected(DaySpan days) const
    {
        storage::PeriodAmount sum;
        for (const auto& [id, payment] : payments)
            if (days.contains(payment.receivedOn) && payment.kind != PaymentKind::Offset
                && payment.kind != PaymentKind::Discount) {
                ++sum.count;
                sum.supply += payment.amount;
            }
        return sum;
    }
    /// As if what was taken back had never been there.
    Date countsOn(const Delivery& delivery) const
    {
        const auto original = deliveries.find(delivery.reversesId);
        return original == deliveries.end() ? delivery.deliveredOn : countsOn(original->second);
    }
    storage::OnTime onTime(DaySpan days) const
    {
        storage::OnTime sum;
        for (const auto& [id, line] : lines) {
            const auto order = orders.find(line.orderId);
            if (order == orders.end() || order->second.state != OrderState::Open || line.quantity <= Quantity{})
                continue;
            const Date due = line.dueOn.isNull() ? order->second.dueOn : line.dueOn;
            if (due.isNull() || !days.contains(due))
                continue;
            Quantity sent;
            for (const auto& [partId, part] : deliveryLines)
                if (part.orderLineId == id && deliveries.contains(part.deliveryId)
                    && countsOn(deliveries.at(part.deliveryId)) <= due)
                    sent += part.quantity;
            const std::int64_t under = customers.at(order->second.customerId).underToleranceBp;
            ++sum.lines;
            // sent ≥ quantity × (1 − tolerance), and anything at all went out
            sum.met += sent > Quantity{}
                    && Int128{sent.tenThousandths} * 10'000 >= Int128{line.quantity.tenThousandths} * (10'000 - under)
                ? 1
                : 0;
        }
        return sum;
    }
    template <class KeyOf> std::map<Uuid, Won> deliveredBy(MonthSpan months, KeyOf keyOf) const
    {
        std::map<Uuid, Won> sums;
        for (const auto& [id, line] : deliveryLines) {
            const auto delivery = deliveries.find(line.deliveryId);
            if (delivery == deliveries.end())
                continue;
            const int month = monthOf(delivery->second.deliveredOn);
            if (month >= months.from && month <= months.to)
                sums[keyOf(delivery->second, line)] += line.supply;
        }
        sums.erase(Uuid{});
        return sums;
    }
    template <class KeyOf>
    std::vector<std::pair<Uuid, std::pair<Won, Won>>> ranked(MonthSpan months, MonthSpan before, KeyOf keyOf) const
    {
        const auto earlier = deliveredBy(before, keyOf);
        std::vector<std::pair<Uuid, std::pair<Won, Won>>> all;
        for (const auto& [id, supply] : deliveredBy(months, keyOf))
            if (supply > Won{})
                all.push_back({id, {supply, earlier.contains(id) ? earlier.at(id) : Won{}}});
        std::ranges::sort(all, [](const auto& a, const auto& b) {
            return a.second.first != b.second.first ? a.second.first > b.second.first : a.first < b.first;
        });
        all.resize(std::min<std::size_t>(all.size(), 5));
        return all;
    }
};

} // namespace dure::test
