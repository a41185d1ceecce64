// What moves stock without a delivery: receipts, counts, scrap. A movement is a fact; it is taken back by another.
#include "core/commands/reversals.h"

#include <set>

namespace dure::commands {

namespace {

/// What is there at the end of that day.
Quantity onHandAt(sqlite::Database& db, const Uuid& product, Date day)
{
    auto sum = db.prepare("SELECT ifnull(sum(quantity), 0) FROM stock_movement WHERE product_id = ? AND moved_on <= ? "
                          "AND deleted = 0");
    sum->bindBorrowed(1, storage::blobOf(product)).bind(2, std::int64_t{day.yyyymmdd});
    return {sum->step() ? sum->integer(0) : 0};
}

/// Whether its product's books can hold it: one movement fits its column, a thousand typing slips need not.
bool fits(Quantity quantity)
{
    return quantity.tenThousandths <= maxTenThousandths && quantity.tenThousandths >= -maxTenThousandths;
}

} // namespace

/// As typed: what belongs to a delivery or takes another one back is made elsewhere.
StockMovement Commands::State::newMovement(Action& action, const StockMovement& typed)
{
    StockMovement movement = typed;
    movement.id = action.newId();
    movement.postedOn = {};
    movement.deliveryLineId = {};
    movement.reversesId = {};
    movement.createdAt = action.now();
    return movement;
}

void Commands::State::checkMovement(const StockMovement& movement, int line, std::vector<FieldProblem>& problems)
{
    checkEntity(movement, line, problems);
    if (movement.quantity.isZero())
        problems.push_back({TableId::StockMovement, col::StockMovement::quantity, line, Problem::ZeroQuantity});
    if (!movement.productId.isNil() && !exists<Product>(movement.productId))
        problems.push_back({TableId::StockMovement, col::StockMovement::productId, line, Problem::UnknownRow});
}

Result Commands::State::writeMovements(Action& action, const std::vector<StockMovement>& movements)
{
    for (const StockMovement& movement : movements) {
        action.create(movement);
        action.endAggregate(); // each is a document of its own: a long sheet may be cut anywhere
    }
    if (movements.empty())
        return Done{};
    if (const auto product = find<Product>(movements.front().productId))
        action.setSubject(product->name);
    return Done{{}, movements.front().id, {}};
}

Result Commands::recordStockMovement(const StockMovement& movement)
{
    return m->run("record_stock_movement", [&](Action& action) -> Result {
        const StockMovement now = m->newMovement(action, movement);
        std::vector<FieldProblem> problems;
        m->checkMovement(now, -1, problems);
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        return m->writeMovements(action, {now});
    });
}

Result Commands::recordStockMovements(std::span<const StockMovement> movements)
{
    return m->run("record_stock_movements", [&](Action& action) -> Result {
        std::vector<StockMovement> now;
        std::vector<FieldProblem> problems;
        for (const StockMovement& movement : movements) {
            now.push_back(m->newMovement(action, movement));
            m->checkMovement(now.back(), static_cast<int>(now.size()) - 1, problems);
        }
        if (now.empty())
            problems.push_back({TableId::StockMovement, -1, -1, Problem::NoLines});
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        return m->writeMovements(action, now);
    });
}

Result Commands::recordStockCount(const StockCount& count)
{
    return m->run("record_stock_count", [&](Action& action) -> Result {
        std::vector<StockMovement> adjustments;
        std::vector<FieldProblem> problems;
        std::set<Uuid> counted;
        if (count.lines.empty())
            problems.push_back({TableId::StockMovement, -1, -1, Problem::NoLines});
        for (std::size_t i = 0; i < count.lines.size(); ++i) {
            const CountedProduct& line = count.lines[i];
            const int at = static_cast<int>(i);
            StockMovement made;
            made.productId = line.productId;
            made.movedOn = count.countedOn;
            made.kind = StockMovementKind::Adjustment;
            made.memo = line.memo;
            made = m->newMovement(action, made);
            made.quantity = line.counted - onHandAt(m->context.db(), line.productId, count.countedOn);
            checkEntity(made, at, problems);
            if (!line.productId.isNil() && !m->exists<Product>(line.productId))
                problems.push_back({TableId::StockMovement, col::StockMovement::productId, at, Problem::UnknownRow});
            if (!fits(line.counted))
                problems.push_back({TableId::StockMovement, col::StockMovement::quantity, at, Problem::OutOfRange});
            if (!counted.insert(line.productId).second)
                problems.push_back({TableId::StockMovement, col::StockMovement::productId, at, Problem::Duplicate});
            if (!made.quantity.isZero())
                adjustments.push_back(std::move(made));
        }
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        return m->writeMovements(action, adjustments);
    });
}

Result Commands::reverseStockMovement(const Uuid& id, Date on)
{
    return m->run("reverse_stock_movement", [&](Action& action) -> Result {
        const auto movement = m->find<StockMovement>(id);
        if (movement && !movement->deliveryLineId.isNil())
            return std::unexpected(CommandError::refused(Refusal::OfDelivery));
        if (movement && !movement->reversesId.isNil())
            return std::unexpected(CommandError::refused(Refusal::IsReversal));
        return m->takeBackMovement(action, id, on);
    });
}

/// Only what was typed as a movement; those of deliveries go with their delivery.
Result Commands::State::takeBackMovement(Action& action, const Uuid& id, Date on)
{
    const auto movement = find<StockMovement>(id);
    if (!movement)
        return std::unexpected(CommandError::notFound());
    if (!on.isValid())
        return std::unexpected(
            CommandError::invalid({{TableId::StockMovement, col::StockMovement::movedOn, -1, Problem::Missing}}));
    const ReversalState state = reversalState<StockMovement>(context, id);
    if (state.isReversed)
        return std::unexpected(CommandError::refused(Refusal::AlreadyReversed));
    StockMovement reversal = *movement;
    reversal.id = state.nextId;
    reversal.extra.clear();
    reversal.reversesId = id;
    reversal.movedOn = on;
    reversal.postedOn = {};
    reversal.quantity = -movement->quantity;
    reversal.createdAt = action.now();
    action.create(reversal);
    if (const auto product = find<Product>(movement->productId))
        action.setSubject(product->name);
    return Done{{}, reversal.id, {}};
}

} // namespace dure::commands
