#pragma once
#include "core/storage/receivable_store.h"

#include <QString>

namespace dure::app {

/// What a line of a ledger is: "PET 500ml 외 2", "계좌이체", "어음 00420077", "부도 00420077", "이월".
QString accountLineText(const storage::AccountLine& line);
/// "납품", "반품", "입금", "부도" …
QString accountLineKind(const storage::AccountLine& line);

} // namespace dure::app
