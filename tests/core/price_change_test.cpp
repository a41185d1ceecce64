// Many prices changed by one rule: the arithmetic, what it starts from, and what is written.
#include "core/commands/price_change.h"
#include "core/storage/customer_pricing.h"
#include "core/storage/price_change_store.h"
#include "tests/core/commands_fixture.h"

#include <QtTest>
#include <map>
#include <random>

using namespace dure;
using namespace dure::commands;
using namespace dure::storage;
using dure::test::CommandsFixture;

namespace {

using Rows = std::map<Uuid, std::vector<Value>>;

constexpr Date newYear{20270101};

UnitPrice priceOf(const char* text) { return {parseNumber(text, 4, maxTenThousandths).scaled}; }
UnitPrice won(std::int64_t amount) { return UnitPrice::fromInteger(amount); }

PriceChange percent(std::int64_t hundredths, std::int64_t step = 1, RoundingMode mode = RoundingMode::HalfUp)
{
    return {PriceChangeKind::Percent, hundredths, step, mode};
}

struct Book : CommandsFixture
{
    CustomerPrice agree(
        const Customer& customer, const Product& product, Date from, std::int64_t quantity, UnitPrice to)
    {
        CustomerPrice price;
        price.customerId = customer.id;
        price.productId = product.id;
        price.validFrom = from;
        price.minQuantity = Quantity::fromInteger(quantity);
        price.unitPrice = to;
        price.id = commands.setCustomerPrice(price)->id;
        return price;
    }

    std::vector<PriceBase> bases(Date from = newYear)
    {
        PriceScope scope;
        scope.from = from;
        scope.paidSince = today.addMonths(-12);
        return PriceChangeStore(db()).bases(scope);
    }

    static PricePlan planOf(const std::vector<PriceBase>& bases, const std::vector<PricePreview>& previews, Date from)
    {
        PricePlan plan{from, {}, {}};
        for (std::size_t i = 0; i < bases.size(); ++i)
            if (previews[i].outcome == PriceOutcome::Changes)
                plan.prices.push_back({bases[i].product, bases[i].customer, bases[i].minQuantity, bases[i].source,
                    bases[i].price, bases[i].agreedThen, previews[i].price});
        return plan;
    }

    /// By a rule, with every row as computed.
    Result change(const PriceChange& rule, Date from = newYear)
    {
        const auto all = bases(from);
        const std::vector<PriceEdit> untouched(all.size());
        return changePrices(commands, planOf(all, previewPrices(all, untouched, {rule, {}, from, today}), from));
    }

    UnitPrice offered(const Customer& customer, const Product& product, std::int64_t quantity, Date day)
    {
        const UnitPrice listPrice = findEntity<Product>(db(), product.id)->listPrice;
        return readCustomerPricing(db(), customer.id)
            .offer(product.id, listPrice, Quantity::fromInteger(quantity), day)
            .unitPrice;
    }

