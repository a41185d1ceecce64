// The lines of the order editor as plain values: what typing, pasting and undoing makes of them, without a window.
#include "app/orders/order_line_model.h"

#include "app/widgets/entry_grid.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <ctime>

using namespace dure;
using namespace dure::app;

namespace {

constexpr Date today = Date::fromYmd(2026, 11, 23);

Uuid idOf(std::uint8_t number)
{
    Uuid id;
    id.bytes[0] = 1;
    id.bytes[15] = number;
    return id;
}

storage::ProductChoice productOf(std::uint8_t number, std::int64_t listWon = 100)
{
    storage::ProductChoice choice;
    choice.id = idOf(number);
    choice.code = "P" + std::to_string(number);
    choice.name = "용기 " + std::to_string(number);
    choice.spec = "28파이";
    choice.unit = "개";
    choice.listPrice = UnitPrice::fromInteger(listWon);
    return choice;
}

/// 1: agreed 97, from 10,000 pieces on 90. 2: last 80. 3: agreed 70 and last 60.
std::shared_ptr<const storage::CustomerPricing> pricing()
{
    auto prices = std::make_shared<storage::CustomerPricing>();
    const Date from = Date::fromYmd(2026, 11, 15);
    prices->agreed[idOf(1)]
        = {{from, {}, UnitPrice::fromInteger(97)}, {from, Quantity::fromInteger(10'000), UnitPrice::fromInteger(90)}};
    prices->last[idOf(2)] = {UnitPrice::fromInteger(80), Date::fromYmd(2026, 11, 10)};
    prices->agreed[idOf(3)] = {{from, {}, UnitPrice::fromInteger(70)}};
    prices->last[idOf(3)] = {UnitPrice::fromInteger(60), Date::fromYmd(2026, 11, 10)};
    return prices;
}

struct Lines
{
    OrderLineModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    Lines()
    {
        model.setToday(today);
        model.setDay(today);
        model.setDue(Date::fromYmd(2026, 12, 2));
        model.setPricing(pricing(), false);
    }
    void write(int row, LineColumn column, const QString& text)
    {
        QVERIFY(model.setData(model.index(row, int(column)), text, Qt::EditRole));
    }
    QString text(int row, LineColumn column) const { return model.index(row, int(column)).data().toString(); }
    QString problem(int row, LineColumn column) const
    {
        return model.index(row, int(column)).data(ProblemRole).toString();
    }
};

} // namespace

class OrderLineModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void there_is_always_one_blank_row_to_go_on_with()
    {
        Lines l;
        QCOMPARE(l.model.rowCount(), 1);
        l.write(0, LineColumn::Product, QStringLiteral("금형비"));
        QCOMPARE(l.model.rowCount(), 2);
        l.write(1, LineColumn::Note, QString());
        QCOMPARE(l.model.rowCount(), 2);
        QCOMPARE(l.model.lineCount(), 1);
        l.model.removeLine(0);
        QCOMPARE(l.model.rowCount(), 1);
        QVERIFY(l.model.orderLines().empty());
    }

    void amounts_and_totals_are_those_of_the_rule()
    {
        Lines l;
        l.model.takeProduct(0, productOf(1), false);
        l.write(0, LineColumn::Quantity, QStringLiteral("20,000"));
        l.model.takeProduct(1, productOf(2), false);
        l.write(1, LineColumn::Quantity, QStringLiteral("12.5"));
        QCOMPARE(l.text(0, LineColumn::Supply), QStringLiteral("1,800,000"));
        QCOMPARE(l.text(0, LineColumn::Tax), QStringLiteral("180,000"));
        QCOMPARE(l.model.totals().supply, (Won{1'801'000}));
        QCOMPARE(l.model.totals().tax, (Won{180'100}));
        TaxTerms zero;
        zero.kind = TaxKind::ZeroRated;
        l.model.setTax(zero);
        QCOMPARE(l.model.totals().tax, Won{});
        QVERIFY(!(l.model.index(0, int(LineColumn::Tax)).flags() & Qt::ItemIsEditable));
    }

    void the_offered_price_names_its_source_and_the_last_is_taken_only_when_asked_for()
    {
        Lines l;
        l.model.takeProduct(0, productOf(1), false);
        l.model.takeProduct(1, productOf(2), false);
        l.model.takeProduct(2, productOf(3), true);
        l.model.takeProduct(3, productOf(4, 33), false);
        const QStringList sources{l.text(0, LineColumn::Source), l.text(1, LineColumn::Source),
            l.text(2, LineColumn::Source), l.text(3, LineColumn::Source)};
        QCOMPARE(sources, (QStringList{"Agreed", "Last", "Last", "List"}));
        QCOMPARE(l.text(2, LineColumn::Price), QStringLiteral("60"));
        QCOMPARE(l.text(3, LineColumn::Price), QStringLiteral("33"));
    }

    void a_quantity_that_reaches_a_tier_takes_its_price_but_never_over_a_typed_one()
    {
        Lines l;
        l.model.takeProduct(0, productOf(1), false);
        l.write(0, LineColumn::Quantity, QStringLiteral("9,999"));
        QCOMPARE(l.text(0, LineColumn::Price), QStringLiteral("97"));
        l.write(0, LineColumn::Quantity, QStringLiteral("10000"));
        QCOMPARE(l.text(0, LineColumn::Price), QStringLiteral("90"));
        l.write(0, LineColumn::Price, QStringLiteral("95.5"));
        QCOMPARE(l.text(0, LineColumn::Source), QStringLiteral("Typed"));
        l.write(0, LineColumn::Quantity, QStringLiteral("50"));
        QCOMPARE(l.text(0, LineColumn::Price), QStringLiteral("95.5"));
        const auto over = passedOver(l.model.lineAt(0), l.model.terms());
        QVERIFY(over);
        QCOMPARE(over->unitPrice, UnitPrice::fromInteger(97));
        l.write(0, LineColumn::Price, QString());
        QCOMPARE(l.text(0, LineColumn::Source), QStringLiteral("Agreed"));
    }

    void a_last_price_that_was_chosen_over_an_agreed_one_stays_when_the_quantity_changes()
    {
        Lines l;
        l.model.takeProduct(0, productOf(3), true);
        l.write(0, LineColumn::Quantity, QStringLiteral("10"));
        l.write(0, LineColumn::Quantity, QStringLiteral("99999"));
        QCOMPARE(l.text(0, LineColumn::Price), QStringLiteral("60"));
        QCOMPARE(l.text(0, LineColumn::Source), QStringLiteral("Last"));
    }

    void confirming_an_offered_price_does_not_make_it_typed()
    {
        Lines l;
        l.model.takeProduct(0, productOf(1), false);
        l.write(0, LineColumn::Price, QStringLiteral("97"));
        QCOMPARE(l.text(0, LineColumn::Source), QStringLiteral("Agreed"));
    }

    void a_product_taken_before_the_prices_are_known_gets_its_price_with_them()
    {
        OrderLineModel model;
        model.setDay(today);
        model.takeProduct(0, productOf(1), false);
        QCOMPARE(model.lineAt(0).line.unitPrice, UnitPrice::fromInteger(100));
        model.setPricing(pricing(), false);
        QCOMPARE(model.lineAt(0).line.unitPrice, UnitPrice::fromInteger(97));
        QCOMPARE(model.lineAt(0).line.priceSource, PriceSource::Agreed);
    }

    void another_customer_changes_offered_prices_and_keeps_typed_ones()
    {
        Lines l;
        l.model.takeProduct(0, productOf(1), false);
        l.model.takeProduct(1, productOf(2), false);
        l.write(1, LineColumn::Price, QStringLiteral("81"));
        l.model.setPricing(std::make_shared<storage::CustomerPricing>(), true);
        QCOMPARE(l.text(0, LineColumn::Price), QStringLiteral("100"));
        QCOMPARE(l.text(0, LineColumn::Source), QStringLiteral("List"));
        QCOMPARE(l.text(1, LineColumn::Price), QStringLiteral("81"));
        QVERIFY(!l.model.canUndo());
    }

    void the_day_of_the_order_decides_which_agreed_price_holds()
    {
        Lines l;
        l.model.takeProduct(0, productOf(1), false);
        l.model.setDay(Date::fromYmd(2026, 11, 1));
        QCOMPARE(l.text(0, LineColumn::Source), QStringLiteral("List"));
        l.model.setDay(today);
        QCOMPARE(l.text(0, LineColumn::Price), QStringLiteral("97"));
    }

    void a_typed_tax_is_kept_and_emptying_the_cell_gives_the_rule_back()
    {
        Lines l;
        l.model.takeProduct(0, productOf(1), false);
        l.write(0, LineColumn::Quantity, QStringLiteral("9"));
        QCOMPARE(l.text(0, LineColumn::Tax), QStringLiteral("87"));
        l.write(0, LineColumn::Tax, QStringLiteral("88"));
        l.write(0, LineColumn::Quantity, QStringLiteral("10"));
        QCOMPARE(l.text(0, LineColumn::Tax), QStringLiteral("88"));
        QCOMPARE(l.model.totals().tax, Won{88});
        QVERIFY(l.model.orderLines().front().taxTyped);
        l.write(0, LineColumn::Tax, QString());
        QCOMPARE(l.text(0, LineColumn::Tax), QStringLiteral("97"));
    }

    void an_exempt_product_carries_no_tax_in_a_taxed_order()
    {
        Lines l;
        auto exempt = productOf(4);
        exempt.taxKind = TaxKind::Exempt;
        l.model.takeProduct(0, exempt, false);
        l.write(0, LineColumn::Quantity, QStringLiteral("10"));
        QCOMPARE(l.model.totals(), (LineAmounts{Won{1000}, Won{0}}));
        l.model.takeProduct(0, productOf(5), false);
        QCOMPARE(l.model.totals().tax, Won{100});
    }

    void what_cannot_be_read_stays_as_typed_with_the_reason_and_is_not_saved()
    {
        Lines l;
        l.model.takeProduct(0, productOf(1), false);
        l.write(0, LineColumn::Quantity, QStringLiteral("많이"));
        l.write(0, LineColumn::Due, QStringLiteral("13-45"));
        QCOMPARE(l.text(0, LineColumn::Quantity), QStringLiteral("많이"));
        QVERIFY(!l.problem(0, LineColumn::Quantity).isEmpty());
        QVERIFY(!l.problem(0, LineColumn::Due).isEmpty());
        QCOMPARE(l.model.firstProblem(), l.model.index(0, int(LineColumn::Quantity)));
        l.write(0, LineColumn::Quantity, QStringLiteral("5"));
        l.write(0, LineColumn::Due, QStringLiteral("1205"));
        QVERIFY(!l.model.firstProblem().isValid());
        QCOMPARE(l.text(0, LineColumn::Due), QStringLiteral("12-05 Sat"));
    }

    void a_line_without_a_date_of_its_own_shows_the_orders()
    {
        Lines l;
        l.write(0, LineColumn::Product, QStringLiteral("샘플"));
        QCOMPARE(l.text(0, LineColumn::Due), QStringLiteral("12-02 Wed"));
        QVERIFY(l.model.orderLines().front().dueOn.isNull());
        l.model.setDue(Date::fromYmd(2026, 12, 9));
        QCOMPARE(l.text(0, LineColumn::Due), QStringLiteral("12-09 Wed"));
    }

    void a_code_nobody_knows_stays_marked_and_is_saved_as_text()
    {
        Lines l;
        QSignalSpy wanted(&l.model, &OrderLineModel::productWanted);
        l.write(0, LineColumn::Code, QStringLiteral("XX-99"));
        QCOMPARE(wanted.count(), 1);
        l.model.answerProducts({{wanted[0][0].toLongLong(), QStringLiteral("XX-99"), std::nullopt, true}});
        QVERIFY(!l.problem(0, LineColumn::Code).isEmpty());
        QCOMPARE(l.model.unmatchedKeys().size(), 1);
        QVERIFY(!l.model.firstProblem().isValid());
        QVERIFY(l.model.firstProblem(true).isValid());
        QCOMPARE(l.model.orderLines().front().productName, std::string("XX-99"));
        l.write(0, LineColumn::Product, QStringLiteral("특수 캡"));
        QCOMPARE(l.model.orderLines().front().productName, std::string("XX-99 특수 캡"));
        l.write(0, LineColumn::Code, QString());
        QVERIFY(l.problem(0, LineColumn::Code).isEmpty());
        QCOMPARE(l.model.orderLines().front().productName, std::string("특수 캡"));
    }

    void an_answer_that_comes_too_late_changes_nothing()
    {
        Lines l;
        QSignalSpy wanted(&l.model, &OrderLineModel::productWanted);
        l.write(0, LineColumn::Code, QStringLiteral("P1"));
        const qint64 key = wanted[0][0].toLongLong();
        l.write(0, LineColumn::Code, QStringLiteral("P2"));
        l.model.answerProducts({{key, QStringLiteral("P1"), productOf(1), true}});
        QVERIFY(l.model.lineAt(0).line.productId.isNil());
        l.model.answerProducts({{key, QStringLiteral("P2"), productOf(2), true}});
        QCOMPARE(l.model.lineAt(0).line.productId, idOf(2));
        l.model.removeLine(0);
        l.model.answerProducts({{key, QStringLiteral("P2"), productOf(2), true}});
        QCOMPARE(l.model.rowCount(), 1);
    }

    void every_change_can_be_undone_and_redone()
    {
        Lines l;
        l.model.takeProduct(0, productOf(1), false);
        l.write(0, LineColumn::Quantity, QStringLiteral("5"));
        l.model.takeProduct(1, productOf(2), false);
        l.model.insertLine(1);
        l.write(1, LineColumn::Product, QStringLiteral("금형비"));
        l.model.removeLine(0);
        QCOMPARE(l.model.lineCount(), 2);
        QCOMPARE(l.model.undo(), l.model.index(0, int(LineColumn::Code)));
        QCOMPARE(l.text(0, LineColumn::Quantity), QStringLiteral("5"));
        QCOMPARE(l.model.rowCount(), 4);
        for (int i = 0; i < 5; ++i)
            l.model.undo();
        QCOMPARE(l.model.rowCount(), 1);
        QVERIFY(!l.model.undo().isValid());
        for (int i = 0; i < 6; ++i)
            QVERIFY(l.model.redo().isValid());
        QVERIFY(!l.model.redo().isValid());
        QCOMPARE(l.text(0, LineColumn::Product), QStringLiteral("금형비"));
        QCOMPARE(l.model.lineCount(), 2);
    }

    void as_above_copies_the_product_with_its_price_or_the_one_cell()
    {
        Lines l;
        l.model.takeProduct(0, productOf(1), false);
        l.write(0, LineColumn::Quantity, QStringLiteral("700"));
        l.write(0, LineColumn::Note, QStringLiteral("급함"));
        for (const LineColumn column : {LineColumn::Code, LineColumn::Quantity, LineColumn::Note, LineColumn::Due})
            l.model.copyFromAbove(l.model.index(1, int(column)));
        QCOMPARE(l.model.lineAt(1).line.productId, idOf(1));
        QCOMPARE(l.text(1, LineColumn::Price), QStringLiteral("97"));
        QCOMPARE(l.text(1, LineColumn::Quantity), QStringLiteral("700"));
        QCOMPARE(l.text(1, LineColumn::Note), QStringLiteral("급함"));
        QVERIFY(l.model.lineAt(1).line.dueOn.isNull());
    }

    void pasted_rows_find_their_columns_data()
    {
        QTest::addColumn<QString>("clipboard");
        QTest::newRow("code, quantity") << "P1\t300\r\nP2\t500\r\n";
        QTest::newRow("titles in another order") << "수량\t품목코드\n300\tP1\n500\tP2\n";
        QTest::newRow("running number, code, name, unit") << "1\tP1\t용기\tEA\t300\n2\tP2\t용기\tEA\t500";
        QTest::newRow("an amount that says nothing new") << "P1\t300\t97\t29,100\t2,910\nP2\t500\t80\t40,000\t4,000";
    }
    void pasted_rows_find_their_columns()
    {
        QFETCH(QString, clipboard);
        Lines l;
        QSignalSpy wanted(&l.model, &OrderLineModel::productsWanted);
        QCOMPARE(l.model.paste(0, clipboardRows(clipboard)), 2);
        const auto keys = wanted[0][0].value<QList<qint64>>();
        QCOMPARE(wanted[0][1].toStringList(), (QStringList{"P1", "P2"}));
        l.model.answerProducts(
            {{keys[0], QStringLiteral("P1"), productOf(1), true}, {keys[1], QStringLiteral("P2"), productOf(2), true}});
        QCOMPARE(l.text(0, LineColumn::Quantity), QStringLiteral("300"));
        QCOMPARE(l.text(0, LineColumn::Price), QStringLiteral("97"));
        QCOMPARE(l.text(0, LineColumn::Source), QStringLiteral("Agreed"));
        QCOMPARE(l.text(1, LineColumn::Quantity), QStringLiteral("500"));
        QVERIFY(l.text(0, LineColumn::Note).isEmpty());
        l.model.undo();
        QCOMPARE(l.model.rowCount(), 1);
    }

    void code_quantity_and_price_are_taken_in_this_order_data()
    {
        QTest::addColumn<QString>("clipboard");
        QTest::newRow("bare numbers") << "P1\t300\t95\nP2\t500\t85";
        QTest::newRow("one row") << "P1\t300\t95";
        QTest::newRow("with units") << "P1\t300개\t95원\nP2\t1,500 EA\t₩85";
        QTest::newRow("codes that are numbers") << "7001\t300\t95\n7002\t500\t85";
        QTest::newRow("codes that run like rows") << "1\t300\t95\n2\t500\t85";
    }
    void code_quantity_and_price_are_taken_in_this_order()
    {
        QFETCH(QString, clipboard);
        Lines l;
        QSignalSpy wanted(&l.model, &OrderLineModel::productsWanted);
        const auto rows = clipboardRows(clipboard);
        QCOMPARE(l.model.paste(0, rows), rows.size());
        QCOMPARE(wanted[0][1].toStringList().first(), rows[0][0]);
        l.model.answerProducts({{wanted[0][0].value<QList<qint64>>()[0], rows[0][0], productOf(1), true}});
        QCOMPARE(l.text(0, LineColumn::Quantity), QStringLiteral("300"));
        QCOMPARE(l.text(0, LineColumn::Price), QStringLiteral("95"));
        QVERIFY(l.text(0, LineColumn::Note).isEmpty());
    }

    void a_product_that_is_made_is_another_one_also_under_the_same_name()
    {
        Lines l;
        l.model.takeProduct(0, productOf(1), false);
        QCOMPARE(l.text(0, LineColumn::Price), QStringLiteral("97"));
        l.model.awaitProduct(0, QStringLiteral("용기 1"));
        const OrderLine& line = l.model.lines().front()->line;
        QVERIFY(line.productId.isNil());
        QCOMPARE(line.productName, std::string("용기 1"));
        QVERIFY(line.spec.empty() && line.unit.empty());
        QVERIFY(line.priceSource != PriceSource::Agreed); // the other one's
        QVERIFY(l.text(0, LineColumn::Price).isEmpty());
    }

    void a_size_with_its_unit_is_no_quantity_data()
    {
        QTest::addColumn<QString>("clipboard");
        QTest::addColumn<QString>("taken"); // spec, quantity, price
        QTest::newRow("size, quantity, price") << QStringLiteral("밀가루\t20kg\t100\t25000") << "20kg|100|25,000";
        QTest::newRow("size, quantity") << QStringLiteral("커피\t200g\t12") << "200g|12|";
        QTest::newRow("in a box, quantity, price, amount")
            << QStringLiteral("컵\t50개\t12\t8500\t102000") << "50개|12|8,500";
        QTest::newRow("pieces, with a tax and a total behind")
            << QStringLiteral("컵\t100개\t1250\t12500\t137500") << "|100|1,250";
        QTest::newRow("pieces, the amount with a discount")
            << QStringLiteral("컵\t100개\t1250\t112500") << "|100|1,250";
        QTest::newRow("pieces, the stock behind") << QStringLiteral("컵\t100개\t1250\t30") << "|100|1,250";
        QTest::newRow("kilograms, with a tax and a total behind")
            << QStringLiteral("수지\t100kg\t1250\t12500\t137500") << "|100|1,250";
        QTest::newRow("quantity, price, supply") << QStringLiteral("밀가루\t20kg\t1250\t25000") << "|20|1,250";
        QTest::newRow("quantity and money") << QStringLiteral("밀가루\t20kg\t1250원") << "|20|1,250";
        QTest::newRow("pieces and price") << QStringLiteral("컵\t50개\t120") << "|50|120";
        QTest::newRow("a total behind") << QStringLiteral(
            "컵\t100개\t1250\t125000\n뚜껑\t10개\t50\t500\n합계\t\t\t125500")
                                        << "|100|1,250";
        QTest::newRow("a total with tax") << QStringLiteral("컵\t100개\t1,250\t137,500") << "|100|1,250";
        QTest::newRow("no amount") << QStringLiteral("컵\t100개\t1250\t\n뚜껑\t10개\t50\t500") << "|100|1,250";
        QTest::newRow("only a quantity") << QStringLiteral("밀가루\t20kg") << "|20|";
        QTest::newRow("quantity, size") << QStringLiteral("밀가루\t100\t20kg") << "20kg|100|";
    }
    void a_size_with_its_unit_is_no_quantity()
    {
        QFETCH(QString, clipboard);
        Lines l;
        l.model.paste(0, clipboardRows(clipboard));
        QStringList taken;
        for (const LineColumn column : {LineColumn::Spec, LineColumn::Quantity, LineColumn::Price})
            taken += l.text(0, column);
        QTEST(taken.join(u'|'), "taken");
    }

    void nothing_that_was_pasted_is_lost()
    {
        Lines l;
        QSignalSpy wanted(&l.model, &OrderLineModel::productsWanted);
        l.model.paste(0,
            clipboardRows(QStringLiteral("X-1\t특수 캡\t28파이\t개\t만개\t45\t2026-12-24\t\"두 번째\n줄\"\t77\n"
                                         "X-2\t펌프\t\t개\t1,000\t150\t2026-12-24\t\t\n"
                                         "X-3\t펌프\t\t개\t1,000\t150\t2026-12-24\t\t\n"
                                         "X-4\t펌프\t\t개\t1,000\t150\t2026-12-24\t\t\n"
                                         "X-5\t펌프\t\t개\t1,000\t150\t2026-12-24\t\t\n")));
        const auto keys = wanted[0][0].value<QList<qint64>>();
        l.model.answerProducts({{keys[0], QStringLiteral("X-1"), std::nullopt, true}});
        QCOMPARE(l.text(0, LineColumn::Code), QStringLiteral("X-1"));
        QVERIFY(!l.problem(0, LineColumn::Code).isEmpty());
        QCOMPARE(l.text(0, LineColumn::Product), QStringLiteral("특수 캡"));
        QCOMPARE(l.text(0, LineColumn::Quantity), QStringLiteral("만개"));
        QVERIFY(!l.problem(0, LineColumn::Quantity).isEmpty());
        QCOMPARE(l.text(0, LineColumn::Price), QStringLiteral("45"));
        QCOMPARE(l.text(0, LineColumn::Due), QStringLiteral("12-24 Thu"));
        QCOMPARE(l.text(0, LineColumn::Note), QStringLiteral("두 번째 줄 / 77"));
    }

    void one_column_goes_downwards_and_is_one_step_back()
    {
        Lines l;
        l.model.takeProduct(0, productOf(1), false);
        l.model.pasteDown(l.model.index(0, int(LineColumn::Quantity)), {"10", "", "30"});
        QCOMPARE(l.model.rowCount(), 4);
        QCOMPARE(l.text(2, LineColumn::Quantity), QStringLiteral("30"));
        l.model.undo();
        QCOMPARE(l.model.rowCount(), 2);
        QCOMPARE(l.text(0, LineColumn::Quantity), QString());
    }

    void problems_of_a_command_stand_at_their_cells_until_these_are_written()
    {
        Lines l;
        l.model.insertLine(0);
        l.write(0, LineColumn::Product, QStringLiteral("금형비"));
        l.model.insertLine(0); // blank rows shift the lines, not their problems
        QList<int> rows;
        QCOMPARE(l.model.orderLines(&rows).size(), std::size_t(1));
        l.model.setProblems({{TableId::OrderLine, col::OrderLine::quantity, 0, commands::Problem::ZeroQuantity}}, rows);
        QVERIFY(!l.problem(1, LineColumn::Quantity).isEmpty());
        QCOMPARE(l.model.firstProblem(), l.model.index(1, int(LineColumn::Quantity)));
        l.write(1, LineColumn::Quantity, QStringLiteral("1"));
        QVERIFY(!l.model.firstProblem().isValid());
    }

    void five_hundred_pasted_lines_are_there_at_once()
    {
        Lines l;
        QString clipboard;
        for (int i = 0; i < 500; ++i)
            clipboard += QStringLiteral("P%1\t%2\n").arg(i % 5 + 1).arg(i + 1);
        QSignalSpy wanted(&l.model, &OrderLineModel::productsWanted);
        const std::clock_t begun = std::clock(); // this process's time, whatever else the machine does
        const auto elapsedMs = [&](std::clock_t since) { return (std::clock() - since) * 1000 / CLOCKS_PER_SEC; };
        QCOMPARE(l.model.paste(0, clipboardRows(clipboard)), 500);
        const auto keys = wanted[0][0].value<QList<qint64>>();
        QList<OrderLineModel::ProductAnswer> answers;
        for (int i = 0; i < 500; ++i)
            answers += {keys[i], QStringLiteral("P%1").arg(i % 5 + 1), productOf(std::uint8_t(i % 5 + 1)), true};
        l.model.answerProducts(answers);
        QVERIFY2(elapsedMs(begun) < 400, qPrintable(QString::number(elapsedMs(begun))));
        const std::clock_t written = std::clock();
        for (int i = 0; i < 100; ++i)
            l.write(i, LineColumn::Quantity, QString::number(1000 + i));
        QVERIFY2(elapsedMs(written) < 1000, qPrintable(QString::number(elapsedMs(written))));
        QCOMPARE(l.model.lineCount(), 500);
    }
};

QTEST_GUILESS_MAIN(OrderLineModelTest)
#include "order_line_model_test.moc"
