#pragma once
#include "core/commands/command_state.h"
#include "core/domain/reversal.h"

/// How facts are taken back: by another of their kind.
namespace dure::commands {

/// The live reversals of an entry follow each other; it stands taken back unless the last of them was taken back too.
struct ReversalState
{
    bool isReversed = false;
    Uuid nextId;
};

template <class E> ReversalState reversalState(Context& context, const Uuid& id)
{
    const Table& table = tableOf(E::table);
    ReversalState state;
    for (int number = 1;; ++number) {
        state.nextId = reversalId(id, number);
        const auto row = context.rows.find(table, state.nextId);
        if (!row || row->deleted)
            return state;
        state.isReversed = !reversalState<E>(context, state.nextId).isReversed;
    }
}

} // namespace dure::commands
