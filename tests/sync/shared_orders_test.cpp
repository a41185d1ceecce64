// Two PCs at work on one order without knowing of each other, and what both show afterwards.
#include "core/storage/attention_store.h"
#include "core/storage/entity_reader.h"
#include "core/storage/order_store.h"
#include "sync/client/space_check.h"
#include "tests/sync/desk.h"

#include <QTest>

using namespace dure;
using namespace dure::test;

namespace {

constexpr Date today{20261123};

struct Office
{
    CloudSpace cloud;
    Desk minsu{cloud, 1};
    Desk jiyoung{cloud, 2};
    Uuid customer, product, order;

    Office()
    {
        customer = minsu.saveCustomer("가온상사")->id;
        Product bottle;
        bottle.name = "PET 500ml";
        product = minsu.commands.saveProduct(bottle)->id;
        commands::OrderInput input;
        input.order.customerId = customer;
        input.order.orderedOn = today;
        input.order.tax.scope = TaxScope::Document;
        for (int i = 0; i < 3; ++i) {
            OrderLine& line = input.lines.emplace_back();
            line.productId = product;
            line.quantity = Quantity::fromInteger(1);
            line.unitPrice = UnitPrice::fromInteger(104);
        }
        order = minsu.commands.saveOrder(input)->id;
        both();
    }

    void both()
    {
        for (int round = 0; round < 2; ++round)
            for (Desk* desk : {&minsu, &jiyoung})
                desk->sync();
    }
    static commands::OrderInput load(Desk& desk, const Uuid& id)
    {
        auto& db = desk.space->db();
        return {*storage::findEntity<SalesOrder>(db, id),
            storage::entitiesWhere<OrderLine>(db, "order_id", id, "position, id")};
    }
    bool deliver(Desk& desk)
    {
        commands::DeliveryInput input;
        input.orderId = order;
        input.deliveredOn = today;
        input.lines.push_back({});
        input.lines[0].orderLineId = load(desk, order).lines[0].id;
        input.lines[0].quantity = Quantity::fromInteger(1);
        return desk.commands.recordDelivery(input).has_value();
    }
    /// Both files are sound and hold what the cloud holds.
    bool agree()
    {
        for (Desk* desk : {&minsu, &jiyoung}) {
            const client::SpaceCheck check = client::checkSpace(*desk->space, true);
            const auto digest = cloud.service.digest(desk->hand.actor);
            const auto differences = client::compareDigests(*desk->space, check, *digest);
            if (!check.orphans.empty() || !check.derived.empty() || !check.digests.empty() || !differences
                || !differences->empty())
                return false;
        }
        return true;
    }
    std::optional<storage::ConflictMatter> onlyMatter(Desk& desk)
    {
        const auto list = storage::AttentionStore(desk.space->db()).list(false, 0, 10);
        return list.size() == 1 ? std::optional(list[0].matter) : std::nullopt;
    }
};

} // namespace

class SharedOrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void an_order_deleted_here_and_delivered_there_stands_on_both_pcs()
    {
        for (const bool deleteFirst : {true, false}) {
            Office office;
            QVERIFY(office.jiyoung.commands.deleteOrder(office.order));
            QVERIFY(office.deliver(office.minsu));
            (deleteFirst ? office.jiyoung : office.minsu).sync();
            office.both();
            for (Desk* desk : {&office.minsu, &office.jiyoung}) {
                const auto detail = storage::OrderStore(desk->space->db()).detail(office.order, today);
                QVERIFY(detail);
                QCOMPARE(detail->lines.size(), std::size_t{3});
                QCOMPARE(detail->deliveries.size(), std::size_t{1});
                QCOMPARE(detail->lines[0].delivered, Quantity::fromInteger(1));
                QVERIFY(office.onlyMatter(*desk)
                    == (deleteFirst ? storage::ConflictMatter::Revived : storage::ConflictMatter::DeleteKept));
            }
            QVERIFY(office.agree());
        }
    }

    void a_line_removed_here_and_delivered_there_stands_on_both_pcs()
    {
        for (const bool removedFirst : {true, false}) {
            Office office;
            auto order = Office::load(office.jiyoung, office.order);
            order.lines.erase(order.lines.begin());
            QVERIFY(office.jiyoung.commands.saveOrder(order));
            QVERIFY(office.deliver(office.minsu));
            (removedFirst ? office.jiyoung : office.minsu).sync();
            office.both();
            for (Desk* desk : {&office.minsu, &office.jiyoung})
                QCOMPARE(Office::load(*desk, office.order).lines.size(), std::size_t{3});
            QVERIFY(office.agree());
        }
    }

    void a_customer_and_a_product_deleted_here_and_ordered_for_there_stand_on_both_pcs()
    {
        for (const bool deleteFirst : {true, false}) {
            Office office;
            const auto order = Office::load(office.minsu, office.order);
            QVERIFY(office.minsu.commands.deleteOrder(office.order));
            office.both();
            QVERIFY(office.jiyoung.commands.deleteCustomer(office.customer));
            QVERIFY(office.jiyoung.commands.deleteProduct(office.product));
            commands::OrderInput again;
            again.order.customerId = office.customer;
            again.order.orderedOn = today;
            again.lines = {order.lines[0]};
            again.lines[0].id = {};
            QVERIFY(office.minsu.commands.saveOrder(again));
            (deleteFirst ? office.jiyoung : office.minsu).sync();
            office.both();
            for (Desk* desk : {&office.minsu, &office.jiyoung}) {
                QVERIFY(storage::findEntity<Customer>(desk->space->db(), office.customer));
                QVERIFY(storage::findEntity<Product>(desk->space->db(), office.product));
                QCOMPARE(storage::AttentionStore(desk->space->db()).counts().open, std::int64_t{2});
            }
            QVERIFY(office.agree());
        }
    }

    void terms_changed_here_and_lines_there_give_one_total_on_both_pcs()
    {
        for (const bool termsFirst : {true, false}) {
            Office office;
            auto terms = Office::load(office.jiyoung, office.order);
            terms.order.tax = {TaxKind::Taxable, PriceKind::Inclusive, RoundingMode::Up, TaxScope::Line};
            QVERIFY(office.jiyoung.commands.saveOrder(terms));
            auto lines = Office::load(office.minsu, office.order);
            lines.lines[2].quantity = Quantity::fromInteger(5);
            lines.lines.push_back(lines.lines[0]);
            lines.lines[3].id = {};
            QVERIFY(office.minsu.commands.saveOrder(lines));
            (termsFirst ? office.jiyoung : office.minsu).sync();
            office.both();
            for (Desk* desk : {&office.minsu, &office.jiyoung}) {
                const auto now = Office::load(*desk, office.order);
                QVERIFY(now.order.tax == terms.order.tax);
                std::vector<LineInput> inputs;
                std::vector<LineAmounts> shown;
                for (const OrderLine& line : now.lines) {
                    inputs.push_back({line.quantity, line.unitPrice, line.taxTyped, line.tax});
                    shown.push_back({line.supply, line.tax});
                }
                QCOMPARE(now.lines.size(), std::size_t{4});
                QVERIFY(shown == computeAmounts(now.order.tax, inputs));
                const auto detail = storage::OrderStore(desk->space->db()).detail(office.order, today);
                QVERIFY(detail->supply + detail->tax == totalOf(shown).total());
            }
            QVERIFY(office.agree());
        }
    }
};

QTEST_APPLESS_MAIN(SharedOrdersTest)
#include "shared_orders_test.moc"
