#include "core/storage/outstanding_store.h"

#include "core/domain/order_status.h"
#include "core/domain/text_query.h"
#include "tests/core/random_company.h"

#include <QtTest>
#include <set>

using namespace dure;
using namespace dure::storage;
using dure::test::RandomCompany;

namespace {

/// What waits of a line, the plain way.
struct Waiting
{
    Uuid customer, product;
    std::string freeName;
    Date due;
    bool held = false;
    Quantity left;
    Won supply;
};

std::map<Uuid, Waiting> plainly(const RandomCompany& company)
{
    std::map<Uuid, Waiting> waiting;
    for (const auto& [id, order] : company.orders) {
        if (order.state == OrderState::Cancelled)
            continue;
        const Customer& customer = company.customerOf(order.customerId);
        const Tolerance tolerance{customer.overToleranceBp, customer.underToleranceBp};
        for (const OrderLine& line : company.lines.at(id)) {
            const Quantity left = outstandingQuantity({line.quantity, company.deliveredOf(line.id), {}}, tolerance);
            if (left <= Quantity{})
                continue;
            const LineInput part = deliveredPart(left, line.unitPrice, {line.quantity, line.unitPrice, false, {}});
            waiting[line.id] = {order.customerId, line.productId, line.productId.isNil() ? line.productName : "",
                line.dueOn.isNull() ? order.dueOn : line.dueOn, order.state == OrderState::OnHold, left,
                computeAmounts(order.tax, {&part, 1}).front().supply};
        }
    }
    return waiting;
}

bool isLate(const Waiting& line, Date today) { return !line.held && !line.due.isNull() && line.due < today; }

bool isShown(const Waiting& line, OutstandingChip chip, Date today)
{
    switch (chip) {
    case OutstandingChip::Late:
        return isLate(line, today);
    case OutstandingChip::ThisWeek: // Monday the 23rd to Sunday the 29th
        return line.due >= Date{20261123} && line.due <= Date{20261129};
    case OutstandingChip::All:
        break;
    }
    return true;
}

bool isFound(const RandomCompany& company, const Waiting& line, const Uuid& order, const std::string& text)
{
    const TextQuery query(text);
    const Customer& customer = company.customerOf(line.customer);
    std::vector<std::string_view> fields{customer.code, customer.name, company.orders.at(order).number,
        company.orders.at(order).customerOrderNo, line.freeName};
    const auto product = std::ranges::find(company.products, line.product, &Product::id);
    if (product != company.products.end()) {
        fields.push_back(product->code);
        fields.push_back(product->name);
        fields.push_back(product->spec);
    }
    return text.empty() || std::ranges::any_of(query.matchFields(fields), [](const TextMatch& m) { return bool(m); });
}

/// Whose lines a group gathers, however it is called.
std::string groupOf(const OutstandingRow& row, OutstandingView view)
{
    if (view == OutstandingView::Customer)
        return row.customerId.toString();
    if (view == OutstandingView::Product)
        return row.productId.isNil() ? row.productName : row.productId.toString();
    return row.dueOn.toIso();
}

constexpr std::array views{OutstandingView::Customer, OutstandingView::Product, OutstandingView::Due};
constexpr std::array chips{OutstandingChip::Late, OutstandingChip::ThisWeek, OutstandingChip::All};

} // namespace

class OutstandingStoreTest : public QObject
{
    Q_OBJECT

    /// All rows of a list in pages, which must not overlap or leave anything out.
    static std::vector<OutstandingRow> allRows(
        OutstandingStore& store, const OutstandingFilter& filter, OutstandingSort sort, bool descending)
    {
        std::vector<OutstandingRow> rows;
        const std::int64_t count = store.totals(filter).count;
        for (std::int64_t offset = 0; offset < count; offset += 7)
            for (OutstandingRow& row : store.list(filter, {sort, descending, offset, 7}))
                rows.push_back(std::move(row));
        return rows;
    }

