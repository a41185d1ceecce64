// 휴지통: what was deleted is told by its name and comes back whole, and no more than went with it.
#include "core/storage/trash_store.h"

#include "tests/core/commands_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::storage;
using dure::test::CommandsFixture;

namespace {

struct Bin : CommandsFixture
{
    std::vector<std::string> names()
    {
        std::vector<std::string> found;
        for (const TrashRow& row : TrashStore(db()).list(100))
            found.push_back(row.name);
        return found;
    }
    std::int64_t live(TableId table)
    {
        auto rows = db().prepareOnce("SELECT count(*) FROM " + std::string(tableOf(table).name) + " WHERE deleted = 0");
        return rows.step() ? rows.integer(0) : -1;
    }
    Uuid customerWithList(const std::string& name, int contacts)
    {
        commands::CustomerInput input;
        input.customer.name = name;
        for (int i = 0; i < contacts; ++i)
            input.contacts.push_back({.name = "담당 " + std::to_string(i)});
        return commands.saveCustomer(input)->id;
    }
    /// As the cloud hands them out: one after the other.
    void pullTombstones(const std::vector<std::pair<TableId, Uuid>>& rows, std::int64_t firstSeq)
    {
        db().execute("DELETE FROM outbox; DELETE FROM outbox_row");
        for (const auto& [table, id] : rows) {
            auto row = *RowStore(db()).find(tableOf(table), id);
            row.deleted = true;
            row.seq = firstSeq++;
            RowStore(db()).put(tableOf(table), row);
        }
    }
};

} // namespace

class TrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_was_deleted_last_comes_first_with_who_and_when()
    {
        Bin bin;
        const auto order = bin.commands.saveOrder(
            bin.orderInput(bin.makeCustomer("(주)다온코스메틱"), {bin.line(bin.makeProduct(), 30'000, 98)}));
        const Customer other = bin.makeCustomer("새벽유업(주)");
        QVERIFY(bin.commands.deleteOrder(order->id));
        QVERIFY(bin.commands.deleteCustomer(other.id));
        const auto rows = TrashStore(bin.db()).list(100);
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].name, std::string("새벽유업(주)"));
        QCOMPARE(rows[1].name, order->number);
        QCOMPARE(rows[1].customer, std::string("(주)다온코스메틱"));
        QCOMPARE(rows[1].day, bin.today);
        QCOMPARE(rows[0].by, bin.user);
        QVERIFY(rows[0].at > rows[1].at && rows[1].at > 0);
    }

    void an_order_comes_back_with_its_lines_and_its_amounts()
    {
        Bin bin;
        const Customer customer = bin.makeCustomer();
        const Product product = bin.makeProduct();
        const auto order = bin.commands.saveOrder(
            bin.orderInput(customer, {bin.line(product, 30'000, 98), bin.line(product, 100, 98)}));
        QVERIFY(bin.commands.deleteOrder(order->id));
        QCOMPARE(bin.live(TableId::OrderLine), std::int64_t{0});
        const auto restored = bin.commands.restoreDeleted(TableId::SalesOrder, order->id);
        QVERIFY(restored);
        QCOMPARE(restored->number, order->number);
        QCOMPARE(bin.live(TableId::OrderLine), std::int64_t{2});
        QVERIFY(bin.names().empty());
        QCOMPARE(bin.whatIsWrong(), std::string());
    }

    void a_line_removed_earlier_stays_away()
    {
        Bin bin;
        const Product product = bin.makeProduct();
        const auto order = bin.commands.saveOrder(
            bin.orderInput(bin.makeCustomer(), {bin.line(product, 30'000, 98), bin.line(product, 100, 98)}));
        auto edited = bin.loadOrder(order->id);
        edited.lines.pop_back();
        QVERIFY(bin.commands.saveOrder(edited));
        QVERIFY(bin.commands.deleteOrder(order->id));
        QVERIFY(bin.commands.restoreDeleted(TableId::SalesOrder, order->id));
        QCOMPARE(bin.live(TableId::OrderLine), std::int64_t{1});
    }

    void an_order_brings_back_its_deleted_customer()
    {
        Bin bin;
        const Uuid customer = bin.customerWithList("삼성공업", 2);
        const auto found = *findEntity<Customer>(bin.db(), customer);
        const auto order = bin.commands.saveOrder(bin.orderInput(found, {bin.line(bin.makeProduct(), 1, 98)}));
        QVERIFY(bin.commands.deleteOrder(order->id));
        QVERIFY(bin.commands.deleteCustomer(customer));
        QVERIFY(bin.commands.restoreDeleted(TableId::SalesOrder, order->id));
        QVERIFY(bin.names().empty());
        QCOMPARE(bin.live(TableId::Contact), std::int64_t{2});
        QCOMPARE(bin.whatIsWrong(), std::string());
    }

    void a_customer_brings_back_its_agreed_prices()
    {
        Bin bin;
        const Customer customer = bin.makeCustomer();
        CustomerPrice price;
        price.customerId = customer.id;
        price.productId = bin.makeProduct().id;
        price.validFrom = bin.today;
        price.unitPrice = UnitPrice::fromInteger(95);
        QVERIFY(bin.commands.setCustomerPrice(price));
        QVERIFY(bin.commands.deleteCustomer(customer.id));
        QCOMPARE(bin.live(TableId::CustomerPrice), std::int64_t{0});
        QVERIFY(bin.commands.restoreDeleted(TableId::Customer, customer.id));
        QCOMPARE(bin.live(TableId::CustomerPrice), std::int64_t{1});
        QCOMPARE(bin.whatIsWrong(), std::string());
    }

    void what_the_cloud_numbered_together_comes_back_together()
    {
        Bin bin;
        const Uuid customer = bin.customerWithList("삼성공업", 3);
        const auto contacts = entitiesWhere<Contact>(bin.db(), "customer_id", customer, "position, id");
        bin.pullTombstones({{TableId::Contact, contacts[0].id}}, 10); // taken away long before
        bin.pullTombstones(
            {{TableId::Contact, contacts[1].id}, {TableId::Contact, contacts[2].id}, {TableId::Customer, customer}},
            40);
        QVERIFY(bin.commands.restoreDeleted(TableId::Customer, customer));
        QCOMPARE(bin.live(TableId::Contact), std::int64_t{2});
        QVERIFY(RowStore(bin.db()).find(tableOf(TableId::Contact), contacts[0].id)->deleted);
    }

    void a_restore_is_taken_back_like_any_action()
    {
        Bin bin;
        const auto order
            = bin.commands.saveOrder(bin.orderInput(bin.makeCustomer(), {bin.line(bin.makeProduct(), 30'000, 98)}));
        QVERIFY(bin.commands.deleteOrder(order->id));
        QVERIFY(bin.commands.restoreDeleted(TableId::SalesOrder, order->id));
        QVERIFY(bin.commands.undo(bin.today));
        QCOMPARE(bin.names(), std::vector<std::string>{order->number});
        QCOMPARE(bin.live(TableId::OrderLine), std::int64_t{0});
        QCOMPARE(bin.whatIsWrong(), std::string());
    }

    void restoring_what_lives_does_nothing_and_what_never_was_is_said()
    {
        Bin bin;
        const Customer customer = bin.makeCustomer();
        const auto again = bin.commands.restoreDeleted(TableId::Customer, customer.id);
        QVERIFY(again && again->changes.empty());
        QCOMPARE(
            bin.commands.restoreDeleted(TableId::Customer, bin.newId()).error().kind, commands::ErrorKind::NotFound);
        QCOMPARE(
            bin.commands.restoreDeleted(TableId::Payment, customer.id).error().kind, commands::ErrorKind::NotFound);
    }

    void quotations_claims_and_activities_come_back_too()
    {
        Bin bin;
        const Customer customer = bin.makeCustomer();
        const Product product = bin.makeProduct();
        commands::QuotationInput quotation;
        quotation.quotation.customerId = customer.id;
        quotation.quotation.quotedOn = bin.today;
        QuotationLine line;
        line.productId = product.id;
        line.quantity = Quantity::fromInteger(100);
        line.unitPrice = UnitPrice::fromInteger(98);
        quotation.lines.push_back(line);
        const auto quoted = bin.commands.saveQuotation(quotation);
        QVERIFY(quoted);
        Activity call;
        call.customerId = customer.id;
        call.on = bin.today;
        call.nextAction = "견본 보내기";
        call.nextOn = bin.today;
        const auto called = bin.commands.saveActivity(call);
        QVERIFY(called);
        QVERIFY(bin.commands.deleteQuotation(quoted->id));
        QVERIFY(bin.commands.deleteActivity(called->id));
        QCOMPARE(bin.names(), (std::vector<std::string>{"견본 보내기", quoted->number}));
        QVERIFY(bin.commands.restoreDeleted(TableId::Quotation, quoted->id));
        QVERIFY(bin.commands.restoreDeleted(TableId::Activity, called->id));
        QVERIFY(bin.names().empty());
        QCOMPARE(bin.live(TableId::QuotationLine), std::int64_t{1});
        QCOMPARE(bin.whatIsWrong(), std::string());
    }
};

QTEST_GUILESS_MAIN(TrashTest)
#include "trash_test.moc"
