#include "core/commands/command_state.h"
#include "core/commands/import_keys.h"
#include "core/commands/order_lines.h"
#include "core/domain/business_number.h"
#include "core/domain/phone_number.h"

#include <unordered_set>

namespace dure::commands {

namespace {

void report(ImportReport& report, std::size_t draft, std::vector<FieldProblem> problems)
{
    ++report.skipped;
    for (FieldProblem& problem : problems)
        report.problems.push_back({draft, problem});
}

/// Counts what a plan does to one document or master row.
void count(ImportReport& report, bool isNew, bool changed)
{
    if (isNew)
        ++report.created;
    else if (changed)
        ++report.changed;
    else
        ++report.unchanged;
}

/// What is stored (or nothing) with the columns the file gives.
template <class E> E merged(const std::optional<E>& stored, const E& draft, GivenColumns given)
{
    E base = stored.value_or(E{});
    Row row = toRow(base);
    const Row from = toRow(draft);
    for (std::size_t column = 0; column < row.values.size(); ++column)
        if (given.has(static_cast<int>(column)))
            row.values[column] = from.values[column];
    E now = fromRow<E>(row, base.seq);
    now.id = base.id;
    return now;
}

/// Imports one master row; both masters go the same way.
template <class E>
void importMaster(Context& context, Action& action, const E& draft, GivenColumns given, const std::string& key,
    std::optional<Uuid> storedId, std::size_t index, ImportReport& out)
{
    const auto stored = storedId ? storage::findEntity<E>(context.db(), *storedId) : std::nullopt;
    E now = merged(stored, draft, given);
    if (!stored)
        now.id = action.newId();
    std::vector<FieldProblem> problems;
    checkEntity(context.rows, now, -1, problems);
    if (!problems.empty())
        return report(out, index, std::move(problems));
    std::vector<PlannedChange> plan;
    planEntity<E>(context, now, nullptr, plan);
    count(out, !stored, !plan.empty());
    action.apply(std::move(plan));
    action.endAggregate();
    action.setSubject(key);
}

} // namespace

template <class Work>
std::expected<ImportReport, CommandError> Commands::State::runImport(const char* intent, Work&& work)
{
    const auto all = [&](Action& action) {
        ImportReport done;
        work(action, done);
        return done;
    };
    if (batch)
        return all(*batch);
    return guarded([&]() -> std::expected<ImportReport, CommandError> {
        Action action(context, intent);
        ImportReport done = all(action);
        done.changes = action.commit();
        return done;
    });
}

std::expected<ImportReport, CommandError> Commands::importCustomers(std::span<const CustomerDraft> drafts)
{
    return m->runImport("import_customers", [&](Action& action, ImportReport& out) {
        std::unordered_set<std::string> keys;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            Customer draft = drafts[i].customer;
            draft.businessNo = normaliseBusinessNumber(draft.businessNo);
            draft.phone = formatPhoneNumber(draft.phone);
            draft.fax = formatPhoneNumber(draft.fax);
            const bool byCode = !draft.code.empty();
            const std::string key = byCode ? draft.code : draft.name;
            if (!key.empty() && !keys.insert((byCode ? "code " : "name ") + key).second) {
                report(out, i,
                    {{TableId::Customer, byCode ? col::Customer::code : col::Customer::name, -1, Problem::Duplicate}});
                continue;
            }
            importMaster(
                m->context, action, draft, drafts[i].given, key, storedCustomer(m->context.db(), draft), i, out);
        }
    });
}

std::expected<ImportReport, CommandError> Commands::importProducts(std::span<const ProductDraft> drafts)
{
    return m->runImport("import_products", [&](Action& action, ImportReport& out) {
        std::unordered_set<std::string> keys;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            const Product& draft = drafts[i].product;
            const bool byCode = !draft.code.empty();
            const std::string key = byCode ? draft.code : draft.name + "\n" + draft.spec;
            if (!keys.insert((byCode ? "code " : "name ") + key).second) {
                report(out, i,
                    {{TableId::Product, byCode ? col::Product::code : col::Product::name, -1, Problem::Duplicate}});
                continue;
            }
            importMaster(
                m->context, action, draft, drafts[i].given, draft.name, storedProduct(m->context.db(), draft), i, out);
        }
    });
}

