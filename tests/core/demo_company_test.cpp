#include "core/commands/demo_company.h"

#include "core/domain/business_number.h"
#include "core/storage/customer_store.h"
#include "core/storage/product_store.h"
#include "core/storage/receivable_store.h"
#include "core/storage/search_index.h"
#include "tests/core/commands_fixture.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace dure;
using namespace dure::commands;
using namespace dure::storage;
using dure::test::CommandsFixture;

namespace {

std::int64_t countOf(CommandsFixture& f, const std::string& condition)
{
    auto rows = f.db().prepareOnce("SELECT count(*) FROM " + condition);
    rows.step();
    return rows.integer(0);
}

OrderFilter chip(OrderChip which)
{
    OrderFilter filter;
    filter.chip = which;
    filter.today = CommandsFixture::today;
    return filter;
}

} // namespace

class DemoCompanyTest : public QObject
{
    Q_OBJECT

private slots:
    void the_demo_company_is_whole_and_plausible()
    {
        CommandsFixture f;
        QElapsedTimer timer;
        timer.start();
        const auto report = fillDemoCompany(f.commands, f.today);
        QVERIFY(report);
        QVERIFY2(timer.elapsed() < 10'000, "people wait for it when they first look at the program");
        QCOMPARE(report->customers, 300);
        QCOMPARE(report->products, 120);
        QCOMPARE(report->orders, 2000);
        QCOMPARE(countOf(f, "customer"), 300);
        QCOMPARE(countOf(f, "sales_order"), 2000);
        QCOMPARE(countOf(f, "(SELECT DISTINCT code FROM product)"), 120);
        QCOMPARE(countOf(f, "(SELECT DISTINCT number FROM delivery)"), report->deliveries);

        OrderStore orders(f.db());
        QVERIFY(orders.totals(chip(OrderChip::DueToday)).count > 0);
        const OrderTotals open = orders.totals(chip(OrderChip::Open));
        QVERIFY(open.statuses.late > 0 && open.statuses.partlyDelivered > 0);
        QVERIFY(open.statuses.received > 0 && open.statuses.onHold > 0);
        QVERIFY2(open.count > 15 && open.count < 200, std::to_string(open.count).c_str());
        QVERIFY(open.statuses.late < open.count / 3);
        QCOMPARE(countOf(f, "order_summary WHERE flags <> 0"), 0);
        QVERIFY(ReceivableStore(f.db()).total() > Won{});
        QVERIFY2(countOf(f, "product_stock WHERE quantity < 0") == 0, "nothing left that was not made");
        const auto found = SearchIndex(f.db()).find("ㄷㅇㅋㅅㅁㅌ", TableId::Customer);
        QVERIFY(!found.hits.empty());
        QVERIFY(!f.commands.undoDescription());
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void its_business_numbers_are_well_formed_and_nobodys()
    {
        CommandsFixture f;
        QVERIFY(fillDemoCompany(f.commands, f.today, 3, {50, 130, 20}));
        auto rows
            = f.db().prepareOnce("SELECT business_no FROM customer UNION ALL SELECT business_no FROM company_profile");
        while (rows.step()) {
            QCOMPARE(checkBusinessNumber(rows.text(0)), BusinessNumberCheck::Valid);
            QVERIFY(rows.text(0).starts_with("000"));
        }
    }

    void the_same_seed_makes_the_same_company()
    {
        const auto story = [](std::uint64_t seed) {
            CommandsFixture f;
            fillDemoCompany(f.commands, f.today, seed, {30, 40, 60});
            std::string text;
            auto rows
                = f.db().prepareOnce("SELECT o.number, c.name, l.product_name, l.quantity, l.supply FROM sales_order o "
                                     "JOIN order_line l ON l.order_id = o.id JOIN customer c ON c.id = o.customer_id "
                                     "ORDER BY o.number, l.position");
            while (rows.step())
                for (int column = 0; column < 5; ++column)
                    text.append(rows.text(column)).append("|");
            return text;
        };
        const std::string once = story(5);
        QVERIFY(once.size() > 1000);
        QVERIFY(once == story(5));
        QVERIFY(once != story(6));
    }

    void sizes_of_none_make_an_empty_company()
    {
        CommandsFixture f;
        const auto report = fillDemoCompany(f.commands, f.today, 1, {1, 1, 0});
        QVERIFY(report);
        QCOMPARE(report->orders, 0);
    }
};

QTEST_APPLESS_MAIN(DemoCompanyTest)
#include "demo_company_test.moc"
