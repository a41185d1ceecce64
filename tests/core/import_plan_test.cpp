#include "core/exchange/import_plan.h"

#include "core/exchange/column_guess.h"

#include <QElapsedTimer>
#include <QtTest>
#include <set>

using namespace dure;
using namespace dure::exchange;
using Code = ImportProblemCode;

namespace {

const ImportOptions options{.today = Date::fromYmd(2026, 11, 23)};

ImportPlan planOf(std::expected<TableSource, ExchangeError> source, TargetKind kind, const ImportOptions& how = options)
{
    if (!source)
        qFatal("cannot open: %s", std::string(codeName(source.error().code)).c_str());
    const auto sample = source->preview(200).value();
    auto plan = planImport(*source, guessColumns(kind, source->header(), sample), how);
    if (!plan)
        qFatal("cannot plan: %s %s", std::string(codeName(plan.error().code)).c_str(), plan.error().detail.c_str());
    return std::move(*plan);
}

ImportPlan plan(std::string csv, TargetKind kind, const ImportOptions& how = options)
{
    return planOf(TableSource::open(std::move(csv)), kind, how);
}

ImportPlan northwind(const char* name, TargetKind kind)
{
    return planOf(openTable(std::string(DURE_SOURCE_DIR "/tests/data/northwind/") + name + ".csv"), kind);
}

/// "2 단가 bad_number abc" a problem
QStringList problems(const ImportPlan& plan)
{
    QStringList list;
    for (const ImportProblem& each : plan.problems)
        list << QString::fromStdString(
            std::to_string(each.line) + " " + each.column + " " + std::string(codeName(each.code)) + " " + each.text);
    return list;
}

} // namespace