std::expected<ImportReport, CommandError> Commands::importOrders(std::span<const OrderDraft> drafts)
{
    return m->runImport("import_orders", [&](Action& action, ImportReport& out) {
        ImportKeys keys(m->context.db());
        std::unordered_set<std::string> numbers;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            if (!drafts[i].order.number.empty() && !numbers.insert(drafts[i].order.number).second)
                report(out, i, {{TableId::SalesOrder, col::SalesOrder::number, -1, Problem::Duplicate}});
            else
                m->importOrder(action, drafts[i], keys, i, out);
        }
    });
}

/// One order with its lines: checked as a whole, written as one aggregate.
void Commands::State::importOrder(
    Action& action, const OrderDraft& draft, ImportKeys& keys, std::size_t index, ImportReport& out)
{
    std::vector<FieldProblem> problems;
    const auto storedId = keys.order(draft.order.number);
    const auto stored = storedId ? find<SalesOrder>(*storedId) : std::nullopt;
    OrderInput now{merged(stored, draft.order, draft.given), {}};
    now.order.number = draft.order.number;
    const auto customer = keys.customer(draft.customerKey);
    if (customer)
        now.order.customerId = *customer;
    else
        problems.push_back({TableId::SalesOrder, col::SalesOrder::customerId, -1,
            draft.customerKey.empty() ? Problem::Missing : Problem::UnknownRow});
    if (!stored) {
        now.order.id = action.newId();
        now.order.createdAt = action.now();
    }
    if (draft.given.has(col::SalesOrder::taxKind))
        now.order.tax = draft.order.tax;
    else if (const auto terms = stored || !customer ? std::nullopt : find<Customer>(*customer))
        now.order.tax = terms->tax;
    const auto storedLines = storage::entitiesWhere<OrderLine>(context.db(), "order_id", now.order.id, "position, id");
    now.lines = importLines(action, draft, now.order.id, storedLines, keys, problems);
    computeLines(now.order.tax, now.lines, problems);
    checkOrder(context.rows, now, problems);
    for (std::size_t i = now.lines.size(); i < storedLines.size(); ++i)
        if (isDelivered(storedLines[i].id))
            problems.push_back({TableId::OrderLine, -1, static_cast<int>(i), Problem::BelowDelivered});
    if (!problems.empty())
        return report(out, index, std::move(problems));

    std::vector<PlannedChange> plan;
    planEntity<SalesOrder>(context, now.order, nullptr, plan);
    planList<OrderLine>(context, now.lines, nullptr, storedLines, plan);
    count(out, !stored, !plan.empty());
    if (!plan.empty())
        out.lines += std::ssize(now.lines);
    action.apply(std::move(plan));
    action.endAggregate();
    action.setSubject(now.order.number);
    if (!stored && !draft.deliveredOn.isNull())
        deliverImported(action, now, draft.deliveredOn);
}

std::vector<OrderLine> Commands::State::importLines(Action& action, const OrderDraft& draft, const Uuid& order,
    const std::vector<OrderLine>& stored, ImportKeys& keys, std::vector<FieldProblem>& problems)
{
    std::vector<OrderLine> lines;
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        OrderLine line = draft.lines[i].line;
        line.id = i < stored.size() ? stored[i].id : action.newId();
        line.seq = i < stored.size() ? stored[i].seq : 0;
        line.extra = i < stored.size() ? stored[i].extra : std::string();
        line.orderId = order;
        line.position = static_cast<std::int64_t>(i);
        line.productId = {};
        if (const std::string& key = draft.lines[i].productKey; !key.empty()) {
            const auto product = keys.product(key);
            if (product) {
                line.productId = product->id;
                fillFromProduct(line, *product);
            } else {
                problems.push_back(
                    {TableId::OrderLine, col::OrderLine::productId, static_cast<int>(i), Problem::UnknownRow});
            }
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

void Commands::State::deliverImported(Action& action, const OrderInput& order, Date on)
{
    DeliveryInput input;
    input.orderId = order.order.id;
    input.deliveredOn = on;
    for (const OrderLine& line : order.lines) {
        DeliveryLineInput& each = input.lines.emplace_back();
        each.orderLineId = line.id;
        each.quantity = line.quantity;
    }
    if (auto done = deliver(action, input); !done)
        throw Abort{done.error()}; // its order was accepted: nothing is wrong with it that one could report
    action.endAggregate();
}

} // namespace dure::commands
