#pragma once
#include "core/storage/stock_store.h"

#include <QString>

namespace dure::app {

/// 생산 입고, 납품 출고 …
QString movementKindText(StockMovementKind kind);
/// The same of a row, which may take another back.
QString movementText(const storage::StockMovementRow& row);
/// Where it went or what is noted: the delivery and its customer, the lot, the memo.
QString movementNote(const storage::StockMovementRow& row);
/// "+5,000", "−300".
QString signedQuantity(Quantity quantity);
/// Name and spec.
QString stockProductText(const storage::StockListRow& row);

} // namespace dure::app
