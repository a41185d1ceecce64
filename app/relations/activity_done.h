#pragma once
#include "app/data/company_data.h"

#include <functional>

namespace dure::app {

/// Marks what an activity asks for as done today, or as still to be done. `then` hears how it went, unless `context`
/// has died.
void setActivityDone(CompanyData& data, QObject* context, const Uuid& activity, bool done,
    std::function<void(const commands::Result&)> then);

} // namespace dure::app