    Rows live(TableId table)
    {
        Rows rows;
        auto ids = db().prepareOnce("SELECT id FROM " + std::string(tableOf(table).name) + " WHERE deleted = 0");
        while (ids.step()) {
            const Uuid id = uuidAt(ids, 0);
            rows[id] = RowStore(db()).find(tableOf(table), id)->row.values;
        }
        return rows;
    }
};

/// By hand and in another way than the program: digits of a whole number, and the remainder looked at.
std::int64_t plainly(std::int64_t old, std::int64_t hundredths, std::int64_t step, RoundingMode mode)
{
    const std::int64_t exact = old * (10'000 + hundredths); // small figures: it fits
    const std::int64_t unit = 10'000 * step;
    std::int64_t steps = exact / unit;
    const std::int64_t rest = exact - steps * unit;
    if (mode == RoundingMode::Up && rest > 0)
        ++steps;
    if (mode == RoundingMode::HalfUp && rest >= unit - rest)
        ++steps;
    return steps * step;
}

} // namespace

class PriceChangeTest : public QObject
{
    Q_OBJECT

private slots:
    void a_percentage_is_exact_and_rounded_as_chosen()
    {
        using enum RoundingMode;
        QCOMPARE(changedPrice(priceOf("12.5"), percent(500)).price, priceOf("13.125"));
        QCOMPARE(changedPrice(priceOf("12.5"), percent(500, 100)).price, priceOf("13.13"));
        QCOMPARE(changedPrice(priceOf("12.5"), percent(500, 100, Down)).price, priceOf("13.12"));
        QCOMPARE(changedPrice(priceOf("98"), percent(300, 10'000, Up)).price, won(101));
        QCOMPARE(changedPrice(priceOf("98"), percent(300, 10'000, Down)).price, won(100));
        QCOMPARE(changedPrice(priceOf("1234"), percent(-500, 100'000)).price, won(1'170));
        QCOMPARE(changedPrice(priceOf("1234"), percent(-500, 1'000'000, Up)).price, won(1'200));
        QCOMPARE(changedPrice(priceOf("0.0001"), percent(333)).price, priceOf("0.0001"));
        QCOMPARE(changedPrice(priceOf("99999999.9999"), percent(1'234)).price, priceOf("112339999.9999"));
    }

    void won_and_new_prices_do_what_they_say()
    {
        const auto by = [](std::int64_t tenThousandths, std::int64_t step = 1) {
            return PriceChange{PriceChangeKind::Won, tenThousandths, step};
        };
        QCOMPARE(changedPrice(priceOf("12.5"), by(25'000)).price, won(15));
        QCOMPARE(changedPrice(priceOf("12.5"), by(-15'000)).price, won(11));
        QCOMPARE(changedPrice(priceOf("12.5"), by(10'000, 10'000)).price, won(14));
        const PriceChange to{PriceChangeKind::NewPrice, 126'000, 10'000};
        QCOMPARE(changedPrice(priceOf("12.5"), to).price, priceOf("12.6")); // as typed
        QCOMPARE(changedPrice({}, to).price, priceOf("12.6"));
    }

    void what_is_no_price_any_more_says_so()
    {
        QCOMPARE(changedPrice(won(5), {PriceChangeKind::Won, -50'000}).fault, PriceFault::NotPositive);
        QCOMPARE(changedPrice(won(5), {PriceChangeKind::Won, -70'000}).fault, PriceFault::NotPositive);
        QCOMPARE(changedPrice(won(4), percent(500, 100'000)).fault, PriceFault::NotPositive); // rounded to nothing
        QCOMPARE(changedPrice(won(4), percent(-20'000)).fault, PriceFault::NotPositive);
        QCOMPARE(changedPrice(won(999'999'999), percent(500)).fault, PriceFault::TooLarge);
        QCOMPARE(changedPrice(won(1), percent(9'223'372'036'854'775'807 - 10'000)).fault, PriceFault::TooLarge);
        QCOMPARE(changedPrice({}, percent(500)).fault, PriceFault::NoPrice);
        QCOMPARE(changedPrice({}, {PriceChangeKind::Won, 50'000}).fault, PriceFault::NoPrice);
    }

    void what_holds_on_the_eve_is_what_is_replaced()
    {
        const auto at = [](int from, int quantity, int price) {
            return AgreedPrice{Date{from}, Quantity::fromInteger(quantity), won(price)};
        };
        const std::vector<AgreedPrice> prices{at(20250101, 0, 90), at(20250101, 5'000, 80), at(20260101, 0, 100),
            at(20260101, 1'000, 95), at(20270101, 0, 105), at(20270301, 0, 110)};
        const auto replaced = pricesReplaced(prices, newYear);
        QCOMPARE(replaced.size(), std::size_t{2}); // that for 5,000 gave way to the newer one for 1,000
        QCOMPARE(replaced[0].unitPrice, won(100));
        QCOMPARE(replaced[1].unitPrice, won(95));
        QVERIFY(pricesReplaced(prices, Date{20250101}).size() == 2); // nothing before: what is agreed from that day
        QVERIFY(pricesReplaced(prices, Date{20241231}).empty());
    }

    void of_random_companies_the_preview_is_what_is_plainly_computed_and_what_orders_then_get()
    {
        for (unsigned seed = 1; seed <= 12; ++seed) {
            std::mt19937 random(seed);
            const auto pick = [&](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
            Book f;
            std::vector<Customer> customers;
            std::vector<Product> products;
            for (int i = 0; i < 5; ++i)
                customers.push_back(f.makeCustomer("거래처 " + std::to_string(i)));
            for (int i = 0; i < 8; ++i) {
                Product product = f.makeProduct("용기 " + std::to_string(i), pick(1, 2'000));
                products.push_back(product);
                for (const Customer& customer : customers) {
                    for (int count = pick(0, 3); count > 0; --count)
                        f.agree(customer, product, Date::fromYmd(pick(2025, 2027), unsigned(pick(1, 12)), 1),
                            pick(0, 2) * 1'000, UnitPrice{pick(1, 3'000'000)});
                }
            }
            const std::int64_t steps[]{1, 100, 1'000, 10'000};
            const std::int64_t step = steps[pick(0, 3)];
            const auto mode = static_cast<RoundingMode>(pick(0, 2));
            const std::int64_t hundredths = pick(-3'000, 6'000);
            const Rows pricesBefore = f.live(TableId::CustomerPrice);
            const Rows productsBefore = f.live(TableId::Product);

            const auto bases = f.bases();
            const std::vector<PriceEdit> untouched(bases.size());
            const auto previews
                = previewPrices(bases, untouched, {percent(hundredths, step, mode), {}, newYear, f.today});
            std::map<std::tuple<Uuid, Uuid, Quantity>, UnitPrice> expected;
            for (std::size_t i = 0; i < bases.size(); ++i) {
                if (bases[i].customer.isNil()) {
                    QCOMPARE(previews[i].outcome, PriceOutcome::NotYet);
                    continue;
                }
                const std::int64_t plain = plainly(bases[i].price.tenThousandths, hundredths, step, mode);
                if (plain == 0) {
                    QCOMPARE(previews[i].outcome, PriceOutcome::NotPositive);
                    continue;
                }
                QCOMPARE(previews[i].price.tenThousandths, plain);
                expected[{bases[i].customer, bases[i].product, bases[i].minQuantity}] = previews[i].price;
            }
            const std::vector<std::int64_t> quantities{1, 999, 1'000, 1'999, 2'000, 50'000};
            std::map<std::tuple<Uuid, Uuid, std::int64_t>, UnitPrice> eve;
            for (const Customer& customer : customers)
                for (const Product& product : products)
                    for (const std::int64_t quantity : quantities)
                        eve[{customer.id, product.id, quantity}]
                            = f.offered(customer, product, quantity, newYear.addDays(-1));
            const auto done = changePrices(f.commands, Book::planOf(bases, previews, newYear));
            QVERIFY(done.has_value());
            for (const Customer& customer : customers)
                for (const Product& product : products)
                    for (const std::int64_t quantity : quantities)
                        QCOMPARE(f.offered(customer, product, quantity, newYear.addDays(-1)),
                            (eve[{customer.id, product.id, quantity}])); // the old stays until then
            for (const auto& [what, price] : expected) {
                const auto& [customer, product, quantity] = what;
                const auto agreed = readCustomerPricing(f.db(), customer).agreedOf(product, quantity, newYear);
                QVERIFY(agreed.has_value());
                QCOMPARE(agreed->unitPrice, price);
            }
            QCOMPARE(f.whatIsWrong(), std::string());
            QVERIFY(f.commands.undo(f.today).has_value());
            QCOMPARE(f.live(TableId::CustomerPrice), pricesBefore);
            QCOMPARE(f.live(TableId::Product), productsBefore);
            QCOMPARE(f.whatIsWrong(), std::string());
        }
    }

    void an_order_of_the_day_before_has_the_old_price_and_one_of_the_day_the_new()
    {
        Book f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct();
        f.agree(customer, product, f.today.addMonths(-6), 0, won(95));
        QVERIFY(f.change(percent(500, 10'000)).has_value());
        QCOMPARE(f.offered(customer, product, 100, newYear.addDays(-1)), won(95));
        QCOMPARE(f.offered(customer, product, 100, newYear), won(100)); // 99.75
    }

    void what_was_paid_without_an_agreement_becomes_one()
    {
        Book f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct("캡", 98);
        QVERIFY(f.commands.saveOrder(f.orderInput(customer, {f.line(product, 1'000, 90)})).has_value());
        const auto bases = f.bases();
        QCOMPARE(bases.size(), std::size_t{2});
        QCOMPARE(bases[1].source, PriceSource::Last);
        QVERIFY(f.change(percent(1'000)).has_value());
        QCOMPARE(f.offered(customer, product, 10, f.today.addDays(1)), won(90));
        QCOMPARE(f.offered(customer, product, 10, newYear), won(99));
        QVERIFY(f.change(percent(500)).has_value()); // of what was paid, not on top of what is agreed from that day
        QCOMPARE(f.offered(customer, product, 10, newYear), priceOf("94.5"));
        QCOMPARE(f.bases(newYear.addDays(1))[1].source, PriceSource::Agreed);
    }

    void a_list_price_changes_at_once_and_is_left_for_a_later_day()
    {
        Book f;
        const Product product = f.makeProduct("캡", 98);
        QVERIFY(f.change(percent(1'000)).has_value());
        QCOMPARE(findEntity<Product>(f.db(), product.id)->listPrice, won(98));
        QVERIFY(f.change(percent(1'000), f.today).has_value());
        QCOMPARE(findEntity<Product>(f.db(), product.id)->listPrice, priceOf("107.8"));
    }

    void the_same_change_again_changes_nothing()
    {
        Book f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct();
        f.agree(customer, product, f.today, 0, won(100));
        QVERIFY(f.change(percent(500)).has_value());
        const Rows once = f.live(TableId::CustomerPrice);
        QVERIFY(f.change(percent(500)).has_value());
        QCOMPARE(f.live(TableId::CustomerPrice), once);
        QVERIFY(f.change(percent(300)).has_value()); // of what held before, not on top
        QCOMPARE(f.offered(customer, product, 1, newYear), won(103));
    }

    void a_step_that_is_left_out_keeps_its_price()
    {
        Book f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct();
        f.agree(customer, product, f.today, 0, won(100));
        f.agree(customer, product, f.today, 1'000, won(90));
        const PricePlan plan{
            newYear, "수지값 인상", {{product.id, customer.id, {}, PriceSource::Agreed, won(100), {}, won(105)}}};
        QVERIFY(changePrices(f.commands, plan).has_value());
        QCOMPARE(f.offered(customer, product, 1, newYear), won(105));
        QCOMPARE(f.offered(customer, product, 1'000, newYear), won(90));
        QVERIFY(f.commands.undo(f.today).has_value());
        QCOMPARE(f.live(TableId::CustomerPrice).size(), std::size_t{2});
    }

    void a_customer_may_be_an_exception_and_a_row_may_be_typed_or_left_out()
    {
        Book f;
        const Customer one = f.makeCustomer("가온상사");
        const Customer two = f.makeCustomer("나래화장품");
        const Product product = f.makeProduct("캡", 200);
        for (const Customer& each : {one, two})
            f.agree(each, product, f.today, 0, won(100));
        const auto bases = f.bases();
        std::vector<PriceEdit> edits(bases.size());
        PriceWish wish{percent(500), {{one.id, 300}}, newYear, f.today};
        const auto of = [&](std::size_t row) { return previewPrices(bases, edits, wish)[row]; };
        QCOMPARE(of(1).price, won(103));
        QCOMPARE(of(2).price, won(105));
        edits[2].typed = won(107);
        QCOMPARE(of(2).price, won(107));
        edits[2].leftOut = true;
        QCOMPARE(of(2).outcome, PriceOutcome::LeftOut);
        edits[1].isUnreadable = true;
        QVERIFY(stopsSaving(of(1).outcome));
    }

    void what_changes_by_nothing_is_not_rounded_either()
    {
        for (const std::int64_t step : {100, 10'000, 100'000}) {
            QCOMPARE(changedPrice(priceOf("12.5"), percent(0, step)).price, priceOf("12.5"));
            QCOMPARE(changedPrice(priceOf("12.5"), {PriceChangeKind::Won, 0, step}).price, priceOf("12.5"));
        }
        QCOMPARE(changedPrice(priceOf("12.5"), percent(1, 10'000)).price, won(13));
    }

    void a_step_that_is_left_out_keeps_what_holds_on_the_day_itself()
    {
        Book f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct("캡", 100);
        f.agree(customer, product, f.today, 0, won(100));
        f.agree(customer, product, f.today, 1'000, won(90));
        f.agree(customer, product, newYear, 500, won(85)); // 1,000 cost 85 from then on
        const auto bases = f.bases();
        std::vector<PriceEdit> edits(bases.size());
        for (std::size_t i = 0; i < bases.size(); ++i)
            edits[i].leftOut = bases[i].source == PriceSource::Agreed && bases[i].minQuantity > Quantity{};
        const auto previews = previewPrices(bases, edits, {percent(1'000), {}, newYear, f.today});
        QVERIFY(changePrices(f.commands, Book::planOf(bases, previews, newYear)).has_value());
        QCOMPARE(f.offered(customer, product, 1, newYear), won(110));
        QCOMPARE(f.offered(customer, product, 1'000, newYear), won(85));
    }

    void what_is_paid_below_the_least_agreed_quantity_rises_too()
    {
        Book f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct("캡", 150);
        QVERIFY(f.commands.saveOrder(f.orderInput(customer, {f.line(product, 100, 120)})).has_value());
        f.agree(customer, product, f.today, 1'000, won(90));
        QVERIFY(f.change(percent(1'000)).has_value());
        QCOMPARE(f.offered(customer, product, 100, newYear), won(132));
        QCOMPARE(f.offered(customer, product, 1'000, newYear), won(99));
        QCOMPARE(f.offered(customer, product, 100, newYear.addDays(-1)), won(120));
    }

    void what_is_worth_a_look_is_told()
    {
        Book f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct("캡", 100);
        f.agree(customer, product, f.today, 0, won(98));
        f.agree(customer, product, f.today, 1'000, won(97));
        f.agree(customer, product, newYear, 0, won(99));
        f.agree(customer, product, Date{20270301}, 0, won(120));
        const auto bases = f.bases();
        std::vector<PriceEdit> edits(bases.size());
        const PriceWish wish{percent(500), {}, newYear, f.today};
        auto previews = previewPrices(bases, edits, wish);
        // 102.9 is not above a list price that will be 105 by then
        QCOMPARE(int(previews[1].warnings), LaterPriceExists | ReplacesThatDays);
        QCOMPARE(bases[1].laterOn, (Date{20270301}));
        edits[2].typed = won(190);
        previews = previewPrices(bases, edits, wish);
        // for 1,000 too the 99 of that day would be paid
        QCOMPARE(int(previews[2].warnings),
            LaterPriceExists | ReplacesThatDays | AboveListPrice | MoreForMore | MoreThanHalf);
        QVERIFY(f.change(percent(500)).has_value());
        QCOMPARE(f.offered(customer, product, 1, Date{20270228}), priceOf("102.9"));
        QCOMPARE(f.offered(customer, product, 1, Date{20270301}), won(120)); // the later one stays
    }

    void what_somebody_changed_meanwhile_is_not_overwritten_and_nothing_is_written()
    {
        Book f;
        const Customer customer = f.makeCustomer();
        const Product one = f.makeProduct("용기", 100);
        const Product two = f.makeProduct("캡", 50);
        f.agree(customer, one, f.today, 0, won(98));
        f.agree(customer, two, f.today, 0, won(48));
        const auto bases = f.bases();
        const std::vector<PriceEdit> untouched(bases.size());
        const PricePlan plan
            = Book::planOf(bases, previewPrices(bases, untouched, {percent(500), {}, newYear, f.today}), newYear);
        for (const auto& [from, price] : {std::pair(f.today, won(47)), std::pair(newYear, won(60))}) {
            f.agree(customer, two, from, 0, price);
            const Rows before = f.live(TableId::CustomerPrice);
            const auto done = changePrices(f.commands, plan);
            QVERIFY(!done.has_value());
            QCOMPARE(done.error().refusal, Refusal::NotAsSeen);
            QCOMPARE(plan.prices[std::size_t(done.error().problems.at(0).line)].product, two.id);
            QCOMPARE(f.live(TableId::CustomerPrice), before);
            f.agree(customer, two, f.today, 0, won(48)); // then it is as seen, but for the day itself
        }
    }

    void stopped_in_its_middle_it_writes_nothing()
    {
        Book f;
        const Customer customer = f.makeCustomer();
        for (int i = 0; i < 120; ++i)
            f.agree(customer, f.makeProduct("용기 " + std::to_string(i)), f.today, 0, won(100 + i));
        const Rows before = f.live(TableId::CustomerPrice);
        const auto bases = f.bases();
        const std::vector<PriceEdit> untouched(bases.size());
        const PricePlan plan
            = Book::planOf(bases, previewPrices(bases, untouched, {percent(500), {}, newYear, f.today}), newYear);
        const auto done = changePrices(f.commands, plan, [](std::size_t at) { return at < 100; });
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().refusal, Refusal::Stopped);
        QCOMPARE(f.live(TableId::CustomerPrice), before);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_customer_that_no_longer_buys_is_left_alone_unless_chosen()
    {
        Book f;
        Customer customer = f.makeCustomer();
        const Product product = f.makeProduct();
        f.agree(customer, product, f.today, 0, won(100));
        CustomerInput input{customer, {}, {}};
        input.customer.inactive = true;
        QVERIFY(f.commands.saveCustomer(input).has_value());
        QCOMPARE(f.bases().size(), std::size_t{1});
        PriceScope scope{{product.id}, {}, customer.id, false, true, true, newYear, f.today};
        QCOMPARE(PriceChangeStore(f.db()).bases(scope).size(), std::size_t{1});
    }

    void five_thousand_products_are_previewed_and_written_whole()
    {
        Book f;
        std::vector<Product> products;
        const Customer customers[]{f.makeCustomer("가"), f.makeCustomer("나"), f.makeCustomer("다")};
        QVERIFY(f.commands
                    .batch("seed",
                        [&]() -> std::expected<void, CommandError> {
                            for (int i = 0; i < 5'000; ++i) {
                                const Product product = f.makeProduct("용기 " + std::to_string(i), 100 + i);
                                for (const Customer& each : customers)
                                    f.agree(each, product, f.today, 0, won(90 + i));
                            }
                            return {};
                        })
                    .has_value());
        QElapsedTimer timer;
        timer.start();
        const auto bases = f.bases();
        const qint64 readMs = timer.restart();
        QCOMPARE(bases.size(), std::size_t{20'000});
        const std::vector<PriceEdit> untouched(bases.size());
        const auto previews = previewPrices(bases, untouched, {percent(500), {}, newYear, f.today});
        const qint64 computedMs = timer.restart();
        QVERIFY(changePrices(f.commands, Book::planOf(bases, previews, newYear)).has_value());
        const qint64 writtenMs = timer.restart();
        QCOMPARE(f.live(TableId::CustomerPrice).size(), std::size_t{30'000});
        for (const Mutation& each : f.sent())
            QVERIFY(each.changes.size() <= maxChangesPerMutation);
        timer.restart();
        QVERIFY(f.commands.undo(f.today).has_value());
        const qint64 undoneMs = timer.elapsed();
        QCOMPARE(f.live(TableId::CustomerPrice).size(), std::size_t{15'000});
        qInfo(
            "read %lld ms, computed %lld ms, written %lld ms, undone %lld ms", readMs, computedMs, writtenMs, undoneMs);
        QVERIFY2(computedMs < 500, "typing a percentage waits for it");
    }
};

QTEST_APPLESS_MAIN(PriceChangeTest)
#include "price_change_test.moc"
