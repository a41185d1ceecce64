#include "core/domain/text_query.h"
#include "core/storage/customer_store.h"
#include "core/storage/delivery_store.h"
#include "core/storage/product_store.h"
#include "core/storage/receivable_store.h"
#include "tests/core/random_company.h"

#include <QtTest>
#include <algorithm>

using namespace dure;
using namespace dure::storage;
using dure::test::RandomCompany;

namespace {

Won plainBalance(const RandomCompany& company, const Customer& customer, Date day = {29991231})
{
    Won balance = customer.openingBalance;
    for (const auto& [id, delivery] : company.deliveries)
        if (delivery.customerId == customer.id && delivery.deliveredOn <= day && company.deliveryLines.contains(id))
            for (const DeliveryLine& line : company.deliveryLines.at(id))
                balance = balance + line.supply + line.tax;
    for (const Payment& payment : company.payments)
        if (payment.customerId == customer.id && payment.receivedOn <= day)
            balance = balance - payment.amount;
    return balance;
}

bool found(std::string_view text, const std::vector<std::string>& fields)
{
    const TextQuery query(text);
    for (std::size_t part = 0; part < query.parts().size(); ++part)
        if (std::ranges::none_of(
                fields, [&](const std::string& field) { return query.partMatches(part, FoldedText::of(field)); }))
            return false;
    return true;
}

/// Windows of 7 rows joined, against the whole.
template <class Store, class Filter, class Window> bool windowsJoin(Store& store, const Filter& filter, Window window)
{
    window.limit = 10'000;
    const auto whole = store.list(filter, window);
    window.limit = 7;
    std::size_t at = 0;
    for (window.offset = 0; window.offset < std::ssize(whole); window.offset += 7)
        for (const auto& row : store.list(filter, window))
            if (at >= whole.size() || whole[at++].id != row.id)
                return false;
    return at == whole.size();
}

} // namespace

class ListStoresTest : public QObject
{
    Q_OBJECT

private slots:
    void customers_owe_what_their_papers_add_up_to()
    {
        for (std::uint64_t seed = 40; seed < 44; ++seed) {
            RandomCompany company(seed);
            CustomerStore store(company.space.db());
            ReceivableStore receivables(company.space.db());
            Won total;
            for (const Customer& customer : company.customers) {
                const CustomerListRow row = *store.row(customer.id);
                QCOMPARE(row.balance, plainBalance(company, customer));
                QCOMPARE(receivables.balance(customer.id), row.balance);
                const Date day = RandomCompany::today.addDays(-20);
                QCOMPARE(receivables.balanceAt(customer.id, day), plainBalance(company, customer, day));
                const auto orders = std::ranges::count_if(
                    company.orders, [&](const auto& each) { return each.second.customerId == customer.id; });
                QVERIFY(row.openOrders <= orders);
                total += row.balance;
            }
            QCOMPARE(receivables.total(), total);
            QCOMPARE(store.totals({CustomerChip::All, {}}).balance, total);
        }
    }

    void customer_lists_filter_sort_and_count_alike()
    {
        RandomCompany company(45);
        CustomerStore store(company.space.db());
        for (const char* text : {"", "삼성", "ㄷㅇ", "c1", "없음"})
            for (int chip = 0; chip <= static_cast<int>(CustomerChip::All); ++chip) {
                const CustomerFilter filter{static_cast<CustomerChip>(chip), text};
                std::int64_t expected = 0;
                for (const Customer& each : company.customers) {
                    const Won balance = plainBalance(company, each);
                    const bool fits[] = {
                        !each.inactive, balance > Won{}, each.creditLimit > Won{} && balance > each.creditLimit, true};
                    expected += fits[chip] && found(text, {each.code, each.name}) ? 1 : 0;
                }
                QCOMPARE(store.totals(filter).count, expected);
                QCOMPARE(std::ssize(store.list(filter, {.limit = 1000})), expected);
                for (int sort = 0; sort <= static_cast<int>(CustomerSort::LastOrder); ++sort)
                    for (bool descending : {false, true})
                        QVERIFY(
                            windowsJoin(store, filter, CustomerWindow{static_cast<CustomerSort>(sort), descending}));
            }
        const CustomerChipCounts counts = store.chipCounts();
        QCOMPARE(counts.all, 12);
        QCOMPARE(counts.owing, store.totals({CustomerChip::Owing, {}}).count);
        const auto rows = store.list({CustomerChip::All, {}}, {CustomerSort::Balance, true, 0, 100});
        QVERIFY(std::ranges::is_sorted(rows, std::greater{}, &CustomerListRow::balance));
    }

