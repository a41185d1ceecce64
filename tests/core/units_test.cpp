#include "core/domain/units.h"

#include <QtTest>

using namespace dure;

namespace {

const PackingTerms bottle{"개", Quantity::fromInteger(500), 20};
const PackingTerms loose{"개", {}, 0};
const PackingTerms inYards{"yd", Quantity::fromInteger(60), 0};
const PackingTerms inMetres{"m", {}, 0};
Quantity pieces(std::int64_t count) { return Quantity::fromInteger(count); }

} // namespace

class UnitsTest : public QObject
{
    Q_OBJECT

private slots:
    void what_people_type_becomes_the_products_own_unit_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("quantity"); // in ten-thousandths
        QTest::newRow("plain") << "1,200" << qint64{12'000'000};
        QTest::newRow("decimals") << "12.5" << qint64{125'000};
        QTest::newRow("own word") << "35개" << qint64{350'000};
        QTest::newRow("own word, other language") << "35 EA" << qint64{350'000};
        QTest::newRow("boxes") << "10박스" << qint64{50'000'000};
        QTest::newRow("boxes with a blank") << "10 box" << qint64{50'000'000};
        QTest::newRow("half a box") << "0.5상자" << qint64{2'500'000};
        QTest::newRow("pallets") << "2팔레트" << qint64{200'000'000};
        QTest::newRow("pallets in short") << "2plt" << qint64{200'000'000};
        QTest::newRow("full width") << "１０ＢＯＸ" << qint64{50'000'000};
        QTest::newRow("thousands") << "1,000박스" << qint64{5'000'000'000};
        QTest::newRow("negative") << "-3박스" << qint64{-15'000'000};
        QTest::newRow("negative sum") << "− 3박스 20" << qint64{-15'200'000};
        QTest::newRow("boxes and loose") << "12박스 35" << qint64{60'350'000};
        QTest::newRow("without a blank") << "12박스35개" << qint64{60'350'000};
        QTest::newRow("sum") << "2팔레트+3박스 + 5" << qint64{215'050'000};
        QTest::newRow("letters and a blank") << "2plt 3box 5" << qint64{215'050'000};
    }
    void what_people_type_becomes_the_products_own_unit()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, quantity);
        const ParsedQuantity parsed = parseQuantity(typed.toStdString(), bottle);
        QVERIFY(!parsed.error);
        QCOMPARE(parsed.quantity.tenThousandths, quantity);
        QVERIFY(parsed.exact);
    }

    void what_cannot_be_read_says_why_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("error");
        const auto row = [](const char* typed, QuantityError error) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << int(error);
        };
        row("", QuantityError::Empty);
        row("많이", QuantityError::NotANumber);
        row("박스", QuantityError::NotANumber);
        row("1 200", QuantityError::NotANumber);
        row("20 3박스", QuantityError::NotANumber);
        row("3박스-2", QuantityError::NotANumber);
        row("3박스+", QuantityError::NotANumber);
        row("10box2", QuantityError::NotANumber);
        row("12,5박스", QuantityError::NotANumber);
        row("1.23456박스", QuantityError::TooManyDecimals);
        row("10자루", QuantityError::UnknownUnit);
        row("10m", QuantityError::OtherMeasure);
        row("999999999박스", QuantityError::TooLarge);
        row("99999999999", QuantityError::TooLarge);
    }
    void what_cannot_be_read_says_why()
    {
        QFETCH(QString, typed);
        QFETCH(int, error);
        const ParsedQuantity parsed = parseQuantity(typed.toStdString(), bottle);
        QVERIFY(parsed.error.has_value());
        QCOMPARE(int(*parsed.error), error);
    }

    void boxes_need_to_be_known()
    {
        QCOMPARE(parseQuantity("10박스", loose).error, QuantityError::NoUnitsPerBox);
        QCOMPARE(parseQuantity("10박스", loose).unit, std::string("박스"));
        QCOMPARE(parseQuantity("1plt", inYards).error, QuantityError::NoBoxesPerPallet);
        QCOMPARE(parseQuantity("1plt", PackingTerms{"박스", {}, 24}).quantity, pieces(24)); // counted in boxes itself
        QCOMPARE(parseQuantity("3 BOX", PackingTerms{"박스", {}, 24}).quantity, pieces(3));
        QCOMPARE(parseQuantity("5절", PackingTerms{"절", {}, 0}).quantity, pieces(5)); // its own word, whatever it is
        QCOMPARE(parseQuantity("5개", PackingTerms{"kg", {}, 0}).error, QuantityError::OtherMeasure);
        QCOMPARE(parseQuantity("7개", PackingTerms{}).quantity, pieces(7)); // no unit: pieces
    }

    void yards_and_metres_convert_exactly_or_say_that_they_do_not()
    {
        const ParsedQuantity metres = parseQuantity("120yd", inMetres);
        QCOMPARE(metres.quantity, (Quantity{1'097'280})); // 109.728
        QVERIFY(metres.exact && metres.converted);
        const ParsedQuantity fine = parseQuantity("0.0001yd", inMetres); // 0.00009144
        QCOMPARE(fine.quantity, Quantity{1});
        QVERIFY(!fine.exact);
        const ParsedQuantity yards = parseQuantity("100m", inYards); // 109.36132983…
        QCOMPARE(yards.quantity, (Quantity{1'093'613}));
        QVERIFY(!yards.exact);
        QCOMPARE(parseQuantity("-100m", inYards).quantity, (Quantity{-1'093'613}));
        const ParsedQuantity whole = parseQuantity("91.44미터", inYards);
        QCOMPARE(whole.quantity, pieces(100));
        QVERIFY(whole.exact);
        // rounded once, not term by term: 0.5 + 0.5 of the last place
        const ParsedQuantity sum = parseQuantity("100m 100m 100m", inYards); // 328.08398950…
        QCOMPARE(sum.quantity, (Quantity{3'280'840}));
        QVERIFY(!parseQuantity("120yd", inYards).converted);
        QCOMPARE(parseQuantity("2마", inYards).quantity, pieces(2));
        QCOMPARE(parseQuantity("2박스", inYards).quantity, pieces(120));
    }

    void nothing_overflows_whatever_stands_in_the_product()
    {
        const PackingTerms huge{"개", {maxTenThousandths}, std::numeric_limits<std::int64_t>::max()};
        QCOMPARE(parseQuantity("999999999.9999팔레트", huge).error, QuantityError::TooLarge);
        QCOMPARE(parseQuantity("0.0001팔레트", huge).error, QuantityError::TooLarge);
        QCOMPARE(parseQuantity("999999999.9999박스", huge).error, QuantityError::TooLarge);
        QCOMPARE(parseQuantity("1박스", huge).quantity, (Quantity{maxTenThousandths}));
        const PackingTerms negative{"개", {-5}, -3};
        QCOMPARE(parseQuantity("1박스", negative).error, QuantityError::NoUnitsPerBox);
        QCOMPARE(packed(pieces(7), negative), (PackedQuantity{0, 0, pieces(7)}));
        std::string many;
        for (int i = 0; i < 2'000; ++i)
            many += "999999999박스 ";
        QVERIFY(parseQuantity(many, bottle).error.has_value());
    }

    void a_quantity_is_shown_on_pallets_and_in_boxes()
    {
        QCOMPARE(packed(pieces(25'235), bottle), (PackedQuantity{2, 10, pieces(235)}));
        QCOMPARE(boxed(pieces(25'235), bottle), (PackedQuantity{0, 50, pieces(235)}));
        QCOMPARE(packed(pieces(-1'235), bottle), (PackedQuantity{0, -2, pieces(-235)}));
        QCOMPARE(packed(pieces(25'235), loose), (PackedQuantity{0, 0, pieces(25'235)}));
        QCOMPARE(packed(Quantity{605'000}, inYards), (PackedQuantity{0, 1, Quantity{5'000}})); // 60.5 yd
        QCOMPARE(packed(pieces(12), PackingTerms{"박스", pieces(6), 2}), (PackedQuantity{0, 0, pieces(12)}));
    }

    void what_is_typed_as_packed_comes_back()
    {
        for (std::int64_t count = -30'000; count < 30'000; count += 317) {
            const PackedQuantity parts = packed(pieces(count), bottle);
            const std::string text = std::to_string(std::abs(parts.pallets)) + "plt "
                + std::to_string(std::abs(parts.boxes)) + "box "
                + toText(parts.loose < Quantity{} ? -parts.loose : parts.loose, false);
            const ParsedQuantity parsed = parseQuantity(count < 0 ? "-" + text : text, bottle);
            QVERIFY(!parsed.error);
            QCOMPARE(parsed.quantity, pieces(count));
        }
    }
};

QTEST_APPLESS_MAIN(UnitsTest)
#include "units_test.moc"
