#pragma once
#include "tests/core/company_fixture.h"

#include <map>

/// A small company of random rows, kept in memory too, so that what stores answer can be computed the plain way.
namespace dure::test {

struct RandomCompany
{
    SpaceFixture space;
    std::vector<Customer> customers;
    std::vector<Product> products;
    std::map<Uuid, SalesOrder> orders;
    std::map<Uuid, std::vector<OrderLine>> lines; ///< by order
    std::map<Uuid, Delivery> deliveries;
    std::map<Uuid, std::vector<DeliveryLine>> deliveryLines; ///< by delivery
    std::vector<Payment> payments;
    static constexpr Date today{20261123};

    explicit RandomCompany(std::uint64_t seed, int orderCount = 150)
    {
        space.random = SeededRandom(seed);
        sqlite::Transaction transaction(space.db());
        for (int i = 0; i < 12; ++i)
            addCustomer(i);
        for (int i = 0; i < 15; ++i)
            addProduct(i);
        for (int i = 0; i < orderCount; ++i)
            addOrder(i);
        for (int i = 0; i < orderCount; ++i)
            addDelivery(i);
        for (int i = 0; i < 60; ++i)
            addPayment(i);
        change();
        space.derived.refresh();
        transaction.commit();
    }

    template <class T> const T& any(const std::vector<T>& from)
    {
        return from[static_cast<std::size_t>(space.random.below(std::ssize(from)))];
    }
    Date near(int daysBefore, int daysAfter)
    {
        return today.addDays(static_cast<int>(space.random.below(daysBefore + daysAfter + 1)) - daysBefore);
    }

    void addCustomer(int i)
    {
        static const std::vector<std::string> names
            = {"삼성공업", "(주)다온코스메틱", "㈜가온", "늘봄화장품", "청솔식품"};
        Customer each;
        each.code = "C" + std::to_string(i);
        each.name = any(names) + (i > 4 ? std::to_string(i) : "");
        each.overToleranceBp = space.random.chance(50) ? 0 : 300;
        each.underToleranceBp = space.random.chance(50) ? 0 : 500;
        each.openingBalance = {space.random.below(1000)};
        each.creditLimit = {space.random.below(3) * 50'000};
        each.inactive = space.random.chance(20);
        each.staff = space.random.chance(50) ? "김미선" : "";
        each.id = space.receive(each);
        customers.push_back(each);
    }

    void addProduct(int i)
    {
        static const std::vector<std::string> names = {"PET 500ml 투명", "펌프캡 백색", "HDPE 1L 백색", "PP 크림용기"};
        Product each;
        each.code = "P" + std::to_string(100 + i);
        each.name = any(names);
        each.spec = space.random.chance(50) ? "28파이" : "24/410";
        each.id = space.receive(each);
        products.push_back(each);
    }

    void addOrder(int i)
    {
        SalesOrder order;
        order.number = "O261101-A" + std::to_string(100 + i);
        order.customerId = any(customers).id;
        order.orderedOn = near(60, 0);
        if (space.random.chance(85))
            order.dueOn = near(10, 10);
        order.state = static_cast<OrderState>(space.random.chance(80) ? 0 : space.random.below(3));
        order.customerOrderNo = space.random.chance(20) ? "DA-" + std::to_string(i) : "";
        order.id = space.receive(order);
        orders[order.id] = order;
        for (std::int64_t n = space.random.below(5); n >= 0; --n) {
            OrderLine line;
            line.orderId = order.id;
            line.position = n;
            const Product& product = any(products);
            line.productId = space.random.chance(90) ? product.id : Uuid{};
            line.productName = line.productId.isNil() ? "금형비" : product.name;
            line.spec = product.spec;
            line.quantity = Quantity::fromInteger(space.random.below(40));
            line.supply = {space.random.below(10'000)};
            line.tax = {line.supply.amount / 10};
            if (space.random.chance(20))
                line.dueOn = near(10, 10);
            line.id = space.receive(line);
            lines[order.id].push_back(line);
        }
    }

    void addDelivery(int i)
    {
        auto order = orders.begin();
        std::advance(order, space.random.below(std::ssize(orders)));
        Delivery delivery;
        delivery.number = "D261101-A" + std::to_string(100 + i);
        delivery.customerId = order->second.customerId;
        delivery.orderId = order->first;
        delivery.deliveredOn = near(40, 0);
        delivery.id = space.newId();
        for (const OrderLine& ordered : lines[order->first]) {
            if (space.random.chance(30))
                continue;
            DeliveryLine line;
            line.deliveryId = delivery.id;
            line.position = ordered.position;
            line.orderId = order->first;
            line.orderLineId = ordered.id;
            line.productId = ordered.productId;
            line.productName = ordered.productName;
            const std::int64_t whole = ordered.quantity.tenThousandths;
            line.quantity = {space.random.chance(50) ? whole : whole * 97 / 100};
            if (space.random.chance(30))
                line.quantity = Quantity::fromInteger(space.random.below(50) - 5);
            line.supply = {space.random.below(5'000)};
            line.tax = {line.supply.amount / 10};
            line.id = space.receive(line); // a page may bring lines before their head
            deliveryLines[delivery.id].push_back(line);
        }
        space.receive(delivery);
        deliveries[delivery.id] = delivery;
    }

    void addPayment(int i)
    {
        Payment payment;
        payment.number = "R" + std::to_string(i);
        payment.customerId = any(customers).id;
        payment.receivedOn = near(40, 0);
        payment.amount = {space.random.below(20'000)};
        payment.id = space.receive(payment);
        payments.push_back(payment);
    }

    /// Second versions: other customers, states and memos, removed lines, deleted orders, renamed customers.
    void change()
    {
        for (auto& [id, order] : orders)
            if (space.random.chance(10)) {
                order.customerId = any(customers).id;
                space.receive(order);
            }
        for (auto& [id, order] : orders)
            if (space.random.chance(25)) {
                order.state = static_cast<OrderState>(space.random.below(3));
                order.memo = "전화 받음";
                space.receive(order);
            }
        for (auto& [id, ofOrder] : lines)
            if (ofOrder.size() > 1 && space.random.chance(10)) {
                space.receive(ofOrder.back(), true);
                ofOrder.pop_back();
            }
        for (auto it = orders.begin(); it != orders.end();)
            if (space.random.chance(5)) {
                space.receive(it->second, true);
                it = orders.erase(it);
            } else {
                ++it;
            }
        customers[3].name = "이름바꾼곳";
        customers[3].underToleranceBp = 1'000;
        space.receive(customers[3]);
    }

    const Customer& customerOf(const Uuid& id) const { return *std::ranges::find(customers, id, &Customer::id); }
    Quantity deliveredOf(const Uuid& orderLine) const
    {
        Quantity sum;
        for (const auto& [id, ofDelivery] : deliveryLines)
            for (const DeliveryLine& line : ofDelivery)
                if (line.orderLineId == orderLine)
                    sum += line.quantity;
        return sum;
    }
};

} // namespace dure::test
