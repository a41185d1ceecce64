#include "tests/core/commands_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using dure::test::CommandsFixture;
using storage::entitiesWhere;
using storage::findEntity;

namespace {

struct Fixture : CommandsFixture
{
    Customer customer = makeCustomer();
    Product bottle = makeProduct();

    QuotationInput offer(std::int64_t quantity = 20'000, std::int64_t price = 86)
    {
        QuotationInput input;
        input.quotation.customerId = customer.id;
        input.quotation.quotedOn = today;
        input.quotation.validUntil = today.addDays(30);
        input.lines.push_back(quotationLineOf(line(bottle, quantity, price)));
        return input;
    }

    QuotationInput load(const Uuid& id)
    {
        return {
            *findEntity<Quotation>(db(), id), entitiesWhere<QuotationLine>(db(), "quotation_id", id, "position, id")};
    }
    QuotationState stateOf(const Uuid& id) { return findEntity<Quotation>(db(), id)->state; }

    OrderInput orderOf(const QuotationInput& quotation)
    {
        OrderInput input = orderInput(customer, {});
        input.order.quotationId = quotation.quotation.id;
        for (QuotationLine line : quotation.lines) {
            line.id = {};
            input.lines.push_back(orderLineOf(line));
        }
        return input;
    }
};

bool hasProblem(const Result& result, const FieldProblem& wanted)
{
    return !result && std::ranges::find(result.error().problems, wanted) != result.error().problems.end();
}

} // namespace

class QuotationCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void a_quotation_has_a_number_of_its_own_and_an_orders_amounts()
    {
        Fixture f;
        const Result done = f.commands.saveQuotation(f.offer());
        QVERIFY(done);
        QCOMPARE(parseDocumentNumber(done->number)->kind, DocumentKind::Quotation);
        const QuotationInput saved = f.load(done->id);
        QCOMPARE(saved.quotation.staff, std::string("김미선"));
        QCOMPARE(saved.lines.size(), std::size_t{1});
        QCOMPARE(saved.lines[0].productName, std::string("PET 500ml 투명"));
        QCOMPARE(saved.lines[0].supply, (Won{1'720'000}));
        QCOMPARE(saved.lines[0].tax, (Won{172'000}));
        QCOMPARE(f.lastSent().changes.size(), std::size_t{2});
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void saving_it_unchanged_writes_nothing_and_a_change_only_what_changed()
    {
        Fixture f;
        const Uuid id = f.commands.saveQuotation(f.offer())->id;
        const QuotationInput before = f.load(id);
        QVERIFY(f.commands.saveQuotation(before, &before)->changes.empty());
        QuotationInput now = before;
        now.lines[0].unitPrice = UnitPrice::fromInteger(90);
        now.quotation.subject = "12월분";
        QVERIFY(f.commands.saveQuotation(now, &before));
        QCOMPARE(f.load(id).lines[0].supply, (Won{1'800'000}));
        QCOMPARE(f.load(id).quotation.number, before.quotation.number);
        QCOMPARE(f.lastSent().changes.size(), std::size_t{2});
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void what_cannot_be_offered_is_told_by_field_and_line()
    {
        Fixture f;
        QuotationInput input = f.offer(0);
        QVERIFY(hasProblem(
            f.commands.saveQuotation(input), {TableId::OrderLine, col::OrderLine::quantity, 0, Problem::ZeroQuantity}));
        input = f.offer();
        input.quotation.validUntil = input.quotation.quotedOn.addDays(-1);
        QVERIFY(hasProblem(f.commands.saveQuotation(input),
            {TableId::Quotation, col::Quotation::validUntil, -1, Problem::OutOfRange}));
        input = f.offer();
        input.quotation.customerId = derivedUuid({}, "nobody");
        QVERIFY(hasProblem(f.commands.saveQuotation(input),
            {TableId::Quotation, col::Quotation::customerId, -1, Problem::UnknownRow}));
        input = f.offer();
        input.lines.clear();
        QVERIFY(hasProblem(f.commands.saveQuotation(input), {TableId::OrderLine, -1, -1, Problem::NoLines}));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void an_order_made_of_it_marks_it_as_ordered_and_undo_opens_it_again()
    {
        Fixture f;
        const Uuid id = f.commands.saveQuotation(f.offer())->id;
        const Result order = f.commands.saveOrder(f.orderOf(f.load(id)));
        QVERIFY(order);
        QCOMPARE(f.loadOrder(order->id).order.quotationId, id);
        QCOMPARE(f.loadOrder(order->id).lines[0].supply, (Won{1'720'000}));
        QCOMPARE(f.stateOf(id), QuotationState::Ordered);
        QVERIFY(order->changes.touches(TableId::Quotation));
        QCOMPARE(f.commands.deleteQuotation(id).error().refusal, Refusal::HasDocuments);
        QCOMPARE(f.whatIsWrong(), std::string());
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.stateOf(id), QuotationState::Open);
        QVERIFY(!findEntity<SalesOrder>(f.db(), order->id));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void an_order_changed_later_leaves_a_lost_quotation_lost()
    {
        Fixture f;
        const Uuid id = f.commands.saveQuotation(f.offer())->id;
        const Uuid order = f.commands.saveOrder(f.orderOf(f.load(id)))->id;
        QVERIFY(f.commands.setQuotationState(id, QuotationState::Lost));
        const OrderInput before = f.loadOrder(order);
        OrderInput now = before;
        now.order.memo = "급함";
        QVERIFY(f.commands.saveOrder(now, &before));
        QCOMPARE(f.stateOf(id), QuotationState::Lost);
    }

    void it_is_deleted_with_its_lines_and_comes_back_by_undo()
    {
        Fixture f;
        const Uuid id = f.commands.saveQuotation(f.offer())->id;
        QVERIFY(f.commands.deleteQuotation(id));
        QVERIFY(!findEntity<Quotation>(f.db(), id));
        QVERIFY(entitiesWhere<QuotationLine>(f.db(), "quotation_id", id, "id").empty());
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.load(id).lines.size(), std::size_t{1});
        QCOMPARE(f.whatIsWrong(), std::string());
    }
};

QTEST_GUILESS_MAIN(QuotationCommandsTest)
#include "quotation_commands_test.moc"
