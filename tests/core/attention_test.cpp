// 확인 필요: what is decided about conflicts and contradictions, and how it is taken back.
#include "core/storage/attention_store.h"
#include "tests/core/commands_fixture.h"
#include "tests/core/conflict_rows.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using namespace dure::storage;
using namespace dure::test;

namespace {

struct Attention : CommandsFixture
{
    Customer customer = makeCustomer();
    Product product = makeProduct();
    Uuid order = commands.saveOrder(orderInput(customer, {line(product, 12'000, 178)})).value().id;

    AttentionStore store() { return AttentionStore(db()); }
    SalesOrder salesOrder() { return *findEntity<SalesOrder>(db(), order); }
    OrderLine orderLine() { return loadOrder(order).lines.front(); }
    void receiveAll() { db().execute("UPDATE sales_order SET seq = 5; UPDATE order_line SET seq = 5"); }

    /// Two PCs set the order's due date: 11-23 stands, 11-27 is kept.
    Uuid dueConflict()
    {
        commands::OrderInput now = loadOrder(order);
        now.order.dueOn = {20261123};
        commands.saveOrder(now).value();
        using C = col::SalesOrder;
        ConflictRow row{TableId::SalesOrder, order, order, "due_on"};
        row.base = fieldsWith({{C::dueOn, std::int64_t{20261125}}});
        row.winner = fieldsWith({{C::dueOn, std::int64_t{20261123}}});
        row.loser = fieldsWith({{C::dueOn, std::int64_t{20261127}}});
        return receiveConflict(db(), newId(), ++seq, row);
    }
    static Fields amounts(std::int64_t quantity)
    {
        using C = col::OrderLine;
        return fieldsWith({{C::quantity, Quantity::fromInteger(quantity).tenThousandths},
            {C::unitPrice, UnitPrice::fromInteger(178).tenThousandths}, {C::supply, quantity * 178},
            {C::tax, quantity * 178 / 10}});
    }
    Uuid amountConflict()
    {
        ConflictRow row{TableId::OrderLine, orderLine().id, order, "amount"};
        row.base = amounts(10'000);
        row.winner = amounts(12'000);
        row.loser = amounts(15'000);
        return receiveConflict(db(), newId(), ++seq, row);
    }
    ConflictDecision restoring(const Uuid& conflict)
    {
        const auto matter = store().conflict(conflict);
        for (const ConflictDetail& each : matter->conflicts)
            if (each.id == conflict) {
                ConflictDecision decision{conflict, true, *protocol::decodeFields(*each.table, each.loser.fields), {}};
                const auto row = RowStore(db()).find(*each.table, each.changedRow);
                for (std::size_t i = 0; i < each.table->columns.size(); ++i)
                    decision.seen.known.emplace_back(static_cast<int>(i), row->row.values[i]);
                return decision;
            }
        return {};
    }
    std::int64_t resolutions()
    {
        auto count = db().prepareOnce("SELECT count(*) FROM resolution");
        count.step();
        return count.integer(0);
    }
    std::vector<AttentionRow> list(bool done = false) { return store().list(done, 0, 100); }
    ContradictionKind kindOf(const AttentionRow& row) { return row.contradiction.kind; }
    /// With a conflict row that was never sent the outbox cannot tell the whole story.
    std::string whatIsWrong() { return derived.differences(); }
};

} // namespace

class AttentionTest : public QObject
{
    Q_OBJECT

private slots:
    void what_one_action_lost_in_one_order_is_one_matter()
    {
        Attention f;
        const Uuid due = f.dueConflict();
        f.amountConflict();
        QCOMPARE(f.store().counts().open, 1);
        const auto rows = f.list();
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows[0].id, due);
        QCOMPARE(rows[0].units.size(), 2U);
        QCOMPARE(rows[0].subject.name, f.salesOrder().number);
        QCOMPARE(rows[0].subject.customer, std::string("삼성공업"));
        const auto matter = f.store().conflict(due);
        QCOMPARE(matter->conflicts.size(), 2U);
        QCOMPARE(matter->conflicts[0].unit, std::string("due_on"));
        QCOMPARE(matter->conflicts[1].unit, std::string("amount"));
        QCOMPARE(matter->conflicts[1].loser.device, std::string("대표 노트북"));
    }

    void what_two_others_lost_are_two_matters()
    {
        Attention f;
        f.dueConflict();
        ConflictRow row{TableId::SalesOrder, f.order, f.order, "memo"};
        row.loserUser = "이정호";
        row.loserAt += 1000;
        receiveConflict(f.db(), f.newId(), ++f.seq, row);
        QCOMPARE(f.store().counts().open, 2);
        QVERIFY(f.list()[0].subject.name == f.list()[1].subject.name);
    }

    void keeping_leaves_the_value_and_undo_opens_the_matter_again()
    {
        Attention f;
        const Uuid conflict = f.dueConflict();
        const SalesOrder before = f.salesOrder();
        const auto done = f.commands.keepAsItIs({conflict}, "O1");
        QVERIFY(done && done->changes.touches(TableId::Resolution));
        QCOMPARE(f.salesOrder(), before);
        QCOMPARE(f.store().counts().open, 0);
        QCOMPARE(f.store().counts().done, 1);
        QCOMPARE(f.list(true)[0].choice, MatterChoice::Kept);
        QCOMPARE(f.list(true)[0].decidedBy, std::string("김미선"));
        QCOMPARE(f.commands.undoDescription()->intent, std::string("keep_as_it_is"));
        QCOMPARE(f.commands.keepAsItIs({conflict}, "O1").error().refusal, Refusal::AlreadyDecided);
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.store().counts().open, 1);
        QCOMPARE(f.resolutions(), 2); // nothing of what was decided is taken out
        QVERIFY(f.commands.keepAsItIs({conflict}, "O1"));
        QCOMPARE(f.store().counts().open, 0);
    }

    void restoring_puts_the_other_value_and_undo_gives_both_back()
    {
        Attention f;
        const Uuid conflict = f.dueConflict();
        QVERIFY(f.commands.decideConflicts({f.restoring(conflict)}, "O1"));
        QCOMPARE(f.salesOrder().dueOn, Date{20261127});
        QCOMPARE(f.list(true)[0].choice, MatterChoice::Restored);
        const Mutation sent = f.lastSent();
        QCOMPARE(sent.intent, std::string("restore_value"));
        QCOMPARE(sent.changes.size(), 2U); // value and decision go together or not at all
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.salesOrder().dueOn, Date{20261123});
        QCOMPARE(f.store().counts().open, 1);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_merge_group_comes_back_whole_and_the_sums_follow()
    {
        Attention f;
        const Uuid conflict = f.amountConflict();
        QVERIFY(f.commands.decideConflicts({f.restoring(conflict)}, "O1"));
        const OrderLine line = f.orderLine();
        QCOMPARE(line.quantity, Quantity::fromInteger(15'000));
        QCOMPARE(line.supply, Won{15'000 * 178});
        QCOMPARE(line.tax, Won{15'000 * 178 / 10});
        QCOMPARE(OrderStore(f.db()).row(f.order, f.today)->supply, Won{15'000 * 178});
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.orderLine().quantity, Quantity::fromInteger(12'000));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void field_by_field_is_one_action()
    {
        Attention f;
        const Uuid due = f.dueConflict();
        const Uuid amount = f.amountConflict();
        QVERIFY(f.commands.decideConflicts({{due, false, {}, {}}, f.restoring(amount)}, "O1"));
        QCOMPARE(f.salesOrder().dueOn, Date{20261123});
        QCOMPARE(f.orderLine().quantity, Quantity::fromInteger(15'000));
        QCOMPARE(f.store().counts().open, 0);
        QCOMPARE(f.store().counts().done, 2); // one kept, one restored
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.orderLine().quantity, Quantity::fromInteger(12'000));
        QCOMPARE(f.store().counts().open, 1);
        QCOMPARE(f.store().counts().done, 0);
    }

    void a_value_that_changed_after_it_was_shown_is_not_overwritten()
    {
        Attention f;
        const ConflictDecision decision = f.restoring(f.dueConflict());
        commands::OrderInput now = f.loadOrder(f.order);
        now.order.dueOn = {20261130};
        QVERIFY(f.commands.saveOrder(now));
        QCOMPARE(f.commands.decideConflicts({decision}, "O1").error().refusal, Refusal::NotAsSeen);
        QCOMPARE(f.salesOrder().dueOn, Date{20261130});
        QCOMPARE(f.store().counts().open, 1);
        QVERIFY(f.commands.decideConflicts({f.restoring(decision.conflict)}, "O1"));
        QCOMPARE(f.salesOrder().dueOn, Date{20261127});
    }

    void of_a_row_that_is_gone_nothing_is_restored_and_it_can_be_put_away()
    {
        Attention f;
        const ConflictDecision decision = f.restoring(f.dueConflict());
        QVERIFY(f.commands.deleteOrder(f.order));
        QCOMPARE(f.commands.decideConflicts({decision}, "O1").error().kind, ErrorKind::NotFound);
        QCOMPARE(f.resolutions(), 0);
        QVERIFY(f.commands.keepAsItIs({decision.conflict}, "O1"));
        QCOMPARE(f.store().counts().open, 0);
    }

    void a_value_that_names_a_deleted_customer_is_not_restored()
    {
        Attention f;
        const Customer gone = f.makeCustomer("없어질곳");
        ConflictRow row{TableId::SalesOrder, f.order, f.order, "customer_id"};
        row.winner = fieldsWith({{col::SalesOrder::customerId, f.customer.id}});
        row.loser = fieldsWith({{col::SalesOrder::customerId, gone.id}});
        const Uuid conflict = receiveConflict(f.db(), f.newId(), ++f.seq, row);
        QVERIFY(f.commands.deleteCustomer(gone.id));
        const auto result = f.commands.decideConflicts({f.restoring(conflict)}, "O1");
        QCOMPARE(result.error().problems.front().problem, Problem::UnknownRow);
        QCOMPARE(f.salesOrder().customerId, f.customer.id);
    }

    void what_was_kept_from_deletion_is_deleted_after_all_and_undo_brings_it_back()
    {
        Attention f;
        ConflictRow row{TableId::SalesOrder, f.order, f.order, {}, int(ConflictMatter::DeleteKept)};
        const Uuid conflict = receiveConflict(f.db(), f.newId(), ++f.seq, row);
        const commands::OrderInput before = f.loadOrder(f.order);
        QVERIFY(f.commands.deleteAfterAll({conflict}, "O1"));
        QVERIFY(!findEntity<SalesOrder>(f.db(), f.order));
        QCOMPARE(f.store().counts().open, 0);
        QCOMPARE(f.commands.undoDescription()->intent, std::string("delete_after_all"));
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.loadOrder(f.order).order, before.order);
        QVERIFY(f.loadOrder(f.order).lines == before.lines);
        QCOMPARE(f.store().counts().open, 1);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void deleting_after_all_is_refused_as_deleting_is()
    {
        Attention f;
        ConflictRow row{TableId::SalesOrder, f.order, f.order, {}, int(ConflictMatter::Revived)};
        const Uuid conflict = receiveConflict(f.db(), f.newId(), ++f.seq, row);
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(f.order, {5})));
        QCOMPARE(f.commands.deleteAfterAll({conflict}, "O1").error().refusal, Refusal::HasDeliveries);
        QVERIFY(findEntity<SalesOrder>(f.db(), f.order));
        QCOMPARE(f.store().counts().open, 1);
        QCOMPARE(f.resolutions(), 0);
    }

    void a_site_that_orders_go_to_is_not_deleted_after_all()
    {
        Attention f;
        CustomerInput input;
        input.customer = *findEntity<Customer>(f.db(), f.loadOrder(f.order).order.customerId);
        DeliverySite site;
        site.name = "2공장";
        input.sites = {site};
        QVERIFY(f.commands.saveCustomer(input));
        commands::OrderInput order = f.loadOrder(f.order);
        const auto sites = storage::entitiesWhere<DeliverySite>(f.db(), "customer_id", input.customer.id, "id");
        order.order.siteId = sites.at(0).id;
        QVERIFY(f.commands.saveOrder(order));
        ConflictRow row{TableId::DeliverySite, sites[0].id, input.customer.id, {}, int(ConflictMatter::Revived)};
        const Uuid conflict = receiveConflict(f.db(), f.newId(), ++f.seq, row);
        QCOMPARE(f.commands.deleteAfterAll({conflict}, "2공장").error().refusal, Refusal::SiteHasDocuments);
        QVERIFY(findEntity<DeliverySite>(f.db(), sites[0].id));
    }

    void the_only_line_of_an_order_is_not_deleted_and_one_of_two_is()
    {
        Attention f;
        ConflictRow row{TableId::OrderLine, f.orderLine().id, f.order, {}, int(ConflictMatter::DeleteKept)};
        const Uuid conflict = receiveConflict(f.db(), f.newId(), ++f.seq, row);
        QCOMPARE(f.commands.deleteAfterAll({conflict}, "O1").error().problems.front().problem, Problem::NoLines);
        commands::OrderInput now = f.loadOrder(f.order);
        now.lines.push_back(f.line(f.product, 7, 5));
        QVERIFY(f.commands.saveOrder(now));
        QVERIFY(f.commands.deleteAfterAll({conflict}, "O1"));
        QCOMPARE(f.loadOrder(f.order).lines.size(), 1U);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void the_latest_decision_counts_whatever_the_clock_of_its_pc()
    {
        Attention f;
        const Uuid conflict = f.dueConflict();
        // another PC, whose clock is an hour ahead, decided and took it back
        for (const std::int64_t choice : {0, 2}) {
            const Table& table = tableOf(TableId::Resolution);
            Row row{f.newId(), {conflict, choice, std::string("박정호"), f.clock.nowMs() + 3'600'000 + choice}, {}};
            RowStore(f.db()).put(table, LocalRow{std::move(row), ++f.seq, false, 0});
            QCOMPARE(f.store().counts().open, choice == 0 ? 0 : 1);
        }
        QVERIFY(f.commands.keepAsItIs({conflict}, "O1"));
        QCOMPARE(f.store().counts().open, 0);
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.store().counts().open, 1);
    }

    void a_rejection_is_read_and_put_back()
    {
        Attention f;
        const std::int64_t entry = Outbox(f.db()).inState(EntryState::Waiting).back().entry;
        QCOMPARE(f.commands.attendTo(entry).error().kind, ErrorKind::NotFound);
        Outbox(f.db()).reject(entry, "not_allowed", "");
        QCOMPARE(f.list()[0].intent, std::string("save_order"));
        QVERIFY(f.commands.attendTo(entry));
        QCOMPARE(f.store().counts().open, 0);
        QCOMPARE(f.list(true)[0].entry, entry);
        QCOMPARE(f.commands.attendTo(entry).error().refusal, Refusal::AlreadyDecided);
        QVERIFY(f.commands.attendTo(entry, false));
        QCOMPARE(f.store().counts().open, 1);
    }

    void over_delivery_is_shown_acknowledged_and_raised_anew_when_more_goes_out()
    {
        Attention f;
        commands::CustomerInput tolerant{f.customer, {}, {}};
        tolerant.customer.overToleranceBp = 300;
        QVERIFY(f.commands.saveCustomer(tolerant));
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(f.order, {12'360})));
        QCOMPARE(f.store().counts().open, 0); // within 3 %
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(f.order, {140})));
        auto rows = f.list();
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(f.kindOf(rows[0]), ContradictionKind::OverDelivered);
        QCOMPARE(rows[0].contradiction.amount, Quantity::fromInteger(500).tenThousandths);
        QCOMPARE(rows[0].contradiction.limit, Quantity::fromInteger(360).tenThousandths);
        QVERIFY(rows[0].at > 0);
        QVERIFY(f.commands.keepAsItIs({rows[0].id}, "O1"));
        QCOMPARE(f.store().counts().open, 0);
        QCOMPARE(f.list(true)[0].id, rows[0].id);
        const auto more = f.commands.recordDelivery(f.deliveryOf(f.order, {1}));
        QCOMPARE(f.store().counts().open, 1);
        QVERIFY(f.list()[0].id != rows[0].id);
        QVERIFY(f.commands.reverseDelivery(more->id, f.today));
        QCOMPARE(f.store().counts().open, 0); // as it was when it was acknowledged
        QCOMPARE(f.store().counts().done, 1);
    }

    void a_contradiction_goes_by_itself_when_it_is_put_right()
    {
        Attention f;
        const auto delivery = f.commands.recordDelivery(f.deliveryOf(f.order, {13'000}));
        QCOMPARE(f.store().counts().open, 1);
        QVERIFY(f.commands.reverseDelivery(delivery->id, f.today));
        QCOMPARE(f.store().counts().open, 0);
        QVERIFY(f.list(true).empty());
    }

    void undo_of_an_acknowledgement_shows_the_contradiction_again()
    {
        Attention f;
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(f.order, {13'000})));
        QVERIFY(f.commands.keepAsItIs({f.list()[0].id}, "O1"));
        QCOMPARE(f.store().counts().open, 0);
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.store().counts().open, 1);
    }

    void stock_that_nobody_keeps_is_not_below_nothing()
    {
        Attention f;
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(f.order, {12'000})));
        QCOMPARE(f.store().counts().open, 0);
        StockMovement counted;
        counted.productId = f.product.id;
        counted.movedOn = f.today;
        counted.quantity = Quantity::fromInteger(11'999);
        QVERIFY(f.commands.recordStockMovement(counted));
        QCOMPARE(f.store().counts().open, 1);
        counted.quantity = Quantity::fromInteger(1);
        QVERIFY(f.commands.recordStockMovement(counted));
        QCOMPARE(f.store().counts().open, 0);
    }

    void a_credit_limit_and_a_negative_stock_are_shown_with_their_figures()
    {
        Attention f;
        commands::CustomerInput limited{f.customer, {}, {}};
        limited.customer.creditLimit = Won{100'000};
        limited.customer.openingBalance = Won{150'000};
        QVERIFY(f.commands.saveCustomer(limited));
        StockMovement out;
        out.productId = f.product.id;
        out.movedOn = f.today;
        out.kind = static_cast<decltype(out.kind)>(0);
        out.quantity = Quantity::fromInteger(-120);
        QVERIFY(f.commands.recordStockMovement(out));
        QCOMPARE(f.store().counts().open, 2);
        for (const AttentionRow& row : f.list()) {
            if (f.kindOf(row) == ContradictionKind::OverCreditLimit) {
                QCOMPARE(row.contradiction.amount, 150'000);
                QCOMPARE(row.contradiction.limit, 100'000);
            } else {
                QCOMPARE(f.kindOf(row), ContradictionKind::NegativeStock);
                QCOMPARE(row.contradiction.amount, Quantity::fromInteger(-120).tenThousandths);
                QCOMPARE(row.subject.table, TableId::Product);
            }
        }
    }

    void rows_that_share_a_code_or_a_number_are_one_matter_each()
    {
        Attention f;
        Customer a = f.makeCustomer("가온상사");
        Customer b = f.makeCustomer("가온상사(주)");
        a.code = b.code = "C-77";
        a.businessNo = "1248100998";
        b.businessNo = "124-81-00998";
        QVERIFY(f.commands.saveCustomer({a, {}, {}}));
        QVERIFY(f.commands.saveCustomer({b, {}, {}}));
        Product twin = f.makeProduct("이름이 다른 것"); // the fixture's code
        QCOMPARE(f.store().counts().open, 3);
        // a number that two PCs gave
        SalesOrder copy = f.salesOrder();
        copy.id = {};
        f.receive(copy);
        f.derived.refresh();
        QCOMPARE(f.store().counts().open, 4);
        QCOMPARE(f.store().counts(ContradictionStore::Scope::Quick).open, 3);
        std::set<ContradictionKind> kinds;
        for (const AttentionRow& row : f.list()) {
            kinds.insert(f.kindOf(row));
            QCOMPARE(row.contradiction.rows.size(), 2U);
        }
        QCOMPARE(kinds.size(), 4U);
        QVERIFY(f.commands.deleteProduct(twin.id));
        QCOMPARE(f.store().counts().open, 3);
    }

    void windows_join_to_the_whole_list()
    {
        Attention f;
        for (int i = 0; i < 9; ++i) {
            ConflictRow row{TableId::SalesOrder, f.order, f.order, "memo"};
            row.loserAt += 1000 * (i / 2);
            row.loserUser = "사람 " + std::to_string(i);
            receiveConflict(f.db(), f.newId(), ++f.seq, row);
        }
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(f.order, {13'000})));
        const auto whole = f.list();
        QCOMPARE(whole.size(), 10U);
        std::size_t at = 0;
        for (std::int64_t offset = 0; offset < 12; offset += 4)
            for (const AttentionRow& row : f.store().list(false, offset, 4))
                QCOMPARE(row.id, whole[at++].id);
        QCOMPARE(at, 10U);
    }
};

QTEST_APPLESS_MAIN(AttentionTest)
#include "attention_test.moc"
