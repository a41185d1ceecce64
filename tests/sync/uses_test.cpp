// A delete never wins over somebody's use of the row (DECISIONS 51), whichever of the two arrives first.
#include "sync/merge/merge.h"
#include "tests/sync/space_fixture.h"

#include <QTest>

using namespace dure;
using namespace dure::protocol;
using namespace dure::test;

namespace {

const Uuid acme = numbered(500); // whose orders CloudSpace::order() makes
const Uuid site = numbered(501);
const Uuid bottle = numbered(502);
const Uuid theOrder = numbered(40);
const Uuid theDelivery = numbered(60);
const std::int64_t day = 20260702;
const std::int64_t some = 10'000;

/// Minsu's PC and Jiyoung's; neither knows what the other does.
struct Office : CloudSpace
{
    Hand minsu = hand(1);
    Hand jiyoung = hand(2);

    Office()
    {
        std::vector<Change> masters{customer(acme),
            make(TableId::DeliverySite, site,
                {{col::DeliverySite::customerId, acme}, {col::DeliverySite::name, std::string("2공장")}}),
            make(TableId::Product, bottle, {{col::Product::name, std::string("PET 500ml")}})};
        push(minsu, std::move(masters));
    }

    Uuid orderedLine(int position) const { return line(theOrder, position); }
    Change dropped(TableId table, const Uuid& id) { return drop(table, id, seqOf(table, id)); }
    std::vector<Change> droppedOrder()
    {
        return {dropped(TableId::OrderLine, orderedLine(1)), dropped(TableId::OrderLine, orderedLine(2)),
            dropped(TableId::SalesOrder, theOrder)};
    }
    std::vector<Change> droppedCustomer()
    {
        return {dropped(TableId::DeliverySite, site), dropped(TableId::Customer, acme)};
    }
    /// Of the order's first line, or of nothing that was ordered.
    static std::vector<Change> delivery(bool ofOrder = true)
    {
        const Uuid deliveryLine = line(theDelivery, 1);
        Values head{{col::Delivery::number, std::string("D1")}, {col::Delivery::customerId, acme},
            {col::Delivery::deliveredOn, day}};
        Values goods{{col::DeliveryLine::deliveryId, theDelivery}, {col::DeliveryLine::productName, std::string("PET")},
            {col::DeliveryLine::quantity, some}};
        if (ofOrder) {
            head.emplace_back(col::Delivery::orderId, theOrder);
            goods.emplace_back(col::DeliveryLine::orderId, theOrder);
            goods.emplace_back(col::DeliveryLine::orderLineId, line(theOrder, 1));
        }
        return {make(TableId::Delivery, theDelivery, head), make(TableId::DeliveryLine, deliveryLine, goods)};
    }
    static std::vector<Change> orderOfBottles()
    {
        std::vector<Change> made = order(theOrder);
        made[1].fields.known.emplace_back(col::OrderLine::productId, bottle);
        return made;
    }
    static std::vector<Change> orderToSite()
    {
        std::vector<Change> made = order(theOrder);
        made[0].fields.known.emplace_back(col::SalesOrder::siteId, site);
        return made;
    }
    static Change price()
    {
        return make(TableId::CustomerPrice, numbered(70),
            {{col::CustomerPrice::customerId, acme}, {col::CustomerPrice::productId, bottle},
                {col::CustomerPrice::validFrom, day}, {col::CustomerPrice::unitPrice, some}});
    }

    bool lives(TableId table, const Uuid& id) { return !isDeleted(table, id); }
    bool applied(Hand& hand, std::vector<Change> changes)
    {
        return push(hand, std::move(changes)).status == ResultStatus::Applied;
    }
    /// The one conflict there is: of this kind, about this row, between these two.
    bool tells(merge::ConflictKind kind, TableId table, const Uuid& id, const char* winner, const char* loser)
    {
        using C = col::Conflict;
        const auto found = conflicts();
        return found.size() == 1 && found[0].values[C::kind] == Value(static_cast<std::int64_t>(kind))
            && textOf(found[0].values[C::tableName]) == tableOf(table).name && idOf(found[0].values[C::rowId]) == id
            && textOf(found[0].values[C::winnerUser]) == winner && textOf(found[0].values[C::loserUser]) == loser;
    }
    bool digestsHold() { return service.digest(minsu.actor)->tables == recomputedDigests(minsu); }
};

constexpr auto kept = merge::ConflictKind::DeleteKept;
constexpr auto revived = merge::ConflictKind::Revived;

} // namespace

class UsesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// By which deletes of one mutation are decided.
    void what_names_stands_deeper_than_what_it_names()
    {
        for (const Table& table : allTables())
            for (const Column& column : table.columns) {
                const bool counts = column.refersTo && *column.refersTo != table.id
                    && tableOf(*column.refersTo).policy == WritePolicy::Editable;
                QVERIFY2(!counts || namingDepth(*column.refersTo) < namingDepth(table.id), column.name.data());
            }
    }

    void an_order_goes_together_with_the_quotation_it_was_made_of()
    {
        Office office;
        const Uuid quotation = numbered(80);
        auto made = CloudSpace::order(theOrder);
        made[0].fields.known.emplace_back(col::SalesOrder::quotationId, quotation);
        made.insert(made.begin(),
            make(TableId::Quotation, quotation,
                {{col::Quotation::number, std::string("Q1")}, {col::Quotation::customerId, acme},
                    {col::Quotation::quotedOn, day}}));
        QVERIFY(office.applied(office.minsu, made));
        auto alone = std::vector{office.dropped(TableId::Quotation, quotation)};
        QVERIFY(office.applied(office.jiyoung, alone));
        QVERIFY(office.lives(TableId::Quotation, quotation)); // the order names it
        auto both = office.droppedOrder();
        both.insert(both.begin(), office.dropped(TableId::Quotation, quotation));
        QVERIFY(office.applied(office.jiyoung, both));
        QVERIFY(!office.lives(TableId::SalesOrder, theOrder));
        QVERIFY(!office.lives(TableId::Quotation, quotation));
        QVERIFY(office.digestsHold());
    }

    void a_delivered_order_is_kept()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        const auto deletes = office.droppedOrder();
        QVERIFY(office.applied(office.minsu, Office::delivery()));
        QVERIFY(office.applied(office.jiyoung, deletes));
        QVERIFY(office.lives(TableId::SalesOrder, theOrder));
        QVERIFY(office.lives(TableId::OrderLine, office.orderedLine(1)));
        QVERIFY(office.lives(TableId::OrderLine, office.orderedLine(2)));
        QVERIFY(office.tells(kept, TableId::SalesOrder, theOrder, "user 1", "user 2"));
        QVERIFY(office.digestsHold());
    }

    void a_delivery_brings_its_deleted_order_back()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        QVERIFY(office.applied(office.jiyoung, office.droppedOrder()));
        QVERIFY(office.applied(office.minsu, Office::delivery()));
        QVERIFY(office.lives(TableId::SalesOrder, theOrder));
        QVERIFY(office.lives(TableId::OrderLine, office.orderedLine(1)));
        QVERIFY(office.lives(TableId::OrderLine, office.orderedLine(2)));
        QVERIFY(office.tells(revived, TableId::SalesOrder, theOrder, "user 1", "user 2"));
        QVERIFY(office.digestsHold());
    }

    void a_delivered_line_is_kept()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        const auto deletes = std::vector{office.dropped(TableId::OrderLine, office.orderedLine(1)),
            office.dropped(TableId::OrderLine, office.orderedLine(2))};
        office.push(office.minsu, Office::delivery());
        office.push(office.jiyoung, deletes);
        QVERIFY(office.lives(TableId::OrderLine, office.orderedLine(1)));
        QVERIFY(!office.lives(TableId::OrderLine, office.orderedLine(2))); // which nobody delivered
        QVERIFY(office.tells(kept, TableId::OrderLine, office.orderedLine(1), "user 1", "user 2"));
    }

    void a_delivery_brings_its_deleted_line_back()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        office.push(office.jiyoung, {office.dropped(TableId::OrderLine, office.orderedLine(1))});
        office.push(office.minsu, Office::delivery());
        QVERIFY(office.lives(TableId::OrderLine, office.orderedLine(1)));
        QVERIFY(office.tells(revived, TableId::OrderLine, office.orderedLine(1), "user 1", "user 2"));
    }

    void a_line_deleted_alone_and_then_with_its_order_comes_back_by_a_delivery()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        office.push(office.jiyoung, {office.dropped(TableId::OrderLine, office.orderedLine(1))});
        office.push(office.jiyoung,
            {office.dropped(TableId::OrderLine, office.orderedLine(2)), office.dropped(TableId::SalesOrder, theOrder)});
        office.push(office.minsu, Office::delivery());
        QVERIFY(office.lives(TableId::SalesOrder, theOrder));
        QVERIFY(office.lives(TableId::OrderLine, office.orderedLine(1)));
        QVERIFY(office.lives(TableId::OrderLine, office.orderedLine(2)));
    }

    void a_customer_with_a_new_document_is_kept()
    {
        for (const auto& document : {CloudSpace::order(theOrder), Office::delivery(false), {Office::price()}}) {
            Office office;
            const auto deletes = office.droppedCustomer();
            office.push(office.minsu, document);
            office.push(office.jiyoung, deletes);
            QVERIFY(office.lives(TableId::Customer, acme));
            QVERIFY(office.lives(TableId::DeliverySite, site));
            QVERIFY(office.tells(kept, TableId::Customer, acme, "user 1", "user 2"));
        }
    }

    void a_new_document_brings_its_deleted_customer_back()
    {
        for (const auto& document : {CloudSpace::order(theOrder), Office::delivery(false), {Office::price()}}) {
            Office office;
            office.push(office.jiyoung, office.droppedCustomer());
            QVERIFY(!office.lives(TableId::Customer, acme));
            QVERIFY(office.applied(office.minsu, document));
            QVERIFY(office.lives(TableId::Customer, acme));
            QVERIFY(office.lives(TableId::DeliverySite, site));
            QVERIFY(office.tells(revived, TableId::Customer, acme, "user 1", "user 2"));
        }
    }

    void agreed_prices_stay_with_what_is_kept_and_come_back_with_it()
    {
        for (const bool ofCustomer : {true, false})
            for (const bool deleteFirst : {true, false}) {
                Office office;
                office.push(office.minsu, {Office::price()});
                std::vector deletes{office.dropped(TableId::CustomerPrice, numbered(70))};
                if (ofCustomer)
                    for (const Change& each : office.droppedCustomer())
                        deletes.push_back(each);
                else
                    deletes.push_back(office.dropped(TableId::Product, bottle));
                if (deleteFirst) {
                    QVERIFY(office.applied(office.jiyoung, deletes));
                    QVERIFY(!office.lives(TableId::CustomerPrice, numbered(70)));
                }
                QVERIFY(office.applied(office.minsu, Office::orderOfBottles()));
                if (!deleteFirst)
                    QVERIFY(office.applied(office.jiyoung, deletes));
                QVERIFY(office.lives(TableId::Customer, acme));
                QVERIFY(office.lives(TableId::Product, bottle));
                QVERIFY(office.lives(TableId::CustomerPrice, numbered(70)));
                QVERIFY(office.digestsHold());
            }
    }

    void a_price_that_stays_with_its_customer_keeps_its_product()
    {
        Office office;
        const Uuid other = numbered(510);
        Change othersPrice = Office::price();
        othersPrice.row = numbered(71);
        othersPrice.fields.known[0].second = other;
        office.push(office.minsu, {CloudSpace::customer(other), Office::price(), othersPrice});
        auto deletes = office.droppedCustomer();
        deletes.push_back(office.dropped(TableId::Product, bottle));
        deletes.push_back(office.dropped(TableId::CustomerPrice, numbered(70)));
        deletes.push_back(office.dropped(TableId::CustomerPrice, numbered(71)));
        deletes.push_back(office.dropped(TableId::Customer, other));
        office.push(office.minsu, CloudSpace::order(theOrder)); // of the customer, without products
        QVERIFY(office.applied(office.jiyoung, deletes));
        for (const auto& [table, id] : {std::pair{TableId::Customer, acme}, std::pair{TableId::DeliverySite, site},
                 std::pair{TableId::CustomerPrice, numbered(70)}, std::pair{TableId::Product, bottle},
                 std::pair{TableId::CustomerPrice, numbered(71)}, std::pair{TableId::Customer, other}})
            QVERIFY(office.lives(table, id));
        std::vector<Uuid> told;
        for (const Row& each : office.conflicts())
            told.push_back(idOf(each.values[col::Conflict::rowId]));
        std::ranges::sort(told);
        QCOMPARE(told, (std::vector{acme, bottle, other}));
        QVERIFY(office.digestsHold());
    }

    void a_price_that_two_agreed_is_not_taken_back_by_one()
    {
        Office office;
        const Uuid agreed = derivedUuid(acme, "price");
        Change price = Office::price();
        price.row = agreed;
        office.push(office.minsu, {price});
        const std::int64_t seen = office.seqOf(TableId::CustomerPrice, agreed);
        office.push(office.jiyoung, {price});
        office.push(office.minsu, {drop(TableId::CustomerPrice, agreed, seen)});
        QVERIFY(office.lives(TableId::CustomerPrice, agreed));
        QVERIFY(office.tells(kept, TableId::CustomerPrice, agreed, "user 2", "user 1"));
        QVERIFY(office.digestsHold());
    }

    void an_agreement_changed_on_two_pcs_is_one_of_the_two()
    {
        Office office;
        office.push(office.minsu, {Office::price()});
        const std::int64_t seen = office.seqOf(TableId::CustomerPrice, numbered(70));
        using P = col::CustomerPrice;
        const auto agreed = [&](std::int64_t from, std::int64_t won) {
            return change(TableId::CustomerPrice, numbered(70), seen,
                {{P::validFrom, from}, {P::minQuantity, std::int64_t{0}}, {P::unitPrice, won}});
        };
        office.push(office.minsu, {agreed(day + 1, some)});
        office.push(office.jiyoung, {agreed(day, 2 * some)});
        const auto from = office.field(TableId::CustomerPrice, numbered(70), P::validFrom);
        const auto won = office.field(TableId::CustomerPrice, numbered(70), P::unitPrice);
        QVERIFY((from == Value(day)) == (won == Value(2 * some)));
        QCOMPARE(office.conflicts().size(), std::size_t{1});
    }

    void a_price_deleted_before_its_customer_stays_deleted()
    {
        Office office;
        office.push(office.minsu, {Office::price()});
        QVERIFY(office.applied(office.jiyoung, {office.dropped(TableId::CustomerPrice, numbered(70))}));
        QVERIFY(office.applied(office.jiyoung, office.droppedCustomer()));
        QVERIFY(office.applied(office.minsu, CloudSpace::order(theOrder)));
        QVERIFY(office.lives(TableId::Customer, acme));
        QVERIFY(!office.lives(TableId::CustomerPrice, numbered(70)));
    }

    void a_row_of_another_table_with_the_same_id_takes_nothing_with_it()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        QVERIFY(office.applied(office.minsu, Office::delivery(false)));
        QVERIFY(office.applied(office.minsu, CloudSpace::order(theDelivery)));
        QVERIFY(office.applied(office.minsu,
            {office.dropped(TableId::OrderLine, CloudSpace::line(theDelivery, 2)),
                office.dropped(TableId::SalesOrder, theDelivery)}));
        QVERIFY(!office.lives(TableId::SalesOrder, theDelivery));
        QVERIFY(office.lives(TableId::Delivery, theDelivery));
        QVERIFY(office.lives(TableId::DeliveryLine, CloudSpace::line(theDelivery, 1)));
    }

    void an_order_that_changes_to_a_deleted_customer_brings_it_back()
    {
        Office office;
        const Uuid other = numbered(510);
        office.push(office.minsu, {CloudSpace::customer(other)});
        office.push(office.minsu, CloudSpace::order(theOrder));
        office.push(office.jiyoung, {office.dropped(TableId::Customer, other)});
        office.push(office.minsu,
            {change(TableId::SalesOrder, theOrder, office.seqOf(TableId::SalesOrder, theOrder),
                {{col::SalesOrder::customerId, other}})});
        QVERIFY(office.lives(TableId::Customer, other));
        QVERIFY(office.tells(revived, TableId::Customer, other, "user 1", "user 2"));
        // which nobody needs any more
        office.push(office.jiyoung, office.droppedCustomer());
        QVERIFY(!office.lives(TableId::Customer, acme));
    }

    void a_product_in_a_new_order_is_kept()
    {
        Office office;
        const auto deletes = std::vector{office.dropped(TableId::Product, bottle)};
        office.push(office.minsu, Office::orderOfBottles());
        office.push(office.jiyoung, deletes);
        QVERIFY(office.lives(TableId::Product, bottle));
        QVERIFY(office.tells(kept, TableId::Product, bottle, "user 1", "user 2"));
    }

    void a_new_order_brings_its_deleted_product_back()
    {
        Office office;
        office.push(office.jiyoung, {office.dropped(TableId::Product, bottle)});
        office.push(office.minsu, Office::orderOfBottles());
        QVERIFY(office.lives(TableId::Product, bottle));
        QVERIFY(office.tells(revived, TableId::Product, bottle, "user 1", "user 2"));
    }

    void a_site_that_an_order_goes_to_is_kept_or_comes_back()
    {
        for (const bool deleteFirst : {true, false}) {
            Office office;
            const auto deletes = std::vector{office.dropped(TableId::DeliverySite, site)};
            if (deleteFirst)
                office.push(office.jiyoung, deletes);
            office.push(office.minsu, Office::orderToSite());
            if (!deleteFirst)
                office.push(office.jiyoung, deletes);
            QVERIFY(office.lives(TableId::DeliverySite, site));
            QVERIFY(office.tells(deleteFirst ? revived : kept, TableId::DeliverySite, site, "user 1", "user 2"));
        }
    }

    void what_comes_back_brings_back_what_it_names_itself()
    {
        Office office;
        office.push(office.minsu, Office::orderOfBottles());
        office.push(office.jiyoung, office.droppedOrder());
        office.push(office.jiyoung, office.droppedCustomer());
        office.push(office.jiyoung, {office.dropped(TableId::Product, bottle)});
        office.push(office.minsu, Office::delivery());
        for (const auto& [table, id] : {std::pair{TableId::SalesOrder, theOrder}, std::pair{TableId::Customer, acme},
                 std::pair{TableId::Product, bottle}, std::pair{TableId::DeliverySite, site}})
            QVERIFY(office.lives(table, id));
        QCOMPARE(office.conflicts().size(), std::size_t{3});
        QVERIFY(office.digestsHold());
    }

    void even_what_its_own_author_deleted_comes_back()
    {
        Office office;
        office.push(office.minsu, office.droppedCustomer());
        office.push(office.minsu, CloudSpace::order(theOrder));
        QVERIFY(office.lives(TableId::Customer, acme));
    }

    void what_goes_together_in_one_mutation_goes()
    {
        Office office;
        office.push(office.minsu, Office::orderOfBottles());
        office.push(office.minsu, {Office::price()});
        auto deletes = office.droppedCustomer(); // before what names it
        deletes.push_back(office.dropped(TableId::Product, bottle));
        deletes.push_back(office.dropped(TableId::CustomerPrice, numbered(70)));
        for (const Change& each : office.droppedOrder())
            deletes.push_back(each);
        office.push(office.jiyoung, deletes);
        QVERIFY(office.conflicts().empty());
        for (const auto& [table, id] : {std::pair{TableId::SalesOrder, theOrder}, std::pair{TableId::Customer, acme},
                 std::pair{TableId::Product, bottle}, std::pair{TableId::DeliverySite, site}})
            QVERIFY(!office.lives(table, id));
        QVERIFY(office.digestsHold());
    }

    void what_goes_one_after_the_other_in_one_push_goes()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        const auto first = office.mutation(office.jiyoung, office.droppedOrder(), office.now);
        const auto second = office.mutation(office.jiyoung, office.droppedCustomer(), office.now);
        QVERIFY(office.service.push(office.request(office.jiyoung, {first, second}), office.jiyoung.actor, office.now));
        QVERIFY(office.conflicts().empty());
        QVERIFY(!office.lives(TableId::SalesOrder, theOrder));
        QVERIFY(!office.lives(TableId::Customer, acme));
    }

    void what_is_kept_keeps_what_it_names()
    {
        Office office;
        office.push(office.minsu, CloudSpace::order(theOrder));
        auto deletes = office.droppedOrder();
        for (const Change& each : office.droppedCustomer())
            deletes.push_back(each);
        office.push(office.minsu, Office::delivery());
        office.push(office.jiyoung, deletes);
        QVERIFY(office.lives(TableId::SalesOrder, theOrder));
        QVERIFY(office.lives(TableId::Customer, acme));
        QCOMPARE(office.conflicts().size(), std::size_t{2});
    }

    void what_a_mutation_takes_away_from_a_row_holds_it_no_more()
    {
        Office office;
        const Uuid other = numbered(510);
        office.push(office.minsu, {CloudSpace::customer(other)});
        office.push(office.minsu, CloudSpace::order(theOrder));
        auto changes = office.droppedCustomer();
        changes.push_back(change(TableId::SalesOrder, theOrder, office.seqOf(TableId::SalesOrder, theOrder),
            {{col::SalesOrder::customerId, other}}));
        office.push(office.jiyoung, changes);
        QVERIFY(!office.lives(TableId::Customer, acme));
        QVERIFY(office.conflicts().empty());
    }

    void an_order_without_deliveries_still_goes()
    {
        Office office;
        office.push(office.minsu, Office::orderOfBottles());
        office.push(office.jiyoung, office.droppedOrder());
        QVERIFY(!office.lives(TableId::SalesOrder, theOrder));
        QVERIFY(office.conflicts().empty());
        office.push(office.jiyoung, {office.dropped(TableId::Product, bottle)});
        QVERIFY(!office.lives(TableId::Product, bottle));
    }
};

QTEST_APPLESS_MAIN(UsesTest)
#include "uses_test.moc"
