#pragma once
// A company in a folder of its own, with a clock that stands still on Monday 2026-11-23, 09:41 in Seoul.
#include "app/data/company_data.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <random>

namespace dure::app {

class StoppedClock : public Clock
{
public:
    std::int64_t nowMs() const override { return m_now; }
    void setNow(std::int64_t ms) { m_now = ms; }

private:
    std::atomic<std::int64_t> m_now = 1'795'394'460'000;
};

class SeededRandom : public RandomSource
{
public:
    std::uint64_t next64() override { return m_engine(); }

private:
    std::mt19937_64 m_engine{1};
};

struct SmallCompany
{
    QTemporaryDir folder;
    StoppedClock clock;
    SeededRandom random;
    std::unique_ptr<CompanyData> data;

    SmallCompany() { data = openAgain().value(); }
    std::expected<std::unique_ptr<CompanyData>, OpenFailure> openAgain()
    {
        return CompanyData::open({folder.path(), {Uuid{}, "김미선"}, &clock, &random});
    }

    /// Runs a command and waits for it, as no screen would.
    template <class Job> auto run(Job job)
    {
        using Result = std::invoke_result_t<Job&, commands::Commands&>;
        std::optional<Result> result;
        QEventLoop loop;
        data->run(data.get(), std::move(job), [&](Result&& done) {
            result = std::move(done);
            loop.quit();
        });
        QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
        loop.exec();
        if (!result)
            qFatal("the command did not end");
        return std::move(*result);
    }
    template <class Job> auto read(Job job)
    {
        using Result = std::invoke_result_t<Job&, Reader&>;
        std::optional<Result> result;
        QEventLoop loop;
        data->read(data.get(), {}, std::move(job), [&](Result&& done) {
            result = std::move(done);
            loop.quit();
        });
        QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
        loop.exec();
        if (!result)
            qFatal("the read did not end");
        return std::move(*result);
    }

    Uuid customer(const std::string& name, const std::string& code = {})
    {
        commands::CustomerInput input;
        input.customer.name = name;
        input.customer.code = code;
        return run([input](commands::Commands& c) { return c.saveCustomer(input); }).value().id;
    }
    Uuid product(const std::string& name, const std::string& code, std::int64_t priceWon)
    {
        Product product;
        product.name = name;
        product.code = code;
        product.unit = "개";
        product.listPrice = UnitPrice::fromInteger(priceWon);
        return run([product](commands::Commands& c) { return c.saveProduct(product); }).value().id;
    }
    Uuid order(const Uuid& customer, const Uuid& product, const std::string& productName, std::int64_t quantity,
        Date due, Date ordered = Date::fromYmd(2026, 11, 10))
    {
        commands::OrderInput input;
        input.order.customerId = customer;
        input.order.orderedOn = ordered;
        input.order.dueOn = due;
        OrderLine line;
        line.productId = product;
        line.productName = productName;
        line.quantity = Quantity::fromInteger(quantity);
        line.unitPrice = UnitPrice::fromInteger(100);
        input.lines.push_back(line);
        return run([input](commands::Commands& c) { return c.saveOrder(input); }).value().id;
    }
    /// All of what is ordered, or `quantity` of the first line.
    Uuid deliver(const Uuid& order, std::int64_t quantity)
    {
        const auto detail = read([order](Reader& r) { return r.orders().detail(order, Date::fromYmd(2026, 11, 23)); });
        commands::DeliveryInput input;
        input.orderId = order;
        input.deliveredOn = Date::fromYmd(2026, 11, 23);
        commands::DeliveryLineInput line;
        line.orderLineId = detail->lines.front().line.id;
        line.quantity = Quantity::fromInteger(quantity);
        input.lines.push_back(line);
        return run([input](commands::Commands& c) { return c.recordDelivery(input); }).value().id;
    }
};

} // namespace dure::app