class ImportPlanTest : public QObject
{
    Q_OBJECT

private slots:
    void northwinds_customers_and_products_become_drafts()
    {
        const ImportPlan customers = northwind("customers", TargetKind::Customer);
        QCOMPARE(customers.customers.size(), std::size_t{91});
        const ImportedCustomer& first = customers.customers[0];
        QCOMPARE(first.key, std::string("ALFKI"));
        QCOMPARE(first.line, 2);
        QCOMPARE(first.customer.name, std::string("Alfreds Futterkiste"));
        QCOMPARE(first.customer.address, std::string("Obere Str. 57 Berlin Germany")); // region was NULL
        QCOMPARE(first.contact.name, std::string("Maria Anders"));
        QVERIFY(first.given >> col::Customer::fax & 1);
        QVERIFY(!(first.given >> col::Customer::businessNo & 1));
        // 24 rows hold an unquoted comma: repaired, kept, and said
        QCOMPARE(customers.rowsLeftOut, 0);
        QCOMPARE(customers.problems.size(), std::size_t{24});
        QVERIFY(
            std::ranges::all_of(customers.problems, [](const auto& each) { return each.code == Code::JoinedCells; }));

        const ImportPlan products = northwind("products", TargetKind::Product);
        QCOMPARE(products.products.size(), std::size_t{77});
        QCOMPARE(products.products[4].product.listPrice, (UnitPrice{213'500}));
        QVERIFY(products.products[4].product.inactive);
        QVERIFY(!products.products[0].product.inactive);
        QVERIFY(products.problems.empty());
    }

    void northwinds_orders_take_their_lines_from_the_other_file()
    {
        ImportPlan orders = northwind("orders", TargetKind::Order);
        ImportPlan lines = northwind("order-details", TargetKind::OrderLine);
        QCOMPARE(orders.orders.size(), std::size_t{830});
        QCOMPARE(lines.orderLines.size(), std::size_t{2155});
        QVERIFY(problems(lines).isEmpty());
        joinLines(orders, lines);
        QVERIFY(problems(lines).isEmpty());

        std::size_t joined = 0;
        Int128 exactTotal = 0; // in hundred-millionths: quantity × net price
        for (const ImportedOrder& order : orders.orders) {
            joined += order.lines.size();
            for (const ImportedOrderLine& line : order.lines)
                exactTotal
                    += static_cast<Int128>(line.values.quantity.tenThousandths) * line.values.unitPrice.tenThousandths;
        }
        QCOMPARE(joined, std::size_t{2155});
        // 1,265,793.0395, the total that is known for this order book; no net price needed more than four decimals
        QCOMPARE(static_cast<qint64>(exactTotal / 10'000), qint64{12'657'930'395});

        const ImportedOrder& order = orders.orders[0];
        QCOMPARE(order.key, std::string("10248"));
        QCOMPARE(order.customerCode, std::string("VINET"));
        QCOMPARE(order.order.orderedOn, Date::fromYmd(1996, 7, 4));
        QCOMPARE(order.order.dueOn, Date::fromYmd(1996, 8, 1));
        QCOMPARE(order.deliveredOn, Date::fromYmd(1996, 7, 16));
        QCOMPARE(order.lines.at(2).key, std::string("10248/72"));
        QCOMPARE(order.lines[2].values.position, 2);
        const ImportedOrderLine& discountedLine = orders.orders[3].lines.at(0);
        QCOMPARE(discountedLine.key, std::string("10251/22"));
        QCOMPARE(discountedLine.values.unitPrice, (UnitPrice{159'600})); // 16.80 less 5 %
    }

    void planning_twice_gives_the_same_keys()
    {
        const auto keys = [] {
            std::vector<std::string> all;
            const ImportPlan lines = northwind("order-details", TargetKind::OrderLine);
            for (const ImportedOrderLine& line : lines.orderLines)
                all.push_back(line.key);
            return all;
        };
        const auto first = keys();
        QCOMPARE(keys(), first);
        QCOMPARE(std::set<std::string>(first.begin(), first.end()).size(), first.size());
    }

    void every_bad_row_is_reported_and_the_good_ones_are_kept()
    {
        const ImportPlan result = plan("품번,품명,단가,단종\n"
                                       "P1,캡,12.5,N\n"
                                       "P2,펌프,abc,N\n"
                                       "P3,,10,N\n"
                                       "P1,두 번째,10,N\n"
                                       "P5,병,99999999999999,N\n"
                                       "P6,튜브,10,글쎄\n"
                                       "P7,\"열린 따옴표,10,N\n"
                                       "P8,라이너,33.33335,N\n"
                                       "P9,마개,NULL,NULL\n"
                                       "P10,"
                + std::string(300, 'x')
                + ",1,N\n"
                  "P11,가,2,N,많음\n"
                  "P12,중전,3,Y\n",
            TargetKind::Product);
        QCOMPARE(problems(result).join("\n"),
            QStringList({"3 단가 bad_number abc", "4 품명 missing_value ", "5 품번 duplicate_key P1",
                            "6 단가 number_too_large 99999999999999", "7 단종 bad_choice 글쎄",
                            "8  broken_quote \"열린 따옴표,10,N", "9 단가 number_rounded 33.33335",
                            "11 품명 text_too_long " + QString(60, 'x'), "12  more_cells_than_header 많음"})
                .join("\n"));
        QCOMPARE(result.rowsRead, 12);
        QCOMPARE(result.rowsLeftOut, 8);
        QCOMPARE(result.products.size(), std::size_t{4});
        QCOMPARE(result.products[1].product.listPrice, (UnitPrice{333'334}));
        QCOMPARE(result.products[2].product.name, std::string("마개"));
        QVERIFY(result.products[3].product.inactive);
    }

    void the_list_of_problems_is_bounded_and_counts_the_rest()
    {
        std::string csv = "품명,단가\n캡,1\n캡2,2\n캡3,3\n캡4,4\n캡5,5\n캡6,6\n캡7,7\n캡8,8\n";
        for (int i = 0; i < 500; ++i)
            csv += ",1\n";
        ImportOptions few = options;
        few.maxProblems = 10;
        const ImportPlan result = plan(csv, TargetKind::Product, few);
        QCOMPARE(result.problems.size(), std::size_t{10});
        QCOMPARE(result.problemsNotListed, 490);
        QCOMPARE(result.rowsLeftOut, 500);
    }

    void the_word_null_is_text_when_it_is_asked_to_be()
    {
        ImportOptions literal = options;
        literal.nullTextIsEmpty = false;
        QCOMPARE(plan("상호,전화\nNULL,1\n", TargetKind::Customer, literal).customers.at(0).key, std::string("NULL"));
        QCOMPARE(plan("상호,전화\nNULL,1\n", TargetKind::Customer).customers.size(), std::size_t{0});
        QCOMPARE(plan("상호,전화\nnull,1\n", TargetKind::Customer).customers.size(), std::size_t{1});
    }

    void customers_are_brought_to_their_stored_form()
    {
        const ImportPlan result = plan("상호,사업자등록번호,전화,여신한도\n가나,124-81-00998,0212345678,\"1,000,000\"\n"
                                       "다라,124-81-00999,02-1,0\n",
            TargetKind::Customer);
        QCOMPARE(result.customers.at(0).key, std::string("1248100998"));
        QCOMPARE(result.customers[0].customer.phone, std::string("02-1234-5678"));
        QCOMPARE(result.customers[0].customer.creditLimit, (Won{1'000'000}));
        QCOMPARE(result.customers.size(), std::size_t{2}); // a doubtful number is kept
        QCOMPARE(result.problems.at(0).code, Code::DoubtfulBusinessNumber);
    }

    void rows_of_one_order_number_are_one_order()
    {
        const ImportPlan result = plan("주문번호,주문일,거래처명,납기,품번,수량,단가,할인율\n"
                                       "A1,2026-11-20,가나,2026-12-01,P1,100,12.5,\n"
                                       ",,,,P2,50,100,10%\n"
                                       "A2,2026-11-21,다라,,P1,1,1,\n"
                                       "A1,2026-11-20,가나,2026-12-05,P1,7,12.5,\n"
                                       "A1,2026-11-20,다라,,P3,1,1,\n"
                                       "A1,2026-11-22,가나,,P3,1,1,\n"
                                       "A3,어제,가나,,P3,1,1,\n"
                                       ",,,,P4,1,1,\n",
            TargetKind::Order);
        QCOMPARE(result.orders.size(), std::size_t{2});
        const ImportedOrder& first = result.orders[0];
        QCOMPARE(first.lines.size(), std::size_t{3});
        QCOMPARE(first.order.dueOn, Date::fromYmd(2026, 12, 1));
        QCOMPARE(first.lines[0].values.dueOn, Date());
        QCOMPARE(first.lines[1].values.unitPrice, (UnitPrice{900'000}));
        QCOMPARE(first.lines[1].key, std::string("A1/P2"));
        QCOMPARE(first.lines[2].key, std::string("A1/P1/2"));
        QCOMPARE(first.lines[2].values.dueOn, Date::fromYmd(2026, 12, 5));
        QCOMPARE(problems(result).join("\n"),
            QStringList({"6 거래처명 head_differs 다라", "7 주문일 head_differs 2026-11-22", "8 주문일 bad_date 어제",
                            "9 주문번호 unknown_order A3"})
                .join("\n"));
    }

    void a_line_without_a_price_is_written_and_told()
    {
        const ImportPlan blank = plan(
            "주문번호,주문일,거래처명,품번,수량,단가\nA1,2026-11-20,가나,P1,100,12.5\nA1,2026-11-20,가나,P2,50,\n"
            "A1,2026-11-20,가나,P3,5,0\n",
            TargetKind::Order);
        QCOMPARE(blank.orders.at(0).lines.size(), std::size_t{3});
        QCOMPARE(problems(blank).join("\n"), QStringLiteral("3 단가 no_price "));
        const ImportPlan none
            = plan("주문번호,주문일,거래처명,품번,수량\nA1,2026-11-20,가나,P1,100\n", TargetKind::Order);
        QCOMPARE(none.orders.at(0).lines.size(), std::size_t{1});
        QCOMPARE(problems(none).join("\n"), QStringLiteral("2  no_price "));
    }

    void a_line_without_its_order_is_reported()
    {
        ImportPlan orders
            = plan("주문번호,주문일,거래처명\nA1,2026-11-20,가나\nA1,2026-11-20,가나\n", TargetKind::Order);
        QCOMPARE(problems(orders), QStringList({"3 주문번호 duplicate_key A1"}));
        ImportPlan lines = plan("주문번호,품번,수량,단가\nA1,P1,1,5\nA9,P1,1,5\n", TargetKind::OrderLine);
        joinLines(orders, lines);
        QCOMPARE(orders.orders[0].lines.size(), std::size_t{1});
        QCOMPARE(problems(lines), QStringList({"3  unknown_order A9"}));
        QCOMPARE(lines.rowsLeftOut, 1);
    }

    void a_mapping_that_does_not_fit_the_file_is_refused()
    {
        auto source = TableSource::open("a,b\nc,d\n");
        const auto wrong = planImport(*source, {TargetKind::Product, {{"name", "품명"}}}, options);
        QCOMPARE(wrong.error().code, ExchangeErrorCode::MissingColumn);
        QCOMPARE(wrong.error().detail, std::string("품명"));
        const auto poor = planImport(*source, {TargetKind::Product, {{"code", "a"}}}, options);
        QCOMPARE(poor.error().code, ExchangeErrorCode::BadMapping);
        QCOMPARE(poor.error().detail, std::string("name"));
    }

    void a_hundred_thousand_lines_are_planned_in_seconds()
    {
        std::string csv = "주문번호,주문일,거래처코드,품번,품명,수량,단가\n";
        for (int i = 0; i < 100'000; ++i)
            csv += "A" + std::to_string(i / 5) + ",2026-11-20,C" + std::to_string(i / 5 % 300) + ",P"
                + std::to_string(i % 120) + ",캡 24/410,1000,12.5\n";
        QElapsedTimer timer;
        timer.start();
        const ImportPlan result = plan(std::move(csv), TargetKind::Order);
        QCOMPARE(result.orders.size(), std::size_t{20'000});
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        qInfo("100,000 lines in %lld ms", timer.elapsed());
    }
};

QTEST_GUILESS_MAIN(ImportPlanTest)
#include "import_plan_test.moc"
