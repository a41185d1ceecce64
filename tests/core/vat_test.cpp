#include "core/domain/vat.h"

#include <QtTest>
#include <cstdlib>
#include <random>

using namespace dure;

namespace {

LineInput priced(std::int64_t won) { return {Quantity::fromInteger(1), UnitPrice::fromInteger(won)}; }
LineInput typed(std::int64_t won, std::int64_t tax)
{
    return {Quantity::fromInteger(1), UnitPrice::fromInteger(won), true, Won{tax}};
}

TaxTerms exclusive(RoundingMode mode, TaxScope scope) { return {TaxKind::Taxable, PriceKind::Exclusive, mode, scope}; }
TaxTerms inclusive(TaxScope scope) { return {TaxKind::Taxable, PriceKind::Inclusive, RoundingMode::HalfUp, scope}; }

std::int64_t taxOf(const TaxTerms& terms, const std::vector<LineInput>& lines)
{
    return totalOf(computeAmounts(terms, lines)).tax.amount;
}

struct Document
{
    TaxTerms terms;
    std::vector<LineInput> lines;
};

Document randomDocument(std::mt19937_64& random)
{
    const auto below = [&](std::uint64_t limit) { return static_cast<std::int64_t>(random() % limit); };
    Document document;
    document.terms = {static_cast<TaxKind>(below(8) < 6 ? 0 : below(3)), static_cast<PriceKind>(below(2)),
        static_cast<RoundingMode>(below(3)), static_cast<TaxScope>(below(2))};
    const bool mixedSigns = below(3) == 0;
    document.lines.resize(static_cast<std::size_t>(below(40)));
    for (LineInput& line : document.lines) {
        line.quantity.tenThousandths = below(2) ? below(20'000) * Quantity::scale : below(50'000'000);
        line.unitPrice.tenThousandths = below(2) ? below(3'000) * UnitPrice::scale : below(9'000'000);
        if (mixedSigns && below(3) == 0)
            line.quantity = -line.quantity;
        line.taxTyped = below(10) == 0;
        line.typedTax = Won{below(1'000)};
    }
    return document;
}

} // namespace

class VatTest : public QObject
{
    Q_OBJECT

private slots:
    void the_known_triple_gives_the_known_tax()
    {
        const std::vector<LineInput> lines = {priced(999), priced(861), priced(995)};
        using enum RoundingMode;
        QCOMPARE(taxOf(exclusive(Down, TaxScope::Line), lines), 284);
        QCOMPARE(taxOf(exclusive(Down, TaxScope::Document), lines), 285);
        QCOMPARE(taxOf(exclusive(HalfUp, TaxScope::Line), lines), 286);
        QCOMPARE(taxOf(exclusive(HalfUp, TaxScope::Document), lines), 286);
        QCOMPARE(taxOf(exclusive(Up, TaxScope::Line), lines), 287);
        QCOMPARE(taxOf(exclusive(Up, TaxScope::Document), lines), 286);
        QCOMPARE(taxOf(exclusive(HalfUp, TaxScope::Line), {priced(77'439'250)}), 7'743'925);
    }

    void a_document_tax_lands_on_the_largest_remainders()
    {
        const auto amounts = computeAmounts(
            exclusive(RoundingMode::Down, TaxScope::Document), std::vector{priced(999), priced(861), priced(995)});
        QCOMPARE(amounts[0].tax.amount, 100); // 99.9
        QCOMPARE(amounts[1].tax.amount, 86); // 86.1
        QCOMPARE(amounts[2].tax.amount, 99); // 99.5
        const auto even = computeAmounts(
            exclusive(RoundingMode::Down, TaxScope::Document), std::vector{priced(5), priced(5), priced(5), priced(5)});
        QCOMPARE(even[0].tax.amount, 1);
        QCOMPARE(even[1].tax.amount, 1);
        QCOMPARE(even[2].tax.amount, 0);
        QCOMPARE(even[3].tax.amount, 0);
    }

    void an_inclusive_price_holds_an_eleventh()
    {
        const auto amounts = computeAmounts(inclusive(TaxScope::Line), std::vector{priced(1'100), priced(1'000)});
        QCOMPARE(amounts[0], (LineAmounts{Won{1'000}, Won{100}}));
        QCOMPARE(amounts[1], (LineAmounts{Won{910}, Won{90}}));
        // per document 3,000 / 11 = 272.7, per line 3 × 90
        const std::vector<LineInput> three = {priced(1'000), priced(1'000), priced(1'000)};
        QCOMPARE(taxOf(inclusive(TaxScope::Line), three), 270);
        QCOMPARE(taxOf(inclusive(TaxScope::Document), three), 272);
        QCOMPARE(totalOf(computeAmounts(inclusive(TaxScope::Document), three)).total().amount, 3'000);
    }

    void a_price_with_decimals_is_rounded_once_a_line()
    {
        const LineInput yarn{Quantity{1'235'000}, UnitPrice{125'000}}; // 123.5 yd at 12.5원 = 1,543.75
        const auto down = computeAmounts(exclusive(RoundingMode::Down, TaxScope::Line), std::vector{yarn});
        QCOMPARE(down[0], (LineAmounts{Won{1'543}, Won{154}}));
        const auto up = computeAmounts(exclusive(RoundingMode::Up, TaxScope::Line), std::vector{yarn});
        QCOMPARE(up[0], (LineAmounts{Won{1'544}, Won{155}}));
    }

    void a_typed_tax_is_kept()
    {
        using enum RoundingMode;
        for (TaxScope scope : {TaxScope::Line, TaxScope::Document}) {
            const auto amounts
                = computeAmounts(exclusive(Down, scope), std::vector{priced(999), typed(861, 87), priced(995)});
            QCOMPARE(amounts[1], (LineAmounts{Won{861}, Won{87}}));
            const std::int64_t others = scope == TaxScope::Line ? 198 : 199; // 1,994 / 10
            QCOMPARE(totalOf(amounts).tax.amount, others + 87);
        }
        const auto inside = computeAmounts(inclusive(TaxScope::Document), std::vector{typed(1'000, 91), priced(1'000)});
        QCOMPARE(inside[0], (LineAmounts{Won{909}, Won{91}}));
        QCOMPARE(inside[1], (LineAmounts{Won{910}, Won{90}}));
    }

    void zero_rated_and_exempt_carry_no_tax()
    {
        for (TaxKind kind : {TaxKind::ZeroRated, TaxKind::Exempt})
            for (PriceKind priceKind : {PriceKind::Exclusive, PriceKind::Inclusive})
                for (TaxScope scope : {TaxScope::Line, TaxScope::Document}) {
                    const TaxTerms terms{kind, priceKind, RoundingMode::Up, scope};
                    const auto total = totalOf(computeAmounts(terms, std::vector{priced(999), typed(861, 87)}));
                    QCOMPARE(total, (LineAmounts{Won{1'860}, Won{0}}));
                }
    }

    void a_return_is_the_exact_negative()
    {
        std::mt19937_64 random(20261123);
        for (int i = 0; i < 5'000; ++i) {
            Document document = randomDocument(random);
            const auto amounts = computeAmounts(document.terms, document.lines);
            for (LineInput& line : document.lines) {
                line.quantity = -line.quantity;
                line.typedTax = -line.typedTax;
            }
            const auto returned = computeAmounts(document.terms, document.lines);
            for (std::size_t k = 0; k < amounts.size(); ++k)
                QCOMPARE(returned[k], (LineAmounts{-amounts[k].supply, -amounts[k].tax}));
        }
    }

    void any_document_adds_up()
    {
        std::mt19937_64 random(361);
        for (int i = 0; i < 20'000; ++i) {
            const auto [terms, lines] = randomDocument(random);
            const auto amounts = computeAmounts(terms, lines);
            QCOMPARE(amounts.size(), lines.size());
            const std::int64_t divisor = terms.priceKind == PriceKind::Inclusive ? 11 : 10;
            Int128 openBase = 0;
            std::int64_t openTax = 0;
            for (std::size_t k = 0; k < lines.size(); ++k) {
                const Won base = lineAmount(lines[k].quantity, lines[k].unitPrice, terms.roundingMode);
                QCOMPARE(terms.priceKind == PriceKind::Inclusive ? amounts[k].total() : amounts[k].supply, base);
                if (terms.kind != TaxKind::Taxable) {
                    QCOMPARE(amounts[k].tax, Won{0});
                } else if (lines[k].taxTyped) {
                    QCOMPARE(amounts[k].tax, lines[k].typedTax);
                } else {
                    openBase += base.amount;
                    openTax += amounts[k].tax.amount;
                    // never a won or more away from the exact share
                    QVERIFY(std::llabs(amounts[k].tax.amount * divisor - base.amount) < divisor);
                }
            }
            const RoundingMode mode = terms.priceKind == PriceKind::Inclusive ? RoundingMode::Down : terms.roundingMode;
            if (terms.kind == TaxKind::Taxable && terms.scope == TaxScope::Document)
                QCOMPARE(openTax, divideRounded(openBase, divisor, mode));
        }
    }

    void an_empty_document_is_worth_nothing()
    {
        for (TaxScope scope : {TaxScope::Line, TaxScope::Document})
            QCOMPARE(totalOf(computeAmounts(inclusive(scope), {})), LineAmounts{});
    }

    void an_amount_beyond_the_limit_is_noticed()
    {
        QVERIFY(amountFits(Quantity::fromInteger(999'999'999), UnitPrice::fromInteger(1'000)));
        QVERIFY(!amountFits(Quantity::fromInteger(999'999'999), UnitPrice::fromInteger(1'001)));
        QVERIFY(!amountFits(Quantity::fromInteger(-999'999'999), UnitPrice::fromInteger(1'001)));
        QVERIFY(!amountFits(Quantity{maxTenThousandths}, UnitPrice{maxTenThousandths}));
    }

    void the_stored_numbers_never_change()
    {
        QCOMPARE(static_cast<int>(TaxKind::Taxable), 0);
        QCOMPARE(static_cast<int>(TaxKind::ZeroRated), 1);
        QCOMPARE(static_cast<int>(TaxKind::Exempt), 2);
        QCOMPARE(static_cast<int>(PriceKind::Inclusive), 1);
        QCOMPARE(static_cast<int>(TaxScope::Document), 1);
        QCOMPARE(static_cast<int>(RoundingMode::HalfUp), 0);
        QCOMPARE(static_cast<int>(RoundingMode::Down), 1);
        QCOMPARE(static_cast<int>(RoundingMode::Up), 2);
    }
};

QTEST_APPLESS_MAIN(VatTest)
#include "vat_test.moc"
