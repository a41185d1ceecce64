#pragma once
#include "core/commands/action.h"
#include "core/domain/reversal.h"
#include "core/storage/attention_store.h"
#include "core/storage/entity_reader.h"

namespace dure::commands {

class ImportKeys;

/// The state behind Commands: its context, and the batch that is running, if any.
struct Commands::State
{
    Context context;
    Action* batch = nullptr; ///< not owned

    /// Runs `work(action)`, which checks everything before it writes anything, in the running batch or in an action of
    /// its own. `work` returns the Result without its changes.
    template <class Work> Result run(const char* intent, Work&& work, bool undoable = true);

    template <class E> std::optional<E> find(const Uuid& id) { return storage::findEntity<E>(context.db(), id); }
    template <class E> bool exists(const Uuid& id) { return context.rows.isLive(tableOf(E::table), id); }
    /// Whether the statement finds a row for `id`, its only parameter.
    bool any(std::string_view sql, const Uuid& id);
    /// Whether a live row outside of its aggregate names this row, or a line of this order (Column::refersTo).
    /// `goesWithIt`: a table whose rows do not count, since they go when the row goes.
    bool isNamed(TableId table, const Uuid& id, std::optional<TableId> goesWithIt = {});

    // Orders. `takesNumber`: the next one.
    Result writeOrder(Action& action, OrderInput now, bool isNew, bool takesNumber, const OrderInput* before);

    // Quotations
    std::vector<OrderLine> completeLines(Action& action, QuotationInput& now, std::vector<FieldProblem>& problems);
    void putQuotationState(Action& action, const Quotation& quotation, QuotationState state);

    // Claims
    std::vector<DeliveryInput> answersTo(const Claim& claim, const ClaimSettlement& settlement);
    DeliveryInput answerTo(const Claim& claim, DeliveryKind kind, Date on);
    DeliveryLineInput claimedLine(const Claim& claim, Quantity quantity, UnitPrice price);
    UnitPrice claimedPrice(const Claim& claim);
    Won returnedTax(const DeliveryLine& sold, Quantity returned);
    bool isUntaxed(const Claim& claim);
    void checkTaken(const Claim& claim, const ClaimSettlement& settlement, std::vector<FieldProblem>& problems);

    // Masters. `column` of the prices names `named`.
    void erasePrices(Action& action, const char* column, const Uuid& named);

    // Files. False: `problems` say why.
    bool planFile(
        Action& action, const FileInput& file, std::vector<PlannedChange>& plan, std::vector<FieldProblem>& problems);
    void planRemoval(TableId table, const Uuid& owner, AttachmentKind kind, std::vector<PlannedChange>& plan);

    // Facts
    Result deliver(Action& action, const DeliveryInput& input);
    std::vector<DeliveryLine> deliveryLines(
        const DeliveryInput& input, const TaxTerms& tax, std::vector<FieldProblem>& problems);
    DeliveryLine draftLine(const DeliveryLineInput& input, const OrderLine* ordered);
    LineInput amountInput(const DeliveryLine& line, const OrderLine* ordered);
    void writeDelivery(Action& action, const Delivery& delivery, std::vector<DeliveryLine>& lines,
        const std::vector<DeliveryLine>* reversed);
    void moveStock(Action& action, const DeliveryLine& line, Date on, const Uuid& reverses);
    Result takeBackDelivery(Action& action, const Uuid& id, Date on);
    std::vector<PaymentAllocation> allocationsOf(
        const Payment& payment, std::span<const PaymentShare> shares, std::vector<FieldProblem>& problems);
    struct ReversalReason
    {
        ReversalKind kind = ReversalKind::Correction;
        std::string memo; ///< empty: that of what is taken back
    };
    Result takeBackPayment(Action& action, const Uuid& id, Date on, const ReversalReason& why);
    Result takeBackPayment(Action& action, const Uuid& id, Date on) { return takeBackPayment(action, id, on, {}); }
    StockMovement newMovement(Action& action, const StockMovement& typed);
    void checkMovement(const StockMovement& movement, int line, std::vector<FieldProblem>& problems);
    Result writeMovements(Action& action, const std::vector<StockMovement>& movements);
    Result takeBackMovement(Action& action, const Uuid& id, Date on);

    // Imports
    template <class Work> std::expected<ImportReport, CommandError> runImport(const char* intent, Work&& work);
    void importOrder(Action& action, const OrderDraft& draft, ImportKeys& keys, std::size_t index, ImportReport& out);
    std::vector<OrderLine> importLines(Action& action, const OrderDraft& draft, const Uuid& order,
        const std::vector<OrderLine>& stored, ImportKeys& keys, std::vector<FieldProblem>& problems);
    void deliverImported(Action& action, const OrderInput& order, Date on);
    bool isDelivered(const Uuid& orderLine);

