// From a file's plan to rows: what its names stand for, a trial, a stop in the middle, one undo of it all.
#include "tests/core/intake_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::intake;
using dure::test::IntakeFixture;
using What = NameChoice::What;

namespace {

const std::string customersCsv = "거래처코드,상호,사업자등록번호\nC1,한빛화장품(주),124-81-00998\nC2,새솔용기,\n";

std::string orderCsv(const std::string& customer, const std::string& product, const std::string& code = {})
{
    return "주문번호,주문일,거래처명,품번,품명,수량,단가\nA1,2026-11-20," + customer + "," + code + "," + product
        + ",100,98\n";
}

} // namespace

class IntakeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_name_that_differs_by_its_legal_form_is_surely_meant()
    {
        IntakeFixture office;
        const Customer customer = office.makeCustomer("한빛화장품(주)");
        (void)office.makeCustomer("한빛유리");
        const auto unknown
            = findUnknownNames(office.db(), std::vector{IntakeFixture::table(orderCsv("㈜ 한빛 화장품", "금형비"))});
        QCOMPARE(unknown.customers.size(), std::size_t{1});
        QCOMPARE(unknown.customers[0].suggestions.front().row, customer.id);
        QCOMPARE(unknown.customers[0].suggestions.front().permille, 1000);
        QVERIFY(firstChoice(unknown.customers[0], false) == (NameChoice{What::Existing, customer.id}));
    }

    void a_slip_of_one_letter_is_suggested_and_not_decided()
    {
        IntakeFixture office;
        const Customer customer = office.makeCustomer("대한케미칼");
        const auto unknown
            = findUnknownNames(office.db(), std::vector{IntakeFixture::table(orderCsv("대한캐미칼", "금형비"))});
        const UnknownName& name = unknown.customers.at(0);
        QCOMPARE(name.suggestions.front().row, customer.id);
        QVERIFY(name.suggestions.front().permille < 1000);
        QVERIFY(firstChoice(name, false).what == What::LeaveOut);
        QVERIFY(likeness("대한케미칼", "대한캐미칼") > likeness("대한케미칼", "새솔용기"));
    }

    void names_that_the_import_itself_brings_are_known()
    {
        IntakeFixture office;
        const std::vector tables{IntakeFixture::table(customersCsv), IntakeFixture::table(orderCsv("새솔용기", "캡"))};
        QVERIFY(findUnknownNames(office.db(), tables).customers.empty());
    }

    void a_deleted_customer_is_told_and_its_orders_are_left_out()
    {
        IntakeFixture office;
        const Customer customer = office.makeCustomer("새솔용기");
        QVERIFY(office.commands.deleteCustomer(customer.id).has_value());
        const std::vector tables{IntakeFixture::table(orderCsv("새솔용기", "캡"))};
        const auto unknown = findUnknownNames(office.db(), tables);
        QVERIFY(unknown.customers.at(0).wasDeleted);
        QVERIFY(unknown.customers.at(0).suggestions.empty());
        const auto outcome = office.write(tables);
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->counts.at(0).created, std::int64_t{0});
        QCOMPARE(outcome->leftOutLines.at(0), std::set<std::int64_t>{2});
        QVERIFY(std::get<commands::Problem>(outcome->problems.at(0).cause) == commands::Problem::UnknownRow);
        QCOMPARE(outcome->problems.at(0).text, std::string("새솔용기"));
    }

    void chosen_names_go_in_as_they_were_chosen()
    {
        IntakeFixture office;
        const Customer customer = office.makeCustomer("대한케미칼");
        const Product product = office.makeProduct("PET 500ml 투명", 98);
        const std::vector tables{IntakeFixture::table("주문번호,주문일,거래처명,품번,품명,수량,단가\n"
                                                      "A1,2026-11-20,대한캐미칼,X-1,PET500,100,98\n"
                                                      "A2,2026-11-20,새 손님,N-1,새 품목,5,10\n"
                                                      "A3,2026-11-20,새 손님,T-1,금형비,1,1000\n")};
        NameChoices choices;
        choices.customers["대한캐미칼"] = {What::Existing, customer.id};
        choices.customers["새 손님"] = {What::Create, {}};
        choices.products["X-1"] = {What::Existing, product.id};
        choices.products["N-1"] = {What::Create, {}};
        choices.products["T-1"] = {What::AsTyped, {}};
        const auto outcome = office.write(tables, choices);
        QVERIFY(outcome.has_value());
        QVERIFY(outcome->problems.empty());
        QCOMPARE(outcome->counts.at(0).created, std::int64_t{3});
        QCOMPARE(outcome->customersMade, std::int64_t{1});
        QCOMPARE(outcome->productsMade, std::int64_t{1});
        QCOMPARE(office.count("customer"), std::int64_t{2});
        auto lines = office.db().prepareOnce(
            "SELECT product_id IS NOT NULL, product_name, (SELECT name FROM customer WHERE id = o.customer_id)"
            " FROM order_line l JOIN sales_order o ON o.id = l.order_id ORDER BY o.number");
        QVERIFY(lines.step());
        QCOMPARE(lines.integer(0), std::int64_t{1});
        QCOMPARE(std::string(lines.text(1)), std::string("PET500")); // as the customer calls it
        QCOMPARE(std::string(lines.text(2)), std::string("대한케미칼"));
        QVERIFY(lines.step());
        QCOMPARE(lines.integer(0), std::int64_t{1});
        QVERIFY(lines.step());
        QCOMPARE(lines.integer(0), std::int64_t{0});
    }

    void a_choice_whose_row_was_deleted_meanwhile_leaves_the_order_out()
    {
        IntakeFixture office;
        const Customer customer = office.makeCustomer("대한케미칼");
        NameChoices choices;
        choices.customers["대한캐미칼"] = {What::Existing, customer.id};
        QVERIFY(office.commands.deleteCustomer(customer.id).has_value());
        const auto outcome = office.write({IntakeFixture::table(orderCsv("대한캐미칼", "캡"))}, choices);
        QCOMPARE(outcome->counts.at(0).created, std::int64_t{0});
        QCOMPARE(outcome->problems.at(0).text, std::string("대한캐미칼"));
    }

    void a_trial_counts_the_same_and_writes_nothing()
    {
        IntakeFixture office;
        const std::vector tables{IntakeFixture::table(customersCsv), IntakeFixture::table(orderCsv("새솔용기", "캡"))};
        const auto trial = office.write(tables, {}, true);
        QVERIFY(trial.has_value());
        QCOMPARE(trial->counts.at(0).created, std::int64_t{2});
        QCOMPARE(trial->counts.at(1).created, std::int64_t{1});
        QCOMPARE(office.count("customer") + office.count("sales_order"), std::int64_t{0});
        QCOMPARE(office.waiting(), std::int64_t{0});
        QVERIFY(!office.commands.undoDescription());
        const auto done = office.write(tables);
        QCOMPARE(done->counts.at(0).created, trial->counts.at(0).created);
        QCOMPARE(office.count("sales_order"), std::int64_t{1});
    }

    void a_stop_in_the_middle_leaves_nothing_behind()
    {
        IntakeFixture office;
        std::string csv = "거래처코드,상호\n";
        for (int i = 0; i < 500; ++i)
            csv += "C" + std::to_string(i) + ",상호 " + std::to_string(i) + "\n";
        const std::vector tables{IntakeFixture::table(csv)};
        std::int64_t seen = 0;
        const Watch watch = [&](std::int64_t done, std::int64_t all) {
            seen = done;
            return done < all / 2;
        };
        const auto outcome = writeImport(office.commands, tables, {IntakeFixture::today, false, {}, watch});
        QVERIFY(!outcome.has_value());
        QVERIFY(outcome.error().refusal == commands::Refusal::Stopped);
        QVERIFY(seen >= 250);
        QCOMPARE(office.count("customer"), std::int64_t{0});
        QCOMPARE(office.waiting(), std::int64_t{0});
        const auto again = office.write(tables); // and the next one is whole
        QCOMPARE(again->counts.at(0).created, std::int64_t{500});
    }

    void the_whole_import_is_undone_at_once()
    {
        IntakeFixture office;
        const Customer before = office.makeCustomer("먼저 있던 곳");
        std::string csv = "거래처코드,상호,전화\n,먼저 있던 곳,02-123-4567\n";
        for (int i = 0; i < 40; ++i)
            csv += "C" + std::to_string(i) + ",상호 " + std::to_string(i) + ",\n";
        const std::vector tables{IntakeFixture::table(csv), IntakeFixture::table(orderCsv("상호 7", "캡"))};
        NameChoices choices;
        choices.products[std::string("캡\n")] = {What::Create, {}};
        QVERIFY(office.write(tables, choices).has_value());
        QCOMPARE(office.count("customer"), std::int64_t{41});
        QCOMPARE(office.count("sales_order"), std::int64_t{1});
        QCOMPARE(office.count("product"), std::int64_t{1});
        QCOMPARE(office.commands.undoDescription()->intent, std::string("import"));
        QVERIFY(office.commands.undo(IntakeFixture::today).has_value());
        QCOMPARE(office.count("customer"), std::int64_t{1});
        QCOMPARE(office.count("sales_order"), std::int64_t{0});
        QCOMPARE(office.count("product"), std::int64_t{0});
        QCOMPARE(storage::findEntity<Customer>(office.db(), before.id)->phone, std::string());
    }

    void every_row_of_an_order_that_is_left_out_is_told()
    {
        IntakeFixture office;
        const auto outcome = office.write({IntakeFixture::table("주문번호,주문일,거래처명,품명,수량,단가\n"
                                                                "A1,2026-11-20,모르는 곳,캡,100,98\n"
                                                                "A1,2026-11-20,모르는 곳,펌프,50,10\n"
                                                                "A2,2026-02-30,모르는 곳,펌프,50,10\n")});
        QCOMPARE(outcome->leftOutLines.at(0), (std::set<std::int64_t>{2, 3, 4}));
        const auto& last = outcome->problems.back();
        QVERIFY(std::get<exchange::ImportProblemCode>(last.cause) == exchange::ImportProblemCode::BadDate);
    }

    void figures_beyond_all_measure_are_told_at_their_cell()
    {
        IntakeFixture office;
        const auto table = IntakeFixture::table("거래처코드,상호,사업자등록번호,여신한도\n"
                                                "C1,가,124-81-00998,1000\n"
                                                "C2,나,124-81-00997,2000\n" // one wrong digit: warned of and kept
                                                "C3,다,,1234567890123456789012345678901\n");
        const auto outcome = office.write({table});
        QCOMPARE(outcome->counts.at(0).created, std::int64_t{2});
        QCOMPARE(outcome->problems.size(), std::size_t{2});
        QVERIFY(outcome->problems[0].isKept);
        QCOMPARE(outcome->problems[0].line, std::int64_t{3});
        QCOMPARE(outcome->problems[1].column, std::string("여신한도"));
        QVERIFY(std::get<exchange::ImportProblemCode>(outcome->problems[1].cause)
            == exchange::ImportProblemCode::NumberTooLarge);
        const auto lines = IntakeFixture::table("주문번호,주문일,거래처코드,품명,수량,단가\n"
                                                "A1,2026-11-20,C1,캡,99999999999999,98\n"
                                                "A2,2026-11-20,C1,캡,100,33.3333333\n");
        const auto orders = office.write({lines});
        QCOMPARE(orders->counts.at(0).created, std::int64_t{1});
        QVERIFY(std::ranges::any_of(orders->problems, [](const RowProblem& each) {
            return each.isKept
                && std::get<exchange::ImportProblemCode>(each.cause) == exchange::ImportProblemCode::NumberRounded;
        }));
    }
};

QTEST_APPLESS_MAIN(IntakeTest)
#include "intake_test.moc"
