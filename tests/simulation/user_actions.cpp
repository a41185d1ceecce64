#include "tests/simulation/user_actions.h"

#include "core/storage/derived_data.h"
#include "core/storage/entity_reader.h"
#include "core/storage/outbox.h"
#include "core/storage/sync_state.h"
#include "sync/protocol/codec.h"
#include "tests/simulation/file_actions.h"

namespace dure::simulation {

namespace {

using commands::CustomerInput;
using commands::DeliveryInput;
using commands::OrderInput;
using commands::Result;

std::string told(const std::string& what, const Result& result)
{
    return what + (result ? " done" : " error " + std::to_string(static_cast<int>(result.error().kind)));
}

/// One of the live rows of a table, or nil.
Uuid anyOf(Pc& pc, TableId table)
{
    const std::string from = " FROM " + std::string(tableOf(table).name) + " WHERE deleted = 0";
    auto count = pc.db().prepareOnce("SELECT count(*)" + from);
    count.step();
    if (count.integer(0) == 0)
        return {};
    auto row = pc.db().prepareOnce("SELECT id" + from + " ORDER BY id LIMIT 1 OFFSET ?");
    row.bind(1, pc.random().below(count.integer(0)));
    return row.step() ? storage::uuidAt(row, 0) : Uuid{};
}

/// A customer that no document on this PC names: the only kind that two PCs can disagree about, one of which deletes
/// it.
Uuid unusedCustomer(Pc& pc)
{
    auto row = pc.db().prepareOnce(
        "SELECT id FROM customer c WHERE deleted = 0 "
        "AND NOT EXISTS (SELECT 1 FROM sales_order o WHERE o.customer_id = c.id AND o.deleted = 0) "
        "AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.customer_id = c.id AND d.deleted = 0) "
        "AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.customer_id = c.id AND p.deleted = 0) ORDER BY id LIMIT 1");
    return row.step() ? storage::uuidAt(row, 0) : Uuid{};
}

template <class E> std::optional<E> anyEntity(Pc& pc)
{
    const Uuid id = anyOf(pc, E::table);
    return id.isNil() ? std::nullopt : storage::findEntity<E>(pc.db(), id);
}

Date today(Pc& pc) { return dateAt(pc.clock().nowMs()); }
std::string word(Pc& pc) { return "w" + std::to_string(pc.random().below(6)); }

CustomerInput loadCustomer(Pc& pc, const Uuid& id)
{
    return {*storage::findEntity<Customer>(pc.db(), id),
        storage::entitiesWhere<Contact>(pc.db(), "customer_id", id, "position, id"),
        storage::entitiesWhere<DeliverySite>(pc.db(), "customer_id", id, "position, id")};
}

OrderInput loadOrder(Pc& pc, const Uuid& id)
{
    return {*storage::findEntity<SalesOrder>(pc.db(), id),
        storage::entitiesWhere<OrderLine>(pc.db(), "order_id", id, "position, id")};
}

void editCustomer(Pc& pc, CustomerInput& input)
{
    switch (pc.random().below(8)) {
    case 0:
        input.customer.phone = word(pc);
        break;
    case 1:
        input.customer.note = pc.random().below(3) == 0 ? std::string() : word(pc);
        break;
    case 2:
        input.customer.openingBalance = Won{pc.random().below(5) * 1000};
        break;
    case 3:
        input.customer.name = "거래처 " + word(pc);
        input.customer.staff = word(pc);
        break;
    case 4: {
        Contact contact;
        contact.name = word(pc);
        input.contacts.push_back(contact);
        break;
    }
    case 5: {
        DeliverySite site;
        site.name = word(pc);
        input.sites.push_back(site);
        break;
    }
    case 6:
        if (!input.sites.empty())
            input.sites.pop_back();
        break;
    default:
        if (!input.contacts.empty() && pc.random().below(2) == 0)
            input.contacts.pop_back();
        else
            input.customer.tax.scope = pc.random().below(2) == 0 ? TaxScope::Line : TaxScope::Document;
    }
}

std::string newCustomer(Pc& pc)
{
    CustomerInput input;
    input.customer.name = "거래처 " + word(pc);
    input.customer.code = "C" + word(pc);
    return told("new customer", pc.commands().saveCustomer(input));
}

std::string changeCustomer(Pc& pc)
{
    if (pc.openCustomer) {
        CustomerInput input = *pc.openCustomer;
        editCustomer(pc, input);
        const auto result = pc.commands().saveCustomer(input, &*pc.openCustomer);
        pc.openCustomer.reset();
        return told("save the open customer", result);
    }
    const Uuid id = anyOf(pc, TableId::Customer);
    if (id.isNil())
        return newCustomer(pc);
    if (pc.random().below(3) == 0) {
        pc.openCustomer = loadCustomer(pc, id);
        return "open a customer";
    }
    CustomerInput input = loadCustomer(pc, id);
    editCustomer(pc, input);
    return told("change customer", pc.commands().saveCustomer(input));
}

std::string saveProduct(Pc& pc)
{
    Product product;
    if (auto existing = pc.random().below(3) == 0 ? std::nullopt : anyEntity<Product>(pc))
        product = *existing;
    else
        product.name = "제품 " + word(pc);
    product.listPrice = UnitPrice::fromInteger(pc.random().below(300) + 1);
    product.unit = "개";
    if (pc.random().below(2) == 0)
        product.note = word(pc);
    return told("save product", pc.commands().saveProduct(product));
}

OrderLine newLine(Pc& pc)
{
    OrderLine line;
    line.productId = anyOf(pc, TableId::Product);
    if (line.productId.isNil())
        line.productName = "금형비";
    line.quantity = Quantity::fromInteger(pc.random().below(50) + 1);
    line.unitPrice = UnitPrice::fromInteger(pc.random().below(500) + 1);
    return line;
}

std::string newOrder(Pc& pc)
{
    OrderInput input;
    input.order.customerId = anyOf(pc, TableId::Customer);
    if (input.order.customerId.isNil())
        return newCustomer(pc);
    const auto sites = storage::entitiesWhere<DeliverySite>(pc.db(), "customer_id", input.order.customerId, "id");
    if (!sites.empty())
        input.order.siteId = sites.back().id;
    input.order.orderedOn = today(pc);
    input.order.dueOn = today(pc).addDays(static_cast<int>(pc.random().below(20)));
    for (std::int64_t i = pc.random().below(4); i >= 0; --i)
        input.lines.push_back(newLine(pc));
    return told("new order", pc.commands().saveOrder(input));
}

void editOrder(Pc& pc, OrderInput& input)
{
    const auto line = [&]() -> OrderLine& {
        return input.lines[static_cast<std::size_t>(pc.random().below(std::ssize(input.lines)))];
    };
    switch (input.lines.empty() ? 0 : pc.random().below(9)) {
    case 0:
        input.order.memo = word(pc);
        break;
    case 1:
        input.order.dueOn = input.order.dueOn.addDays(1);
        break;
    case 2:
        line().quantity = Quantity::fromInteger(pc.random().below(50) + 1);
        break;
    case 3: {
        OrderLine& typed = line();
        typed.unitPrice = UnitPrice::fromInteger(pc.random().below(500) + 1);
        typed.note = word(pc);
        break;
    }
    case 4:
        input.lines.push_back(newLine(pc));
        break;
    case 5:
        input.order.tax = {static_cast<TaxKind>(pc.random().below(3)), static_cast<PriceKind>(pc.random().below(2)),
            static_cast<RoundingMode>(pc.random().below(3)), static_cast<TaxScope>(pc.random().below(2))};
        break;
    case 6:
        line().taxTyped = true;
        line().tax = Won{pc.random().below(100)};
        break;
    case 7: {
        const Uuid unused = unusedCustomer(pc);
        input.order.customerId = unused.isNil() ? anyOf(pc, TableId::Customer) : unused;
        input.order.siteId = {};
        break;
    }
    default:
        input.lines.pop_back();
    }
}

std::string changeOrder(Pc& pc)
{
    if (pc.openOrder) {
        OrderInput input = *pc.openOrder;
        editOrder(pc, input);
        const auto result = pc.commands().saveOrder(input, &*pc.openOrder);
        pc.openOrder.reset();
        return told("save the open order", result);
    }
    const Uuid id = anyOf(pc, TableId::SalesOrder);
    if (id.isNil())
        return newOrder(pc);
    if (pc.random().below(3) == 0) {
        pc.openOrder = loadOrder(pc, id);
        return "open an order";
    }
    OrderInput input = loadOrder(pc, id);
    editOrder(pc, input);
    return told("change order", pc.commands().saveOrder(input));
}

std::string deliver(Pc& pc)
{
    DeliveryInput input;
    input.deliveredOn = today(pc);
    const auto order = pc.random().below(4) == 0 ? std::nullopt : anyEntity<SalesOrder>(pc);
    if (order) {
        input.orderId = order->id;
        for (const OrderLine& line : loadOrder(pc, order->id).lines) {
            commands::DeliveryLineInput each;
            each.orderLineId = line.id;
            each.quantity = Quantity::fromInteger(pc.random().below(40));
            input.lines.push_back(each);
        }
    } else {
        input.customerId = anyOf(pc, TableId::Customer);
        commands::DeliveryLineInput each;
        each.productId = anyOf(pc, TableId::Product);
        each.productName = "샘플";
        each.quantity = Quantity::fromInteger(pc.random().below(9) + 1);
        input.lines.push_back(each);
    }
    return told("deliver", pc.commands().recordDelivery(input));
}

std::string pay(Pc& pc)
{
    Payment payment;
    payment.customerId = anyOf(pc, TableId::Customer);
    payment.receivedOn = today(pc);
    payment.amount = Won{(pc.random().below(90) + 1) * 1000};
    return told("receive a payment", pc.commands().recordPayment(payment));
}

std::string moveStock(Pc& pc)
{
    StockMovement movement;
    movement.productId = anyOf(pc, TableId::Product);
    movement.movedOn = today(pc);
    movement.quantity = Quantity::fromInteger(pc.random().below(100) + 1);
    return told("move stock", pc.commands().recordStockMovement(movement));
}

std::string setPrice(Pc& pc)
{
    if (pc.isFromYesterday)
        return "knows no prices of customers";
    CustomerPrice price;
    price.customerId = anyOf(pc, TableId::Customer);
    price.productId = anyOf(pc, TableId::Product);
    price.validFrom = Date{20260101};
    price.unitPrice = UnitPrice::fromInteger(pc.random().below(300) + 1);
    return told("set price", pc.commands().setCustomerPrice(price));
}

std::string takeBack(Pc& pc)
{
    if (pc.random().below(2) == 0)
        return told("reverse delivery", pc.commands().reverseDelivery(anyOf(pc, TableId::Delivery), today(pc)));
    return told("reverse payment", pc.commands().reversePayment(anyOf(pc, TableId::Payment), today(pc)));
}

/// The newest is the one that nobody here names yet, while somebody elsewhere may.
Uuid newestOf(Pc& pc, TableId table)
{
    auto row = pc.db().prepareOnce(
        "SELECT id FROM " + std::string(tableOf(table).name) + " WHERE deleted = 0 ORDER BY id DESC LIMIT 1");
    return row.step() ? storage::uuidAt(row, 0) : Uuid{};
}

std::string removeMaster(Pc& pc)
{
    if (pc.random().below(2) == 0)
        return told("delete customer", pc.commands().deleteCustomer(newestOf(pc, TableId::Customer)));
    return told("delete product", pc.commands().deleteProduct(newestOf(pc, TableId::Product)));
}

std::string deleteUnused(Pc& pc)
{
    return told("delete an unused customer", pc.commands().deleteCustomer(unusedCustomer(pc)));
}

/// To a customer that another PC may delete meanwhile.
std::string moveOrder(Pc& pc)
{
    const Uuid order = newestOf(pc, TableId::SalesOrder);
    const Uuid customer = unusedCustomer(pc);
    if (order.isNil() || customer.isNil())
        return newOrder(pc);
    OrderInput input = loadOrder(pc, order);
    const OrderInput before = input;
    input.order.customerId = customer;
    input.order.siteId = {};
    return told("move an order", pc.commands().saveOrder(input, &before));
}

std::string endOrder(Pc& pc)
{
    const Uuid id = pc.random().below(2) == 0 ? newestOf(pc, TableId::SalesOrder) : anyOf(pc, TableId::SalesOrder);
    if (pc.random().below(3) > 0)
        return told("delete order", pc.commands().deleteOrder(id));
    const auto state = static_cast<OrderState>(pc.random().below(3));
    return told("set order state", pc.commands().setOrderState(id, state));
}

std::string useFiles(Pc& pc)
{
    if (pc.random().below(3) == 0)
        return lookAtFile(pc, anyEntity<Attachment>(pc));
    const bool isLogo = pc.random().below(2) == 0;
    return told("attach a file",
        isLogo ? attachLogo(pc, anyOf(pc, TableId::Customer)) : attachDrawing(pc, anyOf(pc, TableId::Product)));
}

/// Rows and outbox in one transaction, as a command does it; for actions that no command of this version makes.
bool writeDirectly(Pc& pc, const Mutation& mutation, const std::string& body)
{
    try {
        sqlite::Transaction transaction(pc.db());
        storage::DerivedData derived(pc.db());
        for (const Change& change : mutation.changes) {
            const Table& table = tableOf(change.table);
            storage::RowStore rows(pc.db());
            const auto before = rows.find(table, change.row);
            rows.applyLocal(change);
            derived.changed(table, before ? &*before : nullptr, *rows.find(table, change.row));
        }
        storage::Outbox(pc.db()).append(mutation, body);
        derived.refresh();
        transaction.commit();
        return true;
    } catch (const sqlite::Failure&) {
        return false;
    }
}

std::string writePackField(Pc& pc)
{
    const Uuid product = anyOf(pc, TableId::Product);
    if (product.isNil())
        return "no product for a pack's field";
    Mutation mutation{pc.user().id, pc.clock().nowMs(), "pack", {}, {}};
    const std::string name = "pack_" + std::to_string(pc.random().below(3));
    mutation.changes.push_back(
        {TableId::Product, product, 0, Op::Put, {{}, "{\"" + name + "\":\"" + word(pc) + "\"}"}});
    mutation.changes.front().base = storage::RowStore(pc.db()).find(tableOf(TableId::Product), product)->seq;
    mutation.changes.front().base = std::max<std::int64_t>(0, mutation.changes.front().base);
    const bool isWritten = writeDirectly(pc, mutation, protocol::encodeMutation(mutation));
    return isWritten ? "a pack's field" : "a pack's field failed";
}

} // namespace

std::string act(Pc& pc)
{
    if (pc.usesFiles && pc.random().below(5) == 0)
        return useFiles(pc);
    using Deed = std::string (*)(Pc&);
    static constexpr Deed deeds[] = {newCustomer, newCustomer, moveOrder, deleteUnused, deleteUnused, changeCustomer,
        changeCustomer, changeCustomer, saveProduct, newOrder, newOrder, changeOrder, changeOrder, changeOrder, deliver,
        deliver, pay, moveStock, setPrice, takeBack, endOrder, removeMaster};
    const std::int64_t drawn = pc.random().below(std::ssize(deeds) + 1);
    if (drawn < std::ssize(deeds))
        return deeds[drawn](pc);
    return told("undo", pc.commands().undo(today(pc)));
}

std::string poison(Pc& pc)
{
    const Uuid row = makeUuidV7(pc.clock().nowMs(), pc.random());
    Mutation mutation{pc.user().id, pc.clock().nowMs(), "poison", {}, {}};
    const Uuid delivery = anyOf(pc, TableId::Delivery);
    std::int64_t kind = pc.random().below(4);
    if (kind == 0 && delivery.isNil())
        kind = 1;
    if (kind == 0) // a fact that is changed
        mutation.changes.push_back({TableId::Delivery, delivery, 0, Op::Put, {{{col::Delivery::memo, word(pc)}}, {}}});
    else if (kind == 1) // a row that never was
        mutation.changes.push_back({TableId::Customer, row, 0, Op::Put, {{{col::Customer::note, word(pc)}}, {}}});
    else // a customer without a name
        mutation.changes.push_back({TableId::Customer, row, 0, Op::Create, {{{col::Customer::note, word(pc)}}, {}}});
    std::string body = protocol::encodeMutation(mutation);
    if (kind == 3)
        body = "{\"poison\":" + std::to_string(pc.random().next64()) + "}"; // not a mutation at all
    return "poison " + std::to_string(kind) + (writeDirectly(pc, mutation, body) ? "" : " failed");
}

std::string actOfTomorrow(Pc& pc)
{
    const std::int64_t kind = pc.random().below(4);
    if (kind > 1)
        return writePackField(pc);
    Mutation mutation{pc.user().id, pc.clock().nowMs(), "poison of tomorrow", {}, {}};
    std::string body;
    if (kind == 0) {
        body = "{\"v\":1,\"user\":\"" + pc.user().id.toString() + "\",\"at\":" + std::to_string(mutation.at)
            + R"(,"intent":"poison of tomorrow","changes":[{"table":"table_of_tomorrow","row":")"
            + makeUuidV7(mutation.at, pc.random()).toString() + R"(","base":0,"op":"create","fields":{"what":1}}]})";
    } else {
        const Uuid product = anyOf(pc, TableId::Product);
        if (product.isNil())
            return "no product for a movement of tomorrow";
        using C = col::StockMovement;
        mutation.changes.push_back({TableId::StockMovement, makeUuidV7(mutation.at, pc.random()), 0, Op::Create,
            {{{C::productId, product}, {C::movedOn, std::int64_t{today(pc).yyyymmdd}}, {C::kind, std::int64_t{77}},
                 {C::quantity, std::int64_t{10'000}}},
                {}}});
        body = protocol::encodeMutation(mutation);
    }
    return std::string("an action of tomorrow") + (writeDirectly(pc, mutation, body) ? "" : " failed");
}

std::string damage(Pc& pc)
{
    const Uuid id = anyOf(pc, TableId::Product);
    if (id.isNil() || storage::Outbox(pc.db()).isPending(TableId::Product, id))
        return "nothing to damage";
    try {
        sqlite::Transaction transaction(pc.db());
        storage::RowStore rows(pc.db());
        storage::SyncState state(pc.db());
        auto row = *rows.find(tableOf(TableId::Product), id);
        auto digest = state.digest(TableId::Product);
        digest.sum += 1;
        row.hash += 1;
        row.row.values[col::Product::note] = std::string("damaged");
        rows.put(tableOf(TableId::Product), row);
        state.setDigest(TableId::Product, digest);
        transaction.commit();
    } catch (const sqlite::Failure&) {
        return "damage failed";
    }
    pc.isDamaged = true;
    return "damage a row";
}

} // namespace dure::simulation
