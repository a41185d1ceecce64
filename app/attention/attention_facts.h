#pragma once
#include "app/data/reader.h"

#include <QList>
#include <QString>
#include <optional>

namespace dure::app {

/// What the detail of an entry shows, already in words: it was read and named on the reader's thread.
struct AttentionFacts
{
    struct Value
    {
        QString field, base, now, other;
    };
    struct Side
    {
        QString person, moment;
    };
    storage::AttentionRow row;
    QString place; ///< "Order line" inside the document
    Side winner, loser; ///< of a conflict
    QList<Value> values; ///< of a rejection: `now` is what was entered
    QString intent, reason;
};

std::optional<AttentionFacts> readAttention(Reader& reader, const Uuid& id, Date today);

} // namespace dure::app
