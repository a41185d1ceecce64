#include "core/commands/command_state.h"
#include "core/commands/import_keys.h"
#include "core/commands/order_lines.h"
#include "core/domain/business_number.h"
#include "core/domain/phone_number.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace dure::commands {

namespace {

constexpr std::size_t draftsBetweenWords = 64;

/// A stop unwinds the whole action, and the batch around it.
void tell(const ImportWatch& watch, std::size_t done)
{
    if (watch && done % draftsBetweenWords == 0 && !watch(done))
        throw Abort{CommandError::refused(Refusal::Stopped)};
}

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

bool isTypedFreely(const OrderLineDraft& line) { return line.productKey.empty() && line.productId.isNil(); }

/// Which stored line each line of a draft is.
class LineMatch
{
public:
    LineMatch(const OrderDraft& draft, const std::vector<OrderLine>& stored, ImportKeys& keys)
        : m_stored(stored)
        , m_taken(stored.size())
    {
        for (const OrderLineDraft& line : draft.lines) {
            m_products.push_back(!line.productId.isNil() ? keys.product(line.productId)
                    : line.productKey.empty()            ? nullptr
                                                         : keys.product(line.productKey, line.line.spec));
            m_found.push_back(take([&, product = m_products.back()](const OrderLine& each) {
                return product ? each.productId == product->id : isTypedFreely(line) && hasText(each, line.line);
            }));
        }
    }

    /// Pairs what no product or text has paired, in order, with stored lines that may become another product's.
    template <class May> void pairRest(May&& mayChange)
    {
        for (const OrderLine*& found : m_found)
            if (!found)
                found = take(mayChange);
    }

    const OrderLine* storedOf(std::size_t index) const { return m_found[index]; }
    const Product* productOf(std::size_t index) const { return m_products[index]; }
    bool isTaken(const OrderLine& line) const { return m_taken[static_cast<std::size_t>(&line - m_stored.data())]; }

private:
    static bool hasText(const OrderLine& stored, const OrderLine& typed)
    {
        return stored.productName == typed.productName && (typed.spec.empty() || stored.spec == typed.spec);
    }

    template <class Fits> const OrderLine* take(Fits&& fits)
    {
        for (std::size_t i = 0; i < m_stored.size(); ++i)
            if (!m_taken[i] && fits(m_stored[i])) {
                m_taken[i] = true;
                return &m_stored[i];
            }
        return nullptr;
    }