    void a_company_form_does_not_decide_where_a_name_stands()
    {
        test::SpaceFixture space;
        for (const char* name : {"(주)나래", "다온", "㈜가온", "라온 주식회사"}) {
            Customer customer;
            customer.name = name;
            space.receive(customer);
        }
        std::string names;
        for (const CustomerListRow& row : CustomerStore(space.db()).list({CustomerChip::All, {}}, {}))
            names += row.name + " ";
        QCOMPARE(names, std::string("㈜가온 (주)나래 다온 라온 주식회사 "));
    }

    void product_lists_filter_sort_and_count_alike()
    {
        RandomCompany company(46);
        ProductStore store(company.space.db());
        for (const char* text : {"", "pet", "ㅌㅁ500", "p10", "백색 28"}) {
            std::int64_t expected = 0;
            for (const Product& each : company.products)
                expected += found(text, {each.code, each.name, each.spec}) ? 1 : 0;
            const ProductFilter filter{ProductChip::All, text};
            QCOMPARE(store.count(filter), expected);
            for (int sort = 0; sort <= static_cast<int>(ProductSort::Stock); ++sort)
                for (bool descending : {false, true})
                    QVERIFY(windowsJoin(store, filter, ProductWindow{static_cast<ProductSort>(sort), descending}));
        }
    }

    void delivery_lists_filter_sort_and_add_up_alike()
    {
        RandomCompany company(47);
        DeliveryStore store(company.space.db());
        DeliveryStore walking(company.space.db(), 0); // never gathers what a text meets
        for (const char* text : {"", "삼성", "ㄷㅇ", "pet", "A12", "2", "금형비", "D2611", "2611", "d26 pet", "D99"})
            for (int chip = 0; chip <= static_cast<int>(DeliveryChip::All); ++chip) {
                DeliveryFilter filter;
                filter.chip = static_cast<DeliveryChip>(chip);
                filter.text = text;
                filter.today = RandomCompany::today;
                std::int64_t expected = 0;
                Won supply;
                for (const auto& [id, delivery] : company.deliveries) {
                    const Customer& customer = company.customerOf(delivery.customerId);
                    std::vector<std::string> fields = {delivery.number, customer.code, customer.name};
                    Won sum;
                    for (const DeliveryLine& line : company.deliveryLines.contains(id) ? company.deliveryLines.at(id)
                                                                                       : std::vector<DeliveryLine>{}) {
                        sum += line.supply;
                        const auto product = std::ranges::find(company.products, line.productId, &Product::id);
                        if (product == company.products.end())
                            fields.push_back(line.productName);
                        else
                            fields.insert(fields.end(), {product->code, product->name, product->spec});
                    }
                    const Date day = delivery.deliveredOn;
                    const Date monday{20261123}; // today itself
                    const bool fits[] = {day == RandomCompany::today, day >= monday && day < monday.addDays(7),
                        day.month() == 11 && day.year() == 2026, true};
                    if (!fits[chip] || !found(text, fields))
                        continue;
                    ++expected;
                    supply += sum;
                }
                const DeliveryTotals totals = store.totals(filter);
                QCOMPARE(totals.count, expected);
                QCOMPARE(totals.supply, supply);
                QCOMPARE(std::ssize(store.list(filter, {.limit = 1000})), expected);
                QCOMPARE(walking.totals(filter), totals);
                const auto gathered = store.list(filter, {.offset = 1, .limit = 50});
                const auto walked = walking.list(filter, {.offset = 1, .limit = 50});
                QCOMPARE(walked.size(), gathered.size());
                for (std::size_t i = 0; i < walked.size(); ++i)
                    QCOMPARE(walked[i].id, gathered[i].id);
                for (int sort = 0; sort <= static_cast<int>(DeliverySort::Total); ++sort)
                    for (bool descending : {false, true})
                        QVERIFY(
                            windowsJoin(store, filter, DeliveryWindow{static_cast<DeliverySort>(sort), descending}));
            }
        QCOMPARE(store.chipCounts(RandomCompany::today).all, std::ssize(company.deliveries));
    }
};

QTEST_APPLESS_MAIN(ListStoresTest)
#include "list_stores_test.moc"
