// Contradictions, against the plain way of computing them, on random companies.
#include "core/domain/order_status.h"
#include "core/storage/contradiction_store.h"
#include "tests/core/random_company.h"

#include <QtTest>
#include <set>

using namespace dure;
using namespace dure::storage;
using dure::test::RandomCompany;

namespace {

using Found = std::set<std::tuple<ContradictionKind, Uuid, std::int64_t, std::int64_t>>;

Found stored(RandomCompany& company)
{
    Found found;
    for (const Contradiction& each : ContradictionStore(company.space.db()).all())
        found.emplace(each.kind, each.root, each.amount, each.limit);
    return found;
}

void addOrders(const RandomCompany& company, Found& found)
{
    for (const auto& [id, order] : company.orders) {
        if (!company.lines.contains(id))
            continue;
        std::int64_t over = 0, allowed = 0, out = 0;
        bool isOver = false, wentOut = false;
        const std::int64_t bp = company.customerOf(order.customerId).overToleranceBp;
        for (const OrderLine& line : company.lines.at(id)) {
            const std::int64_t ordered = line.quantity.tenThousandths;
            const std::int64_t delivered = company.deliveredOf(line.id).tenThousandths;
            out += delivered;
            wentOut = wentOut || delivered != 0;
            if (delivered * 10'000 > ordered * (10'000 + bp)) {
                isOver = true;
                over += delivered - ordered;
                allowed += ordered * bp / 10'000;
            }
        }
        if (isOver)
            found.emplace(ContradictionKind::OverDelivered, id, over, allowed);
        if (wentOut && order.state == OrderState::Cancelled)
            found.emplace(ContradictionKind::DeliveredThoughCancelled, id, out, 0);
    }
}

void addLimits(const RandomCompany& company, Found& found)
{
    for (const Customer& customer : company.customers) {
        Won balance = customer.openingBalance;
        for (const auto& [id, delivery] : company.deliveries)
            if (delivery.customerId == customer.id && company.deliveryLines.contains(id))
                for (const DeliveryLine& line : company.deliveryLines.at(id))
                    balance = balance + line.supply + line.tax;
        for (const Payment& payment : company.payments)
            if (payment.customerId == customer.id)
                balance = balance - payment.amount;
        if (customer.creditLimit > Won{} && balance > customer.creditLimit)
            found.emplace(ContradictionKind::OverCreditLimit, customer.id, balance.amount, customer.creditLimit.amount);
    }
}

/// Random movements of stock, and what is below nothing then.
void moveStock(RandomCompany& company, Found& found)
{
    std::map<Uuid, std::int64_t> stock;
    for (int i = 0; i < 80; ++i) {
        StockMovement movement;
        movement.productId = company.any(company.products).id;
        movement.movedOn = company.near(40, 0);
        movement.quantity = Quantity::fromInteger(company.space.random.below(100) - 50);
        company.space.receive(movement);
        stock[movement.productId] += movement.quantity.tenThousandths;
    }
    company.space.derived.refresh();
    for (const auto& [product, quantity] : stock)
        if (quantity < 0)
            found.emplace(ContradictionKind::NegativeStock, product, quantity, 0);
}

void shareCodes(RandomCompany& company, Found& found)
{
    for (Customer& customer : company.customers)
        if (company.space.random.chance(40)) {
            customer.code = "C" + std::to_string(company.space.random.below(3));
            customer.businessNo = company.space.random.chance(50) ? "124-81-00998" : "1248100998";
            company.space.receive(customer);
        }
    company.space.derived.refresh();
    std::map<std::pair<ContradictionKind, std::string>, std::set<Uuid>> sharing;
    for (const Customer& customer : company.customers) {
        sharing[{ContradictionKind::SameCustomerCode, customer.code}].insert(customer.id);
        if (!customer.businessNo.empty())
            sharing[{ContradictionKind::SameBusinessNo, "all"}].insert(customer.id);
    }
    for (const auto& [key, rows] : sharing)
        if (rows.size() > 1)
            found.emplace(key.first, *rows.begin(), 0, 0);
}

} // namespace

class ContradictionsTest : public QObject
{
    Q_OBJECT

private slots:
    void the_store_finds_what_plain_arithmetic_finds()
    {
        std::size_t seen = 0;
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            RandomCompany company(seed, 60);
            Found plain;
            addOrders(company, plain);
            moveStock(company, plain);
            shareCodes(company, plain);
            addLimits(company, plain);
            const Found found = stored(company);
            seen += found.size();
            const QString sizes = QStringLiteral("seed %1: %2 and %3");
            QVERIFY2(found == plain, qPrintable(sizes.arg(seed).arg(found.size()).arg(plain.size())));
        }
        QVERIFY(seen > 200);
    }

    void ids_are_unique_and_the_same_after_everything_is_derived_anew()
    {
        RandomCompany company(5);
        std::set<Uuid> ids, again;
        for (const Contradiction& each : ContradictionStore(company.space.db()).all())
            QVERIFY(ids.insert(each.id).second);
        {
            sqlite::Transaction transaction(company.space.db());
            company.space.derived.rebuild();
            transaction.commit();
        }
        for (const Contradiction& each : ContradictionStore(company.space.db()).all())
            again.insert(each.id);
        QVERIFY(!ids.empty());
        QVERIFY(ids == again);
    }

    void what_is_rare_is_found_along_an_index()
    {
        RandomCompany company(1, 10);
        const auto planOf = [&](const char* sql) {
            auto plan = company.space.db().prepareOnce("EXPLAIN QUERY PLAN " + std::string(sql));
            QString text;
            while (plan.step())
                text += QString::fromStdString(std::string(plan.text(3))) + '\n';
            return text;
        };
        QVERIFY(planOf("SELECT order_id FROM order_summary s WHERE s.flags <> 0 ORDER BY s.order_id")
                    .contains("order_summary_flagged"));
        QVERIFY(
            planOf("SELECT product_id FROM product_stock s WHERE s.quantity < 0").contains("product_stock_negative"));
        QVERIFY(planOf("SELECT id FROM customer c WHERE c.credit_limit > 0").contains("customer_limited"));
        QVERIFY(planOf("SELECT 1 FROM stock_movement m WHERE m.product_id = ? AND m.delivery_line_id IS NULL")
                    .contains("stock_movement_counted"));
    }
};

QTEST_APPLESS_MAIN(ContradictionsTest)
#include "contradictions_test.moc"
