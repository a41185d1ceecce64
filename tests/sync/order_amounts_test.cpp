// What an order's lines say of supply and tax follows from its terms and all of its lines, however edits of several PCs
// are merged (DECISIONS 52).
#include "core/domain/vat.h"
#include "tests/sync/space_fixture.h"

#include <QTest>

using namespace dure;
using namespace dure::protocol;
using namespace dure::test;

namespace {

const Uuid theOrder = numbered(40);
using Line = col::OrderLine;
using Head = col::SalesOrder;

/// An order as one PC sees it; it computes amounts as the order commands do.
struct SeenOrder
{
    TaxTerms terms;
    std::vector<LineInput> lines;

    Values amount(std::size_t at) const
    {
        const LineAmounts amounts = computeAmounts(terms, lines).at(at);
        return {{Line::quantity, lines[at].quantity.tenThousandths},
            {Line::unitPrice, lines[at].unitPrice.tenThousandths}, {Line::supply, amounts.supply.amount},
            {Line::tax, amounts.tax.amount}, {Line::taxTyped, std::int64_t{lines[at].taxTyped}}};
    }
    Values tax() const
    {
        return {{Head::taxKind, static_cast<std::int64_t>(terms.kind)},
            {Head::priceKind, static_cast<std::int64_t>(terms.priceKind)},
            {Head::roundingMode, static_cast<std::int64_t>(terms.roundingMode)},
            {Head::taxScope, static_cast<std::int64_t>(terms.scope)}};
    }
};

LineInput goods(std::int64_t quantity, std::int64_t price)
{
    return {Quantity::fromInteger(quantity), UnitPrice::fromInteger(price)};
}

struct Office : CloudSpace
{
    Hand minsu = hand(1);
    Hand jiyoung = hand(2);
    SeenOrder seen;

    explicit Office(SeenOrder first)
        : seen(std::move(first))
    {
        std::vector<Change> made{order(theOrder).front()};
        for (const auto& [column, value] : seen.tax())
            made[0].fields.known.emplace_back(column, value);
        for (std::size_t i = 0; i < seen.lines.size(); ++i)
            made.push_back(newLine(seen, i));
        push(minsu, made);
    }

    static Change newLine(const SeenOrder& of, std::size_t at)
    {
        Values values{{Line::orderId, theOrder}, {Line::position, static_cast<std::int64_t>(at)},
            {Line::productName, std::string("PET")}};
        for (const auto& field : of.amount(at))
            values.push_back(field);
        return make(TableId::OrderLine, line(theOrder, static_cast<int>(at)), values);
    }
    Change toTerms(const SeenOrder& of)
    {
        return change(TableId::SalesOrder, theOrder, seqOf(TableId::SalesOrder, theOrder), of.tax());
    }
    Change toLine(const SeenOrder& of, std::size_t at)
    {
        const Uuid id = line(theOrder, static_cast<int>(at));
        return change(TableId::OrderLine, id, seqOf(TableId::OrderLine, id), of.amount(at));
    }

    /// As a PC sends it: the lines whose amounts are others than those seen, in which no line came or went.
    std::vector<Change> toChanged(const SeenOrder& now)
    {
        std::vector<Change> changes;
        if (now.terms != seen.terms)
            changes.push_back(toTerms(now));
        for (std::size_t at = 0; at < seen.lines.size(); ++at)
            if (now.amount(at) != seen.amount(at))
                changes.push_back(toLine(now, at));
        return changes;
    }

