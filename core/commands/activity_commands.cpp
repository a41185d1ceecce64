#include "core/commands/command_state.h"

namespace dure::commands {

Result Commands::saveActivity(const Activity& activity, const Activity* before)
{
    return m->run("save_activity", [&](Action& action) -> Result {
        Activity now = activity;
        const bool isNew = now.id.isNil();
        if (isNew) {
            now.id = action.newId();
            now.createdAt = action.now();
            if (now.staff.empty())
                now.staff = m->context.author.name;
        } else if (!m->exists<Activity>(now.id)) {
            return std::unexpected(CommandError::notFound());
        }
        std::vector<FieldProblem> problems;
        checkEntity(m->context.rows, now, -1, problems);
        const bool isPromise = now.kind == ActivityKind::Promise;
        if (now.text.empty() && now.nextAction.empty() && !isPromise)
            problems.push_back({TableId::Activity, col::Activity::text, -1, Problem::Missing});
        if (isPromise && now.amount <= Won{})
            problems.push_back({TableId::Activity, col::Activity::amount, -1,
                now.amount == Won{} ? Problem::Missing : Problem::OutOfRange});
        if ((isPromise || !now.nextAction.empty()) && now.nextOn.isNull())
            problems.push_back({TableId::Activity, col::Activity::nextOn, -1, Problem::Missing});
        const auto customer = m->find<Customer>(now.customerId);
        if (!now.customerId.isNil() && !customer)
            problems.push_back({TableId::Activity, col::Activity::customerId, -1, Problem::UnknownRow});
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        std::vector<PlannedChange> plan;
        if (!planEntity(m->context, now, before, plan))
            return std::unexpected(CommandError::notFound());
        action.apply(std::move(plan));
        action.setSubject(customer->name);
        return Done{{}, now.id, {}};
    });
}

Result Commands::deleteActivity(const Uuid& id)
{
    return m->run("delete_activity", [&](Action& action) -> Result {
        const auto activity = m->find<Activity>(id);
        if (!activity)
            return std::unexpected(CommandError::notFound());
        action.erase(tableOf(TableId::Activity), id, activity->seq);
        if (const auto customer = m->find<Customer>(activity->customerId))
            action.setSubject(customer->name);
        return Done{{}, id, {}};
    });
}

} // namespace dure::commands