    const std::vector<OrderLine>& m_stored;
    std::vector<bool> m_taken;
    std::vector<const OrderLine*> m_found; // null: a new line
    std::vector<const Product*> m_products; // null: typed freely, or unknown
};

/// The stored line with what the draft gives. One that becomes another product's keeps nothing of the old one's text.
OrderLine mergedLine(OrderLine stored, const OrderLineDraft& draft, const Product* product)
{
    const bool isSame = product ? stored.productId == product->id : stored.productName == draft.line.productName;
    if (!isSame) {
        stored.productId = {};
        stored.productName.clear();
        stored.spec.clear();
        stored.unit.clear();
    }
    GivenColumns given = draft.given;
    for (const int column : {col::OrderLine::productId, col::OrderLine::supply, col::OrderLine::tax})
        given.bits &= ~(std::uint64_t{1} << column);
    const bool nameOfProduct = product && draft.line.productName.empty();
    if (nameOfProduct) {
        stored.productName = isSame ? stored.productName : product->name;
        stored.spec = isSame ? stored.spec : product->spec;
        given.bits &= ~(std::uint64_t{1} << col::OrderLine::productName);
    }
    if (draft.line.spec.empty())
        given.bits &= ~(std::uint64_t{1} << col::OrderLine::spec);
    if (draft.line.unit.empty())
        given.bits &= ~(std::uint64_t{1} << col::OrderLine::unit);
    OrderLine now = merged(std::optional(stored), draft.line, given);
    now.extra = stored.extra;
    return now;
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

std::expected<ImportReport, CommandError> Commands::importCustomers(
    std::span<const CustomerDraft> drafts, const ImportWatch& watch)
{
    return m->runImport("import_customers", [&](Action& action, ImportReport& out) {
        std::unordered_set<std::string> keys;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            tell(watch, i);
            Customer draft = drafts[i].customer;
            draft.businessNo = normaliseBusinessNumber(draft.businessNo);
            draft.phone = formatPhoneNumber(draft.phone);
            draft.fax = formatPhoneNumber(draft.fax);
            const bool byCode = !draft.code.empty();
            const std::string key = byCode ? draft.code : draft.name;
            const std::string unique = byCode ? "code " + key
                : draft.businessNo.empty()    ? "name " + key
                                              : "business " + draft.businessNo + " " + draft.subBusinessNo;
            if (!key.empty() && !keys.insert(unique).second) {
                report(out, i,
                    {{TableId::Customer, byCode ? col::Customer::code : col::Customer::name, -1, Problem::Duplicate}});
                continue;
            }
            importMaster(
                m->context, action, draft, drafts[i].given, key, storedCustomer(m->context.db(), draft), i, out);
        }
    });
}

std::expected<ImportReport, CommandError> Commands::importProducts(
    std::span<const ProductDraft> drafts, const ImportWatch& watch)
{
    return m->runImport("import_products", [&](Action& action, ImportReport& out) {
        std::unordered_set<std::string> keys;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            tell(watch, i);
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

std::expected<ImportReport, CommandError> Commands::importOrders(
    std::span<const OrderDraft> drafts, const ImportWatch& watch)
{
    return m->runImport("import_orders", [&](Action& action, ImportReport& out) {
        ImportKeys keys(m->context.db());
        std::unordered_set<std::string> numbers;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            tell(watch, i);
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
    const auto customer = draft.customerId.isNil() ? keys.customer(draft.customerKey)
        : exists<Customer>(draft.customerId)       ? std::optional(draft.customerId)
                                                   : std::nullopt;
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
    const auto storedLines = stored
        ? storage::entitiesWhere<OrderLine>(context.db(), "order_id", now.order.id, "position, id")
        : std::vector<OrderLine>{};
    now.lines = importLines(action, draft, now.order.id, storedLines, keys, problems);
    computeLines(now.order.tax, now.lines, problems);
    checkOrder(context.rows, now, problems);
    for (const OrderLine& line : storedLines)
        if (std::ranges::find(now.lines, line.id, &OrderLine::id) == now.lines.end() && isDelivered(line.id))
            problems.push_back({TableId::OrderLine, -1, -1, Problem::BelowDelivered});
    if (!problems.empty())
        return report(out, index, std::move(problems));

    std::vector<PlannedChange> plan;
    if (stored) {
        planEntity<SalesOrder>(context, now.order, nullptr, plan);
        planList<OrderLine>(context, now.lines, nullptr, storedLines, plan);
    } else { // of what has its id only now nothing can be stored: no row is looked up
        plan.push_back({TableId::SalesOrder, Op::Create, toRow(now.order), {}, 0});
        for (const OrderLine& line : now.lines)
            plan.push_back({TableId::OrderLine, Op::Create, toRow(line), {}, 0});
    }
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
    LineMatch match(draft, stored, keys);
    if (!draft.keepsOtherLines)
        match.pairRest([this](const OrderLine& line) { return !isDelivered(line.id); });
    std::int64_t last = stored.empty() ? -1 : stored.back().position;
    std::vector<OrderLine> lines;
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        const OrderLineDraft& from = draft.lines[i];
        const OrderLine* known = match.storedOf(i);
        OrderLine line = known ? mergedLine(*known, from, match.productOf(i)) : from.line;
        line.id = known ? known->id : action.newId();
        line.orderId = order;
        if (!draft.keepsOtherLines)
            line.position = static_cast<std::int64_t>(i);
        else
            line.position = known ? known->position : ++last;
        if (!known)
            line.productId = {};
        if (const Product* product = match.productOf(i)) {
            line.productId = product->id;
            fillFromProduct(line, *product);
        } else if (!isTypedFreely(from)) {
            problems.push_back(
                {TableId::OrderLine, col::OrderLine::productId, static_cast<int>(i), Problem::UnknownRow});
        }
        lines.push_back(std::move(line));
    }
    if (draft.keepsOtherLines) // behind the draft's, whose indexes the problems name
        std::ranges::copy_if(
            stored, std::back_inserter(lines), [&match](const OrderLine& line) { return !match.isTaken(line); });
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