    /// The order by what is stored, and whether the stored amounts are those of its terms and lines.
    bool addsUp()
    {
        const auto number
            = [&](TableId table, const Uuid& id, int column) { return integerOf(field(table, id, column)); };
        const auto term = [&](int column) { return number(TableId::SalesOrder, theOrder, column); };
        const TaxTerms terms{static_cast<TaxKind>(term(Head::taxKind)), static_cast<PriceKind>(term(Head::priceKind)),
            static_cast<RoundingMode>(term(Head::roundingMode)), static_cast<TaxScope>(term(Head::taxScope))};
        std::vector<LineInput> lines;
        std::vector<LineAmounts> stored;
        for (int at = 0; at < 5; ++at) {
            const Uuid id = line(theOrder, at);
            if (seqOf(TableId::OrderLine, id) == 0 || isDeleted(TableId::OrderLine, id))
                continue;
            const auto of = [&](int column) { return number(TableId::OrderLine, id, column); };
            lines.push_back({{of(Line::quantity)}, {of(Line::unitPrice)}, of(Line::taxTyped) != 0, {of(Line::tax)}});
            stored.push_back({{of(Line::supply)}, {of(Line::tax)}});
        }
        return stored == computeAmounts(terms, lines)
            && service.digest(minsu.actor)->tables == recomputedDigests(minsu);
    }
};

SeenOrder byLine() { return {{}, {goods(3, 35), goods(1, 105), goods(1, 104)}}; }
SeenOrder byDocument()
{
    SeenOrder order{{}, {goods(1, 104), goods(1, 104), goods(1, 104)}};
    order.terms.scope = TaxScope::Document;
    return order;
}

} // namespace

class OrderAmountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void terms_and_a_line_changed_apart_add_up()
    {
        for (const TaxTerms& terms : {TaxTerms{TaxKind::Exempt}, TaxTerms{TaxKind::Taxable, PriceKind::Inclusive},
                 TaxTerms{TaxKind::Taxable, PriceKind::Exclusive, RoundingMode::Down},
                 TaxTerms{TaxKind::Taxable, PriceKind::Exclusive, RoundingMode::HalfUp, TaxScope::Document}})
            for (const bool termsFirst : {true, false}) {
                Office office(byLine());
                SeenOrder hers = office.seen; // other terms: every line has other amounts
                hers.terms = terms;
                const std::vector<Change> toTerms = office.toChanged(hers);
                SeenOrder his = office.seen; // another quantity, and a line more
                his.lines[1].quantity = Quantity::fromInteger(7);
                his.lines.push_back(goods(9, 35));
                const std::vector<Change> toLines{office.toLine(his, 1), Office::newLine(his, 3)};
                office.push(office.jiyoung, termsFirst ? toTerms : toLines);
                office.push(office.minsu, termsFirst ? toLines : toTerms);
                QVERIFY(office.addsUp());
            }
    }

    void two_lines_changed_apart_share_the_tax_of_their_document()
    {
        Office office(byDocument());
        SeenOrder his = office.seen;
        his.lines[0].quantity = Quantity::fromInteger(5);
        const std::vector<Change> first = office.toChanged(his);
        SeenOrder hers = office.seen;
        hers.lines[2].quantity = Quantity::fromInteger(5);
        const std::vector<Change> second = office.toChanged(hers);
        office.push(office.minsu, first);
        office.push(office.jiyoung, second);
        QVERIFY(office.addsUp());
        QVERIFY(office.conflicts().empty()); // nobody's quantity was lost
    }

    void a_line_removed_and_one_changed_apart_add_up()
    {
        for (const bool removedFirst : {true, false}) {
            Office office(byDocument());
            const Uuid gone = CloudSpace::line(theOrder, 1);
            const std::vector<Change> removed{drop(TableId::OrderLine, gone, office.seqOf(TableId::OrderLine, gone))};
            SeenOrder hers = office.seen;
            hers.lines[2].quantity = Quantity::fromInteger(5);
            const std::vector<Change> changed = office.toChanged(hers);
            office.push(office.minsu, removedFirst ? removed : changed);
            office.push(office.jiyoung, removedFirst ? changed : removed);
            QVERIFY(office.addsUp());
        }
    }

    void a_line_that_comes_back_shares_the_tax_again()
    {
        Office office(byDocument());
        const Uuid gone = CloudSpace::line(theOrder, 1);
        const Change note = change(
            TableId::OrderLine, gone, office.seqOf(TableId::OrderLine, gone), {{Line::note, std::string("급함")}});
        SeenOrder without{office.seen.terms, {goods(1, 104), goods(5, 104)}};
        Change first = office.toLine(office.seen, 0);
        first.fields.known = without.amount(0);
        Change last = office.toLine(office.seen, 2);
        last.fields.known = without.amount(1);
        office.push(office.jiyoung, {drop(TableId::OrderLine, gone, note.base), first, last});
        QVERIFY(office.addsUp());
        office.push(office.minsu, {note});
        QVERIFY(!office.isDeleted(TableId::OrderLine, gone));
        QVERIFY(office.addsUp());
    }

    void a_typed_tax_stays()
    {
        SeenOrder order = byDocument();
        order.lines[0].taxTyped = true;
        order.lines[0].typedTax = Won{4};
        Office office(order);
        SeenOrder hers = office.seen;
        hers.terms.roundingMode = RoundingMode::Up;
        SeenOrder his = office.seen;
        his.lines[2].quantity = Quantity::fromInteger(5);
        const std::vector<Change> toTerms = office.toChanged(hers);
        const std::vector<Change> toLine = office.toChanged(his);
        office.push(office.jiyoung, toTerms);
        office.push(office.minsu, toLine);
        QVERIFY(office.addsUp());
        QCOMPARE(office.field(TableId::OrderLine, CloudSpace::line(theOrder, 0), Line::tax), Value(std::int64_t{4}));
    }

    void a_typed_tax_that_untaxed_terms_take_away_is_told_and_does_not_come_back_as_exempt()
    {
        for (const bool termsFirst : {true, false}) {
            Office office(byLine());
            const Uuid id = CloudSpace::line(theOrder, 1);
            SeenOrder hers = office.seen;
            hers.terms.kind = TaxKind::ZeroRated;
            const std::vector<Change> toTerms = office.toChanged(hers);
            SeenOrder his = office.seen;
            his.lines[1].taxTyped = true;
            his.lines[1].typedTax = Won{12'345};
            const std::vector<Change> toLine{office.toLine(his, 1)};
            office.push(office.jiyoung, termsFirst ? toTerms : toLine);
            office.push(office.minsu, termsFirst ? toLine : toTerms);
            QVERIFY(office.addsUp());
            QCOMPARE(office.field(TableId::OrderLine, id, Line::taxTyped), Value(std::int64_t{0}));
            const auto told = office.conflicts();
            const auto lost = std::ranges::find_if(told, [&](const Row& row) {
                return idOf(row.values[col::Conflict::rowId]) == id
                    && textOf(row.values[col::Conflict::loserValue]).find("\"tax\":12345") != std::string::npos;
            });
            QVERIFY(lost != told.end());
            QCOMPARE(textOf(lost->values[col::Conflict::winnerUser]), termsFirst ? "user 2" : "user 1");
            SeenOrder taxed = office.seen;
            office.push(office.jiyoung, {office.toTerms(taxed)});
            QVERIFY(office.addsUp());
            QCOMPARE(office.field(TableId::OrderLine, id, Line::tax), Value(std::int64_t{11})); // of 105
        }
    }

    /// As an earlier version of the cloud may have left it.
    void whoever_typed_a_tax_that_untaxed_terms_bear_is_told_when_somebody_else_has_it_settled()
    {
        SeenOrder untaxed = byLine();
        untaxed.terms.kind = TaxKind::ZeroRated;
        Office office(untaxed);
        const Uuid id = CloudSpace::line(theOrder, 1);
        {
            auto session = office.store->beginWrite();
            server::StoredRow stored = *session->find(TableId::OrderLine, id);
            Row row = *decodeRow(tableOf(TableId::OrderLine), id, stored.fields);
            row.values[Line::taxTyped] = std::int64_t{1};
            row.values[Line::tax] = std::int64_t{12'345};
            const server::StoredRow before = stored;
            stored.fields = encodeRow(tableOf(TableId::OrderLine), row);
            stored.hash = rowHash(tableOf(TableId::OrderLine), row, stored.seq);
            session->put(stored, &before, {});
            session->commit();
        }
        SeenOrder hers = office.seen;
        hers.lines[2].quantity = Quantity::fromInteger(5);
        office.push(office.jiyoung, {office.toLine(hers, 2)});
        QVERIFY(office.addsUp());
        const auto told = office.conflicts();
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(idOf(told[0].values[col::Conflict::rowId]), id);
        QCOMPARE(textOf(told[0].values[col::Conflict::loserUser]), std::string("user 1"));
        QCOMPARE(textOf(told[0].values[col::Conflict::winnerUser]), std::string("user 2"));
    }

    void ones_own_untaxed_terms_are_no_conflict()
    {
        SeenOrder order = byLine();
        order.lines[1].taxTyped = true;
        order.lines[1].typedTax = Won{12'345};
        Office office(order);
        SeenOrder untaxed = office.seen;
        untaxed.terms.kind = TaxKind::ZeroRated;
        office.push(office.minsu, {office.toTerms(untaxed)});
        QVERIFY(office.addsUp());
        QVERIFY(office.conflicts().empty());
    }

    void an_exempt_product_stays_exempt_when_an_order_is_taxed_again()
    {
        SeenOrder order = byLine();
        order.lines[0].taxTyped = true;
        Office office(order);
        SeenOrder hers = office.seen;
        hers.terms.kind = TaxKind::Exempt;
        office.push(office.jiyoung, office.toChanged(hers));
        office.push(office.jiyoung, {office.toTerms(order)});
        QVERIFY(office.addsUp());
        QCOMPARE(office.field(TableId::OrderLine, CloudSpace::line(theOrder, 0), Line::tax), Value(std::int64_t{0}));
        QVERIFY(office.conflicts().empty());
    }

    void what_was_computed_is_nobodys_edit()
    {
        Office office(byLine());
        SeenOrder his = office.seen;
        his.lines[2].quantity = Quantity::fromInteger(8);
        const std::vector<Change> toLine{office.toLine(his, 2)};
        SeenOrder hers = office.seen;
        hers.terms.roundingMode = RoundingMode::Down;
        office.push(office.jiyoung, {office.toTerms(hers)}); // whose PC left the lines to be computed
        QVERIFY(office.addsUp());
        office.push(office.minsu, toLine);
        QVERIFY(office.addsUp());
        QVERIFY(office.conflicts().empty());
    }

    void a_conflict_tells_what_stood_there_also_of_what_nobody_changed()
    {
        Office office(byLine());
        SeenOrder his = office.seen;
        his.lines[1].quantity = Quantity::fromInteger(7);
        SeenOrder hers = office.seen;
        hers.lines[1].quantity = Quantity::fromInteger(8);
        const std::vector<Change> first{office.toLine(his, 1)};
        const std::vector<Change> second{office.toLine(hers, 1)};
        office.push(office.minsu, first);
        office.push(office.jiyoung, second);
        const auto told = office.conflicts();
        QCOMPARE(told.size(), std::size_t{1});
        const auto base
            = decodeFields(tableOf(TableId::OrderLine), textOf(told[0].values[col::Conflict::baseValue]))->known;
        const auto valueOf = [&](int column) {
            const auto found = std::ranges::find(base, column, [](const auto& field) { return field.first; });
            return found == base.end() ? Value() : found->second;
        };
        QCOMPARE(valueOf(Line::quantity), Value(office.seen.lines[1].quantity.tenThousandths));
        QCOMPARE(valueOf(Line::unitPrice), Value(office.seen.lines[1].unitPrice.tenThousandths));
    }

    void amounts_too_large_to_compute_are_left_as_they_are()
    {
        Office office(byLine());
        const Uuid line = CloudSpace::line(theOrder, 0);
        QCOMPARE(office
                     .push(office.minsu,
                         {change(TableId::OrderLine, line, office.seqOf(TableId::OrderLine, line),
                             {{Line::quantity, maxTenThousandths}, {Line::unitPrice, maxTenThousandths},
                                 {Line::supply, std::int64_t{1}}, {Line::tax, std::int64_t{1}}})})
                     .status,
            ResultStatus::Applied);
        QCOMPARE(office.field(TableId::OrderLine, line, Line::supply), Value(std::int64_t{1}));
    }
};

QTEST_APPLESS_MAIN(OrderAmountsTest)
#include "order_amounts_test.moc"
