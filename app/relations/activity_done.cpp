#include "app/relations/activity_done.h"

#include "core/storage/entity_reader.h"

namespace dure::app {

void setActivityDone(CompanyData& data, QObject* context, const Uuid& activity, bool done,
    std::function<void(const commands::Result&)> then)
{
    data.read(
        context, {}, [activity](Reader& reader) { return storage::findEntity<Activity>(reader.db(), activity); },
        [&data, context, done, then = std::move(then)](std::optional<Activity>&& stored) {
            if (!stored)
                return then(std::unexpected(commands::CommandError::notFound()));
            const Activity before = std::move(*stored);
            Activity now = before;
            now.doneOn = done ? data.today() : Date{};
            data.run(
                context, [now, before](commands::Commands& c) { return c.saveActivity(now, &before); },
                [then](commands::Result&& result) { then(result); });
        });
}

} // namespace dure::app
