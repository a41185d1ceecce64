#include "bench_company.h"
#include "core/domain/entities.h"
#include "measure.h"
#include "tests/support/server_process.h"

#include <sstream>

namespace dure::bench {

using namespace testing;

namespace {

constexpr int lines = 1'000'000;
constexpr int openOrders = 8'000; ///< the latest; all others went out
constexpr int paymentsOfEach = 24;
constexpr int longLedger = 10'000; ///< entries of the first customer
constexpr int stockMovements = 100'000;
constexpr Date today = Date::fromYmd(2026, 11, 23);

/// What follows from an order book: what went out, what came in, what was made.
class DeskRows
{
public:
    DeskRows(PlainInserts& plain, const OrderBook& book)
        : m_plain(plain)
    {
        for (const TableRow& row : book.masters())
            (row.table == TableId::Customer ? m_customers : m_products).push_back(row.row);
    }

    /// All of an order, three days before it is due.
    void deliver(const std::vector<TableRow>& order)
    {
        using O = col::SalesOrder;
        using L = col::OrderLine;
        const Row& head = order.front().row;
        const Date due{static_cast<std::int32_t>(integerOf(head.values[O::dueOn]))};
        const Uuid delivery = addDelivery(idOf(head.values[O::customerId]), head.id, due.addDays(-3));
        for (std::size_t i = 1; i < order.size(); ++i) {
            const auto& from = order[i].row.values;
            Row line = blank(TableId::DeliveryLine);
            using D = col::DeliveryLine;
            auto& to = line.values;
            to[D::deliveryId] = delivery;
            to[D::position] = from[L::position];
            to[D::orderId] = head.id;
            to[D::orderLineId] = order[i].row.id;
            for (const auto& [at, source] :
                {std::pair<int, int>{D::productId, L::productId}, {D::productName, L::productName}, {D::spec, L::spec},
                    {D::unit, L::unit}, {D::quantity, L::quantity}, {D::unitPrice, L::unitPrice},
                    {D::supply, L::supply}, {D::tax, L::tax}})
                to[static_cast<std::size_t>(at)] = from[static_cast<std::size_t>(source)];
            m_plain.insert({TableId::DeliveryLine, line});
        }
    }

    void payMonthly()
    {
        for (const Row& customer : m_customers)
            for (int month = 0; month < paymentsOfEach; ++month)
                addPayment(customer.id, today.addMonths(-month).addDays(-3), 1'000'000 + 1'000 * month);
    }

    /// A customer who comes every day, without orders.
    void fillLedger()
    {
        const Row& product = m_products.front();
        for (int i = 0; i < longLedger / 2; ++i) {
            const Date on = today.addDays(-(i * 700 / (longLedger / 2)));
            const Uuid delivery = addDelivery(m_customers.front().id, {}, on);
            using D = col::DeliveryLine;
            Row line = blank(TableId::DeliveryLine);
            line.values[D::deliveryId] = delivery;
            line.values[D::position] = std::int64_t{1};
            line.values[D::productId] = product.id;
            line.values[D::productName] = product.values[col::Product::name];
            line.values[D::quantity] = std::int64_t{1'000} * 10'000;
            line.values[D::unitPrice] = std::int64_t{100} * 10'000;
            line.values[D::supply] = std::int64_t{100'000};
            line.values[D::tax] = std::int64_t{10'000};
            m_plain.insert({TableId::DeliveryLine, line});
            addPayment(m_customers.front().id, on, 110'000);
        }
    }

    void produce()
    {
        using M = col::StockMovement;
        for (int i = 0; i < stockMovements; ++i) {
            Row made = blank(TableId::StockMovement);
            made.values[M::productId] = m_products[static_cast<std::size_t>(i) % m_products.size()].id;
            made.values[M::movedOn] = std::int64_t{today.addDays(-i % 700).yyyymmdd};
            made.values[M::kind] = static_cast<std::int64_t>(StockMovementKind::Production);
            made.values[M::quantity] = std::int64_t{90'000} * 10'000;
            m_plain.insert({TableId::StockMovement, made});
        }
    }

private:
    Row blank(TableId table)
    {
        Row row{makeUuidV7(++m_nowMs, m_random), {}, {}};
        row.values.resize(tableOf(table).columns.size());
        return row;
    }
    Uuid addDelivery(const Uuid& customer, const Uuid& order, Date on)
    {
        using D = col::Delivery;
        Row row = blank(TableId::Delivery);
        row.values[D::number] = numberOf('D', on);
        row.values[D::customerId] = customer;
        if (!order.isNil())
            row.values[D::orderId] = order;
        row.values[D::deliveredOn] = std::int64_t{on.yyyymmdd};
        row.values[D::postedOn] = std::int64_t{on.yyyymmdd};
        m_plain.insert({TableId::Delivery, row});
        return row.id;
    }
    void addPayment(const Uuid& customer, Date on, std::int64_t won)
    {
        using P = col::Payment;
        Row row = blank(TableId::Payment);
        row.values[P::number] = numberOf('R', on);
        row.values[P::customerId] = customer;
        row.values[P::receivedOn] = std::int64_t{on.yyyymmdd};
        row.values[P::postedOn] = std::int64_t{on.yyyymmdd};
        row.values[P::kind] = static_cast<std::int64_t>(PaymentKind::Transfer);
        row.values[P::amount] = won;
        m_plain.insert({TableId::Payment, row});
    }
    std::string numberOf(char kind, Date on)
    {
        return kind + std::to_string(on.yyyymmdd % 1'000'000) + "-A" + std::to_string(++m_number % 100'000);
    }

    PlainInserts& m_plain;
    SeededRandom m_random{17};
    std::int64_t m_nowMs = 1'760'000'000'000;
    int m_number = 0;
    std::vector<Row> m_customers, m_products;
};

bool makeDesk(const std::string& folder)
{
    return makeLocalCompany(folder, [](PlainInserts& plain) {
        OrderBook book({.customers = 3000, .products = 1000, .lines = lines}, today);
        DeskRows desk(plain, book);
        for (const TableRow& row : book.masters())
            plain.insert(row);
        for (int i = 0; i < book.orderCount(); ++i) {
            const std::vector<TableRow> order = book.order(i);
            for (const TableRow& row : order)
                plain.insert(row);
            if (i < book.orderCount() - openOrders)
                desk.deliver(order);
        }
        desk.payMonthly();
        desk.fillLedger();
        desk.produce();
    });
}

} // namespace

std::vector<Figure> benchDesk(const std::string& folder, const std::string& program)
{
    const std::string data = folder + "/desk";
    const std::int64_t start = nowUs();
    if (!makeDesk(data))
        return {{"a company of 1,000,000 order lines", "could not be made", "", false}};
    std::printf("made 1,000,000 order lines, delivered and paid, in %lld s\n",
        static_cast<long long>((nowUs() - start) / 1'000'000));
    // lines of: microseconds, goal in milliseconds, what
    std::istringstream printed(outputOf({program, "--desk", "--data", data, "--spawned-at", std::to_string(nowUs())}));
    std::vector<Figure> figures;
    std::int64_t us = 0, goalMs = 0;
    std::string what;
    while (printed >> us >> goalMs && std::getline(printed >> std::ws, what))
        figures.push_back({what, std::to_string(us / 1000) + "." + std::to_string(us % 1000 / 100) + " ms",
            "≤ " + std::to_string(goalMs) + " ms", us <= goalMs * 1000});
    if (figures.empty())
        return {{"the desk", "the measuring client did not report", "", false}};
    return figures;
}

} // namespace dure::bench