    // Attention
    struct ConflictedUnit
    {
        const Table* table; ///< never null
        Uuid row;
        std::string unit;
    };
    std::optional<ConflictedUnit> conflictOf(const Uuid& id);
    bool isDecided(const Uuid& matter);
    void decide(Action& action, const Uuid& matter, storage::MatterChoice choice);
    std::optional<CommandError> whyNotRestored(const ConflictDecision& decision);
    bool isKnownReference(const Column& column, const Value& value);
    void restore(Action& action, const ConflictDecision& decision);
    Result reopen(Action& action, const Uuid& resolution);

    // Trash
    void restoreWhole(Action& action, TableId table, const Uuid& id);
    void restoreNamed(Action& action, const Table& table, const Row& row);

    // Undo
    Result undoSteps(Action& action, const UndoRecord& record, Date today);
    Result undoStep(Action& action, const UndoStep& step, bool keepsWhatFactsName, Date today);
    Result undoFact(Action& action, const UndoStep& step, Date today);
    bool deliveriesAreTakenBack(const Uuid& order);
    Result undoCreate(Action& action, const UndoStep& step, const storage::LocalRow& row, bool keepsWhatFactsName);
};

CommandError errorOf(const sqlite::Failure& failure);

/// Catches what a command may throw; `work` returns an expected with a CommandError.
template <class Work> auto guarded(Work&& work) -> decltype(work())
{
    try {
        return work();
    } catch (const sqlite::Failure& failure) {
        return std::unexpected(errorOf(failure));
    } catch (const Abort& abort) {
        return std::unexpected(abort.error);
    }
}

template <class Work> Result Commands::State::run(const char* intent, Work&& work, bool undoable)
{
    if (batch) {
        // a failure of the disk ends the whole batch: it is caught where the batch began
        Result result = work(*batch);
        batch->endAggregate();
        return result;
    }
    return guarded([&]() -> Result {
        Action action(context, intent, undoable);
        Result result = work(action);
        if (result)
            result->changes = action.commit();
        return result;
    });
}

/// Plans what makes the stored row of an editable entity what `now` is. `before`: what the editor was opened with;
/// without it the stored row is compared. Returns false if the row is not there any more.
template <class E> bool planEntity(Context& context, const E& now, const E* before, std::vector<PlannedChange>& plan)
{
    const Table& table = tableOf(E::table);
    const auto stored = context.rows.find(table, now.id);
    if (!stored) {
        plan.push_back({table.id, Op::Create, toRow(now), {}, 0});
        return before == nullptr;
    }
    if (stored->deleted)
        return false;
    // through the entity and back, so that a null number and a zero are the same
    const Row base = before ? toRow(*before) : toRow(fromRow<E>(stored->row));
    Fields fields = changedFields(table, base, toRow(now));
    if (!fields.known.empty())
        plan.push_back({table.id, Op::Put, Row{now.id, {}, {}}, std::move(fields), before ? before->seq : stored->seq});
    return true;
}

/// Plans the rows of a list (lines, contacts, sites) in its order; `stored` is what the file holds, `before` what the
/// editor was opened with. Rows that are in `before` (or, without it, stored) and no longer in `now` are deleted; rows
/// another PC added in the meantime stay.
template <class E>
bool planList(Context& context, const std::vector<E>& now, const std::vector<E>* before, const std::vector<E>& stored,
    std::vector<PlannedChange>& plan)
{
    const auto inList = [](const std::vector<E>& list, const Uuid& id) -> const E* {
        for (const E& each : list)
            if (each.id == id)
                return &each;
        return nullptr;
    };
    for (const E& each : now)
        if (!planEntity(context, each, before ? inList(*before, each.id) : nullptr, plan))
            return false;
    for (const E& each : stored)
        if (!inList(now, each.id) && (!before || inList(*before, each.id)))
            plan.push_back({E::table, Op::Delete, Row{each.id, {}, {}}, {}, each.seq});
    return true;
}

template <class E> void checkEntity(const E& entity, int line, std::vector<FieldProblem>& problems)
{
    checkRow(tableOf(E::table), toRow(entity), line, problems);
}

template <class E>
void checkEntity(storage::RowStore& rows, const E& entity, int line, std::vector<FieldProblem>& problems)
{
    checkRow(rows, tableOf(E::table), toRow(entity), line, problems);
}

/// Lines of one document; with stock movements a delivery's mutation stays within its limit.
inline constexpr std::size_t maxLines = 400;

} // namespace dure::commands
