#pragma once
#include "core/storage/attention_store.h"

#include <QString>

/// What matters are called.
namespace dure::app {

/// "Two values", "Over-delivery of 500"; of what is done, what was decided: "Restored: Due".
QString matterText(const storage::AttentionRow& row);
/// Where, and what to know of it: "동녘음료 O261118-A03, 납기와 수량".
QString placeText(const storage::AttentionRow& row);
/// "동녘음료 주문 O261118-A03".
QString subjectPhrase(const storage::AttentionSubject& subject);
/// "Two PCs changed the same order differently".
QString conflictTitle(const storage::AttentionRow& row);
/// "Left as it is · 김미선"; empty while it is open.
QString decisionText(const storage::AttentionRow& row);
/// The name of a row inside a document: a line's product, a contact.
QString childName(TableId table, const Row& row);
/// What a person sees for themselves once the rest is said.
bool isImplied(const Column& column);

} // namespace dure::app
