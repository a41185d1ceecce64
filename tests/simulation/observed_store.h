#pragma once
#include "sync/server/space_store.h"
#include "tests/simulation/ledger.h"

#include <functional>
#include <vector>

namespace dure::simulation {

/// A space's store that hands everything on to the real one and notes which rows each mutation wrote. Once the session
/// is committed, `tell` gets what was noted.
class ObservedStore final : public server::SpaceStore
{
public:
    /// Fills in what the store cannot know: the mutation's text and the author's role.
    using Complete = std::function<void(Ledger::Answered&)>;
    ObservedStore(server::SpaceStore& real, Ledger& ledger, Complete complete)
        : m_real(real)
        , m_ledger(ledger)
        , m_complete(std::move(complete))
    { }

    std::unique_ptr<server::SpaceSession> beginWrite() override;
    std::unique_ptr<server::SpaceSession> beginRead() override { return m_real.beginRead(); }

private:
    server::SpaceStore& m_real;
    Ledger& m_ledger;
    Complete m_complete;
};

} // namespace dure::simulation
