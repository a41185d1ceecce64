#include "core/intake/import_writer.h"

#include "core/commands/import_keys.h"
#include "core/storage/customer_store.h"
#include "core/storage/order_store.h"
#include "core/storage/product_store.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace dure::intake {

using commands::CommandError;
using commands::Problem;
using exchange::TargetKind;

namespace {

constexpr const char* dryRunDetail = "dry run";

std::string valueText(const Column& column, const Value& value)
{
    if (isNull(value))
        return {};
    switch (column.type) {
    case ColumnType::Text:
        return textOf(value);
    case ColumnType::Date:
        return Date{static_cast<std::int32_t>(integerOf(value))}.toIso();
    case ColumnType::UnitPrice:
    case ColumnType::Quantity:
        return formatNumber(integerOf(value), 4, false);
    case ColumnType::Id:
        return idOf(value).toString();
    default:
        return std::to_string(integerOf(value));
    }
}

/// What the file calls a column of ours. Documents name other rows by code or name.
std::string columnName(const exchange::ColumnMapping& mapping, TableId tableId, int column)
{
    if (column < 0)
        return {};
    std::string field(tableOf(tableId).columns[static_cast<std::size_t>(column)].name);
    if (field.ends_with("_id"))
        field.resize(field.size() - 3);
    for (const std::string& name : {field, field + "_code", field + "_name"})
        for (const exchange::MappedColumn& each : mapping.columns)
            if (each.field == name)
                return each.column;
    return field;
}

/// A stored customer's contact as the file has it; true if that changed something.
bool takeContact(storage::CustomerDetail& stored, const Contact& contact)
{
    const auto same = std::ranges::find(stored.contacts, contact.name, &Contact::name);
    if (same == stored.contacts.end()) {
        stored.contacts.push_back(contact);
        stored.contacts.back().position = std::ssize(stored.contacts) - 1;
        return true;
    }
    bool changed = false;
    for (auto field : {&Contact::title, &Contact::phone, &Contact::email}) {
        if ((contact.*field).empty() || *same.*field == contact.*field)
            continue;
        *same.*field = contact.*field;
        changed = true;
    }
    return changed;
}

/// The work of one import, inside its batch.
class ImportWriter
{
public:
    ImportWriter(commands::Commands& commands, std::span<const SourceTable> tables, const WriteWish& wish)
        : m_commands(commands)
        , m_db(commands.space().db())
        , m_tables(tables)
        , m_wish(wish)
    {
        outcome.leftOutLines.resize(tables.size());
        for (const SourceTable& table : tables)
            m_all += std::ssize(table.plan.customers) + std::ssize(table.plan.products) + std::ssize(table.plan.orders)
                + std::ssize(table.plan.orderLines);
    }

    std::expected<void, CommandError> run()
    {
        for (const SourceTable& file : m_tables) {
            addPlanProblems(file);
            const bool namesRows = file.kind() == TargetKind::Order || file.kind() == TargetKind::OrderLine;
            if (namesRows && !std::exchange(m_namesMade, true))
                if (auto made = makeChosen(); !made)
                    return made;
            if (auto done = write(file); !done)
                return done;
        }
        return {};
    }

    ImportOutcome outcome;

private:
    std::expected<void, CommandError> write(const SourceTable& file)
    {
        switch (file.kind()) {
        case TargetKind::Customer:
            return writeCustomers(file);
        case TargetKind::Product:
            return writeProducts(file);
        case TargetKind::Order:
            return writeOrders(file);
        case TargetKind::OrderLine:
            return writeLines(file);
        }
        return {};
    }

