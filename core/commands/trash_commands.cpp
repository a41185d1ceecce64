#include "core/commands/command_state.h"
#include "core/storage/trash_store.h"

namespace dure::commands {

namespace {

const char* intentOf(TableId table)
{
    switch (table) {
    case TableId::Customer:
        return "restore_customer";
    case TableId::Product:
        return "restore_product";
    case TableId::SalesOrder:
        return "restore_order";
    case TableId::Quotation:
        return "restore_quotation";
    case TableId::Claim:
        return "restore_claim";
    case TableId::Activity:
        return "restore_activity";
    default:
        return nullptr; // nothing of its own in the trash
    }
}

std::string nameOf(const Table& table, const Row& row)
{
    for (const char* name : {"number", "name", "text"})
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (table.columns[i].name == name)
                if (const auto* text = std::get_if<std::string>(&row.values[i]))
                    return *text;
    return {};
}

} // namespace

/// What a row names lives again before it: an order without its customer would show nothing of it. The cloud does the
/// same for whoever has not seen that it is gone (DECISIONS 51).
void Commands::State::restoreNamed(Action& action, const Table& table, const Row& row)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        const auto* id = std::get_if<Uuid>(&row.values[i]);
        if (!column.refersTo || column.name == table.rootColumn || !id || id->isNil())
            continue;
        const Table& named = tableOf(*column.refersTo);
        const auto target = context.rows.find(named, *id);
        if (!target || !target->deleted)
            continue;
        const bool isChild = !named.rootColumn.empty();
        const Uuid root = storage::RowStore::rootOf(named, target->row);
        if (isChild && !context.rows.isLive(tableOf(named.rootTable), root))
            restoreWhole(action, named.rootTable, root);
        if (const auto now = context.rows.find(named, *id); now->deleted && isChild) {
            action.revive(named, *id, allFields(now->row));
            action.endAggregate();
        } else if (now->deleted) {
            restoreWhole(action, named.id, *id);
        }
    }
}

void Commands::State::restoreWhole(Action& action, TableId tableId, const Uuid& id)
{
    const Table& table = tableOf(tableId);
    const auto root = context.rows.find(table, id);
    if (!root || !root->deleted)
        return;
    const auto members = storage::TrashStore(context.db()).wentWith(tableId, id);
    restoreNamed(action, table, root->row);
    std::vector<std::pair<const Table*, Row>> children, prices;
    for (const auto& [memberTable, member] : members) {
        const Table& of = tableOf(memberTable);
        const auto row = context.rows.find(of, member);
        if (!row || !row->deleted)
            continue;
        const bool isPrice = memberTable == TableId::CustomerPrice;
        if (!isPrice)
            restoreNamed(action, of, row->row);
        (isPrice ? prices : children).emplace_back(&of, row->row);
    }
    action.revive(table, id, allFields(root->row));
    for (const auto& [of, row] : children)
        action.revive(*of, row.id, allFields(row));
    action.endAggregate();
    for (const auto& [of, row] : prices) {
        action.revive(*of, row.id, allFields(row));
        action.endAggregate();
    }
}

Result Commands::restoreDeleted(TableId tableId, const Uuid& id)
{
    const char* intent = intentOf(tableId);
    if (!intent)
        return std::unexpected(CommandError::notFound());
    return m->run(intent, [&](Action& action) -> Result {
        const Table& table = tableOf(tableId);
        const auto row = m->context.rows.find(table, id);
        if (!row)
            return std::unexpected(CommandError::notFound());
        const std::string name = nameOf(table, row->row);
        action.setSubject(name);
        m->restoreWhole(action, tableId, id); // nothing if somebody else was faster
        return Done{{}, id, name};
    });
}

} // namespace dure::commands
