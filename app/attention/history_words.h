#pragma once
#include "app/attention/attention_facts.h"
#include "sync/protocol/messages.h"

namespace dure::app {

/// One step of a document's history, in words.
struct HistoryLine
{
    QString when, who, what, device;
};

/// Newest first; what one action changed in a document is one line. `entries` belong to `rows`, each oldest first, as
/// the cloud answered. On the reader's thread, which knows what ids are called.
std::vector<HistoryLine> historyLines(Reader& reader, const std::vector<HistoryRow>& rows,
    const std::vector<std::vector<protocol::HistoryEntry>>& entries, Date today);

} // namespace dure::app