    std::expected<void, CommandError> makeChosen();
    std::expected<void, CommandError> writeCustomers(const SourceTable& file);
    std::expected<void, CommandError> writeContacts(const SourceTable& file);
    std::expected<void, CommandError> writeProducts(const SourceTable& file);
    std::expected<void, CommandError> writeOrders(const SourceTable& file);
    std::expected<void, CommandError> writeLines(const SourceTable& file);
    std::expected<void, CommandError> writeOrderDrafts(const std::vector<const exchange::ImportedOrder*>& orders,
        const SourceTable& heads, const SourceTable& lines, std::span<const commands::OrderDraft> drafts);
    commands::OrderLineDraft lineDraft(const exchange::ImportedOrderLine& line);
    bool isProduct(const std::string& name, const std::string& spec);
    const NameChoice* choiceOf(const exchange::ImportedOrderLine& line) const;
    void leaveOut(
        const SourceTable& file, std::int64_t line, const std::string& order, exchange::ImportProblemCode code);
    void leaveOutRows(const SourceTable& heads, const SourceTable& lines, const exchange::ImportedOrder& order);
    void addPlanProblems(const SourceTable& file);
    void add(const SourceTable& file, std::int64_t line, const commands::FieldProblem& field, std::string text);
    void addCounts(const SourceTable& file, const commands::ImportReport& report, std::int64_t leftOut);
    std::size_t indexOf(const SourceTable& table) const { return static_cast<std::size_t>(&table - m_tables.data()); }
    std::set<std::int64_t>& leftOutOf(const SourceTable& table) { return outcome.leftOutLines[indexOf(table)]; }
    /// Of the next so many drafts; what they are together is what m_all was counted from.
    commands::ImportWatch watchNext(std::int64_t count)
    {
        const std::int64_t before = std::exchange(m_done, m_done + count);
        if (!m_wish.watch)
            return {};
        return
            [this, before](std::size_t done) { return m_wish.watch(before + static_cast<std::int64_t>(done), m_all); };
    }

