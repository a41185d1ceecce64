#include "core/commands/command_state.h"

namespace dure::commands {

namespace {

struct LastAction
{
    std::int64_t id = 0;
    UndoRecord record;
};

std::optional<LastAction> lastAction(sqlite::Database& db)
{
    auto rows = db.prepare("SELECT id, intent, at, body FROM undo ORDER BY id DESC LIMIT 1");
    if (!rows->step())
        return std::nullopt;
    auto record = decodeSteps(rows->blob(3).view());
    if (!record)
        return std::nullopt;
    record->intent = rows->text(1);
    record->at = rows->integer(2);
    return LastAction{rows->integer(0), std::move(*record)};
}

Done nothing() { return {}; }

} // namespace

std::optional<UndoDescription> Commands::undoDescription()
{
    auto rows = m->context.db().prepare("SELECT intent, at, body, id FROM undo ORDER BY id DESC LIMIT 1");
    if (!rows->step())
        return std::nullopt;
    const auto peeked = peekSteps(rows->blob(2).view());
    if (!peeked)
        return std::nullopt;
    return UndoDescription{std::string(rows->text(0)), peeked->subject, rows->integer(1), peeked->steps,
        rows->integer(3), peeked->isCreation};
}

Result Commands::undo(Date today, const UndoDescription* only)
{
    if (m->batch)
        return std::unexpected(CommandError::refused(Refusal::NothingToUndo));
    const auto work = [&](Action& action) -> Result {
        const auto last = lastAction(m->context.db());
        if (!last)
            return std::unexpected(CommandError::refused(Refusal::NothingToUndo));
        if (only && (only->id != last->id || only->at != last->record.at))
            return std::unexpected(CommandError::refused(Refusal::NotTheLast));
        m->context.db().prepare("DELETE FROM undo WHERE id = ?")->bind(1, last->id).run();
        return m->undoSteps(action, last->record, today);
    };
    return m->run("undo", work, false);
}

Result Commands::State::undoSteps(Action& action, const UndoRecord& record, Date today)
{
    bool hasFacts = false;
    for (const UndoStep& step : record.steps)
        hasFacts = hasFacts || tableOf(step.table).policy == WritePolicy::AppendOnly
            || (record.intent == "save_order" && step.table == TableId::SalesOrder && step.op == Op::Create
                && deliveriesAreTakenBack(step.row));
    Uuid lastRoot;
    Uuid subject; // the document or master: what went with it is not what one looks for
    bool isKept = false;
    for (auto step = record.steps.rbegin(); step != record.steps.rend(); ++step) {
        const Table& table = tableOf(step->table);
        const auto row = context.rows.find(table, step->row);
        const Uuid root = row ? storage::RowStore::rootOf(table, row->row) : step->row;
        if (root != lastRoot)
            action.endAggregate();
        lastRoot = root;
        if (subject.isNil() || table.rootTable != TableId::CustomerPrice)
            subject = root;
        auto result = undoStep(action, *step, hasFacts, today);
        if (!result)
            return result;
        isKept = isKept || result->isKept;
    }
    return Done{{}, subject, record.subject, isKept};
}

Result Commands::State::undoStep(Action& action, const UndoStep& step, bool keepsWhatFactsName, Date today)
{
    const Table& table = tableOf(step.table);
    if (table.policy == WritePolicy::AppendOnly)
        return undoFact(action, step, today);
    const auto row = context.rows.find(table, step.row);
    if (!row || row->deleted != (step.op == Op::Delete))
        return std::unexpected(CommandError::refused(Refusal::ChangedSince));
    if (step.op == Op::Delete) {
        action.revive(table, step.row, step.before);
        return nothing();
    }
    const Fields written = step.op == Op::Create ? allFields(row->row) : step.before;
    if (hashOfColumns(table, row->row, written) != step.afterHash)
        return std::unexpected(CommandError::refused(Refusal::ChangedSince));
    if (step.op == Op::Create)
        return undoCreate(action, step, *row, keepsWhatFactsName);
    action.put(table, step.row, step.before, row->seq);
    return nothing();
}

/// Facts stay and are taken back by facts; lines and their movements go with the entry they belong to.
Result Commands::State::undoFact(Action& action, const UndoStep& step, Date today)
{
    switch (step.table) {
    case TableId::Delivery:
        return takeBackDelivery(action, step.row, today);
    case TableId::Payment:
        return takeBackPayment(action, step.row, today);
    case TableId::StockMovement: {
        const auto movement = find<StockMovement>(step.row);
        if (movement && movement->deliveryLineId.isNil())
            return takeBackMovement(action, step.row, today);
        return nothing();
    }
    case TableId::Resolution:
        return reopen(action, step.row);
    default:
        return nothing();
    }
}

/// What was created goes again, unless documents name it. If those are the action's own facts, or facts that were taken
/// back since, it stays beside them: an order as a cancelled one.
Result Commands::State::undoCreate(
    Action& action, const UndoStep& step, const storage::LocalRow& row, bool keepsWhatFactsName)
{
    const Table& table = tableOf(step.table);
    if (!isNamed(step.table, step.row)) {
        action.erase(table, step.row, row.seq);
        return nothing();
    }
    if (!keepsWhatFactsName)
        return std::unexpected(CommandError::refused(Refusal::BuiltUpon));
    if (step.table == TableId::SalesOrder) {
        Fields cancelled;
        cancelled.known.emplace_back(col::SalesOrder::state, static_cast<std::int64_t>(OrderState::Cancelled));
        action.put(table, step.row, std::move(cancelled), row.seq);
        return Done{{}, step.row, {}, true};
    }
    return nothing();
}

} // namespace dure::commands
