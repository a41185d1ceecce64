#pragma once
#include "app/widgets/status_glyph.h"
#include "core/storage/relation_store.h"

#include <QString>

/// What stands on a customer's time line.
namespace dure::app {

QString activityKindText(ActivityKind kind); ///< "전화", "방문" …
/// What a line is: an activity's kind, "주문", "납품", "입금 취소" …
QString relationKindText(const storage::RelationEntry& entry);
/// What of it: what was said, the number and the first product …
QString relationText(const storage::RelationEntry& entry);
/// How far it is: ✓ for what is done, ▲ for what is late, ○ for what waits; None for what only happened.
Status relationStatus(const storage::RelationEntry& entry, Date today);
/// What is to be done next: "전화하기 11-25 수"; empty: nothing.
QString nextText(const Activity& activity, Date today);

} // namespace dure::app