    static void compare(const RandomCompany& company, OutstandingStore& store, const OutstandingFilter& filter)
    {
        std::map<Uuid, Waiting> expected = plainly(company);
        std::erase_if(expected, [&](const auto& each) {
            const auto order = std::ranges::find_if(company.lines, [&](const auto& ofOrder) {
                return std::ranges::find(ofOrder.second, each.first, &OrderLine::id) != ofOrder.second.end();
            });
            return !isShown(each.second, filter.chip, filter.today)
                || !isFound(company, each.second, order->first, filter.text);
        });
        const auto rows = allRows(store, filter, OutstandingSort::Group, false);
        const OutstandingTotals totals = store.totals(filter);
        QCOMPARE(std::ssize(rows), totals.count);
        QCOMPARE(totals.lines, std::ssize(expected));
        OutstandingRow group;
        std::set<std::string> groups;
        std::set<Uuid> ids;
        Won all;
        const auto endGroup = [&](const OutstandingRow& left) {
            QCOMPARE(left.lines, std::int64_t{0});
            QCOMPARE(left.lateLines, std::int64_t{0});
            QCOMPARE(left.remaining, Quantity{});
            QCOMPARE(left.supply, Won{});
        };
        for (const OutstandingRow& row : rows) {
            QVERIFY(!row.id.isNil());
            QVERIFY2(ids.insert(row.id).second, "no id stands twice");
            if (row.isGroup) {
                endGroup(group.isGroup ? group : OutstandingRow{.lines = 0});
                group = row;
                QVERIFY2(groups.insert(groupOf(row, filter.view)).second, "no group comes twice");
                continue;
            }
            const auto found = expected.find(row.id);
            QVERIFY(found != expected.end());
            const Waiting& line = found->second;
            QCOMPARE(row.remaining, line.left);
            QCOMPARE(row.supply, line.supply);
            QCOMPARE(row.dueOn, line.due);
            QCOMPARE(row.held, line.held);
            QCOMPARE(row.late, isLate(line, filter.today));
            QCOMPARE(row.customerId, line.customer);
            QCOMPARE(row.productId, line.product);
            if (filter.view == OutstandingView::Product && row.productId.isNil())
                QCOMPARE(row.productName, group.productName);
            else
                QCOMPARE(groupOf(row, filter.view), groupOf(group, filter.view));
            QCOMPARE(store.find(filter, row.id)->remaining, row.remaining);
            --group.lines;
            group.lateLines -= row.late ? 1 : 0;
            group.remaining = group.remaining - row.remaining;
            group.supply = group.supply - row.supply;
            all += row.supply;
            expected.erase(found);
        }
        endGroup(group.isGroup ? group : OutstandingRow{.lines = 0});
        QVERIFY2(expected.empty(), "nothing is left out");
        QCOMPARE(totals.groups, std::ssize(groups));
        QCOMPARE(totals.supply, all);
    }

private slots:
    void every_view_shows_what_was_ordered_and_did_not_go_out()
    {
        std::int64_t seen = 0;
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            RandomCompany company(seed);
            OutstandingStore store(company.space.db());
            for (const OutstandingView view : views)
                for (const OutstandingChip chip : chips)
                    compare(company, store, {view, chip, {}, company.today});
            const OutstandingChipCounts counts = store.chipCounts(company.today);
            QCOMPARE(counts.all, std::ssize(plainly(company)));
            QCOMPARE(counts.late, store.totals({OutstandingView::Due, OutstandingChip::Late, {}, company.today}).lines);
            QCOMPARE(counts.thisWeek,
                store.totals({OutstandingView::Due, OutstandingChip::ThisWeek, {}, company.today}).lines);
            QVERIFY(counts.late > 0 && counts.thisWeek > 0 && counts.late < counts.all);
            seen += counts.all;
            QCOMPARE(company.space.derived.differences(), std::string());
        }
        QVERIFY2(seen > 200, "the random companies have something to deliver");
    }

    void a_text_finds_customer_product_and_number_by_initial_consonants_and_code()
    {
        RandomCompany company(5);
        OutstandingStore store(company.space.db());
        for (const char* text : {"ㄷㅇ", "다온", "ㅍㅍㅋ", "P103", "A1", "DA-", "금형", "ㅅㅅ pet", "없는것", "C3 500"})
            for (const OutstandingView view : views)
                compare(company, store, {view, OutstandingChip::All, text, company.today});
        QVERIFY(store.totals({OutstandingView::Due, OutstandingChip::All, "ㅍㅍㅋ", company.today}).lines > 0);
        QVERIFY(store.totals({OutstandingView::Due, OutstandingChip::All, "금형", company.today}).lines > 0);
    }

    void a_delivery_a_hold_and_a_cancellation_show_at_once_to_who_reads_again()
    {
        RandomCompany company(6);
        auto& space = company.space;
        const auto memory = makeOutstandingMemory();
        const OutstandingFilter all{OutstandingView::Customer, OutstandingChip::All, {}, company.today};
        const auto lineOf = [&](const Uuid& id) { return OutstandingStore(space.db(), memory).find(all, id); };
        const auto page = [&](auto work) {
            sqlite::Transaction transaction(space.db());
            work();
            space.derived.refresh();
            transaction.commit();
        };
        OutstandingRow line;
        for (const OutstandingRow& row : OutstandingStore(space.db(), memory).list(all, {.limit = 1'000}))
            if (!row.isGroup && row.late && row.ordered == row.remaining && row.remaining > Quantity::fromInteger(4))
                line = row;
        QVERIFY(!line.id.isNil());
        Delivery delivery;
        delivery.customerId = line.customerId;
        delivery.orderId = line.orderId;
        delivery.deliveredOn = company.today;
        DeliveryLine part;
        part.orderId = line.orderId;
        part.orderLineId = line.id;
        part.quantity = Quantity::fromInteger(1);
        page([&] {
            part.deliveryId = delivery.id = space.receive(delivery);
            part.id = space.receive(part);
        });
        QCOMPARE(lineOf(line.id)->remaining, line.remaining - Quantity::fromInteger(1));
        SalesOrder order = company.orders.at(line.orderId);
        page([&] {
            order.state = OrderState::OnHold;
            space.receive(order);
        });
        QVERIFY(lineOf(line.id)->held);
        QVERIFY2(!lineOf(line.id)->late, "what is on hold is not late");
        page([&] {
            order.state = OrderState::Open;
            space.receive(order);
            part.quantity = line.remaining + line.remaining;
            space.receive(part);
        });
        QVERIFY2(!lineOf(line.id), "of what was over-delivered nothing remains");
        page([&] { space.receive(part, true); });
        QCOMPARE(lineOf(line.id)->remaining, line.remaining);
        page([&] {
            order.state = OrderState::Cancelled;
            space.receive(order);
        });
        QVERIFY(!lineOf(line.id));
        QVERIFY(OutstandingStore(space.db(), memory).ofOrder(order.id, company.today).empty());
    }

    void what_comes_in_by_another_connection_is_seen_too()
    {
        RandomCompany company(7);
        auto reader = SpaceDatabase::openReader(company.space.path).value();
        const auto memory = makeOutstandingMemory();
        OutstandingStore store(reader->db(), memory);
        const auto before = store.chipCounts(company.today);
        {
            sqlite::Transaction transaction(company.space.db());
            for (auto& [id, order] : company.orders) {
                order.state = OrderState::Cancelled;
                company.space.receive(order);
            }
            company.space.derived.refresh();
            transaction.commit();
        }
        QVERIFY(before.all > 0);
        QCOMPARE(store.chipCounts(company.today).all, std::int64_t{0});
        QCOMPARE(
            store.totals({OutstandingView::Customer, OutstandingChip::All, {}, company.today}).count, std::int64_t{0});
    }

    void groups_and_their_lines_are_sorted_by_what_is_asked_for()
    {
        RandomCompany company(8);
        OutstandingStore store(company.space.db());
        const OutstandingFilter all{OutstandingView::Customer, OutstandingChip::All, {}, company.today};
        for (const bool descending : {false, true}) {
            std::vector<Won> sums, within;
            for (const OutstandingRow& row : allRows(store, all, OutstandingSort::Supply, descending)) {
                if (row.isGroup) {
                    QVERIFY(
                        descending ? std::ranges::is_sorted(within, std::greater{}) : std::ranges::is_sorted(within));
                    within.clear();
                    sums.push_back(row.supply);
                } else {
                    within.push_back(row.supply);
                }
            }
            QVERIFY(descending ? std::ranges::is_sorted(sums, std::greater{}) : std::ranges::is_sorted(sums));
        }
        std::vector<Date> first;
        for (const OutstandingRow& row : allRows(store, all, OutstandingSort::Due, false))
            if (row.isGroup)
                first.push_back(row.dueOn.isNull() ? Date{99'999'999} : row.dueOn);
        QVERIFY(std::ranges::is_sorted(first));
    }

    void pieces_and_metres_are_not_added_up()
    {
        RandomCompany company(9, 0);
        auto& space = company.space;
        sqlite::Transaction transaction(space.db());
        SalesOrder order;
        order.customerId = company.customers.front().id;
        order.id = space.receive(order);
        for (const char* unit : {"개", "m"}) {
            OrderLine line;
            line.orderId = order.id;
            line.productName = "원단";
            line.unit = unit;
            line.quantity = Quantity::fromInteger(5);
            line.unitPrice = {125'000};
            space.receive(line);
        }
        space.derived.refresh();
        transaction.commit();
        OutstandingStore store(space.db());
        const OutstandingFilter all{OutstandingView::Customer, OutstandingChip::All, {}, company.today};
        const auto rows = store.list(all, {});
        QCOMPARE(rows.size(), std::size_t{3});
        QVERIFY(!rows[0].oneUnit && rows[0].unit.empty() && rows[0].remaining == Quantity{});
        QCOMPARE(rows[0].supply, Won{2 * 63}); // 62.5 each, rounded line by line
        QVERIFY(!store.totals(all).oneUnit);
        QCOMPARE(store.list({OutstandingView::Due, OutstandingChip::All, {}, company.today}, {}).front().dueOn, Date{});
    }
};

QTEST_APPLESS_MAIN(OutstandingStoreTest)
#include "outstanding_store_test.moc"
