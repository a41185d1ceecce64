#include "core/storage/delivery_store.h"
#include "tests/core/commands_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using namespace dure::storage;
using dure::test::CommandsFixture;

namespace {

using C = col::Customer;
using P = col::Product;
using O = col::SalesOrder;

CustomerDraft customerDraft(const std::string& code, const std::string& name, const std::string& phone = {})
{
    CustomerDraft draft;
    draft.customer.code = code;
    draft.customer.name = name;
    draft.customer.phone = phone;
    draft.given.add(C::code).add(C::name).add(C::phone);
    return draft;
}

ProductDraft productDraft(const std::string& code, const std::string& name, std::int64_t price)
{
    ProductDraft draft;
    draft.product.code = code;
    draft.product.name = name;
    draft.product.listPrice = UnitPrice::fromInteger(price);
    draft.given.add(P::code).add(P::name).add(P::listPrice);
    return draft;
}

OrderDraft orderDraft(const std::string& number, const std::string& customer, std::vector<std::string> products)
{
    OrderDraft draft;
    draft.order.number = number;
    draft.order.orderedOn = {19960704};
    draft.order.dueOn = {19960801};
    draft.given.add(O::number).add(O::orderedOn).add(O::dueOn);
    draft.customerKey = customer;
    for (const std::string& product : products) {
        OrderLineDraft& line = draft.lines.emplace_back();
        line.productKey = product;
        line.line.quantity = Quantity::fromInteger(12);
        line.line.unitPrice = UnitPrice::fromInteger(14);
        line.line.priceSource = PriceSource::Typed;
    }
    return draft;
}

struct ImportFixture : CommandsFixture
{
    std::vector<CustomerDraft> customers = {customerDraft("VINET", "Vins et alcools"), customerDraft("", "이름뿐인곳")};
    std::vector<ProductDraft> products = {productDraft("11", "Queso", 14), productDraft("42", "Mee", 10)};
    std::vector<OrderDraft> orders
        = {orderDraft("10248", "VINET", {"11", "42"}), orderDraft("10249", "이름뿐인곳", {"Mee"})};

    ImportReport importAll()
    {
        const auto first = commands.importCustomers(customers);
        const auto second = commands.importProducts(products);
        const auto third = commands.importOrders(orders);
        if (!first || !second || !third)
            qFatal("an import failed");
        return {first->created + second->created + third->created, first->changed + second->changed + third->changed,
            first->unchanged + second->unchanged + third->unchanged, first->skipped + second->skipped + third->skipped,
            third->lines};
    }
};

} // namespace

class ImportCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void an_import_creates_what_is_not_there()
    {
        ImportFixture f;
        f.orders[0].deliveredOn = {19960716};
        const ImportReport report = f.importAll();
        QCOMPARE(report.created, 6);
        QCOMPARE(report.lines, 3);
        const OrderInput order = f.loadOrder(*OrderStore(f.db()).findByNumber("10248"));
        QCOMPARE(order.lines.size(), 2U);
        QCOMPARE(order.lines[0].productName, std::string("Queso"));
        QCOMPARE(order.lines[0].supply, (Won{168}));
        QCOMPARE(order.lines[0].tax, (Won{17}));
        QCOMPARE(OrderStore(f.db()).row(order.order.id, f.today)->status, OrderStatus::Delivered);
        DeliveryFilter all;
        all.chip = DeliveryChip::All;
        all.today = f.today;
        QCOMPARE(DeliveryStore(f.db()).totals(all).count, 1);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void deliveries_of_a_time_that_numbers_cannot_tell_have_numbers_of_their_own()
    {
        ImportFixture f;
        for (std::size_t i = 0; i < f.orders.size(); ++i)
            f.orders[i].deliveredOn = {19960716 + static_cast<std::int32_t>(i)};
        f.orders.push_back(f.orders.front());
        f.orders.back().order.number = "10999";
        f.orders.back().deliveredOn = {19970102};
        f.importAll();
        auto rows = f.db().prepareOnce("SELECT count(*), count(DISTINCT number) FROM delivery");
        QVERIFY(rows.step());
        QVERIFY(rows.integer(0) >= 2);
        QCOMPARE(rows.integer(1), rows.integer(0));
    }

    void the_same_import_again_changes_nothing()
    {
        ImportFixture f;
        f.orders[0].deliveredOn = {19960716};
        f.importAll();
        const std::size_t sent = f.sent().size();
        const ImportReport again = f.importAll();
        QCOMPARE(again.unchanged, 6);
        QCOMPARE(again.created + again.changed + again.skipped, 0);
        QCOMPARE(f.sent().size(), sent);
        QVERIFY(f.commands.importOrders(f.orders)->changes.empty());
    }

    void changed_content_sends_the_changed_fields_only()
    {
        ImportFixture f;
        f.importAll();
        f.customers[0] = customerDraft("VINET", "Vins et alcools", "26471510");
        f.orders[0].lines[1].line.quantity = Quantity::fromInteger(10);
        const std::size_t sent = f.sent().size();
        QCOMPARE(f.commands.importCustomers(f.customers)->changed, 1);
        const ImportReport report = *f.commands.importOrders(f.orders);
        QCOMPARE(report.changed, 1);
        QCOMPARE(report.unchanged, 1);
        QCOMPARE(f.sent().size(), sent + 2);
        QCOMPARE(f.sent()[sent].changes[0].fields.known.size(), 1U);
        QCOMPARE(f.lastSent().changes.size(), 1U);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_column_the_file_lacks_leaves_what_is_stored()
    {
        ImportFixture f;
        f.importAll();
        auto found = f.db().prepareOnce("SELECT id FROM customer WHERE code = 'VINET'");
        QVERIFY(found.step());
        const Uuid id = uuidAt(found, 0);
        CustomerInput input{*findEntity<Customer>(f.db(), id), {}, {}};
        input.customer.note = "손으로 적은 것";
        QVERIFY(f.commands.saveCustomer(input));
        QCOMPARE(f.commands.importCustomers(f.customers)->unchanged, 2);
        QCOMPARE(findEntity<Customer>(f.db(), id)->note, input.customer.note);
    }

    void a_line_put_first_moves_no_other_lines_product()
    {
        ImportFixture f;
        f.importAll();
        QVERIFY(f.commands.importProducts(std::vector{productDraft("99", "새것", 5)}));
        const Uuid id = *OrderStore(f.db()).findByNumber("10248");
        const OrderInput before = f.loadOrder(id);
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(id, {12, 12})));
        QCOMPARE(f.commands.importOrders(std::vector{orderDraft("10248", "VINET", {"99", "11", "42"})})->changed, 1);
        const OrderInput after = f.loadOrder(id);
        QCOMPARE(after.lines.size(), 3U);
        QCOMPARE(after.lines[1].id, before.lines[0].id);
        QCOMPARE(after.lines[1].productId, before.lines[0].productId);
        QCOMPARE(after.lines[2].id, before.lines[1].id);
        QCOMPARE(f.commands.importOrders(std::vector{orderDraft("10248", "VINET", {"99", "11"})})->skipped, 1);
        QCOMPARE(f.commands.importOrders(std::vector{orderDraft("10248", "VINET", {"99", "11", "99"})})->skipped, 1);
        QCOMPARE(f.loadOrder(id).lines.size(), 3U);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_firm_of_the_same_name_with_another_business_number_is_another()
    {
        ImportFixture f;
        std::vector<CustomerDraft> firms = {customerDraft("", "한일"), customerDraft("", "한일")};
        firms[0].customer.businessNo = "1248100998";
        firms[1].customer.businessNo = "2208162517";
        for (CustomerDraft& firm : firms)
            firm.given.add(C::businessNo);
        QCOMPARE(f.commands.importCustomers(firms)->created, 2);
        QCOMPARE(f.commands.importCustomers(firms)->unchanged, 2);
        firms[1].customer.name = "한일산업";
        QCOMPARE(f.commands.importCustomers(firms)->changed, 1);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void an_order_by_its_customers_id_stays_with_it_though_another_has_the_code()
    {
        ImportFixture f;
        f.importAll();
        Customer twin = f.makeCustomer("쌍둥이");
        twin.code = "VINET";
        QVERIFY(f.commands.saveCustomer({twin, {}, {}}));
        OrderDraft draft = orderDraft("T-1", "", {"11"});
        draft.customerId = twin.id;
        QCOMPARE(f.commands.importOrders(std::vector{draft})->created, 1);
        QCOMPARE(f.loadOrder(*OrderStore(f.db()).findByNumber("T-1")).order.customerId, twin.id);
    }

    void bad_drafts_are_reported_and_the_rest_goes_in()
    {
        ImportFixture f;
        f.customers.push_back(customerDraft("X", ""));
        f.customers.push_back(customerDraft("VINET", "zweimal"));
        const ImportReport customers = *f.commands.importCustomers(f.customers);
        QCOMPARE(customers.created, 2);
        QCOMPARE(customers.skipped, 2);
        QCOMPARE(customers.problems[0].draft, 2U);
        QCOMPARE(customers.problems[0].field, (FieldProblem{TableId::Customer, C::name, -1, Problem::Missing}));
        QCOMPARE(customers.problems[1].field, (FieldProblem{TableId::Customer, C::code, -1, Problem::Duplicate}));
        QVERIFY(f.commands.importProducts(f.products));
        f.orders.push_back(orderDraft("1", "없는곳", {"11"}));
        f.orders.push_back(orderDraft("2", "VINET", {"11", "없는것"}));
        f.orders.push_back(orderDraft("3", "VINET", {}));
        f.orders.push_back(orderDraft("", "VINET", {"11"}));
        const ImportReport orders = *f.commands.importOrders(f.orders);
        QCOMPARE(orders.created, 2);
        QCOMPARE(orders.skipped, 4);
        QCOMPARE(orders.problems[0].field, (FieldProblem{TableId::SalesOrder, O::customerId, -1, Problem::UnknownRow}));
        const FieldProblem unknown{TableId::OrderLine, col::OrderLine::productId, 1, Problem::UnknownRow};
        QVERIFY(std::ranges::find(orders.problems, unknown, &ImportProblem::field) != orders.problems.end());
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void an_import_is_undone_as_a_whole()
    {
        ImportFixture f;
        f.importAll();
        for (int i = 0; i < 3; ++i)
            QVERIFY(f.commands.undo(f.today));
        QVERIFY(!OrderStore(f.db()).findByNumber("10248"));
        QCOMPARE(f.importAll().created, 6);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void an_imported_delivery_stays_when_its_import_is_undone()
    {
        ImportFixture f;
        f.orders[0].deliveredOn = {19960716};
        f.importAll();
        QVERIFY(f.commands.undo(f.today));
        OrderStore store(f.db());
        QVERIFY(!store.findByNumber("10249"));
        QCOMPARE(store.row(*store.findByNumber("10248"), f.today)->status, OrderStatus::Cancelled);
        QCOMPARE(f.whatIsWrong(), std::string());
    }
};

QTEST_APPLESS_MAIN(ImportCommandsTest)
#include "import_commands_test.moc"
