#pragma once
// The page of what needs a look, over an office with matters in it.
#include "app/attention/attention_model.h"
#include "app/attention/attention_page.h"
#include "app/attention/history_view.h"
#include "app/attention/matter_list.h"
#include "app/attention/matter_pane.h"
#include "app/widgets/chip_row.h"
#include "tests/app/order_office.h"
#include "tests/core/conflict_rows.h"

namespace dure::app {

struct AttentionOffice : Office
{
    Uuid order;
    std::int64_t seq = 100;

    /// An order with two lines; two PCs changed its due date and the first quantity.
    AttentionOffice()
    {
        commands::OrderInput input;
        input.order.customerId = saebyeok; // no limit
        input.order.orderedOn = today.addDays(-5);
        input.order.dueOn = {20261125};
        for (const std::int64_t quantity : {12'000, 500}) {
            OrderLine line;
            line.productName = quantity == 500 ? "캡" : "PET 500ml 투명";
            line.quantity = Quantity::fromInteger(quantity);
            line.unitPrice = UnitPrice::fromInteger(178);
            input.lines.push_back(line);
        }
        order = company.run([input](commands::Commands& c) { return c.saveOrder(input); }).value().id;
    }

    /// A job on the writer's thread, as sync does it; the screens are told.
    void receive(std::function<void(storage::SpaceDatabase&)> job, TableId table = TableId::Conflict)
    {
        CompanyData& data = *company.data;
        data.post([job, table, &data](storage::SpaceDatabase& space) {
            job(space);
            ChangeSet changes;
            changes.add(table, {}, {});
            data.announce(changes);
        });
        company.run([](commands::Commands&) { return true; });
    }
    void conflict(const test::ConflictRow& row)
    {
        const Uuid id = makeUuidV7(company.clock.nowMs(), company.random);
        receive([=, at = ++seq](storage::SpaceDatabase& space) { test::receiveConflict(space.db(), id, at, row); });
    }
    void dueConflict()
    {
        using C = col::SalesOrder;
        test::ConflictRow row{TableId::SalesOrder, order, order, "due_on"};
        row.base = test::fieldsWith({{C::dueOn, std::int64_t{20261130}}});
        row.winner = test::fieldsWith({{C::dueOn, std::int64_t{20261125}}});
        row.loser = test::fieldsWith({{C::dueOn, std::int64_t{20261127}}});
        conflict(row);
    }
    void amountConflict()
    {
        using C = col::OrderLine;
        const auto amounts = [](std::int64_t quantity) {
            return test::fieldsWith({{C::quantity, Quantity::fromInteger(quantity).tenThousandths},
                {C::unitPrice, UnitPrice::fromInteger(178).tenThousandths}, {C::supply, quantity * 178},
                {C::tax, quantity * 178 / 10}});
        };
        test::ConflictRow row{TableId::OrderLine, detail(order).lines.front().line.id, order, "amount"};
        row.base = amounts(10'000);
        row.winner = amounts(12'000);
        row.loser = amounts(15'000);
        conflict(row);
    }
    /// The cloud refuses the newest action; what only it made is gone, as the engine does it.
    void rejectLast(const char* reason)
    {
        receive(
            [reason = std::string(reason)](storage::SpaceDatabase& space) {
                storage::Outbox outbox(space.db());
                outbox.reject(outbox.inState(storage::EntryState::Waiting, 1000).back().entry, reason, "");
            },
            TableId::SalesOrder);
    }
    AttentionPage& page()
    {
        window.goTo(QStringLiteral("attention"));
        auto* page = qobject_cast<AttentionPage*>(window.currentPage());
        [&] { QVERIFY(page); }();
        return *page;
    }
    storage::AttentionCounts counts()
    {
        return company.read([](Reader& r) { return r.attention().counts(); });
    }
    QString titleOf(AttentionPage& page, int row) { return page.model().index(row, 0).data().toString(); }
};

} // namespace dure::app