    commands::Commands& m_commands;
    sqlite::Database& m_db;
    std::span<const SourceTable> m_tables;
    const WriteWish& m_wish;
    std::int64_t m_all = 0, m_done = 0; // drafts
    bool m_namesMade = false;
    std::optional<std::unordered_set<std::string>> m_productNames; // alone, and with the spec behind a line break
    std::int64_t m_contacts = 0;
};

void ImportWriter::addPlanProblems(const SourceTable& file)
{
    for (const exchange::ImportProblem& each : file.plan.problems)
        outcome.problems.push_back(
            {indexOf(file), each.line, each.column, each.text, each.code, exchange::keepsRow(each.code)});
    for (const exchange::ImportProblem& each : file.plan.problems)
        if (!exchange::keepsRow(each.code))
            leftOutOf(file).insert(each.line);
    outcome.problemsNotListed += file.plan.problemsNotListed;
    outcome.rowsLeftOut += file.plan.rowsLeftOut;
}

void ImportWriter::add(
    const SourceTable& file, std::int64_t line, const commands::FieldProblem& field, std::string text)
{
    outcome.problems.push_back({indexOf(file), line, columnName(file.mapping, field.table, field.column),
        std::move(text), field.problem, false});
    leftOutOf(file).insert(line);
}

void ImportWriter::addCounts(const SourceTable& file, const commands::ImportReport& report, std::int64_t leftOut)
{
    outcome.counts.push_back({file.kind(), report.created, report.changed, report.unchanged, leftOut + report.skipped,
        report.lines, m_contacts});
    outcome.rowsLeftOut += report.skipped;
}

/// What the user chose to make anew, so that the orders find it by its key.
std::expected<void, CommandError> ImportWriter::makeChosen()
{
    std::unordered_map<std::string, commands::CustomerDraft> customers;
    std::unordered_map<std::string, commands::ProductDraft> products;
    const auto isNew = [](const std::unordered_map<std::string, NameChoice>& choices, const std::string& key) {
        const auto found = choices.find(key);
        return found != choices.end() && found->second.what == NameChoice::What::Create;
    };
    const auto see = [&](const exchange::ImportedOrderLine& line) {
        const std::string key = productKeyOf(line);
        if (!isNew(m_wish.choices.products, key) || products.contains(key))
            return;
        commands::ProductDraft& made = products[key];
        made.product.code = line.productCode;
        made.product.name = line.values.productName.empty() ? line.productCode : line.values.productName;
        made.product.spec = line.values.spec;
        made.product.unit = line.values.unit;
        for (const int column : {col::Product::code, col::Product::name, col::Product::spec, col::Product::unit})
            made.given.add(column);
    };
    for (const SourceTable& table : m_tables) {
        for (const exchange::ImportedOrder& order : table.plan.orders) {
            const std::string& key = customerKeyOf(order);
            if (isNew(m_wish.choices.customers, key) && !customers.contains(key)) {
                commands::CustomerDraft& made = customers[key];
                made.customer.code = order.customerCode;
                made.customer.name = order.customerName.empty() ? order.customerCode : order.customerName;
                made.given.add(col::Customer::code).add(col::Customer::name);
            }
            std::ranges::for_each(order.lines, see);
        }
        std::ranges::for_each(table.plan.orderLines, see);
    }
    std::vector<commands::CustomerDraft> newCustomers;
    for (auto& [key, draft] : customers)
        newCustomers.push_back(std::move(draft));
    std::vector<commands::ProductDraft> newProducts;
    for (auto& [key, draft] : products)
        newProducts.push_back(std::move(draft));
    const auto madeCustomers = m_commands.importCustomers(newCustomers);
    if (!madeCustomers)
        return std::unexpected(madeCustomers.error());
    const auto madeProducts = m_commands.importProducts(newProducts);
    if (!madeProducts)
        return std::unexpected(madeProducts.error());
    outcome.customersMade = madeCustomers->created;
    outcome.productsMade = madeProducts->created;
    return {};
}

std::expected<void, CommandError> ImportWriter::writeCustomers(const SourceTable& file)
{
    std::vector<commands::CustomerDraft> drafts;
    for (const exchange::ImportedCustomer& each : file.plan.customers)
        drafts.push_back({each.customer, {each.given}});
    const auto report = m_commands.importCustomers(drafts, watchNext(std::ssize(drafts)));
    if (!report)
        return std::unexpected(report.error());
    for (const commands::ImportProblem& problem : report->problems) {
        const auto& draft = file.plan.customers[problem.draft];
        const auto column = static_cast<std::size_t>(std::max(0, problem.field.column));
        add(file, draft.line, problem.field,
            valueText(tableOf(TableId::Customer).columns[column], toRow(draft.customer).values[column]));
    }
    if (auto done = writeContacts(file); !done)
        return done;
    addCounts(file, *report, file.plan.rowsLeftOut);
    m_contacts = 0;
    return {};
}

std::expected<void, CommandError> ImportWriter::writeContacts(const SourceTable& file)
{
    storage::CustomerStore store(m_db);
    for (const exchange::ImportedCustomer& each : file.plan.customers) {
        const auto id = each.contact.name.empty() ? std::nullopt : commands::storedCustomer(m_db, each.customer);
        auto stored = id ? store.detail(*id) : std::nullopt;
        if (!stored || !takeContact(*stored, each.contact))
            continue;
        const commands::CustomerInput input{stored->customer, stored->contacts, stored->sites};
        if (auto saved = m_commands.saveCustomer(input); !saved)
            return std::unexpected(saved.error());
        ++m_contacts;
    }
    return {};
}

std::expected<void, CommandError> ImportWriter::writeProducts(const SourceTable& file)
{
    std::vector<commands::ProductDraft> drafts;
    for (const exchange::ImportedProduct& each : file.plan.products)
        drafts.push_back({each.product, {each.given}});
    const auto report = m_commands.importProducts(drafts, watchNext(std::ssize(drafts)));
    if (!report)
        return std::unexpected(report.error());
    for (const commands::ImportProblem& problem : report->problems) {
        const auto& draft = file.plan.products[problem.draft];
        const auto column = static_cast<std::size_t>(std::max(0, problem.field.column));
        add(file, draft.line, problem.field,
            valueText(tableOf(TableId::Product).columns[column], toRow(draft.product).values[column]));
    }
    addCounts(file, *report, file.plan.rowsLeftOut);
    return {};
}

bool ImportWriter::isProduct(const std::string& name, const std::string& spec)
{
    if (!m_productNames) {
        m_productNames.emplace();
        const storage::ProductFilter all{storage::ProductChip::All, {}};
        for (const auto& row : storage::ProductStore(m_db).list(all, {.limit = 10'000'000}))
            for (const std::string& key : {row.name, row.name + '\n' + row.spec})
                m_productNames->insert(key);
    }
    const bool fitsAny = spec.empty() && m_productNames->contains(name);
    return fitsAny || m_productNames->contains(name + '\n' + spec) || m_productNames->contains(name + '\n');
}

const NameChoice* ImportWriter::choiceOf(const exchange::ImportedOrderLine& line) const
{
    if (m_wish.choices.products.empty())
        return nullptr;
    const auto found = m_wish.choices.products.find(productKeyOf(line));
    return found == m_wish.choices.products.end() ? nullptr : &found->second;
}

/// A line with a code must be of a product; one with a name alone may be typed freely (금형비, 샘플).
commands::OrderLineDraft ImportWriter::lineDraft(const exchange::ImportedOrderLine& line)
{
    using enum NameChoice::What;
    const NameChoice* choice = choiceOf(line);
    if (choice && choice->what == Existing)
        return {line.values, {}, {line.given}, choice->row};
    if (choice && choice->what == AsTyped) {
        commands::OrderLineDraft typed{line.values, {}, {line.given}, {}};
        if (typed.line.productName.empty())
            typed.line.productName = line.productCode;
        return typed;
    }
    if (choice && line.productCode.empty()) // left out, or made anew: it must be found
        return {line.values, line.values.productName, {line.given}, {}};
    std::string key = line.productCode;
    if (key.empty() && isProduct(line.values.productName, line.values.spec))
        key = line.values.productName;
    return {line.values, key, {line.given}, {}};
}

void ImportWriter::leaveOut(
    const SourceTable& file, std::int64_t line, const std::string& order, exchange::ImportProblemCode code)
{
    outcome.problems.push_back({indexOf(file), line, {}, order, code, false});
    leftOutOf(file).insert(line);
    ++outcome.rowsLeftOut;
}

/// An order goes in whole or not at all.
void ImportWriter::leaveOutRows(
    const SourceTable& heads, const SourceTable& lines, const exchange::ImportedOrder& order)
{
    leftOutOf(heads).insert(order.line);
    for (const exchange::ImportedOrderLine& line : order.lines)
        leftOutOf(lines).insert(line.line);
}

std::expected<void, CommandError> ImportWriter::writeOrders(const SourceTable& file)
{
    storage::OrderStore stored(m_db);
    const auto ofLines = std::ranges::find(m_tables, TargetKind::OrderLine, &SourceTable::kind);
    const SourceTable& lines = ofLines == m_tables.end() ? file : *ofLines;
    std::vector<const exchange::ImportedOrder*> orders;
    std::vector<commands::OrderDraft> drafts;
    for (const exchange::ImportedOrder& each : file.plan.orders) {
        if (file.plan.ordersWithBadRows.contains(each.key) && stored.findByNumber(each.key)) {
            leaveOut(file, each.line, each.key, exchange::ImportProblemCode::OrderHasBadRow);
            leaveOutRows(file, lines, each);
            continue;
        }
        orders.push_back(&each);
        commands::OrderDraft& draft = drafts.emplace_back();
        draft.order = each.order;
        draft.given = {each.given};
        draft.customerKey = customerKeyOf(each);
        const auto choice = m_wish.choices.customers.find(draft.customerKey);
        if (choice != m_wish.choices.customers.end() && choice->second.what == NameChoice::What::Existing)
            draft.customerId = choice->second.row;
        draft.deliveredOn = each.deliveredOn;
        for (const exchange::ImportedOrderLine& line : each.lines)
            draft.lines.push_back(lineDraft(line));
    }
    return writeOrderDrafts(orders, file, lines, drafts);
}

std::expected<void, CommandError> ImportWriter::writeOrderDrafts(
    const std::vector<const exchange::ImportedOrder*>& orders, const SourceTable& heads, const SourceTable& lines,
    std::span<const commands::OrderDraft> drafts)
{
    const auto report = m_commands.importOrders(drafts, watchNext(std::ssize(drafts)));
    if (!report)
        return std::unexpected(report.error());
    std::pair<std::size_t, int> unknown{drafts.size(), 0};
    for (const commands::ImportProblem& problem : report->problems) {
        const commands::FieldProblem& field = problem.field;
        if (field.problem == Problem::UnknownRow)
            unknown = {problem.draft, field.line};
        else if (field.problem == Problem::Missing && unknown == std::pair(problem.draft, field.line))
            continue; // what would have come from the row that is not there
        const exchange::ImportedOrder& order = *orders[problem.draft];
        leaveOutRows(heads, lines, order);
        const auto index = static_cast<std::size_t>(field.line);
        const bool ofLine = field.line >= 0 && index < order.lines.size();
        const auto column = static_cast<std::size_t>(std::max(0, field.column));
        const Row row = ofLine ? toRow(order.lines[index].values) : toRow(order.order);
        std::string text = field.column < 0 || column >= row.values.size()
            ? order.key
            : valueText(tableOf(ofLine ? TableId::OrderLine : TableId::SalesOrder).columns[column], row.values[column]);
        if (field.table == TableId::SalesOrder && field.column == col::SalesOrder::customerId)
            text = drafts[problem.draft].customerKey;
        if (ofLine && field.column == col::OrderLine::productId)
            text = drafts[problem.draft].lines[index].productKey;
        add(ofLine ? lines : heads, ofLine ? order.lines[index].line : order.line, field, std::move(text));
    }
    addCounts(heads, *report, heads.plan.rowsLeftOut + (&lines == &heads ? 0 : lines.plan.rowsLeftOut));
    return {};
}

/// Lines without a file of heads belong to orders that are stored; what is left are those.
std::expected<void, CommandError> ImportWriter::writeLines(const SourceTable& file)
{
    if (std::ranges::find(m_tables, TargetKind::Order, &SourceTable::kind) != m_tables.end())
        return {}; // joined to their heads and written with them
    using enum exchange::ImportProblemCode;
    storage::OrderStore orders(m_db);
    storage::CustomerStore customers(m_db);
    std::vector<exchange::ImportedOrder> heads;
    std::vector<commands::OrderDraft> drafts;
    std::unordered_map<std::string, std::optional<std::size_t>> known;
    for (const exchange::ImportedOrderLine& line : file.plan.orderLines) {
        const auto [found, isNew] = known.try_emplace(line.orderNumber);
        const bool hasBadRow = file.plan.ordersWithBadRows.contains(line.orderNumber);
        const auto id = isNew && !hasBadRow ? orders.findByNumber(line.orderNumber) : std::nullopt;
        const auto detail = id ? orders.detail(*id, m_wish.today) : std::nullopt;
        const auto customer = detail ? customers.find(detail->order.customerId) : std::nullopt;
        if (customer) {
            found->second = drafts.size();
            exchange::ImportedOrder& head = heads.emplace_back();
            head.line = line.line;
            head.key = line.orderNumber;
            commands::OrderDraft& draft = drafts.emplace_back();
            draft.order.number = line.orderNumber;
            draft.customerId = customer->id;
            draft.keepsOtherLines = true;
        }
        if (!found->second) {
            leaveOut(file, line.line, line.orderNumber, hasBadRow ? OrderHasBadRow : UnknownOrder);
            continue;
        }
        drafts[*found->second].lines.push_back(lineDraft(line));
        heads[*found->second].lines.push_back(line);
    }
    std::vector<const exchange::ImportedOrder*> written;
    for (const exchange::ImportedOrder& head : heads)
        written.push_back(&head);
    return writeOrderDrafts(written, file, file, drafts);
}

} // namespace

std::expected<ImportOutcome, CommandError> writeImport(
    commands::Commands& commands, std::span<const SourceTable> tables, const WriteWish& wish)
{
    ImportWriter writer(commands, tables, wish);
    auto done = commands.batch("import", [&]() -> std::expected<void, CommandError> {
        if (auto written = writer.run(); !written)
            return written;
        if (wish.dryRun)
            return std::unexpected(CommandError{commands::ErrorKind::Refused, {}, {}, dryRunDetail});
        return {};
    });
    if (!done && !(wish.dryRun && done.error().detail == dryRunDetail))
        return std::unexpected(done.error());
    if (done)
        writer.outcome.changes = std::move(*done);
    std::ranges::stable_sort(writer.outcome.problems,
        [](const RowProblem& a, const RowProblem& b) { return std::tie(a.table, a.line) < std::tie(b.table, b.line); });
    return std::move(writer.outcome);
}

} // namespace dure::intake
