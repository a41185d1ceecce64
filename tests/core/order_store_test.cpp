#include "core/storage/order_store.h"

#include "core/domain/text_query.h"
#include "tests/core/random_company.h"

#include <QtTest>
#include <algorithm>

using namespace dure;
using namespace dure::storage;
using dure::test::RandomCompany;

namespace {

/// An order computed from its rows by the domain's own functions.
struct PlainOrder
{
    OrderListRow row;
    bool open = false;
    std::string sortName;
    std::vector<std::string> texts;
};

std::string sortName(std::string name)
{
    for (const std::string& mark : {std::string("(주)"), std::string("㈜")})
        if (const auto at = name.find(mark); at != std::string::npos)
            name.erase(at, mark.size());
    return name;
}

PlainOrder plainOrder(const RandomCompany& company, const SalesOrder& order)
{
    PlainOrder plain;
    OrderListRow& row = plain.row;
    const Customer& customer = company.customerOf(order.customerId);
    const Tolerance tolerance{customer.overToleranceBp, customer.underToleranceBp};
    std::vector<OrderLine> lines = company.lines.at(order.id);
    std::ranges::sort(lines, {}, &OrderLine::position);
    row.id = order.id;
    row.number = order.number;
    row.orderedOn = order.orderedOn;
    row.customerName = customer.name;
    row.firstProduct = lines.front().productName + " " + lines.front().spec;
    row.moreLines = std::ssize(lines) - 1;
    plain.sortName = sortName(customer.name);
    plain.texts = {order.number, order.customerOrderNo, customer.name, customer.code, customer.phone};
    std::vector<LineProgress> progress;
    for (const OrderLine& line : lines) {
        progress.push_back({line.quantity, company.deliveredOf(line.id), line.dueOn});
        row.ordered += line.quantity;
        row.supply += line.supply;
        const Quantity outstanding = outstandingQuantity(progress.back(), tolerance);
        if (order.state != OrderState::Cancelled)
            row.remaining += outstanding;
        const Date due = line.dueOn.isNull() ? order.dueOn : line.dueOn;
        if (!isLineDone(progress.back(), tolerance)) {
            plain.open = order.state != OrderState::Cancelled;
            if (!due.isNull() && (row.dueOn.isNull() || due < row.dueOn))
                row.dueOn = due;
        }
        const auto product = std::ranges::find(company.products, line.productId, &Product::id);
        if (product == company.products.end())
            plain.texts.push_back(line.productName);
        else
            for (const std::string& text : {product->code, product->name, product->spec})
                plain.texts.push_back(text);
    }
    if (row.dueOn.isNull())
        row.dueOn = order.dueOn;
    const OrderProgress shown = orderProgress(order.state, progress, tolerance, order.dueOn, RandomCompany::today);
    row.status = shown.status;
    row.late = shown.late;
    row.overDelivered = shown.overDelivered;
    row.deliveredThoughCancelled = shown.deliveredThoughCancelled;
    return plain;
}

bool passes(const PlainOrder& order, const OrderFilter& filter)
{
    const bool chip = filter.chip == OrderChip::All || (filter.chip == OrderChip::Open && order.open)
        || (filter.chip == OrderChip::Late && order.row.late)
        || (filter.chip == OrderChip::DueToday && order.open && order.row.dueOn == filter.today);
    if (!chip)
        return false;
    // every part of the query in some text of the order, whichever
    const TextQuery query(filter.text);
    for (std::size_t part = 0; part < query.parts().size(); ++part)
        if (std::ranges::none_of(
                order.texts, [&](const std::string& text) { return query.partMatches(part, FoldedText::of(text)); }))
            return false;
    return true;
}

std::vector<PlainOrder> plainOrders(const RandomCompany& company, const OrderFilter& filter)
{
    std::vector<PlainOrder> all;
    for (const auto& [id, order] : company.orders)
        if (PlainOrder plain = plainOrder(company, order); passes(plain, filter))
            all.push_back(std::move(plain));
    return all;
}

OrderFilter filterOf(OrderChip chip, std::string text = {})
{
    OrderFilter filter;
    filter.chip = chip;
    filter.text = std::move(text);
    filter.today = RandomCompany::today;
    return filter;
}

constexpr OrderChip chips[] = {OrderChip::DueToday, OrderChip::Late, OrderChip::Open, OrderChip::All};

} // namespace

class OrderStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void lists_show_what_the_rows_say()
    {
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            RandomCompany company(seed);
            OrderStore store(company.space.db());
            for (OrderChip chip : chips) {
                for (const PlainOrder& plain : plainOrders(company, filterOf(chip))) {
                    const auto row = store.row(plain.row.id, RandomCompany::today);
                    QVERIFY(row);
                    QCOMPARE(row->status, plain.row.status);
                    QCOMPARE(row->late, plain.row.late);
                    QCOMPARE(row->overDelivered, plain.row.overDelivered);
                    QCOMPARE(row->deliveredThoughCancelled, plain.row.deliveredThoughCancelled);
                    QCOMPARE(row->dueOn, plain.row.dueOn);
                    QCOMPARE(row->remaining, plain.row.remaining);
                    QCOMPARE(row->ordered, plain.row.ordered);
                    QCOMPARE(row->supply, plain.row.supply);
                    QCOMPARE(row->firstProduct, plain.row.firstProduct);
                    QCOMPARE(row->moreLines, plain.row.moreLines);
                    QCOMPARE(row->customerName, plain.row.customerName);
                }
            }
        }
    }

    void filters_and_totals_agree_with_looking_at_every_order()
    {
        RandomCompany company(7);
        OrderStore store(company.space.db());
        for (OrderChip chip : chips)
            for (const char* text :
                {"", "다온", "ㄷㅇ", "pet", "금형", "삼성 투명", "ㅌㅁ500", "A12", "1", "da1", "없는말", "O", "o26",
                    "O2611", "2611", "26", "O2611 pet", "o26 다온", "2611 A1 ㄷ", "1123-a", "3a0", "zz", "O99"}) {
                const OrderFilter filter = filterOf(chip, text);
                const auto expected = plainOrders(company, filter);
                const OrderTotals totals = store.totals(filter);
                QCOMPARE(totals.count, std::ssize(expected));
                QVERIFY(totals.exact);
                OrderTotals sums;
                for (const PlainOrder& plain : expected)
                    if (plain.row.status != OrderStatus::Cancelled) {
                        sums.remaining += plain.row.remaining;
                        sums.supply += plain.row.supply;
                    }
                QCOMPARE(totals.remaining, sums.remaining);
                QCOMPARE(totals.supply, sums.supply);
                QCOMPARE(totals.statuses.late,
                    std::ranges::count_if(expected, [](const PlainOrder& plain) { return plain.row.late; }));
                QCOMPARE(totals.statuses.cancelled, std::ranges::count_if(expected, [](const PlainOrder& plain) {
                    return plain.row.status == OrderStatus::Cancelled;
                }));
                const auto rows = store.list(filter, {.limit = 1000});
                QCOMPARE(rows.size(), expected.size());
                QCOMPARE(store.chipCounts(RandomCompany::today)[static_cast<std::size_t>(chip)],
                    std::ssize(plainOrders(company, filterOf(chip))));
            }
    }

    /// Few documents are gathered and sorted, many are walked in the list's order: nobody may see which.
    void walking_the_list_finds_what_gathering_finds()
    {
        RandomCompany company(9, 200);
        OrderStore gathering(company.space.db());
        for (std::size_t few : {0, 3, 40}) {
            OrderStore walking(company.space.db(), few);
            for (OrderChip chip : chips)
                for (const char* text :
                    {"o26", "2611", "O2611 pet", "다온", "ㄷㅇ 투명", "pet", "금형", "a1", "da1", "1 ㄷ", "zz"}) {
                    const OrderFilter filter = filterOf(chip, text);
                    QCOMPARE(walking.totals(filter), gathering.totals(filter));
                    for (int sort = 0; sort <= static_cast<int>(OrderSort::Supply); ++sort) {
                        const OrderWindow window{static_cast<OrderSort>(sort), sort % 2 == 1, 2, 50};
                        const auto walked = walking.list(filter, window);
                        const auto gathered = gathering.list(filter, window);
                        QCOMPARE(walked.size(), gathered.size());
                        for (std::size_t i = 0; i < walked.size(); ++i)
                            QCOMPARE(walked[i].id, gathered[i].id);
                    }
                }
        }
    }

    void windows_of_every_sort_join_to_the_whole_list()
    {
        RandomCompany company(8, 400);
        OrderStore store(company.space.db());
        for (const char* text : {"", "pet", "다온"})
            for (int sort = 0; sort <= static_cast<int>(OrderSort::Supply); ++sort)
                for (bool descending : {false, true}) {
                    OrderWindow window{static_cast<OrderSort>(sort), descending, 0, 10'000};
                    const auto whole = store.list(filterOf(OrderChip::All, text), window);
                    window.limit = 37;
                    std::vector<Uuid> joined;
                    for (window.offset = 0; window.offset < std::ssize(whole); window.offset += window.limit)
                        for (const OrderListRow& row : store.list(filterOf(OrderChip::All, text), window))
                            joined.push_back(row.id);
                    QCOMPARE(joined.size(), whole.size());
                    for (std::size_t i = 0; i < joined.size(); ++i)
                        QCOMPARE(joined[i], whole[i].id);
                }
    }

    void sorts_put_rows_in_order()
    {
        RandomCompany company(9);
        OrderStore store(company.space.db());
        const auto sorted = [&](OrderSort sort, auto key) {
            const auto rows = store.list(filterOf(OrderChip::All), {sort, false, 0, 10'000});
            return std::ranges::is_sorted(rows, {}, key);
        };
        const auto due = [](const OrderListRow& row) { return row.dueOn.isNull() ? Date{99999999} : row.dueOn; };
        QVERIFY(sorted(OrderSort::Due, due));
        QVERIFY(sorted(OrderSort::Ordered, &OrderListRow::orderedOn));
        QVERIFY(sorted(OrderSort::Number, &OrderListRow::number));
        QVERIFY(sorted(OrderSort::Product, &OrderListRow::firstProduct));
        QVERIFY(sorted(OrderSort::Remaining, &OrderListRow::remaining));
        QVERIFY(sorted(OrderSort::Progress, &OrderListRow::progressBp));
        QVERIFY(sorted(OrderSort::Quantity, &OrderListRow::ordered));
        QVERIFY(sorted(OrderSort::Supply, &OrderListRow::supply));
        QVERIFY(sorted(OrderSort::Customer, [](const OrderListRow& row) { return sortName(row.customerName); }));
        QVERIFY(sorted(
            OrderSort::Status, [](const OrderListRow& row) { return row.late ? -1 : static_cast<int>(row.status); }));
    }

    void customer_product_and_days_narrow_the_list()
    {
        RandomCompany company(10);
        OrderStore store(company.space.db());
        OrderFilter filter = filterOf(OrderChip::All);
        filter.customer = company.customers[2].id;
        filter.orderedFrom = RandomCompany::today.addDays(-30);
        filter.orderedTo = RandomCompany::today.addDays(-3);
        const auto fits = [&](const SalesOrder& order) {
            return order.customerId == filter.customer && order.orderedOn >= filter.orderedFrom
                && order.orderedOn <= filter.orderedTo;
        };
        std::int64_t expected = 0;
        for (const auto& [id, order] : company.orders)
            expected += fits(order) ? 1 : 0;
        QVERIFY(expected > 0);
        QCOMPARE(store.totals(filter).count, expected);
        QCOMPARE(std::ssize(store.list(filter, {.limit = 1000})), expected);
        filter = filterOf(OrderChip::All);
        filter.product = company.products[4].id;
        expected = 0;
        for (const auto& [id, order] : company.orders)
            expected += std::ranges::any_of(company.lines.at(id),
                            [&](const OrderLine& line) { return line.productId == filter.product; })
                ? 1
                : 0;
        QCOMPARE(store.totals(filter).count, expected);
    }

    void summaries_kept_row_by_row_equal_those_made_anew()
    {
        for (std::uint64_t seed = 20; seed < 24; ++seed) {
            RandomCompany company(seed);
            QCOMPARE(company.space.derived.differences(), std::string());
        }
    }

    void a_wrong_summary_is_noticed_and_put_right()
    {
        RandomCompany company(11);
        company.space.db().execute("UPDATE order_summary SET remaining = remaining + 1 WHERE open = 1");
        QCOMPARE(company.space.derived.differences(), std::string("order_summary"));
        sqlite::Transaction transaction(company.space.db());
        company.space.derived.rebuild();
        transaction.commit();
        QCOMPARE(company.space.derived.differences(), std::string());
    }

    void a_postponed_first_sync_derives_once_at_its_end()
    {
        test::SpaceFixture space;
        {
            sqlite::Transaction transaction(space.db());
            space.derived.postpone();
            Customer customer;
            customer.name = "삼성공업";
            space.receive(customer);
            SalesOrder order;
            order.number = "O261123-A01";
            order.orderedOn = {20261123};
            space.receive(order);
            space.derived.refresh();
            transaction.commit();
        }
        QCOMPARE(OrderStore(space.db()).totals(filterOf(OrderChip::All)).count, 0);
        DerivedData later(space.db());
        QVERIFY(later.isPostponed());
        sqlite::Transaction transaction(space.db());
        later.rebuild();
        transaction.commit();
        QVERIFY(!later.isPostponed());
        QCOMPARE(OrderStore(space.db()).totals(filterOf(OrderChip::All)).count, 1);
    }
};

QTEST_APPLESS_MAIN(OrderStoreTest)
#include "order_store_test.moc"
