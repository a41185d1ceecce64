#include "core/commands/command_state.h"
#include "core/commands/reversals.h"
#include "core/storage/claim_store.h"

namespace dure::commands {

Result Commands::saveClaim(const Claim& claim, const Claim* before)
{
    return m->run("save_claim", [&](Action& action) -> Result {
        Claim now = claim;
        const bool isNew = now.id.isNil();
        const auto stored = isNew ? std::nullopt : m->find<Claim>(now.id);
        if (!isNew && !stored)
            return std::unexpected(CommandError::notFound());
        if (isNew) {
            now.id = action.newId();
            now.createdAt = action.now();
            now.decision = ClaimDecision::Open;
            now.closedOn = {};
            if (now.staff.empty())
                now.staff = m->context.author.name;
        } else {
            now.number = stored->number; // a number never changes
            now.createdAt = stored->createdAt;
            now.decision = before ? before->decision : stored->decision; // settleClaim() alone decides
            now.closedOn = before ? before->closedOn : stored->closedOn;
        }
        if (now.productName.empty())
            if (const auto product = m->find<Product>(now.productId))
                now.productName = product->name;
        const bool takesNumber = now.number.empty();
        if (takesNumber)
            now.number = "-"; // stands in while the rest is checked
        std::vector<FieldProblem> problems;
        checkEntity(m->context.rows, now, -1, problems);
        if (now.quantity < Quantity{})
            problems.push_back({TableId::Claim, col::Claim::quantity, -1, Problem::OutOfRange});
        if ((isNew || stored->customerId != now.customerId) && !now.customerId.isNil()
            && !m->exists<Customer>(now.customerId))
            problems.push_back({TableId::Claim, col::Claim::customerId, -1, Problem::UnknownRow});
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        if (takesNumber)
            now.number = action.takeNumber(DocumentKind::Claim, now.claimedOn);
        action.setSubject(now.number);
        std::vector<PlannedChange> plan;
        if (!planEntity(m->context, now, before, plan))
            return std::unexpected(CommandError::notFound());
        action.apply(std::move(plan));
        return Done{{}, now.id, now.number};
    });
}

Result Commands::deleteClaim(const Uuid& id)
{
    return m->run("delete_claim", [&](Action& action) -> Result {
        const auto claim = m->find<Claim>(id);
        if (!claim)
            return std::unexpected(CommandError::notFound());
        if (m->isNamed(TableId::Claim, id))
            return std::unexpected(CommandError::refused(Refusal::HasDocuments));
        action.erase(tableOf(TableId::Claim), id, claim->seq);
        action.setSubject(claim->number);
        return Done{{}, id, claim->number};
    });
}

/// A delivery for the claim, to where the goods went, on the terms they were sold on.
DeliveryInput Commands::State::answerTo(const Claim& claim, DeliveryKind kind, Date on)
{
    DeliveryInput answer;
    answer.customerId = claim.customerId;
    answer.deliveredOn = on;
    answer.kind = kind;
    answer.claimId = claim.id;
    answer.memo = claim.number;
    if (const auto delivery = find<Delivery>(claim.deliveryId)) {
        answer.siteId = delivery->siteId;
        answer.tax = delivery->tax;
    }
    return answer;
}

DeliveryLineInput Commands::State::claimedLine(const Claim& claim, Quantity quantity, UnitPrice price)
{
    DeliveryLineInput line;
    line.productId = claim.productId;
    line.productName = claim.productName;
    if (const auto sold = find<DeliveryLine>(claim.deliveryLineId)) {
        line.spec = sold->spec;
        line.unit = sold->unit;
    } else if (const auto product = find<Product>(claim.productId)) {
        line.spec = product->spec;
        line.unit = product->unit;
    }
    line.quantity = quantity;
    line.unitPrice = price;
    line.lot = claim.lot;
    line.producedOn = claim.producedOn;
    return line;
}

/// What the goods were sold for; the product's list price where the delivery is not known.
UnitPrice Commands::State::claimedPrice(const Claim& claim)
{
    if (const auto sold = find<DeliveryLine>(claim.deliveryLineId))
        return sold->unitPrice;
    const auto product = find<Product>(claim.productId);
    return product ? product->listPrice : UnitPrice{};
}

/// The part of the sold line's tax that goes with what comes back; with the last of it all that is left.
Won Commands::State::returnedTax(const DeliveryLine& sold, Quantity returned)
{
    const storage::LineAnswers before = storage::ClaimStore(context.db()).answersOf(sold.id);
    if (returned == sold.quantity - before.returned && before.tax >= Won{} && before.tax <= sold.tax)
        return sold.tax - before.tax;
    const Int128 share = Int128{sold.tax.amount} * returned.tenThousandths / sold.quantity.tenThousandths;
    return Won{static_cast<std::int64_t>(share)};
}

std::vector<DeliveryInput> Commands::State::answersTo(const Claim& claim, const ClaimSettlement& settlement)
{
    std::vector<DeliveryInput> answers;
    const bool isReplaced = settlement.decision == ClaimDecision::Replace;
    const bool comesBack = isReplaced || settlement.decision == ClaimDecision::Return;
    if (comesBack && !settlement.returned.isZero()) {
        DeliveryInput& back = answers.emplace_back(answerTo(claim, DeliveryKind::Return, settlement.on));
        back.lines.push_back(claimedLine(claim, -settlement.returned, isReplaced ? UnitPrice{} : claimedPrice(claim)));
        const auto sold = find<DeliveryLine>(claim.deliveryLineId);
        if (!isReplaced && sold && !sold->quantity.isZero())
            back.lines.back().tax = -returnedTax(*sold, settlement.returned); // as it was charged, not computed anew
    }
    if (isReplaced && !settlement.replaced.isZero()) {
        DeliveryInput& out = answers.emplace_back(answerTo(claim, DeliveryKind::Replacement, settlement.on));
        out.lines.push_back(claimedLine(claim, settlement.replaced, {}));
        out.lines.back().lot.clear(); // goods of another lot, not yet known which
        out.lines.back().producedOn = {};
    }
    if (settlement.decision == ClaimDecision::Credit) {
        DeliveryInput& off = answers.emplace_back(answerTo(claim, DeliveryKind::Credit, settlement.on));
        DeliveryLineInput& line = off.lines.emplace_back(
            claimedLine(claim, -Quantity::fromInteger(1), UnitPrice::fromInteger(settlement.credit.amount)));
        line.productId = {}; // no goods move
        if (isUntaxed(claim))
            line.tax = Won{};
        if (!off.tax) {
            const auto customer = find<Customer>(claim.customerId);
            off.tax = customer ? customer->tax : TaxTerms{};
        }
        off.tax->priceKind = PriceKind::Inclusive; // what was agreed on is what is owed less
    }
    return answers;
}

/// Whether no tax was charged for what the claim is about.
bool Commands::State::isUntaxed(const Claim& claim)
{
    if (const auto sold = find<DeliveryLine>(claim.deliveryLineId))
        return sold->tax == Won{};
    const auto product = find<Product>(claim.productId);
    return product && product->taxKind != TaxKind::Taxable;
}

/// No more comes back and no more is taken off than the delivered line had, less what all claims on it settled before;
/// nothing of a delivery that was taken back. Of a claim without a line nothing tells how much that is.
void Commands::State::checkTaken(
    const Claim& claim, const ClaimSettlement& settlement, std::vector<FieldProblem>& problems)
{
    const auto bad = [&](int column, Problem problem) { problems.push_back({TableId::Claim, column, -1, problem}); };
    const auto sold = find<DeliveryLine>(claim.deliveryLineId);
    if (!sold) {
        if (settlement.decision == ClaimDecision::Return && claimedPrice(claim) == UnitPrice{})
            bad(col::Claim::deliveryLineId, Problem::PriceUnknown);
        return;
    }
    const storage::LineAnswers before = storage::ClaimStore(context.db()).answersOf(sold->id);
    const bool stands = !reversalState<Delivery>(context, sold->deliveryId).isReversed;
    const Quantity left = stands ? sold->quantity - before.returned : Quantity{};
    const Won owed = stands ? sold->supply + sold->tax - before.supply - before.tax : Won{};
    if (!settlement.returned.isZero() && settlement.returned > left)
        bad(col::Claim::quantity, Problem::MoreThanDelivered);
    Won given = settlement.decision == ClaimDecision::Credit ? settlement.credit : Won{};
    if (settlement.decision == ClaimDecision::Return && settlement.returned <= left) {
        const auto delivery = find<Delivery>(sold->deliveryId);
        const bool isInclusive = delivery && delivery->tax.priceKind == PriceKind::Inclusive;
        given = lineAmount(settlement.returned, sold->unitPrice, RoundingMode::Down)
            + (isInclusive ? Won{} : returnedTax(*sold, settlement.returned));
    }
    const Won rounded{before.count + 1}; // each part of a line may have been rounded up by a won
    if (given > (settlement.decision == ClaimDecision::Return ? owed + rounded : owed))
        bad(col::Claim::decision, Problem::MoreThanDelivered);
}

Result Commands::settleClaim(const ClaimSettlement& settlement)
{
    return m->run("settle_claim", [&](Action& action) -> Result {
        const auto claim = m->find<Claim>(settlement.claim);
        if (!claim)
            return std::unexpected(CommandError::notFound());
        std::vector<FieldProblem> problems;
        const auto bad = [&](int column, Problem problem) {
            problems.push_back({TableId::Claim, column, -1, problem});
        };
        if (!settlement.on.isValid())
            bad(col::Claim::closedOn, Problem::Missing);
        if (settlement.returned < Quantity{} || settlement.replaced < Quantity{})
            bad(col::Claim::quantity, Problem::OutOfRange);
        if (settlement.decision == ClaimDecision::Replace && settlement.replaced.isZero())
            bad(col::Claim::quantity, Problem::ZeroQuantity);
        if (settlement.decision == ClaimDecision::Return && settlement.returned.isZero())
            bad(col::Claim::quantity, Problem::ZeroQuantity);
        const bool credits = settlement.decision == ClaimDecision::Credit;
        if (credits && (settlement.credit <= Won{} || settlement.credit.amount > maxAmountWon))
            bad(col::Claim::decision, settlement.credit == Won{} ? Problem::Missing : Problem::AmountTooLarge);
        if (settlement.decision != ClaimDecision::Open && claim->decision != ClaimDecision::Open)
            return std::unexpected(CommandError::refused(Refusal::AlreadyDecided));
        m->checkTaken(*claim, settlement, problems);
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        for (const DeliveryInput& answer : m->answersTo(*claim, settlement))
            if (auto done = m->deliver(action, answer); !done)
                return done;
        action.setSubject(claim->number);
        Fields fields;
        fields.known.emplace_back(col::Claim::decision, static_cast<std::int64_t>(settlement.decision));
        const bool isOpen = settlement.decision == ClaimDecision::Open;
        fields.known.emplace_back(col::Claim::closedOn, isOpen ? Value{} : Value{std::int64_t{settlement.on.yyyymmdd}});
        action.put(tableOf(TableId::Claim), claim->id, std::move(fields), claim->seq);
        return Done{{}, claim->id, claim->number};
    });
}

} // namespace dure::commands
