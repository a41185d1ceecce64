#pragma once
#include "core/commands/commands.h"
#include "core/storage/entity_reader.h"
#include "core/storage/order_store.h"
#include "sync/protocol/codec.h"
#include "tests/core/company_fixture.h"

#include <map>

namespace dure::test {

/// A space with its commands, and the question whether outbox and rows tell the same story.
struct CommandsFixture : SpaceFixture
{
    Uuid user = *Uuid::fromString("018f0000-0000-7000-8000-000000000001");
    commands::Commands commands{*space, clock, random, protocol::encodeMutation, {user, "김미선"}};
    static constexpr Date today{20261123};

    Customer makeCustomer(const std::string& name = "삼성공업")
    {
        commands::CustomerInput input;
        input.customer.name = name;
        const auto done = commands.saveCustomer(input);
        return *storage::findEntity<Customer>(db(), done->id);
    }

    Product makeProduct(const std::string& name = "PET 500ml 투명", std::int64_t price = 98)
    {
        Product product;
        product.name = name;
        product.code = "PB-0500";
        product.spec = "28파이";
        product.unit = "개";
        product.listPrice = UnitPrice::fromInteger(price);
        const auto done = commands.saveProduct(product);
        return *storage::findEntity<Product>(db(), done->id);
    }

    static OrderLine line(const Product& product, std::int64_t quantity, std::int64_t price)
    {
        OrderLine each;
        each.productId = product.id;
        each.quantity = Quantity::fromInteger(quantity);
        each.unitPrice = UnitPrice::fromInteger(price);
        return each;
    }

    commands::OrderInput orderInput(const Customer& customer, std::vector<OrderLine> lines)
    {
        commands::OrderInput input;
        input.order.customerId = customer.id;
        input.order.orderedOn = today;
        input.order.dueOn = today.addDays(7);
        input.lines = std::move(lines);
        return input;
    }

    /// As an editor loads it.
    commands::OrderInput loadOrder(const Uuid& id)
    {
        return {*storage::findEntity<SalesOrder>(db(), id),
            storage::entitiesWhere<OrderLine>(db(), "order_id", id, "position, id")};
    }

    commands::DeliveryInput deliveryOf(const Uuid& order, std::vector<std::int64_t> quantities)
    {
        commands::DeliveryInput input;
        input.orderId = order;
        input.deliveredOn = today;
        const auto lines = loadOrder(order).lines;
        for (std::size_t i = 0; i < quantities.size(); ++i) {
            commands::DeliveryLineInput each;
            each.orderLineId = lines[i].id;
            each.quantity = Quantity::fromInteger(quantities[i]);
            input.lines.push_back(each);
        }
        return input;
    }

    std::vector<Mutation> sent()
    {
        std::vector<Mutation> mutations;
        for (const storage::OutboxEntry& entry : storage::Outbox(db()).inState(storage::EntryState::Waiting, 100'000))
            mutations.push_back(*protocol::decodeMutation(entry.body));
        return mutations;
    }
    Mutation lastSent() { return sent().back(); }

    /// What a PC that gets only the outbox would hold, against what this one holds: the first difference, or nothing.
    std::string outboxDiffersFromRows()
    {
        std::map<std::pair<TableId, Uuid>, storage::LocalRow> replayed;
        for (const Mutation& mutation : sent()) {
            if (mutation.changes.empty() || mutation.changes.size() > maxChangesPerMutation)
                return "size of a mutation";
            for (const Change& change : mutation.changes) {
                storage::LocalRow& row = replayed[{change.table, change.row}];
                if ((change.op == Op::Create) != (row.row.id.isNil() || row.deleted))
                    return "create and put";
                row.row.id = change.row;
                storage::RowStore::applyFields(row, tableOf(change.table), change);
            }
        }
        std::size_t stored = 0;
        for (const Table& table : allTables()) {
            auto ids = db().prepareOnce("SELECT id FROM " + std::string(table.name));
            while (ids.step()) {
                ++stored;
                const auto row = storage::RowStore(db()).find(table, storage::uuidAt(ids, 0));
                const auto other = replayed.find({table.id, row->row.id});
                if (other == replayed.end())
                    return "a row of " + std::string(table.name) + " that was not sent";
                if (row->deleted != other->second.deleted || row->row.values != other->second.row.values)
                    return "values of " + std::string(table.name);
            }
        }
        return stored == replayed.size() ? std::string() : "rows that were sent and not kept";
    }

    /// Everything that must hold after whatever was done.
    std::string whatIsWrong()
    {
        if (const std::string outbox = outboxDiffersFromRows(); !outbox.empty())
            return outbox;
        return derived.differences();
    }
};

} // namespace dure::test
