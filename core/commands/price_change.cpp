#include "core/commands/price_change.h"

#include "core/storage/entity_reader.h"
#include "core/storage/price_change_store.h"

#include <algorithm>

namespace dure::commands {

namespace {

constexpr std::size_t toldEvery = 50;

using Written = std::expected<void, CommandError>;

class PriceWriter
{
public:
    PriceWriter(Commands& commands, const PricePlan& plan, const ImportWatch& watch)
        : m_commands(commands)
        , m_db(commands.space().db())
        , m_plan(plan)
        , m_watch(watch)
    { }

    Written run()
    {
        for (std::size_t at = 0; at < m_plan.prices.size();) {
            if (m_watch && at >= m_told && !m_watch(at))
                return std::unexpected(CommandError::refused(Refusal::Stopped));
            if (at >= m_told)
                m_told = at + toldEvery;
            const std::size_t end = endOfPair(at);
            const bool isList = m_plan.prices[at].customer.isNil();
            if (Written done = isList ? writeListPrice(at) : writeAgreed(at, end); !done)
                return done;
            at = end;
        }
        if (m_watch)
            m_watch(m_plan.prices.size());
        return {};
    }

private:
    std::size_t endOfPair(std::size_t at) const
    {
        const PlannedPrice& first = m_plan.prices[at];
        std::size_t end = at + 1;
        while (!first.customer.isNil() && end < m_plan.prices.size() && m_plan.prices[end].customer == first.customer
            && m_plan.prices[end].product == first.product)
            ++end;
        return end;
    }

    static Written notAsSeen(std::size_t at)
    {
        CommandError error = CommandError::refused(Refusal::NotAsSeen);
        error.problems.push_back(
            {TableId::CustomerPrice, col::CustomerPrice::unitPrice, static_cast<int>(at), Problem::UnknownRow});
        return std::unexpected(error);
    }

    static Written answer(const Result& result, std::size_t at)
    {
        if (result)
            return {};
        CommandError error = result.error();
        for (FieldProblem& problem : error.problems)
            problem.line = static_cast<int>(at);
        return std::unexpected(error);
    }

    Written writeListPrice(std::size_t at)
    {
        const PlannedPrice& wanted = m_plan.prices[at];
        const auto before = storage::findEntity<Product>(m_db, wanted.product);
        if (!before || before->listPrice != wanted.seen)
            return notAsSeen(at);
        Product now = *before;
        now.listPrice = wanted.price;
        return answer(m_commands.saveProduct(now, &*before), at);
    }

    Written writeAgreed(std::size_t at, std::size_t end)
    {
        const PlannedPrice& first = m_plan.prices[at];
        const auto stored = storage::PriceChangeStore(m_db).agreed(first.customer, first.product);
        const std::vector<AgreedPrice> replaced = pricesReplaced(stored, m_plan.from);
        Quantity least = first.minQuantity;
        std::vector<Quantity> written;
        for (std::size_t i = at; i < end; ++i) {
            const PlannedPrice& wanted = m_plan.prices[i];
            const auto same = std::ranges::find(replaced, wanted.minQuantity, &AgreedPrice::minQuantity);
            // what was last paid is nobody's agreement: it counts as seen while there is none before the day
            const bool asSeen = wanted.source == PriceSource::Last
                ? isLastPaid(replaced, m_plan.from)
                : same != replaced.end() && same->unitPrice == wanted.seen;
            if (!asSeen || agreedFromThatDay(stored, wanted.minQuantity, m_plan.from) != wanted.seenThen)
                return notAsSeen(i);
            if (Written done = agree(wanted, wanted.minQuantity, wanted.price, i); !done)
                return done;
            least = std::min(least, wanted.minQuantity);
            written.push_back(wanted.minQuantity);
        }
        for (const AgreedPrice& step : replaced) {
            const bool isCovered = step.minQuantity > least && step.validFrom < m_plan.from
                && std::ranges::find(written, step.minQuantity) == written.end();
            if (!isCovered || !agreedFromThatDay(stored, step.minQuantity, m_plan.from).isZero())
                continue;
            if (Written done = agree(first, step.minQuantity, step.unitPrice, at); !done)
                return done;
        }
        return {};
    }

    Written agree(const PlannedPrice& pair, Quantity minQuantity, UnitPrice price, std::size_t at)
    {
        CustomerPrice agreed;
        agreed.customerId = pair.customer;
        agreed.productId = pair.product;
        agreed.validFrom = m_plan.from;
        agreed.minQuantity = minQuantity;
        agreed.unitPrice = price;
        agreed.note = m_plan.note.empty() ? storage::PriceChangeStore(m_db).noteOf(agreed) : m_plan.note;
        return answer(m_commands.setCustomerPrice(agreed), at);
    }

    Commands& m_commands;
    sqlite::Database& m_db;
    const PricePlan& m_plan;
    const ImportWatch& m_watch;
    std::size_t m_told = 0;
};

} // namespace

Result changePrices(Commands& commands, const PricePlan& plan, const ImportWatch& watch)
{
    if (!plan.from.isValid())
        return std::unexpected(
            CommandError::invalid({{TableId::CustomerPrice, col::CustomerPrice::validFrom, -1, Problem::Missing}}));
    PriceWriter writer(commands, plan, watch);
    auto written = commands.batch("change_prices", [&] { return writer.run(); });
    if (!written)
        return std::unexpected(written.error());
    return Done{std::move(*written), plan.prices.empty() ? Uuid{} : plan.prices.front().product, {}};
}

} // namespace dure::commands
