#include "core/storage/customer_store.h"
#include "core/storage/product_store.h"
#include "core/storage/search_index.h"
#include "core/storage/sync_state.h"
#include "tests/core/commands_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using namespace dure::storage;
using dure::test::CommandsFixture;

namespace {

Contact contact(const std::string& name)
{
    Contact made;
    made.name = name;
    return made;
}

DeliverySite site(const std::string& name)
{
    DeliverySite made;
    made.name = name;
    return made;
}

CustomerInput load(CommandsFixture& f, const Uuid& id)
{
    const CustomerDetail detail = *CustomerStore(f.db()).detail(id);
    return {detail.customer, detail.contacts, detail.sites};
}

} // namespace

class MasterCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void every_declared_column_is_a_member()
    {
        const auto covered = []<class E>(E entity) {
            std::set<int> columns;
            E::columns(entity, [&](int column, auto&) { columns.insert(column); });
            return columns.size() == tableOf(E::table).columns.size() && *columns.rbegin() + 1 == std::ssize(columns);
        };
        QVERIFY(covered(CompanyProfile{}) && covered(Customer{}) && covered(Contact{}) && covered(DeliverySite{}));
        QVERIFY(covered(Product{}) && covered(CustomerPrice{}) && covered(SalesOrder{}) && covered(OrderLine{}));
        QVERIFY(covered(Attachment{}));
        QVERIFY(covered(Delivery{}) && covered(DeliveryLine{}) && covered(Payment{}) && covered(StockMovement{}));
    }

    void entities_go_to_rows_and_back_unchanged()
    {
        const auto roundTrip = []<class E>(E) {
            // every column another value, each of its type
            Row row{derivedUuid({}, "row"), {}, "{\"x\":1}"};
            std::int64_t n = 1;
            for (const Column& column : tableOf(E::table).columns) {
                if (column.type == ColumnType::Text)
                    row.values.push_back("text" + std::to_string(n++));
                else if (column.type == ColumnType::Id)
                    row.values.push_back(derivedUuid({}, column.name));
                else if (column.type == ColumnType::Date)
                    row.values.push_back(std::int64_t{20260100 + n++});
                else
                    row.values.push_back(std::int64_t{column.max == 1 || column.type == ColumnType::Boolean ? 1 : 2});
            }
            return toRow(fromRow<E>(row)) == row && toRow(E{}).values.size() == row.values.size();
        };
        QVERIFY(roundTrip(CompanyProfile{}) && roundTrip(Customer{}) && roundTrip(Contact{}));
        QVERIFY(roundTrip(DeliverySite{}) && roundTrip(Product{}) && roundTrip(CustomerPrice{}));
        QVERIFY(roundTrip(SalesOrder{}) && roundTrip(OrderLine{}) && roundTrip(Delivery{}));
        QVERIFY(roundTrip(DeliveryLine{}) && roundTrip(Payment{}) && roundTrip(StockMovement{}));
    }

    void a_customer_is_saved_with_contacts_and_sites()
    {
        CommandsFixture f;
        CustomerInput input;
        input.customer.name = "(주)다온코스메틱";
        input.customer.businessNo = "124-81-00998";
        input.customer.phone = "0310009021";
        input.contacts = {contact("김과장"), contact("이대리")};
        input.sites = {site("안성 충전공장")};
        const auto done = f.commands.saveCustomer(input);
        QVERIFY(done);
        QCOMPARE(f.sent().size(), 1U);
        const CustomerDetail detail = *CustomerStore(f.db()).detail(done->id);
        QCOMPARE(detail.customer.businessNo, std::string("1248100998"));
        QCOMPARE(detail.customer.phone, std::string("031-000-9021"));
        QCOMPARE(detail.contacts[1].name, std::string("이대리"));
        QCOMPARE(detail.sites[0].customerId, done->id);
        QCOMPARE(CustomerStore(f.db()).withBusinessNo("124 81 00998"), std::vector<Uuid>{done->id});
        QVERIFY(CustomerStore(f.db()).withBusinessNo("124-81-00998", done->id).empty());
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void contacts_are_changed_added_moved_and_removed()
    {
        CommandsFixture f;
        CustomerInput input;
        input.customer.name = "삼성공업";
        input.contacts = {contact("가"), contact("나"), contact("다")};
        const Uuid id = f.commands.saveCustomer(input)->id;
        const CustomerInput before = load(f, id);
        CustomerInput now = before;
        now.contacts = {before.contacts[2], contact("라"), before.contacts[0]};
        now.contacts[2].title = "부장";
        QVERIFY(f.commands.saveCustomer(now, &before));
        const auto after = load(f, id).contacts;
        QCOMPARE(after.size(), 3U);
        QCOMPARE(after[0].name + after[1].name + after[2].name + after[2].title, std::string("다라가부장"));
        QVERIFY(f.commands.saveCustomer(load(f, id))->changes.empty());
        now.contacts[1].name.clear();
        const auto refused = f.commands.saveCustomer(now);
        const FieldProblem missing{TableId::Contact, col::Contact::name, 1, Problem::Missing};
        QCOMPARE(refused.error().problems, std::vector<FieldProblem>{missing});
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void one_price_agreed_on_two_pcs_is_one_row()
    {
        CommandsFixture one;
        CommandsFixture two;
        two.makeProduct("PET 300ml"); // so that its next new id is another one
        CustomerPrice price;
        price.validFrom = one.today;
        price.unitPrice = UnitPrice::fromInteger(95);
        Customer customer;
        customer.name = "삼성공업";
        Product product;
        product.name = "PET 500ml";
        price.customerId = customer.id = one.receive(customer);
        price.productId = product.id = one.receive(product);
        two.receive(customer);
        two.receive(product);
        const auto first = one.commands.setCustomerPrice(price);
        QCOMPARE(first->id, two.commands.setCustomerPrice(price)->id);
        price.minQuantity = Quantity::fromInteger(1'000);
        QVERIFY(one.commands.setCustomerPrice(price)->id != first->id);
        // what was taken back stays so; agreed again it is a row of its own
        price.minQuantity = {};
        QVERIFY(one.commands.deleteCustomerPrice(first->id));
        const auto again = one.commands.setCustomerPrice(price);
        QVERIFY(again && again->id != first->id);
        QCOMPARE(one.commands.setCustomerPrice(price)->id, again->id);
    }

    void a_customer_with_documents_is_not_deleted()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct();
        const auto order = f.commands.saveOrder(f.orderInput(customer, {f.line(product, 1, 1)}));
        QCOMPARE(f.commands.deleteCustomer(customer.id).error().refusal, Refusal::HasDocuments);
        QCOMPARE(f.commands.deleteProduct(product.id).error().refusal, Refusal::HasDocuments);
        QVERIFY(f.commands.deleteOrder(order->id));
        QVERIFY(f.commands.deleteCustomer(customer.id));
        QVERIFY(f.commands.deleteProduct(product.id));
        QCOMPARE(f.commands.deleteProduct(product.id).error().kind, ErrorKind::NotFound);
        QVERIFY(SearchIndex(f.db()).find("삼성", TableId::Customer).hits.empty());
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void the_company_has_one_profile_wherever_it_is_first_written()
    {
        CommandsFixture one;
        CommandsFixture two;
        two.makeProduct(); // so that its next new id is another one
        CompanyProfile profile;
        profile.name = "한결플라스틱(주)";
        const auto first = one.commands.saveCompanyProfile(profile);
        QCOMPARE(first->id, two.commands.saveCompanyProfile(profile)->id);
        profile.representative = "박정호";
        QVERIFY(one.commands.saveCompanyProfile(profile));
        QCOMPARE(one.lastSent().changes[0].op, Op::Put);
        QCOMPARE(CustomerStore(one.db()).companyProfile()->representative, std::string("박정호"));
        // an editor that was opened before writes its own fields alone
        const CompanyProfile opened = *CustomerStore(one.db()).companyProfile();
        CompanyProfile elsewhere = opened;
        elsewhere.address = "안성시";
        QVERIFY(one.commands.saveCompanyProfile(elsewhere));
        CompanyProfile typed = opened;
        typed.phone = "0311234567";
        QVERIFY(one.commands.saveCompanyProfile(typed, &opened));
        QCOMPARE(CustomerStore(one.db()).companyProfile()->address, std::string("안성시"));
        QCOMPARE(CustomerStore(one.db()).companyProfile()->phone, std::string("031-123-4567"));
        QVERIFY(!one.commands.saveCompanyProfile({}));
        QCOMPARE(one.whatIsWrong(), std::string());
    }

    void each_user_of_a_pc_numbers_the_own_actions()
    {
        CommandsFixture f;
        f.makeCustomer();
        const Uuid first = SyncState(f.db()).incarnation();
        f.commands.setAuthor({*Uuid::fromString("018f0000-0000-7000-8000-000000000002"), "이정호"});
        f.makeCustomer();
        QVERIFY(SyncState(f.db()).incarnation() != first);
        QCOMPARE(SyncState(f.db()).nextN(), 2);
    }

    void drafts_are_kept_until_dropped()
    {
        CommandsFixture f;
        QVERIFY(f.commands.saveDraft("order", "{\"a\":1}"));
        QVERIFY(f.commands.saveDraft("order", "{\"a\":2}"));
        Commands later(*f.space, f.clock, f.random, protocol::encodeMutation, {f.user, ""});
        QCOMPARE(later.loadDraft("order"), std::optional<std::string>("{\"a\":2}"));
        QCOMPARE(later.draftNames(), std::vector<std::string>{"order"});
        QVERIFY(later.dropDraft("order"));
        QVERIFY(!later.loadDraft("order"));
    }

    void agreed_prices_go_with_their_product_and_before_their_customer()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        const auto agree = [&] {
            const Product product = f.makeProduct();
            CustomerPrice price;
            price.customerId = customer.id;
            price.productId = product.id;
            price.validFrom = CommandsFixture::today;
            price.unitPrice = UnitPrice::fromInteger(90);
            return std::pair{product.id, f.commands.setCustomerPrice(price)->id};
        };
        const auto [product, price] = agree();
        QVERIFY(f.commands.deleteProduct(product));
        QVERIFY(!storage::findEntity<CustomerPrice>(f.db(), price));
        QVERIFY(f.commands.undo(CommandsFixture::today));
        QVERIFY(storage::findEntity<CustomerPrice>(f.db(), price));
        agree();
        QVERIFY(f.commands.deleteCustomer(customer.id));
        // whatever is sent first, the cloud finds nobody who still names the customer
        QCOMPARE(f.lastSent().changes.back().table, TableId::Customer);
        QCOMPARE(f.outboxDiffersFromRows(), std::string());
    }

    void a_site_that_documents_go_to_stays()
    {
        CommandsFixture f;
        CustomerInput input;
        input.customer.name = "가온상사";
        input.sites = {site("본사"), site("2공장")};
        const Uuid customer = f.commands.saveCustomer(input)->id;
        const CustomerInput before = load(f, customer);
        auto order = f.orderInput(before.customer, {CommandsFixture::line(f.makeProduct(), 10, 90)});
        order.order.siteId = before.sites[1].id;
        QVERIFY(f.commands.saveOrder(order));
        CustomerInput without = before;
        without.sites.pop_back();
        QCOMPARE(f.commands.saveCustomer(without, &before).error().refusal, Refusal::SiteHasDocuments);
        without.sites = {before.sites[1]};
        QVERIFY(f.commands.saveCustomer(without, &before)); // nothing goes to the other
        QCOMPARE(load(f, customer).sites.size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(MasterCommandsTest)
#include "master_commands_test.moc"
